#include "core/plane/beside_saddle.hpp"

#include <cmath>

#include "core/model/critical_currents.hpp"

namespace izh {

std::optional<Saddle> saddle_at(const Cell& cell, double current) {
  const double sum = cell.k * (cell.vt - cell.vr) + cell.b, square = sum * sum - 4 * cell.k * current;
  if (!(cell.a > 0 && square > 0)) return std::nullopt;
  const double root = std::sqrt(square), v = cell.vr + (sum + root) / (2 * cell.k);
  if (!(v < cell.vpeak)) return std::nullopt;
  const auto [vv, vu, uv, uu] = jacobian(cell, v);
  // The product of the eigenvalues is minus the determinant.
  const double product = cell.a * root / cell.C, half = (vv + uu) / 2, turn = std::sqrt(half * half + product);
  const double parts = half > 0 ? half + turn : product / (turn - half);
  return Saddle{parts, product / parts};
}

double leaving_time(const Saddle& saddle) { return std::log(10) / saddle.parts; }

bool near_parabola(const Cell& cell, double current) {
  const std::optional<double> star = invariant_parabola_current(cell);
  return star && std::fabs(current - *star) <= 1e-8;
}

}  // namespace izh
