// core/train/steady_rate.hpp: the steady rate of a train, or why it has none.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/model/stimulus.hpp"
#include "core/train/no_rate.hpp"

namespace izh {

/// A steady rate, or why there is none.
struct SteadyRate {
  std::optional<double> rate;       // Hz
  std::optional<double> intervals;  // how many of the last it is the mean of
  std::optional<double> cycle;      // how many make one cycle
  NoRate reason = NoRate::none;
  std::optional<double> number;  // the reason's number
};

/// The steady rate of the spikes [ms, ascending] within `stretch`, a stretch of time [ms] of constant current: 1000
/// over the mean of the last intervals. It requires that the train lasts to the end of the stretch and that its
/// intervals have settled:
///
/// - Settled: the last three intervals agree (two comparisons, each within 2 % of the one before it, or all within
///   2 % of the last), or, for a p from 2 to 15, each of the last p is within 2 % of the one p before it, so that the
///   last 2 p are two turns of a cycle. The smallest such p counts. Nor may the train have fired like this before and
///   paused since, as between bursts, for at least twice as long as the longest of these intervals. The settled
///   intervals are all those at the end for which this holds without a break.
/// - No longer changing: compare the mean interval of the last h turns of the cycle, of the h before and of the h
///   before those, h turns being a quarter of the settled intervals. If the last two means differ by more than 0.5 %,
///   the change still to come, r/(1 - r) times the last change if each is r times the one before, must be at most
///   2 %; if the changes do not shrink (r >= 1), the last one must be at most 1 %. It is also enough if the last four
///   turns approach their limit by one ratio r < 1 (two successive ratios within 0.1) with at most 0.5 % still to
///   come. Nor may the means of the last four h turns, or the last three intervals of a train that has no more, all
///   change one way without shrinking, and every turn in them too, however small the changes, down to 1e-6 of an
///   interval: that is a drift with no end in sight.
/// - Lasting: the time from the last spike to the end is shorter than twice the longest of those intervals. If not,
///   the train is `silent` if it has ended by the rule of `has_ended` in intervals.hpp, which the pattern uses as
///   well, and `irregular` if it has paused for as long before.
///
/// The mean is over the last half of the intervals, rounded up, at most 6, settled ones only, and in whole turns of the
/// cycle. So it is within a few per cent of the train's limit, which `fi_curve` gives exactly. Throws
/// std::invalid_argument when the stretch is empty or reversed, or the train is not finite and ascending.
/// The conditions are ours, as is k: the tools of the field (eFEL, ipfx) give a rate to any train of two spikes, even
/// to one that has stopped or drifts with its current.
SteadyRate steady_rate(const std::vector<double>& spikes, const Span& stretch);

}  // namespace izh
