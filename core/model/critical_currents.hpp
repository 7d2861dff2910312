// core/model/critical_currents.hpp: the steady currents at which the dynamics change, in closed form.
#pragma once

#include <optional>

#include "core/model/cell.hpp"

namespace izh {

/// The current [pA] at which the two fixed points meet and vanish, (b + k (vt - vr))²/(4 k); it exists for every cell.
/// With a = 0, b drops out.
/// Derivation: with w = v - vr and p = vt - vr they solve k w² - (k p + b) w + I = 0, whose discriminant vanishes
/// there.
double saddle_node_current(const Cell& cell);

/// The Andronov-Hopf current I_H = [(k p + b)² - (b - a C)²]/(4 k) [pA], p = vt - vr: there the lower fixed point loses
/// stability, always subcritically (first Lyapunov coefficient a/(4 ω²) > 0, ω² = a (b - a C)/C). None unless
/// b > a C and a > 0.
std::optional<double> andronov_hopf_current(const Cell& cell);

/// The current I* = [(k p + b)² - (b - a C/2)²]/(4 k) [pA] at which a parabola through the saddle is invariant, so that
/// it bounds the lasting firing of cells whose orbits return from its left after a reset. None unless b > a C/2 (else
/// it does not pass through the saddle) and a > 0.
std::optional<double> invariant_parabola_current(const Cell& cell);

/// The current b w - k w (w - p) [pA], w = vpeak - vr, p = vt - vr, at which the stable fixed point reaches vpeak, so
/// that from there on the cell has no resting state. None where that point loses stability or meets the saddle first.
/// With a = 0, both u and b count as 0.
std::optional<double> rest_at_peak_current(const Cell& cell);

/// The lowest current [pA] at which rest is lost: at the saddle-node, the Hopf point or vpeak.
double lost_at(const Cell& cell);

/// The currents [pA] between which the lower fixed point is a focus, lower end first; none where it never is. It is a
/// focus iff a b > 0 and |J + a C| < 2 √(a b C), J = b - s the slope of the v-nullcline there, s = √((k p + b)² - 4 k
/// I).
struct FocusRange {
  double from = 0.0, to = 0.0;
};
std::optional<FocusRange> focus_currents(const Cell& cell);

}  // namespace izh
