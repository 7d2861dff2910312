#include "core/read/quantity.hpp"

#include "support.hpp"

namespace izh {

namespace {

std::string code(const char* text, const char* unit, const char* heading = "") {
  return quantity_from(text, heading, unit, '.').code;
}
double value(const char* text, const char* unit, const char* heading = "") {
  const ReadQuantity quantity = quantity_from(text, heading, unit, '.');
  REQUIRE(std::string(quantity.code).empty());
  return quantity.value;
}

}  // namespace

TEST_CASE("a value is converted to the unit of its field, digit by digit", "[read]") {
  CHECK(value("0.07 nA", "pA") == 70);  // 0.07 * 1000 is 70.00000000000001 in doubles
  CHECK(value("-60 mV", "mV") == -60);
  CHECK(value("0.7nS_per_mV", "nS/mV") == 0.7);
  CHECK(value("1e-4 uF", "pF") == 100);
  CHECK(value("100*pF", "pF") == 100);
  CHECK(value("0.03/ms", "1/ms") == 0.03);
  CHECK(value("0.03 1/ms", "1/ms") == 0.03);
  CHECK(value("30 per_s", "1/ms") == 0.03);
  CHECK(value("-2e-9 S", "nS") == -2);
  CHECK(value("100.0f", "pF") == 100);
  CHECK(value("35 mV.", "mV") == 35);
}

TEST_CASE("without a unit of its own, a value has that of its heading or else of its field", "[read]") {
  CHECK(value("0.1", "pF", "nF") == 100);
  CHECK(value("100 pF", "pF", "nF") == 100);
  CHECK(value("100", "pF") == 100);
  CHECK(quantity_from("0.1 nF", "", "pF", '.').unit == "nF");
  CHECK(quantity_from("100", "", "pF", '.').unit.empty());
}

TEST_CASE("what is no number, has no known unit, or one of another quantity, is refused", "[read]") {
  CHECK(code("x", "pF") == "not_a_number");
  CHECK(code("", "pF") == "not_a_number");
  CHECK(code("NaN", "pF") == "not_a_number");
  CHECK(code("1 2", "pF") == "not_a_number");
  CHECK(code("100 mV", "pF") == "wrong_unit");
  CHECK(code("100 furlong", "pF") == "wrong_unit");
  CHECK(code("0x46", "pF") == "wrong_unit");
  CHECK(code("100", "pF", "mV") == "wrong_unit");
  CHECK(code("1e999", "pF") == "not_finite");
}

}  // namespace izh
