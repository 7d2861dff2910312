// core/solve/crisis.hpp: whether a train of spikes lasts that does not repeat, by the turning point of its map.
#pragma once

#include "core/solve/passage.hpp"

namespace izh {

enum class Lasting { lasts, ends, unknown };

/// Whether a train under a steady current goes on for ever that shows no cycle, and whose u after a spike [pA] has
/// lately been from `low` to `high`.
///
/// From one u after a spike to the next is a map of one number (after_spike.hpp), whose slope has the sign of v' after
/// the reset (`Passages::slope`): it rises as far as the v-nullcline's u at v = c and falls from there on. So where it
/// is of one piece it has one highest value M, and what lies between g(M) and M stays there if g(g(M)) >= g(M): such a
/// train `lasts`. `ends`: no spike follows from M or from g(M), so that the way out is open, and without an attracting
/// cycle, which would attract M itself, almost every train finds it, be it after thousands of spikes. The current
/// between the two, at which M meets the edge of the gap, is a crisis. `unknown` where the train is not between g(M)
/// and M, as of a map of several pieces. Sources: Grebogi, Ott and Yorke (1982), Chaotic attractors in crisis, Phys.
/// Rev. Lett. 48; Singer (1978), Stable orbits and bifurcation of maps of the interval, SIAM J. Appl. Math. 35, for
/// what an attracting cycle attracts.
Lasting lasting(const Cell& cell, double current, const Passages& passages, double low, double high);

/// Whether no spike follows from the highest value of the map: the way out of a chaotic train. False where that value
/// itself is not to be had.
bool way_out(const Cell& cell, double current);

}  // namespace izh
