// core/sweep/protocol.hpp: the run used for thresholds and f-I curves: the one on show, or a step from rest.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "core/model/experiment.hpp"
#include "core/model/recording.hpp"
#include "core/schema/text.hpp"

namespace izh {

enum class ProtocolOf { run, rest };

inline const char* names(ProtocolOf of) {
  constexpr const char* all[] = {"this run", "from rest"};
  return all[static_cast<std::size_t>(of)];
}
template <>
inline constexpr std::size_t choices<ProtocolOf> = 2;

/// What is varied. "this run": the amplitude of one step of an experiment; everything else is kept (the initial state
/// and what happens before the step, the length of the step, the other stimuli, the method). "from rest": an endless
/// step, alone, from rest, by the exact method.
struct Protocol {
  ProtocolOf of = ProtocolOf::run;
  std::optional<double> stimulus;  // index of the step in the list; none, or beyond its end: the first step
};

template <>
inline constexpr auto fields<Protocol> = std::tuple{
    choice(&Protocol::of, "of", "The run on show, or a step without end from rest."),
    number(&Protocol::stimulus, "stimulus", "", hard{0, 1e4}, usual{0, 10},
           "Which stimulus is varied; none: the first step."),
};

/// Why a run cannot be used: there is no stimulus, a ramp is selected, or the step is never on during the run.
enum class Refused { no, no_stimulus, no_step, outside };

inline const char* names(Refused why) {
  constexpr const char* all[] = {"", "no_stimulus", "no_step", "outside"};
  return all[static_cast<std::size_t>(why)];
}
template <>
inline constexpr std::size_t choices<Refused> = 4;

/// What changes after the onset, so that lasting firing is not defined.
enum class Changes { nothing, step_ends, others_change, fixed_steps };

inline const char* names(Changes what) {
  constexpr const char* all[] = {"", "step_ends", "others_change", "fixed_steps"};
  return all[static_cast<std::size_t>(what)];
}
template <>
inline constexpr std::size_t choices<Changes> = 4;

/// How thresholds are found.
enum class Method { exact, fixed_steps };

inline const char* names(Method method) {
  constexpr const char* all[] = {"exact", "fixed steps"};
  return all[static_cast<std::size_t>(method)];
}
template <>
inline constexpr std::size_t choices<Method> = 2;

/// What a protocol means for one experiment.
struct ProtocolSetting {
  ProtocolOf of = ProtocolOf::run;  // the one in force: "from rest" if the run cannot be used
  std::optional<double> stimulus;   // index of the selected one; none: there is no stimulus
  Refused refused = Refused::no;
  double onset = 0.0;         // ms: when the step begins; 0 if before the run
  std::optional<double> end;  // ms: when it ends; none: never
  double background = 0.0;    // pA: the sum of the other currents at the onset
  Changes changes = Changes::nothing;
  std::optional<double> changes_at;  // ms: the first such change
  Method method = Method::exact;     // fixed steps: the run's own; its spike must then come before its end
  Text text;                         // what is asked, in full
  Text no_lasting;                   // why lasting firing is not asked; empty where it is
  Text steady_rate;                  // what its steady rate is, or why it has none
};

template <>
inline constexpr auto fields<ProtocolSetting> = std::tuple{
    choice(&ProtocolSetting::of, "of", "The protocol in force."),
    result(&ProtocolSetting::stimulus, "stimulus", "", "The place of the selected stimulus."),
    choice(&ProtocolSetting::refused, "refused", "Why the run cannot be asked, or nothing."),
    result(&ProtocolSetting::onset, "onset", "ms", "When the step begins."),
    result(&ProtocolSetting::end, "end", "ms", "When the step ends; none: without end."),
    result(&ProtocolSetting::background, "background", "pA", "The other currents at the onset."),
    choice(&ProtocolSetting::changes, "changes", "Why there is no firing that could last, or nothing."),
    result(&ProtocolSetting::changes_at, "changes_at", "ms", "When something changes after the onset."),
    choice(&ProtocolSetting::method, "method", "How thresholds are found."),
    said(&ProtocolSetting::text, "text", "What is asked, in full."),
    said(&ProtocolSetting::no_lasting, "no_lasting", "Why lasting firing is not asked, or nothing."),
    said(&ProtocolSetting::steady_rate, "steady_rate", "What its steady rate is, or why it has none."),
};

/// What a protocol asks.
namespace asked_texts {

inline constexpr Says rest{"asked.rest"};
// The run on show with the amplitude of one step varied; the step is held to its end or for good.
inline constexpr Says run{"asked.run", slot::text("step"), slot::chosen("onset", "ms"), slot::text("until")};
inline constexpr Says its_step{"asked.its_step"};
inline constexpr Says step_number{"asked.step_number", slot::count("number")};
inline constexpr Says until{"asked.until", slot::chosen("end", "ms")};
inline constexpr Says for_good{"asked.for_good"};
inline constexpr Says others{"asked.others", slot::chosen("background", "pA")};
// Why the run on show cannot be asked.
inline constexpr Says no_stimulus{"asked.no_stimulus"};
inline constexpr Says no_step{"asked.no_step"};
inline constexpr Says outside{"asked.outside"};
// Why lasting firing and a steady rate are not asked.
inline constexpr Says step_ends{"asked.step_ends", slot::chosen("at", "ms")};
inline constexpr Says others_change{"asked.others_change", slot::chosen("at", "ms")};
inline constexpr Says fixed_steps{"asked.fixed_steps"};
inline constexpr Says steady_rate{"asked.steady_rate"};
inline constexpr Says no_steady_rate{"asked.no_steady_rate", slot::text("why")};

inline constexpr std::tuple all{rest,          run,       its_step,    step_number, until,
                                for_good,      others,    no_stimulus, no_step,     outside,
                                others_change, step_ends, fixed_steps, steady_rate, no_steady_rate};

}  // namespace asked_texts

/// What `protocol` means for `experiment`; nothing is simulated. Throws std::invalid_argument when the index of the
/// stimulus is not a whole number from 0 on.
ProtocolSetting protocol_setting(const Experiment& experiment, const Protocol& protocol);

inline constexpr double longest_run = 1e5;                  // ms
inline constexpr hard valid_amplitude{-1e6, 1e6};           // pA
inline constexpr hard valid_run_length{1e-3, longest_run};  // ms, of a run or of a step

/// `experiment` under a protocol, with the step at `amplitude` [pA], for `duration` [ms]. From rest the step begins
/// after 100 ms without current. Throws std::invalid_argument when a number is not finite, the duration is not above 0,
/// or the index of the stimulus is not valid.
Experiment protocol_run(const Experiment& experiment, const Protocol& protocol, double amplitude, double duration);

/// An experiment under a protocol: the run in which one step is varied. From rest it is a run of its own.
struct UnderProtocol {
  /// Throws as `protocol_setting` does.
  UnderProtocol(const Experiment& experiment, const Protocol& protocol);

  /// The run with the step at `amplitude` [pA], lasting `duration` [ms].
  Experiment at(double amplitude, double duration) const;

  /// The same with the step shortened or extended to `length` [ms], or endless; the run is never shortened. If the step
  /// began before the run, its length counts from the start of the run.
  Experiment of_length(double amplitude, std::optional<double> length) const;

  /// The state at the onset; none if the run stops before it.
  std::optional<State> start() const;

  /// Whether the run uses the exact method.
  bool exact() const;

  /// Whether the other currents stay as they are at the onset.
  bool others_stay() const;

  /// Whether, from the onset on, there is only the step, and it does not end: the current is then steady.
  bool alone() const;

  ProtocolSetting setting;
  Experiment run;
  std::size_t step = 0;          // index of the step in the run's list
  double onset = 0;              // ms: when it begins in the run
  std::vector<Stimulus> others;  // the list without it
};

/// The spikes of `run` and how it ended, without samples, in at most 2e5 solver steps, or 2e6 fixed ones.
Recording recorded(const Experiment& run);

/// The spike times [ms] from `onset` [ms] on.
std::vector<double> spikes_from(const Recording& recording, double onset);

}  // namespace izh
