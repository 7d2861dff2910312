// core/sweep/run_trials.hpp: a run tried with one amplitude of its step after another, by its own method.
#pragma once

#include "core/model/experiment.hpp"
#include "core/solve/outcome.hpp"

namespace izh {

/// The trials of one search, and the solver steps that are left for all of them: what a run in fixed steps does before
/// its end, which no other method can tell.
class RunTrials {
 public:
  /// Spikes count from `onset` [ms] on. Fixed steps cost a tenth of the exact method's.
  explicit RunTrials(double onset, double steps = 1.5e7) : onset_(onset), left_(steps) {}

  double left() const { return left_; }
  bool exhausted() const { return !(left_ > 0); }

  /// Whether a spike comes: rests, fires_on or undecided.
  Fate fires(const Experiment& run);

 private:
  double onset_, left_;
};

}  // namespace izh
