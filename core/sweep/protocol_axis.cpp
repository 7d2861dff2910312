#include "core/sweep/protocol_axis.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <variant>

#include "core/model/critical_currents.hpp"
#include "core/model/stimulus.hpp"
#include "core/schema/require.hpp"

namespace izh {

ProtocolAxis protocol_axis(const Experiment& experiment, const Protocol& protocol, const std::vector<double>& spikes) {
  const ProtocolSetting setting = protocol_setting(experiment, protocol);
  require_train("protocol_axis", spikes);
  if (setting.of == ProtocolOf::rest)
    return {held_currents(experiment.stimulus, experiment.duration), rate_against_current(spikes, experiment.stimulus)};
  const double amplitude = std::get<Step>(experiment.stimulus[static_cast<std::size_t>(*setting.stimulus)]).amplitude;
  const std::vector<double> own(std::lower_bound(spikes.begin(), spikes.end(), setting.onset), spikes.end());
  ProtocolAxis found{{amplitude}, rate_against_current(own, experiment.stimulus)};
  found.rates.current.assign(found.rates.current.size(), amplitude);
  return found;
}

std::vector<OnsetForm> onset_forms(const Experiment& experiment, const Protocol& protocol) {
  const ProtocolSetting setting = protocol_setting(experiment, protocol);
  const bool steady = setting.changes == Changes::nothing || setting.changes == Changes::fixed_steps;
  const std::pair<const char*, std::optional<double>> forms[] = {
      {"I_SN", saddle_node_current(experiment.cell)},
      {"I_H", andronov_hopf_current(experiment.cell)},
      {"I*", invariant_parabola_current(experiment.cell)},
  };
  std::vector<OnsetForm> found;
  const double lost = lost_at(experiment.cell);
  for (const auto& [symbol, value] : forms)
    if (value)
      found.push_back({symbol, *value, steady ? std::optional(*value - setting.background) : std::nullopt,
                       *value == lost ? 1.0 : 0.0});
  return found;
}

}  // namespace izh
