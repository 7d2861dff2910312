// core/sweep/fi_curve.hpp: the firing rate against a steady current.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/experiment.hpp"

namespace izh {

/// The currents of a curve, and how long each is held.
struct CurrentRange {
  double from = 0.0, to = 400.0, points = 201.0;
  double hold = 5000.0;
};

template <>
inline constexpr auto fields<CurrentRange> = std::tuple{
    number(&CurrentRange::from, "from", "pA", hard{-1e6, 1e6}, usual{-200, 800}, "Lowest current."),
    number(&CurrentRange::to, "to", "pA", hard{-1e6, 1e6}, usual{-200, 800}, "Highest current."),
    number(&CurrentRange::points, "points", "", hard{2, 2000}, usual{20, 400}, "Number of currents."),
    number(&CurrentRange::hold, "hold", "ms", hard{100, 1e5}, usual{1000, 20000},
           "How long each current is held where the train does not repeat before."),
};

/// The rates that a curve can show. They answer different questions: for RS at 70 pA, 6 spikes in 900 ms are 6.667 Hz,
/// although its intervals settle at 147.85 ms, which is 6.7634 Hz.
enum class RateKind { count, last_interval, steady };

inline const char* names(RateKind kind) {
  constexpr const char* all[] = {"count", "last interval", "steady"};
  return all[static_cast<std::size_t>(kind)];
}
template <>
inline constexpr std::size_t choices<RateKind> = 3;

/// The rate that is drawn.
struct RateChoice {
  RateKind rate = RateKind::steady;
};

template <>
inline constexpr auto fields<RateChoice> = std::tuple{
    choice(&RateChoice::rate, "rate", "The rate that the f-I curve draws."),
};

/// What becomes of a train under a steady current. `rests`: it is silent for good, or will be, like a chaotic train
/// with a way out (see crisis.hpp). `repeats`: it settles to a cycle. `irregular`: it fires on, and no cycle was seen
/// within 500 spikes. `slow`: it is certain to fire (see firing.hpp), but too few spikes came while it was followed.
/// `runs_away`: its rate grows without bound. `changing`: its intervals were still growing or shrinking steadily when
/// it was last followed. `unknown`: it could not be followed. `varies`: the current of the run changes after the onset
/// (protocol.hpp), so there is nothing to settle to. `fixed_steps`: the run is in fixed steps, and its train is not
/// followed beyond its end.
enum class Course { rests, repeats, irregular, slow, runs_away, changing, unknown, varies, fixed_steps };

inline const char* names(Course course) {
  constexpr const char* all[] = {"rests",    "repeats", "irregular", "slow",       "runs away",
                                 "changing", "unknown", "varies",    "fixed steps"};
  return all[static_cast<std::size_t>(course)];
}
inline constexpr std::size_t courses = 9;

/// Rates under an endless step that begins at once, one entry for each current. Where a rate does not exist, it and its
/// `_known` column are 0, and `course` says why. `first_rate` is 0 where there are fewer than two spikes and `latency`
/// 0 where there is none (see `spikes`).
struct FiCurve {
  std::vector<double> current;      // pA
  std::vector<double> count_rate;   // Hz: spikes within `hold`, divided by it
  std::vector<double> last_rate;    // Hz: 1000 / the last interval that ends within `hold`
  std::vector<double> steady_rate;  // Hz: spikes per cycle over its period; exact where `cycle` is above 0
  std::vector<double> first_rate;   // Hz: 1000 / first interval
  std::vector<double> latency;      // ms to the first spike
  std::vector<double> spikes;       // simulated until the train's course was known
  std::vector<double> count;        // spikes within `hold`
  std::vector<double> cycle;        // spikes after which the train repeats; 0: silent, or no repeat within the run
  std::vector<double> silent;       // 1: at rest for good; 0: it fires on, or the run ended before that was known
  std::vector<double> followed;     // ms simulated until the train's course was known, or for which it was held
  std::vector<double> course;       // indexes Course
  std::vector<double> below;        // Hz: an upper bound of the steady rate if `slow`; else 0
  std::vector<double> count_known, last_known, steady_known;  // 1 or 0: whether there is such a rate
  double hold = 0.0;                                          // ms: how long each current was held
  double simulated = 0.0;  // spikes of all runs over their whole durations, including repeats
};

template <>
inline constexpr auto fields<FiCurve> = std::tuple{
    samples(&FiCurve::current, "current", "pA", "Steady current."),
    samples(&FiCurve::count_rate, "count_rate", "Hz", "Spikes while the current is held, divided by how long it is."),
    samples(&FiCurve::last_rate, "last_rate", "Hz", "1000 divided by the last interval while the current is held."),
    samples(&FiCurve::steady_rate, "steady_rate", "Hz", "Steady rate: spikes per cycle over its period."),
    samples(&FiCurve::first_rate, "first_rate", "Hz", "1000 divided by the first interval."),
    samples(&FiCurve::latency, "latency", "ms", "Time to the first spike."),
    samples(&FiCurve::spikes, "spikes", "", "Spikes until the train was known."),
    samples(&FiCurve::count, "count", "", "Spikes while the current is held."),
    samples(&FiCurve::cycle, "cycle", "", "Spikes after which the train repeats."),
    samples(&FiCurve::silent, "silent", "", "1 where it comes to rest for good."),
    samples(&FiCurve::followed, "followed", "ms", "For how long it was simulated."),
    samples(&FiCurve::course, "course", "",
            "0 rests, 1 repeats, 2 irregular, 3 slow, 4 runs away, 5 still changing, 6 unknown, 7 the current varies, "
            "8 in fixed steps."),
    samples(&FiCurve::below, "below", "Hz", "Where it is slow: its steady rate is below this."),
    samples(&FiCurve::count_known, "count_known", "", "1 where the count gives a rate."),
    samples(&FiCurve::last_known, "last_known", "", "1 where there is a last interval."),
    samples(&FiCurve::steady_known, "steady_known", "", "1 where there is a steady rate."),
    result(&FiCurve::hold, "hold", "ms", "For how long each current was held."),
    result(&FiCurve::simulated, "simulated", "", "Spikes of all runs together."),
};

/// The rates of `experiment`'s cell from its initial state under each of `currents` [pA], each held for `hold` [ms].
/// For the steady rate a train that fires on without repeating is held longer, until 500 spikes or 4e6 ms (or 3e4
/// solver steps): that is how long slow trains may take to settle near an onset, and dying ones to come to rest near a
/// saddle. Where the cell is certain to fire, its cycle is found however long the first spike takes (`certain_cycle`);
/// for still slower trains `below` gives a bound, 1000 over the time without a spike. Where the train repeats, the
/// steady rate is that of the cycle, to about 1e-12 of it; where it is irregular (chaotic, or with longer cycles than
/// are looked for) it is the mean over the second half of the intervals, and `cycle` is 0. A train that runs away has
/// none of the three rates; it is recognised once running away is proved (see firing.hpp), or once spikes come faster
/// than 1000 per millisecond and ever faster. Throws std::invalid_argument when the cell is not valid or a number is
/// not finite.
FiCurve fi_curve(const Experiment& experiment, const std::vector<double>& currents, double hold);

/// The same from a given `start`; `hold` [ms] may be any duration that a run can have.
FiCurve fi_curve_from(const Cell& cell, const State& start, const std::vector<double>& currents, double hold);

/// The currents of a range [pA], evenly spaced, including exactly both ends. Throws std::invalid_argument when the ends
/// are not finite or there are fewer than two points.
std::vector<double> currents_of(const CurrentRange& range);

/// Least-squares slope [Hz/pA] of a `rate` [Hz] against the `current` [pA], over the currents above `rheobase` [pA];
/// none for fewer than two different currents. Throws std::invalid_argument when there is not one rate for each
/// current.
std::optional<double> gain(const std::vector<double>& current, const std::vector<double>& rate, double rheobase);

}  // namespace izh
