// core/sweep/protocol_strength.hpp: strength against duration: how strong the step of a protocol must be, the shorter
// it is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/sweep/protocol.hpp"

namespace izh {

/// Strength against duration under a protocol.
struct ProtocolStrength {
  std::vector<double> duration, current, above;  // ms, pA, pA: as in StrengthDuration
  std::optional<double> rheobase;                // pA: of the same step without end
  std::optional<double> chronaxie;               // ms
  std::string reason_id;                         // why there is none, as in Sought, or empty
};

template <>
inline constexpr auto fields<ProtocolStrength> = std::tuple{
    samples(&ProtocolStrength::duration, "duration", "ms", "Length of the step."),
    samples(&ProtocolStrength::current, "current", "pA", "Smallest amplitude with a spike at the onset or later."),
    samples(&ProtocolStrength::above, "above", "pA", "An amplitude of few digits just above, for a run that shows it."),
    result(&ProtocolStrength::rheobase, "rheobase", "pA", "Of a step without end."),
    result(&ProtocolStrength::chronaxie, "chronaxie", "ms", "Length at which twice the rheobase is just enough."),
    words(&ProtocolStrength::reason_id, "reason_id", "Why there is none, or nothing."),
};

/// The `first` of `protocol_thresholds` against the length of its step, `durations` [ms, > 0, ascending], by the run's
/// own method: in fixed steps of the run as `strength_run` shows it, whose spike must come before its end (a step that
/// falls between two of its steps never counts, and has no threshold); with the rheobase of a step without end and the
/// length at which twice that is just enough. Where no current is strong enough, or 2e6 solver steps have been taken, a
/// length is left out.
ProtocolStrength protocol_strength(const Experiment& experiment, const Protocol& protocol,
                                   const std::vector<double>& durations);

/// The same thresholds alone, for a curve that comes in portions: where the `rheobase` [pA] is known.
ProtocolStrength protocol_step_thresholds(const Experiment& experiment, const Protocol& protocol,
                                          const std::vector<double>& durations, double rheobase);

/// `experiment` under a protocol with the step shortened or drawn out to `length` [ms], above 0, at `amplitude` [pA],
/// for as long as its spike takes to come, but never shorter than it is.
Experiment strength_run(const Experiment& experiment, const Protocol& protocol, double amplitude, double length);

}  // namespace izh
