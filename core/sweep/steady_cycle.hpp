// core/sweep/steady_cycle.hpp: the cycle that a train of spikes settles to under a steady current.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/model/cell.hpp"
#include "core/solve/passage.hpp"

namespace izh {

/// What a train repeats.
struct SteadyCycle {
  double spikes, period;  // 0 spikes: no repeat was seen, and the period is the mean interval [ms]
  double u;               // pA, after its last spike
};

/// How many spikes of a train are followed until it repeats.
constexpr int usual_spikes = 320;

/// The cycle of a train that is certain to fire, its u after each spike [pA] and the intervals before them [ms].
struct CertainCycle {
  std::vector<double> u, interval;
};

/// The cycle that a cell settles to from `start` where it is certain to fire (`must_fire`) and does not run away, found
/// in 2e5 solver steps: a slow passage of the bottleneck is followed once, as it comes out of it in one way, and a
/// cycle counts that repeats to nine digits, of which a passage of hours leaves no more. Empty where none is found.
CertainCycle certain_cycle(const Cell& cell, const State& start, double current);

/// The train of spikes from `start` under a steady `current` [pA], up to its repeat to nine digits; after `most_spikes`
/// without one, the mean of the second half of its intervals. None where it falls silent or runs away, or the `steps`
/// of the solver, from which it takes its own, do not last.
std::optional<SteadyCycle> cycle_of(const Cell& cell, const State& start, double current, double& steps,
                                    int most_spikes = usual_spikes);

/// From a state to the next spike, in so many steps at most.
using ToSpike = std::function<Passage(const State& state, double most_steps)>;

/// The cycle that a train comes to from u after a spike [pA], followed by `to_spike` (of parabola.hpp: at I* itself,
/// where nothing is lost); none where it ends, or shows none. `scale` [pA] is the size of which u is known.
std::optional<SteadyCycle> cycle_from(const ToSpike& to_spike, const Cell& cell, double u, double scale);

/// The cycle that a train lasts in under `current` [pA], from u after a spike; none where it ends, shows none, or only
/// creeps by a fold of cycles, where it may seem to repeat.
std::optional<SteadyCycle> lasting_cycle(const Cell& cell, double current, double u);

}  // namespace izh
