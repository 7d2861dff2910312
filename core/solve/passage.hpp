// core/solve/passage.hpp: from one spike to the next under a steady current.
#pragma once

#include <optional>

#include "core/solve/capture.hpp"
#include "core/solve/exact.hpp"

namespace izh {

enum class Next { spike, rest, undecided };

/// What follows a state: after a spike, `state` is the one just after its reset.
struct Passage {
  Next next = Next::undecided;
  double time = 0.0;  // ms until then
  State state;
  double steps = 0.0;  // of the solver
};

/// Where a train may be followed from instead of `start`, for all that comes with and after its first spike, its time
/// alone excepted: where `start` must pass the saddle-node that has just vanished, just beyond it. Else `start` itself.
/// A passage may last hours, and a stiff cell takes steps of some ms.
/// Derivation, for b <= 0: from the quarter beside the saddle-node (v < v of it, u > u of it) an orbit leaves by v = v
/// of it alone, with u within I - I_SN of it (see `held_by_saddle`). From there on w = v - vr moves along the slow
/// manifold, u = b w - (b/a) w' to first order, as (C - b/a) w' = k (w - w_c)² + I - I_SN, and what lies beside it
/// contracts at the rate a - b/C - 2 k (w - w_c)/C. The place is chosen so that e^-60 of it is left where that ends.
State past_bottleneck(const Cell& cell, const State& start, double current);

/// One cell under one steady current [pA], of which many passages are asked.
class Passages {
 public:
  Passages(const Cell& cell, double current);

  /// The stable fixed point, where there is one that a region is found around.
  std::optional<State> rest() const { return region_ ? std::optional(region_->rest) : std::nullopt; }

  /// From `state` to the next spike, or until it is certain that none comes (see `capture_region`). Exact up to
  /// rounding. Undecided after `most_steps` solver steps, or when the numbers run away. v at or above vpeak fires at
  /// once.
  Passage from(const State& state, double most_steps = 4000) const;

  /// The same from the state after a spike that left the recovery variable at u.
  Passage after(double u, double most_steps = 4000) const { return from({cell_.c, u}, most_steps); }

  /// How u after the next spike changes with u after this one, from the state (c, u): exact up to rounding, however
  /// steep the map. None where no spike follows, or it takes more than `most_steps`. Derivation: a displacement (0, du)
  /// after a spike obeys the linearized flow, in which its cross product with the velocity (v', u') grows at the rate
  /// of the flow's divergence D = k (2v - vr - vt)/C - a (Liouville). That product is v' du after the reset. At the
  /// peak it is v' times the displacement of u at v = vpeak, which the spike's own moment does not change, since a
  /// displacement along the velocity has no cross product with it. So the slope is v' after the reset over v' at the
  /// peak times the exponential of ∫ D dt.
  std::optional<double> slope(double u, double most_steps = 4000) const;

  /// Whether it is certain that no spike follows: within the region of capture.hpp, or held by the saddle as it tells
  /// that; with a = 0, at a v from which it cannot rise to vpeak.
  bool rests(const State& state) const;

 private:
  Cell cell_;
  double current_;
  NormalForm form_;
  std::optional<Capture> region_;
};

}  // namespace izh
