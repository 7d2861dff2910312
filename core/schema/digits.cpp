#include "core/schema/digits.hpp"

#include <algorithm>
#include <cmath>

#include "core/schema/field.hpp"

namespace izh {

namespace {

std::string to_decimals(double x, int decimals) {
  double scale = 1;
  for (int i = 0; i < decimals; ++i) scale *= 10;
  const double whole = std::round(std::fabs(x) * scale);
  if (!(whole < 9007199254740992.0)) return readable(x);  // 2^53: a larger double has no decimals
  return readable(std::copysign(whole / scale, x));
}

}  // namespace

std::string measured(double x, const std::string& unit) {
  const double size = std::fabs(x);
  if (size < 1e-9) return "0";
  const Digits* rule = digits;
  for (const Digits& one : digits)
    if (unit == one.unit) rule = &one;
  int decimals = rule->decimals;
  if (rule->least > 0) decimals = std::max(decimals, rule->least - 1 - static_cast<int>(std::floor(std::log10(size))));
  return to_decimals(x, decimals);
}

std::string located(double x) { return to_decimals(x, located_decimals); }

Value digit_tables() {
  Value::List rules;
  for (const Digits& rule : digits)
    rules.push_back(Value::Object{{"unit", rule.unit}, {"decimals", rule.decimals}, {"least", rule.least}});
  Value::List units;
  for (const char* unit : located_units) units.push_back(unit);
  return Value::Object{{"measured", rules}, {"located", located_decimals}, {"located_units", units}};
}

}  // namespace izh
