// core/passage.hpp: from one spike to the next under a steady current.
#pragma once

#include <optional>

#include "core/capture.hpp"
#include "core/exact.hpp"

namespace izh {

enum class Next { spike, rest, undecided };

/// What follows a state: after a spike, `state` is the one just after its reset.
struct Passage {
  Next next = Next::undecided;
  double time = 0.0;  // ms until then
  State state;
  double steps = 0.0;  // of the solver
};

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

  /// Whether it is certain that no spike follows: within the region of capture.hpp or, with a = 0, at a v from which it
  /// cannot rise to vpeak.
  bool rests(const State& state) const;

 private:
  Cell cell_;
  double current_;
  NormalForm form_;
  std::optional<Capture> region_;
};

}  // namespace izh
