#include "core/schema/field.hpp"

#include <cstdlib>
#include <set>

#include "core/ask/instant.hpp"
#include "core/ask/sag.hpp"
#include "core/ask/suggestions.hpp"
#include "core/content/note.hpp"
#include "core/content/presets.hpp"
#include "core/plane/boundary.hpp"
#include "core/plane/closed_forms.hpp"
#include "core/plane/steady.hpp"
#include "core/sweep/fi_curve.hpp"
#include "core/sweep/onset.hpp"
#include "core/sweep/protocol_strength.hpp"
#include "core/sweep/protocol_thresholds.hpp"
#include "core/sweep/thresholds.hpp"
#include "core/train/spikes.hpp"
#include "support.hpp"

namespace izh {

namespace {

template <class T, class M>
void check_entry(const Number<T, M>& entry, bool entered) {
  CHECK(entry.valid.low <= entry.slider.low);
  CHECK(entry.slider.high <= entry.valid.high);
  if (!entered) return;
  CHECK(std::isfinite(entry.valid.low));
  CHECK(std::isfinite(entry.valid.high));
  CHECK(entry.slider.low < entry.slider.high);
  const T fresh{};
  if constexpr (std::is_same_v<M, double>) {
    CHECK(fresh.*entry.member >= entry.slider.low);
    CHECK(fresh.*entry.member <= entry.slider.high);
  }
}

template <class Entry>
void check_entry(const Entry&, bool) {}

/// `entered`: the table is of what a person may type, not of results.
template <class T>
void check_table(const char* what, bool entered) {
  std::set<std::string> names;
  for_each_field<T>([&](const auto& entry) {
    INFO(what << "." << entry.name);
    CHECK(names.insert(entry.name).second);
    check_entry(entry, entered);
  });
}

}  // namespace

// Fails with: a slider of a from -0.1 on; a default of d beyond its slider; two fields of one name.
TEST_CASE("every table has distinct names, and sliders within valid ranges", "[field]") {
  check_table<Cell>("cell", true);
  check_table<At>("at", true);
  check_table<Rk4>("rk4", true);
  check_table<Euler>("euler", true);
  check_table<Step>("step", true);
  check_table<Ramp>("ramp", true);
  check_table<Experiment>("experiment", true);
  check_table<Window>("window", true);
  check_table<Recording>("recording", false);
  check_table<Ended>("ended", false);
  check_table<Measures>("measures", false);
  check_table<RateCurve>("rate_curve", false);
  check_table<ClosedForm>("closed_form", false);
  check_table<Verdict>("verdict", false);
  check_table<Threshold>("threshold", false);
  check_table<Rheobase>("rheobase", false);
  check_table<StrengthDuration>("strength_duration", false);
  check_table<Protocol>("protocol", true);
  check_table<ProtocolSetting>("protocol_setting", false);
  check_table<Sought>("sought", false);
  check_table<ProtocolThresholds>("protocol_thresholds", false);
  check_table<ProtocolStrength>("protocol_strength", false);
  check_table<Onset>("onset", false);
  check_table<DurationRange>("duration_range", true);
  check_table<FixedPoint>("fixed_point", false);
  check_table<PlaneWindow>("plane_window", true);
  check_table<PhasePlane>("phase_plane", false);
  check_table<Curve>("curve", false);
  check_table<SteadyTrain>("steady_train", false);
  check_table<Cycle>("cycle", false);
  check_table<Boundary>("boundary", false);
  check_table<Instant>("instant", false);
  check_table<StepResponse>("step_response", false);
  check_table<Preset>("preset", false);
  check_table<View>("view", false);
  check_table<Stretch>("stretch", false);
  check_table<Finding>("finding", false);
}

// Fails with: one power of ten too few; the sign lost.
TEST_CASE("a number is rounded to the digits asked for", "[field]") {
  CHECK(rounded(51.42857142857143, 7) == "51.42857");
  CHECK(rounded(-0.0247919, 3) == "-0.0248");
  CHECK(rounded(347.65625, 9) == "347.65625");
  CHECK(rounded(0, 3) == "0");
  CHECK(rounded(99.96, 3) == "100");
  CHECK(rounded(123456, 3) == "123000");
  CHECK(rounded(2.5e-9, 3) == "2.5e-9");
}

// Fails with: one digit fewer; trailing zeros kept.
TEST_CASE("a number is written as a person would write it", "[field]") {
  CHECK(readable(0) == "0");
  CHECK(readable(0.1) == "0.1");
  CHECK(readable(-60) == "-60");
  CHECK(readable(100000) == "100000");
  CHECK(readable(0.05) == "0.05");
  CHECK(readable(51.42857142857143) == "51.42857142857143");
  CHECK(readable(1e-6) == "0.000001");
  CHECK(readable(1e-9) == "1e-9");
  CHECK(readable(1e-12) == "1e-12");
  CHECK(readable(1e-300) == "1e-300");
  CHECK(readable(-2.5e-8) == "-2.5e-8");
  CHECK(readable(123456789e20) == "1.23457e28");  // six digits where there is an exponent
  CHECK(readable(1e308) == "1e308");
  CHECK(readable(999999999999999) == "999999999999999");
  Chance chance(17);
  for (int i = 0; i < 3000; ++i) {
    // Up to 15 digits, anywhere from 1e-7 to 1e15: what is written is what was meant.
    const double whole = std::round(chance.magnitude(1, 1e15));
    const double x = (chance.below(2) ? 1 : -1) * whole / std::pow(10, static_cast<double>(chance.below(8)));
    if (std::fabs(x) < 1e-7) continue;
    if (std::strtod(readable(x).c_str(), nullptr) != x) FAIL_CHECK(readable(x) << " is not what was written");
    CHECK(readable(x).size() <= 17);  // 15 digits, a sign and a point
  }
  for (int i = 0; i < 3000; ++i) {
    const double x = chance.magnitude(1e-300, 1e300);
    const double error = std::fabs(std::strtod(readable(x).c_str(), nullptr) - x) / x;
    CHECK(error <= (x >= 1e-7 && x < 1e15 ? 1e-15 : 5e-6));  // half of the last digit written
  }
}

// Fails with: infinity divided by ten until it is below ten.
TEST_CASE("a number that is not finite has a name", "[field]") {
  const double infinity = std::numeric_limits<double>::infinity();
  CHECK(readable(infinity) == "infinity");
  CHECK(readable(-infinity) == "-infinity");
  CHECK(readable(std::nan("")) == "NaN");
  CHECK(rounded(infinity, 4) == "infinity");
  CHECK(rounded(std::nan(""), 4) == "NaN");
}

}  // namespace izh
