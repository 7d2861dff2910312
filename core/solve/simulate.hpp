// core/solve/simulate.hpp: an Experiment to its Recording, by the solver it names.
#pragma once

#include "core/model/experiment.hpp"
#include "core/model/recording.hpp"

namespace izh {

/// The samples of `window` (points of them, evenly from `from` to `to`, both included) and every spike of the run.
/// A run that meets the budget, diverges, or fires without bound stops there, keeps what it has and says so in `ended`.
/// Throws std::invalid_argument when the experiment or the window is not valid; `resolve` tells what is wrong in full.
Recording simulate(const Experiment& experiment, const Window& window = {});

/// The same of what is known to be valid, but for its duration, which may be as short as one likes.
Recording recorded(const Experiment& experiment, const Window& window);

}  // namespace izh
