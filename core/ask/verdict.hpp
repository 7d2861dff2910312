// core/ask/verdict.hpp: why this run of this cell fires as it does: one sentence, with the numbers that it compares.
#pragma once

#include <optional>
#include <tuple>
#include <vector>

#include "core/ask/verdict_place.hpp"
#include "core/model/experiment.hpp"
#include "core/model/recording.hpp"
#include "core/schema/field.hpp"
#include "core/schema/text.hpp"
#include "core/sweep/protocol_thresholds.hpp"
#include "core/train/pattern.hpp"
#include "core/train/spikes.hpp"

namespace izh {

/// Why a run fires as it does.
struct RunVerdict {
  VerdictKind kind = VerdictKind::silent;
  Text text;             // the whole
  Text neutral;          // the same without any threshold or distance from one
  double reveals = 0.0;  // 1: `text` has a threshold that `neutral` has not
  double pending = 0.0;  // 1: thresholds would add a comparison; see `asks`
  // What is compared, exactly: a current and the threshold or thresholds beside it, or v or u of the
  // start and what bounds it. In
  // the text they are rounded by `compared`.
  std::optional<double> compared, first, second;
  // The protocol that finds the missing thresholds: of the step with this index; none: from rest.
  std::optional<double> asks;
  VerdictPlace place;
  // The four numbers beside it; none where there is none.
  double spikes = 0.0;                          // of the run
  std::optional<double> after, last_isi, rate;  // ms since the onset of the current, ms, Hz
  // ms: how long the run must be to show a first spike that comes after its end (see `room_for`); none where there is
  // a spike, where none is known to come, or where the longest run misses it.
  std::optional<double> long_enough;
};

template <>
inline constexpr auto fields<RunVerdict> = std::tuple{
    choice(&RunVerdict::kind, "kind", "What the run comes to."),
    said(&RunVerdict::text, "text", "Why it fires as it does."),
    said(&RunVerdict::neutral, "neutral", "The same without any threshold."),
    result(&RunVerdict::reveals, "reveals", "", "1 where the text gives a threshold away."),
    result(&RunVerdict::pending, "pending", "", "1 where thresholds would add a comparison."),
    result(&RunVerdict::compared, "compared", "",
           "What is compared: a current [pA], or v [mV] or u [pA] of the start."),
    result(&RunVerdict::first, "first", "", "With which threshold, in the same unit."),
    result(&RunVerdict::second, "second", "", "And with which second one."),
    result(&RunVerdict::asks, "asks", "", "The step whose thresholds are missing; none: those from rest."),
    part(&RunVerdict::place, "place", "The place in the plane that shows it."),
    result(&RunVerdict::spikes, "spikes", "", "Spikes of the run."),
    result(&RunVerdict::after, "after", "ms", "From the onset of the current to the first spike."),
    result(&RunVerdict::last_isi, "last_isi", "ms", "Last interval."),
    result(&RunVerdict::rate, "rate", "Hz", "Steady rate."),
    result(&RunVerdict::long_enough, "long_enough", "ms",
           "How long the run must be to show a first spike after its end."),
};

/// The verdict on a run of `experiment` with `spikes` [ms, ascending] and u just after each, `reset_u` [pA], that ended
/// as `ended` says, without any search for a threshold: at most a few thousand solver steps. Where the cell has b <= 0
/// and is held at rest at the onset, the threshold is I_SN in closed form and is compared at once. Else `pending` says
/// that `compared_verdict` would say more, given the `protocol_thresholds` of the step `asks`. What is said of the time
/// after the run ("however long") follows from its last state (see `Passages`), and is not said of fixed steps. Throws
/// std::invalid_argument as `run_pattern` does.
RunVerdict run_verdict(const Experiment& experiment, const std::vector<double>& spikes,
                       const std::vector<double>& reset_u, const Ended& ended);

/// The same with the thresholds found: of the step `asks`, or from rest. A comparison that the run contradicts (a
/// search may miss a narrow range of currents) is left out. Thresholds under another protocol are ignored.
RunVerdict compared_verdict(const Experiment& experiment, const std::vector<double>& spikes,
                            const std::vector<double>& reset_u, const Ended& ended,
                            const ProtocolThresholds& thresholds);

/// The same for whoever has the pattern and the measures of the run already. `thresholds`: null without.
RunVerdict verdict_of(const Experiment& experiment, const std::vector<double>& spikes,
                      const std::vector<double>& reset_u, const Ended& ended, const Pattern& pattern,
                      const Measures& measures, const ProtocolThresholds* thresholds);

}  // namespace izh
