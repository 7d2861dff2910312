#include "core/plane/critical_parameters.hpp"

#include "core/model/critical_currents.hpp"
#include "support.hpp"
#include "told.hpp"

namespace izh {

namespace {

std::optional<double> value_of(const Cell& cell, const std::string& parameter) {
  for (const CriticalParameter& one : critical_parameters(cell))
    if (one.parameter == parameter) return one.value;
  return std::nullopt;
}

}  // namespace

// Fails with: a in place of its inverse; the order of the parameters.
TEST_CASE("b, a and C each have a value at which b = a C", "[critical]") {
  // IB: a C = 0.01 · 150, b/C = 5/150, b/a = 5/0.01.
  const std::vector<CriticalParameter> all = critical_parameters(intrinsically_bursting);
  REQUIRE(all.size() == 3);
  CHECK(all[0].parameter == "C");
  CHECK_THAT(all[0].value, WithinAbs(500, 1e-9));
  CHECK(all[1].parameter == "a");
  CHECK_THAT(all[1].value, WithinAbs(1.0 / 30, 1e-12));
  CHECK(all[2].parameter == "b");
  CHECK_THAT(all[2].value, WithinAbs(1.5, 1e-12));
  CHECK(all[2].formula == "b = a C");
  CHECK(told(all[2].text) == "critical.hopf_above");
  CHECK(told(all[0].text) == "critical.hopf_below");
}

TEST_CASE("of a cell with b < 0 only b has one, and none where u stands still", "[critical]") {
  CHECK_THAT(value_of(regular_spiking, "b").value(), WithinAbs(3, 1e-12));
  CHECK(critical_parameters(regular_spiking).size() == 1);
  Cell still = intrinsically_bursting;
  still.a = 0;
  CHECK_FALSE(value_of(still, "b"));
  CHECK_FALSE(value_of(still, "C"));
  CHECK_THAT(value_of(still, "a").value(), WithinAbs(1.0 / 30, 1e-12));
  // b/a is beyond any valid C.
  Cell slow = intrinsically_bursting;
  slow.a = 1e-6;
  CHECK_FALSE(value_of(slow, "C"));
}

// On either side of the value, a thousandth away, there is a Hopf point or there is none, as the text says.
TEST_CASE("across each of them a Hopf point comes or goes", "[critical]") {
  for (const Cell& cell : {intrinsically_bursting, chattering})
    for (const CriticalParameter& one : critical_parameters(cell)) {
      CAPTURE(one.parameter);
      const auto has_hopf = [&](double by) {
        Cell other = cell;
        (one.parameter == "C" ? other.C : one.parameter == "a" ? other.a : other.b) = one.value * by;
        return andronov_hopf_current(other).has_value();
      };
      const bool above = told(one.text) == "critical.hopf_above";
      CHECK(has_hopf(1.001) == above);
      CHECK(has_hopf(0.999) != above);
    }
}

}  // namespace izh
