// core/solve/firing.hpp: when a cell under a steady current is certain to fire, and when its train is certain to run
// away.
#pragma once

#include <limits>

#include "core/model/cell.hpp"

namespace izh {

/// True when a > 0 and no stable fixed point lies below vpeak, so that the cell fires from every initial state (except
/// the unstable point itself and the saddle's stable manifold, which any noise leaves). There is then no spikeless
/// cycle either: a cycle has a fixed point inside it, and around an unstable one there is none, since the Andronov-Hopf
/// bifurcation is subcritical and its one cycle exists only below I_H. No orbit escapes to v = -∞, so each of them
/// reaches vpeak. Exact up to the rounding of I_SN and I_H.
bool must_fire(const Cell& cell, double current);

/// True when u may fall without end from spike to spike: d < -a C (vpeak - c). With u far below 0, v is driven by -u
/// alone: C dv = -u dt, so that in each interval u regains a ∫ -u dt = a C (vpeak - c), whatever the interval's length;
/// if the reset takes more than that, u is lower after each spike. Intervals then shrink as C (vpeak - c)/|u| and the
/// rate grows exponentially, by the factor e every C (vpeak - c)/(-d - a C (vpeak - c)) ms, without bound.
bool can_run_away(const Cell& cell);

constexpr double never = -std::numeric_limits<double>::infinity();

/// The u [pA] after a spike below which the train is certain to run away under every current from `current` [pA] on;
/// `never` where it cannot. Sufficient, not necessary: some trains above it will run away as well.
/// Derivation: with U = -u, w = v - vr and g(w) = k w (w - p) + I, u' = a (b w + U) and C v' = U + g, so that over an
/// interval u gains a C ∫ (b w + U)/(U + g) dv <= a C (vpeak - c) (1 + G/(U + g_min)), where G is the largest b w - g
/// (0 if that is negative) and g_min the smallest g from c to vpeak, both extremes of parabolas. With
/// e = -d - a C (vpeak - c) > 0, that gain is at most -d - e/2 where U >= 2 a C (vpeak - c) G/e - g_min. So once U
/// after a spike exceeds this by -d, U never falls below it, and it grows by at least e/2 from spike to spike. A larger
/// I lowers G and raises g_min.
double runaway_level(const Cell& cell, double current);

}  // namespace izh
