#include "core/solve/flow.hpp"

#include "core/solve/passage.hpp"
#include "plane.hpp"

namespace izh {

// Fails with: begin_ left at 0; the slope left out of the forcing.
TEST_CASE("the flow passes through the samples of a run, under a steady and a changing current", "[flow]") {
  for (const double slope : {0.0, 0.2, -0.35}) {
    const Cell cell = intrinsically_bursting;
    const double from = 120, to = 120 + slope * 400;  // the run goes on beyond the comparison
    Experiment run = steady(cell, {-70, 20}, from, 400);
    if (slope != 0) run.stimulus = {Ramp{from, to, 0, 400}};
    Flow flow(cell, {0, 400, from, slope}, {-70, 20}, 0);
    double begin = 0;
    while (flow.time() < 199 && flow.step(200 - flow.time())) {
      // The same series from the same start, so they differ by a few ulps of 75 mV and of 120 pA per step.
      for (const double share : {0.3, 1.0}) {
        const double x = flow.length() * share;
        const Recording there = simulate(run, {begin + x, begin + x, 1, 1e5});
        REQUIRE(there.spikes.empty());
        CHECK_THAT(flow.at(x).v, WithinAbs(there.v.at(0), 1e-11));
        CHECK_THAT(flow.at(x).u, WithinAbs(there.u.at(0), 1e-10));
        const State rate = derivative(cell, {there.v[0], there.u[0]}, there.current[0]);
        CHECK_THAT(flow.rate(x).v, WithinAbs(rate.v, 1e-11));
      }
      begin = flow.time();
    }
    CHECK(flow.time() >= 199);
  }
}

// Fails with: copysign of `most` dropped.
TEST_CASE("forwards and back again, an orbit returns to its start", "[flow]") {
  Chance chance(31);
  for (int i = 0; i < 100; ++i) {
    const Cell cell = usual_cell(chance);
    const double current = chance.between(-100, 200);
    const State start{chance.between(cell.vr - 10, cell.vr + 5), chance.between(-20, 20)};
    // A step forwards and one back from its end: two series of the same orbit, exact to their last terms.
    Flow there(cell, current, start);
    REQUIRE(there.step(0.5));
    Flow back(cell, current, there.state());
    while (back.time() > -there.time()) REQUIRE(back.step(-there.time() - back.time()));
    CHECK_THAT(back.state().v, WithinAbs(start.v, 1e-11));
    CHECK_THAT(back.state().u, WithinAbs(start.u, 1e-10));
  }
}

// Fails with: a series that is not finite accepted.
TEST_CASE("an orbit whose numbers overflow stays where it is and says so", "[flow]") {
  // z = (k/C) v is 7e17 here, and the series has its powers up to the 25th.
  Flow flow(regular_spiking, 0, {1e20, 3});
  CHECK_FALSE(flow.step(1));
  CHECK(flow.state().v == 1e20);
  CHECK(flow.state().u == 3);
  CHECK(flow.time() == 0);
}

// Fails with: the sign at `high` for that at `low`.
TEST_CASE("a sign change is found to the last bits, upwards or downwards and in either direction", "[flow]") {
  const auto parabola = [](double x) { return x * x - 2; };
  for (const double high : {2.0, 1.5}) CHECK_THAT(sign_change(0, high, parabola), WithinAbs(std::sqrt(2.0), 4e-16));
  CHECK_THAT(sign_change(0, -2, parabola), WithinAbs(-std::sqrt(2.0), 4e-16));
  CHECK_THAT(sign_change(-2, 0, parabola), WithinAbs(-std::sqrt(2.0), 4e-16));
}

// Fails with: turning points of v alone; none at all.
TEST_CASE("the extremes of a step are where v or u turns back", "[flow]") {
  // Just above I_H, IB rings: over a turn, v and u both turn twice.
  const Cell cell = intrinsically_bursting;
  const FixedPoint rest = fixed_points(cell, 347).front();
  Flow flow(cell, 347, {rest.v - 0.5, rest.u});
  std::vector<State> turns;
  while (flow.time() < 500 && flow.step(500 - flow.time()))
    visit_extremes(flow, flow.length(), [&](const State& at) {
      const State rate = derivative(cell, at, 347);
      // At a turning point found to the last bits of time, the speed is mere rounding: ulps of 400 pA over C, and of 80
      // pA times a.
      if (std::fabs(rate.v) < 1e-14 || std::fabs(rate.u) < 1e-14) turns.push_back(at);
    });
  CHECK(turns.size() >= 4);
}

// RS with b = -45 at v = vr, u = 0, I = 0: a saddle, from which rounding alone would lead away.
// Fails with: the fixed point followed like any other state.
TEST_CASE("from a fixed point the flow leads nowhere, in either direction", "[flow]") {
  Cell cell = regular_spiking;
  cell.b = -45;
  for (const double most : {50.0, -50.0}) {
    Flow flow(cell, 0, {-60, 0});
    for (int i = 0; i < 40; ++i) REQUIRE(flow.step(most));
    CHECK_THAT(flow.state().v, WithinAbs(-60, 1e-12));
    CHECK_THAT(flow.state().u, WithinAbs(0, 1e-12));
    CHECK(flow.time() == 40 * most);
  }
  // Where the reset lands on the fixed point there is no next spike, and so no slope: c = vr, u = 0.
  cell.c = -60;
  CHECK_FALSE(Passages(cell, 0).slope(0));
}

}  // namespace izh
