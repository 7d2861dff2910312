// core/sweep/trials.hpp: tries one cell, from one state, with one amplitude of a step after another, by the exact
// method.
#pragma once

#include <optional>
#include <vector>

#include "core/model/stimulus.hpp"
#include "core/schema/require.hpp"
#include "core/solve/exact.hpp"
#include "core/solve/outcome.hpp"

namespace izh {

/// A stretch of time after the onset of a step: the other currents, and whether the step is on.
struct StepPart {
  Segment others;
  bool on;
};

/// The stretches from the `onset` [ms] of a step on, in order, the last one endless. The step ends at `end` [ms] (none:
/// never); `others` are the other currents.
std::vector<StepPart> step_parts(const std::vector<Stimulus>& others, double onset, std::optional<double> end);

/// The trials of one search, and the solver steps left for all of them. A trial takes at most 1e5 of them; what is not
/// known by then is undecided. Keeps a reference to the cell.
class Trials {
 public:
  Trials(const Cell& cell, const State& start, double steps) : cell_(cell), start_(start), form_(cell), left_(steps) {}

  double left() const { return left_; }
  bool exhausted() const { return !(left_ > 0); }

  /// Whether a spike comes before `until` [ms] in the `parts` of a step of `amplitude` [pA], the first of which begins
  /// in the initial state: rests, fires_on or undecided.
  Fate fires(const std::vector<StepPart>& parts, double amplitude, double until = unbounded);

  /// What becomes of the cell under an endless current [pA], as in `outcome`.
  Fate without_end(double current, double most_spikes) { return fate_from(start_, current, most_spikes); }

 private:
  Fate fate_from(const State& state, double current, double most_spikes);

  const Cell& cell_;
  State start_;
  NormalForm form_;
  double left_;
};

}  // namespace izh
