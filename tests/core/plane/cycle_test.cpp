#include "core/plane/cycle.hpp"

#include "core/model/critical_currents.hpp"
#include "core/solve/flow.hpp"
#include "plane.hpp"

namespace izh {

namespace {

/// The points of a closed curve, with their distances from the fixed point multiplied by `factor`.
std::vector<State> scaled(const Cycle& cycle, const FixedPoint& around, double factor) {
  std::vector<State> points;
  for (std::size_t i = 0; i + 1 < cycle.curve.v.size(); ++i)
    points.push_back(
        {around.v + factor * (cycle.curve.v[i] - around.v), around.u + factor * (cycle.curve.u[i] - around.u)});
  return points;
}

}  // namespace

// Fails with: passages upwards for those downwards; the crossing's bisection stopped after 12 rounds.
TEST_CASE("close to the Hopf point the unstable cycle has the size and the period of its normal form", "[cycle]") {
  // Half-width 2 √(dI/k) in v, up to relative corrections of order dI; a kick of 2 √(dI/k)/√(1 + a²/ω²) in v alone, the
  // mean of both sides since they differ by a relative √dI; period 2π/ω. IB: k = 1.2, ω² = 0.01·3.5/150, so 1 + a²/ω² =
  // 10/7.
  const Cell cell = intrinsically_bursting;
  const double hopf = 347.65625, omega = std::sqrt(0.01 * 3.5 / 150), pi = 3.141592653589793;
  for (const double below : {1e-4, 4e-4, 1.6e-3}) {
    INFO(below);
    const auto cycle = unstable_cycle(cell, hopf - below);
    REQUIRE(cycle);
    const FixedPoint rest = fixed_points(cell, hopf - below).front();
    const double half_width = 2 * std::sqrt(below / 1.2);
    CHECK_THAT((cycle->v_high - cycle->v_low) / 2 / half_width, WithinAbs(1, below));
    CHECK_THAT(cycle->period * omega / (2 * pi), WithinAbs(1, below));
    CHECK_THAT((cycle->crossing - rest.v) / (half_width * std::sqrt(0.7)), WithinAbs(1, 0.5 * std::sqrt(below)));
  }
  // An independent program measured a kick of 1.378 √dI at dI = 0.0625: 4 digits.
  const FixedPoint rest = fixed_points(cell, hopf - 0.0625).front();
  CHECK_THAT((unstable_cycle(cell, hopf - 0.0625)->crossing - rest.v) / 0.25, WithinAbs(1.378, 5e-4));
}

// Fails with: as above; a cycle looked for around an unstable point.
TEST_CASE("any cell with a Hopf point has its unstable cycle just below it, and none above", "[cycle]") {
  Chance chance(11);
  for (int i = 0; i < 100; ++i) {
    const Cell cell = hopf_cell(chance);
    const double hopf = *andronov_hopf_current(cell), star = *invariant_parabola_current(cell);
    const double below = 1e-3 * (hopf - star);
    const auto cycle = unstable_cycle(cell, hopf - below);
    REQUIRE(cycle);
    // The corrections are of the order of `below` relative to the distance to the saddle-node, (b - aC)²/(4k), compared
    // with which hopf - star = ((b - aC/2)² - (b - aC)²)/(4k) may be large.
    const double aC = cell.a * cell.C, gap = cell.b - aC, share = below / (gap * gap / (4 * cell.k));
    const double half_width = 2 * std::sqrt(below / cell.k);
    CHECK_THAT((cycle->v_high - cycle->v_low) / 2 / half_width, WithinAbs(1, 5 * share));
    CHECK_THAT(cycle->period * std::sqrt(cell.a * gap / cell.C) / 6.283185307179586, WithinAbs(1, 5 * share));
    CHECK_FALSE(unstable_cycle(cell, hopf + below));
  }
}

// Fails with: turning points left out; the curve left open, or backwards in time; one part a step.
TEST_CASE("the cycle is an orbit that returns to its start, and is as wide as it says", "[cycle]") {
  Chance chance(12);
  for (int i = 0; i < 30; ++i) {
    const Cell cell = i ? hopf_cell(chance) : intrinsically_bursting;
    const double hopf = *andronov_hopf_current(cell), loop = *homoclinic_current(cell);
    const double current = loop + chance.between(0.1, 0.95) * (hopf - loop);
    const auto cycle = unstable_cycle(cell, current);
    REQUIRE(cycle);
    const auto &v = cycle->curve.v, &u = cycle->curve.u;
    REQUIRE(v.size() > 30);
    CHECK(v.front() == v.back());
    CHECK(u.front() == u.back());
    const double wide = cycle->v_high - cycle->v_low, high = cycle->u_high - cycle->u_low;

    // Backwards the cycle attracts: after a turn the orbit is where it began, to the rounding of v and u.
    Flow flow(cell, current, {v.front(), u.front()});
    while (flow.time() > -cycle->period) REQUIRE(flow.step(-cycle->period - flow.time()));
    CHECK_THAT(flow.state().v, WithinAbs(v.front(), 1e-9 * wide));
    CHECK_THAT(flow.state().u, WithinAbs(u.front(), 1e-9 * high));

    // The points follow it: forwards in time, each a short arc on. dv/dt changes its sign at v_low and v_high.
    double lowest = v[0], highest = v[0];
    for (std::size_t n = 0; n + 1 < v.size(); ++n) {
      const State rate = derivative(cell, {v[n], u[n]}, current);
      const double dv = v[n + 1] - v[n], du = u[n + 1] - u[n];
      CHECK(rate.v * dv / (wide * wide) + rate.u * du / (high * high) >= 0);
      CHECK(std::hypot(dv / wide, du / high) < 0.25);
      lowest = std::min(lowest, v[n]);
      highest = std::max(highest, v[n]);
    }
    CHECK(lowest == cycle->v_low);
    CHECK(highest == cycle->v_high);
    for (std::size_t n = 0; n < v.size(); ++n)  // the turning points are on the v-nullcline
      if (v[n] == cycle->v_low || v[n] == cycle->v_high)
        CHECK_THAT(derivative(cell, {v[n], u[n]}, current).v, WithinAbs(0, 1e-12));
    CHECK(unstable_cycle(cell, current)->crossing > fixed_points(cell, current).front().v);
  }
}

// Fails with: the crossing moved by 2e-3 of its distance either way.
TEST_CASE("orbits that start just inside the cycle fall back to rest, just outside it they fire", "[cycle]") {
  Chance chance(13);
  for (int i = 0; i < 25; ++i) {
    const Cell cell = i < 5 ? intrinsically_bursting : hopf_cell(chance);
    const double hopf = *andronov_hopf_current(cell), loop = *homoclinic_current(cell);
    const double current = loop + chance.between(0.05, 0.7) * (hopf - loop);
    const auto cycle = unstable_cycle(cell, current);
    REQUIRE(cycle);
    const FixedPoint rest = fixed_points(cell, current).front();
    const auto inside = scaled(*cycle, rest, 1 - 1e-3), outside = scaled(*cycle, rest, 1 + 1e-3);
    for (std::size_t n = chance.below(8); n < inside.size(); n += inside.size() / 4) {
      CHECK(ending(cell, inside[n], current) == Ending::rests);
      CHECK(ending(cell, outside[n], current) == Ending::fires);
    }
  }
}

// Fails with: the cycle taken to exist where the manifold does not come back.
TEST_CASE("the cycle exists from the homoclinic current to the Hopf current, and nowhere else", "[cycle]") {
  const Cell cell = intrinsically_bursting;
  const auto loop = homoclinic_current(cell);
  REQUIRE(loop);
  CHECK_THAT(*loop, WithinAbs(346.64, 0.005));  // from an independent program, to two decimals
  for (const double current : {*loop + 1e-5, *loop + 1e-3, 346.8, 347.2, 347.6, 347.656})
    CHECK(unstable_cycle(cell, current));
  for (const double current : {-100.0, 0.0, 300.0, 346.445, 346.6, *loop - 1e-5, 347.657, 349.0, 350.1, 351.0})
    CHECK_FALSE(unstable_cycle(cell, current));
  // b = -2 and b = 1 < a C = 1.5: no Hopf point.
  for (const Cell& other : {regular_spiking, chattering}) {
    CHECK_FALSE(homoclinic_current(other));
    for (double current = -100; current < 200; current += 7.3) CHECK_FALSE(unstable_cycle(other, current));
  }
}

// Fails with: homoclinic_current's bisection stopped at 1e-3 pA.
TEST_CASE("the saddle's unstable manifold ends differently on either side of the homoclinic current", "[cycle]") {
  // The saddle's unstable manifold to the left, forwards in time: below the homoclinic current it ends within the
  // stable manifold, at rest; above, it comes back outside of it and fires. Nothing in this uses the cycle or backward
  // time.
  Chance chance(14);
  for (int i = 0; i < 40; ++i) {
    const Cell cell = i ? hopf_cell(chance) : intrinsically_bursting;
    const auto loop = homoclinic_current(cell);
    REQUIRE(loop);
    CHECK(*loop > *invariant_parabola_current(cell));
    CHECK(*loop < *andronov_hopf_current(cell));
    for (const double side : {-1e-5, 1e-5}) {
      const double current = *loop + side;
      const auto points = fixed_points(cell, current);
      const FixedPoint& saddle = points[1];
      // Along the eigenvector of λ > 0, du/dv = a b/(λ + a); the start is off it by the square of the share.
      const double off = -1e-6 * (saddle.v - points[0].v), unstable = std::max(saddle.real_1, saddle.real_2);
      const State start{saddle.v + off, saddle.u + cell.a * cell.b / (unstable + cell.a) * off};
      CHECK(ending(cell, start, current) == (side < 0 ? Ending::rests : Ending::fires));
    }
  }
}

// Fails with: the saddle's manifold followed from the saddle itself, which took more steps than a turn may.
TEST_CASE("a slow cell has a cycle too", "[cycle]") {
  // b is 1111 a C. An independent program found v from -60.07094 to -59.92509 mV and a period of 6647 ms.
  Cell cell = intrinsically_bursting;
  cell.a = 3e-5;
  const auto cycle = unstable_cycle(cell, 345.0079654804688);
  REQUIRE(cycle);
  CHECK_THAT(cycle->v_low, WithinAbs(-60.07094, 5e-6));
  CHECK_THAT(cycle->v_high, WithinAbs(-59.92509, 5e-6));
  CHECK_THAT(cycle->period, WithinAbs(6647, 0.5));
}

namespace {

/// The position of the current between I* and I_H, from 0 to 1, at which the cycle of a cell with a C << b has the
/// half-width S ω C/k in v, with ω² = a s/C.
///
/// With z = ω x and z' = ω² y, in units of 1/ω, the model is x' = y, y' = 2xy - x + (a/ω)(x² - y + m): a/ω is √(a C/b)
/// and z1 = (b - s)/2C is m a, which goes from a/4 at I* to a/2 at I_H, so that m = (1 + share)/4. Without the small
/// term, y/2 + ln(1 - 2y)/4 - x²/2 is conserved and every orbit is closed, from x = -S to S where y = 0. Of these the
/// small term leaves the one on which its net effect vanishes: ∮ (x² - y + m)/(1 - 2y) dx = 0.
double share_of(double S) {
  const auto on_orbit = [&](double x, double low, double high) {  // y between low and high, of which one is 0
    const double level = (x * x - S * S) / 2;
    for (int round = 0; round < 100; ++round) {
      const double y = low + (high - low) / 2;
      const bool outside = y / 2 + std::log(1 - 2 * y) / 4 < level;
      ((y > 0) == outside ? high : low) = y;
    }
    return low;
  };
  double whole = 0, weight = 0;
  const int parts = 4000;
  for (int i = 1; i < parts; ++i) {  // evenly in the angle whose sine is x/S: dx is 0 at both ends
    const double angle = 3.141592653589793 * (static_cast<double>(i) / parts - 0.5);
    const double x = S * std::sin(angle), dx = S * std::cos(angle);
    const double over = on_orbit(x, 0, 0.5), under = on_orbit(x, -S * S - 2 * S, 0);
    whole += dx * ((over - x * x) / (1 - 2 * over) - (under - x * x) / (1 - 2 * under));
    weight += dx * (1 / (1 - 2 * over) - 1 / (1 - 2 * under));
  }
  return 4 * whole / weight - 1;
}

}  // namespace

// Fails with: the saddle's manifold followed from the saddle itself; begun at 1 ω.
TEST_CASE("however slow the recovery, the cycle has the width predicted by its asymptotic law", "[cycle]") {
  Chance chance(15);
  for (const double width : {0.5, 1.0, 1.5, 2.0}) {
    const double share = share_of(width);
    for (const double ratio : {1e3, 1e4, 1e5, 1e6, 9e6})
      for (int i = 0; i < 5; ++i) {
        Cell cell = hopf_cell(chance);
        cell.a = cell.b / cell.C / ratio;
        const double hopf = *andronov_hopf_current(cell), star = *invariant_parabola_current(cell);
        const double current = star + share * (hopf - star);
        const double omega = std::sqrt(fixed_points(cell, current).front().determinant);
        INFO("b = " << ratio << " a C, width " << width << ", C = " << cell.C << " pF at " << current << " pA");
        const auto cycle = unstable_cycle(cell, current);
        REQUIRE(cycle);
        // The next term of the law is about √(a C/b) of it; rounding matters from 1e6 on (see the header).
        const double half_width = (cycle->v_high - cycle->v_low) / 2 / (width * omega * cell.C / cell.k);
        CHECK_THAT(half_width, WithinAbs(1, 0.1 / std::sqrt(ratio) + 2e-9 * ratio));
        CHECK_FALSE(unstable_cycle(cell, star - 0.01 * (hopf - star)));
      }
  }
}

// Fails with: the loop given up where it is slow; bisection to 1e-9 pA where I_H itself is nearer.
TEST_CASE("the homoclinic current of a slow cell is next to I*", "[cycle]") {
  // Near I* the manifold leaves the parabola as its initial distance times exp(∫ 2z dt), and z goes from 0 to the
  // saddle's b/C at a rate of at most a b/C: the exponent is about b/(a C), at 100 far beyond doubles.
  for (double ratio = 100; ratio < 1e8; ratio *= 10) {
    Cell cell = intrinsically_bursting;
    cell.a = cell.b / cell.C / ratio;
    const auto loop = homoclinic_current(cell);
    const double hopf = *andronov_hopf_current(cell), star = *invariant_parabola_current(cell);
    INFO("b = " << ratio << " a C");
    REQUIRE(loop);
    CHECK_THAT(*loop, WithinAbs(star, 1e-9 * (hopf - star) + 1e-10));  // u is 250 pA; its last bits are 3e-14 pA
  }
}

// Fails with: vpeak ignored.
TEST_CASE("a cycle that would pass vpeak does not exist, since v is reset there", "[cycle]") {
  Cell cell = intrinsically_bursting;
  const double highest = unstable_cycle(cell, 347)->v_high;
  cell.vpeak = highest + 1e-6;
  CHECK(unstable_cycle(cell, 347));
  cell.vpeak = highest - 1e-6;
  CHECK_FALSE(unstable_cycle(cell, 347));
}

}  // namespace izh
