// core/sweep/sought.hpp: an amplitude that was found under a protocol, and a run that shows it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "core/sweep/protocol.hpp"
#include "core/sweep/smallest.hpp"
#include "core/sweep/thresholds.hpp"

namespace izh {

/// An amplitude found by search, or why there is none, and a run that shows it.
struct Sought {
  std::optional<double> amplitude;  // pA: the smallest that does it, to 1e-6
  std::optional<double> total;      // pA: with the other currents, where they are steady from the onset on
  // Why there is none: "without" (it happens at amplitude 0), "none_below" (at none tried up to 1e5 pA), "undecided",
  // "runs_away" (the train runs away instead), "no_rest", "not_reached" (the run stops before the onset), "changes"
  // (see ProtocolSetting), or empty.
  std::string reason_id;
  // pA, ms: an amplitude of few digits above, and how long a run must be that shows it: just above where the spikes
  // come within the longest run, else so far above that they do.
  std::optional<double> shown, duration;
  std::optional<double> runs_away_from;  // pA: the smallest amplitude of "runs_away"
  double certain = 1.0;  // 0: trains beside it were followed for 2000 spikes without an end or a cycle, see `outcome`
};

template <>
inline constexpr auto fields<Sought> = std::tuple{
    result(&Sought::amplitude, "amplitude", "pA", "The smallest amplitude that does it."),
    result(&Sought::total, "total", "pA", "That together with the other currents, where they are steady."),
    words(&Sought::reason_id, "reason_id", "Why there is none, or nothing."),
    result(&Sought::shown, "shown", "pA", "An amplitude of few digits above."),
    result(&Sought::duration, "duration", "ms", "How long a run at that amplitude must be to show it."),
    result(&Sought::runs_away_from, "runs_away_from", "pA", "The smallest amplitude at which the train runs away."),
    result(&Sought::certain, "certain", "", "0: its last digits may not hold, as some trains beside it may end later."),
};

/// What a search found, with nothing yet to show it.
Sought sought(const Smallest& found);
Sought sought(const Threshold& found);

/// Whether `start`, the state at the onset, is no rest that would hold, so that no threshold can be told.
bool no_rest(const UnderProtocol& asked, const State& start);

/// The rheobase of a step that is alone, from `start`, the state at the onset.
Rheobase rheobase_of(const UnderProtocol& asked, const State& start);

/// Chooses an amplitude just above one that was found, below `next` where there is one, at which a run does what is
/// claimed, with `count` spikes to see, and how long that run must be, never shorter than its own: of few digits where
/// one of those `does` it, and farther above where its spikes come later than any run lasts.
void show(Sought& found, std::optional<double> next, std::size_t count, const UnderProtocol& asked,
          const Happens& does);

/// How long a run of `longest`, and at least of `own` [ms], must be to show its `count`th spike from the onset on [ms];
/// of several, so long that it does not end in a pause between bursts that looks like the end of firing. None where it
/// does not come. Takes from `steps` what it takes.
std::optional<double> shown_by(const Experiment& longest, double onset, std::size_t count, double own, double& steps);

}  // namespace izh
