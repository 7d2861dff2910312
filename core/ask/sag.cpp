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

namespace say = sag_texts;

constexpr double most_steps = 2e4;  // for the run, and as many for its extrema

/// Why the response to `step` cannot be measured in a run of `duration` [ms]; empty when it can.
Text objection(const Step* step, double duration) {
  if (!step) return say::no_step();
  if (step->amplitude == 0) return say::no_amplitude();
  if (step->onset < 0 || step->onset >= duration) return say::outside();
  return {};
}

/// The lowest and the highest v [mV] from `start` at time `from` to time `to` [ms], with no spike in between. Deducts
/// its steps from `left`, which is 0 if they were not enough.
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

Text during(const StepResponse& response) {
  const double from = *response.baseline, to = *response.extreme;
  return !slight(*response.sag, "mV") ? say::sags(from, to, *response.sag, *response.steady) : say::stays(from, to);
}

Text after(const StepResponse& response) {
  if (!response.rebound_spikes) return say::unmeasured(most_steps);
  if (*response.rebound_spikes > 0) return say::rebound(*response.rebound_spikes);
  // A run without a spike after its step comes to its end. To overflow, the highest coefficient of the series, of order
  // 24, takes rates of 10^(308/25) = 2e12 per ms; the valid ranges allow rates of up to sqrt(k u)/C = 1e10, with
  // k = 1e3, C = 1e-3 and the u = 2e11 that 2e5 spikes of d = 1e6 leave.
  const double overshoot = response.overshoot.value_or(0);
  return slight(overshoot, "mV") ? say::returns() : say::swings(overshoot);
}

}  // namespace

StepResponse step_response(const Experiment& experiment) {
  require("step_response", experiment);
  StepResponse response;
  const Step* step = experiment.stimulus.empty() ? nullptr : std::get_if<Step>(&experiment.stimulus[0]);
  response.text = objection(step, experiment.duration);
  const auto whole = [&](Text answer) {
    return std::holds_alternative<Exact>(experiment.solver) ? answer : say::by_exact(answer);
  };
  if (!response.text.empty()) return response;

  const double duration = experiment.duration, onset = step->onset;
  const double end = std::min(duration, onset + step->duration.value_or(duration));
  Experiment exact = experiment;
  exact.solver = Exact{};
  const Recording run = simulate(exact, {onset, end, 2, most_steps});
  response.steps = run.ended.steps;
  const auto first = std::lower_bound(run.spikes.begin(), run.spikes.end(), onset);
  if (first != run.spikes.end() && *first < end) {
    response.text = whole(say::fires());
    return response;
  }
  if (run.time.size() < 2) {
    response.text = run.ended.kind == End::out_of_budget ? say::too_long(most_steps) : say::stops();
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
    response.text = say::too_long(most_steps);
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
  response.text = whole(sentences({during(response), end < duration ? after(response) : say::to_end()}));
  return response;
}

}  // namespace izh
