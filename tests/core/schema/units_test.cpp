#include "core/schema/units.hpp"
#include "core/ask/catalogue.hpp"

#include <array>
#include <set>
#include <string>

#include "core/model/resolve.hpp"
#include "support.hpp"

namespace izh {

namespace {

std::array<int, 3> exponents(const Dimension& of) { return {of.ampere, of.volt, of.second}; }

const UnitSymbol& symbol(const std::string& text) {
  for (const UnitSymbol& unit : unit_symbols)
    if (text == unit.symbol) return unit;
  throw std::runtime_error("no unit " + text);
}

std::array<int, 3> product(const std::string& one, const std::string& other) {
  const auto a = exponents(symbol(one).of), b = exponents(symbol(other).of);
  return {a[0] + b[0], a[1] + b[1], a[2] + b[2]};
}

}  // namespace

// The laws by which SI defines them: S V = A, F V = C, C = A s, ohm A = V, Hz s = 1.
TEST_CASE("the units of the tables have the dimensions that SI gives them", "[units]") {
  CHECK(product("S", "V") == exponents(symbol("A").of));
  CHECK(product("F", "V") == exponents(symbol("C").of));
  CHECK(product("A", "s") == exponents(symbol("C").of));
  CHECK(product("\u03a9", "A") == exponents(symbol("V").of));
  CHECK(product("Hz", "s") == std::array{0, 0, 0});
  CHECK(exponents(symbol("ohm").of) == exponents(symbol("\u2126").of));
}

TEST_CASE("no unit can be read in two ways", "[units]") {
  std::set<std::string> all;
  std::size_t count = 0;
  for (const UnitSymbol& unit : unit_symbols) {
    all.insert(unit.symbol);
    for (const Prefix& prefix : prefixes) all.insert(std::string(prefix.symbol) + unit.symbol);
    count += 1 + std::size(prefixes);
  }
  CHECK(all.size() == count);
}

TEST_CASE("the schema contains the tables of units", "[units]") {
  const Value all = schema();
  REQUIRE(all.find("units"));
  CHECK(all.find("units")->find("prefixes")->list()->size() == std::size(prefixes));
  CHECK(*(*all.find("units")->find("symbols")->list())[0].find("symbol")->text() == "A");
}

}  // namespace izh
