// core/sweep/sweep_part.hpp: what a cell does in the long run along a sweep, each value starting where the last one
// ended.
#pragma once

#include <vector>

#include "core/sweep/sweep.hpp"

namespace izh {

/// Where a sweep stands between two values.
struct SweepState {
  double v = 0.0, u = 0.0;
  double firing = 0.0;   // 1: (v, u) is the state after a spike of lasting firing; 0: it is at rest
  double started = 0.0;  // 0: begin in the experiment's own initial state
  double value = 0.0;    // where the sweep stands
};

template <>
inline constexpr auto fields<SweepState> = std::tuple{
    result(&SweepState::v, "v", "mV", "Membrane potential."),
    result(&SweepState::u, "u", "pA", "Recovery current."),
    result(&SweepState::firing, "firing", "", "1 while the cell fires."),
    result(&SweepState::started, "started", "", "0 before the first value."),
    result(&SweepState::value, "value", "", "Where the sweep stands."),
};

/// What the cell settles to at some of a sweep's values, each starting where the last one ended.
struct SweepPart {
  std::vector<double> value, rate;              // Hz; 0 at rest
  std::vector<double> cycle;                    // spikes per cycle; 0: at rest, or no repeat seen
  std::vector<double> burst_spikes, burst_gap;  // if it bursts: mean spikes per burst, mean ms between; else 0
  std::vector<double> after_value, after_u;     // pA, u after each spike of the cycle (without one: the last 64 spikes)
  std::vector<double> edges;                    // three for each: the values on either side, and 1 if it fires above
  // Values at which there is no rate, which are not in `value`: the train runs away; it is certain to fire, but too
  // slowly to be followed, with an upper bound of its rate [Hz]; or it takes too long to find.
  std::vector<double> runs_away, slow, slow_below, undecided;
  SweepState state;
  double steps = 0.0;  // solver steps taken in all; does not cross the border
};

template <>
inline constexpr auto fields<SweepPart> = std::tuple{
    samples(&SweepPart::value, "value", "", "Value of what is swept."),
    samples(&SweepPart::rate, "rate", "Hz", "Steady rate; 0 at rest."),
    samples(&SweepPart::cycle, "cycle", "", "Spikes after which the train repeats."),
    samples(&SweepPart::burst_spikes, "burst_spikes", "", "Spikes per burst; 0 where it does not burst."),
    samples(&SweepPart::burst_gap, "burst_gap", "ms", "Inter-burst interval; 0 where it does not burst."),
    samples(&SweepPart::after_value, "after_value", "", "Value of what is swept, of each u after a spike."),
    samples(&SweepPart::after_u, "after_u", "pA", "u after a spike."),
    samples(&SweepPart::edges, "edges", "",
            "Where firing begins or ends, three for each: the values between which, and 1 where it fires above them."),
    samples(&SweepPart::runs_away, "runs_away", "", "Values at which the train runs away."),
    samples(&SweepPart::slow, "slow", "", "Values at which it is certain to fire, but too slowly to be followed."),
    samples(&SweepPart::slow_below, "slow_below", "Hz", "What the rate is below at each of those."),
    samples(&SweepPart::undecided, "undecided", "", "Values at which what it does takes too long to find."),
    part(&SweepPart::state, "state", "Where it stands, to go on from."),
};

/// Values number `first` ... `first` + `count` - 1 of the sweep, in the order in which they are swept: upwards from
/// `from`, or with `down` = 1 downwards from `to`. Values at which the cell is not valid are left out, and those
/// without a rate (see SweepPart) are listed separately; the next value then starts where the last one with a rate
/// ended. A cell at rest stays there while its resting state is stable; otherwise it is followed from beside it. One
/// that fires is followed from its last spike until it is captured by rest, its train repeats or 500 spikes have come.
/// So bistable ranges show as different answers in the two directions. Bursts are recognised as in pattern.hpp, from
/// the intervals of the cycle (without one, of the last 64 spikes). Between two values of which only one fires, the
/// edge is found by bisection, starting where the sweep stands and continuing as the sweep would, to 1e-9 of the value;
/// it is left wider if what the cell does takes too long to find. Throws std::invalid_argument as `values_of` does.
SweepPart sweep_part(const Experiment& experiment, const Sweep& sweep, double down, double first, double count,
                     const SweepState& state);

}  // namespace izh
