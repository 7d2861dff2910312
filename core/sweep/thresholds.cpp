#include "core/sweep/thresholds.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "core/model/critical_currents.hpp"
#include "core/model/resolve.hpp"
#include "core/schema/require.hpp"
#include "core/solve/outcome.hpp"
#include "core/sweep/smallest.hpp"
#include "core/sweep/trials.hpp"

namespace izh {

namespace {

/// The power of ten of the first digit of a number above 0.
double exponent_of(double x) { return std::floor(std::log10(x)); }

/// `count` times a power of ten. A negative power divides, so that rounding gives the double nearest to the decimal
/// number.
double decimal(double count, double exponent) {
  return exponent < 0 ? count / std::round(std::pow(10, -exponent)) : count * std::round(std::pow(10, exponent));
}

constexpr hard valid_length{1e-3, longest_step};  // ms, of a step

// For one search with a step of finite length, for a curve of them, and for the two searches with an endless step:
// about 100 ms.
constexpr double steps_of_one = 1e6, steps_of_all = 2e6, steps_of_first = 3e5, steps_of_lasting = 6e5;

/// A Smallest as a Threshold, for a step from the start of the run: what fires at 0 fires at rest.
Threshold threshold(const Smallest& found) {
  const char* reason = found.reason_id == "without" ? "fires_at_rest" : found.reason_id.c_str();
  return {found.current, found.current ? "" : reason, found.runs_away_from};
}

/// The steady currents [pA] in closed form at which firing may begin.
std::vector<double> known_currents(const Cell& cell) {
  std::vector<double> known;
  for (const auto& one : {invariant_parabola_current(cell), andronov_hopf_current(cell)})
    if (one) known.push_back(*one);
  known.push_back(saddle_node_current(cell));
  return known;
}

/// The smallest steady current at which the cell fires on or, with `most_spikes` = 0, fires at all; `single`: the
/// latter, if known. Deducts the steps taken from `steps`.
Threshold without_end(const Experiment& experiment, double most_spikes, double& steps,
                      const std::optional<double>& single = {}) {
  const Cell& cell = experiment.cell;
  const State start = initial_state(experiment);
  Trials trials(cell, start, steps);
  if (start.v < cell.vpeak && does_not_hold(cell, start)) return {{}, "no_rest", {}};
  const auto fate_at = [&](double current) { return trials.without_end(current, most_spikes); };
  // If the cell fires on at the threshold of a single spike, that is the threshold of lasting firing too.
  const bool at_once = single && fate_at(*single + promised) == Fate::fires_on;
  if (at_once) {
    steps = trials.left();
    return {single, "", {}};
  }
  const auto left = [&] { return trials.left(); };
  const Smallest found =
      smallest_current(cell, fate_at, left, rest_is_lost(cell), single.value_or(0), known_currents(cell));
  steps = trials.left();
  return threshold(found);
}

/// The shortest step [ms] of `current` [pA] that gives a spike, up to 1e5 ms.
std::optional<double> shortest(const Cell& cell, const State& start, double current) {
  Trials trials(cell, start, steps_of_one);
  const auto fires = [&](double duration) {
    return trials.fires(step_parts({}, 0, duration), current) == Fate::fires_on;
  };
  return shortest_step(fires, [&] { return trials.left(); });
}

/// The thresholds of steps, as far as the budget of `trials` allows; an endless step takes the `rheobase`.
StrengthDuration of_steps(const Cell& cell, Trials& trials, const std::vector<double>& durations, double rheobase) {
  StrengthDuration found;
  found.rheobase = rheobase;
  const auto left = [&] { return trials.left(); };
  for (double duration : durations) {
    if (trials.exhausted()) {
      found.left_out += 1;
      continue;
    }
    const std::vector<StepPart> parts = step_parts({}, 0, duration);
    const auto fate_at = [&](double current) { return trials.fires(parts, current); };
    const Smallest one = smallest_current(cell, fate_at, left, rheobase);
    if (!one.current) continue;
    found.duration.push_back(duration);
    found.current.push_back(*one.current);
    found.above.push_back(just_above({*one.current}).front());
  }
  return found;
}

}  // namespace

bool does_not_hold(const Cell& cell, const State& start) {
  if (!holds_still(cell, start, 0)) return false;
  const auto [vv, vu, uv, uu] = jacobian(cell, start.v);
  if (cell.a == 0) return !(vv < 0);
  const double det = vv * uu - vu * uv, rounding = 1e-12 * (std::fabs(vv * uu) + std::fabs(vu * uv));
  return !(vv + uu < 0 && det > rounding);
}

Rheobase rheobase(const Experiment& experiment, const Search& search) {
  require("rheobase", experiment);
  require_described("rheobase", search);
  const Cell& cell = experiment.cell;
  const State start = initial_state(experiment);
  Rheobase found;
  found.saddle_node = saddle_node_current(cell);
  if (const std::optional<double> duration = search.duration) {
    Trials trials(cell, start, steps_of_one);
    const std::vector<StepPart> parts = step_parts({}, 0, {});
    const auto fate_at = [&](double current) { return trials.fires(parts, current, *duration); };
    const auto left = [&] { return trials.left(); };
    found.single = threshold(smallest_current(cell, fate_at, left, std::max(rest_is_lost(cell), 1.0)));
    found.lasting = {{}, "step_ends", {}};
    return found;
  }
  double first = steps_of_first, on = steps_of_lasting;
  found.single = without_end(experiment, 0, first);
  found.lasting = first > 0 ? without_end(experiment, 2000, on, found.single.current) : Threshold{{}, "undecided", {}};
  found.steps = steps_of_first - first + steps_of_lasting - on;
  if (found.lasting.current && !outcome(cell, start, *found.lasting.current + promised).certain) found.certain = 0;
  return found;
}

std::vector<double> durations_of(const DurationRange& range) {
  require_described("durations_of", range);
  require_ascending("durations_of", "from", range.from, "to", range.to);
  const double last = std::floor(range.points) - 1;
  std::vector<double> durations{range.from};
  for (double i = 1; i < last; ++i) durations.push_back(range.from * std::pow(range.to / range.from, i / last));
  durations.push_back(range.to);
  return durations;
}

StrengthDuration strength_duration(const Experiment& experiment, const std::vector<double>& durations) {
  require("strength_duration", experiment);
  require("strength_duration", "durations", durations, valid_length, "ms", 2000);
  double steps = steps_of_first;
  const Threshold endless = without_end(experiment, 0, steps);
  StrengthDuration found;
  if (!endless.current) {
    found.reason_id = endless.reason_id;
    return found;
  }
  Trials trials(experiment.cell, initial_state(experiment), steps_of_all);
  found = of_steps(experiment.cell, trials, durations, *endless.current);
  found.chronaxie = shortest(experiment.cell, initial_state(experiment), 2 * *found.rheobase);
  return found;
}

StrengthDuration step_thresholds(const Experiment& experiment, const std::vector<double>& durations, double rheobase) {
  require("step_thresholds", experiment);
  require("step_thresholds", "durations", durations, valid_length, "ms", 2000);
  require("step_thresholds", "rheobase", rheobase, {1e-12, most_current}, "pA");
  Trials trials(experiment.cell, initial_state(experiment), steps_of_all);
  return of_steps(experiment.cell, trials, durations, rheobase);
}

double little_above(double threshold, double above) {
  if (!(std::isfinite(threshold) && above > 0 && std::isfinite(above)))
    throw std::invalid_argument("little_above: needs a finite threshold and something finite to add");
  // The second digit of what is added: rounded up by at most a tenth of it.
  const double unit = exponent_of(above) - 1;
  return decimal(std::ceil(decimal(threshold + above, -unit)), unit);
}

std::vector<double> just_above(const std::vector<double>& thresholds) {
  require("just_above", "thresholds", thresholds, valid_current, "pA");
  std::vector<double> currents;
  for (const double threshold : thresholds) {
    double next = std::numeric_limits<double>::infinity();
    for (const double other : thresholds)
      if (other > threshold + same_threshold) next = std::min(next, other);
    const double above = std::min(std::max(0.01 * std::fabs(threshold), 1e-3), (next - threshold) / 2);
    currents.push_back(little_above(threshold, above));
  }
  return currents;
}

}  // namespace izh
