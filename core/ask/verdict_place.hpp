// core/ask/verdict_place.hpp: what a run comes to, and the place in the plane that shows why.
#pragma once

#include <cstddef>
#include <optional>
#include <tuple>

#include "core/schema/field.hpp"

namespace izh {

/// What a run comes to: the pattern of its train, or what is said of it instead.
enum class VerdictKind {
  silent,       // no spike, and none to come as far as is known
  not_yet,      // no spike in this run, but one later
  delayed,      // the wait for the first spike is what stands out
  single,       // one spike
  few,          // two or three
  then_silent,  // a burst, or more spikes, and then silence
  tonic,
  adapting,
  speeding_up,
  onset_then_tonic,  // a burst or a pair first
  onset_then_other,
  bursting,
  groups,  // doublets, triplets and cycles of unlike intervals
  irregular,
  rebound,  // spikes on release from a current that held v down
  ramp,     // the current rises or falls
  changes,  // the current jumps more than once
  runaway,
  stopped  // the run did not come to its end
};

inline const char* names(VerdictKind kind) {
  constexpr const char* all[] = {
      "silent",   "not yet",     "delayed",          "single",           "few",      "then silent", "tonic",
      "adapting", "speeding up", "onset then tonic", "onset then other", "bursting", "groups",      "irregular",
      "rebound",  "ramp",        "changes",          "runaway",          "stopped"};
  return all[static_cast<std::size_t>(kind)];
}
template <>
inline constexpr std::size_t choices<VerdictKind> = 19;

/// The place in the plane that shows the reason:
/// - gap: v at the lowest point of the parabola above the line, where the two nullclines come closest; `u` on the line,
///   `to` on the parabola, so that `to` - `u` is I - I_SN;
/// - rest: the fixed point to which the run comes, or would;
/// - cycle: the same, with the unstable cycle around it, which bounds its basin;
/// - reset: the state (c, u) after the reset that decides; `to`: u of the v-nullcline at v = c;
/// - state: the state that decides: the start, or where the cell is when it is released.
enum class PlaceKind { none, gap, rest, cycle, reset, state };

inline const char* names(PlaceKind kind) {
  constexpr const char* all[] = {"", "gap", "rest", "cycle", "reset", "state"};
  return all[static_cast<std::size_t>(kind)];
}
template <>
inline constexpr std::size_t choices<PlaceKind> = 6;

/// Which of the thresholds of a verdict its place shows. A gap shows the first if that is I_SN, for its height is I -
/// I_SN, and none otherwise; any other place shows all.
enum class PlaceShows { all, first, none };

inline const char* names(PlaceShows shows) {
  constexpr const char* all[] = {"all", "first", "none"};
  return all[static_cast<std::size_t>(shows)];
}
template <>
inline constexpr std::size_t choices<PlaceShows> = 3;

struct VerdictPlace {
  PlaceKind kind = PlaceKind::none;
  double current = 0.0;            // pA: of the plane
  std::optional<double> v, u, to;  // mV, pA, pA
  PlaceShows shows = PlaceShows::all;
};

template <>
inline constexpr auto fields<VerdictPlace> = std::tuple{
    choice(&VerdictPlace::kind, "kind", "What is there, or nothing."),
    result(&VerdictPlace::current, "current", "pA", "The steady current of the plane."),
    result(&VerdictPlace::v, "v", "mV", "Where: membrane potential."),
    result(&VerdictPlace::u, "u", "pA", "Where: recovery current."),
    result(&VerdictPlace::to, "to", "pA", "Where it ends, of a gap; u of the v-nullcline, of a reset."),
    choice(&VerdictPlace::shows, "shows", "Which of the thresholds it shows."),
};

}  // namespace izh
