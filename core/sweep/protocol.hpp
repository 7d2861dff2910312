// core/sweep/protocol.hpp: of which run thresholds and f-I curves are asked: the one on show, or a step from rest.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/model/experiment.hpp"
#include "core/sweep/fi_curve.hpp"
#include "core/sweep/thresholds.hpp"

namespace izh {

enum class ProtocolOf { run, rest };

inline const char* names(ProtocolOf of) {
  constexpr const char* all[] = {"this run", "from rest"};
  return all[static_cast<std::size_t>(of)];
}
template <>
inline constexpr std::size_t choices<ProtocolOf> = 2;

/// What is varied. "this run": the amplitude of one step of an experiment, all else of which is kept: how it starts and
/// what happens before the step, how long the step lasts, the other stimuli, the method. "from rest": a step without
/// end, alone, from rest, by the exact method.
struct Protocol {
  ProtocolOf of = ProtocolOf::run;
  std::optional<double> stimulus;  // the place of the step in the list, from 0; none, or beyond its end: the first step
};

template <>
inline constexpr auto fields<Protocol> = std::tuple{
    choice(&Protocol::of, "of", "The run on show, or a step without end from rest."),
    number(&Protocol::stimulus, "stimulus", "", hard{0, 1e4}, usual{0, 10}, "Which stimulus is varied.", "",
           "the first step"),
};

/// What a protocol means for one experiment.
struct ProtocolSetting {
  ProtocolOf of = ProtocolOf::run;  // the one in force: "from rest" where the run is refused
  std::optional<double> stimulus;   // the place of the one that is selected; none: there is no stimulus
  // Why the run cannot be asked: "no_stimulus", "no_step" (a ramp is selected), "outside" (the step is on at no time
  // of the run); empty where it can.
  std::string refused;
  double onset = 0.0;         // ms: when the step begins, or 0 where it has begun before the run
  std::optional<double> end;  // ms: when it ends; none: without end
  double background = 0.0;    // pA: the other currents at the onset, together
  // Why there is no firing that could last: "step_ends", "others_change" or "fixed_steps"; empty where from the onset
  // on nothing changes.
  std::string changes;
  std::optional<double> changes_at;  // ms: when that happens first
  std::string method = "exact";      // or "fixed steps": those of the run, of which a spike must come before its end
};

template <>
inline constexpr auto fields<ProtocolSetting> = std::tuple{
    choice(&ProtocolSetting::of, "of", "The protocol in force."),
    result(&ProtocolSetting::stimulus, "stimulus", "", "The place of the selected stimulus."),
    words(&ProtocolSetting::refused, "refused", "Why the run cannot be asked, or nothing."),
    result(&ProtocolSetting::onset, "onset", "ms", "When the step begins."),
    result(&ProtocolSetting::end, "end", "ms", "When the step ends; none: without end."),
    result(&ProtocolSetting::background, "background", "pA", "The other currents at the onset."),
    words(&ProtocolSetting::changes, "changes", "Why there is no firing that could last, or nothing."),
    result(&ProtocolSetting::changes_at, "changes_at", "ms", "When something changes after the onset."),
    words(&ProtocolSetting::method, "method", "By which thresholds are found: stable name."),
};

/// What `protocol` means for `experiment`; nothing is run. Throws std::invalid_argument when the place of the stimulus
/// is no whole number from 0 on.
ProtocolSetting protocol_setting(const Experiment& experiment, const Protocol& protocol);

/// `experiment` under a protocol, with the step at `amplitude` [pA], for `duration` [ms]. From rest the step begins
/// after 100 ms, in which nothing happens. Throws std::invalid_argument when a number is not finite, the duration not
/// above 0, or the place of the stimulus is none.
Experiment protocol_run(const Experiment& experiment, const Protocol& protocol, double amplitude, double duration);

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

struct ProtocolThresholds {
  ProtocolSetting setting;
  std::optional<double> v, u;    // mV, pA: the state at the onset
  Sought first;                  // a spike at the onset or later, however late
  Sought lasting;                // firing that goes on
  std::optional<double> within;  // pA: with a spike before the end of the run on show, where that takes more
  double saddle_node = 0.0;      // pA: I_SN, to compare
};

template <>
inline constexpr auto fields<ProtocolThresholds> = std::tuple{
    part(&ProtocolThresholds::setting, "setting", "What the protocol means."),
    result(&ProtocolThresholds::v, "v", "mV", "Membrane potential at the onset."),
    result(&ProtocolThresholds::u, "u", "pA", "Recovery current at the onset."),
    part(&ProtocolThresholds::first, "first", "Smallest amplitude with a spike."),
    part(&ProtocolThresholds::lasting, "lasting", "Smallest amplitude with lasting firing."),
    result(&ProtocolThresholds::within, "within", "pA", "Smallest amplitude with a spike before the run's end."),
    result(&ProtocolThresholds::saddle_node, "saddle_node", "pA", "The saddle-node current, to compare."),
};

/// The smallest amplitudes, from 0 to 1e5 pA, of the step of a protocol. `first`: a spike comes at its onset or later,
/// also after its end and also after the end of the run, as what a step or a ramp is lasts on; spikes before the onset
/// do not count. `lasting`: firing goes on (see `outcome`), where nothing changes after the onset. By the exact method
/// to 1e-6 pA, found as in `rheobase`; a run in fixed steps is asked itself, so there a spike must come before its end,
/// and the threshold is the one next to that of the exact method.
/// What is `shown` has been run, and does it, within `duration`, which is that of the experiment where that is enough.
/// Throws as `protocol_setting` does, and when the cell is not valid.
ProtocolThresholds protocol_thresholds(const Experiment& experiment, const Protocol& protocol);

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

/// The rates under a protocol, for each of `amplitudes` [pA]. Where nothing changes after the onset they are those of
/// `fi_curve` from the state at the onset, with the other currents added and each held for what is left of the run
/// (from rest: for `hold` [ms]). Elsewhere they are what the run itself does from its onset on, by its own method:
/// the rates by count and of the last interval while the step is on, which is `hold`; `latency` from the onset,
/// `followed` from there to the run's end; no cycle and no steady rate; `silent` 1 where no spike comes. Throws
/// as `protocol_setting` and `fi_curve` do.
FiCurve protocol_curve(const Experiment& experiment, const Protocol& protocol, const std::vector<double>& amplitudes,
                       double hold);

/// The experiment about a steady current that a protocol amounts to, for what is asked of one: the cell from the state
/// at the onset where nothing changes after it, else from rest.
Experiment steady_protocol(const Experiment& experiment, const Protocol& protocol);

}  // namespace izh
