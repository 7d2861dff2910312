#include "core/sweep/onset.hpp"

#include <algorithm>
#include <cmath>

#include "core/model/resolve.hpp"
#include "core/plane/closed_forms.hpp"
#include "core/schema/digits.hpp"
#include "core/schema/require.hpp"
#include "core/solve/bottleneck.hpp"
#include "core/solve/crisis.hpp"
#include "core/solve/exact.hpp"
#include "core/solve/firing.hpp"
#include "core/solve/outcome.hpp"
#include "core/solve/parabola.hpp"
#include "core/solve/passage.hpp"
#include "core/solve/search.hpp"
#include "core/solve/settling.hpp"
#include "core/sweep/fi_curve.hpp"
#include "core/sweep/thresholds.hpp"

namespace izh {

namespace {

// --- the steady rate at one current
// -----------------------------------------------------------------------------------

struct Cycle {
  double spikes, period;  // 0 spikes: no repeat was seen, and the period is the mean interval
  double u;               // pA, after its last spike
};

constexpr int usual_spikes = 320;
constexpr double steps_of_all = 2.5e5,
                 steps_of_nearest = 2.5e4;  // of the solver: for all distances, and for some nearer ones
constexpr std::size_t longest_cycle = 15;
constexpr double of_a_passage = 20;  // steps: what a passage of the bottleneck takes in closed form

/// The times and the states after the spikes of a train, up to its repeat.
class Record {
 public:
  /// Notes a spike; `scale` is the size of which the state is known. The cycle, once there is one.
  std::optional<Cycle> add(double time, double state, double scale) {
    state_.push_back(state);
    time_.push_back(time);
    const std::size_t p = repeats(scale);
    return p ? std::optional(Cycle{static_cast<double>(p), back(time_, 0) - back(time_, p), 0}) : std::nullopt;
  }

  /// The last intervals.
  std::vector<double> intervals(std::size_t spikes) const {
    std::vector<double> list;
    for (std::size_t i = time_.size() - spikes; i < time_.size(); ++i) list.push_back(time_[i] - time_[i - 1]);
    return list;
  }

  /// u after the spikes so far [pA], by `u_of(state)`.
  template <class UOf>
  std::vector<double> u(UOf&& u_of) const {
    std::vector<double> list;
    for (double state : state_) list.push_back(u_of(state));
    return list;
  }
  std::size_t spikes() const { return state_.size(); }

  /// Without a repeat: the mean of the second half.
  Cycle mean() const {
    const std::size_t half = time_.size() / 2;
    return {0, (back(time_, 0) - back(time_, half)) / static_cast<double>(half), 0};
  }

 private:
  static double back(const std::vector<double>& list, std::size_t spikes) { return list[list.size() - 1 - spikes]; }

  /// The spikes after which the state after a spike has repeated twice over, to nine digits: a rate needs no more, and
  /// near a bifurcation rounding leaves no more.
  std::size_t repeats(double size) const {
    const double scale = 1e-9 * std::max(std::fabs(state_.back()), size);
    for (std::size_t p = 1; p <= longest_cycle && 2 * p < state_.size(); ++p) {
      const double change = std::fabs(back(state_, 0) - back(state_, p));
      const double before = std::fabs(back(state_, p) - back(state_, 2 * p));
      if (change <= scale && before <= scale) return p;
      if (change <= 1000 * scale) return 0;  // it is on its way, and a multiple of it would repeat before
    }
    return 0;
  }

  std::vector<double> state_, time_;
};

/// The train of spikes under a steady current, up to its repeat: none where it falls silent or runs away, or the
/// `steps` do not last.
std::optional<Cycle> cycle_of(const Cell& cell, const State& start, double current, double& steps,
                              int most_spikes = usual_spikes, CertainCycle* last = nullptr) {
  const NormalForm form(cell);
  const Segment drive{0, 1e12, current, 0};
  const auto passes = [&](const State& state) { return past_bottleneck(cell, state, current).v != state.v; };
  const State from = past_bottleneck(cell, start, current);
  const bool passed = passes(start);
  const std::optional<Bottleneck> bottleneck = Bottleneck::of(cell, current);
  Orbit orbit{0, 0, form.z(from.v), form.q(from.u, current)};
  Record record;
  double first_time = 0;
  const auto note = [&](double spikes) {
    if (!last) return;
    const auto number = static_cast<std::size_t>(spikes);
    last->u = record.u([&](double q) { return form.u(q, current); });
    last->u.erase(last->u.begin(), last->u.end() - static_cast<std::ptrdiff_t>(number));
    last->interval = record.intervals(number);
  };
  std::size_t look = 32;  // spikes after which what it settles to is looked for, again at their double
  const double runaway_q = form.q(runaway_level(cell, current), current);
  for (int i = 0; i < most_spikes; ++i) {
    bool passes_again = false;
    for (Stop stop = orbit.z < form.peak() ? Stop::out_of_steps : Stop::spike; stop != Stop::spike;) {
      if (!(steps > 0)) return std::nullopt;
      const double few = std::min(steps, bottleneck || (passed && !passes_again) ? 4.0 : steps);
      double left = few;
      stop = follow(form, orbit, drive, drive.end, left);
      steps -= few - left;
      if (stop != Stop::spike && stop != Stop::out_of_steps) return std::nullopt;
      const State now{form.v(orbit.z), form.u(orbit.q, current)};
      passes_again = passes_again || (passed && passes(now));
      if (stop == Stop::spike || !bottleneck) continue;
      if (const std::optional<double> time = bottleneck->time_from(now)) {
        const State beyond = bottleneck->beyond();
        orbit.z = form.z(beyond.v);
        orbit.q = form.q(beyond.u, current);
        taylor::move<double>(orbit.time, orbit.time_low, *time);
        steps -= of_a_passage;
      }
    }
    orbit.z = form.after_reset();
    orbit.q += form.jump();
    if (orbit.q < runaway_q) return std::nullopt;
    // What passes the bottleneck comes out of it in one way, wherever it came from: the turn is complete.
    if (i == 0) first_time = orbit.time;
    auto cycle = record.add(orbit.time, orbit.q, form.scale() * form.scale());
    if (i > 0 && passes_again) cycle = Cycle{static_cast<double>(i), orbit.time - first_time, 0};
    if (cycle) {
      note(cycle->spikes);
      cycle->u = form.u(orbit.q, current);
      return cycle;
    }
    if (record.spikes() != look) continue;
    // Near a fold of cycles trains settle slowly.
    look *= 2;
    const auto to = settling(cell, current, record.u([&](double q) { return form.u(q, current); })).cycle;
    if (to) {
      note(static_cast<double>(to->spikes));
      return Cycle{static_cast<double>(to->spikes), to->period, to->u};
    }
  }
  return record.mean();
}

/// The cycle that a train comes to from u after a spike, by `passages` (of parabola.hpp: at I* itself, where they lose
/// nothing); none where it ends, or shows none. `scale` [pA] is the size of which u is known.
template <class From>
std::optional<Cycle> cycle_from(const From& passages, const Cell& cell, double u, double scale) {
  Record record;
  double time = 0, steps = 2e5;
  for (int i = 0; i < usual_spikes && steps > 0; ++i) {
    const Passage next = passages.from({cell.c, u}, steps);
    if (next.next != Next::spike) return std::nullopt;
    steps -= next.steps;
    time += next.time;
    u = next.state.u;
    if (auto cycle = record.add(time, u, scale)) {
      cycle->u = u;
      return cycle;
    }
  }
  return std::nullopt;
}

/// Whether what seems to be a cycle is a train that creeps by where there is none.
bool creeps(const Passages& passages, const Cell& cell, double current, const Cycle& cycle) {
  constexpr double turns = 8;
  std::vector<double> reset_u{cycle.u};
  for (double i = 0; i < turns * cycle.spikes; ++i) {
    const Passage next = passages.after(reset_u.back());
    if (next.next != Next::spike) return true;
    reset_u.push_back(next.state.u);
  }
  return settling(cell, current, reset_u).beyond.has_value();
}

// --- the law of the rate
// ----------------------------------------------------------------------------------------------

constexpr double nearest = 1e-6;  // pA above the onset, of the rates that are shown
constexpr int per_decade = 3, shown_decades = 8;
constexpr double closest = 1e-8;  // of those that are asked where the law is not that of a square root

/// The slope of y against x by least squares.
double slope(const std::vector<double>& x, const std::vector<double>& y) {
  double mean_x = 0, mean_y = 0, xx = 0, xy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    mean_x += x[i] / static_cast<double>(x.size());
    mean_y += y[i] / static_cast<double>(x.size());
  }
  for (std::size_t i = 0; i < x.size(); ++i) {
    xx += (x[i] - mean_x) * (x[i] - mean_x);
    xy += (x[i] - mean_x) * (y[i] - mean_y);
  }
  return xy / xx;
}

/// The two lowest decades of which all was found.
struct Lowest {
  explicit Lowest(const Onset& found) {
    for (std::size_t first = 0; first < found.distance.size() && !complete; ++first) {
      decade = std::log10(found.distance[first]);
      if (decade > -4 + 1e-9) break;
      if (std::fabs(decade - std::round(decade)) < 1e-9) read(found, first);
      // Of what is there, the nearest count: those farther off only where the nearest took too long.
      if (found.distance[first] < nearest * 1.001) break;
    }
  }

  bool complete = false;
  double decade = 0;  // of the nearest distance
  std::vector<double> log_distance, inverse_root, log_rate, period;
  double near = 0, far = 0;  // ms that the nearest decade and the one before it add to the period

  /// "From 0.0001 to 0.000001 pA above the onset ", from two decades above the one `nearer` than the lowest.
  std::string range(int nearer = 0) const {
    return "From " + decimal(decade + 2) + " to " + decimal(decade - nearer) + " pA above the onset ";
  }

 private:
  static std::string decimal(double exponent) {
    return "0." + std::string(static_cast<std::size_t>(std::lround(-exponent)) - 1, '0') + "1";
  }

  void read(const Onset& found, std::size_t first) {
    for (std::vector<double>* list : {&log_distance, &inverse_root, &log_rate, &period}) list->clear();
    constexpr std::size_t all = 2 * per_decade + 1;
    for (std::size_t i = first; i < found.distance.size() && period.size() < all; ++i) {
      // Each with a cycle of as many spikes, and none left out.
      const double expected = decade + static_cast<double>(period.size()) / per_decade;
      const double log = std::log10(found.distance[i]);
      if (found.cycle[i] == 0 || found.cycle[i] != found.cycle[0] || std::fabs(log - expected) > 1e-3) return;
      log_distance.push_back(log);
      inverse_root.push_back(1 / std::sqrt(found.distance[i]));
      log_rate.push_back(std::log10(found.rate[i]));
      period.push_back(1000 / found.cycle_rate[i]);
    }
    complete = period.size() == all;
    if (!complete) return;
    near = period[0] - period[per_decade];
    far = period[per_decade] - period[2 * per_decade];
  }
};

/// What the decades add to the period, the two nearest of them beyond what is shown, as far as they are found.
struct Decades {
  std::vector<double> added;  // ms, the farthest first
  double period = 0;          // ms, at the nearest distance

  double last() const { return added[added.size() - 1]; }
  double before() const { return added[added.size() - 2]; }
  int closer() const { return static_cast<int>(added.size()) - 2; }

  /// "1, 2 and 3 ms".
  std::string list() const {
    std::string text;
    for (std::size_t i = 0; i < added.size(); ++i)
      text += (i == 0 ? "" : i + 1 < added.size() ? ", " : " and ") + measured(added[i], "ms");
    return text + " ms";
  }
};

/// Whether one decade adds as much as the other: at all, and to a tenth.
bool agree(double one, double other) { return other > 0 && std::fabs(one - other) <= 0.1 * other; }

/// The law at each of the distances, from its rate [Hz] at one that is so many times the nearest.
template <class Rate>
void draw(Onset& found, Rate&& rate) {
  for (const double distance : found.distance) found.law.push_back(rate(distance / found.distance[0]));
}

void argue_root(Onset& found, const Lowest& lowest, const Cell& cell) {
  found.kind = Excitability::class_1;
  draw(found, [&](double times) { return found.rate[0] * std::pow(times, *found.exponent); });
  found.text = lowest.range() + "the rate falls to zero as the square root of the distance (exponent " +
               measured(*found.exponent) + "): class 1. A cycle lasts " +
               measured(slope(lowest.inverse_root, lowest.period), "ms") + " ms over the root of the distance in pA";
  // Near the saddle-node u = b w - (b/a) w', so that v moves as if C were C - b/a.
  if (cell.a > 0 && cell.C > cell.b / cell.a) {
    constexpr double pi = 3.141592653589793;
    found.text += "; to pass the saddle-node takes π (C - b/a)/√k = " +
                  measured(pi * (cell.C - cell.b / cell.a) / std::sqrt(cell.k), "ms") + " ms";
  }
  found.text += ".";
}

/// ms that a decade adds to the time in which an orbit leaves the saddle near which it passes: ln 10 over the saddle's
/// growing eigenvalue. None where no orbit comes that near, as the saddle lies beyond the peak.
std::optional<double> leaving_saddle(const Cell& cell, double current) {
  const double sum = cell.k * (cell.vt - cell.vr) + cell.b, square = sum * sum - 4 * cell.k * current;
  if (!(cell.a > 0 && square > 0)) return std::nullopt;
  const double root = std::sqrt(square), v = cell.vr + (sum + root) / (2 * cell.k);
  if (!(v < cell.vpeak)) return std::nullopt;
  const auto [vv, vu, uv, uu] = jacobian(cell, v);
  const double half = (vv + uu) / 2, turn = std::sqrt(half * half + cell.a * root / cell.C);
  const double grows = half > 0 ? half + turn : cell.a * root / cell.C / (turn - half);
  return std::log(10) / grows;
}

void draw_logarithm(Onset& found, const Lowest& lowest, double per_decade_ms) {
  found.kind = found.cycle[0] > 1 ? Excitability::bursts : Excitability::class_1;
  found.period_per_decade = per_decade_ms;
  draw(found, [&](double times) {
    const double period = lowest.period[0] - per_decade_ms * std::log10(times);
    return period > 0 ? 1000 / period : 0.0;
  });
}

std::string begins_with(const Onset& found) {
  return found.cycle[0] > 1 ? "Firing begins with bursts of " + readable(found.cycle[0]) + " spikes." : "Class 1.";
}

const char* from_to(const Onset& found) {
  return found.cycle[0] > 1 ? "from burst to burst: " : "from spike to spike: ";
}

void argue_logarithm(Onset& found, const Lowest& lowest, const Decades& decades, const Cell& cell) {
  draw_logarithm(found, lowest, -slope(lowest.log_distance, lowest.period));
  const std::optional<double> leaving = leaving_saddle(cell, *found.current);
  const bool saddle = leaving && agree(decades.last(), *leaving);
  found.text = lowest.range(decades.closer()) + "each decade nearer to it adds as much to the time " + from_to(found) +
               decades.list() + ". So it grows with the logarithm of the distance" +
               (saddle ? ", as of an orbit that passes ever closer to the saddle" : "") +
               ", and the rate goes to zero, but slowly. " + begins_with(found);
}

/// At I* the parabola through the saddle parts what fires from what rests: whoever fires just above passes the saddle
/// ever closer, however little of that can be seen in doubles.
void argue_parabola(Onset& found, const Lowest& lowest, const Decades& decades, double leaving) {
  draw_logarithm(found, lowest, decades.last());
  found.text = std::string("Its onset is I*, where the parabola through the saddle is an orbit, so that trains just ") +
               "above it pass ever closer to the saddle and the rate goes to zero. " + lowest.range(decades.closer()) +
               "each decade nearer to it adds to the time " + from_to(found) + decades.list() +
               "; nearer still each adds " + measured(leaving, "ms") + " ms. " + begins_with(found);
}

/// The growing and the decaying eigenvalue of the saddle, in size; none where it has none, or lies beyond the peak.
struct Saddle {
  double parts, gathers;  // 1/ms: how fast orbits beside it part, and come together
};
std::optional<Saddle> saddle_at(const Cell& cell, double current) {
  const std::optional<double> leaving = leaving_saddle(cell, current);
  if (!leaving) return std::nullopt;
  const double root = std::sqrt(std::pow(cell.k * (cell.vt - cell.vr) + cell.b, 2) - 4 * cell.k * current);
  const double parts = std::log(10) / *leaving;
  return Saddle{parts, cell.a * root / cell.C / parts};  // their product is minus the determinant
}

/// Whether a current is I* as far as doubles tell trains beside the parabola apart.
bool near_parabola(const Cell& cell, double current) {
  const std::optional<double> star = invariant_parabola_current(cell);
  return star && std::fabs(current - *star) <= 1e-8;
}

void jumps_to(Onset& found, const Cycle& cycle) {
  found.kind = Excitability::class_2;
  found.jump = 1000 * std::max(1.0, cycle.spikes) / cycle.period;
  found.law.assign(found.distance.size(), *found.jump);
}

/// "From 0.0001 to 0.00000001 pA above the onset each decade nearer to it adds to the time ...: 4, 3, 2 and 1 ms. "
std::string growth_in_words(const Onset& found, const Lowest& lowest, const Decades& decades) {
  return lowest.range(decades.closer()) + "each decade nearer to it adds to the time " + from_to(found) +
         decades.list() + ". ";
}

std::string jump_in_words(const Onset& found, const Cycle& cycle) {
  return "At the onset its period is " + measured(cycle.period, "ms") +
         " ms. So the rate does not go to zero: it jumps to " + measured(*found.jump, "Hz") + " Hz. Class 2.";
}

/// The cycle itself goes on below the onset: only this start is lost there.
void argue_start(Onset& found, const Cycle& cycle) {
  jumps_to(found, cycle);
  found.text =
      "Below its onset this start falls back to rest, but the train that it settles to above lasts there, too. " +
      jump_in_words(found, cycle);
}

/// The onset is I*, and the cycle lives there.
void argue_at_parabola(Onset& found, const Lowest& lowest, const Decades& decades, const Cycle& cycle) {
  jumps_to(found, cycle);
  found.text = growth_in_words(found, lowest, decades) +
               "That ends, though: the onset is I*, or less below it than doubles tell, and at I* the parabola through "
               "the saddle is an orbit, which no train crosses, so that the train lasts there. " +
               jump_in_words(found, cycle);
}

/// The period grows as far as doubles see, yet a saddle like this keeps no train.
void argue_unseen_jump(Onset& found, const Lowest& lowest, const Decades& decades, const Saddle& saddle) {
  found.kind = Excitability::class_2;
  found.text = growth_in_words(found, lowest, decades) + "That ends, though: orbits beside the saddle part at " +
               measured(saddle.parts, "1/ms") + " 1/ms and come together at only " + measured(saddle.gathers, "1/ms") +
               " 1/ms, so that no train which passes too close to it is kept. So the rate does not go to zero: the "
               "lowest that doubles show is " +
               measured(1000 * std::max(1.0, found.cycle[0]) / decades.period, "Hz") +
               " Hz, and it jumps to less. Class 2.";
}

/// The period grows evenly as far as doubles see, yet there is no saddle below the peak that could hold an orbit.
void argue_beyond_peak(Onset& found, const Lowest& lowest, const Decades& decades, const Cell& cell, bool at_parabola) {
  found.kind = Excitability::class_2;
  found.text = growth_in_words(found, lowest, decades) +
               "That ends, though: the saddle lies beyond vpeak, so that no " +
               "orbit can linger there. So the rate does not go to zero: the lowest that doubles show is " +
               measured(1000 * std::max(1.0, found.cycle[0]) / decades.period, "Hz") + " Hz";
  const std::optional<double> longest = at_parabola ? longest_interval(cell) : std::nullopt;
  found.text += longest ? ", and at the onset, I*, no interval is longer than the " + measured(*longest, "ms") +
                              " ms that the parabola takes from the reset to vpeak: the rate jumps to " +
                              measured(1000 / *longest, "Hz") + " Hz or more. Class 2."
                        : ", and it jumps to less. Class 2.";
}

void argue_jump(Onset& found, const Lowest& lowest, const Decades& decades) {
  jumps_to(found, {found.cycle[0], decades.period, 0});
  found.text = lowest.range(decades.closer()) + "each decade nearer to it adds less to the period: " + decades.list() +
               " of " + measured(decades.period, "ms") + " ms. So the rate does not go to zero: it jumps to " +
               measured(*found.jump, "Hz") + " Hz. Class 2.";
}

/// Why the nearest distances give no law.
std::string without_law(const Onset& found, bool too_long) {
  bool repeats = true, alike = true;
  for (std::size_t i = 0; i < found.distance.size() && found.distance[i] < 1e2 * nearest * 1.001; ++i) {
    repeats = repeats && found.cycle[i] > 0;
    alike = alike && found.cycle[i] == found.cycle[0];
  }
  if (!repeats)
    return "Near its onset no cycle of up to 15 spikes was found within 320 spikes, from which a law could be read.";
  if (!alike) return "Near its onset a cycle has now more spikes, now fewer, so that no law could be read.";
  if (too_long) return "Near its onset its trains take too long to follow, so that no law could be read.";
  return "Near its onset some of its trains end, so that no law could be read.";
}

/// Where the trains are chaotic.
bool argue_crisis(Onset& found, const Cell& cell) {
  constexpr double little = 1e-8;  // pA; the onset is known to 1e-10
  if (way_out(cell, *found.current) || !way_out(cell, *found.current - little)) return false;
  jumps_to(found, {1, 1000 / found.rate[0], 0});
  found.text =
      "Near its onset its trains are chaotic: no cycle of up to 15 spikes was found within 320 spikes. The onset is a "
      "crisis: there the highest u that its map from spike to spike comes to meets the edge of the gap from which no "
      "spike follows. Below it trains end, some after thousands of spikes; above it none does. So the rate does not go "
      "to zero: it jumps to some " +
      measured(*found.jump, "Hz") + " Hz. Class 2.";
  return true;
}

/// Which law the rate follows, from `u` after a spike of the train at the nearest distance. What a decade nearer adds
/// to the period tells a square root, whose decades add √10 times what the one before added. All other laws are decided
/// by whether the train itself lasts at the onset, or, where it ends with it, by whether it can come as near as one
/// likes to the saddle: an orbit that does is attracting only where the saddle's orbits come together faster than they
/// part (Shilnikov's saddle value). Where neither tells, the decades do: they add the same where the period grows as
/// the logarithm, and less and less where it has a limit.
template <class Nearer>
void argue(Onset& found, const Cell& cell, double u, bool too_long, Nearer&& nearer) {
  const Lowest lowest(found);
  if (!lowest.complete) {
    const bool chaotic = !found.cycle.empty() && found.cycle[0] == 0 && found.distance[0] < nearest * 1.001;
    if (!chaotic || !argue_crisis(found, cell)) found.text = without_law(found, too_long);
    return;
  }
  found.exponent = slope(lowest.log_distance, lowest.log_rate);
  const double near = lowest.near, far = lowest.far;
  if (far > 0 && near > 1.9 * far && near > 0.01 * lowest.period[0] && std::fabs(*found.exponent - 0.5) < 0.1)
    return argue_root(found, lowest, cell);
  const auto lasts = [&](double current) -> std::optional<Cycle> {
    const Passages passages(cell, current);
    const std::optional<Cycle> cycle = cycle_from(passages, cell, u, std::fabs(current));
    // A train that creeps by a fold of cycles may seem to repeat.
    return cycle && !creeps(passages, cell, current, *cycle) ? cycle : std::nullopt;
  };
  const std::optional<Parabola> parabola = Parabola::of(cell);
  const bool at_parabola = parabola && near_parabola(cell, *found.current);
  constexpr double well_below = 1e-6;  // pA, which is as far as the onset is known
  if (lasts(*found.current - well_below))
    if (const auto cycle = lasts(*found.current)) return argue_start(found, *cycle);
  const Decades decades = nearer(lowest);
  // Rounding alone moves a period by a share of about 1e-9.
  const auto nothing = [&](double ms) { return std::fabs(ms) < 1e-7 * decades.period; };
  const bool still = nothing(decades.last()) && nothing(decades.before());
  if (at_parabola)
    if (const auto cycle = cycle_from(*parabola, cell, u, parabola->current()))
      return argue_at_parabola(found, lowest, decades, *cycle);
  const std::optional<Saddle> saddle = saddle_at(cell, *found.current);
  // At I* the saddle tells it, however far doubles see.
  if (at_parabola && !still && saddle && saddle->parts > saddle->gathers)
    return argue_unseen_jump(found, lowest, decades, *saddle);
  if (decades.closer() == 2 && !still) {
    const bool even = agree(near, decades.before()) && agree(decades.before(), decades.last());
    if (even && saddle && saddle->parts > saddle->gathers) return argue_unseen_jump(found, lowest, decades, *saddle);
    if (even && !saddle) return argue_beyond_peak(found, lowest, decades, cell, near_parabola(cell, *found.current));
    if (even) return argue_logarithm(found, lowest, decades, cell);
    if (at_parabola && saddle) return argue_parabola(found, lowest, decades, std::log(10) / saddle->parts);
  }
  // The last decade adds less than three fifths of what the one before did, as does the next, and so on.
  if (still || std::fabs(decades.last()) < 0.6 * std::fabs(decades.before())) return argue_jump(found, lowest, decades);
  found.text =
      lowest.range() +
      "the rate follows neither a square root nor a logarithm, nor is it seen to tend to a limit. The lowest seen is " +
      measured(1000 * std::max(1.0, found.cycle[0]) / decades.period, "Hz") + " Hz.";
}

/// I* where the edge lies within 1e-6 pA of it, as near as a search comes: in doubles a train that passes close to the
/// parabola may seem to end as far above.
std::optional<double> onset_at_parabola(const Cell& cell, const State& start, double near) {
  const std::optional<double> star = invariant_parabola_current(cell);
  constexpr double search = 1e-6;
  if (!star || !(std::fabs(near - *star) < search)) return std::nullopt;
  return outcome(cell, start, *star - search).fate == Fate::rests ? star : std::nullopt;
}

/// Without a current from which on it fires for good.
Onset without(const Rheobase& rheobase) {
  Onset found;
  if (rheobase.lasting.reason_id == "fires_at_rest") found.kind = Excitability::fires_at_rest;
  if (rheobase.lasting.reason_id == "none_below" && rheobase.single.reason_id != "none_below") {
    found.kind = Excitability::class_3;
    found.text = "It answers a step with a few spikes and then falls silent, up to 100000 pA: class 3. ";
  }
  found.text += rheobase.lasting.reason;
  return found;
}

}  // namespace

CertainCycle certain_cycle(const Cell& cell, const State& start, double current) {
  double steps = 2e5;
  CertainCycle found;
  if (must_fire(cell, current) && !can_run_away(cell)) cycle_of(cell, start, current, steps, usual_spikes, &found);
  return found;
}

Onset onset(const Experiment& experiment, const Rheobase& rheobase) {
  require("onset", experiment);
  require_described("onset", rheobase);
  if (rheobase.lasting.current) require("onset", "lasting.current", *rheobase.lasting.current, {0, 1e5}, "pA");
  const Cell& cell = experiment.cell;
  const State start = initial_state(experiment);
  if (!rheobase.lasting.current) return without(rheobase);

  // The nearest distances ask for more digits than the search gives.
  Onset found;
  const double near = *rheobase.lasting.current;
  const auto fires = [&](double current) { return outcome(cell, start, current).fate == Fate::fires_on; };
  if (std::fabs(near - rheobase.saddle_node) < 1e-6)
    found.current = rheobase.saddle_node;
  else
    found.current = onset_at_parabola(cell, start, near).value_or(0);
  if (*found.current == 0) found.current = bisected(near - 2e-7, near, 1e-10, fires);
  // From far to near, as the nearest take longest: a stiff cell passes its saddle-node in a million steps.
  double steps = steps_of_all;
  double u = 0;  // after a spike of the train at the nearest distance
  for (int i = per_decade * shown_decades; i >= 0; --i) {
    const double distance = nearest * std::pow(10, static_cast<double>(i) / per_decade);
    const std::optional<Cycle> cycle = cycle_of(cell, start, *found.current + distance, steps);
    if (!cycle) continue;
    found.distance.push_back(distance);
    found.cycle.push_back(cycle->spikes);
    found.rate.push_back(1000 * std::max(1.0, cycle->spikes) / cycle->period);
    found.cycle_rate.push_back(1000 / cycle->period);
    u = cycle->u;
  }
  for (std::vector<double>* list : {&found.distance, &found.cycle, &found.rate, &found.cycle_rate})
    std::reverse(list->begin(), list->end());
  const bool too_long = !(steps > 0);
  const double taken = steps_of_all - steps;
  steps = steps_of_nearest;
  argue(found, cell, u, too_long, [&](const Lowest& lowest) {
    constexpr int many_spikes = 2000;
    Decades decades{{lowest.far, lowest.near}, lowest.period[0]};
    if (found.distance[0] > nearest * 1.001) return decades;
    for (double distance = nearest / 10; distance > closest / 2; distance /= 10) {
      // Beside the parabola from the train itself, as in doubles the start may seem to fall back that near.
      const State from = near_parabola(cell, *found.current) ? State{cell.c, u} : start;
      const std::optional<Cycle> cycle = cycle_of(cell, from, *found.current + distance, steps, many_spikes);
      if (!cycle || cycle->spikes != found.cycle[0]) break;
      decades.added.push_back(cycle->period - decades.period);
      decades.period = cycle->period;
    }
    return decades;
  });
  found.steps = taken + steps_of_nearest - steps;
  return found;
}

}  // namespace izh
