// core/solve/exact.hpp: the Taylor solver: adaptive steps, fixed order, every spike located to the last bits.
//
// In z = (k/C)(v - (vr + vt)/2) and q = (k/C) u + P²/4 - J(t), with P = (k/C)(vt - vr) and J = (k/C) I/C, the model
// between spikes is z' = z² - q, q' = A z - a q + F(t), with A = a b/C and F = a (b/C) P/2 + a P²/4 - a J - J'. Its
// Taylor coefficients follow from one another by a sum of products. A step covers a fixed share of the distance to the
// pole of the upstroke, and the step's own coefficients give its error, so no step is rejected. Source: Jorba and Zou
// (2005), A software package for the numerical integration of ODEs by means of high-order
// Taylor methods, Experimental Mathematics 14, for the choice of step; the normal form is derived here.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include "core/model/experiment.hpp"
#include "core/model/recording.hpp"
#include "core/solve/normal_form.hpp"
#include "core/solve/piece.hpp"

namespace izh {

/// A point of an orbit in normal form. The time is a pair of doubles, so that no rounding accumulates.
struct Orbit {
  double time, time_low;
  double z, q;
};

enum class Stop { spike, reached, out_of_steps, diverged };

/// Follows `orbit` under the current of `drive` to the next spike or to `until`, whichever comes first, and hands every
/// piece to `each(piece)`. At a spike, `orbit` is left at the peak, before the reset. `steps` counts down. Spike times
/// are exact up to rounding: about 1e-13 ms a spike, more where the orbit itself amplifies rounding.
template <int N, class Each>
Stop advance(const NormalForm& form, Orbit& orbit, const Segment& drive, double until, double& steps, Each&& each) {
  const double tolerance = taylor::epsilon * form.scale(), peak = form.peak();
  Piece<N> piece;
  for (;;) {
    piece.time = orbit.time;
    piece.time_low = orbit.time_low;
    const double left = piece.since(until);
    if (!(left > 0)) return Stop::reached;
    if (!(steps > 0)) return Stop::out_of_steps;
    steps -= 1;

    piece.z[0] = orbit.z;
    piece.q[0] = orbit.q;
    taylor::expand<N>(piece, form.A, form.a, form.forcing(drive.at(orbit.time), drive.slope));
    if (!std::isfinite(piece.z[N]) || !std::isfinite(piece.q[N])) return Stop::diverged;
    double length = std::min(left, taylor::step_length<N>(piece, tolerance));
    const double end = taylor::evaluate<N>(piece.z, length);

    double end_q = taylor::evaluate<N>(piece.q, length), spike = -1;
    if (end >= peak)
      spike = taylor::crossing<N>(piece, peak, length);
    else if (taylor::may_graze(piece.q[0], end_q, peak))
      spike = taylor::grazing<N>(piece, peak, length);
    const bool fires = spike >= 0;
    if (fires) {
      length = spike;
      end_q = taylor::evaluate<N>(piece.q, length);
    }
    piece.length = length;
    each(std::as_const(piece));

    orbit.q = end_q;
    if (fires) {
      orbit.z = peak;
      taylor::move(orbit.time, orbit.time_low, length);
      return Stop::spike;
    }
    orbit.z = end;
    if (length == left) {  // land exactly on the edge
      orbit.time = until;
      orbit.time_low = 0;
      return Stop::reached;
    }
    taylor::move(orbit.time, orbit.time_low, length);
  }
}

/// `advance` with the order used throughout, ignoring the pieces.
Stop follow(const NormalForm& form, Orbit& orbit, const Segment& drive, double until, double& steps);

/// A piece of a run: under which current, after how many spikes, and whether it ends with one.
struct Leg {
  Piece<taylor::order> piece;
  Segment drive;
  std::size_t spikes = 0;
  bool fires = false;
};

/// All pieces of a run in their order, for whoever draws it: then it need not be solved again. Of a longer run than
/// `most` pieces there are none.
struct Track {
  static constexpr std::size_t usual = 192, most = 2000;
  std::vector<Leg> legs;
  bool whole = true;
};

/// Runs `experiment` by the Taylor method, and notes its pieces in `track` where there is one. See `simulate` for what
/// comes back.
Recording simulate_exact(const Experiment& experiment, const Window& window, Track* track = nullptr);

}  // namespace izh
