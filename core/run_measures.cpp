#include "core/run_measures.hpp"

#include <algorithm>

#include "core/firing.hpp"
#include "core/require.hpp"
#include "core/resolve.hpp"
#include "core/steady_rate.hpp"

namespace izh {

namespace {

/// The last stretch of steady current before `end`; none where the current changes up to there.
std::optional<Span> last_steady(const std::vector<Segment>& all, double end) {
  std::optional<Span> stretch;
  double current = 0;
  for (const Segment& one : all) {
    if (!(one.end > one.start) || one.start >= end) continue;
    const double until = std::min(one.end, end);
    if (one.slope != 0)
      stretch.reset();
    else if (stretch && one.current == current)
      stretch->end = until;
    else
      stretch = Span{one.start, until};
    current = one.current;
  }
  return stretch;
}

bool runs_away(const Experiment& experiment, const std::vector<Segment>& all, const std::vector<double>& reset_u,
               End kind) {
  if (reset_u.empty() || !can_run_away(experiment.cell)) return false;
  if (kind == End::too_many_spikes) return true;
  double least = all.front().current;
  for (const Segment& one : all) least = std::min({least, one.current, one.at(one.end)});
  return reset_u.back() < runaway_level(experiment.cell, least);
}

SteadyRate without(NoRate reason) { return {{}, {}, {}, reason, {}}; }

SteadyRate steady_of_run(const std::vector<double>& spikes, const std::vector<Segment>& all, const Span& window,
                         double seen) {
  const std::optional<Span> stretch = last_steady(all, window.end);
  const SteadyRate during = stretch ? steady_rate(spikes, *stretch) : without(NoRate::current_changes);
  if (during.rate || !(window.end < seen)) return during;
  const SteadyRate after = steady_rate(spikes, {window.end, seen});
  return after.rate ? after : during;
}

}  // namespace

Measures run_measures(const Experiment& experiment, const std::vector<double>& spikes,
                      const std::vector<double>& reset_u, const Ended& ended) {
  require("run_measures", experiment);
  require_train("run_measures", spikes);
  require_pairs("run_measures", "spikes", spikes.size(), "reset_u", reset_u.size());
  require("run_measures", "reset_u", reset_u, any_number, "pA");
  require_described("run_measures", ended);
  // A run that stopped early has seen no more of its stimulus than that.
  const double seen = ended.time > 0 ? std::min(experiment.duration, ended.time) : experiment.duration;
  const std::vector<Segment> all = segments(experiment.stimulus, seen);
  const Span window = stimulus_span(experiment.stimulus, seen);
  Measures found = measures(spikes, window);
  SteadyRate steady = steady_of_run(spikes, all, window, seen);
  if (runs_away(experiment, all, reset_u, ended.kind)) {
    steady = without(NoRate::runs_away);
    found.mean_reason = NoRate::runs_away;
    found.mean_rate = found.mean_instantaneous_rate = std::nullopt;
  } else if (ended.kind != End::finished) {
    steady = without(ended.kind == End::diverged ? NoRate::diverged : NoRate::out_of_budget);
  }
  found.steady_rate = steady.rate;
  found.steady_k = steady.intervals;
  found.steady_reason = steady.reason;
  found.steady_number = steady.number;
  return found;
}

}  // namespace izh
