// core/sweep/onset.hpp: how lasting firing begins above its rheobase.
#pragma once

#include "core/sweep/onset_law.hpp"
#include "core/sweep/thresholds.hpp"

namespace izh {

/// The scaling of the rate near the onset, which is the lasting `rheobase` of the same experiment under a step
/// without end, over decades of I - I_onset, and the class argued from the structure of the map where that decides.
/// Class 1: each decade nearer adds √10 times as much to the period as the one before (a square root). Class 2: the
/// cycle itself lasts below the onset, or at I*, where it is followed in coordinates that lose nothing (parabola.hpp);
/// or the onset is a crisis (crisis.hpp); or the decades add less and less, down to 1e-8 pA; or they add as much each
/// time but the saddle's orbits part faster than they come together, so that no attracting cycle comes near it: then
/// `jump` is empty and the text says the lowest rate seen. The logarithm (bursts, or class 1 with one spike a cycle):
/// the decades add as much three times over, or the onset is I*, and the saddle's orbits come together faster. Class 3:
/// only transients, no lasting firing below 1e5 pA. `unknown`, with the reason in `text`, for all else. The rates are
/// those of cycles that repeat to nine digits; of a train without one (`cycle` 0) the mean of the second half of 320
/// intervals. A distance at which it falls silent or takes too long (the nearest first) is left out. `law` is the curve
/// through the rate at the nearest distance by the power as fitted, or through the rate of its cycles by the fitted
/// growth of their period (0 beyond where that would end), or the rate that it jumps to; empty where `unknown`. Source
/// of the classes: Hodgkin (1948), J. Physiol. 107; Izhikevich (2007), ch. 7.
Onset onset(const Experiment& experiment, const Rheobase& rheobase);

}  // namespace izh
