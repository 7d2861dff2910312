#include "core/train/spikes.hpp"

#include <stdexcept>

#include "support.hpp"
#include "told.hpp"

namespace izh {

// Fails with: the rate of one spike fewer; k at most 4.
TEST_CASE("the measures of a train worked out by hand follow their definitions", "[spikes]") {
  // The stimulus is on from 100 to 600 ms. Intervals: 12 16 24 36 40 42 43 43 44 44 44 44 44, sum 476.
  const std::vector<double> train{112, 124, 140, 164, 200, 240, 282, 325, 368, 412, 456, 500, 544, 588};
  const Measures result = measures(train, {100, 600});
  CHECK(result.count == 14);
  CHECK(result.count_in_window == 14);
  CHECK(result.latency.value() == 12);
  CHECK(result.mean_rate.value() == 28);  // 14 spikes in 0.5 s
  CHECK(result.isi == std::vector<double>{12, 16, 24, 36, 40, 42, 43, 43, 44, 44, 44, 44, 44});
  CHECK(result.first_isi.value() == 12);
  CHECK(result.last_isi.value() == 44);
  CHECK_THAT(result.isi_ratio.value(), WithinAbs(0.272727, 5e-7));
  // Half of 13, rounded up, is 7, and 6 is the maximum; but 43 is 2.3 % less than 44, so that 5 have settled.
  CHECK(result.steady_k.value() == 5);
  CHECK_THAT(result.steady_rate.value(), WithinAbs(1000 / 44.0, 1e-12));
  CHECK_THAT(result.mean_isi.value(), WithinAbs(476.0 / 13, 1e-12));
  // 1000 (1/12 + 1/16 + 1/24 + 1/36 + 1/40 + 1/42 + 2/43 + 5/44)/13, in the order of the sum.
  const double rates = 1000.0 / 12 + 1000.0 / 16 + 1000.0 / 24 + 1000.0 / 36 + 1000.0 / 40 + 1000.0 / 42 +
                       2 * 1000.0 / 43 + 5 * 1000.0 / 44;
  CHECK_THAT(result.mean_instantaneous_rate.value(), WithinAbs(rates / 13, 1e-12));
}

// Fails with: latency of the first spike of the run, even before the stimulus; the window's end excluded.
TEST_CASE("spikes before and after the stimulus count only for the run", "[spikes]") {
  const Measures result = measures({5, 40, 110, 200, 250}, {100, 200});
  CHECK(result.count == 5);
  CHECK(result.count_in_window == 2);  // including one at its very end
  CHECK(result.latency.value() == 10);
  CHECK(result.mean_rate.value() == 20);
  CHECK(result.isi.size() == 4);
  CHECK(measures({50}, {100, 200}).count_in_window == 0);
  CHECK_FALSE(measures({50}, {100, 200}).latency);
  CHECK(measures({300}, {100, 200}).latency.value() == 200);  // after the stimulus, and in response to it
}

// Fails with: latency 0 for a silent cell.
TEST_CASE("a silent cell has a rate of 0 and no latency, and one spike makes no interval", "[spikes]") {
  const Measures silent = measures({}, {100, 600});
  CHECK(silent.count == 0);
  CHECK(silent.mean_rate.value() == 0);
  CHECK_FALSE(silent.latency);
  CHECK_FALSE(silent.steady_rate);
  CHECK_FALSE(silent.mean_isi);
  const Measures one = measures({150}, {100, 600});
  CHECK(one.latency.value() == 50);
  CHECK(one.mean_rate.value() == 2);
  CHECK(one.isi.empty());
  CHECK_FALSE(one.first_isi);
  CHECK_FALSE(one.isi_ratio);
  CHECK_FALSE(one.mean_instantaneous_rate);
  CHECK_FALSE(one.steady_k);
  const Measures two = measures({150, 170}, {100, 600});
  // One interval, then 430 ms of silence: not a train with a rate.
  CHECK_FALSE(two.steady_k);
  CHECK_FALSE(two.steady_rate);
  CHECK(two.steady_reason == NoRate::silent);
  CHECK(told(two.steady_none) == "no_rate.silent(time=430 ms)");
  CHECK(two.isi_ratio.value() == 1);
}

// Fails with: k = 5, which cuts a triplet.
TEST_CASE("the steady rate counts whole pairs and triplets", "[spikes]") {
  // 5, 95 in turn: 2 spikes every 100 ms; 3, 5, 92: 3 every 100 ms.
  std::vector<double> pairs, triplets;
  for (int n = 0; n < 10; ++n) {
    for (double at : {0.0, 5.0}) pairs.push_back(100 * n + at);
    for (double at : {0.0, 3.0, 8.0}) triplets.push_back(100 * n + at);
  }
  CHECK_THAT(measures(pairs, {0, 1000}).steady_rate.value(), WithinAbs(20, 1e-12));
  CHECK_THAT(measures(triplets, {0, 1000}).steady_rate.value(), WithinAbs(30, 1e-12));
}

// Fails with: finiteness not tested.
TEST_CASE("an invalid train or window is refused", "[spikes]") {
  const double nan = std::nan("");
  CHECK_THROWS_AS(measures({}, {100, 100}), std::invalid_argument);
  CHECK_THROWS_AS(measures({}, {100, 50}), std::invalid_argument);
  CHECK_THROWS_AS(measures({}, {0, nan}), std::invalid_argument);
  CHECK_THROWS_AS(measures({2, 1}, {0, 10}), std::invalid_argument);
  CHECK_THROWS_AS(measures({1, nan, 3}, {0, 10}), std::invalid_argument);
  CHECK_THROWS_AS(rate_against_current({2, 1}, {}), std::invalid_argument);
}

// Fails with: the current at the first spike of the two.
TEST_CASE("under a ramp each interval gives a rate at the current midway through it", "[spikes]") {
  const std::vector<Stimulus> ramp{Ramp{0, 250, 0, 500}};  // 0.5 pA/ms
  const RateCurve curve = rate_against_current({100, 150, 170}, ramp);
  CHECK(curve.time == std::vector<double>{125, 160});
  CHECK(curve.rate == std::vector<double>{20, 50});
  CHECK(curve.current == std::vector<double>{62.5, 80});
  CHECK(rate_against_current({100}, ramp).rate.empty());

  // A regular spiking cell fires faster the more current there is.
  const std::vector<double> spikes = spikes_of({regular_spiking, Rest{}, ramp, 500, Exact{}});
  const RateCurve rising = rate_against_current(spikes, ramp);
  REQUIRE(rising.rate.size() == 9);
  CHECK(std::is_sorted(rising.rate.begin(), rising.rate.end()));
  CHECK(std::is_sorted(rising.current.begin(), rising.current.end()));
}

}  // namespace izh
