// core/sweep/sought.hpp: an amplitude found under a protocol, and a run that shows it.
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
  std::optional<double> total;      // pA: with the other currents, if they are steady from the onset on
  // Why there is none: "without" (it happens at amplitude 0), "none_below" (at none tried up to 1e5 pA), "undecided",
  // "runs_away" (the train runs away instead), "no_rest", "not_reached" (the run stops before the onset), "changes"
  // (see ProtocolSetting), or empty.
  std::string reason_id;
  // pA, ms: an amplitude of few digits above it, and how long a run must be to show it: just above if the spikes then
  // come within the longest run, else as far above as it takes.
  std::optional<double> shown, duration;
  std::optional<double> runs_away_from;  // pA: the smallest amplitude of "runs_away"
  bool far = false;                      // `shown` lies far above the amplitude; does not cross the border
  double certain = 1.0;  // 0: trains near it lasted 2000 spikes without an end or a cycle, see `outcome`
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

/// How long [ms] a run must last so that what happens at `time` [ms, above 0] is well within it: a tenth more, rounded
/// up to two digits; `longest_run` where that would be longer.
double room_for(double time);

/// What a search found, without a run to show it yet.
Sought sought(const Smallest& found);
Sought sought(const Threshold& found);

/// Whether `start`, the state at the onset, is a fixed point that does not hold, so that there is no threshold.
bool no_rest(const UnderProtocol& asked, const State& start);

/// The rheobase of a step that is `alone`, from `start`, the state at the onset.
Rheobase rheobase_of(const UnderProtocol& asked, const State& start);

/// Chooses an amplitude just above the one found, and below `next` if given, at which a run does what is claimed and
/// shows `count` spikes; and how long that run must be, at least its own duration. The amplitude has few digits if such
/// a one `does` it, and lies farther above if its spikes would come later than any run lasts.
void show(Sought& found, std::optional<double> next, std::size_t count, const UnderProtocol& asked,
          const Happens& does);

/// How long [ms] the run `longest` must last, at least `own` [ms], to show its `count`th spike from `onset` [ms] on;
/// with several spikes, long enough not to end in a pause between bursts that looks like the end of firing. None if
/// that spike does not come. Deducts the steps taken from `steps`.
std::optional<double> shown_by(const Experiment& longest, double onset, std::size_t count, double own, double& steps);

}  // namespace izh
