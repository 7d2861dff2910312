#include "core/sweep/fi_point.hpp"

#include "support.hpp"
#include "told.hpp"

namespace izh {

namespace {

/// A curve of one current, 70 pA, held for 900 ms: 6 spikes in it, the first after 20 ms, 60 until its course was
/// known.
FiCurve curve_of(Course course) {
  FiCurve curve;
  const auto column = [](double x) { return std::vector<double>{x}; };
  curve.current = column(70);
  curve.count_rate = column(6.5);
  curve.last_rate = column(6.75);
  curve.steady_rate = column(7);
  curve.first_rate = column(8);
  curve.latency = column(20);
  curve.spikes = column(60);
  curve.count = column(6);
  curve.cycle = column(2);
  curve.silent = column(0);
  curve.followed = column(5000);
  curve.course = column(static_cast<double>(course));
  curve.below = column(0.25);
  curve.count_known = curve.last_known = curve.steady_known = column(1);
  curve.hold = 900;
  return curve;
}

/// What is said of the rate.
std::string rate_of(const FiCurve& curve, RateKind kind) {
  const FiPoint point = fi_point(curve, {kind}, 0);
  const Argument* said = filled(point.text, "said");
  REQUIRE(said);
  return told(said->texts.at(0));
}

}  // namespace

// Fails with: two courses exchanged; a bound taken for a rate.
TEST_CASE("of every course a point of an f-I curve says the steady rate, or why there is none", "[fi_point]") {
  const auto check = [](Course course, const char* steady, const char* what) {
    const FiCurve curve = curve_of(course);
    CHECK(rate_of(curve, RateKind::steady) == steady);
    CHECK(told(fi_point(curve, {}, 0).course) == what);
  };
  check(Course::rests, "fi_point.then_silent(spikes=60)", "course.rests");
  check(Course::repeats, "fi_point.steady(rate=7 Hz, cycle=2)", "course.repeats");
  check(Course::irregular, "fi_point.steady_mean(rate=7 Hz, time=5000 ms)", "course.irregular");
  check(Course::slow, "fi_point.surely_fires(below=0.25 Hz)", "course.slow(below=0.25 Hz)");
  check(Course::runs_away, "fi_point.no_rate", "course.runs_away");
  check(Course::changing, "fi_point.still_changing(spikes=60)", "course.changing");
  check(Course::unknown, "fi_point.no_rest(spikes=60, time=5000 ms)", "course.unknown");
  check(Course::varies, "fi_point.current_varies(spikes=60, time=5000 ms)", "course.varies");
  check(Course::fixed_steps, "fi_point.fixed_steps(spikes=60, time=5000 ms)", "course.fixed_steps");
}

// Fails with: one rate given for another; a rate of 0 by count left alone where the cell fires.
TEST_CASE("a rate by count or of the last interval is followed by the steady one, where there is one", "[fi_point]") {
  FiCurve curve = curve_of(Course::repeats);
  const std::string steady = ", steady=fi_point.steady(rate=7 Hz, cycle=2))";
  CHECK(rate_of(curve, RateKind::count) ==
        "fi_point.and_steady(said=fi_point.by_count(rate=6.5 Hz, spikes=6, hold=900 ms)" + steady);
  CHECK(rate_of(curve, RateKind::last_interval) ==
        "fi_point.and_steady(said=fi_point.of_last(rate=6.75 Hz, hold=900 ms)" + steady);
  curve.last_known[0] = curve.count_known[0] = 0;
  CHECK(rate_of(curve, RateKind::last_interval) ==
        "fi_point.and_steady(said=fi_point.no_last(spikes=6, hold=900 ms)" + steady);
  CHECK(rate_of(curve, RateKind::count) ==
        "fi_point.and_steady(said=fi_point.not_by_count(course=course.repeats)" + steady);
  CHECK_THAT(rate_of(curve_of(Course::slow), RateKind::count), Contains("steady=fi_point.surely_fires"));
  CHECK(rate_of(curve_of(Course::rests), RateKind::count) == "fi_point.by_count(rate=6.5 Hz, spikes=6, hold=900 ms)");
  for (const RateKind kind : {RateKind::count, RateKind::last_interval})
    CHECK(rate_of(curve_of(Course::runs_away), kind) == "fi_point.no_rate");
}

// Fails with: an interval of 0 Hz told; a slow cell without a spike called silent.
TEST_CASE("a point says its first interval and its first spike, if there are any", "[fi_point]") {
  FiCurve curve = curve_of(Course::rests);
  const auto said = [&] { return told(fi_point(curve, {}, 0).text); };
  CHECK(said() ==
        "fi_point.spikes_follow(current=70 pA, said=fi_point.then_silent(spikes=60), first=8 Hz, latency=20 ms)");
  curve.spikes[0] = 1;
  curve.first_rate[0] = 0;
  CHECK(said() == "fi_point.one_spike(current=70 pA, said=fi_point.then_silent(spikes=1), latency=20 ms)");
  curve.spikes[0] = 0;
  CHECK(said() == "fi_point.rate_only(current=70 pA, said=fi_point.then_silent(spikes=0))");
  curve.silent[0] = 1;
  CHECK(said() == "fi_point.silent(current=70 pA)");
}

TEST_CASE("a point needs an entry in every column, and a course that there is", "[fi_point]") {
  const FiCurve whole = curve_of(Course::repeats);
  for (const double at : {-1.0, 1.0, std::numeric_limits<double>::quiet_NaN()})
    CHECK_THROWS_AS(fi_point(whole, {}, at), std::invalid_argument);
  for (std::vector<double> FiCurve::*column : {&FiCurve::current, &FiCurve::last_known, &FiCurve::below}) {
    FiCurve part = whole;
    (part.*column).clear();
    CHECK_THROWS_AS(fi_point(part, {}, 0), std::invalid_argument);
  }
  FiCurve odd = whole;
  odd.hold = std::numeric_limits<double>::quiet_NaN();
  CHECK_THROWS_AS(fi_point(odd, {}, 0), std::invalid_argument);
  for (const double course : {-1.0, 9.0, std::numeric_limits<double>::quiet_NaN()}) {
    FiCurve other = whole;
    other.course[0] = course;
    CHECK_THROWS_AS(fi_point(other, {}, 0), std::invalid_argument);
  }
}

}  // namespace izh
