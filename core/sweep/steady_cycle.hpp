// core/sweep/steady_cycle.hpp: the cycle that a train of spikes settles to under a steady current.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/model/cell.hpp"
#include "core/solve/passage.hpp"

namespace izh {

/// The cycle that a train repeats.
struct SteadyCycle {
  double spikes, period;  // 0 spikes: no repeat seen, and the period is the mean interval [ms]
  double u;               // pA, after its last spike
};

/// How many spikes a train is usually followed for until it repeats.
constexpr int usual_spikes = 320;

/// The cycle of a train that is certain to fire: u after each spike [pA] and the intervals before the spikes [ms].
struct CertainCycle {
  std::vector<double> u, interval;
};

/// The cycle that a cell settles to from `start` under `current` [pA], if it is certain to fire (`must_fire`) and does
/// not run away; found within 2e5 solver steps. A slow passage of the bottleneck is followed only once, as every orbit
/// comes out of it the same way, and a cycle counts if it repeats to nine digits, all that is left after a passage of
/// hours. Empty if none is found.
CertainCycle certain_cycle(const Cell& cell, const State& start, double current);

/// The train of spikes from `start` under a steady `current` [pA], up to its repeat to nine digits; after `most_spikes`
/// without one, the mean of the second half of its intervals. None if it falls silent or runs away, or if the solver
/// `steps`, from which it deducts its own, run out.
std::optional<SteadyCycle> cycle_of(const Cell& cell, const State& start, double current, double& steps,
                                    int most_spikes = usual_spikes);

/// From a state to the next spike, in at most `most_steps`.
using ToSpike = std::function<Passage(const State& state, double most_steps)>;

/// The cycle that a train comes to from u after a spike [pA], followed by `to_spike` (that of parabola.hpp at I*
/// itself, where it loses no accuracy); none if it ends or shows no cycle. `scale` [pA] is the size relative to which u
/// is known.
std::optional<SteadyCycle> cycle_from(const ToSpike& to_spike, const Cell& cell, double u, double scale);

/// The cycle that a train settles in for good under `current` [pA], from u after a spike [pA]; none if it ends, shows
/// no cycle, or merely creeps past a fold of cycles, where it may seem to repeat.
std::optional<SteadyCycle> lasting_cycle(const Cell& cell, double current, double u);

}  // namespace izh
