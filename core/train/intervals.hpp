// core/train/intervals.hpp: sorts the intervals of a spike train: within a burst, between bursts, or neither.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace izh {

// Two criteria tell the sorts apart. One is the ratio: long intervals are at least twice the short ones. The other is
// absolute time, as a burst is what a downstream synapse treats as one event: a first interval of 30 ms before others
// of 140 ms is strong adaptation, and alternating intervals of 2 and 5 ms are fast doublets without a pause.
//
// Intervals within a burst: the teaching note calls 10.0, 13.8 | 27.3, 75.5 ... ms a triplet, and its cell from rest
// has 11.7, 18.2 | 63.9 ... ms, so the border lies between 18.2 and 27.3 ms. 25 ms is the length of a burst according
// to Lisman (1997, Bursts as a unit of neural information, Trends Neurosci. 20), and corresponds to 40 spikes per
// second. Pauses between bursts: the note and Gray and McCormick (1996, Chattering cells, Science 274) have chattering
// cells burst up to 70 times a second, with two to five spikes 1.3 to 4 ms apart, which leaves about 10 ms between
// bursts.
constexpr double long_to_short = 2.0;      // long intervals are at least this many times the short ones
constexpr double longest_in_burst = 25;    // ms; intervals within a burst are shorter
constexpr double shortest_pause = 10;      // ms
constexpr std::size_t few_in_burst = 5;    // spikes: the note's bursts have two to five
constexpr std::size_t longest_burst = 19;  // intervals of an onset burst (20 spikes)
constexpr double coincident = 1e-9;        // ms; no cell fires spikes closer together than this
constexpr double pair_apart = 8;           // see `stands_apart`
constexpr double most_apart = .1;          // see `two_alike`
constexpr std::size_t longest_cycle = 15;  // intervals; the same as in CycleWatch
constexpr double interval_repeats = .02;   // relative tolerance within which the intervals of a cycle repeat

/// A range of a train's intervals [ms], from `begin` to before `end`. It must not be empty for a mean or an extreme.
struct Intervals {
  std::vector<double>::const_iterator begin, end;
  std::size_t size() const { return static_cast<std::size_t>(end - begin); }
  double low() const;
  double high() const;
  double mean() const;
  double variation() const;  // coefficient of variation, with the population standard deviation
};

/// A gap in the sorted intervals: the longest short one and the shortest long one [ms].
struct Place {
  double below = 0.0, above = 0.0;
  double limit =
      0.0;  // intervals below it are short: the geometric mean of the two, at most `longest_in_burst` for bursts
  double ratio() const { return above / below; }
};

/// The place between the intervals within bursts, up to `below` [ms], and the others, from `above` [ms] on.
Place place_above_bursts(double below, double above);

/// The place with the largest ratio among the sorted intervals; none for fewer than two. Intervals must be above 0.
std::optional<Place> widest_place(const Intervals& part);

/// The widest place between the intervals within bursts and the pauses between bursts: a ratio of at least 2, with less
/// than `longest_in_burst` below and at least `shortest_pause` above. None if there is no such place.
std::optional<Place> burst_place(const Intervals& part);

/// Spikes with no long interval between them: indices of the first and the last. A single spike is a group of one.
struct Group {
  std::size_t first = 0, last = 0;
  std::size_t size() const { return last - first + 1; }
};

/// All spikes of the train in groups, in order, split at intervals of `limit` [ms] or more.
std::vector<Group> groups_of(const std::vector<double>& isi, double limit);

/// How often the intervals change from short to long or back, `limit` [ms] separating the two.
std::size_t changes(const Intervals& part, double limit);

/// How a train ends.
struct Ending {
  std::size_t cycle = 0;     // intervals per cycle at its end; 1: they are alike; 0: they do not repeat
  std::size_t alike = 0;     // intervals at its end in this cycle, including its first turn
  double still_changes = 0;  // relative change of the intervals that remains; 0: they have settled
  bool paused = false;       // its last three are alike, but so were some before a pause
  bool settled() const { return cycle > 0 && still_changes == 0; }
};

/// How a train with these intervals [ms] ends, by the rule written out at `steady_rate`.
Ending ending_of(const std::vector<double>& isi);

/// The length of the shortest cycle of two intervals or more, up to `longest_cycle`, that the part ends with two
/// repeats of, as in `ending_of`; 0: none. Intervals are the same within `interval_repeats`.
std::size_t cycle_of(const Intervals& part);

/// True when the last intervals go up and down by less and less, converging to one even interval.
bool draws_together(const Intervals& part);

/// True when the last three intervals of the part agree, within `interval_repeats` of the last.
bool is_even(const Intervals& part);

/// The difference of two intervals relative to the longer one.
double apart(const Intervals& two);

/// True when two intervals, the only ones of a train, differ by no more than a tenth.
bool two_alike(const Intervals& two);

/// A burst at the onset of a train: its number of intervals, and the index of the interval that is so much longer than
/// the one before it.
struct OnsetBurst {
  std::size_t intervals = 0, jump = 0;
};

/// The burst of up to `longest_burst` intervals below `longest_in_burst` before a jump to at least twice as long, after
/// which no interval is as short again; the widest such jump. One longer interval may lie between the burst and the
/// jump. The note's bursts have two to five spikes; after more, at least two intervals must follow the jump, as the
/// last interval alone may be the longest by chance. None if there is no such burst.
std::optional<OnsetBurst> onset_burst(const std::vector<double>& isi);

/// True when a train with these intervals (one or more) has ended rather than paused: the `quiet` ms without a spike
/// after its last are at least twice its longest interval, even if that is a pause between bursts.
bool has_ended(const std::vector<double>& isi, double quiet);

/// True when the first interval is too long for a burst, yet all the others are at least `pair_apart` times as long: a
/// pair that stands apart, like the note's at 347 pA (46.4, then 461 ms). Adaptation alone does not go so far: 30 ms
/// before others of 140 to 160 ms, 5 times as long, is strong adaptation.
bool stands_apart(const std::vector<double>& isi);

}  // namespace izh
