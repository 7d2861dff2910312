#include "core/thresholds.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "core/closed_forms.hpp"
#include "core/exact.hpp"
#include "core/search.hpp"

namespace izh {

namespace {

constexpr double most_current = 1e5;  // pA
constexpr double tolerance = 2e-7;    // pA; a fifth of what is promised
constexpr int parts = 128;            // of the range, to find the lowest edge in
constexpr double most_steps = 1e5;
constexpr double steps_of_a_search = 4e6;  // about a second

/// A current [pA] a little above that at which rest is lost, whether at the saddle-node or before it.
double rest_is_lost(const Cell& cell) {
  const double current = andronov_hopf_current(cell).value_or(saddle_node_current(cell));
  return std::max(0.0, current) * (1 + 1e-12) + 1e-9;
}

Threshold undecided(const char* what) {
  return {{},
          "undecided",
          "Whether it " + std::string(what) + " could not be decided: its numbers run away, or it takes too long."};
}

/// The smallest current from which on `fate(current)` is fires_on. `top` is where to look first.
template <class FateAt>
Threshold smallest(double top, const char* what, FateAt&& fate_at) {
  const auto fires = [&](double current) { return fate_at(current) == Fate::fires_on; };
  if (fires(0)) return {{}, "fires_at_rest", "It " + std::string(what) + " without any current."};
  top = std::min(top, most_current);
  Fate fate = fate_at(top);
  while (fate != Fate::fires_on && top < most_current) {
    top = std::min(2 * top, most_current);
    fate = fate_at(top);
  }
  if (fate == Fate::fires_on) return {lowest(0, top, parts, tolerance, fires), "", ""};
  if (fate == Fate::undecided) return undecided(what);
  return {{}, "none_below", "Up to 100000 pA there is no current with which it " + std::string(what) + "."};
}

/// True when v = vr, u = 0 without current is no resting state that would hold: a saddle, or unstable.
bool rest_is_none(const Cell& cell) {
  const std::array<double, 4> J = jacobian(cell, cell.vr);
  return !(input_conductance(cell) > 0 && J[0] + J[3] < 0);
}

/// The smallest current without end with which the cell fires more than `spikes` spikes (fires on, if it does not stop
/// before that), within a budget of steps for all that is tried.
Threshold without_end(const Experiment& experiment, const char* what, double spikes) {
  const Cell& cell = experiment.cell;
  const State start = initial_state(experiment);
  const bool no_rest = std::holds_alternative<Rest>(experiment.initial) && rest_is_none(cell);
  if (no_rest && outcome(cell, start, 0, spikes).fate != Fate::fires_on)
    return {{},
            "no_rest",
            "v = vr is no resting state that would hold without a current, so from there the least push decides."};
  double left = steps_of_a_search;
  const Threshold found = smallest(rest_is_lost(cell), what, [&](double current) {
    const Outcome one = outcome(cell, start, current, spikes, std::min(most_steps, left));
    left -= one.steps;
    return one.fate;
  });
  return left > 0 ? found : undecided(what);
}

/// Whether a spike comes within `duration` of a steady current.
bool fires_within(const Cell& cell, const State& state, double current, double duration) {
  const NormalForm form(cell);
  Orbit orbit{0, 0, form.z(state.v), form.q(state.u, current)};
  double steps = most_steps;
  return orbit.z >= form.peak() || follow(form, orbit, {0, duration, current, 0}, duration, steps) == Stop::spike;
}

/// Whether a spike comes during a step of `duration` or, without any current, after it.
bool fires_with(const Cell& cell, const State& state, double current, double duration) {
  const NormalForm form(cell);
  Orbit orbit{0, 0, form.z(state.v), form.q(state.u, current)};
  double steps = most_steps;
  if (orbit.z >= form.peak()) return true;
  const Stop stop = follow(form, orbit, {0, duration, current, 0}, duration, steps);
  if (stop != Stop::reached) return stop == Stop::spike;
  return outcome(cell, {form.v(orbit.z), form.u(orbit.q, current)}, 0, 0).fate == Fate::fires_on;
}

/// The shortest step [ms] of `current` with which a spike comes, up to 1e5 ms.
std::optional<double> shortest(const Cell& cell, const State& start, double current) {
  const auto fires = [&](double duration) { return fires_with(cell, start, current, duration); };
  double high = 1e-3;
  while (!fires(high)) {
    if (high >= 1e5) return std::nullopt;
    high *= 2;
  }
  return bisected(0, high, 1e-9 * high, fires);
}

std::string in_pA(double current) { return readable(std::round(current * 1e6) / 1e6) + " pA"; }

/// How a threshold compares with the current at which rest is lost.
std::string compared(const Cell& cell, double current) {
  const double saddle_node = saddle_node_current(cell);
  const std::optional<double> hopf = andronov_hopf_current(cell);
  const std::string name = hopf ? "I_H = " + in_pA(*hopf) : "I_SN = " + in_pA(saddle_node);
  const double lost = hopf.value_or(saddle_node);
  if (std::fabs(current - lost) < 1e-6) return ": there rest is lost, at " + name + ".";
  return (current < lost ? "; rest itself is lost only at " : "; rest itself is lost already at ") + name + ".";
}

std::string in_words(const Cell& cell, const Threshold& single, const Threshold& lasting) {
  if (single.current && lasting.current) {
    const std::string last = "asting firing from " + in_pA(*lasting.current) + " on" + compared(cell, *lasting.current);
    return std::fabs(*single.current - *lasting.current) < 1e-6
               ? "L" + last
               : "A spike from " + in_pA(*single.current) + " on, l" + last;
  }
  if (single.current) return "A spike from " + in_pA(*single.current) + " on. " + lasting.reason;
  if (lasting.current)
    return single.reason + " Lasting firing from " + in_pA(*lasting.current) + " on" + compared(cell, *lasting.current);
  if (single.reason_id == "none_below") return single.reason;
  return single.reason_id == lasting.reason_id ? lasting.reason : single.reason + " " + lasting.reason;
}

std::string in_words(const StrengthDuration& found) {
  std::string text = "The rheobase is " + in_pA(*found.rheobase) + ".";
  if (found.chronaxie)
    text += " At twice that, a step of " + rounded(*found.chronaxie, 5) + " ms is just enough (the chronaxie).";
  if (found.duration.size() < 2) return text;
  return text + " A step of " + rounded(found.duration.front(), 4) + " ms takes " + rounded(found.current.front(), 6) +
         " pA, one of " + rounded(found.duration.back(), 4) + " ms " + rounded(found.current.back(), 6) + " pA.";
}

}  // namespace

Rheobase rheobase(const Experiment& experiment, const Search& search) {
  const Cell& cell = experiment.cell;
  const State start = initial_state(experiment);
  Rheobase found;
  found.saddle_node = saddle_node_current(cell);
  const double top = rest_is_lost(cell);
  if (const std::optional<double> duration = search.duration) {
    found.single = smallest(std::max(top, 1.0), "fires", [&](double current) {
      return fires_within(cell, start, current, *duration) ? Fate::fires_on : Fate::rests;
    });
    found.lasting = {{}, "step_ends", "Firing that lasts is asked of a step without end."};
    found.text = found.single.current ? "A spike during " + readable(*duration) + " ms from " +
                                            in_pA(*found.single.current) + " on" + compared(cell, *found.single.current)
                                      : found.single.reason;
    return found;
  }
  found.single = without_end(experiment, "fires", 0);
  found.lasting = without_end(experiment, "keeps firing", 2000);
  found.text = in_words(cell, found.single, found.lasting);
  return found;
}

std::vector<double> durations_of(const DurationRange& range) {
  if (!(range.from > 0 && range.from < range.to && range.points >= 2 && range.points <= 2000))
    throw std::invalid_argument("durations_of: needs 0 < from < to and 2 to 2000 points");
  const double last = std::floor(range.points) - 1;
  std::vector<double> durations{range.from};
  for (double i = 1; i < last; ++i) durations.push_back(range.from * std::pow(range.to / range.from, i / last));
  durations.push_back(range.to);
  return durations;
}

StrengthDuration strength_duration(const Experiment& experiment, const std::vector<double>& durations) {
  const Cell& cell = experiment.cell;
  const State start = initial_state(experiment);
  StrengthDuration found;
  const Threshold endless = without_end(experiment, "fires", 0);
  if (!endless.current) {
    found.text = endless.reason;
    return found;
  }
  found.rheobase = endless.current;
  for (double duration : durations) {
    if (!(duration > 0)) throw std::invalid_argument("strength_duration: every duration must be above 0");
    const Threshold one = smallest(*found.rheobase, "fires", [&](double current) {
      return fires_with(cell, start, current, duration) ? Fate::fires_on : Fate::rests;
    });
    if (!one.current) continue;
    found.duration.push_back(duration);
    found.current.push_back(*one.current);
  }
  found.chronaxie = shortest(cell, start, 2 * *found.rheobase);
  found.text = in_words(found);
  return found;
}

}  // namespace izh
