#include "core/train/run_measures.hpp"

#include <algorithm>

#include "core/model/resolve.hpp"
#include "core/schema/require.hpp"
#include "core/train/steady_rate.hpp"
#include "core/train/stretch.hpp"

namespace izh {

namespace {

SteadyRate without(NoRate reason) { return {{}, {}, {}, reason, {}}; }

/// Reasons that concern the stretch alone, not the run.
bool speaks_of_stretch(NoRate reason) {
  return reason != NoRate::current_changes && reason != NoRate::runs_away && reason != NoRate::out_of_budget &&
         reason != NoRate::diverged;
}

}  // namespace

Measures run_measures(const Experiment& experiment, const std::vector<double>& spikes,
                      const std::vector<double>& reset_u, const Ended& ended) {
  require("run_measures", experiment);
  require_train("run_measures", spikes);
  require_pairs("run_measures", "spikes", spikes.size(), "reset_u", reset_u.size());
  require("run_measures", "reset_u", reset_u, any_number, "pA");
  require_described("run_measures", ended);
  // A run that stopped early saw no more of its stimulus than this.
  const double seen = ended.time > 0 ? std::min(experiment.duration, ended.time) : experiment.duration;
  Measures found = measures(spikes, stimulus_span(experiment.stimulus, seen));
  const Judged judged = judged_stretch(experiment, spikes, ended);
  SteadyRate steady = judged.steady ? steady_rate(spikes, judged.span) : without(NoRate::current_changes);
  if (train_runs_away(experiment, reset_u, ended)) {
    steady = without(NoRate::runs_away);
    found.mean_reason = NoRate::runs_away;
    found.mean_none = no_rate_text(found.mean_reason, {});
    found.mean_rate = found.mean_instantaneous_rate = std::nullopt;
  } else if (ended.kind != End::finished) {
    steady = without(ended.kind == End::diverged ? NoRate::diverged : NoRate::out_of_budget);
  }
  if (judged.steady && !judged.whole && (steady.rate || speaks_of_stretch(steady.reason))) {
    found.steady_from = judged.span.start;
    found.steady_to = judged.span.end;
  }
  // Intervals under two different currents say nothing about adaptation.
  if (!judged.steady || !judged.whole) found.isi_ratio.reset();
  found.steady_rate = steady.rate;
  found.steady_k = steady.intervals;
  found.steady_reason = steady.reason;
  found.steady_none = spikes.empty() ? Text{} : no_rate_text(steady.reason, steady.number);
  return found;
}

}  // namespace izh
