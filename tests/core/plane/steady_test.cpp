#include "core/plane/steady.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>

#include "core/ask/suggestions.hpp"
#include "core/content/presets.hpp"
#include "core/plane/after_spike.hpp"
#include "core/train/pattern.hpp"
#include "support.hpp"
#include "told.hpp"

namespace izh {

namespace {

using Trace = std::vector<double>;

SteadyTrain train_of(const Experiment& experiment, double current) {
  const Recording run = simulate(experiment, {0.0, {}, 0.0, 2e5});
  return steady_train(experiment, run.spikes, run.reset_u, current);
}

}  // namespace

// Fails with: the first stretch for the last; stretches that meet not joined; the ends of a stretch left out.
TEST_CASE("the spikes under a steady current are those of the last stretch at it", "[steady]") {
  // 50 pA from 0 to 100, 80 to 200, 50 again to 300 and, by a second step that begins there, to 400, then nothing.
  Experiment experiment = under_step(regular_spiking, 50, 0, 500);
  experiment.stimulus = {Step{50, 0, 300}, Step{30, 100, 100}, Step{50, 300, 100}};
  const Trace spikes{50, 150, 200, 300, 400, 450}, u{1, 2, 3, 4, 5, 6};
  CHECK(steady_train(experiment, spikes, u, 50).reset_u == Trace{3, 4, 5});
  CHECK(steady_train(experiment, spikes, u, 80).reset_u == Trace{2, 3});
  CHECK(steady_train(experiment, spikes, u, 0).reset_u == Trace{5, 6});
  CHECK(steady_train(experiment, spikes, u, 60).reset_u.empty());
}

// Fails with: the slope ignored.
TEST_CASE("along a ramp no current is steady", "[steady]") {
  Experiment experiment = under_step(regular_spiking, 0, 0, 500);
  experiment.stimulus = {Ramp{50, 100, 0, 500}};
  CHECK(steady_train(experiment, {0, 100}, {1, 2}, 50).reset_u.empty());
}

// Fails with: half of the cycle compared; the longest cycle one short; three values enough for a 2-cycle.
TEST_CASE("a train repeats after as many spikes as its end does", "[steady]") {
  const Experiment experiment = under_step(regular_spiking, 70, 0, 1000);  // d = 100, and 1e-4 of that is 0.01
  const auto cycle = [&](const Trace& u) { return steady_train(experiment, Trace(u.size(), 500.0), u, 70).cycle; };
  const auto repeated = [](int period, int cycles) {
    Trace u;
    for (int i = 0; i < period * cycles; ++i) u.push_back(i % period);
    return u;
  };
  CHECK(cycle({}) == 0);
  CHECK(cycle({5, 5}) == 0);  // not yet: 2 p spikes have no earlier spike to compare with
  CHECK(cycle({5, 5, 5}) == 1);
  CHECK(cycle({7, 5, 5.009}) == 1);
  CHECK(cycle({7, 5, 5.011}) == 0);
  CHECK(cycle({1, 2, 1, 2}) == 0);
  CHECK(cycle({2, 1, 2, 1, 2}) == 2);
  CHECK(cycle({0, 1, 3, 1, 2, 1, 2}) == 2);
  CHECK(cycle(repeated(15, 3)) == 15);
  CHECK(cycle(repeated(16, 3)) == 0);
  // Values that span 1000 are compared to 0.1.
  CHECK(cycle({1000, 0, 0.09}) == 1);
  CHECK(cycle({1000, 0, 0.11}) == 0);
}

// Fails with: the states before the reset.
TEST_CASE("the pattern of a run is that of its cell's golden intervals", "[steady]") {
  // RS is tonic; the intervals of CH repeat after two spikes at 300 pA (48.426, 4.004 ms), after three at 600 pA
  // (24.628, 3.027, 4.779 ms), found by an independent program.
  CHECK(train_of(under_step(regular_spiking, 70, 100, 3000), 70).cycle == 1);
  CHECK(train_of(under_step(chattering, 300, 100, 3000), 300).cycle == 2);
  CHECK(train_of(under_step(chattering, 600, 100, 3000), 600).cycle == 3);
  CHECK(train_of(under_step(regular_spiking, 70, 100, 3000), 0).reset_u.empty());
}

// Fails with: settling looked for in trains that repeat; a drifting train called settling.
TEST_CASE("a train that approaches a cycle is settling to it", "[steady]") {
  const Experiment experiment = under_step(regular_spiking, 70, 0, 1000);
  const auto train = [&](const Trace& u) { return steady_train(experiment, Trace(u.size(), 500.0), u, 70); };
  // u - 100 = 40 (-3/4)^n: the remainder shrinks by a quarter with each spike.
  Trace nearer, pairs;
  for (int n = 0; n < 12; ++n) nearer.push_back(100 + 40 * std::pow(-0.75, n));
  CHECK(train(nearer).cycle == 0);
  CHECK(train(nearer).settling == 1);
  // The same for every second value of an alternating train.
  for (int n = 0; n < 24; ++n) pairs.push_back((n % 2 ? 200 : 100) + 40 * std::pow(0.75, n / 2));
  CHECK(train(pairs).cycle == 0);
  CHECK(train(pairs).settling == 2);
  CHECK(train({5, 5, 5, 5, 5, 5}).settling == 0);  // already there
  CHECK(train({10, 60, 20, 90, 15, 70, 40, 5}).settling == 0);
  // The bursting cell at 600 pA: the slope at the map's fixed point is -0.75, so that after 16 spikes 0.75^14 = 1.8 %
  // of the way is left: more than 1e-4, and settling to tonic firing.
  const SteadyTrain bursting = train_of(under_step(intrinsically_bursting, 600, 100), 600);
  CHECK(bursting.reset_u.size() == 16);
  CHECK(bursting.cycle == 0);
  CHECK(bursting.settling == 1);
}

// Fails with: settling said of a train that repeats; a cycle of one called a cycle.
TEST_CASE("what a train under a steady current comes to is said by how many spikes it has and repeats", "[steady]") {
  const Experiment experiment = under_step(regular_spiking, 70, 0, 1000);
  const auto said = [&](const Trace& u) { return told(steady_train(experiment, Trace(u.size(), 500.0), u, 70).text); };
  CHECK(said({}) == "steady.no_steps(current=70 pA)");
  CHECK(said({5}) == "steady.no_steps(current=70 pA)");
  CHECK(said({5, 5}) == "steady.too_few(spikes=2, current=70 pA)");
  CHECK(said({5, 5, 5}) == "steady.repeats_one(spikes=3, current=70 pA)");
  CHECK(said({2, 1, 2, 1, 2}) == "steady.repeats(spikes=5, cycle=2, current=70 pA)");
  CHECK(said({10, 60, 20, 90, 15, 70, 40, 5}) == "steady.no_repeat(spikes=8, current=70 pA)");
  // The trains of the test above: they shrink by a quarter with every spike, or every second.
  Trace nearer, pairs;
  for (int n = 0; n < 12; ++n) nearer.push_back(100 + 40 * std::pow(-0.75, n));
  for (int n = 0; n < 24; ++n) pairs.push_back((n % 2 ? 200 : 100) + 40 * std::pow(0.75, n / 2));
  CHECK(said(nearer) == "steady.settles_to_one(spikes=12, current=70 pA)");
  CHECK(said(pairs) == "steady.settles(spikes=24, cycle=2, current=70 pA)");
}

// Fails with: 1e-4 of |d| for a fixed step, too.
TEST_CASE("with fixed steps a train repeats as far as its steps allow", "[steady]") {
  // RS at 70 pA in the note's steps of 0.5 ms fires every 146.5 to 148 ms, as it resets only on its grid.
  Experiment coarse = under_step(regular_spiking, 70, 100, 5000);
  coarse.solver = Rk4{0.5};
  CHECK(train_of(coarse, 70).cycle == 1);
}

// Fails with: "settling" left out; trains begun on the other side of the map.
TEST_CASE("where the map says that trains settle to tonic firing, they do, and are called tonic", "[steady]") {
  struct Case {
    Cell cell;
    double current;
  };
  std::vector<Case> cases;
  for (const Preset& one : presets())
    for (const Experiment& run : one.runs) cases.push_back({run.cell, current_at(run.stimulus, run.duration / 2)});
  Chance chance(12);
  for (int n = 0; n < 120; ++n) {
    Cell cell = n % 3 == 0 ? regular_spiking : n % 3 == 1 ? intrinsically_bursting : chattering;
    for (double* one : {&cell.C, &cell.k, &cell.a, &cell.b, &cell.d}) *one *= chance.magnitude(0.5, 2);
    cases.push_back({cell, chance.between(50, 900)});
  }
  int attracted = 0, repelled = 0;
  for (const Case& one : cases) {
    MapRange range = suggested_map_range(one.cell, one.current, {});
    range.points = 40;
    const AfterSpikeMap map = after_spike_map(one.cell, one.current, range);
    for (std::size_t i = 0; i < map.fixed_u.size(); ++i) {
      const double slope = std::fabs(map.fixed_slope[i]);
      if (slope > 0.97 && slope < 1.5) continue;  // too slow to decide in a few hundred spikes
      // 40 spikes from a thousandth of d beside it: 0.97^40 = 0.3 of the distance is left, which visibly shrinks.
      const double u = map.fixed_u[i] + 1e-3 * one.cell.d;
      Experiment run{one.cell, At{one.cell.c, u}, {Step{one.current, 0, {}}}, 1e5, Exact{}};
      const std::vector<double> all = simulate(run, {0.0, {}, 0.0, 2e4}).spikes;
      if (all.size() < 41) continue;
      run.duration = all[40];
      const Recording found = simulate(run, spikes_only);
      const SteadyTrain train = steady_train(run, found.spikes, found.reset_u, one.current);
      const Pattern told = pattern(found.spikes, {0, run.duration}, found.ended);
      CAPTURE(one.cell.C, one.cell.k, one.cell.a, one.cell.d, one.current, slope);
      if (slope < 1) {
        ++attracted;
        CHECK((train.cycle == 1 || train.settling == 1));
        CHECK(told.kind == PatternKind::tonic);
      } else {
        ++repelled;
        CHECK(train.cycle != 1);
        CHECK(train.settling != 1);
      }
    }
  }
  CHECK(attracted > 60);
  CHECK(repelled > 10);
}

TEST_CASE("a train needs one u for each spike, and a finite current", "[steady]") {
  const Experiment experiment = under_step(regular_spiking, 70);
  CHECK_THROWS_AS(steady_train(experiment, {1, 2}, {1}, 70), std::invalid_argument);
  CHECK_THROWS_AS(steady_train(experiment, {}, {}, std::numeric_limits<double>::quiet_NaN()), std::invalid_argument);
}

}  // namespace izh
