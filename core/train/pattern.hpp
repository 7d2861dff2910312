// core/train/pattern.hpp: names the firing pattern of a spike train, by a rule that is shown.
#pragma once

#include <optional>
#include <tuple>
#include <vector>

#include "core/model/experiment.hpp"
#include "core/model/recording.hpp"
#include "core/model/stimulus.hpp"
#include "core/schema/field.hpp"
#include "core/schema/text.hpp"
#include "core/train/form.hpp"

namespace izh {

/// The name of a train's pattern, and why. Members that mean nothing for its kind are empty.
struct Pattern {
  PatternKind kind = PatternKind::silent;
  std::optional<double> limit;       // ms: intervals below it lie within a burst or group; none: one sort
  std::optional<double> separation;  // shortest long interval over longest short one
  std::optional<double> burst_spikes_low, burst_spikes_high;  // spikes per burst, of the steady part
  std::optional<double> gap_low, gap_high;                    // ms: inter-burst intervals, last spike to first
  std::optional<double> onset_spikes;                         // spikes of the onset burst
  std::optional<double> first_isi, last_isi;                  // ms
  std::optional<double> cv;                                   // of the steady intervals (population)
  std::vector<double> burst_first, burst_last;                // indices into the spikes: first and last of each burst
  Text text;                                                  // what it does: pattern_text.hpp, and the texts below
  Text rule;                                                  // why: pattern_rule.hpp, and the texts below
};

template <>
inline constexpr auto fields<Pattern> = std::tuple{
    choice(&Pattern::kind, "kind", "The pattern."),
    result(&Pattern::limit, "limit", "ms", "Intervals below it lie within a burst or group."),
    result(&Pattern::separation, "separation", "", "Shortest long interval over longest short one."),
    result(&Pattern::burst_spikes_low, "burst_spikes_low", "", "Fewest spikes per burst."),
    result(&Pattern::burst_spikes_high, "burst_spikes_high", "", "Most spikes per burst."),
    result(&Pattern::gap_low, "gap_low", "ms", "Shortest interval between bursts."),
    result(&Pattern::gap_high, "gap_high", "ms", "Longest interval between bursts."),
    result(&Pattern::onset_spikes, "onset_spikes", "", "Spikes of the burst at the onset."),
    result(&Pattern::first_isi, "first_isi", "ms", "First interval."),
    result(&Pattern::last_isi, "last_isi", "ms", "Last interval."),
    result(&Pattern::cv, "cv", "", "Coefficient of variation of the steady intervals."),
    samples(&Pattern::burst_first, "burst_first", "", "Index of the first spike of each burst."),
    samples(&Pattern::burst_last, "burst_last", "", "Index of the last spike of each burst."),
    said(&Pattern::text, "text", "The pattern in words, with its numbers."),
    said(&Pattern::rule, "rule", "The rule that gave it, with its numbers."),
};

/// Texts for trains without a form, and for the window in which a train was examined.
namespace pattern_texts {

inline constexpr Says silent{"pattern.silent"};
inline constexpr Says silent_meanwhile{"pattern.silent_meanwhile"};  // there are spikes before or after the stimulus
inline constexpr Says single{"pattern.single"};
inline constexpr Says single_meanwhile{"pattern.single_meanwhile"};
inline constexpr Says coincide{"pattern.coincide"};
// Runaway: the intervals shrink, or are already as short as the solver's step.
inline constexpr Says shrink_without_end{"pattern.shrink_without_end", slot::measured("from", "ms"),
                                         slot::measured("to", "ms")};
inline constexpr Says u_falls{"pattern.u_falls", slot::measured("interval", "ms")};
// The window, and the spikes outside it.
inline constexpr Says stretch{"pattern.stretch", slot::measured("from", "ms"), slot::measured("to", "ms")};
inline constexpr Says current_changes{"pattern.current_changes"};
inline constexpr Says before_stretch{"pattern.before_stretch", slot::count("spikes")};
inline constexpr Says after_stretch{"pattern.after_stretch", slot::count("spikes")};
inline constexpr Says before_stimulus{"pattern.before_stimulus", slot::count("spikes")};
inline constexpr Says after_stimulus{"pattern.after_stimulus", slot::count("spikes")};
inline constexpr Says stopped{"pattern.stopped", slot::measured("time", "ms")};

inline constexpr std::tuple of_window{
    silent,  silent_meanwhile, single,         single_meanwhile, coincide,        shrink_without_end, u_falls,
    stretch, current_changes,  before_stretch, after_stretch,    before_stimulus, after_stimulus,     stopped};

}  // namespace pattern_texts

/// Why a train without a form has the name it has.
namespace rule_texts {

inline constexpr Says none_in_stretch{"rule.none_in_stretch"};
inline constexpr Says none_in_stimulus{"rule.none_in_stimulus"};
inline constexpr Says none_in_run{"rule.none_in_run"};
inline constexpr Says one_in_stretch{"rule.one_in_stretch"};
inline constexpr Says one_in_stimulus{"rule.one_in_stimulus"};
inline constexpr Says one_in_run{"rule.one_in_run"};
inline constexpr Says coincide{"rule.coincide", slot::measured("interval", "ms")};
inline constexpr Says too_fast{"rule.too_fast", slot::count("spikes")};
inline constexpr Says u_falls{"rule.u_falls", slot::measured("u", "pA"), slot::chosen("takes", "pA"),
                              slot::measured("gives", "pA")};

inline constexpr std::tuple of_window{none_in_stretch, none_in_stimulus, none_in_run, one_in_stretch, one_in_stimulus,
                                      one_in_run,      coincide,         too_fast,    u_falls};

}  // namespace rule_texts

/// The pattern of `spikes` [ms, ascending] within `window` (the time while the stimulus is on), of a run that ended as
/// `ended` says. The unseen rest of a run that stopped early is not silence, so the window ends where the run stopped,
/// and the text says so. The text also counts the spikes outside the window. The rule is that of form.hpp and
/// intervals.hpp; `rule` writes it out. Throws std::invalid_argument as `measures` does.
Pattern pattern(const std::vector<double>& spikes, const Span& window, const Ended& ended = {});

/// The pattern of a run of `experiment` with `spikes` [ms, ascending] and u just after each, `reset_u` [pA], that ended
/// as `ended` says: judged by the stretch of stretch.hpp, as in `run_measures`, so that the two agree on silence and on
/// the steady rate. The text names the stretch if it is not the whole stimulus, and says so if the current changes
/// within it. A train that runs away is called that whether or not the run was stopped. Throws std::invalid_argument as
/// `run_measures` does.
Pattern run_pattern(const Experiment& experiment, const std::vector<double>& spikes, const std::vector<double>& reset_u,
                    const Ended& ended);

}  // namespace izh
