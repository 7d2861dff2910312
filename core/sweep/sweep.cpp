#include "core/sweep/sweep.hpp"

#include <cmath>
#include <cstring>
#include <stdexcept>

#include "core/model/resolve.hpp"
#include "core/schema/require.hpp"
#include "core/schema/shape.hpp"

namespace izh {

const char* unit_of(Parameter parameter) {
  for (const Entry& entry : shape<Cell>().fields)
    if (std::strcmp(entry.name, names(parameter)) == 0) return entry.unit;
  return "pA";
}

std::vector<double> values_of(const Sweep& sweep) {
  require_described("sweep", sweep);
  require_ascending("sweep", "from", sweep.from, "to", sweep.to);
  const auto points = static_cast<std::size_t>(sweep.points);
  std::vector<double> values(points);
  for (std::size_t i = 0; i < points; ++i)
    values[i] = sweep.from + (sweep.to - sweep.from) * static_cast<double>(i) / static_cast<double>(points - 1);
  values.back() = sweep.to;
  return values;
}

Set set_at(const Experiment& experiment, const Sweep& sweep, double value) {
  if (sweep.parameter == Parameter::current) return {Setting{experiment.cell, value}, {}};
  const auto resolved_at = [&](double x) {
    const Value cell = Value::Object{{names(sweep.parameter), x}};
    return resolve(experiment, Value::Object{{"cell", cell}});
  };
  const Resolved resolved = resolved_at(value);
  if (!resolved.problems.empty()) {
    // Reported to four decimals, if the rounded value is still not valid.
    const Resolved told = resolved_at(std::round(value * 1e4) / 1e4);
    const Problem& problem = (told.problems.empty() ? resolved : told).problems.front();
    return {std::nullopt,
            {problem.path, problem.code, *problem.value.number(), problem.low, problem.high, problem.unit}};
  }
  return {Setting{resolved.experiment.cell, sweep.current}, {}};
}

}  // namespace izh
