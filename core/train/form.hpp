// core/train/form.hpp: the form of a spike train, from the two sorts of its intervals, short and long.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/schema/field.hpp"
#include "core/train/intervals.hpp"

namespace izh {

enum class PatternKind {
  silent,
  single,
  few,
  onset_burst_then_silent,
  firing_that_stops,
  tonic,
  adapting,
  speeding_up,
  onset_burst_then_tonic,
  pair_then_tonic,
  onset_burst,
  bursting,
  in_turn,
  irregular,
  runaway
};

inline const char* names(PatternKind kind) {
  constexpr const char* all[] = {"silent",
                                 "single",
                                 "few",
                                 "onset burst then silent",
                                 "firing that stops",
                                 "tonic",
                                 "adapting",
                                 "speeding up",
                                 "onset burst then tonic",
                                 "pair then tonic",
                                 "onset burst",
                                 "bursting",
                                 "in turn",
                                 "irregular",
                                 "runaway"};
  return all[static_cast<std::size_t>(kind)];
}
template <>
inline constexpr std::size_t choices<PatternKind> = 15;

constexpr double adapted = 0.8;           // first interval over last below this: adapting
constexpr double adapted_strongly = 0.5;  // below this: strongly
constexpr double steady_cv = 0.1;         // intervals with no higher coefficient of variation are even

/// What the steady intervals do: they are even (all of them, or more narrowly the last three; if there are only two,
/// these differ by no more than a tenth), converge to even ones, change one way only, repeat in a cycle of unlike ones,
/// or none of these. `too_few`: a single interval, which says nothing, or two unlike ones.
enum class Steadiness { even, settling, drifting, cycle, uneven, too_few };

/// The form of a train of two spikes or more, and what it is based on.
struct Form {
  PatternKind kind = PatternKind::irregular;
  bool fell_silent = false;    // the silence at the end is at least twice as long as any interval
  std::optional<Place> place;  // the gap between short and long intervals, if the kind is based on two sorts
  bool late = false;           // the place is that of the second half alone
  std::size_t turns = 0;       // changes from sort to sort in the part examined
  std::vector<Group> groups;   // the groups of the steady part, including single spikes
  std::vector<Group> bursts;   // of the whole train, two spikes or more each: drawn with brackets
  std::size_t opening = 0;     // intervals of the onset burst or of the pair; 0: none
  std::size_t jump = 0;        // index of the interval that is so much longer than the one before; 0: none
  std::size_t steady = 0;      // index of the first interval of the steady part
  Steadiness steadiness = Steadiness::too_few;
  double last = 0.0;         // ms: the last interval, or the mean of the last two if they converge
  std::size_t cycle = 0;     // intervals per cycle, if unlike intervals repeat
  bool had_settled = false;  // firing that stops had settled, before its last `left_out` intervals
  std::size_t left_out = 0;  // see `had_settled`
};

/// The form of a train with the interspike intervals `isi` [ms, above 0, one or more] and `quiet` ms without a spike
/// after the last.
///
/// The second half of the train is sorted first, since intervals of the transient may fill the gap between the sorts,
/// and then the whole train. Short intervals that keep coming back after long ones make bursts. With two sorts that do
/// not fit bursts, groups of equally many spikes are doublets, triplets and so on. Otherwise a few short intervals at
/// the start, before a jump, are an onset burst; failing that, comparing the first interval with the last shows
/// adaptation.
///
/// A train that stops is a burst unless it had settled or is too slow or too long for one: under a steady current a
/// train that repeats goes on for ever, so one that had settled was stopped by the current. A train that drifts with
/// its current never settles but fills much of the window, whereas a burst that ends by itself is short compared with
/// the silence after it.
Form form_of(const std::vector<double>& isi, double quiet);

}  // namespace izh
