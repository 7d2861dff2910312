// core/sweep/protocol_strength.hpp: the strength-duration curve for the step of a protocol.
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "core/schema/text.hpp"
#include "core/sweep/protocol.hpp"

namespace izh {

/// A strength-duration curve under a protocol.
struct ProtocolStrength {
  std::vector<double> duration, current, above;  // ms, pA, pA: as in StrengthDuration
  std::optional<double> rheobase;                // pA: of the same step, endless
  std::optional<double> chronaxie;               // ms
  std::string reason_id;                         // why there is no rheobase, as in Sought, or empty
  Text text;                                     // the rheobase and the chronaxie in words; empty without a rheobase
  Text none;                                     // why no length has a threshold, where none has
};

template <>
inline constexpr auto fields<ProtocolStrength> = std::tuple{
    samples(&ProtocolStrength::duration, "duration", "ms", "Length of the step."),
    samples(&ProtocolStrength::current, "current", "pA", "Smallest amplitude with a spike at the onset or later."),
    samples(&ProtocolStrength::above, "above", "pA", "An amplitude of few digits just above, for a run that shows it."),
    result(&ProtocolStrength::rheobase, "rheobase", "pA", "Of a step without end."),
    result(&ProtocolStrength::chronaxie, "chronaxie", "ms",
           "Length at which twice the rheobase is just enough; none if unknown, or none so short can be run."),
    words(&ProtocolStrength::reason_id, "reason_id", "Why there is none, or nothing."),
    said(&ProtocolStrength::text, "text", "The rheobase and the chronaxie in words."),
    said(&ProtocolStrength::none, "none", "Why no length has a threshold, where none has."),
};

/// What a strength-duration curve says.
namespace strength_texts {

inline constexpr auto rheobase = slot::located("rheobase", "pA");

// By how it was asked: of a run that ends in its own fixed steps, by the exact method, or from rest.
inline constexpr Says of_run{"strength.of_run", rheobase};
inline constexpr Says of_run_in_steps{"strength.of_run_in_steps", rheobase};
inline constexpr Says from_rest{"strength.from_rest", rheobase};
inline constexpr Says chronaxie{"strength.chronaxie", slot::measured("chronaxie", "ms")};
inline constexpr Says counts{"strength.counts"};                        // which spike counts: however late,
inline constexpr Says counts_before_end{"strength.counts_before_end"};  // or before the end of the run
inline constexpr Says none{"strength.none", slot::text("why")};

inline constexpr std::tuple all{of_run, of_run_in_steps, from_rest, chronaxie, counts, counts_before_end, none};

}  // namespace strength_texts

/// The threshold `first` of `protocol_thresholds` against the length of the step, `durations` [ms, > 0, ascending], by
/// the run's own method; with the rheobase of an endless step, and the length at which twice the rheobase is just
/// enough. With fixed steps the run is the one that `strength_run` shows, and its spike must come before its end (a
/// step of current that falls between two grid points has no effect and no threshold). A length is left out if no
/// current is strong enough for it, or after 2e6 solver steps.
ProtocolStrength protocol_strength(const Experiment& experiment, const Protocol& protocol,
                                   const std::vector<double>& durations);

/// Only the thresholds, for a curve computed in portions, given the `rheobase` [pA].
ProtocolStrength protocol_step_thresholds(const Experiment& experiment, const Protocol& protocol,
                                          const std::vector<double>& durations, double rheobase);

/// `experiment` under a protocol, with the step shortened or extended to `length` [ms], above 0, at `amplitude` [pA];
/// it lasts until its spike comes, but is never shorter than it was.
Experiment strength_run(const Experiment& experiment, const Protocol& protocol, double amplitude, double length);

}  // namespace izh
