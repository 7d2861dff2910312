// core/train/steady_rate.hpp: whether a train has a steady rate, and which; or why it has none.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/model/stimulus.hpp"
#include "core/schema/field.hpp"

namespace izh {

/// Why there is no steady rate. With the number that `SteadyRate::number` then holds: `silent`, how long it has been
/// [ms]; `few_intervals`, how many there are; `few_alike`, how many at the end; `still_changing`, by how much of itself
/// the interval changes [%], or where the last two are the same to 0.5 %, the mean of a quarter of the settled ones.
enum class NoRate {
  none,             // there is one
  no_spike,         // not in this stretch
  one_spike,        // no interval
  one_interval,     // nothing to compare it with
  few_intervals,    // fewer than three
  few_alike,        // the last ones agree, but fewer than three
  silent,           // the train ended before the stretch did
  still_changing,   // the intervals still grow, or shrink
  irregular,        // neither alike nor in a cycle
  current_changes,  // the current is never steady, or not at the end
  runs_away,        // the intervals shrink without bound
  out_of_budget,    // the run was not followed to its end
  diverged          // nor could it be
};

inline const char* names(NoRate reason) {
  constexpr const char* all[] = {"",          "no spike",      "one spike",      "one interval", "few intervals",
                                 "few alike", "silent",        "still changing", "irregular",    "current changes",
                                 "runs away", "out of budget", "diverged"};
  return all[static_cast<std::size_t>(reason)];
}

/// A steady rate, or why there is none.
struct SteadyRate {
  std::optional<double> rate;       // Hz
  std::optional<double> intervals;  // over the last so many of which it is the mean
  std::optional<double> cycle;      // after so many of which they repeat
  NoRate reason = NoRate::none;
  std::optional<double> number;  // that of the reason
};

/// The steady rate of the spikes [ms, ascending] within `stretch`, a stretch of time over which the current does not
/// change: 1000 over the mean of the last intervals. It needs a train that lasts to the end of the stretch, and
/// intervals that have settled:
///
/// - Settled: each of the last three intervals is within 2 % of the one before it, or of the last (the last three
///   agree, two comparisons), or, with p from 2 to 15, each of the last p within 2 % of the one p before it, the last 2
///   p being two turns of a cycle. The smallest p counts. Neither has the train done as in these last ones before and
///   paused since, for twice as long as the longest of them, as between bursts. The intervals up to the last for which
///   this holds, one after the other, are settled ones.
/// - No longer on their way: with h turns of the cycle at a time, a quarter of the settled intervals, the mean interval
///   of the last h turns, of the h before and of those before them. Where the last two means differ by more than 0.5 %,
///   the change that is still to come, r/(1 - r) times the last change if each is r times the one before, must be 2 %
///   at most; where the changes do not shrink (r >= 1), the last one 1 %. Or the last four turns come nearer by one
///   ratio r < 1 (two in a row that are within 0.1), and 0.5 % at most is still to come.
///   Nor do the means of the last four h turns, or the last three intervals of a train that has no more, all go one way
///   by changes that do not shrink, the turns in them with them, however small the changes are, from 1e-6 of an
///   interval on: that is a drift, of which no end is in sight.
/// - Lasting: the time from the last spike to the end is shorter than twice the longest of those intervals. Where it is
///   not, the train is `silent` if it has ended by the rule of `has_ended` in intervals.hpp, by which the pattern goes
///   as well, and `irregular` if it has paused for as long before.
///
/// The mean is over the last half of the intervals, rounded up, 6 at the most, of settled ones alone, and in
/// whole turns of the cycle. So it
/// is within a few per cent of where the train goes; what it goes to exactly, `fi_curve` knows. Throws
/// std::invalid_argument when the stretch is empty or reversed, or the train is not finite and ascending.
/// The conditions are ours, as is k: the tools of the field (eFEL, ipfx) give a rate to any train of two spikes, also
/// to one that has stopped or drifts with its current.
SteadyRate steady_rate(const std::vector<double>& spikes, const Span& stretch);

}  // namespace izh
