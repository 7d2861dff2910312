#include "core/ask/instant.hpp"

#include <algorithm>
#include <utility>

#include "core/model/resolve.hpp"
#include "core/schema/require.hpp"
#include "core/solve/exact.hpp"
#include "core/solve/simulate.hpp"

namespace izh {

namespace {

/// The state of an exact run at `time`, before which there is no spike since `known`, and the current then; none if it
/// needs more than `steps`, or fires nevertheless.
std::optional<std::pair<State, double>> followed(const Experiment& experiment, double time, double steps,
                                                 const AfterSpike& known) {
  const NormalForm form(experiment.cell);
  Orbit orbit{known.time, 0, form.z(known.reset.v), 0};
  double u = known.reset.u, current = 0;
  for (const Segment& drive : segments(experiment.stimulus, experiment.duration)) {
    if (drive.end <= known.time && drive.end < experiment.duration) continue;
    current = drive.at(time);
    orbit.q = form.q(u, drive.at(orbit.time));
    if (follow(form, orbit, drive, std::min(drive.end, time), steps) != Stop::reached) return std::nullopt;
    u = form.u(orbit.q, drive.at(orbit.time));
    if (drive.end > time) break;
  }
  return std::pair{State{form.v(orbit.z), u}, current};
}

/// What belongs to a state of `cell` under `current`.
Instant told(const Cell& cell, double time, const State& state, double current, std::size_t spikes) {
  Instant now;
  now.time = time;
  now.v = state.v;
  now.u = state.u;
  now.current = current;
  now.spikes = static_cast<double>(spikes);
  const State rate = derivative(cell, state, current);
  now.dv_dt = rate.v;
  now.du_dt = rate.u;
  now.membrane = cell.k * (now.v - cell.vr) * (now.v - cell.vt);
  now.recovery = -now.u;
  now.capacitive = now.membrane + now.recovery + now.current;
  return now;
}

}  // namespace

std::optional<Instant> instant(const Experiment& experiment, double time, double budget) {
  require("instant", experiment);
  require("instant", "time", time, {0, experiment.duration}, "ms");
  require("instant", "budget", budget, {1, 1e9}, "steps");
  // What follows is not needed; the small remainder lets the solver take the same step as in the full run.
  Experiment until = experiment;
  until.duration = std::min(experiment.duration, time + 1e-9 * (1 + time));
  const Recording recording = recorded(until, {time, time, 1, budget});
  if (recording.time.empty()) return std::nullopt;

  const auto& spikes = recording.spikes;
  const auto after = std::upper_bound(spikes.begin(), spikes.end(), time);
  const auto count = static_cast<std::size_t>(after - spikes.begin());
  State now{recording.v[0], recording.u[0]};
  if (count > 0 && spikes[count - 1] == time)  // rounding may make the true time of the spike later than `time`
    now = {recording.reset_v[count - 1], recording.reset_u[count - 1]};
  return told(experiment.cell, time, now, recording.current[0], count);
}

std::optional<Instant> instant_after(const Experiment& experiment, double time, double budget,
                                     const AfterSpike& known) {
  const bool exact = std::holds_alternative<Exact>(experiment.solver);
  if (exact && known.time >= 0 && known.time <= time && time <= experiment.duration) {
    require("instant", experiment);
    require("instant", "budget", budget, {1, 1e9}, "steps");
    if (const auto found = followed(experiment, time, budget, known))
      return told(experiment.cell, time, found->first, found->second, known.spikes);
  }
  return instant(experiment, time, budget);
}

}  // namespace izh
