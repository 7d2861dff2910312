// core/solve/parabola.hpp: from spike to spike at the current I* itself, where the parabola through the saddle is
// invariant.
#pragma once

#include "core/solve/passage.hpp"

namespace izh {

/// The model at I*, in coordinates that lose no accuracy however close an orbit passes to the parabola.
///
/// With w = v - vr, u = P(w) = α + β w + k w² on the parabola (`invariant_parabola`) and h = P(w) - u, the model at I*
/// is C w' = -(a C/2)(w - w0) + h and h' = h ((β + 2k w)/C - a), w0 being w at the saddle: h keeps its sign, so no
/// orbit crosses. On and above the parabola, h <= 0, every orbit goes to rest or to the saddle: rest is stable, and the
/// unstable cycle exists only above I*. Below it, h > 0, every orbit fires. In (v, u), an h of about 1e-16 of u is lost
/// in rounding, and with it the moment at which the orbit leaves the parabola. So ln h is followed here, in closed form
/// where h is negligible.
class Parabola {
 public:
  /// None where there is no I*, or where the saddle at I* lies at or beyond vpeak (see `longest_interval`).
  static std::optional<Parabola> of(const Cell& cell);

  /// I* [pA].
  double current() const { return current_; }

  /// As `Passages::from` at I*, to about 1e-13 of u and of the time.
  Passage from(const State& state, double most_steps = 4000) const;

 private:
  Parabola(const Cell& cell, double current);

  /// h [pA] at a state.
  double below(const State& state) const;

  Cell cell_;
  double current_, saddle_;  // pA; w of the saddle
};

/// The longest interspike interval [ms] at I* of a train whose orbits lie below the parabola. None unless I* exists and
/// the saddle lies beyond vpeak. Derivation: C w' = (a C/2)(w0 - w) + h with h > 0, so that w rises from its reset to
/// its peak in no more than (2/a) ln((w0 - w_c)/(w0 - w_peak)), the time that it takes along the parabola itself.
std::optional<double> longest_interval(const Cell& cell);

}  // namespace izh
