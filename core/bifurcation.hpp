// core/bifurcation.hpp: what a cell does for good, against the current or any of its parameters, swept both ways.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/cycle.hpp"
#include "core/experiment.hpp"

namespace izh {

/// What is swept.
enum class Parameter { current, C, k, vr, vt, vpeak, a, b, c, d };

inline const char* names(Parameter parameter) {
  constexpr const char* all[] = {"current", "C", "k", "vr", "vt", "vpeak", "a", "b", "c", "d"};
  return all[static_cast<std::size_t>(parameter)];
}
template <>
inline constexpr std::size_t choices<Parameter> = 10;

struct Sweep {
  Parameter parameter = Parameter::current;
  double current = 70.0;  // pA, while another parameter is swept
  double from = 0.0, to = 400.0, points = 200.0;
};

template <>
inline constexpr auto fields<Sweep> = std::tuple{
    choice(&Sweep::parameter, "parameter", "What is swept: the current or a parameter of the cell."),
    number(&Sweep::current, "current", "pA", hard{-1e6, 1e6}, usual{-200, 800},
           "The steady current while another parameter is swept."),
    number(&Sweep::from, "from", "", hard{-1e6, 1e6}, usual{-200, 800}, "Lowest value."),
    number(&Sweep::to, "to", "", hard{-1e6, 1e6}, usual{-200, 800}, "Highest value."),
    number(&Sweep::points, "points", "", hard{2, 2000}, usual{20, 400}, "Number of values."),
};

/// The fixed points along a sweep, one entry for each that exists, values ascending; `kind` indexes Stability.
struct FixedBranch {
  std::vector<double> value, v, u, kind;
};

template <>
inline constexpr auto fields<FixedBranch> = std::tuple{
    samples(&FixedBranch::value, "value", "", "Value of what is swept."),
    samples(&FixedBranch::v, "v", "mV", "Membrane potential."),
    samples(&FixedBranch::u, "u", "pA", "Recovery current."),
    samples(&FixedBranch::kind, "kind", "",
            "0 stable node, 1 stable focus, 2 unstable node, 3 unstable focus, 4 saddle, 5 degenerate."),
};

/// A value at which something changes.
struct Mark {
  std::string id;  // saddle_node, andronov_hopf, homoclinic, invariant_parabola, node_to_focus, focus_to_node
  std::string name;
  double value = 0.0;
  double v = 0.0;  // of the fixed point there
};

template <>
inline constexpr auto fields<Mark> = std::tuple{
    words(&Mark::id, "id", "Stable name."),
    words(&Mark::name, "name", "Name."),
    result(&Mark::value, "value", "", "Value of what is swept."),
    result(&Mark::v, "v", "mV", "v of the fixed point there."),
};

/// The part of a diagram that needs no run.
struct Skeleton {
  FixedBranch lower, upper;       // the lower fixed point, and the saddle
  std::vector<Mark> marks;        // values ascending
  std::optional<double> stopped;  // the first value at which the cell is not valid; the sweep ends before it
  std::string reason;             // why it is not valid
};

template <>
inline constexpr auto fields<Skeleton> = std::tuple{
    part(&Skeleton::lower, "lower", "The lower fixed point."),
    part(&Skeleton::upper, "upper", "The upper fixed point, a saddle."),
    list(&Skeleton::marks, "marks", 64, "Where something changes."),
    result(&Skeleton::stopped, "stopped", "", "First value at which the cell is not valid."),
    words(&Skeleton::reason, "reason", "Why the cell is not valid there."),
};

/// Fixed points, and Hopf, saddle-node, I* and homoclinic values, of `experiment`'s cell along `sweep`. Along the
/// current the marks are closed forms (the homoclinic one excepted, a search); along a parameter they are roots of the
/// same closed forms' distance to the current, by bisection to rounding.
Skeleton bifurcation_skeleton(const Experiment& experiment, const Sweep& sweep);

/// The unstable cycle's extent at some of a sweep's values.
struct CycleExtent {
  std::vector<double> value, v_low, v_high;
};

template <>
inline constexpr auto fields<CycleExtent> = std::tuple{
    samples(&CycleExtent::value, "value", "", "Value of what is swept."),
    samples(&CycleExtent::v_low, "v_low", "mV", "Lowest v of the unstable cycle."),
    samples(&CycleExtent::v_high, "v_high", "mV", "Highest v of the unstable cycle."),
};

/// Where the cycle exists among values number `first` ... `first` + `count` - 1 of the sweep, and, with `first` = 0, at
/// values close to both ends of its range, so that its branch is drawn whole.
CycleExtent cycle_extent(const Experiment& experiment, const Sweep& sweep, double first, double count);

/// Where a sweep stands between two values.
struct SweepState {
  double v = 0.0, u = 0.0;
  double firing = 0.0;   // 1: (v, u) is a state after a spike of lasting firing; 0: it is at rest
  double started = 0.0;  // 0: begin in the experiment's own start
};

template <>
inline constexpr auto fields<SweepState> = std::tuple{
    result(&SweepState::v, "v", "mV", "Membrane potential."),
    result(&SweepState::u, "u", "pA", "Recovery current."),
    result(&SweepState::firing, "firing", "", "1 while the cell fires."),
    result(&SweepState::started, "started", "", "0 before the first value."),
};

/// What the cell ends in at some of a sweep's values, each begun where the last one ended.
struct SweepPart {
  std::vector<double> value, rate;              // Hz; 0 at rest
  std::vector<double> cycle;                    // spikes per cycle; 0: at rest, or no repeat was seen
  std::vector<double> burst_spikes, burst_gap;  // where it bursts: mean spikes per burst, mean ms between; else 0
  std::vector<double> after_value, after_u;     // u after each spike of the cycle (without one: of the last 64 spikes)
  SweepState state;
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
    part(&SweepPart::state, "state", "Where it stands, to go on from."),
};

/// Values number `first` ... `first` + `count` - 1 of the sweep, in the order in which they are swept: upwards from
/// `from`, or with `down` = 1 downwards from `to`. Each is followed until the cell is captured by rest or its train
/// repeats (outcome of thresholds.hpp), so bistable ranges show as two answers for the two directions.
SweepPart sweep_part(const Experiment& experiment, const Sweep& sweep, double down, double first, double count,
                     const SweepState& state);

}  // namespace izh
