// core/sweep/trials.hpp: one cell, from one state, tried with one amplitude of a step after another by the exact
// method.
#pragma once

#include <optional>
#include <vector>

#include "core/model/stimulus.hpp"
#include "core/schema/require.hpp"
#include "core/solve/exact.hpp"
#include "core/solve/outcome.hpp"

namespace izh {

/// A stretch of time from the onset of a step on: the currents beside the step, and whether the step is on.
struct StepPart {
  Segment others;
  bool on;
};

/// The stretches from the `onset` of a step on [ms], in order, the last one without end. The step ends at `end` [ms]
/// (none: never); the `others` flow beside it.
std::vector<StepPart> step_parts(const std::vector<Stimulus>& others, double onset, std::optional<double> end);

/// The trials of one search, and the solver steps that are left for all of them. Of these no trial takes more than 1e5;
/// what is not known by then is undecided. Keeps a reference to the cell.
class Trials {
 public:
  Trials(const Cell& cell, const State& start, double steps) : cell_(cell), start_(start), form_(cell), left_(steps) {}

  double left() const { return left_; }
  bool exhausted() const { return !(left_ > 0); }

  /// Whether a spike comes in the `parts` of a step of `amplitude` [pA], the first of which begins in the start, before
  /// `until` [ms]: rests, fires_on or undecided.
  Fate fires(const std::vector<StepPart>& parts, double amplitude, double until = unbounded);

  /// What becomes of the cell under a current without end [pA], as `outcome` has it.
  Fate without_end(double current, double most_spikes) { return fate_from(start_, current, most_spikes); }

 private:
  Fate fate_from(const State& state, double current, double most_spikes);

  const Cell& cell_;
  State start_;
  NormalForm form_;
  double left_;
};

}  // namespace izh
