// core/solve/simulate.hpp: runs an Experiment with the solver it names, giving a Recording.
#pragma once

#include "core/model/experiment.hpp"
#include "core/model/recording.hpp"
#include "core/solve/exact.hpp"

namespace izh {

/// The samples of `window` (`points` of them, evenly spaced from `from` to `to`, both included) and every spike of the
/// run, in ms, mV and pA.
/// A run that exhausts the budget of steps, diverges, or fires without bound stops there, keeps what it has and says so
/// in `ended`. Throws std::invalid_argument when the experiment or the window is not valid; `resolve` lists everything
/// that is wrong.
Recording simulate(const Experiment& experiment, const Window& window = {});

/// The same without the checks: the experiment must be valid, except that its duration may be as short as you like.
/// The pieces of an exact run are noted in `track`, if one is given.
Recording recorded(const Experiment& experiment, const Window& window, Track* track = nullptr);

}  // namespace izh
