#include "core/solve/crisis.hpp"

#include "core/solve/outcome.hpp"
#include "core/sweep/thresholds.hpp"
#include "support.hpp"

namespace izh {

namespace {

/// Its trains are chaotic at the onset of lasting firing.
constexpr Cell chaotic{120.05, 2.3444, -76.4142, -44.0216, 54.955213, .06206876, 11.14817, -49.7, 33.31};
constexpr State start{-78.52, 10.3};

}  // namespace

// Fails with: 2000 spikes taken for a train that lasts, which gave 795.714407.
TEST_CASE("a chaotic train begins to last where the maximum of its map meets the edge of the gap", "[crisis]") {
  // An independent program, in quadruple precision, found trains that end after 220 to 3013 spikes from 795.714407 pA
  // on and the onset at 795.7144239.
  Experiment experiment{chaotic, At{start.v, start.u}, {}, 1000, Exact{}};
  CHECK_THAT(rheobase(experiment, {}).lasting.current.value(), WithinAbs(795.7144239, 2e-7));
  for (const double current : {795.714407, 795.71441, 795.71442, 795.714423})
    CHECK(outcome(chaotic, start, current).fate == Fate::rests);
  for (const double current : {795.7144245, 795.71443, 795.715, 796.0})
    CHECK(outcome(chaotic, start, current).fate == Fate::fires_on);
}

// Fails with: the gap looked for at the lowest value only; a map that does not turn.
TEST_CASE("a train lasts where its map takes an interval into itself, and ends where there is a way out", "[crisis]") {
  // Independently of the rule: trains of 5000 spikes, on both sides of the crisis. At 795.7 pA the way out is 0.008 of
  // about 113 pA wide; with the density of a map near its maximum, a train finds it at about the hundredth spike.
  const auto spikes = [](double current) { return outcome(chaotic, start, current, 5000, 1e6).spikes; };
  const auto told = [](double current, double low, double high) {
    return lasting(chaotic, current, Passages(chaotic, current), low, high);
  };
  for (const double current : {794.0, 795.0, 795.7}) {
    CHECK(spikes(current) < 2000);
    CHECK(told(current, 420, 462) == Lasting::ends);
  }
  const Passages passages(chaotic, 796);
  double low = 1e9, high = -1e9, u = start.u;
  State state = start;
  for (int i = 0; i < 5000; ++i) {
    const Passage next = passages.from(state);
    REQUIRE(next.next == Next::spike);
    state = next.state;
    u = state.u;
    if (i < 100) continue;
    low = std::min(low, u);
    high = std::max(high, u);
  }
  CHECK(told(796, low, high) == Lasting::lasts);
  CHECK(told(796, low, high + 1) == Lasting::unknown);   // where no train goes
  CHECK(told(796, low - 50, high) == Lasting::unknown);  // still approaching from below
  CHECK(lasting(regular_spiking, 70, Passages(regular_spiking, 70), 60, 65) == Lasting::unknown);
}

// Fails with: every train followed to the last spike allowed taken for certain.
TEST_CASE("where the rule does not decide, the answer says so", "[crisis]") {
  // CA1 Back-Projection (4-023-1): 2000 spikes above its edge never repeat, and its map is in several pieces.
  Experiment experiment;
  experiment.cell = {133.0,          0.6674675085, -60.27870988, -47.12115298, 0.5867101945,
                     0.004344768788, 15.6605335,   -60.13981458, -30.0};
  CHECK(rheobase(experiment, {}).certain == 0);
  experiment.cell = chaotic;
  experiment.initial = At{start.v, start.u};
  CHECK(rheobase(experiment, {}).certain == 1);
  CHECK(outcome(chaotic, start, 796).certain);
  CHECK(outcome(regular_spiking, {-60, 0}, 70).certain);
}

}  // namespace izh
