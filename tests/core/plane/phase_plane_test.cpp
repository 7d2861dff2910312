#include "core/plane/phase_plane.hpp"

#include "core/ask/catalogue.hpp"
#include "core/model/critical_currents.hpp"
#include "core/model/resolve.hpp"
#include "plane.hpp"
#include "told.hpp"

namespace izh {

namespace {

/// A current within reach of the saddle-node of `cell`, where g² - 4 k I of the fixed points vanishes.
double some_current(Chance& chance, const Cell& cell) {
  const double g = cell.k * (cell.vt - cell.vr) + cell.b, saddle_node = g * g / (4 * cell.k);
  return saddle_node - chance.between(-0.5, 1) * (saddle_node + 100);
}

}  // namespace

// Fails with: - b for + b in g.
TEST_CASE("nothing changes at a fixed point, and there are as many as the discriminant says", "[phase_plane]") {
  Chance chance(1);
  int pairs = 0;
  for (int i = 0; i < 1000; ++i) {
    const Cell cell = i % 2 ? wild_cell(chance) : usual_cell(chance);
    const double current = some_current(chance, cell);
    const std::vector<FixedPoint> points = fixed_points(cell, current);
    const double g = cell.k * (cell.vt - cell.vr) + cell.b;
    CHECK(points.size() == (g * g > 4 * cell.k * current ? 2 : 0));
    for (const FixedPoint& point : points) {
      const double w = point.v - cell.vr, p = cell.vt - cell.vr, far = std::fabs(cell.vr) + std::fabs(point.v);
      const State rate = derivative(cell, {point.v, point.u}, current);
      // v = vr + w is rounded to an ulp of v, which moves each of the terms by its slope times that; and each term is
      // rounded to its own ulp.
      const double slopes = cell.k * (2 * std::fabs(w) + std::fabs(p)) + std::fabs(cell.b);
      const double terms = cell.k * std::fabs(w) * std::fabs(w - p) + std::fabs(point.u) + std::fabs(current);
      CHECK_THAT(cell.C * rate.v, WithinAbs(0, 1e-15 * (slopes * (far + std::fabs(cell.vt)) + terms)));
      CHECK_THAT(rate.u, WithinAbs(0, 1e-15 * cell.a * std::fabs(cell.b) * (far + std::fabs(w))));
    }
    if (points.size() == 2) {
      CHECK(points[0].v <= points[1].v);
      ++pairs;
    }
  }
  CHECK(pairs > 500);
}

// Fails with: the smaller root as (g - s)/(2 k), which leaves 9 digits.
TEST_CASE("a tiny current shifts rest by the current over the input conductance, to the last digits", "[phase_plane]") {
  // w = I/g (1 + k I/g² + ...), and k I/g² = 1e-9·0.7/144 is 5e-12 for RS; g = b + k p = 12. u = b w shows w itself.
  const FixedPoint rest = fixed_points(regular_spiking, 1e-9).front();
  CHECK_THAT(rest.u / (-2 * 1e-9 / 12), WithinAbs(1, 1e-11));
}

// Fails with: trace J/C + a; the determinant of the upper point positive; r without a b/C; imaginary part doubled.
TEST_CASE("eigenvalues are those of the flow's own slopes", "[phase_plane]") {
  Chance chance(2);
  for (int i = 0; i < 500; ++i) {
    const Cell cell = usual_cell(chance);
    const double current = some_current(chance, cell), h = 1;
    for (const FixedPoint& point : fixed_points(cell, current)) {
      // Central differences of a quadratic are its slopes, whatever h, up to rounding: ulps of the 1e3 pA terms over C.
      const auto slope = [&](State along) {
        const State up = derivative(cell, {point.v + h * along.v, point.u + h * along.u}, current);
        const State down = derivative(cell, {point.v - h * along.v, point.u - h * along.u}, current);
        return State{(up.v - down.v) / (2 * h), (up.u - down.u) / (2 * h)};
      };
      const State by_v = slope({1, 0}), by_u = slope({0, 1});
      const double trace = by_v.v + by_u.u, determinant = by_v.v * by_u.u - by_u.v * by_v.u;
      const double size = std::fabs(by_v.v) + cell.a + std::sqrt(std::fabs(by_u.v * by_v.u)), ulps = 1e-11 / cell.C;
      CHECK_THAT(point.trace, WithinAbs(trace, ulps));
      CHECK_THAT(point.determinant, WithinAbs(determinant, ulps * size));
      // λ1 + λ2 and λ1 λ2, with λ = real ± i imaginary.
      CHECK_THAT(point.real_1 + point.real_2, WithinAbs(trace, 2 * ulps));
      CHECK_THAT(point.real_1 * point.real_2 + point.imaginary * point.imaginary,
                 WithinAbs(determinant, 2 * ulps * size));
      CHECK(std::fabs(point.real_1) >= std::fabs(point.real_2) * (1 - 1e-12));
      CHECK(point.frequency.has_value() == (point.imaginary > 0));
      if (point.frequency) CHECK_THAT(*point.frequency, WithinAbs(159.15494309189535 * point.imaginary, 1e-9));
    }
  }
}

// Fails with: the determinant of the upper point positive; r without a b/C; stable for trace > 0.
TEST_CASE("the lower point is a node or a focus as the closed forms say, and the upper one is a saddle",
          "[phase_plane]") {
  Chance chance(3);
  int foci = 0, unstable = 0;
  for (int i = 0; i < 1000; ++i) {
    const Cell cell = i % 2 ? hopf_cell(chance) : usual_cell(chance);
    const double saddle_node = saddle_node_current(cell);
    const double current = saddle_node - chance.magnitude(1e-3, 1) * (saddle_node + 100);
    const std::vector<FixedPoint> points = fixed_points(cell, current);
    REQUIRE(points.size() == 2);
    CHECK(points[1].kind == Stability::saddle);
    CHECK(points[1].real_1 * points[1].real_2 < 0);
    const auto hopf = andronov_hopf_current(cell);
    const auto range = focus_currents(cell);
    const bool rings = range && current > range->from && current < range->to, gone = hopf && current > *hopf;
    CHECK(points[0].kind == (rings ? (gone ? Stability::unstable_focus : Stability::stable_focus)
                                   : (gone ? Stability::unstable_node : Stability::stable_node)));
    foci += rings;
    unstable += gone;
  }
  CHECK(foci > 50);
  CHECK(unstable > 50);
}

// Fails with: stable for trace > 0.
TEST_CASE("an intrinsically bursting cell loses rest at a Hopf point before the saddle-node", "[phase_plane]") {
  const Cell cell = intrinsically_bursting;  // b = 5 > a C = 1.5, so a Hopf point exists
  // I_H = [(k p + b)² - (b - a C)²]/4k = (41² - 3.5²)/4.8 = 347.65625, with p = vt - vr = 30.
  CHECK(fixed_points(cell, 347.65).front().kind == Stability::stable_focus);
  CHECK(fixed_points(cell, 347.66).front().kind == Stability::unstable_focus);
  // I_SN = (k p + b)²/4k = 41²/4.8 = 350.2083...
  CHECK(fixed_points(cell, 350.2).size() == 2);
  CHECK(fixed_points(cell, 350.3).empty());
}

// Fails with: digits other than those of `measured`; the two time constants of the saddle exchanged.
TEST_CASE("a fixed point says in words how the flow moves around it", "[phase_plane]") {
  // RS at rest: J = -k p = -14, so trace = -0.17, det = 0.03 (-2 + 14)/100 = 0.0036 and λ = -0.085 ± √0.003625, that is
  // -0.145208 and -0.0247920: 6.89 and 40.34 ms. Its saddle: J = -2 + 12 = 10, λ = 0.035 ± √(0.065² + 0.0006).
  const auto points = fixed_points(regular_spiking, 0);
  CHECK_THAT(number_in(points.at(0).text.arguments.at(0).texts.at(0), "time"), WithinAbs(6.89, 0.005));
  CHECK_THAT(number_in(points.at(0).text.arguments.at(1).texts.at(0), "time"), WithinAbs(40.34, 0.005));
  CHECK_THAT(told(points.at(0).text), Contains("point.stable_node(first="));
  // √0.004825 = 0.0694622: 0.1044622 and -0.0344622, so 9.57 and 29.02 ms.
  CHECK_THAT(told(points.at(1).text),
             Contains("point.saddle(attracts=point.time(time=29.017") && Contains("repels=point.time(time=9.5728"));
  // IB at 347 pA: s = √(41² - 4.8·347) = √15.4 = 3.924283, J = 5 - s = 1.075717, trace = -0.00282855, so 2/0.00282855
  // = 707.07 ms; det = (0.01/150) s = 2.616189e-4 and Im λ = √(det - trace²/4) = 0.0161130: 2.56 Hz.
  const auto rings = [](double current, const char* kind, double frequency, double time) {
    const Text text = fixed_points(intrinsically_bursting, current).at(0).text;
    CHECK_THAT(told(text), Contains(kind));
    CHECK_THAT(number_in(text, "frequency"), WithinAbs(frequency, 0.005));
    CHECK_THAT(number_in(text.arguments.at(1).texts.at(0), "time"), WithinAbs(time, 0.005));
  };
  rings(347, "point.stable_focus", 2.56, 707.07);
  // At 350 pA: s = 1, J = 4, trace = 0.0166667, det = 6.66667e-5: λ = 0.00833 ± √(6.94444e-5 - 6.66667e-5) = 1/100 and
  // 1/150.
  CHECK(told(fixed_points(intrinsically_bursting, 350).at(0).text) ==
        "point.unstable_node(first=point.time(time=100 ms), second=point.time(time=150 ms))");
  // At 348 pA: s = √10.6 = 3.255764, J = 1.744236, trace = 0.00162824: 2/trace = 1228.32 ms; det = 2.170509e-4, Im λ =
  // 0.0147102: 2.34 Hz.
  rings(348, "point.unstable_focus", 2.34, 1228.32);
}

// Fails with: no case for s = 0; a trace of 0 taken for unstable.
TEST_CASE("where the flow is degenerate, the text says in which way", "[phase_plane]") {
  Cell cell{64, 1, -60, -40, 35, 1.0 / 64, 0, -50, 100};
  // b = 0: I_SN = p²/4 = 100 exactly, at w = p/2 = 10.
  const auto met = fixed_points(cell, 100);
  REQUIRE(met.size() == 1);
  CHECK(met[0].v == -50);
  CHECK(met[0].kind == Stability::degenerate);
  CHECK(met[0].text == point_texts::met());
  // With p = 1, b = 2 and a C = 1: g = 3, and at I = 2, s = 1, so J = 1 = a C: the trace is 0.
  cell.vt = -59;
  cell.b = 2;
  CHECK(fixed_points(cell, 2).at(0).kind == Stability::degenerate);
  CHECK(fixed_points(cell, 2).at(0).text == point_texts::turns());
  CHECK_FALSE(fixed_points(cell, 2).at(0).frequency.has_value());
  cell.a = 0;
  for (const FixedPoint& point : fixed_points(cell, 1)) {
    CHECK(point.kind == Stability::degenerate);
    CHECK(point.text == point_texts::still());
  }
}

// Fails with: w - vt for w - p in the nullcline; rows and columns of arrows exchanged; corners for centres.
TEST_CASE("v does not change on the v-nullcline nor u on the u-nullcline, and the arrows point along the flow",
          "[phase_plane]") {
  Chance chance(4);
  const PlaneWindow window{-90, 50, -300, 700, 141, 7};
  for (int i = 0; i < 50; ++i) {
    const Cell cell = usual_cell(chance);
    const double current = chance.between(-200, 400);
    const PhasePlane plane = phase_plane(cell, current, window);
    CHECK(plane.current == current);
    REQUIRE(plane.v.size() == 141);
    for (std::size_t n = 0; n < plane.v.size(); ++n) {
      const double v = plane.v[n];
      CHECK_THAT(v, WithinAbs(-90 + static_cast<double>(n), 1e-13));
      // Ulps of up to 3e4 pA.
      CHECK_THAT(cell.C * derivative(cell, {v, plane.v_nullcline.at(n)}, current).v, WithinAbs(0, 1e-10));
      CHECK_THAT(derivative(cell, {v, plane.u_nullcline.at(n)}, current).u, WithinAbs(0, 1e-11));
    }
    REQUIRE(plane.arrow_v.size() == 49);
    for (std::size_t n = 0; n < 49; ++n) {
      const auto row = static_cast<double>(n / 7), column = static_cast<double>(n % 7);
      CHECK_THAT(plane.arrow_v[n], WithinAbs(-90 + 20 * (column + 0.5), 1e-12));
      CHECK_THAT(plane.arrow_u.at(n), WithinAbs(-300 + 1000 * (row + 0.5) / 7, 1e-12));
      const State rate = derivative(cell, {plane.arrow_v[n], plane.arrow_u[n]}, current);
      CHECK(plane.arrow_dv.at(n) == rate.v);
      CHECK(plane.arrow_du.at(n) == rate.u);
    }
    CHECK(plane.fixed_points.size() == fixed_points(cell, current).size());
  }
  PlaneWindow bare = window;
  bare.arrows = 0;
  CHECK(phase_plane(regular_spiking, 0, bare).arrow_v.empty());
}

// Fails with: alpha with b - beta; 1e-9 more in beta.
TEST_CASE("at I*, and at no other current, the flow follows the invariant parabola of any cell", "[phase_plane]") {
  Chance chance(5);
  for (int i = 0; i < 300; ++i) {
    Cell cell = usual_cell(chance);
    const double k = cell.k, b = cell.b, aC = cell.a * cell.C, p = cell.vt - cell.vr, beta = aC / 2 - k * p;
    const double star = ((k * p + b) * (k * p + b) - (b - aC / 2) * (b - aC / 2)) / (4 * k);
    const Curve curve = invariant_parabola(cell, {-100, 0, -300, 300, 51, 0});
    REQUIRE(curve.v.size() == 51);
    bool elsewhere = false;
    for (std::size_t n = 0; n < curve.v.size(); ++n) {
      const double w = curve.v[n] - cell.vr, slope = beta + 2 * k * w;
      const State rate = derivative(cell, {curve.v[n], curve.u.at(n)}, star);
      // On a curve u(w) that the flow follows, u' = (du/dw) w'. Ulps of some 1e4 pA, through slopes up to 500 nS over
      // C.
      CHECK_THAT(rate.u, WithinAbs(slope * rate.v, 1e-11 * (1 + std::fabs(slope)) / std::min(1.0, cell.C)));
      elsewhere |= std::fabs(rate.u - slope * derivative(cell, {curve.v[n], curve.u[n]}, star + 1).v) > 1e-3;
    }
    CHECK(elsewhere);
  }
}

// Fails with: 1e-9 more in beta; alpha with b - beta.
TEST_CASE("an orbit on the parabola follows it at a speed that decays exponentially", "[phase_plane]") {
  // w' = -(a/2)(w - wf), wf = p/2 + b/k - aC/(4k): CH from w = 5, for 40 ms.
  const Cell cell = chattering;
  const double star = *invariant_parabola_current(cell), end = 10 + 1 / 1.5 - 1.5 / 6;
  const Curve curve = invariant_parabola(cell, {-55, 0, -300, 300, 2, 0});  // its first point is at w = 5
  const Recording run = simulate(steady(cell, {curve.v[0], curve.u[0]}, star, 40), {0, 40, 41, 1e5});
  for (std::size_t n = 0; n < run.time.size(); ++n) {
    const double w = end + (5 - end) * std::exp(-0.015 * run.time[n]);
    CHECK_THAT(run.v[n], WithinAbs(-60 + w, 1e-12));  // 100 ulps: errors off the parabola grow less than 100-fold
    // u on the parabola at that v.
    const PlaneWindow here{run.v[n], 40, -1, 1, 2, 0};
    CHECK_THAT(run.u[n], WithinAbs(invariant_parabola(cell, here).u[0], 1e-11));
  }
}

// Fails with: the current compared to nine digits; any current of a cell without a parabola.
TEST_CASE("a phase plane says whether its current is that of the invariant parabola", "[phase_plane]") {
  const PlaneWindow window{-90, 50, -300, 700, 100, 10};
  // IB: I* = [41² - (5 - 0.75)²]/4.8 = 346.4453125; a millionth of it is 3.46e-4.
  const PhasePlane plane = phase_plane(intrinsically_bursting, 346.4453, window);
  CHECK_THAT(plane.invariant_current.value(), WithinAbs(346.4453125, 1e-12));
  CHECK(plane.invariant == 1);
  CHECK(phase_plane(intrinsically_bursting, 346.4456, window).invariant == 1);
  CHECK(phase_plane(intrinsically_bursting, 346.4457, window).invariant == 0);
  CHECK(phase_plane(intrinsically_bursting, 346.445, window).invariant == 1);
  CHECK(phase_plane(intrinsically_bursting, 346.4449, window).invariant == 0);
  // RS: b = -2 is below a C/2 = 1.5, so there is none.
  CHECK_FALSE(phase_plane(regular_spiking, 51.4, window).invariant_current);
  CHECK(phase_plane(regular_spiking, 0, window).invariant == 0);
}

// Fails with: one name short.
TEST_CASE("the tables name every kind of fixed point, in the order of the index that a branch gives", "[phase_plane]") {
  const Value all = tables();
  const Value::List& kinds = *all.find("stability")->list();
  REQUIRE(kinds.size() == 6);
  CHECK(*kinds[0].text() == names(Stability::stable_node));
  CHECK(*kinds[4].text() == "saddle");
  CHECK(*kinds[static_cast<std::size_t>(Stability::degenerate)].text() == "degenerate");
}

// Fails with: no check of the window; none of the current.
TEST_CASE("a plane without extent, or a current that is not finite, is refused", "[phase_plane]") {
  const double nan = std::numeric_limits<double>::quiet_NaN(), inf = std::numeric_limits<double>::infinity();
  const PlaneWindow good{-90, 50, -300, 700, 100, 10};
  const auto with = [&](double PlaneWindow::*member, double value) {
    PlaneWindow window = good;
    window.*member = value;
    return window;
  };
  for (const PlaneWindow& bad :
       {with(&PlaneWindow::v_low, 50), with(&PlaneWindow::v_high, -91), with(&PlaneWindow::u_low, nan),
        with(&PlaneWindow::u_high, inf), with(&PlaneWindow::points, 1), with(&PlaneWindow::points, 2001),
        with(&PlaneWindow::points, nan), with(&PlaneWindow::arrows, -1), with(&PlaneWindow::arrows, 61)}) {
    CHECK_THROWS_AS(phase_plane(regular_spiking, 0, bad), std::invalid_argument);
    CHECK_THROWS_AS(boundary(regular_spiking, 0, bad), std::invalid_argument);
    CHECK_THROWS_AS(invariant_parabola(regular_spiking, bad), std::invalid_argument);
    CHECK_THROWS_AS(backward_orbit(regular_spiking, 0, {-60, 0}, bad, 10), std::invalid_argument);
  }
  for (const double bad : {nan, inf, -inf}) {
    CHECK_THROWS_AS(fixed_points(regular_spiking, bad), std::invalid_argument);
    CHECK_THROWS_AS(phase_plane(regular_spiking, bad, good), std::invalid_argument);
    CHECK_THROWS_AS(boundary(regular_spiking, bad, good), std::invalid_argument);
    CHECK_THROWS_AS(backward_orbit(regular_spiking, bad, {-60, 0}, good, 10), std::invalid_argument);
  }
}

// Fails with: v* = (b/k - vr - vt)/2; `above` with the sign of I_SN - I.
TEST_CASE("the nullclines come closest at one place, by as much as the current is above the saddle-node",
          "[phase_plane]") {
  // v* = (b/k + vr + vt)/2 = (-2/0.7 - 60 - 40)/2 = -51.428571 mV, on the line at b (v* - vr) = -2·8.571429 pA; I_SN =
  // (b + k p)²/(4 k) = 12²/2.8 = 51.428571 pA.
  const PhasePlane plane = phase_plane(regular_spiking, 70, {});
  CHECK_THAT(plane.touch_v, WithinAbs(-51.428571, 1e-6));
  CHECK_THAT(plane.touch_u, WithinAbs(-17.142857, 1e-6));
  CHECK(plane.slope == -2);
  CHECK_THAT(plane.above.value(), WithinAbs(18.571429, 1e-6));
  CHECK(phase_plane(regular_spiking, 51.4, {}).above.value() < 0);
  Chance chance(23);
  for (int i = 0; i < 200; ++i) {
    const Cell cell = usual_cell(chance);
    const PhasePlane some = phase_plane(cell, some_current(chance, cell), {});
    if (!some.above) continue;
    for (std::size_t j = 0; j < some.v.size(); ++j) {
      const double off = some.v[j] - some.touch_v, gap = some.v_nullcline[j] - some.u_nullcline[j];
      const double terms =
          std::fabs(some.v_nullcline[j]) + std::fabs(some.u_nullcline[j]) + std::fabs(some.current) + 1e4;
      CHECK_THAT(gap, WithinAbs(cell.k * off * off + *some.above, 1e-12 * terms));
    }
  }
}

TEST_CASE("a gap says nothing of firing where u is constant, or where it lies beyond the peak", "[phase_plane]") {
  Cell still = regular_spiking;
  still.a = 0;
  CHECK_FALSE(phase_plane(still, 70, {}).above);
  // v* = (b/k + vr + vt)/2 = (200 - 100)/2 = 50 mV with b = 200 k, above vpeak = 35 mV.
  Cell steep = regular_spiking;
  steep.b = 200 * steep.k;
  CHECK_FALSE(phase_plane(steep, 70, {}).above);
}

// Fails with: arrows at the heights themselves; the box without the line.
TEST_CASE("in a straight window the arrows stand at even heights above the line, and the box holds them",
          "[phase_plane]") {
  const PlaneWindow window{-53, -50, -0.2, 0.6, 2, 4, 1};
  const PhasePlane plane = phase_plane(regular_spiking, 51.5, window);
  const PlaneWindow box = enclosing(regular_spiking, window);
  // The line goes from b (-53 - vr) = -14 to b (-50 - vr) = -20 pA.
  CHECK_THAT(box.u_low, WithinAbs(-20.2, 1e-12));
  CHECK_THAT(box.u_high, WithinAbs(-13.4, 1e-12));
  REQUIRE(plane.arrow_v.size() == 16);
  for (std::size_t i = 0; i < 16; ++i) {
    const double line = -2 * (plane.arrow_v[i] + 60), row = static_cast<double>(i / 4);
    CHECK_THAT(plane.arrow_u[i] - line, WithinAbs(-0.2 + 0.2 * (row + 0.5), 1e-12));
  }
}

}  // namespace izh
