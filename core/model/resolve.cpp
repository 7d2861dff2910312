#include "core/model/resolve.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/schema/merge.hpp"

namespace izh {

namespace {

/// True when `partial` mentions the member at `outer`.`inner`.
bool touches(const Value& partial, const char* outer, const char* inner) {
  const Value* part = partial.find(outer);
  return part && part->find(inner);
}

/// The rules that involve more than one field. A problem is attributed to the field that the edit touched.
void check_together(const Experiment& experiment, const Value& partial, Problems& problems) {
  const Cell& cell = experiment.cell;
  if (!(cell.c < cell.vpeak)) {
    const bool blame_peak = touches(partial, "cell", "vpeak") && !touches(partial, "cell", "c");
    if (blame_peak)
      problems.push_back({"cell.vpeak", "peak_not_above_reset", cell.vpeak, cell.c, 1e4, "mV"});
    else
      problems.push_back({"cell.c", "reset_not_below_peak", cell.c, -1e4, cell.vpeak, "mV"});
  }

  const double* dt = std::visit(
      [](const auto& solver) -> const double* {
        if constexpr (std::is_same_v<std::decay_t<decltype(solver)>, Exact>)
          return nullptr;
        else
          return &solver.dt;
      },
      experiment.solver);
  if (!dt) return;
  const double duration = experiment.duration;
  const bool blame_duration = partial.find("duration") && !touches(partial, "solver", "dt");
  const double least = duration / most_fixed_steps;
  if (*dt > duration) {
    if (blame_duration)
      problems.push_back({"duration", "shorter_than_dt", duration, *dt, 1e5, "ms"});
    else
      problems.push_back({"solver.dt", "longer_than_duration", *dt, least, duration, "ms"});
  } else if (duration / *dt > most_fixed_steps) {
    Problem problem = blame_duration
                          ? Problem{"duration", "too_many_steps", duration, *dt, *dt * most_fixed_steps, "ms"}
                          : Problem{"solver.dt", "too_many_steps", *dt, least, duration, "ms"};
    problem.steps = std::ceil(duration / *dt * (1 - 1e-13));
    problem.most_steps = most_fixed_steps;
    problems.push_back(std::move(problem));
  }
}

}  // namespace

Resolved resolve(const Experiment& current, const Value& partial) {
  Resolved result{current, {}};
  if (partial.is_null()) {
    result.experiment = Experiment{};
    return result;
  }
  merge(&result.experiment, shape<Experiment>(), partial, "", result.problems);
  if (result.problems.empty()) check_together(result.experiment, partial, result.problems);
  if (!result.problems.empty()) result.experiment = current;
  tell(result.problems);
  return result;
}

Value to_value(const Experiment& experiment) { return value_of(&experiment, shape<Experiment>()); }

namespace {

void check_ends(const Window& window, Problems& problems) {
  if (problems.empty() && window.to && *window.to < window.from)
    problems.push_back({"to", "reversed", *window.to, window.from, 1e5, "ms"});
}

}  // namespace

Window window_from(const Value& value, const std::string& what) {
  Window window;
  if (value.is_null()) return window;
  Problems problems;
  merge(&window, shape<Window>(), value, "", problems);
  check_ends(window, problems);
  if (!problems.empty()) refuse(what, problems);
  return window;
}

Experiment experiment_from(const Value& value, const std::string& what) {
  Resolved resolved = resolve(Experiment{}, value);
  if (!resolved.problems.empty()) refuse(what, resolved.problems);
  return std::move(resolved.experiment);
}

void require(const char* function, const Experiment& experiment) {
  Problems problems;
  check_described(&experiment, shape<Experiment>(), "", problems);
  if (problems.empty()) check_together(experiment, nullptr, problems);
  if (!problems.empty()) refuse(function, problems);
}

void require(const char* function, const Cell& cell) {
  Experiment experiment;
  experiment.cell = cell;
  require(function, experiment);
}

void require(const char* function, const Window& window) {
  Problems problems;
  check_described(&window, shape<Window>(), "", problems);
  check_ends(window, problems);
  if (!problems.empty()) refuse(function, problems);
}

}  // namespace izh
