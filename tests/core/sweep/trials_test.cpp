#include "core/sweep/trials.hpp"

#include "core/model/resolve.hpp"
#include "core/sweep/run_trials.hpp"
#include "support.hpp"

namespace izh {

namespace {

State rest_of(const Cell& cell) { return initial_state({cell, Rest{}, {}, 1000, Exact{}}); }

}  // namespace

// Fails with: the stretch before the onset included; the last one with an end; the step on throughout.
TEST_CASE("the stretches of a step begin at its onset, change with every current, and go on without end", "[trials]") {
  // 20 pA throughout, 5 pA more from 250 ms on, and a step from 100 to 300 ms.
  const std::vector<StepPart> parts = step_parts({Step{20, 0, {}}, Step{5, 250, 150.0}}, 100, 300.0);
  REQUIRE(parts.size() == 4);
  const double starts[] = {100, 250, 300, 400}, currents[] = {20, 25, 25, 20};
  for (std::size_t i = 0; i < 4; ++i) {
    CHECK(parts[i].others.start == starts[i]);
    CHECK(parts[i].others.end == (i < 3 ? starts[i + 1] : unbounded));
    CHECK(parts[i].others.current == currents[i]);
    CHECK(parts[i].others.slope == 0);
    CHECK(parts[i].on == (i < 2));
  }
  const std::vector<StepPart> alone = step_parts({}, 0, std::nullopt);
  REQUIRE(alone.size() == 1);
  CHECK(alone[0].on);
  CHECK(alone[0].others.end == unbounded);
}

// RS is at rest up to I_SN = (k p + b)²/4k = 144/2.8 = 51.43 pA, of which 30 pA may flow beside the step.
TEST_CASE("a trial says whether a spike comes, in the step or after it", "[trials]") {
  Trials trials(regular_spiking, rest_of(regular_spiking), 1e6);
  const std::vector<StepPart> endless = step_parts({}, 0, std::nullopt);
  CHECK(trials.fires(endless, 51) == Fate::rests);
  CHECK(trials.fires(endless, 52) == Fate::fires_on);
  CHECK(trials.without_end(52, 0) == Fate::fires_on);
  CHECK(trials.without_end(51, 2000) == Fate::rests);
  const std::vector<StepPart> beside = step_parts({Step{30, 0, {}}}, 0, std::nullopt);
  CHECK(trials.fires(beside, 22) == Fate::fires_on);
  // A step that ends may or may not leave v above the threshold; the spike comes when the simulator says.
  const std::vector<StepPart> brief = step_parts({}, 0, 3.0);
  const std::vector<double> spikes = spikes_of({regular_spiking, Rest{}, {Step{1500, 0, 3.0}}, 1000, Exact{}});
  REQUIRE(spikes.size() >= 1);
  CHECK(trials.fires(brief, 1500) == Fate::fires_on);
  CHECK(trials.fires(brief, 1500, spikes[0] + 1e-6) == Fate::fires_on);
  CHECK(trials.fires(brief, 1500, spikes[0] - 1e-6) == Fate::rests);
  CHECK(trials.fires(brief, 100) == Fate::rests);
  // A cell that starts at the peak spikes at once.
  CHECK(Trials(regular_spiking, {36, 0}, 1e6).fires(endless, 0) == Fate::fires_on);
}

TEST_CASE("trials that are out of steps are undecided", "[trials]") {
  Trials trials(regular_spiking, rest_of(regular_spiking), 3);
  CHECK(trials.fires(step_parts({}, 0, 400.0), 52) == Fate::undecided);
  CHECK(trials.exhausted());

  const Experiment run{regular_spiking, Rest{}, {Step{100, 100, {}}}, 1000, Euler{0.5}};
  RunTrials runs(100, 3000);  // of 2000 steps each
  CHECK(runs.fires(run) == Fate::fires_on);
  CHECK_FALSE(runs.exhausted());
  CHECK(runs.fires(run) == Fate::fires_on);
  CHECK(runs.exhausted());
  CHECK(runs.fires(run) == Fate::undecided);
}

// Fails with: spikes before the onset counted.
TEST_CASE("a run's own trials count the spikes from the onset on", "[trials]") {
  // 500 pA until 100 ms, none after that.
  const Experiment run{regular_spiking, Rest{}, {Step{500, 0, 100.0}}, 1000, Euler{0.5}};
  CHECK(RunTrials(0).fires(run) == Fate::fires_on);
  CHECK(RunTrials(200).fires(run) == Fate::rests);
}

}  // namespace izh
