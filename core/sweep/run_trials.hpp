// core/sweep/run_trials.hpp: tries a run with one amplitude of its step after another, by its own method.
#pragma once

#include "core/model/experiment.hpp"
#include "core/solve/outcome.hpp"

namespace izh {

/// The trials of one search, and the solver steps left for all of them. Needed for fixed-step runs: no other method can
/// tell what they do before their end.
class RunTrials {
 public:
  /// Spikes count from `onset` [ms] on. A fixed step costs a tenth of a step of the exact method.
  explicit RunTrials(double onset, double steps = 1.5e7) : onset_(onset), left_(steps) {}

  double left() const { return left_; }
  bool exhausted() const { return !(left_ > 0); }

  /// Whether a spike comes: rests, fires_on or undecided.
  Fate fires(const Experiment& run);

 private:
  double onset_, left_;
};

}  // namespace izh
