// core/train/stretch.hpp: the stretch of a run by which its train is judged, and whether the train runs away.
#pragma once

#include <vector>

#include "core/model/experiment.hpp"
#include "core/model/recording.hpp"

namespace izh {

/// A stretch of a run. The pattern and the steady rate are taken from the same stretch, so that they agree.
struct Judged {
  Span span;           // ms
  bool steady = true;  // the current does not change in it
  bool whole = true;   // it is all the time while the stimulus is on, as far as the run has gone
};

/// The stretch by which to judge the train `spikes` [ms, ascending] of a run of `experiment` that ended as `ended`
/// says: the last one of steady current while the stimulus is on. If that has no steady rate but the time after the
/// stimulus does, like firing set off by a pulse, it is the time after. If the current is changing at the end of the
/// stimulus, or the steady stretch there says nothing about the train, it is all the time while the stimulus is on, and
/// not steady. A stretch says nothing if it is shorter than an interval that ends in it, like the last pulse of a pulse
/// train, or if it holds at most one spike and is shorter than half of the stimulus or than any interval in it.
Judged judged_stretch(const Experiment& experiment, const std::vector<double>& spikes, const Ended& ended);

/// Whether the train of such a run, with u just after each spike `reset_u` [pA], runs away: u after its last spike is
/// below the level of firing.hpp for the smallest of the run's currents, or a cell that can run away fired faster than
/// 1000 spikes per millisecond.
bool train_runs_away(const Experiment& experiment, const std::vector<double>& reset_u, const Ended& ended);

}  // namespace izh
