// core/sweep/fi_summary.hpp: what an f-I curve says: where it has no rate, and how fast its rates grow.
#pragma once

#include <optional>
#include <tuple>
#include <vector>

#include "core/schema/text.hpp"
#include "core/sweep/fi_curve.hpp"
#include "core/sweep/value_range.hpp"

namespace izh {

struct FiSummary {
  std::vector<ValueRange> runs_away;  // pA: where the train runs away; lowest first
  Text text;                          // the same in words; empty where it runs away nowhere
  Text note;                          // why there is nothing to draw; empty where a spike comes at some current
};

template <>
inline constexpr auto fields<FiSummary> = std::tuple{
    list(&FiSummary::runs_away, "runs_away", 2000, "Where the train runs away, in pA."),
    said(&FiSummary::text, "text", "The same in words."),
    said(&FiSummary::note, "note", "Why there is nothing to draw."),
};

/// What an f-I curve says of all its currents.
namespace fi_texts {

inline constexpr Says runs_away_at{"fi.runs_away_at", slot::located("at", "pA")};
inline constexpr Says runs_away{"fi.runs_away", slot::located("from", "pA").bare(), slot::located("to", "pA")};
inline constexpr Says slow{"fi.slow", slot::bound("below", "Hz")};
inline constexpr Says silent{"fi.silent", slot::count("currents")};
inline constexpr Says no_spike_within{"fi.no_spike_within", slot::count("currents"), slot::measured("time", "ms")};

inline constexpr std::tuple all{runs_away_at, runs_away, slow, silent, no_spike_within};

}  // namespace fi_texts

/// What `curve` says, its currents ascending; of a curve that is not complete, what there is so far. A note is made
/// where no current has a spike: the highest rate below which it fires where it is certain to; that it rests for good
/// at all of them; or for how long it was followed at most. Throws std::invalid_argument unless there is one entry of
/// `course`, `below`, `spikes`, `silent` and `followed` for each current.
FiSummary fi_summary(const FiCurve& curve);

/// How fast each rate that a curve can draw grows [Hz/pA]; none where it goes up and down, or has too few values.
struct Gains {
  std::optional<double> count, last_interval, steady;
};

template <>
inline constexpr auto fields<Gains> = std::tuple{
    result(&Gains::count, "count", "Hz/pA", "Of the rate by count."),
    result(&Gains::last_interval, "last_interval", "Hz/pA", "Of the rate of the last interval."),
    result(&Gains::steady, "steady", "Hz/pA", "Of the steady rate."),
};

/// The `gain` of each rate of `curve`, its currents ascending, above `from` [pA], over the currents that have such a
/// rate. A rate that falls again, all in all, by more than a fifth of its range from `from` on has none: that is less
/// than a wiggle, and more than one spike of a count. Throws std::invalid_argument unless there is one entry of each
/// rate, and of its `_known`, for each current.
Gains gains(const FiCurve& curve, double from);

}  // namespace izh
