#include "core/sweep/fi_summary.hpp"

#include <stdexcept>

#include "support.hpp"
#include "told.hpp"

namespace izh {

namespace {

using Numbers = std::vector<double>;

/// A curve of which nothing is known but its currents [pA].
FiCurve over(Numbers current) {
  FiCurve curve;
  for (auto* column :
       {&curve.count_rate, &curve.last_rate, &curve.steady_rate, &curve.spikes, &curve.silent, &curve.followed,
        &curve.course, &curve.below, &curve.count_known, &curve.last_known, &curve.steady_known})
    column->resize(current.size());
  curve.current = std::move(current);
  return curve;
}

/// A curve of rates by count [Hz] at 0, 10, 20 ... pA, which has no other rates.
FiCurve counted(Numbers rate) {
  Numbers current;
  for (std::size_t i = 0; i < rate.size(); ++i) current.push_back(10.0 * static_cast<double>(i));
  FiCurve curve = over(current);
  curve.count_known.assign(rate.size(), 1);
  curve.count_rate = std::move(rate);
  return curve;
}

}  // namespace

TEST_CASE("neighbouring currents at which a train runs away are one range", "[fi_summary]") {
  FiCurve curve = over({40, 60, 80, 100, 120});
  CHECK(fi_summary(curve).runs_away.empty());
  CHECK(fi_summary(curve).text.empty());
  curve.course = {0, 4, 4, 1, 4};  // rests, runs away, runs away, repeats, runs away
  const FiSummary found = fi_summary(curve);
  REQUIRE(found.runs_away.size() == 2);
  CHECK(found.runs_away[0].from == 60);
  CHECK(found.runs_away[0].to == 80);
  CHECK(found.runs_away[1].from == 120);
  CHECK(found.runs_away[1].to == 120);
  CHECK(told(found.text) == "sentences(all=[fi.runs_away(from=60 pA, to=80 pA), fi.runs_away_at(at=120 pA)])");
  curve.course = {4, 4, 4, 4, 4};
  CHECK(told(fi_summary(curve).text) == "fi.runs_away(from=40 pA, to=120 pA)");
}

// RS rests at 40 pA, below I_SN = 360/7 pA. With d = -1000 each spike lowers u by more than it regains before the next,
// so that above it the train runs away.
TEST_CASE("a cell that runs away does so at every current that makes it fire", "[fi_summary]") {
  Experiment experiment;
  experiment.cell = regular_spiking;
  experiment.cell.d = -1000;
  CHECK(told(fi_summary(fi_curve(experiment, {40, 60, 80, 100}, 900)).text) == "fi.runs_away(from=60 pA, to=100 pA)");
}

TEST_CASE("where no current has a spike a curve says why there is nothing to draw", "[fi_summary]") {
  FiCurve curve = over({10, 20, 30});
  const auto says = [&] { return told(fi_summary(curve).note); };
  CHECK(told(fi_summary(over({})).note).empty());
  curve.silent = {1, 1, 1};
  CHECK(says() == "fi.silent(currents=3)");
  curve.silent = {1, 0, 1};
  curve.followed = {10, 4e6, 20};
  CHECK(says() == "fi.no_spike_within(currents=3, time=4000000 ms)");
  curve.below = {0, 0.001, 0.0002};
  CHECK(says() == "fi.slow(below=0.001 Hz)");
  curve.spikes = {0, 0, 1};
  CHECK(says().empty());
}

TEST_CASE("each rate has a gain of its own, above where firing begins", "[fi_summary]") {
  // A straight line of 5 Hz in 10 pA from 10 pA on; what lies at or below that does not count.
  CHECK_THAT(gains(counted({0, 5, 10, 15, 20}), 10).count.value(), WithinAbs(0.5, 1e-12));
  // By hand: at 20, 30, 40 pA the rates 10, 8, 20 have the slope (-10 (-8/3) + 10 (22/3)) / 200 = 1/2.
  CHECK_THAT(gains(counted({0, 0, 10, 8, 20}), 10).count.value(), WithinAbs(0.5, 1e-12));
  FiCurve curve = counted({0, 5, 10, 15, 100});
  curve.count_known[4] = 0;  // nothing of what has no rate
  CHECK_THAT(gains(curve, 10).count.value(), WithinAbs(0.5, 1e-12));
  CHECK_FALSE(gains(curve, 10).last_interval);
  CHECK_FALSE(gains(curve, 10).steady);
  curve.last_rate = {0, 1, 2, 3, 4};
  curve.steady_rate = {0, 3, 6, 9, 12};
  curve.last_known = curve.steady_known = Numbers(5, 1.0);
  CHECK_THAT(gains(curve, 10).last_interval.value(), WithinAbs(0.1, 1e-12));
  CHECK_THAT(gains(curve, 10).steady.value(), WithinAbs(0.3, 1e-12));
}

TEST_CASE("a rate that goes up and down has no gain", "[fi_summary]") {
  // From 10 pA on it spans 20 Hz: a fall of 4 Hz, a fifth of that, is less than a wiggle, and one of 5 Hz is more.
  CHECK(gains(counted({0, 0, 10, 6, 20}), 10).count);
  CHECK_FALSE(gains(counted({0, 0, 10, 5, 20}), 10).count);
  CHECK_FALSE(gains(counted({0, 0, 20, 10, 0}), 10).count);
  CHECK(gains(counted({50, 0, 5, 10, 15}), 10).count);     // what falls below where firing begins does not count
  CHECK_FALSE(gains(counted({0, 0, 0, 0, 7}), 40).count);  // one rate has no slope
  CHECK_FALSE(gains(counted({}), 0).count);
}

TEST_CASE("a summary refuses columns that do not belong together", "[fi_summary]") {
  FiCurve curve = over({10, 20});
  curve.silent.pop_back();
  CHECK_THROWS_WITH(fi_summary(curve), Contains("fi_summary: silent has 1 numbers and current 2"));
  curve = over({10, 20});
  curve.last_known.pop_back();
  CHECK_THROWS_WITH(gains(curve, 0), Contains("gains: last_known has 1 numbers and current 2"));
}

}  // namespace izh
