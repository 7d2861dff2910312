// core/settling.hpp: the cycle that a train of spikes settles to, long before it has.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/cell.hpp"

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

/// The attracting cycle of at most 15 spikes that a train approaches whose last states after a spike had `reset_u`
/// [pA]; none when it approaches none as far as can be told. The state after a spike is (c, u), so all that follows is
/// a map of one number, and near an attracting cycle of p spikes the differences of u from one turn to the next shrink
/// by one ratio, the slope of the map's p-th iterate. Where the last differences do, the cycle is the fixed point of
/// that iterate, found by Newton's method with exact passages to about 1e-13 of u, however slow the approach; its slope
/// must agree. Where the differences do not shrink evenly (a chaotic train, a cycle just losing its stability) there is
/// none.
std::optional<SpikeCycle> approached_cycle(const Cell& cell, double current, const std::vector<double>& reset_u);

}  // namespace izh
