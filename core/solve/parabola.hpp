// core/solve/parabola.hpp: from spike to spike at the current I* itself, where the parabola through the saddle is an
// orbit.
#pragma once

#include "core/solve/passage.hpp"

namespace izh {

/// The model at I*, in coordinates in which nothing is lost however close an orbit passes to the parabola.
///
/// With w = v - vr, u = P(w) = α + β w + k w² on the parabola (`invariant_parabola`) and h = P(w) - u, the model at I*
/// is C w' = -(a C/2)(w - w0) + h and h' = h ((β + 2k w)/C - a), w0 at the saddle: h keeps its sign, so no orbit
/// crosses. Within the parabola, h <= 0, all come to rest, or to the saddle: rest is stable there, and the unstable
/// cycle exists only above I*. Below it, h > 0, all fire. In (v, u), h is lost in rounding where it is some 1e-16 of u,
/// and with it when the orbit leaves the parabola; here ln h is followed, and where h is next to nothing in closed
/// form.
class Parabola {
 public:
  /// None where there is no I*, or the saddle lies at or beyond vpeak then (see `longest_interval`).
  static std::optional<Parabola> of(const Cell& cell);

  /// I* [pA].
  double current() const { return current_; }

  /// As `Passages::from` at I*, to about 1e-13 of u and of the time.
  Passage from(const State& state, double most_steps = 4000) const;

 private:
  Parabola(const Cell& cell, double current);

  /// h at a state [pA].
  double below(const State& state) const;

  Cell cell_;
  double current_, saddle_;  // pA; w of the saddle
};

/// The longest interval [ms] at I* of a train whose orbits lie below the parabola, where the saddle lies beyond vpeak:
/// none else. Derivation: C w' = (a C/2)(w0 - w) + h with h > 0, so that w rises from its reset to its peak in no more
/// than (2/a) ln((w0 - w_c)/(w0 - w_peak)), which is what the parabola itself takes.
std::optional<double> longest_interval(const Cell& cell);

}  // namespace izh
