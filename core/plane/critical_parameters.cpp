#include "core/plane/critical_parameters.hpp"

#include <utility>

#include "core/model/resolve.hpp"

namespace izh {

namespace {

/// The range of valid values of the parameter called `name`.
hard valid_of(const std::string& name) {
  hard valid{0, 0};
  for_each_field<Cell>([&](const auto& field) {
    if (name == field.name) valid = field.valid;
  });
  return valid;
}

}  // namespace

std::vector<CriticalParameter> critical_parameters(const Cell& cell) {
  namespace say = critical_texts;
  require("critical_parameters", cell);
  std::vector<CriticalParameter> found;
  const auto add = [&](const char* parameter, double value, const char* formula, Text text) {
    const hard valid = valid_of(parameter);
    if (value >= valid.low && value <= valid.high) found.push_back({parameter, value, formula, std::move(text)});
  };
  if (cell.a > 0 && cell.b > 0) add("C", cell.b / cell.a, "C = b/a", say::hopf_below());
  if (cell.b > 0) add("a", cell.b / cell.C, "a = b/C", say::hopf_below());
  if (cell.a > 0) add("b", cell.a * cell.C, "b = a C", say::hopf_above());
  return found;
}

}  // namespace izh
