#include "core/simulate.hpp"

#include <cmath>
#include <stdexcept>

#include "core/exact.hpp"
#include "core/fixed_step.hpp"

namespace izh {

Recording simulate(const Experiment& experiment, const Window& window) {
  const Cell& cell = experiment.cell;
  if (!(cell.C > 0 && cell.k > 0 && cell.a >= 0 && cell.c < cell.vpeak && experiment.duration > 0))
    throw std::invalid_argument("simulate: needs C > 0, k > 0, a >= 0, c < vpeak and duration > 0");
  if (!(window.points >= 0 && window.from >= 0 && window.budget >= 1))
    throw std::invalid_argument("simulate: needs a window with points >= 0, from >= 0 and a budget of at least 1");
  return std::holds_alternative<Exact>(experiment.solver) ? simulate_exact(experiment, window)
                                                          : simulate_fixed_step(experiment, window);
}

}  // namespace izh
