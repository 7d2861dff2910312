#include "core/sweep/excitability.hpp"

#include "core/content/presets.hpp"
#include "core/model/critical_currents.hpp"
#include "support.hpp"

namespace izh {

namespace {

double threshold(const Cell& cell, const Initial& initial, std::size_t count, double duration = 1000) {
  Experiment experiment;
  experiment.cell = cell;
  experiment.initial = initial;
  experiment.duration = duration;
  return step_threshold(experiment, count, 0, 600).value();
}

}  // namespace

// Fails with: u = b (v - vr) at the kick; bisection only to 1e-2 mV.
TEST_CASE("a kick must carry v beyond the stable manifold, which is not vt", "[excitability]") {
  // RS fires from below its vt of -40, IB and CH only from above theirs, -45 and -40. The values are those of an
  // independent program, to the digits given.
  CHECK_THAT(kick_threshold(regular_spiking).value(), WithinAbs(-40.5326, 5e-5));
  CHECK_THAT(kick_threshold(intrinsically_bursting).value(), WithinAbs(-44.8358, 5e-5));
  CHECK_THAT(kick_threshold(chattering).value(), WithinAbs(-39.9684, 5e-5));

  // Where u is constant, v alone decides: exactly vt.
  Cell still = regular_spiking;
  still.a = 0;
  CHECK_THAT(kick_threshold(still).value(), WithinAbs(-40, 1e-6));  // 10 s are enough to within 1e-9 mV of it

  const double edge = kick_threshold(regular_spiking).value();
  CHECK(spikes_of({regular_spiking, At{edge + 1e-6, 0}, {}, 1e4, Exact{}}).size() == 1);
  CHECK(spikes_of({regular_spiking, At{edge - 1e-6, 0}, {}, 1e4, Exact{}}).empty());
}

// Fails with: the edge returned although its lower end fires.
TEST_CASE("a cell that fires at rest has no kick threshold", "[excitability]") {
  Cell cell = regular_spiking;
  cell.vpeak = -45;  // vpeak is below the threshold, so only vpeak itself fires
  cell.c = -65;
  CHECK_THAT(kick_threshold(cell).value(), WithinAbs(-45, 1e-8));
  cell.vr = -44;  // rest above the peak
  CHECK_FALSE(kick_threshold(cell));
}

// Fails with: the onset at 10 ms; count ignored.
TEST_CASE("from the note's start the bursting cell has the note's thresholds", "[excitability]") {
  // The note: no spike at 242 pA, one from 243, two from 343, lasting from 347. An independent program, given the
  // inferred start (v = -60, u = -300, the step at 100 ms, 1 s): 242.834, 342.708, 346.445.
  const Cell& IB = intrinsically_bursting;
  CHECK_THAT(threshold(IB, note_start(IB), 1), WithinAbs(242.834, 5e-4));
  CHECK_THAT(threshold(IB, note_start(IB), 2), WithinAbs(342.708, 5e-4));
  CHECK_THAT(threshold(IB, note_start(IB), 3), WithinAbs(346.445, 5e-4));
}

// Fails with: count ignored.
TEST_CASE("from rest the thresholds differ, and lasting firing begins at the current of the invariant parabola",
          "[excitability]") {
  // One spike from 304.739051, two (of a train that lasts) from 346.445353, both by an independent program over 1 s and
  // longer. The current of the invariant parabola is I* = [(k p + b)² - (b - aC/2)²]/(4 k) = 346.4453125.
  const Cell& IB = intrinsically_bursting;
  CHECK_THAT(threshold(IB, Rest{}, 1), WithinAbs(304.739051, 1e-6));
  CHECK_THAT(threshold(IB, Rest{}, 2), WithinAbs(346.445353, 2e-6));
  CHECK(threshold(IB, Rest{}, 2) > 346.4453125);
  // CH: two spikes from 157.594178, lasting firing from 160.156250 = I*, below its saddle-node at 160.1667.
  CHECK_THAT(threshold(chattering, Rest{}, 1), WithinAbs(157.594178, 1e-6));
  CHECK_THAT(threshold(chattering, Rest{}, 2), WithinAbs(157.594178, 1e-3));
  CHECK_THAT(threshold(chattering, Rest{}, 10, 5000), WithinAbs(160.156250, 1e-4));
  CHECK(threshold(chattering, Rest{}, 10, 5000) < saddle_node_current(chattering));
  // RS begins at its saddle-node, 360/7 pA, given enough time: the passage takes 626 ms over the root of the distance
  // in pA (onset_test.cpp), so 20 s reach to within 1e-3 pA.
  CHECK_THAT(threshold(regular_spiking, Rest{}, 1, 20000), WithinAbs(360.0 / 7, 2e-3));
  CHECK(threshold(regular_spiking, Rest{}, 1, 20000) > 360.0 / 7);
}

// Fails with: an end of the range not tried; the experiment's solver kept.
TEST_CASE("a range without a threshold has none", "[excitability]") {
  Experiment experiment;
  CHECK_FALSE(step_threshold(experiment, 1, 0, 50));     // 50 pA never fires
  CHECK_FALSE(step_threshold(experiment, 1, 100, 600));  // 100 pA does already
  CHECK_FALSE(step_threshold(experiment, 100000, 0, 600));
  experiment.solver = Euler{0.5};  // searched exactly, whatever the experiment names
  CHECK_THAT(step_threshold(experiment, 1, 0, 600).value(),
             WithinAbs(step_threshold(Experiment{}, 1, 0, 600).value(), 1e-12));
}

}  // namespace izh
