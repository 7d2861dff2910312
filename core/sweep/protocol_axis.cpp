#include "core/sweep/protocol_axis.hpp"

#include <algorithm>
#include <cstddef>
#include <variant>

#include "core/model/stimulus.hpp"
#include "core/plane/closed_forms.hpp"

namespace izh {

ProtocolAxis protocol_axis(const Experiment& experiment, const Protocol& protocol, const std::vector<double>& spikes) {
  const ProtocolSetting setting = protocol_setting(experiment, protocol);
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
  std::vector<OnsetForm> found;
  for (const ClosedForm& form : closed_forms(experiment.cell)) {
    if (!form.value || (form.id != "saddle_node_current" && form.id != "andronov_hopf_current" &&
                        form.id != "invariant_parabola_current"))
      continue;
    found.push_back({form.symbol, *form.value, {}});
    if (steady) found.back().amplitude = *form.value - setting.background;
  }
  return found;
}

}  // namespace izh
