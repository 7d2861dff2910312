#include "core/solve/repeats.hpp"

#include "core/solve/taylor.hpp"
#include "support.hpp"

namespace izh {

namespace {

struct Found {
  std::size_t cycle = 0, spikes = 0;
  double worst = 0;  // ms, of the spikes continued from the cycle
};

/// Watches a train with values value(n) after the spikes and intervals interval(n), for `duration`, and compares its
/// continuation by the cycle with the train itself.
template <class Value, class Interval>
Found watched(Value value, Interval interval, double duration) {
  Found found;
  CycleWatch watch;
  std::vector<double> spikes;
  double time = 0, time_low = 0;
  for (int n = 0; time <= duration; ++n) {
    spikes.push_back(time);
    if (found.cycle == 0) {
      found.cycle = watch.add(value(n), time, time_low, std::fabs(value(n)), duration - time);
      found.spikes = spikes.size();
    }
    taylor::move<double>(time, time_low, interval(n));
  }
  if (found.cycle == 0) return found;
  const double period = watch.period(found.cycle);
  for (std::size_t i = found.spikes; i < spikes.size(); ++i) {
    const std::size_t cycles = (i - found.spikes) / found.cycle + 1;
    const double follows = spikes[i - cycles * found.cycle] + static_cast<double>(cycles) * period;
    found.worst = std::max(found.worst, std::fabs(follows - spikes[i]));
  }
  return found;
}

}  // namespace

// Fails with: the last difference for the distance still to go; only differences over one cycle judged; intervals
// not judged.
TEST_CASE("a train that settles slowly is not taken for one that has settled", "[batch]") {
  // Values 100 + r^n, intervals 10 + 3 r^n ms. Differences fall to 1e-13 of 100 when r^n (1 - r) = 1e-11, when there is
  // still 1e-11/(1 - r) to go.
  for (double r : {0.0, 0.3, 0.9, 0.98, 0.995, -0.3, -0.9, -0.98}) {
    INFO("ratio " << r);
    const auto rest = [&](int n) { return std::pow(r, n); };
    const Found found = watched([&](int n) { return 100 + rest(n); }, [&](int n) { return 10 + 3 * rest(n); }, 1e5);
    CHECK(found.cycle == 1);
    CHECK(found.worst < 1e-8);
    // It does settle: r^n = 1e-16 at n = 37/ln(1/|r|), and is recognised by then at the latest.
    if (r != 0) CHECK(static_cast<double>(found.spikes) < 5 + 37 / -std::log(std::fabs(r)));
  }
}

// Fails with: only the longer differences judged.
TEST_CASE("a transient does not hide a slower approach", "[batch]") {
  // 30 0.2^n is gone after 25 spikes, when differences over many cycles still reach back to it; 1e-7 0.99^n is not.
  const auto rest = [](int n) { return 30 * std::pow(0.2, n) + 1e-7 * std::pow(0.99, n); };
  const Found found = watched([&](int n) { return 100 + rest(n); }, [&](int n) { return 10 + 3 * rest(n); }, 5e4);
  CHECK(found.cycle == 1);
  CHECK(found.worst < 1e-8);
}

// Fails with: no waiting for a period that almost repeats.
TEST_CASE("a cycle has the smallest number of spikes after which the state repeats", "[batch]") {
  for (int p = 1; p <= 15; ++p) {
    const auto value = [&](int n) { return 20 + 50.0 * (n % p) + 100 * std::pow(0.5, n); };
    CHECK(watched(
              value, [&](int n) { return 5.0 + n % p; }, 5000)
              .cycle == static_cast<std::size_t>(p));
  }
  CHECK(watched([](int n) { return 10.0 * (n % 16); }, [](int) { return 5.0; }, 5000).cycle ==
        0);  // beyond the longest
  // Values that alternate about a limit and approach it by a thousandth per spike: two spikes apart they differ by only
  // a thousandth of the alternation, and yet the cycle has one spike.
  const auto swing = [](int n) { return 100 + std::pow(-0.999, n); };
  CHECK(watched(
            swing, [](int) { return 1.0; }, 1e5)
            .cycle == 1);
}

// Fails with: a tolerance of 1e-5.
TEST_CASE("chaos does not repeat", "[batch]") {
  // x -> 3.99 x (1 - x): two of 2000 values within 1e-13 of each other and at most 15 apart are no more likely than
  // 2000 times 15 times 1e-12.
  double x = 0.3;
  const auto value = [&](int) { return x; };
  const auto interval = [&](int) { return x = 3.99 * x * (1 - x), 1.0; };
  CHECK(watched(value, interval, 2000).cycle == 0);
}

// Fails with: a train repeats only if its intervals do, to 3e-9 ms.
TEST_CASE("if only its fate matters, a train repeats when its states do", "[batch]") {
  // Intervals that rounding changes, as in trains that pass close to a saddle.
  Chance chance(98);
  CycleWatch watch, states;
  double time = 0;
  std::size_t by_time = 0, by_state = 0;
  for (int n = 0; n < 40; ++n) {
    const double u = (n % 2 ? -50.0 : -58.0) - std::pow(0.01, n);
    time += (n % 2 ? 100.0 : 30000.0) + chance.between(-1e-3, 1e-3);
    if (!by_time) by_time = watch.add(u, time, 0, 60, 0);
    if (!by_state) by_state = states.add(u, 60);
  }
  CHECK(by_time == 0);
  CHECK(by_state == 2);
}

}  // namespace izh
