// core/sweep/bifurcation.hpp: the fixed points and the limit cycle of a cell against the current or any of its
// parameters, and where they change qualitatively.
#pragma once

#include <cstddef>
#include <optional>
#include <tuple>
#include <vector>

#include "core/schema/text.hpp"
#include "core/sweep/sweep.hpp"

namespace izh {

/// The fixed points along a sweep, one entry for each that exists, values ascending; `kind` indexes Stability. Besides
/// the sweep's own values there are some that close in on each saddle-node, where both branches end in the same point.
/// Points at or above vpeak, which no orbit reaches, are left out, as are marks there.
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

/// How the dynamics change at a value of a sweep.
enum class Change { saddle_node, andronov_hopf, homoclinic, invariant_parabola, node_to_focus, focus_to_node };

inline const char* names(Change change) {
  constexpr const char* all[] = {"saddle_node",        "andronov_hopf", "homoclinic",
                                 "invariant_parabola", "node_to_focus", "focus_to_node"};
  return all[static_cast<std::size_t>(change)];
}

/// A value at which the dynamics change.
struct Mark {
  Change id = Change::saddle_node;
  double value = 0.0;
  double v = 0.0;  // mV, of the fixed point there
};

template <>
inline constexpr auto fields<Mark> = std::tuple{
    choice(&Mark::id, "id", "What changes there."),
    result(&Mark::value, "value", "", "Value of what is swept."),
    result(&Mark::v, "v", "mV", "v of the fixed point there."),
};

/// The part of a bifurcation diagram that needs no simulation.
struct Skeleton {
  FixedBranch lower, upper;       // the lower fixed point, and the saddle
  std::vector<Mark> marks;        // values ascending
  std::vector<double> cycle;      // values at which the unstable cycle may exist, denser towards its ends; ascending
  std::optional<double> stopped;  // the value at which the cell is no longer valid: the sweep ends before it
  Invalid invalid;                // why it is not valid
  Text text;                      // what changes where; empty where the cell is valid nowhere in the range
};

template <>
inline constexpr auto fields<Skeleton> = std::tuple{
    part(&Skeleton::lower, "lower", "The lower fixed point."),
    part(&Skeleton::upper, "upper", "The upper fixed point, a saddle."),
    list(&Skeleton::marks, "marks", 64, "Where something changes."),
    samples(&Skeleton::cycle, "cycle", "", "Values at which the unstable cycle may exist."),
    result(&Skeleton::stopped, "stopped", "", "Value at which the cell is not valid any more."),
    part(&Skeleton::invalid, "invalid", "Why the cell is not valid there."),
    said(&Skeleton::text, "text", "What changes where."),
};

/// Fixed points, and saddle-node, Hopf, homoclinic, I* and node-focus values, of `experiment`'s cell along `sweep`.
/// Along the current the marks are closed forms (except the homoclinic one, which is found by search). Along a
/// parameter they are the values at which the same closed forms equal the sweep's current, by bisection between the
/// sweep's values to 1e-12 of its range. Throws std::invalid_argument when the sweep does not go from low to high or
/// does not have 2 to 2000 points.
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

/// Those of `values` of the swept quantity at which the cycle exists, with its extent there. `Skeleton::cycle` lists
/// the values worth asking for: a curve through them shows the whole branch. Each takes about a millisecond.
CycleExtent cycle_extent(const Experiment& experiment, const Sweep& sweep, const std::vector<double>& values);

}  // namespace izh
