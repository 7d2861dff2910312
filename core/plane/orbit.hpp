// core/plane/orbit.hpp: the way of a run through the phase plane between two instants, fit to be drawn.
#pragma once

#include <vector>

#include "core/model/experiment.hpp"
#include "core/plane/phase_plane.hpp"

namespace izh {

/// Which part of an orbit is asked for, and how closely it is to be drawn.
struct OrbitPart {
  double time = 0.0, v = -60.0, u = 0.0;  // a state that the run is known to have: its start, or just after a spike
  double from = 0.0, to = 1000.0;
  double near_v = 0.05, near_u = 0.1;  // how far from the curve the lines between its points may lie
  double budget = 2e4;
};

template <>
inline constexpr auto fields<OrbitPart> = std::tuple{
    number(&OrbitPart::time, "time", "ms", hard{0, 1e5}, usual{0, 1000}, "When the run is known to be at v and u."),
    number(&OrbitPart::v, "v", "mV", hard{-1e12, 1e12}, usual{-90, 40}, "Membrane potential then."),
    number(&OrbitPart::u, "u", "pA", hard{-1e15, 1e15}, usual{-400, 400}, "Recovery current then."),
    number(&OrbitPart::from, "from", "ms", hard{0, 1e5}, usual{0, 1000}, "Start of the part."),
    number(&OrbitPart::to, "to", "ms", hard{0, 1e5}, usual{0, 1000}, "End of the part."),
    number(&OrbitPart::near_v, "near_v", "mV", hard{1e-12, 1e12}, usual{0.01, 1}, "How exactly v is drawn."),
    number(&OrbitPart::near_u, "near_u", "pA", hard{1e-12, 1e15}, usual{0.01, 1}, "How exactly u is drawn."),
    number(&OrbitPart::budget, "budget", "steps", hard{1, 1e9}, usual{1e3, 1e7},
           "Most solver steps it may take; eight halvings count as one."),
};

/// The orbit of `experiment` in `part`, cut at its resets: one curve more than there are spikes, each from where a
/// reset (or the part) begins it to the last point before the next reset (or to the end of the part). Such a last
/// point has v = vpeak in an exact run, as far as rounding goes; in fixed steps it is the last grid point that is not
/// reset, and a curve begins with the grid point before `from`. Ends early, with what there is, where the run diverges
/// or needs more than the budget; a part that ends before it begins has no curve.
/// The run goes on from the state given, so that a part costs the same wherever it lies in a long train: exact up to
/// rounding, and in fixed steps the same grid points bit for bit. Lines between the points lie within an ellipse of
/// near_v and near_u of the solution, of which fixed steps have nothing between grid points but such lines.
/// Throws std::invalid_argument where a number of the part is not finite or out of its range, `time` is later than
/// `from`, or `to` than the end of the run.
std::vector<Curve> orbit(const Experiment& experiment, const OrbitPart& part);

}  // namespace izh
