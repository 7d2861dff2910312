// core/plane/boundary.hpp: what separates firing from rest at one steady current, and where a state came from.
#pragma once

#include <optional>
#include <tuple>
#include <vector>

#include "core/plane/cycle.hpp"
#include "core/schema/text.hpp"

namespace izh {

/// What separates the initial states that fire from those that fall back to rest.
struct Boundary {
  // The saddle's stable manifold, one curve for each side, from the saddle outwards. If the saddle lies at or beyond
  // vpeak, no orbit reaches it; instead the boundary is the one orbit that just touches vpeak, backwards from there.
  std::vector<Curve> manifold;
  std::vector<Curve> cycle;  // the unstable limit cycle; where it exists, it is the threshold
  std::optional<double> cycle_period, cycle_v_low, cycle_v_high;
  Text text;  // which of the two separates, or why there is nothing to separate
};

template <>
inline constexpr auto fields<Boundary> = std::tuple{
    list(&Boundary::manifold, "manifold", 2, "The saddle's stable manifold, or the orbit that just touches vpeak."),
    list(&Boundary::cycle, "cycle", 1, "The unstable limit cycle, where it exists."),
    result(&Boundary::cycle_period, "cycle_period", "ms", "Period of the cycle."),
    result(&Boundary::cycle_v_low, "cycle_v_low", "mV", "Lowest v of the cycle."),
    result(&Boundary::cycle_v_high, "cycle_v_high", "mV", "Highest v of the cycle."),
    said(&Boundary::text, "text", "What separates firing from rest here, in words."),
};

/// What separates the initial states that fire from those that come to rest.
namespace boundary_texts {

inline constexpr Says still_lowest{"boundary.still_lowest"};  // a = 0, without a fixed point and with one
inline constexpr Says still{"boundary.still"};
inline constexpr Says none{"boundary.none"};
inline constexpr Says met{"boundary.met"};
inline constexpr Says beyond_peak{"boundary.beyond_peak"};
inline constexpr Says touching{"boundary.touching"};  // the orbit that touches vpeak
inline constexpr Says cycle{"boundary.cycle", slot::measured("from", "mV").bare(), slot::measured("to", "mV")};
inline constexpr Says unstable{"boundary.unstable"};
inline constexpr Says losing{"boundary.losing"};
inline constexpr Says manifold{"boundary.manifold"};

inline constexpr std::tuple all{still_lowest, still, none,     met,    beyond_peak,
                                touching,     cycle, unstable, losing, manifold};

}  // namespace boundary_texts

/// The boundary under a steady `current` [pA]. The manifold is followed in backward time, from 1e-6 of the fixed
/// points' distance off the saddle, until it has left the region of interest (the window and the fixed points) by that
/// region's own width, or winds more tightly than a pixel, onto the cycle or an unstable fixed point. Exact up to
/// rounding and the error of that start, which in backward time decays to the right of the v-nullcline's lowest point
/// and grows to the left of it; at most 2000 points a side. Throws std::invalid_argument when the cell is not valid,
/// and as `check` does.
Boundary boundary(const Cell& cell, double current, const PlaneWindow& window);

/// Where `state` came from under a steady `current` [pA]: the orbit in backward time, up to the edge of the window, to
/// v = c (where a reset may have put it), for `duration` [ms] or for 2000 points, whichever comes first. The first
/// point is `state` itself, the only one if it lies outside the window. Exact up to rounding. Throws
/// std::invalid_argument as `boundary` does, and when `state` is not finite or `duration` is not within 0 ... 1e5 ms.
Curve backward_orbit(const Cell& cell, double current, const State& state, const PlaneWindow& window, double duration);

}  // namespace izh
