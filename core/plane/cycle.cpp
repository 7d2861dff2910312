// How the cycle is found. Let b > a C, and let the lower fixed point (v0, u0) be stable. On the ray
// u = u0, v > v0 the flow crosses upwards everywhere, since u' = a b (v - v0) > 0 there, and downwards on the other
// side, so an orbit around the fixed point crosses the ray once a turn. In backward time the fixed point repels and the
// unstable cycle attracts, so that is the direction to compute in: errors decay.
//
// The saddle lies to the right, and the lower branch of its stable manifold reaches the ray, in backward time, at some
// x1 > v0: it stays to the right of the u-nullcline, which the flow crosses to the left between the two fixed points.
// Orbits in the plane do not cross, so if the manifold's first turn comes back to the ray within x1, it encloses every
// orbit that starts on the ray between v0 and x1. The manifold then winds inwards, and between it and the repelling
// fixed point lies a cycle (Poincaré-Bendixson). If that turn does not come back within x1, the manifold leaves for
// ever, there is no cycle, and the manifold itself is the boundary. In between, at the homoclinic current, it returns
// to the saddle. At I* the manifold is a parabola and leaves, and at I_H the cycle shrinks to a point, so the
// homoclinic current lies between the two.
//
// Let Q(x) be where the orbit through x crossed the ray one turn earlier. The cycle is Q(x) = x, and Q(x) > x inside
// it.
#include "core/plane/cycle.hpp"

#include <algorithm>
#include <cmath>

#include "core/model/critical_currents.hpp"
#include "core/solve/flow.hpp"

namespace izh {

namespace {

/// The lower fixed point, and the range of v within which an orbit around it must stay.
struct Middle {
  State at;
  double low, high;
};

/// Steps backwards in time until the orbit crosses the ray to the right of the fixed point from above. None when it
/// goes too far to return or takes too many steps. `each` gets the length [ms] of every step, of the last one up to the
/// crossing.
template <class Each>
std::optional<State> previous_passage(Flow& flow, const Middle& middle, Each&& each) {
  const auto height = [&](double x) { return flow.at(x).u - middle.at.u; };
  for (int steps = 0; steps < 2000; ++steps) {
    if (!flow.step(-unbounded)) return std::nullopt;
    double low = 0;
    bool above = steps > 0 && height(low) > 0;
    for (int part = 1; part <= parts_of_step; ++part) {
      const double high = flow.length() * part / parts_of_step;
      const bool still = height(high) > 0;
      if (above && !still) {
        const double x = sign_change(low, high, height);
        each(x);
        return flow.at(x);
      }
      above = still;
      low = high;
    }
    if (!(flow.state().v > middle.low && flow.state().v < middle.high)) return std::nullopt;
    each(flow.length());
  }
  return std::nullopt;
}

/// A state on the lower branch of the saddle's stable manifold, before that crosses the ray.
///
/// In z = (k/C)(v - (vr + vt)/2), with z1 and z2 at the fixed points, the model is z'' = (2z - a) z' + a (z - z1)(z -
/// z2). Where the manifold follows the v-nullcline's right arm, z'' is negligible, so that z' = a (z - z1)(z2 - z)/(2z
/// - a): slow, while neighbouring orbits diverge at the rate 2z. For small a it takes about b/(a C) steps to come down
/// from the saddle. But in backward time neighbouring orbits converge onto it: from z = m ω, ω² = a (z2 - z1), to the
/// arm's lower end by at least the factor exp(2 m²). So start at 8 ω, where that z' is right to one part in 64, unless
/// the saddle is nearer.
State on_manifold(const Cell& cell, double current, const std::vector<FixedPoint>& points) {
  const double kappa = cell.k / cell.C, middle = (cell.vr + cell.vt) / 2, z2 = kappa * (points[1].v - middle);
  const double z = 8 * std::sqrt(points[0].determinant);
  if (!(z < z2 / 2)) return beside_saddle(cell, points, -1);
  const double v = middle + z / kappa;
  const double rises = cell.a * kappa * (v - points[0].v) * (points[1].v - v) / (2 * z - cell.a);
  return {v, cell.k * (v - cell.vr) * (v - cell.vt) + current - cell.C * rises};
}

/// The lower fixed point, and the turns of one cell's orbits around it.
class Turns {
 public:
  Turns(const Cell& cell, double current, const std::vector<FixedPoint>& points)
      : cell_(cell),
        current_(current),
        middle_{{points[0].v, points[0].u}, points[0].v - 1e4 * (points[1].v - points[0].v), points[1].v},
        start_(on_manifold(cell, current, points)) {}

  /// Where the saddle's manifold first crosses the ray, if it comes back within that: the cycle then exists.
  std::optional<double> enclosing() const {
    Flow flow(cell_, current_, start_);
    const auto first = previous_passage(flow, middle_, [](double) {});
    if (!first) return std::nullopt;
    return previous(first->v) ? std::optional(first->v) : std::nullopt;
  }

  /// Q(v).
  std::optional<double> previous(double v) const {
    Flow flow(cell_, current_, {v, middle_.at.u});
    const auto passage = previous_passage(flow, middle_, [](double) {});
    return passage ? std::optional(passage->v) : std::nullopt;
  }

  /// Where Q(v) = v, between the fixed point and `high`.
  double crossing(double high) const {
    double low = middle_.at.v;
    for (int round = 0; round < 80; ++round) {
      const double x = low + (high - low) / 2;
      if (x == low || x == high) break;
      const auto before = previous(x);
      (before && *before < x ? high : low) = x;
    }
    return high;
  }

  Cycle once_around(double v) const;

 private:
  Cell cell_;
  double current_;
  Middle middle_;
  State start_;
};

/// The turn from (v, u0).
Cycle Turns::once_around(double v) const {
  Cycle cycle;
  cycle.crossing = cycle.v_low = cycle.v_high = v;
  cycle.u_low = cycle.u_high = middle_.at.u;
  std::vector<double>&vs = cycle.curve.v, &us = cycle.curve.u;
  vs.push_back(v);
  us.push_back(middle_.at.u);
  Flow flow(cell_, current_, {v, middle_.at.u});
  previous_passage(flow, middle_, [&](double length) {
    cycle.period -= length;
    visit_extremes(flow, length, [&](const State& at) {
      cycle.v_low = std::min(cycle.v_low, at.v);
      cycle.v_high = std::max(cycle.v_high, at.v);
      cycle.u_low = std::min(cycle.u_low, at.u);
      cycle.u_high = std::max(cycle.u_high, at.u);
      vs.push_back(at.v);
      us.push_back(at.u);
    });
  });
  vs.back() = vs.front();
  us.back() = us.front();
  std::reverse(vs.begin(), vs.end());  // forwards in time
  std::reverse(us.begin(), us.end());
  return cycle;
}

}  // namespace

std::optional<Cycle> unstable_cycle(const Cell& cell, double current) {
  const std::vector<FixedPoint> points = fixed_points(cell, current);
  const double aC = cell.a * cell.C;
  const bool may = aC > 0 && cell.b > aC && cell.b <= 1e7 * aC && points.size() == 2 && points[0].trace < 0;
  if (!may || points[1].kind != Stability::saddle) return std::nullopt;
  const Turns turns(cell, current, points);
  const std::optional<double> high = turns.enclosing();
  if (!high) return std::nullopt;
  Cycle cycle = turns.once_around(turns.crossing(*high));
  if (cycle.v_high >= cell.vpeak) return std::nullopt;
  return cycle;
}

std::optional<double> homoclinic_current(const Cell& cell) {
  const auto parabola = invariant_parabola_current(cell), hopf = andronov_hopf_current(cell);
  if (!parabola || !hopf) return std::nullopt;
  double low = *parabola, high = *hopf;
  const double enough = 1e-9 * std::min(1.0, high - low);
  for (int round = 0; round < 80 && high - low > enough; ++round) {
    const double middle = low + (high - low) / 2;
    if (middle == low || middle == high) break;
    const std::vector<FixedPoint> points = fixed_points(cell, middle);
    const bool exists = points.size() == 2 && Turns(cell, middle, points).enclosing();
    (exists ? high : low) = middle;
  }
  return high < *hopf ? std::optional(high) : std::nullopt;
}

}  // namespace izh
