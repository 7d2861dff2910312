#include "core/cell.hpp"

#include "support.hpp"

namespace izh {

// Red when tried: -u as +u; u' as a b (v - vr) - u.
TEST_CASE("a cell moves as its two equations say", "[cell]") {
  // RS at v = -50, u = 10, I = 200: 0.7 · 10 · -10 - 10 + 200 = 120 pA over 100 pF; 0.03 (-2 · 10 - 10) = -0.9 pA/ms.
  const State rate = derivative(regular_spiking, {-50, 10}, 200);
  CHECK_THAT(rate.v, WithinAbs(1.2, 1e-15));
  CHECK_THAT(rate.u, WithinAbs(-0.9, 1e-15));
  // At rest nothing moves; at v = vt only u does.
  CHECK(derivative(regular_spiking, {-60, 0}, 0).v == 0);
  CHECK(derivative(regular_spiking, {-60, 0}, 0).u == 0);
  CHECK(derivative(regular_spiking, {-40, 0}, 0).v == 0);
}

// Red when tried: the slope without its factor 2.
TEST_CASE("the Jacobian is the slope of the motion", "[cell]") {
  // A central difference of a quadratic is exact but for rounding: 1e-14 of 10 over the distance of 2.
  const Cell cell = GENERATE(regular_spiking, intrinsically_bursting, chattering);
  for (double v : {-90.0, -60.0, -40.0, 20.0}) {
    const auto [vv, vu, uv, uu] = jacobian(cell, v);
    const State right = derivative(cell, {v + 1, 5}, 30), left = derivative(cell, {v - 1, 5}, 30);
    const State up = derivative(cell, {v, 6}, 30), down = derivative(cell, {v, 4}, 30);
    CHECK_THAT(vv, WithinAbs((right.v - left.v) / 2, 1e-13));
    CHECK_THAT(uv, WithinAbs((right.u - left.u) / 2, 1e-13));
    CHECK_THAT(vu, WithinAbs((up.v - down.v) / 2, 1e-13));
    CHECK_THAT(uu, WithinAbs((up.u - down.u) / 2, 1e-13));
  }
}

// Red when tried: u = d instead of u + d.
TEST_CASE("a spike sets v to c and adds d to u", "[cell]") {
  const State after = reset(regular_spiking, {35, 12});
  CHECK(after.v == -50);
  CHECK(after.u == 112);
}

// Red when tried: d of CH as 130.
TEST_CASE("the three cells are those of the literature", "[cell]") {
  // Izhikevich (2007), ch. 8: RS figure 8.12, IB figure 8.19, CH figure 8.23 (vpeak there 25 mV, in the note 35 mV).
  const auto numbers = [](const Cell& x) {
    return std::vector<double>{x.C, x.k, x.vr, x.vt, x.vpeak, x.a, x.b, x.c, x.d};
  };
  CHECK(numbers(regular_spiking) == std::vector<double>{100, 0.7, -60, -40, 35, 0.03, -2, -50, 100});
  CHECK(numbers(intrinsically_bursting) == std::vector<double>{150, 1.2, -75, -45, 50, 0.01, 5, -56, 130});
  CHECK(numbers(chattering) == std::vector<double>{50, 1.5, -60, -40, 35, 0.03, 1, -40, 150});
}

}  // namespace izh
