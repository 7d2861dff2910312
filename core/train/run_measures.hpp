// core/train/run_measures.hpp: the measures of a run, given what its current does and how it ended.
#pragma once

#include <vector>

#include "core/model/experiment.hpp"
#include "core/model/recording.hpp"
#include "core/train/spikes.hpp"

namespace izh {

/// The measures of a run of `experiment` with `spikes` [ms, ascending] and u just after each, `reset_u` [pA], that
/// ended as `ended` says. The window is that of the stimulus, as far as the run has gone. The steady rate, or the
/// reason why there is none, is that of the stretch of stretch.hpp, from `steady_from` to `steady_to` if that is not
/// the whole window. There is none if that stretch is not steady (`current_changes`) or the run was not followed to its
/// end (`out_of_budget`, `diverged`); a train that runs away (see stretch.hpp) has no rate of any kind. Throws
/// std::invalid_argument as `measures` does, and unless there is one u for each spike and the run took some time.
/// The first interval over the last is given only if the current is steady throughout.
Measures run_measures(const Experiment& experiment, const std::vector<double>& spikes,
                      const std::vector<double>& reset_u, const Ended& ended);

}  // namespace izh
