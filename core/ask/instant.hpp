// core/ask/instant.hpp: everything about one instant of a run.
#pragma once

#include <cstddef>
#include <optional>

#include "core/model/cell.hpp"
#include "core/model/experiment.hpp"

namespace izh {

/// The state at one time and the balance C dv/dt = k (v - vr)(v - vt) - u + I, term by term.
struct Instant {
  double time = 0.0, v = 0.0, u = 0.0, current = 0.0;
  double dv_dt = 0.0, du_dt = 0.0;
  double membrane = 0.0;    // pA: k (v - vr)(v - vt)
  double recovery = 0.0;    // pA: -u
  double capacitive = 0.0;  // pA: C dv/dt, the sum of the two and I
  double spikes = 0.0;      // so far
};

template <>
inline constexpr auto fields<Instant> = std::tuple{
    result(&Instant::time, "time", "ms", "Time."),
    result(&Instant::v, "v", "mV", "Membrane potential."),
    result(&Instant::u, "u", "pA", "Recovery current."),
    result(&Instant::current, "current", "pA", "Injected current I."),
    result(&Instant::dv_dt, "dv_dt", "mV/ms", "Rate of change of v."),
    result(&Instant::du_dt, "du_dt", "pA/ms", "Rate of change of u."),
    result(&Instant::membrane, "membrane", "pA", "k (v - vr)(v - vt), the current through the membrane."),
    result(&Instant::recovery, "recovery", "pA", "-u, the recovery current as it enters the balance."),
    result(&Instant::capacitive, "capacitive", "pA", "C dv/dt, what the three currents add up to."),
    result(&Instant::spikes, "spikes", "", "Spikes so far."),
};

/// The state of `experiment` at `time` [ms], from 0 to its duration, right-continuous at spikes and jumps of the
/// current: exact up to rounding for an exact run; with fixed steps, on the line between its grid points, as it is
/// drawn. None when the run stops earlier or needs more than `budget` steps to get there.
/// Throws std::invalid_argument when the experiment is not valid, the time lies outside the run or the budget is not
/// within 1 ... 1e9.
std::optional<Instant> instant(const Experiment& experiment, double time, double budget);

/// A spike of a run: how many it has up to this one, when it was [ms], and the state after its reset [mV, pA].
struct AfterSpike {
  std::size_t spikes;
  double time;
  State reset;
};

/// The same from the last spike up to `time` on, which is known: an exact run is not solved again up to there.
std::optional<Instant> instant_after(const Experiment& experiment, double time, double budget, const AfterSpike& known);

}  // namespace izh
