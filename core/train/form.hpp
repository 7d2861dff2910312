// core/train/form.hpp: the form of a spike train, by the sorts of its intervals.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

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

constexpr double adapted = 0.8;           // a first interval below this share of the last one: adapting
constexpr double adapted_strongly = 0.5;  // and strongly
constexpr double steady_cv = 0.1;         // intervals that vary no more than this are even

/// What steady intervals do: they are even (all of them, or the last three the more so; of a train that has two, these
/// are within a tenth), draw together to even ones, change one way only, repeat in a cycle of unlike ones, or none of
/// these. `too_few`: one interval, of which nothing can be told, or two unlike ones.
enum class Steadiness { even, settling, drifting, cycle, uneven, too_few };

/// The form of a train of two spikes or more, and what it rests on.
struct Form {
  PatternKind kind = PatternKind::irregular;
  bool fell_silent = false;    // the silence at the end is twice as long as any interval, or longer
  std::optional<Place> place;  // between short intervals and long ones, where the kind rests on two sorts
  bool late = false;           // the place is that of the second half alone
  std::size_t turns = 0;       // changes from sort to sort in the part in which they were looked for
  std::vector<Group> groups;   // those of the steady part that it makes, single spikes too
  std::vector<Group> bursts;   // of the whole train, two spikes or more each: what a picture puts brackets over
  std::size_t opening = 0;     // intervals of the onset burst or of the pair; 0: none
  std::size_t jump = 0;        // the interval that is so much longer than the one before it; 0: not asked for
  std::size_t steady = 0;      // the steady part begins with this interval
  Steadiness steadiness = Steadiness::too_few;
  double last = 0.0;         // ms: the last interval, or the mean of the last two where they draw together
  std::size_t cycle = 0;     // intervals after which it repeats, where unlike ones do
  bool had_settled = false;  // of firing that stops: it had settled before ...
  std::size_t left_out = 0;  // ... so many of its last intervals
};

/// The form of the intervals [ms, above 0, one or more], with `quiet` ms without a spike after the last.
///
/// The second half of the train is sorted first, as intervals of the transient may fill the place between the sorts;
/// then the whole train. Short intervals that keep coming back after long ones make bursts; with two sorts that are
/// not those of bursts, groups of equally many spikes are doublets, triplets and so on. Else a first few short ones
/// before a jump are an onset burst; else the first interval against the last tells adaptation.
///
/// A train that stops is a burst of its own unless it had settled, or is too slow or too long for a burst: under a
/// steady current a train that repeats goes on for good, so the current stopped it. One that drifts with its current
/// never settles, but fills much of the window, while a burst that ends by itself is short against the silence after
/// it.
Form form_of(const std::vector<double>& isi, double quiet);

}  // namespace izh
