#include <algorithm>
#include <cmath>

#include "core/closed_forms.hpp"
#include "core/exact.hpp"
#include "core/fi_curve.hpp"
#include "core/search.hpp"
#include "core/thresholds.hpp"

namespace izh {

namespace {

// --- the steady rate at one current
// -----------------------------------------------------------------------------------

struct Cycle {
  double spikes, period;  // 0 spikes: no repeat was seen, and the period is the mean interval
};

constexpr int usual_spikes = 400;
constexpr std::size_t longest_cycle = 15;

/// The train of spikes under a steady current, up to its repeat.
class Train {
 public:
  Train(const Cell& cell, const State& start, double current)
      : form_(cell), orbit_{0, 0, form_.z(start.v), form_.q(start.u, current)}, drive_{0, 1e9, current, 0} {}

  /// None where it falls silent, or the `steps` do not last.
  std::optional<Cycle> cycle(double& steps, int most_spikes = usual_spikes) {
    for (int i = 0; i < most_spikes; ++i) {
      if (orbit_.z < form_.peak() && follow(form_, orbit_, drive_, drive_.end, steps) != Stop::spike)
        return std::nullopt;
      orbit_.z = form_.after_reset();
      orbit_.q += form_.jump();
      q_.push_back(orbit_.q);
      time_.push_back(orbit_.time);
      if (const std::size_t p = repeats()) return Cycle{static_cast<double>(p), back(time_, 0) - back(time_, p)};
    }
    const std::size_t half = q_.size() / 2;
    return Cycle{0, (back(time_, 0) - back(time_, half)) / static_cast<double>(half)};
  }

 private:
  static double back(const std::vector<double>& list, std::size_t spikes) { return list[list.size() - 1 - spikes]; }

  /// The spikes after which the state after a spike has repeated twice over, to nine digits: a rate needs no more, and
  /// near a bifurcation rounding leaves no more.
  std::size_t repeats() const {
    const double scale = 1e-9 * std::max(std::fabs(q_.back()), form_.scale() * form_.scale());
    for (std::size_t p = 1; p <= longest_cycle && 2 * p < q_.size(); ++p) {
      const double change = std::fabs(back(q_, 0) - back(q_, p)), before = std::fabs(back(q_, p) - back(q_, 2 * p));
      if (change <= scale && before <= scale) return p;
      if (change <= 1000 * scale) return 0;  // it is on its way, and a multiple of it would repeat before
    }
    return 0;
  }

  NormalForm form_;
  Orbit orbit_;
  Segment drive_;
  std::vector<double> q_, time_;
};

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
      text += (i == 0 ? "" : i + 1 < added.size() ? ", " : " and ") + rounded(added[i], 4);
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
               rounded(*found.exponent, 4) + "): class 1. A cycle lasts " +
               rounded(slope(lowest.inverse_root, lowest.period), 5) + " ms over the root of the distance in pA";
  // Near the saddle-node u = b w - (b/a) w', so that v moves as if C were C - b/a.
  if (cell.a > 0 && cell.C > cell.b / cell.a) {
    constexpr double pi = 3.141592653589793;
    found.text += "; to pass the saddle-node takes π (C - b/a)/√k = " +
                  rounded(pi * (cell.C - cell.b / cell.a) / std::sqrt(cell.k), 5) + " ms";
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
  return found.cycle[0] > 1 ? "Firing begins with bursts of " + rounded(found.cycle[0], 3) + " spikes." : "Class 1.";
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
               "; nearer still each adds " + rounded(leaving, 4) + " ms. " + begins_with(found);
}

void argue_jump(Onset& found, const Lowest& lowest, const Decades& decades) {
  found.kind = Excitability::class_2;
  found.jump = 1000 * std::max(1.0, found.cycle[0]) / decades.period;
  found.law.assign(found.distance.size(), *found.jump);
  found.text = lowest.range(decades.closer()) + "each decade nearer to it adds less to the period: " + decades.list() +
               " of " + rounded(decades.period, 4) + " ms. So the rate does not go to zero: it jumps to " +
               rounded(*found.jump, 4) + " Hz. Class 2.";
}

/// Why the nearest distances give no law.
std::string without_law(const Onset& found, bool too_long) {
  bool repeats = true, alike = true;
  for (std::size_t i = 0; i < found.distance.size() && found.distance[i] < 1e2 * nearest * 1.001; ++i) {
    repeats = repeats && found.cycle[i] > 0;
    alike = alike && found.cycle[i] == found.cycle[0];
  }
  if (!repeats)
    return "Near its onset no cycle of up to 15 spikes was found within 400 spikes, from which a law could be read.";
  if (!alike) return "Near its onset a cycle has now more spikes, now fewer, so that no law could be read.";
  if (too_long) return "Near its onset its trains take too long to follow, so that no law could be read.";
  return "Near its onset some of its trains end, so that no law could be read.";
}

/// Which of the three laws the rate follows. What a decade nearer adds to the period tells: √10 times what the one
/// before added where the period grows as the inverse square root, the same where it grows as the logarithm, and less
/// and less where it has a limit. One pair of decades does not tell the last two apart: on its way from steep to level
/// every period passes a place where two decades add about as much.
template <class Nearer>
void argue(Onset& found, const Cell& cell, bool too_long, Nearer&& nearer) {
  const Lowest lowest(found);
  if (!lowest.complete) {
    found.text = without_law(found, too_long);
    return;
  }
  found.exponent = slope(lowest.log_distance, lowest.log_rate);
  const double near = lowest.near, far = lowest.far;
  if (far > 0 && near > 1.9 * far && near > 0.01 * lowest.period[0] && std::fabs(*found.exponent - 0.5) < 0.1)
    return argue_root(found, lowest, cell);
  const Decades decades = nearer(lowest);
  // Rounding alone moves a period by a share of about 1e-9.
  const auto nothing = [&](double ms) { return std::fabs(ms) < 1e-7 * decades.period; };
  const bool still = nothing(decades.last()) && nothing(decades.before());
  const std::optional<double> parabola = invariant_parabola_current(cell),
                              leaving = leaving_saddle(cell, *found.current);
  if (decades.closer() == 2 && !still) {
    if (agree(near, decades.before()) && agree(decades.before(), decades.last()))
      return argue_logarithm(found, lowest, decades, cell);
    if (parabola && leaving && std::fabs(*found.current - *parabola) <= 1e-8)
      return argue_parabola(found, lowest, decades, *leaving);
  }
  // The last decade adds less than three fifths of what the one before did, as does the next, and so on.
  if (still || std::fabs(decades.last()) < 0.6 * std::fabs(decades.before())) return argue_jump(found, lowest, decades);
  found.text =
      lowest.range() + "the rate follows neither a square root nor a logarithm, nor is it seen to tend to a limit.";
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

Onset onset(const Experiment& experiment, const Rheobase& rheobase) {
  const Cell& cell = experiment.cell;
  const State start = initial_state(experiment);
  if (!rheobase.lasting.current) return without(rheobase);

  // The nearest distances ask for more digits than the search gives.
  Onset found;
  const double near = *rheobase.lasting.current;
  const auto fires = [&](double current) { return outcome(cell, start, current).fate == Fate::fires_on; };
  found.current =
      std::fabs(near - rheobase.saddle_node) < 1e-6 ? rheobase.saddle_node : bisected(near - 2e-7, near, 1e-10, fires);
  // From far to near, as the nearest take longest: a stiff cell passes its saddle-node in a million steps.
  double steps = 2e6;  // the solver's, for all of them
  for (int i = per_decade * shown_decades; i >= 0; --i) {
    const double distance = nearest * std::pow(10, static_cast<double>(i) / per_decade);
    const std::optional<Cycle> cycle = Train(cell, start, *found.current + distance).cycle(steps);
    if (!cycle) continue;
    found.distance.push_back(distance);
    found.cycle.push_back(cycle->spikes);
    found.rate.push_back(1000 * std::max(1.0, cycle->spikes) / cycle->period);
    found.cycle_rate.push_back(1000 / cycle->period);
  }
  for (std::vector<double>* list : {&found.distance, &found.cycle, &found.rate, &found.cycle_rate})
    std::reverse(list->begin(), list->end());
  argue(found, cell, !(steps > 0), [&](const Lowest& lowest) {
    // Near a fold of cycles trains settle slowly.
    constexpr int many_spikes = 20000;
    Decades decades{{lowest.far, lowest.near}, lowest.period[0]};
    if (found.distance[0] > nearest * 1.001) return decades;
    double more = 2e6;
    for (double distance = nearest / 10; distance > closest / 2; distance /= 10) {
      const std::optional<Cycle> cycle = Train(cell, start, *found.current + distance).cycle(more, many_spikes);
      if (!cycle || cycle->spikes != found.cycle[0]) break;
      decades.added.push_back(cycle->period - decades.period);
      decades.period = cycle->period;
    }
    return decades;
  });
  return found;
}

}  // namespace izh
