// core/exact.hpp: the Taylor solver: adaptive, of fixed order, with every spike located to the last bits.
//
// In z = (k/C)(v - (vr + vt)/2) and q = (k/C) u + P²/4 - J(t), with P = (k/C)(vt - vr) and J = (k/C) I/C, the model
// between spikes is z' = z² - q, q' = A z - a q + F(t), with A = a b/C and F = a (b/C) P/2 + a P²/4 - a J - J'. Its
// Taylor coefficients follow one from another by a sum of products, so that one step reaches as far as a fixed share
// of the distance to the pole of the upstroke, and the step's own coefficients tell its error: no step is rejected.
// Source: Jorba and Zou (2005), A software package for the numerical integration of ODEs by means of high-order
// Taylor methods, Experimental Mathematics 14, for the choice of step; the normal form is derived here.
#pragma once

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/experiment.hpp"
#include "core/recording.hpp"
#include "core/taylor.hpp"

namespace izh {

/// What the solver asks of a cell: the normal form, its peak, its reset and the terms of its series.
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

  /// The size against which errors of z are measured: half the distance from vr to vt, never below the spike's own
  /// scale, and above 0 for every valid cell.
  double scale() const {
    return std::max(std::max(std::fabs(P_) / 2, kappa_ * 1e-3),
                    std::max(std::fabs(peak()), std::fabs(after_reset())) / 1000);
  }

 private:
  double kappa_, middle_, P_, quarter_, constant_, per_current_, jump_, c_, vpeak_;

 public:
  const double A, a;
};

/// A point of an orbit in normal form. The time is a pair of doubles, so that it loses nothing as it adds up.
struct Orbit {
  double time, time_low;
  double z, q;
};

/// The solution from `time` + `time_low` on, for `length`, as polynomials in the time since then.
template <int N>
struct Piece {
  double time, time_low, length;
  double z[N + 1], q[N + 1];

  /// The time since the start of the piece at which the run's clock shows `at`.
  double since(double at) const { return (at - time) - time_low; }
};

enum class Stop { spike, reached, out_of_steps, diverged };

namespace taylor {

template <int N>
inline void expand(Piece<N>& piece, double A, double a, const std::pair<double, double>& force) {
  expand<N, double>(piece.z, piece.q, A, a, force.first, force.second);
}

template <int N>
inline double step_length(const Piece<N>& piece, double tolerance) {
  return step_length<N>(piece.z, piece.q, tolerance);
}

/// The first time in (0, high] at which z reaches `peak`, given z(0) < peak <= z(high). On the upstroke 1/z is nearly
/// linear in time and z' = z² - q nearly z peak - q, which is exact for a constant q; the bracket guards both.
template <int N>
[[gnu::noinline]] double crossing(const Piece<N>& piece, double peak, double high) {
  double low = 0;
  const double z0 = piece.z[0], z1 = evaluate<N>(piece.z, high);
  double x = z0 > 0 ? high * (1 / z0 - 1 / peak) / (1 / z0 - 1 / z1) : high / 2;
  double width = high;
  for (int round = 1; round <= 200; ++round) {
    if (!(x > low && x < high)) x = low + (high - low) / 2;
    const double z = evaluate<N>(piece.z, x), q = evaluate<N>(piece.q, x);
    (z < peak ? low : high) = x;
    double next = x + (peak - z) / (z * peak - q);
    if (round % 5 == 0) {
      if (high - low > width / 2) next = low + (high - low) / 2;
      width = high - low;
    }
    if (!(next >= low && next <= high)) next = low + (high - low) / 2;
    const double change = std::fabs(next - x);
    x = next;
    if (change <= 4e-16 * (1 + x)) break;
  }
  return x;
}

/// Whether z may touch `peak` inside a step: a maximum there needs z' = z² - q = 0, and q, which is smooth over a step,
/// is rarely large enough. `q` and `end_q` are its values at both ends.
inline bool may_graze(double q, double end_q, double peak) {
  return !(peak > 0 && std::max(q, end_q) < peak * peak / 2);
}

/// Where z first touches `peak` inside a step at whose end it is below it again, or a negative number.
template <int N>
[[gnu::noinline]] double grazing(const Piece<N>& piece, double peak, double length);

extern template double crossing<order>(const Piece<order>& piece, double peak, double high);
extern template double grazing<order>(const Piece<order>& piece, double peak, double length);

}  // namespace taylor

/// Follows `orbit` under the current of `drive` to the next spike or to `until`, whichever comes first, and hands every
/// accepted piece to `each(piece)`. At a spike, orbit holds the moment of the peak, before the reset. `steps` counts
/// down. Spike times are exact up to rounding: about 1e-13 ms a spike, more where the orbit itself amplifies rounding.
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
    if (length == left) {  // land on the edge itself
      orbit.time = until;
      orbit.time_low = 0;
      return Stop::reached;
    }
    taylor::move(orbit.time, orbit.time_low, length);
  }
}

template <int N>
double taylor::grazing(const Piece<N>& piece, double peak, double length) {
  // The bound of z over the step comes first: it is a plain sum, and in most steps lies far below the peak.
  double bound = 0;
  for (int n = N; n >= 1; --n) bound = (bound + std::max(0.0, piece.z[n])) * length;
  if (piece.z[0] + bound < peak) return -1;

  const auto slope = [&](double x) {
    const double z = evaluate<N>(piece.z, x);
    return z * z - evaluate<N>(piece.q, x);
  };
  constexpr int parts = 16;
  double low = 0;
  bool rising = slope(0) > 0;
  for (int i = 1; i <= parts; ++i) {
    const double high = length * i / parts;
    const bool still_rising = slope(high) > 0;
    if (rising && !still_rising) {
      double left = low, right = high;  // the maximum lies between
      for (int round = 0; round < 60; ++round) {
        const double middle = left + (right - left) / 2;
        (slope(middle) > 0 ? left : right) = middle;
      }
      if (evaluate<N>(piece.z, left) >= peak) return crossing<N>(piece, peak, left);
    }
    rising = still_rising;
    low = high;
  }
  return -1;
}

/// `advance` of the order that is used throughout, without a look at the pieces.
Stop follow(const NormalForm& form, Orbit& orbit, const Segment& drive, double until, double& steps);

/// Runs `experiment` by the Taylor method. See `simulate` for what comes back.
Recording simulate_exact(const Experiment& experiment, const Window& window);

}  // namespace izh
