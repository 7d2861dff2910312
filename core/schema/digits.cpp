#include "core/schema/digits.hpp"

#include <algorithm>
#include <cmath>

namespace izh {

double compared(double x, double by) {
  constexpr double fewest = 2, most = located_decimals;
  const double decimals = by != 0 ? std::clamp(1 - std::floor(std::log10(std::fabs(by))), fewest, most) : most;
  const double scale = std::pow(10, decimals);
  return std::round(x * scale) / scale;
}

Value digit_tables() {
  Value::List rules;
  for (const Digits& rule : digits)
    rules.push_back(Value::Object{{"unit", rule.unit}, {"decimals", rule.decimals}, {"least", rule.least}});
  Value::List units;
  for (const char* unit : located_units) units.push_back(unit);
  return Value::Object{{"measured", rules}, {"located", located_decimals}, {"located_units", units}};
}

}  // namespace izh
