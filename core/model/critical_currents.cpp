#include "core/model/critical_currents.hpp"

#include <cmath>

namespace izh {

// With w = v - vr, p = vt - vr and u = b w, the fixed points under a constant I solve k w² - (k p + b) w + I = 0:
// w = (k p + b ∓ s)/(2 k), s = √((k p + b)² - 4 k I). The Jacobian is [[J/C, -1/C], [a b, -a]] with J = k (2 w - p),
// which is b ∓ s at these points. Its determinant ±a s/C makes the upper point a saddle; the stability of the lower
// one, J = b - s, follows from the trace J/C - a. Solved for the current, s = b - J gives I = ((k p + b)² - (b -
// J)²)/(4 k).

namespace {

/// The current [pA] at which s² = `s_squared`.
double current_where(const Cell& cell, double s_squared) {
  const double leak = cell.k * (cell.vt - cell.vr);
  return ((leak + cell.b) * (leak + cell.b) - s_squared) / (4 * cell.k);
}

/// s where the trace of the lower point, J/C - a, vanishes: J = a C, so s = b - a C. If negative, it is the upper
/// point's trace that vanishes.
double hopf_s(const Cell& cell) { return cell.b - cell.a * cell.C; }

/// On u = α + β w + k w² with β = a C/2 - k p, C w' = -(a C/2) w + I - α is linear in w; for (β + 2 k w) w' to equal a
/// (b w - u) at every w requires I - α = a C (b - β/2)/(2 k) and α = -β (b - β/2)/(2 k), whose sum is I*. At
/// I*, s = b - a C/2, and the fixed point on the parabola is the upper one if that is not negative.
double parabola_s(const Cell& cell) { return cell.b - cell.a * cell.C / 2; }

bool moves(const Cell& cell) { return cell.a > 0; }

}  // namespace

double saddle_node_current(const Cell& cell) {
  const double conductance = input_conductance(cell);
  return conductance * conductance / (4 * cell.k);
}

std::optional<double> andronov_hopf_current(const Cell& cell) {
  const double s = hopf_s(cell);
  return moves(cell) && s > 0 ? std::optional(current_where(cell, s * s)) : std::nullopt;
}

std::optional<double> invariant_parabola_current(const Cell& cell) {
  const double s = parabola_s(cell);
  return moves(cell) && s > 0 ? std::optional(current_where(cell, s * s)) : std::nullopt;
}

std::optional<double> rest_at_peak_current(const Cell& cell) {
  const double b = moves(cell) ? cell.b : 0, p = cell.vt - cell.vr, w = cell.vpeak - cell.vr;
  if (!(2 * cell.k * w < cell.k * p + b)) return std::nullopt;  // the lower fixed point's w is (k p + b - s)/(2 k)
  const double current = b * w - cell.k * w * (w - p);
  const std::optional<double> hopf = andronov_hopf_current(cell);
  return hopf && *hopf <= current ? std::nullopt : std::optional(current);
}

double lost_at(const Cell& cell) {
  return rest_at_peak_current(cell).value_or(andronov_hopf_current(cell).value_or(saddle_node_current(cell)));
}

std::optional<FocusRange> focus_currents(const Cell& cell) {
  if (!(cell.a > 0 && cell.b > 0)) return std::nullopt;
  // Complex eigenvalues: (J/C - a)² < 4 a s/C with s = b - J, that is (J + a C)² < 4 a b C. So J runs from
  // -a C - 2 √(a b C) to -a C + 2 √(a b C), and b - J from (√b + √(a C))² down to (√b - √(a C))².
  const double sum = std::sqrt(cell.b) + std::sqrt(cell.a * cell.C);
  const double difference = std::sqrt(cell.b) - std::sqrt(cell.a * cell.C);
  return FocusRange{current_where(cell, sum * sum * sum * sum),
                    current_where(cell, difference * difference * difference * difference)};
}

}  // namespace izh
