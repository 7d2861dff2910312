#include "core/ask/suggestions.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

#include "core/ask/questions.hpp"
#include "core/content/presets.hpp"
#include "core/model/resolve.hpp"
#include "core/sweep/thresholds.hpp"
#include "support.hpp"

namespace izh {

namespace {

Value as_value(double from, double to, double points) {
  return Value::Object{{"from", from}, {"to", to}, {"points", points}};
}

}  // namespace

// Fails with: the saddle-node current left out; the stimulus left out.
TEST_CASE("the suggested currents reach twice the saddle-node current, and include the stimulus", "[suggestions]") {
  // RS: I_SN = 360/7 = 51.43 and a step of 70 pA: twice I_SN = 102.9 is more than 1.25 times 70.
  const CurrentRange mild = suggested_currents(under_step(regular_spiking, 70));
  CHECK(mild.from == 0);
  CHECK(mild.to >= 720.0 / 7);
  CHECK(mild.to < 150);
  const CurrentRange strong = suggested_currents(under_step(regular_spiking, 600));
  CHECK(strong.to >= 750);
  const CurrentRange inward = suggested_currents(under_step(regular_spiking, -200));
  CHECK(inward.from <= -200);
}

// Fails with: no limit to valid values; the slider's range not used at 0.
TEST_CASE("every suggestion is a question without a problem, for every preset and for random cells", "[suggestions]") {
  std::vector<Experiment> experiments;
  for (const Preset& preset : presets())
    for (const Experiment& run : preset.runs) experiments.push_back(run);
  Chance chance(7);
  for (int i = 0; i < 300; ++i) {
    Experiment one = under_step({chance.magnitude(1e-3, 1e6), chance.magnitude(1e-4, 1e3), chance.between(-1e4, 1e4),
                                 chance.between(-1e4, 1e4), 1e4, chance.below(3) ? chance.between(0, 100) : 0.0,
                                 chance.between(-1e5, 1e5), chance.between(-1e4, 9e3), chance.between(-1e6, 1e6)},
                                chance.between(-1e6, 1e6));
    experiments.push_back(one);
  }
  for (const Experiment& one : experiments) {
    const CurrentRange currents = suggested_currents(one);
    CHECK(resolve_question("current_range", nullptr, as_value(currents.from, currents.to, currents.points))
              .problems.empty());
    const MapRange map = suggested_map_range(one.cell, 70, {120, -40});
    CHECK(resolve_question("map_range", nullptr, as_value(map.from, map.to, map.points)).problems.empty());
    CHECK(map.from < -40);
    CHECK(map.to > 120);
    for (std::size_t i = 0; i < choices<Parameter>; ++i) {
      const char* name = names(static_cast<Parameter>(i));
      const Sweep sweep = suggested_sweep(one, name);
      CHECK(sweep.parameter == static_cast<Parameter>(i));
      const Value asked =
          Value::Object{{"parameter", name}, {"current", sweep.current}, {"from", sweep.from}, {"to", sweep.to}};
      for (const Problem& problem : resolve_question("sweep", nullptr, asked).problems) FAIL_CHECK(in_english(problem));
    }
  }
}

// Fails with: the step times a whole number, 0.35000000000000003.
TEST_CASE("suggested ranges end on round decimal numbers", "[suggestions]") {
  const Sweep k = suggested_sweep(under_step(regular_spiking, 70), "k");  // half and one and a half times 0.7
  CHECK(k.from == 0.35);
  CHECK(k.to == 1.05);
}

// A step is round when it is 1, 2, 2.5 or 5 times a power of ten.
TEST_CASE("the values of a suggested range are a round step apart", "[suggestions]") {
  const auto is_round = [](double from, double to, double points) {
    const double step = (to - from) / (points - 1), digits = step / std::pow(10, std::floor(std::log10(step) + 1e-9));
    for (const double one : {1.0, 2.0, 2.5, 5.0, 10.0})
      if (std::fabs(digits - one) < 1e-6) return true;
    return false;
  };
  for (const Preset& preset : presets())
    for (const Experiment& run : preset.runs) {
      const CurrentRange currents = suggested_currents(run);
      CHECK(is_round(currents.from, currents.to, currents.points));
      CHECK(currents.points >= 131);
      CHECK(currents.points <= 281);
      const MapRange map = suggested_map_range(run.cell, 70, {120, -40});
      CHECK(is_round(map.from, map.to, map.points));
      for (const char* name : {"current", "C", "k", "vr", "a", "b", "d"}) {
        const Sweep sweep = suggested_sweep(run, name);
        CHECK(is_round(sweep.from, sweep.to, sweep.points));
      }
    }
  // RS: twice I_SN = 360/7 is 102.9. A twentieth of that, 5.1, rounds up to 10: eleven tens, to 110, of 20 parts each.
  const CurrentRange mild = suggested_currents(under_step(regular_spiking, 70));
  CHECK(mild.to == 110);
  CHECK(mild.points == 221);
}

// Fails with: a hundredth of the distance; the next threshold ignored; the digits of the double left in.
TEST_CASE("a current just above a threshold shows that threshold and not the next", "[suggestions]") {
  // A hundredth of 51.428571 is 0.514: 51.943 in steps of 0.01, its second digit, is 51.95.
  CHECK(just_above({51.428571}) == std::vector<double>{51.95});
  // IB: of 304.739051 and 346.445353, I* = 346.4453125 and I_H = 347.65625. 307.786 in steps of 0.1 is 307.8. I* is
  // 4.05e-5 below the next, half of which is 2.025e-5: 346.44533275 in steps of 1e-6 is 346.445333. From there 1.2109
  // to I_H, half 0.605: 347.0508 in steps of 0.01 is 347.06. I_H is the last: 3.48 above it, 351.13 in steps of 0.1, is
  // 351.2.
  CHECK(just_above({304.739051, 346.445353, 347.65625, 346.4453125}) ==
        std::vector<double>{307.8, 347.06, 351.2, 346.445333});
  // One found by search and one in closed form, 4e-7 apart: each treated as if it were alone.
  CHECK(just_above({51.428571, 51.4285714}) == std::vector<double>{51.95, 51.95});
  CHECK(just_above({0}) == std::vector<double>{0.001});
  CHECK(just_above({-100}) == std::vector<double>{-99});
  CHECK(just_above({}).empty());
  CHECK_THROWS_AS(just_above({std::numeric_limits<double>::infinity()}), std::invalid_argument);
}

// Fails with: the ceiling taken in steps of the first digit.
TEST_CASE("whatever the thresholds, what is just above one lies below the next", "[suggestions]") {
  Chance chance(13);
  for (int i = 0; i < 500; ++i) {
    const double low = chance.between(-1e3, 1e3), high = low + chance.magnitude(1e-5, 1e3);
    const double found = just_above({high, low})[1];
    INFO(low << " and " << high);
    CHECK(found > low);
    CHECK(found < high);
  }
}

TEST_CASE("a parameter that does not exist cannot be suggested", "[suggestions]") {
  CHECK_THROWS_AS(suggested_sweep(Experiment{}, "g"), std::invalid_argument);
}

}  // namespace izh
