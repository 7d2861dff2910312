// core/solve/fixed_step.hpp: Runge-Kutta and Euler with the reset on the grid, as students write them.
//
// The scheme: the current is held over the step, the inner stages of Runge-Kutta too, at its value at the step's start
// t: on where onset <= t < end, or onset < t <= end, as `edge` says. After the step, v > vpeak is tested; if so the
// grid point gets v = c and u + d, the spike is noted at that end of the step, and the peak is not recorded. It is here
// so that users can see what such a script gets wrong: whatever the method, the reset makes it first order.
#pragma once

#include <functional>

#include "core/model/experiment.hpp"
#include "core/model/recording.hpp"

namespace izh {

/// Runs `experiment`, whose solver is Rk4 or Euler. See `simulate` for what comes back.
Recording simulate_fixed_step(const Experiment& experiment, const Window& window);

/// A step between two points of the grid; `after` is the state that the grid point gets, past a reset where it fires.
struct GridStep {
  double begin, end;  // ms
  State before, after;
  bool fires;
};

/// Goes on with a run from the state that it has at `time` [ms], which is a point of its grid, and hands every step to
/// `each` until that says false, the run ends or its numbers run away, or the budget of steps is spent.
void follow_fixed_step(const Experiment& experiment, const State& state, double time, double budget,
                       const std::function<bool(const GridStep&)>& each);

}  // namespace izh
