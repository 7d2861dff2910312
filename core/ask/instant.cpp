#include "core/ask/instant.hpp"

#include <algorithm>
#include <stdexcept>

#include "core/model/resolve.hpp"
#include "core/schema/require.hpp"
#include "core/solve/simulate.hpp"

namespace izh {

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
  Instant now;
  now.time = time;
  now.v = recording.v[0];
  now.u = recording.u[0];
  now.current = recording.current[0];
  now.spikes = static_cast<double>(count);
  if (count > 0 && spikes[count - 1] == time) {  // rounding may make the true time of the spike later than `time`
    now.v = recording.reset_v[count - 1];
    now.u = recording.reset_u[count - 1];
  }
  const Cell& cell = experiment.cell;
  const State rate = derivative(cell, {now.v, now.u}, now.current);
  now.dv_dt = rate.v;
  now.du_dt = rate.u;
  now.membrane = cell.k * (now.v - cell.vr) * (now.v - cell.vt);
  now.recovery = -now.u;
  now.capacitive = now.membrane + now.recovery + now.current;
  return now;
}

}  // namespace izh
