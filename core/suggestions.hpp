// core/suggestions.hpp: what an analysis is asked with until a person says otherwise.
#pragma once

#include <string>
#include <vector>

#include "core/after_spike.hpp"
#include "core/experiment.hpp"
#include "core/fi_curve.hpp"
#include "core/sweep.hpp"
#include "core/thresholds.hpp"

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

/// For each of `thresholds` [pA], in their order, a current at which a run shows what it does: a hundredth above it (at
/// least 1e-3 pA), where the wait for the spike is no longer than a run, but at most about halfway to the next higher
/// one, where something else begins; rounded up to few digits. Thresholds within 2e-6 pA, which is as near as two
/// searches are sure to tell apart, count as one. Throws std::invalid_argument when one is not finite.
std::vector<double> just_above(const std::vector<double>& thresholds);

/// `threshold` and `above` more, which is above 0, rounded up to the second digit of what is added: by a tenth of it at
/// most. Throws std::invalid_argument when they are not finite.
double little_above(double threshold, double above);

/// What to lay over an experiment to see a step.
struct ThresholdRun {
  std::vector<Stimulus> stimulus;
  double duration = 0.0;  // ms
};

template <>
inline constexpr auto fields<ThresholdRun> = std::tuple{
    list(&ThresholdRun::stimulus, "stimulus", 32, "The step."),
    result(&ThresholdRun::duration, "duration", "ms", "How long the run lasts."),
};

/// The step of `amplitude` [pA] that a search was about, from the start that `experiment` has: from rest after 100 ms,
/// in which nothing happens; from elsewhere at once. After a step that ends the run goes on for 300 ms; under one
/// without end it lasts 2 s or as long as the experiment's. Never longer than a run may be.
ThresholdRun threshold_run(const Experiment& experiment, double amplitude, const Search& search);

}  // namespace izh
