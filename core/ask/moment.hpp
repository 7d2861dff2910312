// core/ask/moment.hpp: everything about one instant of a run in one answer: its state, the phase plane at its current,
// and the orbit around it.
#pragma once

#include <optional>
#include <tuple>
#include <vector>

#include "core/ask/instant.hpp"
#include "core/model/cell.hpp"
#include "core/model/experiment.hpp"
#include "core/plane/phase_plane.hpp"
#include "core/plane/steady.hpp"
#include "core/schema/field.hpp"

namespace izh {

/// A question about one instant of a run.
struct MomentQuestion {
  std::optional<double> time;  // none: there is no state to show, and the plane is that at `current`
  double current = 0.0;
  double from = 0.0, to = 1000.0;  // the stretch of time on show
  double ended = 1000.0;           // when the run ended
  double budget = 2e5;
  double parabola = 0.0, past = 0.0;  // 1: the invariant parabola, or the state's past, is wanted in any case
  double chosen = 0.0;                // 1: the past of the instant; 0: that of the run's start
  PlaneWindow plane;
};

template <>
inline constexpr auto fields<MomentQuestion> = std::tuple{
    number(&MomentQuestion::time, "time", "ms", hard{0, 1e5}, usual{0, 1000}, "The instant, or none."),
    number(&MomentQuestion::current, "current", "pA", hard{-1e9, 1e9}, usual{-200, 800}, "The plane's, without one."),
    number(&MomentQuestion::from, "from", "ms", hard{0, 1e5}, usual{0, 1000}, "Start of the stretch on show."),
    number(&MomentQuestion::to, "to", "ms", hard{0, 1e5}, usual{0, 1000}, "Its end."),
    number(&MomentQuestion::ended, "ended", "ms", hard{0, 1e5}, usual{0, 1000}, "When the run ended."),
    number(&MomentQuestion::budget, "budget", "steps", hard{1, 1e9}, usual{1e3, 1e7}, "Most solver steps."),
    number(&MomentQuestion::parabola, "parabola", "", hard{0, 1}, usual{0, 1},
           "1: the invariant parabola is asked for."),
    number(&MomentQuestion::past, "past", "", hard{0, 1}, usual{0, 1}, "1: where the state came from is asked for."),
    number(&MomentQuestion::chosen, "chosen", "", hard{0, 1}, usual{0, 1}, "1: of the instant, not of the start."),
    part(&MomentQuestion::plane, "plane", "The part of the plane on show."),
};

struct Moment {
  std::vector<Instant> instant;  // one, or none if the run has no state then
  PhasePlane plane;              // at its current
  SteadyTrain steady;            // the spikes under that current
  std::vector<Curve> parabola;   // the invariant one, at its own current or if asked for; else none
  std::vector<Curve> around;     // the orbit around the instant, see below
  std::vector<Curve> past;       // where the state came from, if asked for; else none
};

template <>
inline constexpr auto fields<Moment> = std::tuple{
    list(&Moment::instant, "instant", 1, "The state, and how it changes."),
    part(&Moment::plane, "plane", "The plane of its current."),
    part(&Moment::steady, "steady", "The spikes under that current."),
    list(&Moment::parabola, "parabola", 1, "The invariant parabola."),
    list(&Moment::around, "around", 2, "The orbit around the instant."),
    list(&Moment::past, "past", 1, "Where the state came from."),
};

/// The answer to `question` about a run of `experiment` with these spikes (recording.hpp). The orbit around the instant
/// goes from the spike before it to the one after it, within the stretch on show; for an instant within a reset, as
/// fixed steps draw it, it goes on to the next spike. `past` is backward_orbit (boundary.hpp) over the duration of the
/// run. As exact as `instant`, `phase_plane`, `steady_train` and `orbit`. Throws std::invalid_argument as those do, and
/// unless the four lists have the same length.
Moment moment(const Experiment& experiment, const std::vector<double>& spikes, const std::vector<double>& before,
              const std::vector<double>& reset_v, const std::vector<double>& reset_u, const MomentQuestion& question);

/// A part of the plane worth a closer look: around the fixed points under `current` [pA] or, if there are none, around
/// the place in `window` where the nullclines come closest. At least 0.15 |vt - vr| wide for each, and as high in u as
/// the parabola spans there. In a straight window, always around the place where the nullclines come closest, with
/// heights in place of u. Throws std::invalid_argument as `phase_plane` does.
struct CloseUp {
  double v_low = 0.0, v_high = 0.0, u_low = 0.0, u_high = 0.0;
};

template <>
inline constexpr auto fields<CloseUp> = std::tuple{
    result(&CloseUp::v_low, "v_low", "mV", "Lowest v."),
    result(&CloseUp::v_high, "v_high", "mV", "Highest v."),
    result(&CloseUp::u_low, "u_low", "pA", "Lowest u."),
    result(&CloseUp::u_high, "u_high", "pA", "Highest u."),
};

CloseUp close_up(const Cell& cell, double current, const PlaneWindow& window);

}  // namespace izh
