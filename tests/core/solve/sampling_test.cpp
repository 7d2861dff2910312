#include "core/solve/sampling.hpp"

#include "support.hpp"

namespace izh {

namespace {

std::vector<double> sampled(double from, std::optional<double> to, double points, double duration = 1000) {
  Experiment experiment;
  experiment.duration = duration;
  return simulate(experiment, {from, to, points, 2e5}).time;
}

}  // namespace

// Fails with: the spacing divided by the number of points; the last time computed like the others.
TEST_CASE("samples are evenly spaced and include both ends", "[sampling]") {
  CHECK(sampled(0, 1000, 5) == std::vector<double>{0, 250, 500, 750, 1000});
  CHECK(sampled(0, {}, 3) == std::vector<double>{0, 500, 1000});
  CHECK(sampled(10, 20, 2) == std::vector<double>{10, 20});
  for (double points : {3.0, 7.0, 1600.0, 99999.0}) {
    const std::vector<double> time = sampled(0.1, 999.7, points);
    REQUIRE(static_cast<double>(time.size()) == points);
    CHECK(time.front() == 0.1);
    CHECK(time.back() == 999.7);
    // Each from its own index: no error accumulates, so every one is within an ulp or so (2.3e-13) of its place.
    const double spacing = (999.7 - 0.1) / (points - 1);
    double worst = 0;
    for (std::size_t i = 0; i < time.size(); ++i)
      worst = std::max(worst, std::fabs(time[i] - (0.1 + static_cast<double>(i) * spacing)));
    CHECK(worst < 3e-13);
  }
}

// Fails with: `to` not clipped to the duration.
TEST_CASE("a window is cut to the run, and beyond the run there is nothing", "[sampling]") {
  CHECK(sampled(0, 5000, 3) == std::vector<double>{0, 500, 1000});
  CHECK(sampled(1000, 5000, 1) == std::vector<double>{1000});
  CHECK(sampled(1000.5, 5000, 100).empty());
  CHECK(sampled(0, 1000, 0).empty());
  CHECK(sampled(250, 1000, 1) == std::vector<double>{250});
}

// Fails with: `< 1.0` as `< 10.0`.
TEST_CASE("more than a thousand spikes a millisecond are too many, however they come about", "[sampling]") {
  std::vector<double> spikes;
  for (int i = 0; i <= 1000; ++i) spikes.push_back(i * 1e-3);
  CHECK_FALSE(too_dense(spikes));  // 1001 spikes over exactly a millisecond
  spikes.push_back(1.0);
  CHECK(too_dense(spikes));
  spikes.back() = 1.0005;
  CHECK(too_dense(spikes));  // the newest 1001 cover 0.9995 ms
  spikes.back() = 1.002;
  CHECK_FALSE(too_dense(spikes));
  CHECK_FALSE(too_dense(std::vector<double>(1000, 5.0)));
  CHECK(too_dense(std::vector<double>(1001, 5.0)));
}

}  // namespace izh
