// core/sweep/onset.hpp: how lasting firing begins above its rheobase.
#pragma once

#include "core/sweep/onset_law.hpp"
#include "core/sweep/thresholds.hpp"

namespace izh {

/// The scaling of the rate with I - I_onset near the onset, which is the lasting `rheobase` of the same experiment
/// under an endless step, and the class of excitability, argued from the structure of the map where that decides. Class
/// 1: each decade nearer adds √10 times as much to the period as the one before (a square root). Class 2: the cycle
/// itself survives below the onset, or at I*, where it is followed in coordinates that lose no accuracy (parabola.hpp);
/// or the onset is a crisis (crisis.hpp); or the decades add less and less, down to 1e-8 pA; or they add the same each
/// time, but orbits near the saddle diverge faster than they converge, so that no attracting cycle can come near it:
/// then `jump` is empty and the text gives the lowest rate seen. The logarithm (bursts, or class 1 with one spike per
/// cycle): three successive decades add the same, or the onset is I*, and orbits near the saddle converge faster than
/// they diverge. Class 3: only transients, no lasting firing below 1e5 pA. `unknown`, with the reason in `text`:
/// everything else. The rates are those of cycles that repeat to nine digits; for a train without one (`cycle` 0), the
/// mean of the second half of 320 intervals. A distance at which the cell falls silent or the train takes too long (the
/// nearest are the first to) is left out. `law` is the curve through the rate at the nearest distance with the fitted
/// power, or through the rate of its cycles with the fitted growth of their period (0 beyond where that would end), or
/// the rate that it jumps to; empty if `unknown`. Source of the classes: Hodgkin (1948), J. Physiol. 107; Izhikevich
/// (2007), ch. 7.
Onset onset(const Experiment& experiment, const Rheobase& rheobase);

}  // namespace izh
