#include "core/ask/sag.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/model/resolve.hpp"
#include "core/schema/digits.hpp"
#include "core/solve/flow.hpp"
#include "core/solve/simulate.hpp"

namespace izh {

namespace {

constexpr double most_steps = 2e4;  // for the run, and as many for its extrema
constexpr double slight = 1e-6;     // mV: what is not worth a word

/// Why `step` cannot be measured in a run of `duration`; empty when it can.
std::string objection(const Step* step, double duration) {
  if (!step) return "There is no step to measure: the first stimulus is not a step.";
  if (step->amplitude == 0) return "There is nothing to measure: the step's amplitude is 0.";
  if (step->onset < 0 || step->onset >= duration)
    return "There is nothing to measure: the step must begin within the run.";
  return "";
}

/// The lowest and the highest v from `start` at time `from` to `to`, between which no spike comes. Takes the steps from
/// `left`, of which none are left where they do not do.
std::pair<double, double> range_of_v(const Experiment& experiment, const State& start, double from, double to,
                                     double& left) {
  std::pair<double, double> range{start.v, start.v};
  State state = start;
  for (const Segment& drive : segments(experiment.stimulus, experiment.duration)) {
    const double begin = std::max(from, drive.start), end = std::min(to, drive.end), rounding = 1e-13 * (1 + end);
    if (!(begin < end) || (drive.slope == 0 && holds_still(experiment.cell, state, drive.current))) continue;
    Flow flow(experiment.cell, drive, state, begin);
    for (; left > 0 && end - flow.time() > rounding && flow.step(end - flow.time()); --left)
      visit_extremes(flow, flow.length(), [&](const State& at) {
        range.first = std::min(range.first, at.v);
        range.second = std::max(range.second, at.v);
      });
    state = flow.state();
  }
  return range;
}

std::string too_long() {
  return "Measuring the answer takes more than " + readable(most_steps) +
         " steps of the solver, so it is not measured.";
}

/// What is measured is an exact run, which may do otherwise than one in fixed steps.
std::string by_exact(const Experiment& experiment) {
  return std::holds_alternative<Exact>(experiment.solver) ? "" : "What follows is of an exact run. ";
}

std::string in_mV(double v) { return measured(v, "mV") + " mV"; }

std::string in_words(const StepResponse& response, bool after) {
  std::string text = "During the step v goes from " + in_mV(*response.baseline) + " to " + in_mV(*response.extreme);
  text += *response.sag > slight ? " and sags back by " + in_mV(*response.sag) + " to " + in_mV(*response.steady) + "."
                                 : " and does not sag.";
  if (!after) return text + " It lasts to the end of the run.";
  if (!response.rebound_spikes)
    return text + " What comes after it takes more than " + readable(most_steps) +
           " steps of the solver, so it is not measured.";
  if (*response.rebound_spikes > 0) {
    const std::string spikes = *response.rebound_spikes == 1 ? " spike." : " spikes.";
    return text + " After it, the cell fires " + readable(*response.rebound_spikes) + spikes;
  }
  if (!response.overshoot) return text + " After it, the run stops early.";
  return text + (*response.overshoot > slight ? " After it, v swings past where it came from by " +
                                                    in_mV(*response.overshoot) + ", without a spike."
                                              : " After it, v returns without swinging past where it came from.");
}

}  // namespace

StepResponse step_response(const Experiment& experiment) {
  require("step_response", experiment);
  StepResponse response;
  const Step* step = experiment.stimulus.empty() ? nullptr : std::get_if<Step>(&experiment.stimulus[0]);
  response.text = objection(step, experiment.duration);
  if (!response.text.empty()) return response;

  const double duration = experiment.duration, onset = step->onset;
  const double end = std::min(duration, onset + step->duration.value_or(duration));
  Experiment exact = experiment;
  exact.solver = Exact{};
  const Recording run = simulate(exact, {onset, end, 2, most_steps});
  response.steps = run.ended.steps;
  const auto first = std::lower_bound(run.spikes.begin(), run.spikes.end(), onset);
  if (first != run.spikes.end() && *first < end) {
    response.text = by_exact(experiment) + "The cell fires during the step, so there is no sag to measure.";
    return response;
  }
  if (run.time.size() < 2) {
    response.text = run.ended.kind == End::out_of_budget ? too_long() : "The run stops before the step ends.";
    return response;
  }

  const double side = step->amplitude < 0 ? -1 : 1, baseline = run.v[0], steady = run.v[1];
  const auto furthest = [](std::pair<double, double> range, double way) {
    return way < 0 ? range.first : range.second;
  };
  double left = most_steps;
  const double reached = furthest(range_of_v(exact, {baseline, run.u[0]}, onset, end, left), side);
  std::optional<double> swing;
  if (end < duration && first == run.spikes.end() && run.ended.kind == End::finished)
    swing = furthest(range_of_v(exact, {steady, run.u[1]}, end, duration, left), -side);
  response.steps += most_steps - left;
  if (!(left > 0)) {
    response.text = too_long();
    return response;
  }
  const double extreme = side < 0 ? std::min(reached, steady) : std::max(reached, steady);
  response.baseline = baseline;
  response.extreme = extreme;
  response.steady = steady;
  response.sag = std::fabs(extreme - steady);
  if (baseline != extreme) response.sag_ratio = *response.sag / std::fabs(baseline - extreme);
  if (end < duration && run.ended.kind != End::out_of_budget) {
    response.rebound_spikes = static_cast<double>(run.spikes.end() - first);
    if (swing) response.overshoot = std::max(0.0, -side * (*swing - baseline));
  }
  response.text = by_exact(experiment) + in_words(response, end < duration);
  return response;
}

}  // namespace izh
