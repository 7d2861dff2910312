// core/ask/verdict_run.hpp: a run as its verdict sees it.
#pragma once

#include <optional>
#include <vector>

#include "core/ask/course.hpp"
#include "core/model/experiment.hpp"
#include "core/model/recording.hpp"
#include "core/solve/passage.hpp"
#include "core/train/pattern.hpp"
#include "core/train/spikes.hpp"

namespace izh {

/// A run, and what its verdict asks of it more than once. It refers to what it is made of.
class VerdictRun {
 public:
  VerdictRun(const Experiment& experiment, const std::vector<double>& spikes, const std::vector<double>& reset_u,
             const Ended& ended, const Pattern& pattern, const Measures& measures);

  /// The spikes from `from` to before `to` [ms].
  std::vector<double> between(double from, double to) const;

  /// The state at `time` [ms], by the exact method; none where the run does not get there within 2e4 solver steps.
  std::optional<State> state_at(double time) const;

  /// Whether the cell is at rest at the onset and held there up to I_SN, which is then the threshold of every spike
  /// (see `held_by_saddle`; above I_SN it fires from every state).
  bool held() const;

  /// Whether the start decides: it is given, and the current is steady from time 0 on.
  bool started() const;

  const Cell& cell() const { return experiment.cell; }
  double lasts() const { return ended.time - course.onset; }  // ms, since the onset of the current
  bool finished() const { return ended.kind == End::finished; }

  const Experiment& experiment;
  const std::vector<double>&spikes, &reset_u;
  const Ended& ended;
  const Pattern& pattern;    // of the run
  const Measures& measures;  // of the run
  Course course;
  bool exact;
  std::vector<double> since;  // the spikes since the onset
  // After the run, under the last current if that is steady: to the next spike, or to rest. None for fixed steps, or
  // where the train goes on as it was.
  std::optional<Passage> next;

  bool rests() const { return next && next->next == Next::rest; }
  bool goes_on() const { return next && next->next == Next::spike; }
  /// Whether it is certain that another spike follows, even where it is not known when.
  bool will_fire() const;
};

/// The fixed point at which `cell` may rest under `current` [pA]; none if there is none or it is unstable.
std::optional<State> rest_at(const Cell& cell, double current);

}  // namespace izh
