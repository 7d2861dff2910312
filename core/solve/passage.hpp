// core/solve/passage.hpp: from one spike to the next under a steady current.
#pragma once

#include <optional>

#include "core/solve/capture.hpp"
#include "core/solve/exact.hpp"

namespace izh {

enum class Next { spike, rest, undecided };

/// What follows a state. If that is a spike, `state` is the state just after its reset.
struct Passage {
  Next next = Next::undecided;
  double time = 0.0;  // ms until then
  State state;
  double steps = 0.0;  // of the solver
};

/// A state from which to follow a train instead of `start`; the train from the first spike on is the same, but comes at
/// another time. Where `start` must pass the ghost of the saddle-node it is a state just beyond the ghost, else `start`
/// itself. A passage may last hours, and a stiff cell takes steps of a few ms.
/// Derivation, for b <= 0 and the saddle-node at (v_c, u_c): an orbit leaves the quadrant v < v_c, u > u_c only through
/// v = v_c, with u within I - I_SN of u_c (see `held_by_saddle`). From there w = v - vr moves along the slow manifold,
/// u = b w - (b/a) w' to first order, as (C - b/a) w' = k (w - w_c)² + I - I_SN, and the distance from that manifold
/// contracts at the rate a - b/C - 2 k (w - w_c)/C. The state is chosen so that only e^-60 of that distance is left
/// where the contraction ends.
State past_bottleneck(const Cell& cell, const State& start, double current);

/// The passages from spike to spike of one cell under one steady current [pA].
class Passages {
 public:
  Passages(const Cell& cell, double current);

  /// The stable fixed point, where there is one with a region of capture around it.
  std::optional<State> rest() const { return region_ ? std::optional(region_->rest) : std::nullopt; }

  /// From `state` to the next spike, or until it is certain that none follows (see `rests`). Exact up to rounding.
  /// Undecided after `most_steps` solver steps, or when the numbers overflow. With v at or above vpeak the cell fires
  /// at once.
  Passage from(const State& state, double most_steps = 4000) const;

  /// The same from the state after a spike that left the recovery variable at u.
  Passage after(double u, double most_steps = 4000) const { return from({cell_.c, u}, most_steps); }

  /// The slope of the map from u after one spike to u after the next, at the state (c, u): exact up to rounding,
  /// however steep the map. None where no spike follows or it takes more than `most_steps`. Derivation: a displacement
  /// (0, du) after a spike obeys the linearized flow, in which its cross product with the velocity (v', u') grows at
  /// the rate of the flow's divergence D = k (2v - vr - vt)/C - a (Liouville). That product is v' du after the reset.
  /// At the peak it is v' times the displacement of u at v = vpeak; the shift of the spike time does not matter, since
  /// a displacement along the velocity has no cross product with it. So the slope is v' after the reset over v' at the
  /// peak times the exponential of ∫ D dt.
  std::optional<double> slope(double u, double most_steps = 4000) const;

  /// Whether it is certain that no spike follows: within the region of capture, or held by the saddle (capture.hpp);
  /// with a = 0, at a v from which it cannot rise to vpeak.
  bool rests(const State& state) const;

 private:
  Cell cell_;
  double current_;
  NormalForm form_;
  std::optional<Capture> region_;
};

}  // namespace izh
