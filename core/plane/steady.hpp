// core/plane/steady.hpp: what a run does while its current is steady.
#pragma once

#include <tuple>
#include <vector>

#include "core/model/experiment.hpp"
#include "core/schema/text.hpp"

namespace izh {

/// The spikes of a run under one steady current.
struct SteadyTrain {
  std::vector<double> reset_u;  // pA, just after each spike, in order
  double cycle = 0.0;           // spikes after which the end of the train repeats; 0: no repeat seen
  double settling = 0.0;        // spikes of the cycle that the train approaches; 0: it repeats, or approaches none
  Text text;                    // the same in words
};

template <>
inline constexpr auto fields<SteadyTrain> = std::tuple{
    samples(&SteadyTrain::reset_u, "reset_u", "pA", "Recovery current just after each spike."),
    result(&SteadyTrain::cycle, "cycle", "", "Spikes after which the train repeats."),
    result(&SteadyTrain::settling, "settling", "",
           "Spikes of the cycle that a train which does not repeat comes nearer to."),
    said(&SteadyTrain::text, "text", "The same in words."),
};

/// What a train under a steady current comes to.
namespace steady_texts {

inline constexpr auto spikes = slot::count("spikes");
inline constexpr auto cycle = slot::count("cycle");
inline constexpr auto current = slot::chosen("current", "pA");

inline constexpr Says no_steps{"steady.no_steps", current};  // fewer than two spikes
inline constexpr Says too_few{"steady.too_few", spikes, current};
inline constexpr Says settles_to_one{"steady.settles_to_one", spikes, current};
inline constexpr Says settles{"steady.settles", spikes, cycle, current};
inline constexpr Says no_repeat{"steady.no_repeat", spikes, current};
inline constexpr Says repeats_one{"steady.repeats_one", spikes, current};
inline constexpr Says repeats{"steady.repeats", spikes, cycle, current};

inline constexpr std::tuple all{no_steps, too_few, settles_to_one, settles, no_repeat, repeats_one, repeats};

}  // namespace steady_texts

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
