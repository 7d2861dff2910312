// core/train/stretch.hpp: the stretch of a run by which its train is judged, and whether that train runs away.
#pragma once

#include <vector>

#include "core/model/experiment.hpp"
#include "core/model/recording.hpp"

namespace izh {

/// A stretch of time of a run. Its pattern and its steady rate are both those of one stretch, so that they agree.
struct Judged {
  Span span;           // ms
  bool steady = true;  // the current does not change in it
  bool whole = true;   // it is all the time while the stimulus is on, as far as the run has seen it
};

/// By which stretch the train of a run of `experiment` with `spikes` [ms, ascending] is judged that ended as `ended`
/// says: the last one of steady current while the stimulus is on. Where there is no steady rate in it but one in the
/// time after the stimulus, as of firing that a pulse has set off, it is that time. Where the current changes at the
/// end of the stimulus, or the steady stretch there tells nothing of the train, all the time while the stimulus is on
/// is taken, which is not steady. It tells nothing where it is shorter than one of the intervals that end in it, as the
/// last pulse of a train of them, or holds one spike or none and is shorter than half of the time while the stimulus is
/// on, or than any interval in that.
Judged judged_stretch(const Experiment& experiment, const std::vector<double>& spikes, const Ended& ended);

/// Whether the train of such a run, with u just after each spike `reset_u` [pA], runs away: u after its last spike is
/// below the level of firing.hpp for the least of the run's currents, or spikes came faster than 1000 a millisecond of
/// a cell that can run away.
bool train_runs_away(const Experiment& experiment, const std::vector<double>& reset_u, const Ended& ended);

}  // namespace izh
