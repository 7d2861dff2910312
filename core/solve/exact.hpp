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
#include "core/solve/piece.hpp"

namespace izh {

/// What the solver needs to know of a cell: the normal form, its peak, its reset and the terms of its series.
class NormalForm {
 public:
  explicit NormalForm(const Cell& cell)
      : kappa_(cell.k / cell.C),
        middle_((cell.vr + cell.vt) / 2),
        P_(kappa_ * (cell.vt - cell.vr)),
        quarter_(P_ * P_ / 4),
        constant_(cell.a * (cell.b / cell.C) * P_ / 2 + cell.a * quarter_),
        per_current_(kappa_ / cell.C),
        jump_(per_current_ * cell.d),
        c_(cell.c),
        vpeak_(cell.vpeak),
        A(cell.a * cell.b / cell.C),
        a(cell.a) {}

  double z(double v) const { return kappa_ * (v - middle_); }
  double v(double z) const { return z / kappa_ + middle_; }
  double q(double u, double current) const { return per_current_ * u + quarter_ - per_current_ * current; }
  double u(double q, double current) const { return (q - quarter_) / per_current_ + current; }
  double peak() const { return z(vpeak_); }
  double after_reset() const { return z(c_); }
  double jump() const { return jump_; }

  /// F(t + x) = first + second x while I(t + x) = current + slope x.
  std::pair<double, double> forcing(double current, double slope) const {
    const double J = per_current_ * current, dJ = per_current_ * slope;
    return {constant_ - a * J - dJ, -a * dJ};
  }

  /// The scale of z that errors are relative to: half the distance from vr to vt (in z), never below the spike's own
  /// scale, and positive for every valid cell.
  double scale() const {
    return std::max(std::max(std::fabs(P_) / 2, kappa_ * 1e-3),
                    std::max(std::fabs(peak()), std::fabs(after_reset())) / 1000);
  }

 private:
  double kappa_, middle_, P_, quarter_, constant_, per_current_, jump_, c_, vpeak_;

 public:
  const double A, a;
};

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
