#include "core/solve/settling.hpp"

#include "core/solve/batch.hpp"
#include "support.hpp"

namespace izh {

namespace {

/// The first `duration` ms of a cell from rest under a steady current.
Train start_of(const Cell& cell, double current, double duration) {
  Job job;
  job.cell = cell;
  job.start = {cell.vr, 0};
  job.current = current;
  job.duration = duration;
  job.stop_at_cycle = false;
  return run_batch({job})[0];
}

}  // namespace

// Fails with: the last turn taken for the cycle; a slope of 1 or more accepted.
TEST_CASE("the cycle that a train settles to is known long before it has settled", "[settling]") {
  // IB has a period doubling at about 656 pA, so nearby it settles slowly: by a few per cent per spike.
  const std::pair<double, std::size_t> cases[] = {{600, 1}, {630, 1}, {672, 2}, {680, 2}};
  for (const auto& [current, spikes] : cases) {
    INFO(current);
    const auto early =
        approached_cycle(intrinsically_bursting, current, start_of(intrinsically_bursting, current, 5000).reset_u);
    REQUIRE(early);
    CHECK(early->spikes == spikes);
    // After 200 s, about 4000 spikes, the train has settled to the last bits; an ulp of its time is then about 1e-11
    // ms.
    const std::vector<double> times = start_of(intrinsically_bursting, current, 200000).spikes;
    const double period = times[times.size() - 1] - times[times.size() - 1 - spikes];
    CHECK_THAT(early->period, WithinAbs(period, 1e-9));
  }
}

// Fails with: the first p for which anything shrinks, without Newton's check.
TEST_CASE("a chaotic train settles to nothing", "[settling]") {
  // CH at 456 pA, and at 720 to 760 pA, shows no cycle of up to 15 spikes in five minutes.
  for (double current : {456.0, 723.6, 733.7, 748.7, 758.8}) {
    INFO(current);
    const Train train = start_of(chattering, current, 20000);
    int found = 0;
    for (std::size_t last = 100; last < train.reset_u.size(); last += 10) {
      const std::vector<double> part(train.reset_u.begin(), train.reset_u.begin() + static_cast<std::ptrdiff_t>(last));
      found += approached_cycle(chattering, current, part).has_value();
    }
    CHECK(found == 0);
  }
  CHECK_FALSE(approached_cycle(chattering, 456, {}));
  CHECK_FALSE(approached_cycle(chattering, 456, {1, 2, 3, 4}));
}

}  // namespace izh
