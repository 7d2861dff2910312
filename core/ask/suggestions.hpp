// core/ask/suggestions.hpp: what an analysis is asked with until a person says otherwise.
#pragma once

#include <string>
#include <vector>

#include "core/model/experiment.hpp"
#include "core/plane/after_spike.hpp"
#include "core/sweep/fi_curve.hpp"
#include "core/sweep/sweep.hpp"
#include "core/sweep/thresholds.hpp"

namespace izh {

/// Currents worth a curve: from 0 (or the lowest current of the experiment) to twice the saddle-node current, or to a
/// little beyond the highest current of the experiment if that is more; ends on round numbers, 200 points.
CurrentRange suggested_currents(const Experiment& experiment);

/// The range worth a sweep: of the current the same as above; of a parameter from half to one and a half times its
/// value (at 0: the range of its slider), within what is valid. Throws std::invalid_argument when there is no parameter
/// of that name.
Sweep suggested_sweep(const Experiment& experiment, const std::string& parameter);

/// The u after a spike worth a map: all of `reset_u` [pA] (those of the run on show) and the values around rest, with a
/// third of room on both sides; 200 points.
MapRange suggested_map_range(const Cell& cell, double current, const std::vector<double>& reset_u);

}  // namespace izh
