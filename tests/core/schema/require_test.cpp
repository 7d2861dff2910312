#include "core/schema/require.hpp"

#include <stdexcept>

#include "core/ask/suggestions.hpp"
#include "core/plane/boundary.hpp"
#include "core/schema/merge.hpp"
#include "core/sweep/fi_curve.hpp"
#include "core/sweep/onset.hpp"
#include "core/sweep/sweep_part.hpp"
#include "core/sweep/thresholds.hpp"
#include "support.hpp"

namespace izh {

using Catch::Matchers::Equals;
using Object = Value::Object;

// Fails with: each of the checks left out; some of these calls then never ended.
TEST_CASE("a refusal names the function, the argument, the value and the allowed range", "[require]") {
  const double nan = std::nan(""), infinity = std::numeric_limits<double>::infinity();
  const Experiment experiment;
  CHECK_THROWS_WITH(fi_curve(experiment, {60, 70}, 1e20),
                    Equals("fi_curve: hold = 1e20 ms is out of range (allowed: 100 to 100000 ms)."));
  CHECK_THROWS_WITH(
      strength_duration(experiment, {5, infinity}),
      Equals("strength_duration: durations[1] = infinity is not a finite number (allowed: 0.001 to 100000 "
             "ms)."));
  for (double rheobase : {-1.0, 0.0, nan, infinity})
    CHECK_THROWS_WITH(step_thresholds(experiment, {1, 10}, rheobase), Contains("step_thresholds: rheobase = "));
  CHECK_THROWS_WITH(sweep_part(experiment, {}, 0, 0, 3, {nan, 0, 0, 0}),
                    Equals("sweep_part: v = NaN is not a finite number (allowed: any finite number)."));
  CHECK_THROWS_WITH(backward_orbit(experiment.cell, 70, {infinity, 0}, {}, 10), Contains("v = infinity"));
  Rheobase found;
  found.lasting.current = nan;
  CHECK_THROWS_WITH(onset(experiment, found), Contains("onset: ") && Contains("current = NaN"));
  CHECK_THROWS_WITH(gain({1, 2}, {1, nan}, 0), Contains("gain: rate[1] = NaN"));
  CHECK_THROWS_WITH(corners({}, infinity), Contains("corners: duration = infinity"));
  CHECK_THROWS_WITH(stimulus_span({Step{nan, 0, {}}}, 10), Contains("stimulus_span: stimulus 1, amplitude = NaN"));
}

// Fails with: a range to infinity in the words and in the numbers.
TEST_CASE("a computed number may be any finite number", "[require]") {
  Problems problems;
  SweepState state;
  merge(&state, shape<SweepState>(), Object{{"v", std::nan("")}}, "", problems);
  REQUIRE(problems.size() == 1);
  CHECK(in_english(problems[0]) == "v = NaN is not a finite number (allowed: any finite number).");
  CHECK_FALSE(problems[0].low);
  CHECK_FALSE(problems[0].high);
}

}  // namespace izh
