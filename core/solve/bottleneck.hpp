// core/solve/bottleneck.hpp: the passage of a saddle-node that has just vanished, however long it takes.
#pragma once

#include <array>
#include <optional>

#include "core/model/cell.hpp"

namespace izh {

/// The slow manifold beside v of the saddle-node under a current [pA] above I_SN, along which every orbit there passes.
///
/// A stiff cell follows it in steps of its fast time constant, for hours. Derivation: with w = v - vr, x = w less that
/// of the saddle-node, D = I - I_SN, m = aC - b and s(x) = w' on an orbit, the model is
/// m s = a (k x² + D) + 2k x s - C s ds/dx, exactly. The slow manifold is the solution that has a power series, whose
/// coefficients follow by iteration where the last term is small, and the time from x to X is ∫ dx/s. What lies beside
/// it comes to it at the rate m/C.
class Bottleneck {
 public:
  /// None where m <= 0, the current is not above I_SN, or a passage takes no more than some 4000 steps of the solver.
  static std::optional<Bottleneck> of(const Cell& cell, double current);

  /// From a state on the slow manifold, before its middle, to `beyond` [ms], to about 1e-12 of it; none from elsewhere.
  std::optional<double> time_from(const State& state) const;

  State beyond() const;

 private:
  static constexpr int order = 24;

  Bottleneck(const Cell& cell, double current);

  /// True when the series solves the equation at both ends of ±`wide_`, to rounding.
  bool solves() const;
  double speed(double x) const;
  double bend(double x) const;  // ds/dx
  double time(double from, double to) const;

  Cell cell_;
  double current_, middle_, over_, falls_, wide_;  // pA; w of the saddle-node, mV; D, pA; m, nS; mV either side
  std::array<double, order + 1> series_{};
};

}  // namespace izh
