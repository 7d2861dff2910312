// core/sweep/thresholds.hpp: the currents at which firing begins, found by simulating the cell: rheobase and
// strength-duration curve.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/experiment.hpp"

namespace izh {

/// A current found by search, or the reason why there is none.
struct Threshold {
  std::optional<double> current;  // pA: the smallest that does it, to 1e-6
  // "fires_at_rest", "no_rest", "none_below", "undecided", "runs_away", "step_ends"; or empty
  std::string reason_id;
  std::optional<double> runs_away_from;  // pA: of the reason "runs_away"
};

template <>
inline constexpr auto fields<Threshold> = std::tuple{
    result(&Threshold::current, "current", "pA", "The smallest current that does it."),
    words(&Threshold::reason_id, "reason_id", "Stable name of the reason why there is none."),
    result(&Threshold::runs_away_from, "runs_away_from", "pA", "Smallest current with which the train runs away."),
};

/// The step to search with.
struct Search {
  std::optional<double> duration;  // ms, of the step; none: an endless step
};

template <>
inline constexpr auto fields<Search> = std::tuple{
    number(&Search::duration, "duration", "ms", hard{1e-3, 1e5}, usual{1, 5000},
           "How long the step lasts; none: without end."),
};

struct Rheobase {
  Threshold single;          // one spike (during the step)
  Threshold lasting;         // firing that lasts; only for an endless step
  double saddle_node = 0.0;  // pA: I_SN, for comparison
  // 0: trains near `lasting` were followed for 2000 spikes without an end or a cycle, so it may lie higher
  double certain = 1.0;
  double steps = 0.0;  // solver steps taken in all; does not cross the border
};

template <>
inline constexpr auto fields<Rheobase> = std::tuple{
    part(&Rheobase::single, "single", "Smallest current with one spike."),
    part(&Rheobase::lasting, "lasting", "Smallest current with lasting firing."),
    result(&Rheobase::saddle_node, "saddle_node", "pA", "The saddle-node current, to compare."),
    result(&Rheobase::certain, "certain", "", "0: lasting firing may begin higher, as some trains may end later."),
};

/// Two thresholds, each to 1e-6 pA, within this [pA] cannot be told apart.
inline constexpr double same_threshold = 2e-6;

/// For each of `thresholds` [pA], in their order, a current at which a run shows what begins there: a hundredth above
/// it (at least 1e-3 pA), where the spike comes within the length of a run, but at most about halfway to the next
/// higher threshold, where something else begins; rounded up to few digits. Thresholds within 2e-6 pA, which two
/// searches cannot reliably tell apart, count as one. Throws std::invalid_argument when one is not finite.
std::vector<double> just_above(const std::vector<double>& thresholds);

/// `threshold` + `above` [pA], with `above` > 0, rounded up to the second digit of `above`, by at most a tenth of it.
/// Throws std::invalid_argument when they are not finite.
double little_above(double threshold, double above);

/// True when `start` is a fixed point at I = 0 that does not hold: the saddle, merged with it, or unstable. From there
/// the slightest push decides, so there is no threshold.
bool does_not_hold(const Cell& cell, const State& start);

/// The smallest currents, from 0 to 1e5 pA, of a step that begins at once in the initial state of `experiment` (only
/// its cell and initial state are used) that give one spike, and lasting firing. A coarse scan finds the lowest range
/// in which it happens, and bisection the current to 1e-6 pA (or to rounding); if one of I*, I_H and I_SN is that close
/// to the edge, it is the answer. A current that cannot be decided counts as too small; the reason is "undecided" if
/// there are only such currents, or after 3e5 solver steps for the one spike and 6e5 more for lasting firing. The scan
/// may miss a range of currents narrower than 1/128 of the range up to the loss of rest. The other reasons:
/// "fires_at_rest" if it happens without any current; "no_rest" if the cell starts at a fixed point that does not hold
/// (`does_not_hold`); "none_below" if it happens at none of the currents tried, which are the one at which rest is lost
/// and its doubles up to 1e5 pA; "runs_away" if the train does not last but runs away, from `runs_away_from` on;
/// "step_ends" for lasting firing under a step that ends.
Rheobase rheobase(const Experiment& experiment, const Search& search);

/// The lengths of the step to try, each the same multiple of the one before.
struct DurationRange {
  double from = 0.5, to = 500.0, points = 31.0;
};

template <>
inline constexpr auto fields<DurationRange> = std::tuple{
    number(&DurationRange::from, "from", "ms", hard{1e-3, 1e5}, usual{0.1, 10}, "Shortest step."),
    number(&DurationRange::to, "to", "ms", hard{1e-3, 1e5}, usual{10, 5000}, "Longest step."),
    number(&DurationRange::points, "points", "", hard{2, 2000}, usual{5, 100}, "Number of lengths."),
};

/// The lengths of a range [ms], including both ends.
std::vector<double> durations_of(const DurationRange& range);

/// The threshold of a brief step against its length.
struct StrengthDuration {
  std::vector<double> duration, current;  // ms, pA; where there is a threshold
  std::vector<double> above;              // pA: a current at which a run shows the spike, as in `just_above`
  std::optional<double> rheobase;         // pA, of an endless step
  std::optional<double> chronaxie;        // ms: the length at which twice the rheobase is just enough
  std::string reason_id;                  // why there is no rheobase, as in Threshold
  double left_out = 0.0;                  // lengths left out, as all together would take too long
};

template <>
inline constexpr auto fields<StrengthDuration> = std::tuple{
    samples(&StrengthDuration::duration, "duration", "ms", "Length of the step."),
    samples(&StrengthDuration::current, "current", "pA", "Smallest current with a spike, during the step or after it."),
    samples(&StrengthDuration::above, "above", "pA", "A current of few digits just above, for a run that shows it."),
    result(&StrengthDuration::rheobase, "rheobase", "pA", "Of a step without end."),
    result(&StrengthDuration::chronaxie, "chronaxie", "ms", "Length at which twice the rheobase is just enough."),
    words(&StrengthDuration::reason_id, "reason_id", "Why there is no rheobase, or nothing."),
    result(&StrengthDuration::left_out, "left_out", "", "Lengths that were not asked, as they take too long."),
};

/// Thresholds for `durations` [ms, > 0, ascending] by the same search. A spike counts whether it comes during the step
/// or because of it afterwards. After 2e6 solver steps in all, the remaining lengths are left out and counted in
/// `left_out`.
StrengthDuration strength_duration(const Experiment& experiment, const std::vector<double>& durations);

/// Only the thresholds, for a curve computed in portions, given the `rheobase` [pA] of an endless step. No chronaxie.
StrengthDuration step_thresholds(const Experiment& experiment, const std::vector<double>& durations, double rheobase);

}  // namespace izh
