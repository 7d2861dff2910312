#include "core/schema/units.hpp"

namespace izh {

namespace {

Value list_of(const Dimension& of) { return Value::List{of.ampere, of.volt, of.second}; }

}  // namespace

Value unit_tables() {
  Value::List before, symbols, named;
  for (const Prefix& prefix : prefixes)
    before.push_back(Value::Object{{"symbol", prefix.symbol}, {"power", prefix.power}});
  for (const UnitSymbol& unit : unit_symbols)
    symbols.push_back(Value::Object{{"symbol", unit.symbol}, {"of", list_of(unit.of)}});
  for (const NamedDimension& quantity : quantities)
    named.push_back(Value::Object{{"id", quantity.id}, {"of", list_of(quantity.of)}});
  return Value::Object{{"prefixes", before}, {"symbols", symbols}, {"quantities", named}};
}

}  // namespace izh
