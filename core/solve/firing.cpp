#include "core/solve/firing.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/model/critical_currents.hpp"

namespace izh {

namespace {

/// How much more a reset takes from u than an interval gives back, for u far below 0 [pA].
double excess(const Cell& cell) { return -cell.d - cell.a * cell.C * (cell.vpeak - cell.c); }

}  // namespace

bool must_fire(const Cell& cell, double current) {
  if (!(cell.a > 0)) return false;
  if (current > saddle_node_current(cell)) return true;
  if (const std::optional<double> hopf = andronov_hopf_current(cell); hopf && current >= *hopf) return true;
  const double sum = cell.k * (cell.vt - cell.vr) + cell.b;
  const double w = (sum - std::sqrt(std::fmax(0, sum * sum - 4 * cell.k * current))) / (2 * cell.k);
  return w >= cell.vpeak - cell.vr;
}

bool can_run_away(const Cell& cell) { return excess(cell) > 0; }

double runaway_level(const Cell& cell, double current) {
  if (!can_run_away(cell)) return never;
  const double p = cell.vt - cell.vr, low = cell.c - cell.vr, high = cell.vpeak - cell.vr;
  const auto g = [&](double w) { return cell.k * w * (w - p) + current; };
  const double bends = std::clamp((cell.b + cell.k * p) / (2 * cell.k), low, high);
  const double most = std::fmax(0, cell.b * bends - g(bends)), least = g(std::clamp(p / 2, low, high));
  const double gained = cell.a * cell.C * (high - low);
  const double safe = std::fmax(0, 2 * gained * most / excess(cell) - least);
  return cell.d - safe;
}

}  // namespace izh
