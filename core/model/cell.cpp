#include "core/model/cell.hpp"

#include <algorithm>
#include <cmath>

namespace izh {

State derivative(const Cell& cell, const State& state, double current) {
  const auto& [C, k, vr, vt, vpeak, a, b, c, d] = cell;
  const double v = state.v, u = state.u;
  return {(k * (v - vr) * (v - vt) - u + current) / C, a * (b * (v - vr) - u)};
}

std::array<double, 4> jacobian(const Cell& cell, double v) {
  const double slope = cell.k * (2 * v - cell.vr - cell.vt);
  return {slope / cell.C, -1 / cell.C, cell.a * cell.b, -cell.a};
}

State reset(const Cell& cell, const State& state) { return {cell.c, state.u + cell.d}; }

State rest_state(const Cell& cell) {
  if (cell.a == 0) return {std::min(cell.vr, cell.vt), 0};
  const double sum = cell.k * (cell.vt - cell.vr) + cell.b;
  if (!(sum < 0)) return {cell.vr, 0};
  const double v = cell.vr + sum / cell.k;
  return {v, cell.b * (v - cell.vr)};
}

bool holds_still(const Cell& cell, const State& state, double current) {
  const auto& [C, k, vr, vt, vpeak, a, b, c, d] = cell;
  const double v = state.v, u = state.u;
  // Each term is rounded a few times, by at most 2⁻⁵³ of itself, and so is a v that has been through the solver's
  // coordinates.
  constexpr double few = 8 * 0x1p-53;
  const double size = std::fabs(v) + std::fabs(vr) + std::fabs(vt);
  const double membrane = k * (v - vr) * (v - vt), pull = b * (v - vr);
  const double rounding =
      std::fabs(membrane) + std::fabs(u) + std::fabs(current) + k * std::fabs(2 * v - vr - vt) * size;
  if (!(std::fabs(membrane - u + current) <= few * rounding)) return false;
  return a == 0 || std::fabs(pull - u) <= few * (std::fabs(pull) + std::fabs(u) + std::fabs(b) * size);
}

double input_conductance(const Cell& cell) {
  const double leak = cell.k * (cell.vt - cell.vr);
  return std::fabs(cell.a > 0 ? cell.b + leak : leak);  // with a = 0, u is constant and b has no effect
}

}  // namespace izh
