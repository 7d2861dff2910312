#include "core/sweep/onset_law.hpp"

#include <algorithm>
#include <cmath>

#include "core/plane/beside_saddle.hpp"
#include "core/solve/crisis.hpp"
#include "core/solve/parabola.hpp"
#include "core/sweep/steady_cycle.hpp"
#include "core/train/intervals.hpp"

namespace izh {

namespace {

namespace say = onset_texts;

/// The law at each of the distances: `rate` gives the rate [Hz] at a multiple of the nearest distance.
template <class Rate>
void draw(Onset& found, Rate&& rate) {
  for (const double distance : found.distance) found.law.push_back(rate(distance / found.distance[0]));
}

void argue_root(Onset& found, const Lowest& lowest, const Cell& cell) {
  found.kind = Excitability::class_1;
  draw(found, [&](double times) { return found.rate[0] * std::pow(times, *found.exponent); });
  found.text = say::root(lowest.from(), lowest.to(), *found.exponent, slope(lowest.inverse_root, lowest.period));
  // Near the saddle-node u = b w - (b/a) w', so that v moves as if C were C - b/a.
  if (cell.a > 0 && cell.C > cell.b / cell.a) {
    constexpr double pi = 3.141592653589793;
    const double passage = pi * (cell.C - cell.b / cell.a) / std::sqrt(cell.k);
    found.text = sentences({found.text, say::root_passage(passage)});
  }
}

void draw_logarithm(Onset& found, const Lowest& lowest, double per_decade_ms) {
  found.kind = found.cycle[0] > 1 ? Excitability::bursts : Excitability::class_1;
  found.period_per_decade = per_decade_ms;
  draw(found, [&](double times) {
    const double period = lowest.period[0] - per_decade_ms * std::log10(times);
    return period > 0 ? 1000 / period : 0.0;
  });
}

Text begins_with(const Onset& found) {
  return found.cycle[0] > 1 ? say::begins_bursts(found.cycle[0]) : say::class_1();
}

/// What each decade adds.
std::vector<Text> added(const Decades& decades) {
  std::vector<Text> all;
  for (const double time : decades.added) all.push_back(say::adds(time));
  return all;
}

/// How the period grows, for single spikes and for bursts.
template <class OfSpikes, class OfBursts>
Text growth(const Onset& found, const Lowest& lowest, const Decades& decades, const OfSpikes& of_spikes,
            const OfBursts& of_bursts) {
  const double from = lowest.from(), to = lowest.to(decades.closer());
  return found.cycle[0] > 1 ? of_bursts(from, to, added(decades)) : of_spikes(from, to, added(decades));
}
Text grows(const Onset& found, const Lowest& lowest, const Decades& decades) {
  return growth(found, lowest, decades, say::grows_spikes, say::grows_bursts);
}

/// The lowest rate [Hz] that doubles can resolve.
double lowest_seen(const Onset& found, const Decades& decades) {
  return 1000 * std::max(1.0, found.cycle[0]) / decades.period;
}

void argue_logarithm(Onset& found, const Lowest& lowest, const Decades& decades, const Cell& cell) {
  draw_logarithm(found, lowest, -slope(lowest.log_distance, lowest.period));
  const std::optional<Saddle> saddle = saddle_at(cell, *found.current);
  const bool near_it = saddle && agree(decades.last(), leaving_time(*saddle));
  found.text = sentences({growth(found, lowest, decades, say::evenly_spikes, say::evenly_bursts),
                          near_it ? say::logarithm_saddle() : say::logarithm(), begins_with(found)});
}

/// At I* the parabola through the saddle separates firing from rest: a train just above it passes ever closer to the
/// saddle, however little of that doubles can show.
void argue_parabola(Onset& found, const Lowest& lowest, const Decades& decades, double leaving) {
  draw_logarithm(found, lowest, decades.last());
  found.text =
      sentences({say::parabola(), grows(found, lowest, decades), say::nearer_still(leaving), begins_with(found)});
}

void jumps_to(Onset& found, const SteadyCycle& cycle) {
  found.kind = Excitability::class_2;
  found.jump = 1000 * std::max(1.0, cycle.spikes) / cycle.period;
  found.law.assign(found.distance.size(), *found.jump);
}

/// The rate that it jumps to, from the period of the cycle at the onset.
Text limit(const Onset& found, const SteadyCycle& cycle) { return say::limit(cycle.period, *found.jump); }

/// The cycle itself continues below the onset: only this initial state no longer leads to it.
void argue_start(Onset& found, const SteadyCycle& cycle) {
  jumps_to(found, cycle);
  found.text = sentences({say::start(), limit(found, cycle)});
}

/// The onset is I*, and the cycle exists there.
void argue_at_parabola(Onset& found, const Lowest& lowest, const Decades& decades, const SteadyCycle& cycle) {
  jumps_to(found, cycle);
  found.text = sentences({grows(found, lowest, decades), say::at_parabola(), limit(found, cycle)});
}

/// The period grows as far as doubles can resolve, yet no attracting train can stay near such a saddle.
void argue_unseen_jump(Onset& found, const Lowest& lowest, const Decades& decades, const Saddle& saddle) {
  found.kind = Excitability::class_2;
  found.text = sentences({grows(found, lowest, decades), say::parts(saddle.parts, saddle.gathers),
                          say::unseen(lowest_seen(found, decades))});
}

/// The period grows evenly as far as doubles can resolve, yet there is no saddle below vpeak that could hold an orbit.
void argue_beyond_peak(Onset& found, const Lowest& lowest, const Decades& decades, const Cell& cell, bool at_parabola) {
  found.kind = Excitability::class_2;
  const double seen = lowest_seen(found, decades);
  const double longest = at_parabola ? longest_interval(cell).value_or(0) : 0;
  found.text = sentences({grows(found, lowest, decades), say::beyond_peak(),
                          longest > 0 ? say::at_least(seen, longest, 1000 / longest) : say::unseen(seen)});
}

void argue_jump(Onset& found, const Lowest& lowest, const Decades& decades) {
  jumps_to(found, {found.cycle[0], decades.period, 0});
  found.text = say::less(lowest.from(), lowest.to(decades.closer()), decades.period, added(decades), *found.jump);
}

/// Why the nearest distances give no law.
Text without_law(const Onset& found, bool too_long) {
  bool repeats = true, alike = true;
  for (std::size_t i = 0; i < found.distance.size() && found.distance[i] < 1e2 * nearest * 1.001; ++i) {
    repeats = repeats && found.cycle[i] > 0;
    alike = alike && found.cycle[i] == found.cycle[0];
  }
  if (!repeats) return say::no_cycle(static_cast<double>(longest_cycle), usual_spikes);
  if (!alike) return say::uneven();
  return too_long ? say::too_long() : say::some_end();
}

/// For chaotic trains: whether the onset is a crisis.
bool argue_crisis(Onset& found, const Cell& cell) {
  constexpr double little = 1e-8;  // pA; the onset is known to 1e-10
  if (way_out(cell, *found.current) || !way_out(cell, *found.current - little)) return false;
  jumps_to(found, {1, 1000 / found.rate[0], 0});
  found.text = say::crisis(static_cast<double>(longest_cycle), usual_spikes, *found.jump);
  return true;
}

}  // namespace

void argue(Onset& found, const Cell& cell, double u, bool too_long,
           const std::function<Decades(const Lowest&)>& nearer) {
  const Lowest lowest(found.distance, found.cycle, found.cycle_rate, found.rate);
  if (!lowest.complete) {
    const bool chaotic = !found.cycle.empty() && found.cycle[0] == 0 && found.distance[0] < nearest * 1.001;
    if (!chaotic || !argue_crisis(found, cell)) found.text = without_law(found, too_long);
    return;
  }
  found.exponent = slope(lowest.log_distance, lowest.log_rate);
  const double near = lowest.near, far = lowest.far;
  if (far > 0 && near > 1.9 * far && near > 0.01 * lowest.period[0] && std::fabs(*found.exponent - 0.5) < 0.1)
    return argue_root(found, lowest, cell);
  const auto lasts = [&](double current) { return lasting_cycle(cell, current, u); };
  const std::optional<Parabola> parabola = Parabola::of(cell);
  const bool at_parabola = parabola && near_parabola(cell, *found.current);
  constexpr double well_below = 1e-6;  // pA: the accuracy of the onset
  if (lasts(*found.current - well_below))
    if (const auto cycle = lasts(*found.current)) return argue_start(found, *cycle);
  const Decades decades = nearer(lowest);
  // Rounding alone changes a period by about 1e-9 of it.
  const auto nothing = [&](double ms) { return std::fabs(ms) < 1e-7 * decades.period; };
  const bool still = nothing(decades.last()) && nothing(decades.before());
  if (at_parabola)
    if (const auto cycle =
            cycle_from([&](const State& state, double most_steps) { return parabola->from(state, most_steps); }, cell,
                       u, parabola->current()))
      return argue_at_parabola(found, lowest, decades, *cycle);
  const std::optional<Saddle> saddle = saddle_at(cell, *found.current);
  // At I* the saddle decides, however far doubles can resolve.
  if (at_parabola && !still && saddle && saddle->parts > saddle->gathers)
    return argue_unseen_jump(found, lowest, decades, *saddle);
  if (decades.closer() == 2 && !still) {
    const bool even = agree(near, decades.before()) && agree(decades.before(), decades.last());
    if (even && saddle && saddle->parts > saddle->gathers) return argue_unseen_jump(found, lowest, decades, *saddle);
    if (even && !saddle) return argue_beyond_peak(found, lowest, decades, cell, near_parabola(cell, *found.current));
    if (even) return argue_logarithm(found, lowest, decades, cell);
    if (at_parabola && saddle) return argue_parabola(found, lowest, decades, leaving_time(*saddle));
  }
  // The last decade adds less than three fifths of what the one before did; so will the next, and so on.
  if (still || std::fabs(decades.last()) < 0.6 * std::fabs(decades.before())) return argue_jump(found, lowest, decades);
  found.text = say::no_law(lowest.from(), lowest.to(), lowest_seen(found, decades));
}

Text law_text(const Onset& found) {
  if (found.law.empty()) return {};
  if (found.jump) return say::jump_to(*found.jump);
  if (found.period_per_decade) return say::per_decade(*found.period_per_decade);
  return found.exponent ? say::power(*found.exponent) : Text{};
}

}  // namespace izh
