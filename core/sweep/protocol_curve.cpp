#include "core/sweep/protocol_curve.hpp"

#include <algorithm>

#include "core/schema/require.hpp"

namespace izh {

namespace {

/// Adds what one run does from its onset on to the columns of a curve; its rates are those while the step is on.
void add_run(FiCurve& curve, const UnderProtocol& asked, double amplitude) {
  const double end = std::min(asked.setting.end.value_or(unbounded), asked.run.duration), hold = end - asked.onset;
  const Recording run = recorded(asked.at(amplitude, asked.run.duration));
  const std::vector<double> spikes = spikes_from(run, asked.onset);
  const std::size_t all = spikes.size();
  const auto count = static_cast<std::size_t>(std::upper_bound(spikes.begin(), spikes.end(), end) - spikes.begin());
  const bool whole = run.ended.kind == End::finished;
  const double first = all > 1 ? spikes[1] - spikes[0] : 0;
  const double last = count > 1 ? spikes[count - 1] - spikes[count - 2] : 0;
  const auto put = [](std::vector<double>& rates, std::vector<double>& known, bool is, double rate) {
    rates.push_back(is ? rate : 0);
    known.push_back(is ? 1 : 0);
  };
  curve.current.push_back(amplitude);
  put(curve.count_rate, curve.count_known, whole, 1000 * static_cast<double>(count) / hold);
  put(curve.last_rate, curve.last_known, whole && last > 0, 1000 / last);
  put(curve.steady_rate, curve.steady_known, false, 0);
  curve.first_rate.push_back(first > 0 ? 1000 / first : 0);
  curve.latency.push_back(all ? spikes[0] - asked.onset : 0);
  curve.spikes.push_back(static_cast<double>(all));
  curve.count.push_back(static_cast<double>(count));
  curve.cycle.push_back(0);
  curve.silent.push_back(all || !whole ? 0 : 1);
  curve.followed.push_back(std::max(0.0, run.ended.time - asked.onset));
  const Course kept = asked.setting.changes == Changes::fixed_steps ? Course::fixed_steps : Course::varies;
  curve.course.push_back(static_cast<double>(whole                                    ? kept
                                             : run.ended.kind == End::too_many_spikes ? Course::runs_away
                                                                                      : Course::unknown));
  curve.below.push_back(0);
  curve.hold = hold;
  curve.simulated += static_cast<double>(all);
}

}  // namespace

FiCurve protocol_curve(const Experiment& experiment, const Protocol& protocol, const std::vector<double>& amplitudes,
                       double hold) {
  require("protocol_curve", "amplitudes", amplitudes, valid_amplitude, "pA", 2000);
  require("protocol_curve", "hold", hold, {100, 1e5}, "ms");
  const UnderProtocol asked(experiment, protocol);
  if (asked.setting.of == ProtocolOf::rest) return fi_curve(asked.run, amplitudes, hold);
  FiCurve curve;
  std::optional<State> start;
  if (asked.setting.changes == Changes::nothing) start = asked.start();
  if (!start) {
    for (double amplitude : amplitudes) add_run(curve, asked, amplitude);
    return curve;
  }
  std::vector<double> currents = amplitudes;
  for (double& current : currents) current += asked.setting.background;
  curve = fi_curve_from(experiment.cell, *start, currents, experiment.duration - asked.onset);
  curve.current = amplitudes;
  return curve;
}

Experiment steady_protocol(const Experiment& experiment, const Protocol& protocol) {
  const UnderProtocol asked(experiment, protocol);
  Experiment steady{experiment.cell, Rest{}, {}, 1000, Exact{}};
  if (asked.setting.of == ProtocolOf::rest || asked.setting.changes != Changes::nothing) return steady;
  if (const std::optional<State> start = asked.start()) steady.initial = At{start->v, start->u};
  return steady;
}

}  // namespace izh
