// core/solve/settling.hpp: the cycle that a train is settling to, found long before it has settled.
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

/// Spikes in the cycle that a train seems to settle to, given `reset_u` [pA], its last values of u after a spike: the
/// smallest number, up to 15, for which the differences of u from one cycle to the next shrink by a constant ratio over
/// the last four cycles; 0 if there is none. Judged from the train alone; `approached_cycle` verifies that the cycle
/// exists.
std::size_t settling_cycle(const std::vector<double>& reset_u);

/// Where a train is going.
struct Settling {
  std::optional<SpikeCycle> cycle;  // the attracting cycle that it approaches
  // pA: it passes the ghost of a cycle, which exists only at nearby currents. From this u after a spike on, it leaves
  // the ghost as fast as it approached it.
  std::optional<double> beyond;
};

/// Where a train is going, given `reset_u` [pA], its last values of u after a spike: to the cycle of
/// `approached_cycle`, or past a fold of cycles. From one cycle to the next u changes by f(u) = g(u) - u, g being the
/// p-th iterate of the map from spike to spike. Where u creeps one way with 0 < g' < 1, Newton's method on f, with the
/// exact g' (`Passages::slope`), finds either its zero, an attracting cycle, or a place where g' = 1 and f has kept its
/// sign: there is no cycle there, however many cycles the passage lasts (their number goes as 1/√|f|). Both members are
/// empty where neither is found.
Settling settling(const Cell& cell, double current, const std::vector<double>& reset_u);

/// The attracting cycle of at most 15 spikes that a train approaches, given `reset_u` [pA], its last values of u after
/// a spike; none if no approach can be detected. The state after a spike is (c, u), so the train follows a
/// one-dimensional map, and near an attracting cycle of p spikes the differences of u from one cycle to the next shrink
/// by a constant ratio, the slope of the map's p-th iterate. Where the last differences do so, the cycle is the fixed
/// point of that iterate, found by Newton's method with exact passages to about 1e-13 of u, however slow the approach;
/// its slope must agree. Near a fold of cycles, where the differences shrink ever more slowly, see `settling`. Where
/// they do neither (a chaotic train, a cycle just losing its stability) there is none.
std::optional<SpikeCycle> approached_cycle(const Cell& cell, double current, const std::vector<double>& reset_u);

}  // namespace izh
