// core/plane/cycle.hpp: the unstable limit cycle of a cell that loses its resting state at a Hopf point.
#pragma once

#include <optional>

#include "core/plane/phase_plane.hpp"

namespace izh {

/// The unstable limit cycle around the lower fixed point: orbits that start inside it fall back to rest, those that
/// start outside do not.
struct Cycle {
  Curve curve;  // closed: the last point is the first
  double period = 0.0;
  double v_low = 0.0, v_high = 0.0, u_low = 0.0, u_high = 0.0;  // its extent
  double crossing = 0.0;  // mV: where it crosses the fixed point's u, to the right of it
};

template <>
inline constexpr auto fields<Cycle> = std::tuple{
    part(&Cycle::curve, "curve", "The cycle, once around."),
    result(&Cycle::period, "period", "ms", "Once around."),
    result(&Cycle::v_low, "v_low", "mV", "Lowest v."),
    result(&Cycle::v_high, "v_high", "mV", "Highest v."),
    result(&Cycle::u_low, "u_low", "pA", "Lowest u."),
    result(&Cycle::u_high, "u_high", "pA", "Highest u."),
    result(&Cycle::crossing, "crossing", "mV", "Where it passes the fixed point's u, to the right of it."),
};

/// The unstable limit cycle under a steady `current` [pA]. It exists for b > a C, between the homoclinic current and
/// I_H; none elsewhere, and none where it would pass vpeak or where b > 1e7 a C, as rounding then leaves it too few
/// digits. Its crossing is found by bisection of the return map. Rounding moves it by about 1e-13 of v divided by the
/// relative contraction per turn, which vanishes at I_H itself and scales as √(a C/b); at b = 1e7 a C that is up to a
/// hundredth of its width, or two near I_H. The points lie on the flow, to rounding. Takes about a hundred solver steps
/// a turn, whatever b/(a C).
std::optional<Cycle> unstable_cycle(const Cell& cell, double current);

/// The current [pA] between I* and I_H at which the unstable cycle is born from the saddle's homoclinic loop; none when
/// the cell has no Hopf point. By bisection on whether the saddle's stable manifold winds inwards, ignoring vpeak. The
/// error is at most 1e-9 pA, 1e-9 of the distance from I* to I_H, or rounding, whichever is largest; above about b = 30
/// a C, it exceeds I* by less than that.
std::optional<double> homoclinic_current(const Cell& cell);

}  // namespace izh
