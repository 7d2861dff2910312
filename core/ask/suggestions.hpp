// core/ask/suggestions.hpp: the settings that an analysis starts with.
#pragma once

#include <string>
#include <vector>

#include "core/model/experiment.hpp"
#include "core/plane/after_spike.hpp"
#include "core/sweep/fi_curve.hpp"
#include "core/sweep/sweep.hpp"
#include "core/sweep/thresholds.hpp"

namespace izh {

/// Currents [pA] worth a curve: from 0 (or the lowest current of the experiment) to twice the saddle-node current, or a
/// little beyond the highest current of the experiment if that is more; rounded ends, 131 to 281 points.
CurrentRange suggested_currents(const Experiment& experiment);

/// A range worth sweeping: for the current, the same as above; for a parameter, from half to one and a half times its
/// value (if 0, the range of its slider), within what is valid. Throws std::invalid_argument when there is no parameter
/// of that name.
Sweep suggested_sweep(const Experiment& experiment, const std::string& parameter);

/// The u after a spike [pA] worth a map under `current` [pA]: all of `reset_u` [pA] (those of the run on show) and the
/// values around rest, with a third as much room on either side; rounded ends, 131 to 281 points.
MapRange suggested_map_range(const Cell& cell, double current, const std::vector<double>& reset_u);

}  // namespace izh
