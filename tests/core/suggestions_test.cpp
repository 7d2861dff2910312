#include "core/suggestions.hpp"

#include <stdexcept>

#include "core/presets.hpp"
#include "core/questions.hpp"
#include "core/resolve.hpp"
#include "support.hpp"

namespace izh {

namespace {

Value as_value(double from, double to, double points) {
  return Value::Object{{"from", from}, {"to", to}, {"points", points}};
}

}  // namespace

// Red when tried: the saddle-node current left out; the stimulus left out.
TEST_CASE("the currents suggested hold the saddle-node twice over, and the stimulus", "[suggestions]") {
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

// Red when tried: no limit at what is valid; the slider's range not taken at 0.
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
      for (const Problem& problem : resolve_question("sweep", nullptr, asked).problems) FAIL_CHECK(problem.message);
    }
  }
}

// Red when tried: the step times a whole number, 0.35000000000000003.
TEST_CASE("what is suggested ends on numbers that people write", "[suggestions]") {
  const Sweep k = suggested_sweep(under_step(regular_spiking, 70), "k");  // half and one and a half times 0.7
  CHECK(k.from == 0.35);
  CHECK(k.to == 1.05);
}

// Red when tried: nothing in particular.
TEST_CASE("a parameter that does not exist cannot be suggested", "[suggestions]") {
  CHECK_THROWS_AS(suggested_sweep(Experiment{}, "g"), std::invalid_argument);
}

}  // namespace izh
