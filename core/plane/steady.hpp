// core/plane/steady.hpp: what a run does while its current is steady.
#pragma once

#include <vector>

#include "core/model/experiment.hpp"

namespace izh {

/// The spikes of a run under one steady current.
struct SteadyTrain {
  std::vector<double> reset_u;  // pA, just after each spike, in order
  double cycle = 0.0;           // spikes after which the end of the train repeats; 0: no repeat seen
  double settling = 0.0;        // spikes of the cycle that the train approaches; 0: it repeats, or approaches none
};

template <>
inline constexpr auto fields<SteadyTrain> = std::tuple{
    samples(&SteadyTrain::reset_u, "reset_u", "pA", "Recovery current just after each spike."),
    result(&SteadyTrain::cycle, "cycle", "", "Spikes after which the train repeats."),
    result(&SteadyTrain::settling, "settling", "",
           "Spikes of the cycle that a train which does not repeat comes nearer to."),
};

/// Of a run of `experiment` with `spikes` [ms, ascending] and u just after each, `reset_u` [pA]: the spikes within the
/// last stretch of time over which the current is steady at `current` [pA], its ends included; none if there is no such
/// stretch. The end of the train repeats after p spikes, p from 1 to the longest of repeats.hpp, if each of the last p
/// values of u equals the one p spikes before to 1e-4 of the larger of |d|, which a spike adds, and the range of all of
/// them: a judgement for the eye, on a run as long as it is. With fixed steps a reset comes up to one step late, so
/// values that differ by no more than u changes in one step at the peak count as equal; as that is a lot, half of the
/// train is compared, up to 15 of its values. A train does not repeat if its u drifts on from one quarter of the train
/// to the next, by steps too small to see, or if it is certain to run away. A train that does not repeat yet, or seems
/// to repeat only after several turns of a shorter cycle that it approaches, is settling to that cycle, judged by its
/// last four turns as in settling.hpp. Throws std::invalid_argument when the experiment is not valid, and unless there
/// is one u for each spike and `current` is finite.
SteadyTrain steady_train(const Experiment& experiment, const std::vector<double>& spikes,
                         const std::vector<double>& reset_u, double current);

}  // namespace izh
