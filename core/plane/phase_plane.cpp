#include "core/plane/phase_plane.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/model/critical_currents.hpp"
#include "core/model/resolve.hpp"
#include "core/plane/closed_forms.hpp"
#include "core/schema/require.hpp"

namespace izh {

namespace {

namespace say = point_texts;

Text in_ms(double time) { return time < 1e15 ? say::time(time) : say::long_time(); }

Text in_words(const FixedPoint& point, const Cell& cell) {
  const Text first = in_ms(std::fabs(1 / point.real_1)), second = in_ms(std::fabs(1 / point.real_2));
  switch (point.kind) {
    case Stability::stable_focus:
      return say::stable_focus(*point.frequency, first);
    case Stability::unstable_focus:
      return say::unstable_focus(*point.frequency, first);
    case Stability::stable_node:
      return say::stable_node(first, second);
    case Stability::unstable_node:
      return say::unstable_node(first, second);
    case Stability::saddle:
      return point.real_1 < 0 ? say::saddle(first, second) : say::saddle(second, first);
    case Stability::degenerate:
      break;
  }
  if (cell.a == 0) return say::still();
  return point.determinant == 0 ? say::met() : say::turns();
}

/// Fills in the eigenvalues λ of [[J/C, -1/C], [a b, -a]], where J is the slope of the v-nullcline and det = (a/C)(b -
/// J): λ = trace/2 ± √r with r = trace²/4 - det = (J/C + a)²/4 - a b/C. The eigenvalue of larger magnitude is a sum of
/// two numbers of one sign, and the other follows from their product, so neither suffers from cancellation.
void add_eigenvalues(FixedPoint& point, const Cell& cell, double J) {
  constexpr double two_pi = 6.283185307179586;
  const double sum = J / cell.C + cell.a, r = sum * sum / 4 - cell.a * cell.b / cell.C, half = point.trace / 2;
  if (r < 0 && point.determinant > 0) {
    point.real_1 = point.real_2 = half;
    point.imaginary = std::sqrt(-r);
    point.frequency = 1000 * point.imaginary / two_pi;
    return;
  }
  const double root = std::sqrt(std::max(r, 0.0));
  point.real_1 = half + (half < 0 ? -root : root);
  point.real_2 = point.real_1 == 0 ? 0 : point.determinant / point.real_1;
}

Stability kind_of(const FixedPoint& point) {
  if (point.determinant == 0 || (point.determinant > 0 && point.trace == 0)) return Stability::degenerate;
  if (point.determinant < 0) return Stability::saddle;
  const bool stable = point.trace < 0;
  if (point.imaginary > 0) return stable ? Stability::stable_focus : Stability::unstable_focus;
  return stable ? Stability::stable_node : Stability::unstable_node;
}

/// The fixed point at w = v - vr, where the v-nullcline has the slope J = k (2 w - p) and b - J is ± s.
FixedPoint fixed_point(const Cell& cell, double w, double J, double b_less_J) {
  FixedPoint point;
  point.v = cell.vr + w;
  point.u = w == 0 ? 0 : cell.b * w;  // never -0
  point.trace = J / cell.C - cell.a;
  point.determinant = cell.a / cell.C * b_less_J;
  add_eigenvalues(point, cell, J);
  point.kind = kind_of(point);
  if (point.kind == Stability::degenerate) point.frequency.reset();
  point.text = in_words(point, cell);
  return point;
}

/// `count` evenly spaced values from `low` to `high`, both included.
std::vector<double> even(double low, double high, double count) {
  std::vector<double> values(static_cast<std::size_t>(count));
  const double last = static_cast<double>(values.size() - 1);
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double share = static_cast<double>(i) / last;
    values[i] = low * (1 - share) + high * share;
  }
  return values;
}

}  // namespace

void check(const PlaneWindow& window, double current) {
  require_described("phase plane", window);
  require_ascending("phase plane", "v_low", window.v_low, "v_high", window.v_high);
  require_ascending("phase plane", "u_low", window.u_low, "u_high", window.u_high);
  require("phase plane", "current", current, valid_current, "pA");
}

PlaneWindow enclosing(const Cell& cell, const PlaneWindow& window) {
  if (window.straight == 0) return window;
  const double low = cell.b * (window.v_low - cell.vr), high = cell.b * (window.v_high - cell.vr);
  PlaneWindow box = window;
  box.straight = 0;
  box.u_low += std::min(low, high);
  box.u_high += std::max(low, high);
  return box;
}

std::vector<FixedPoint> fixed_points(const Cell& cell, double current) {
  // On both nullclines k w² - g w + I = 0 with g = k p + b, so w = (g ± s)/(2 k) and J = b ± s, s = √(g² - 4 k I). The
  // root of larger magnitude is a sum of two numbers of one sign; the other follows from their product, I/k.
  const double k = cell.k, g = k * (cell.vt - cell.vr) + cell.b, square = g * g - 4 * k * current;
  if (!std::isfinite(square)) throw std::invalid_argument("fixed_points: the current must be finite");
  if (square < 0) return {};
  const double s = std::sqrt(square);
  if (s == 0) return {fixed_point(cell, g / (2 * k), cell.b, 0)};
  const double larger = (g < 0 ? g - s : g + s) / (2 * k), smaller = current / k / larger;
  return {fixed_point(cell, std::min(larger, smaller), cell.b - s, s),
          fixed_point(cell, std::max(larger, smaller), cell.b + s, -s)};
}

State beside_saddle(const Cell& cell, const std::vector<FixedPoint>& points, double side) {
  // The first row of the Jacobian gives (J/C - λ) dv = du/C along the eigenvector of λ, and with the trace J/C - a = λ
  // + λ', du/dv = C (a + λ'), λ' > 0 being the other eigenvalue.
  const FixedPoint& saddle = points[1];
  const double off = side * 1e-6 * (saddle.v - points[0].v), unstable = std::max(saddle.real_1, saddle.real_2);
  return {saddle.v + off, saddle.u + cell.C * (cell.a + unstable) * off};
}

PhasePlane phase_plane(const Cell& cell, double current, const PlaneWindow& window) {
  require("phase_plane", cell);
  check(window, current);
  PhasePlane plane;
  plane.current = current;
  plane.slope = cell.b;
  plane.v = even(window.v_low, window.v_high, window.points);
  for (const double v : plane.v) {
    plane.v_nullcline.push_back(cell.k * (v - cell.vr) * (v - cell.vt) + current);
    plane.u_nullcline.push_back(cell.b * (v - cell.vr));
  }
  plane.fixed_points = fixed_points(cell, current);
  plane.invariant_current = invariant_parabola_current(cell);
  if (const std::optional<double> own = plane.invariant_current)
    plane.invariant = std::fabs(current - *own) <= 1e-6 * std::fabs(*own) ? 1 : 0;
  plane.touch_v = (cell.b / cell.k + cell.vr + cell.vt) / 2;
  plane.touch_u = cell.b * (plane.touch_v - cell.vr);
  if (cell.a > 0 && plane.touch_v < cell.vpeak) plane.above = current - saddle_node_current(cell);
  const double side = std::floor(window.arrows), slope = window.straight == 1 ? cell.b : 0;
  for (double row = 0; row < side; ++row)
    for (double column = 0; column < side; ++column) {
      const double v = window.v_low + (window.v_high - window.v_low) * (column + 0.5) / side;
      const State at{v, window.u_low + (window.u_high - window.u_low) * (row + 0.5) / side + slope * (v - cell.vr)};
      const State rate = derivative(cell, at, current);
      plane.arrow_v.push_back(at.v);
      plane.arrow_u.push_back(at.u);
      plane.arrow_dv.push_back(rate.v);
      plane.arrow_du.push_back(rate.u);
    }
  return plane;
}

Curve invariant_parabola(const Cell& cell, const PlaneWindow& window) {
  require("invariant_parabola", cell);
  // On u = α + β w + k w² at the current I, C w' = k w (w - p) - u + I = -(a C/2) w + I - α is linear in w, and u' = a
  // (b w - u) must equal (β + 2 k w) w': the powers of w agree when α and β are these and I is I*.
  check(window, 0);
  const double k = cell.k, b = cell.b, p = cell.vt - cell.vr;
  const double beta = cell.a * cell.C / 2 - k * p, alpha = -beta * (b - beta / 2) / (2 * k);
  Curve curve{even(window.v_low, window.v_high, window.points), {}};
  for (const double v : curve.v) {
    const double w = v - cell.vr;
    curve.u.push_back(alpha + w * (beta + k * w));
  }
  return curve;
}

}  // namespace izh
