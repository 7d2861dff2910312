// core/solve/crisis.hpp: whether a train without a cycle lasts, by the turning point of its map.
#pragma once

#include "core/solve/passage.hpp"

namespace izh {

enum class Lasting { lasts, ends, unknown };

/// Whether a train under a steady current goes on for ever, given that it shows no cycle and that its u after a spike
/// [pA] has lately ranged from `low` to `high`.
///
/// The u after a spike determines the next one: a one-dimensional map g (after_spike.hpp), whose slope has the sign of
/// v' after the reset (`Passages::slope`). It rises up to the v-nullcline's u at v = c and falls beyond it. A map in
/// one piece therefore has a single maximum M, and values between g(M) and M stay there if g(g(M)) >= g(M): such a
/// train `lasts`. `ends`: no spike follows from M or from g(M), so there is a way out; with no attracting cycle (which
/// would attract M itself), almost every train finds it, if only after thousands of spikes. The current that separates
/// the two, at which M meets the edge of the gap, is a crisis. `unknown` where the train does not lie between g(M) and
/// M, as for a map in several pieces. Sources: Grebogi, Ott and Yorke (1982), Chaotic attractors in crisis, Phys. Rev.
/// Lett. 48; Singer (1978), Stable orbits and bifurcation of maps of the interval, SIAM J. Appl. Math. 35, for the
/// claim that an attracting cycle attracts M.
Lasting lasting(const Cell& cell, double current, const Passages& passages, double low, double high);

/// Whether no spike follows from the maximum of the map: the way out of a chaotic train. False where the maximum itself
/// cannot be computed.
bool way_out(const Cell& cell, double current);

}  // namespace izh
