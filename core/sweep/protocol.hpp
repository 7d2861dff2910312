// core/sweep/protocol.hpp: the run of which thresholds and f-I curves are asked: the one on show, or a step from rest.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/model/experiment.hpp"
#include "core/model/recording.hpp"

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

inline constexpr double longest_run = 1e5;                  // ms
inline constexpr hard valid_amplitude{-1e6, 1e6};           // pA
inline constexpr hard valid_run_length{1e-3, longest_run};  // ms, of a run or of a step

/// `experiment` under a protocol, with the step at `amplitude` [pA], for `duration` [ms]. From rest the step begins
/// after 100 ms, in which nothing happens. Throws std::invalid_argument when a number is not finite, the duration not
/// above 0, or the place of the stimulus is none.
Experiment protocol_run(const Experiment& experiment, const Protocol& protocol, double amplitude, double duration);

/// An experiment under a protocol: the run that is asked, in which one step is varied. From rest, that is another run.
struct UnderProtocol {
  /// Throws as `protocol_setting` does.
  UnderProtocol(const Experiment& experiment, const Protocol& protocol);

  /// The run with the step at an amplitude [pA], for a duration [ms].
  Experiment at(double amplitude, double duration) const;

  /// The same with the step shortened or drawn out to `length` [ms], or without end; the run is not made shorter. A
  /// step that began before the run is as long from the run's start on as one that begins there.
  Experiment of_length(double amplitude, std::optional<double> length) const;

  /// The state at the onset; none where the run stops before.
  std::optional<State> start() const;

  /// Whether the run takes no fixed steps.
  bool exact() const;

  /// Whether the other currents stay as they are at the onset.
  bool others_stay() const;

  /// Whether the step is all there is from the onset on, and lasts: then it is a matter of one steady current.
  bool alone() const;

  ProtocolSetting setting;
  Experiment run;
  std::size_t step = 0;          // the place of the step in the run's list
  double onset = 0;              // ms: when it begins in the run
  std::vector<Stimulus> others;  // the list without it
};

/// The spikes of `run` and how it ended, without samples, within 2e5 solver steps, or 2e6 fixed ones.
Recording recorded(const Experiment& run);

/// The spikes that come at `onset` [ms] or later.
std::vector<double> spikes_from(const Recording& recording, double onset);

}  // namespace izh
