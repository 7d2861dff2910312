// core/fixed_step.hpp: Runge-Kutta and Euler with the reset on the grid, as students write them.
//
// The scheme: the current is held over the step at its value at the step's start, switched on when t > onset; after the
// step, v > vpeak is tested; if so the grid point gets v = c and u + d, and the peak is not recorded. It is here so
// that users can see what such a script gets wrong: whatever the method, the reset makes it first order.
#pragma once

#include "core/experiment.hpp"
#include "core/recording.hpp"

namespace izh {

/// Runs `experiment`, whose solver is Rk4 or Euler. See `simulate` for what comes back.
Recording simulate_fixed_step(const Experiment& experiment, const Window& window);

}  // namespace izh
