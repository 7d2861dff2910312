// core/plane/orbit.hpp: the orbit of a run in the phase plane between two times, ready to draw.
#pragma once

#include <cstddef>
#include <vector>

#include "core/model/experiment.hpp"
#include "core/plane/phase_plane.hpp"
#include "core/solve/exact.hpp"

namespace izh {

/// Which part of an orbit to compute, and how accurately to draw it.
struct OrbitPart {
  double time = 0.0, v = -60.0, u = 0.0;  // a known state of the run: its start, or just after a spike
  double from = 0.0, to = 1000.0;
  double near_v = 0.05, near_u = 0.1;  // how far the lines between points may lie from the curve
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

/// The orbit of `experiment` in `part`, cut at its resets: one curve more than there are spikes, each from a reset (or
/// the beginning of the part) to the last point before the next reset (or the end of the part). In an exact run that
/// last point has v = vpeak, up to rounding; with fixed steps it is the last grid point that is not reset, and the
/// first curve begins with the grid point before `from`. The orbit ends early, with what there is, if the run diverges
/// or exceeds the budget; a part that ends before it begins has no curve.
/// The run continues from the given state, so that a part costs the same wherever it lies in a long train: exact up to
/// rounding, and with fixed steps bit for bit the same grid points. The lines between points stay within an ellipse of
/// half-axes near_v and near_u around the solution; with fixed steps, the solution between grid points is a straight
/// line.
/// Throws std::invalid_argument if a number of the part is not finite or out of its range, if `time` is later than
/// `from`, or if `to` is later than the end of the run.
std::vector<Curve> orbit(const Experiment& experiment, const OrbitPart& part);

/// The same for an exact run whose pieces are all in `track`: it is not solved again. `spikes` says how many spikes
/// come before the part's own state.
std::vector<Curve> orbit_along(const Track& track, std::size_t spikes, const Experiment& experiment,
                               const OrbitPart& part);

}  // namespace izh
