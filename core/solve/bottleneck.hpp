// core/solve/bottleneck.hpp: the passage past the ghost of a saddle-node, however long it takes.
#pragma once

#include <array>
#include <optional>

#include "core/model/cell.hpp"

namespace izh {

/// The slow manifold near the ghost of the saddle-node, under a current [pA] above I_SN: every orbit there passes along
/// it.
///
/// The solver would follow a stiff cell along it in steps of the fast time constant, for hours of model time.
/// Derivation: with w = v - vr, x = w - w_SN, D = I - I_SN, m = aC - b and s(x) = w' on an orbit, the model is
/// m s = a (k x² + D) + 2k x s - C s ds/dx, exactly. The slow manifold is the solution with a power series; iteration
/// gives its coefficients where the last term is small. The time from x to X is ∫ dx/s. Orbits off the manifold
/// approach it at the rate m/C.
class Bottleneck {
 public:
  /// None where m <= 0, the current is not above I_SN, the solver passes in about 4000 steps or fewer, or the series
  /// does not reach far enough.
  static std::optional<Bottleneck> of(const Cell& cell, double current);

  /// Time [ms] from a state on the slow manifold, before its middle, to `beyond`, to a relative error of about 1e-12.
  /// None for any other state.
  std::optional<double> time_from(const State& state) const;

  State beyond() const;

 private:
  static constexpr int order = 24;

  Bottleneck(const Cell& cell, double current);

  /// True when the series solves the equation at -`wide_`, 0 and `wide_`, to rounding.
  bool solves() const;
  double speed(double x) const;
  double bend(double x) const;  // ds/dx
  double time(double from, double to) const;

  Cell cell_;
  double current_, middle_, over_, falls_, wide_;  // pA; w of the saddle-node, mV; D, pA; m, nS; mV either side
  std::array<double, order + 1> series_{};
};

}  // namespace izh
