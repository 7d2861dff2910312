#include "core/schema/digits.hpp"

namespace izh {

Value digit_tables() {
  Value::List rules;
  for (const Digits& rule : digits)
    rules.push_back(Value::Object{{"unit", rule.unit}, {"decimals", rule.decimals}, {"least", rule.least}});
  Value::List units;
  for (const char* unit : located_units) units.push_back(unit);
  return Value::Object{{"measured", rules}, {"located", located_decimals}, {"located_units", units}};
}

}  // namespace izh
