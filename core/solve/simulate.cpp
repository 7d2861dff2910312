#include "core/solve/simulate.hpp"

#include "core/model/resolve.hpp"
#include "core/solve/fixed_step.hpp"

namespace izh {

Recording simulate(const Experiment& experiment, const Window& window) {
  require("simulate", experiment);
  require("simulate", window);
  return recorded(experiment, window);
}

Recording recorded(const Experiment& experiment, const Window& window, Track* track) {
  return std::holds_alternative<Exact>(experiment.solver) ? simulate_exact(experiment, window, track)
                                                          : simulate_fixed_step(experiment, window);
}

}  // namespace izh
