#include "core/solve/capture.hpp"

#include <algorithm>
#include <cmath>
#include "core/model/critical_currents.hpp"

namespace izh {

std::optional<Capture> capture_region(const Cell& cell, double current) {
  // The fixed points are the roots of k w² - (k p + b) w + I, w = v - vr and p = vt - vr; the lower one can be stable.
  const double sum = cell.k * (cell.vt - cell.vr) + cell.b, square = sum * sum, product = 4 * cell.k * current;
  // With a smaller discriminant, rounding would displace the centre by more than a thousandth of the region.
  if (!(square - product > 1e-12 * (square + std::fabs(product)))) return std::nullopt;
  const double root = std::sqrt(square - product);
  // The form of the root without cancellation.
  const double w = sum > 0 ? 2 * current / (sum + root) : (sum - root) / (2 * cell.k);
  const State rest{cell.vr + w, cell.b * w};

  const auto [vv, vu, uv, uu] = jacobian(cell, rest.v);
  const double trace = vv + uu, det = cell.a * root / cell.C;
  const double room = cell.vpeak - rest.v;
  if (!(trace < 0 && det > 0 && room > 0)) return std::nullopt;

  // P = (det Q + adj(J)ᵀ Q adj(J))/(-2 trace det). With this q, P₁₁ is at most twice what it is for q = 0, whatever J.
  const double q = vu * vu / (det + vv * vv), scale = -2 * trace * det;
  const double p11 = (det + uu * uu + q * uv * uv) / scale;
  const double p12 = -(uu * vu + q * uv * vv) / scale;
  const double p22 = (q * det + vu * vu + q * vv * vv) / scale;
  const double kappa = cell.k / cell.C;
  const double falls = 1 / (4 * kappa * kappa * p11), spikeless = room * room * (p11 * p22 - p12 * p12) / p22;
  constexpr double margin = 0.99;  // for rounding errors
  return Capture{rest, p11, p12, p22, margin * std::min(falls, spikeless)};
}

bool held_by_saddle(const Cell& cell, const State& state, double current) {
  if (!(cell.a > 0 && cell.b <= 0)) return false;
  if (current > saddle_node_current(cell)) return false;
  const double sum = cell.k * (cell.vt - cell.vr) + cell.b, square = sum * sum, product = 4 * cell.k * current;
  const double root = std::sqrt(std::fmax(0, square - product));
  const double w = sum < 0 ? 2 * current / (sum - root) : (sum + root) / (2 * cell.k), v = cell.vr + w;
  const double u = cell.b * w;
  // A state so near the saddle that rounding may decide is left to be followed.
  constexpr double beside = 1e-9;
  return v <= cell.vpeak && state.v < v - beside * (1 + std::fabs(v)) && state.u > u + beside * (1 + std::fabs(u));
}

}  // namespace izh
