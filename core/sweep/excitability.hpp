// core/sweep/excitability.hpp: thresholds, found by running the cell.
#pragma once

#include <cstddef>
#include <optional>

#include "core/model/experiment.hpp"

namespace izh {

/// The membrane potential [mV] to which a kick must carry the resting cell (`rest_state`, no current) for one spike to
/// follow: the edge between the starts that fall back and those that fire, to about 1e-9 mV. None when no kick up to
/// vpeak is needed or enough within 10 s. It is where the saddle's stable manifold crosses the u of the rest, not vt.
std::optional<double> kick_threshold(const Cell& cell);

/// The smallest amplitude [pA] of a step from 100 ms on at which `experiment`, run by the exact method for its
/// duration, fires at least `count` spikes, between `low` (too small) and `high` (enough), to 1e-9 of their distance.
/// None when `low` fires already or `high` does not. The stimulus of `experiment` is replaced by that step.
std::optional<double> step_threshold(const Experiment& experiment, std::size_t count, double low, double high);

}  // namespace izh
