#include "core/ask/study.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/ask/headline.hpp"
#include "core/model/resolve.hpp"
#include "core/plane/phase_plane.hpp"
#include "core/solve/simulate.hpp"
#include "core/train/run_measures.hpp"

namespace izh {

Currents currents_within(const Corners& corners, double from, double to) {
  const std::vector<double>&time = corners.time, &current = corners.current;
  Currents found{std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity(), current.back()};
  for (std::size_t i = 0; i + 1 < time.size(); ++i) {
    const double span = time[i + 1] - time[i];
    if (!(span > 0) || time[i + 1] <= from || time[i] >= to) continue;
    const auto at = [&](double t) { return current[i] + (current[i + 1] - current[i]) * ((t - time[i]) / span); };
    const double first = at(std::max(from, time[i]));
    found.last = at(std::min(to, time[i + 1]));
    found.low = std::min({found.low, first, found.last});
    found.high = std::max({found.high, first, found.last});
  }
  if (!(found.low <= found.high)) found.low = found.high = found.last;
  return found;
}

Landmarks landmarks(const Cell& cell, const Currents& currents) {
  Landmarks found{{cell.vr, cell.vt, cell.c}, {}, cell.k * (cell.vt - cell.vr) * (cell.vt - cell.vr) / 4};
  for (const double current : {currents.low, currents.high}) {
    found.u.push_back(current - found.depth);
    for (const FixedPoint& point : fixed_points(cell, current)) {
      found.v.push_back(point.v);
      found.u.push_back(point.u);
    }
  }
  return found;
}

Study study(const Experiment& experiment, const Window& window) {
  Study found;
  found.start = initial_state(experiment);
  found.rest = rest_state(experiment.cell);
  require("study", experiment);
  require("study", window);
  Track track;
  found.recording = recorded(experiment, window, window.points > 0 ? &track : nullptr);
  const Recording& recording = found.recording;
  found.measures = run_measures(experiment, recording.spikes, recording.reset_u, recording.ended);
  found.pattern = run_pattern(experiment, recording.spikes, recording.reset_u, recording.ended);
  found.verdict = verdict_of(experiment, recording.spikes, recording.reset_u, recording.ended, found.pattern,
                             found.measures, nullptr);
  found.orbit = run_orbit(experiment, recording, found.pattern, window.budget, &track);
  if (recording.spikes.empty() && recording.ended.kind == End::finished)
    found.response.push_back(step_response(experiment));
  found.rates = rate_against_current(recording.spikes, experiment.stimulus);
  found.corners = corners(experiment.stimulus, experiment.duration);
  found.currents = currents_within(found.corners, 0, experiment.duration);
  found.currents.last = currents_within(found.corners, window.from,
                                        std::min(window.to.value_or(experiment.duration), experiment.duration))
                            .last;
  found.landmarks = landmarks(experiment.cell, found.currents);
  found.held = held_currents(experiment.stimulus, experiment.duration);
  found.headline = headline(experiment, found.measures, found.pattern,
                            found.response.empty() ? nullptr : &found.response[0], recording.ended);
  found.clipped = clipped(experiment.stimulus, experiment.duration);
  return found;
}

}  // namespace izh
