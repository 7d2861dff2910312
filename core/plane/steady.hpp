// core/plane/steady.hpp: what a run does while its current holds still.
#pragma once

#include <vector>

#include "core/model/experiment.hpp"

namespace izh {

/// The spikes of a run that came under one steady current.
struct SteadyTrain {
  std::vector<double> reset_u;  // pA, just after each of them, in order
  double cycle = 0.0;           // spikes after which their end repeats; 0: it does not, as far as can be seen
  double settling = 0.0;        // spikes of the cycle that they come ever nearer to; 0: they repeat, or come to none
};

template <>
inline constexpr auto fields<SteadyTrain> = std::tuple{
    samples(&SteadyTrain::reset_u, "reset_u", "pA", "Recovery current just after each spike."),
    result(&SteadyTrain::cycle, "cycle", "", "Spikes after which the train repeats."),
    result(&SteadyTrain::settling, "settling", "",
           "Spikes of the cycle that a train which does not repeat comes nearer to."),
};

/// Of a run of `experiment` with `spikes` [ms, ascending] and u just after each, `reset_u` [pA], those within the last
/// stretch of time over which the current is steady at `current`, its ends included; none where it never is. Their end
/// repeats after p spikes, p from 1 to the longest of repeats.hpp, when each of the last p values of u is that of p
/// spikes before to 1e-4 of the larger of |d|, which is what a spike adds, and the range of all of them: a judgement
/// for the eye, on a run as long as it is. In fixed steps a reset comes up to one step late, so values count as the
/// same that differ by no more than u moves by in one step at the peak; as that is much, half of the train is compared,
/// up to 15 of its values. A train does not repeat whose u drifts on from one quarter of it to the next, by steps too
/// small to be seen, nor one that is certain to run away. A train that does not repeat yet, or seems to after several
/// turns of a shorter cycle that it comes nearer to, is settling to that cycle, as settling.hpp tells by its last four
/// turns. Throws std::invalid_argument unless there is one
/// u for each spike and `current` is finite.
SteadyTrain steady_train(const Experiment& experiment, const std::vector<double>& spikes,
                         const std::vector<double>& reset_u, double current);

}  // namespace izh
