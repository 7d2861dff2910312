// core/train/intervals.hpp: which sort each interval of a spike train is: within a burst, between bursts, or neither.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace izh {

// Two scales tell the sorts apart. The ratio: long intervals are at least twice the short ones. And time itself, as a
// burst is what a synapse downstream takes for one event: a first interval of 30 ms before others of 140 ms is strong
// adaptation, and intervals of 2 and 5 ms in turn are fast doublets without a pause.
//
// A burst's intervals: the teaching note calls 10.0, 13.8 | 27.3, 75.5 ... ms a triple, and its cell from rest
// has 11.7, 18.2 | 63.9 ... ms, so the border lies between 18.2 and 27.3 ms. 25 ms is the length that Lisman gives to
// bursts (1997, Bursts as a unit of neural information, Trends Neurosci. 20), and 40 spikes a second. A pause: the note
// and Gray and McCormick (1996, Chattering cells, Science 274) have chattering cells burst up to 70 times a second, two
// to five spikes 1.3 to 4 ms apart each time, which leaves some 10 ms between bursts.
constexpr double long_to_short = 2.0;      // long intervals are at least so many times the short ones
constexpr double longest_in_burst = 25;    // ms; intervals within a burst are shorter
constexpr double shortest_pause = 10;      // ms
constexpr std::size_t few_in_burst = 5;    // spikes: the note's bursts have two to five
constexpr std::size_t longest_burst = 19;  // intervals of a burst at the onset, 20 spikes
constexpr double coincident = 1e-9;        // ms; spikes as close as that are no train that a cell fires
constexpr double pair_apart = 8;           // see `stands_apart`
constexpr double most_apart = .1;          // see `two_alike`
constexpr std::size_t longest_cycle = 15;  // intervals; as many as CycleWatch knows
constexpr double interval_repeats = .02;   // intervals of a cycle come back to within this share of themselves

/// Some of a train's intervals [ms]: those from `begin` to before `end`. Not empty, where a mean or an extreme is
/// asked.
struct Intervals {
  std::vector<double>::const_iterator begin, end;
  std::size_t size() const { return static_cast<std::size_t>(end - begin); }
  double low() const;
  double high() const;
  double mean() const;
  double variation() const;  // standard deviation of the population over the mean
};

/// Where sorted intervals leave a place: the longest short one and the shortest long one [ms].
struct Place {
  double below = 0.0, above = 0.0;
  double limit = 0.0;  // what lies below it is short: the geometric mean of the two, and less than a burst's longest
  double ratio() const { return above / below; }
};

/// The place between the intervals of bursts, up to `below`, and others from `above` on.
Place place_above_bursts(double below, double above);

/// The widest place by its ratio among the sorted intervals; none for fewer than two. Intervals must be above 0.
std::optional<Place> widest_place(const Intervals& part);

/// The widest place that parts the intervals within bursts from the pauses between them: twice as long or more, less
/// than `longest_in_burst` below and from `shortest_pause` on above. None where there is none such.
std::optional<Place> burst_place(const Intervals& part);

/// Spikes that no long interval parts: indices of the first and the last. A single spike is a group of one.
struct Group {
  std::size_t first = 0, last = 0;
  std::size_t size() const { return last - first + 1; }
};

/// All spikes of the train in groups, in order.
std::vector<Group> groups_of(const std::vector<double>& isi, double limit);

/// How often short intervals follow long ones or long ones short ones.
std::size_t changes(const Intervals& part, double limit);

/// What a train ends in.
struct Ending {
  std::size_t cycle = 0;     // intervals after which its last ones repeat; 1: they are alike; 0: they do not repeat
  std::size_t alike = 0;     // so many at its end are within `interval_repeats` of the one `cycle` before, or the first
  double still_changes = 0;  // the share of an interval by which they change all the same; 0: they have arrived
  bool paused = false;       // its last three are alike, but so were some before a pause
  bool settled() const { return cycle > 0 && still_changes == 0; }
};

/// What a train with these intervals ends in, by the rule that `steady_rate` writes out.
Ending ending_of(const std::vector<double>& isi);

/// The length of the shortest cycle of two intervals or more, up to `longest_cycle`, that the part ends in two turns
/// of, as `ending_of` tells it; 0: none. Intervals are the same within `interval_repeats`.
std::size_t cycle_of(const Intervals& part);

/// True when the last intervals go up and down in turn by ever less: on their way to one even interval.
bool draws_together(const Intervals& part);

/// True when the last three intervals of the part are the same.
bool is_even(const Intervals& part);

/// By which share of the longer one two intervals differ.
double apart(const Intervals& two);

/// True when two intervals, all that a train has, are within a tenth: of so few, each counts by itself.
bool two_alike(const Intervals& two);

/// A burst at the onset of a train: its intervals, and the place in the train of the interval that is so much longer
/// than the one before it.
struct OnsetBurst {
  std::size_t intervals = 0, jump = 0;
};

/// The burst of up to `longest_burst` intervals below `longest_in_burst` before a jump to twice as long, from which on
/// no interval is as short again; the widest such jump. One longer interval may lie between the burst and the jump. The
/// note's bursts have two to five spikes; after more, the jump must be to two intervals at least, as one that is the
/// last may be the longest by chance. None where none is such.
std::optional<OnsetBurst> onset_burst(const std::vector<double>& isi);

/// True when a train with these intervals (one or more) has ended rather than paused: `quiet` ms without a spike after
/// its last are twice its longest interval, be that a pause between bursts, or more.
bool has_ended(const std::vector<double>& isi, double quiet);

/// True when the first interval is too long for a burst, yet the others are all `pair_apart` times as long or more: a
/// pair that stands apart, as the note's at 347 pA (46.4, then 461 ms). Adaptation alone does not go so far: 30 ms
/// before others of 140 to 160 ms, 5 times as long, is strong adaptation.
bool stands_apart(const std::vector<double>& isi);

}  // namespace izh
