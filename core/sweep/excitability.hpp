// core/sweep/excitability.hpp: thresholds found by simulating the cell.
#pragma once

#include <cstddef>
#include <optional>

#include "core/model/experiment.hpp"

namespace izh {

/// The membrane potential [mV] to which a kick must carry the resting cell (`rest_state`, no current) for a spike to
/// follow: the edge between the initial v that fall back and those that fire, to about 1e-9 mV. None when no kick is
/// needed, or when none up to vpeak gives a spike within 10 s. It is where the saddle's stable manifold crosses the u
/// of the resting state, not vt.
std::optional<double> kick_threshold(const Cell& cell);

/// The smallest amplitude [pA] of a step from 100 ms on at which `experiment`, run by the exact method for its
/// duration, fires at least `count` spikes; searched between `low` (too small) and `high` (enough) [pA], to 1e-9 of
/// their distance. None when `low` is already enough or `high` is not. The step replaces the stimulus of `experiment`.
std::optional<double> step_threshold(const Experiment& experiment, std::size_t count, double low, double high);

}  // namespace izh
