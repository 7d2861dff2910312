// core/train/no_rate.hpp: why a train has no rate.
#pragma once

#include <cstddef>
#include <optional>
#include <tuple>

#include "core/schema/text.hpp"

namespace izh {

/// Why there is no rate. Some reasons come with a number: `silent`, for how long [ms];
/// `few_intervals`, how many there are; `few_alike`, how many at the end are alike; `still_changing`, the relative
/// change of the interval [%] or, if the last two are the same to 0.5 %, that of the mean of a quarter of the settled
/// ones.
enum class NoRate {
  none,             // there is one
  no_spike,         // none in this stretch
  one_spike,        // no interval
  one_interval,     // nothing to compare it with
  few_intervals,    // fewer than three
  few_alike,        // the last ones agree, but fewer than three
  silent,           // the train ended before the stretch did
  still_changing,   // the intervals still grow, or shrink
  irregular,        // neither alike nor in a cycle
  current_changes,  // the current is never steady, or not at the end
  runs_away,        // the intervals shrink without bound
  out_of_budget,    // the run was not followed to its end
  diverged          // the numbers blew up
};

inline const char* names(NoRate reason) {
  constexpr const char* all[] = {"",          "no spike",      "one spike",      "one interval", "few intervals",
                                 "few alike", "silent",        "still changing", "irregular",    "current changes",
                                 "runs away", "out of budget", "diverged"};
  return all[static_cast<std::size_t>(reason)];
}

/// What stands in the place of a rate.
namespace no_rate_texts {

inline constexpr Says no_spike{"no_rate.no_spike"};
inline constexpr Says one_spike{"no_rate.one_spike"};
inline constexpr Says one_interval{"no_rate.one_interval"};
inline constexpr Says few_intervals{"no_rate.few_intervals", slot::count("intervals")};
inline constexpr Says few_alike{"no_rate.few_alike", slot::count("intervals")};
inline constexpr Says silent{"no_rate.silent", slot::measured("time", "ms")};
inline constexpr Says still_changing{"no_rate.still_changing", slot::measured("by", "%")};
inline constexpr Says irregular{"no_rate.irregular"};
inline constexpr Says current_changes{"no_rate.current_changes"};
inline constexpr Says runs_away{"no_rate.runs_away"};
inline constexpr Says out_of_budget{"no_rate.out_of_budget"};
inline constexpr Says diverged{"no_rate.diverged"};

inline constexpr std::tuple all{no_spike,       one_spike, one_interval,    few_intervals, few_alike,     silent,
                                still_changing, irregular, current_changes, runs_away,     out_of_budget, diverged};

}  // namespace no_rate_texts

/// `reason` with its `number` in words; empty if there is a rate.
Text no_rate_text(NoRate reason, std::optional<double> number);

}  // namespace izh
