// core/solve/capture.hpp: regions of the phase plane from which a cell is certain to come to rest.
#pragma once

#include <optional>

#include "core/model/cell.hpp"

namespace izh {

/// An ellipse around the stable fixed point under a steady current. Every orbit that starts in it ends at that point
/// without a spike: within it the quadratic form `size` falls along every orbit.
struct Capture {
  State rest;                // the fixed point, its centre
  double vv, vu, uu, level;  // the form: vv dv² + 2 vu dv du + uu du² about the centre, and its value on the edge

  /// The form at `state`, relative to its value on the edge.
  double size(const State& state) const {
    const double v = state.v - rest.v, u = state.u - rest.u;
    return (vv * v * v + 2 * vu * v * u + uu * u * u) / level;
  }
  bool holds(const State& state) const { return size(state) < 1; }
};

/// The region for `cell` under `current` [pA]. None where there is no stable fixed point below vpeak, where a = 0 (u
/// then never changes between spikes), or where that point is within rounding of the saddle-node.
/// Derivation: x, the displacement of (v, u) from the fixed point, obeys x' = J x + κ v² e, κ = k/C, e = (1, 0),
/// exactly. With JᵀP + P J = -diag(1, q), the form V = xᵀP x falls as V' = -v² (1 - 2 κ (P x)₁) - q u², and (P x)₁² <=
/// P₁₁ V. So V falls wherever V < 1/(4 κ² P₁₁). There is no spike either where v < vpeak, which holds for V < (vpeak -
/// v*)² det P/P₂₂.
std::optional<Capture> capture_region(const Cell& cell, double current);

/// Whether `state` is held by the saddle under `current` [pA]: the cell has b <= 0 and a > 0, its saddle (v_s, u_s)
/// lies below vpeak, and v < v_s and u > u_s. It then comes to rest without a spike, however long that takes. For a
/// cell that starts at rest this settles every current up to the saddle-node, where the resting state merges with the
/// saddle.
/// Derivation: no orbit leaves that quadrant. On the line v = v_s, C v' = u_s - u <= 0; on u = u_s, u' = a b (v - v_s)
/// >= 0. Within it v stays below vpeak, and there is no cycle: in (v, -u) the system is cooperative (neither variable
/// slows the other), so orbits keep their order and end in a fixed point. Source: Hirsch (1985), Systems of
/// differential equations that are competitive or cooperative II, SIAM J. Math. Anal. 16.
bool held_by_saddle(const Cell& cell, const State& state, double current);

}  // namespace izh
