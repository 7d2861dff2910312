// core/solve/settling.hpp: the cycle that a train of spikes settles to, long before it has.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/model/cell.hpp"

namespace izh {

/// A repeating pattern of spikes under a steady current.
struct SpikeCycle {
  std::size_t spikes = 0;  // per cycle
  double period = 0.0;     // ms
  double u = 0.0;          // pA, after one of its spikes
};

/// Spikes of the cycle that a train seems to settle to whose last states after a spike had `reset_u` [pA]: the fewest,
/// up to 15, for which the differences of u from one turn to the next shrink by one ratio over the last four turns; 0:
/// none. What is seen of the train alone; `approached_cycle` makes sure that there is such a cycle.
std::size_t settling_cycle(const std::vector<double>& reset_u);

/// What a train is on its way to whose u after a spike changes one way, from turn to turn a little.
struct Settling {
  std::optional<SpikeCycle> cycle;  // the attracting cycle that it comes to
  // pA: there is none where it passes slowest, but there was one, or will be, at another current: from this u after a
  // spike on it leaves that place as fast as it came.
  std::optional<double> beyond;
};

/// What becomes of a train whose last states after a spike had `reset_u` [pA], where it is the cycle of
/// `approached_cycle`, or where it passes a fold of cycles. From one turn to the next u goes by f(u) = g(u) - u, g the
/// p-th iterate of the map from spike to spike. Where u creeps on one way, with 0 < g' < 1, Newton's method on f, with
/// the exact g' (`Passages::slope`), comes to its zero, a cycle that attracts; or to where g' = 1 and f has kept its
/// sign: there no cycle is, however many turns the passage takes (they go as one over the root of that f). Neither
/// where nothing of the kind is seen.
Settling settling(const Cell& cell, double current, const std::vector<double>& reset_u);

/// The attracting cycle of at most 15 spikes that a train approaches whose last states after a spike had `reset_u`
/// [pA]; none when it approaches none as far as can be told. The state after a spike is (c, u), so all that follows is
/// a map of one number, and near an attracting cycle of p spikes the differences of u from one turn to the next shrink
/// by one ratio, the slope of the map's p-th iterate. Where the last differences do, the cycle is the fixed point of
/// that iterate, found by Newton's method with exact passages to about 1e-13 of u, however slow the approach; its slope
/// must agree. Near a fold of cycles, where they shrink ever more slowly, see `settling`. Where the differences do
/// neither (a chaotic train, a cycle just losing its stability) there is none.
std::optional<SpikeCycle> approached_cycle(const Cell& cell, double current, const std::vector<double>& reset_u);

}  // namespace izh
