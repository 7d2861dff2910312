#include "core/schema/digits.hpp"

#include "support.hpp"

namespace izh {

// By hand, from the rule: two decimals, three significant digits of a small time or rate, no trailing zeros.
TEST_CASE("a measured value has the digits of its unit, and what rounds to zero is 0", "[digits]") {
  CHECK(measured(147.8545, "ms") == "147.85");
  CHECK(measured(6.7634, "Hz") == "6.76");
  CHECK(measured(0.9995) == "1");
  CHECK(measured(75.5, "ms") == "75.5");
  CHECK(measured(0.018102, "Hz") == "0.0181");
  CHECK(measured(0.000986, "ms") == "0.000986");
  CHECK(measured(-53.6789, "mV") == "-53.68");
  CHECK(measured(-0.0001, "pA") == "0");
  CHECK(measured(-0.004, "mV") == "0");
  CHECK(measured(0.0801, "mV/ms") == "0.08");
  CHECK(measured(-0.4236, "pA/ms") == "-0.424");
  CHECK(measured(-1e-17) == "0");
  CHECK(measured(753692.123, "Hz") == "753692.12");
}

TEST_CASE("a located value has six decimals, and no trailing zeros", "[digits]") {
  CHECK(located(360.0 / 7) == "51.428571");
  CHECK(located(347.65625) == "347.65625");
  CHECK(located(-1e-7) == "0");
  CHECK(located(243) == "243");
}

}  // namespace izh
