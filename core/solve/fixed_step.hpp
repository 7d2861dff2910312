// core/solve/fixed_step.hpp: Runge-Kutta and Euler with the reset on the time grid, as students write them.
//
// The scheme: throughout a step, including the inner stages of Runge-Kutta, the current keeps its value at the step's
// start t; it is on for onset <= t < end, or for onset < t <= end, as `edge` says. If v > vpeak after the step, the
// grid point gets v = c and u + d, the spike time is the end of the step, and the peak is not recorded. It lets users
// see what such a script gets wrong: whatever the method, the reset makes it first order.
#pragma once

#include <functional>

#include "core/model/experiment.hpp"
#include "core/model/recording.hpp"

namespace izh {

/// Runs `experiment`, whose solver is Rk4 or Euler. See `simulate` for what comes back.
Recording simulate_fixed_step(const Experiment& experiment, const Window& window);

/// A step between two grid points; `after` is the state stored at the second, after the reset if the cell fires.
struct GridStep {
  double begin, end;  // ms
  State before, after;
  bool fires;
};

/// Continues a run from its state at `time` [ms], rounded to the nearest grid point, and hands every step to `each`
/// until `each` returns false, the run ends, the numbers blow up or the budget of steps is spent.
void follow_fixed_step(const Experiment& experiment, const State& state, double time, double budget,
                       const std::function<bool(const GridStep&)>& each);

}  // namespace izh
