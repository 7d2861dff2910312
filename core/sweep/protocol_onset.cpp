#include "core/sweep/protocol_onset.hpp"

#include "core/model/critical_currents.hpp"
#include "core/model/resolve.hpp"
#include "core/schema/require.hpp"
#include "core/sweep/protocol_curve.hpp"

namespace izh {

ProtocolOnset protocol_onset(const Experiment& experiment, const Protocol& protocol, const Sought& lasting) {
  require("protocol_onset", experiment);
  require_described("protocol_onset", lasting);
  const ProtocolSetting setting = protocol_setting(experiment, protocol);
  const bool own = setting.of == ProtocolOf::rest || lasting.amplitude;
  if (!lasting.amplitude) {
    const Experiment rest = steady_protocol(experiment, {ProtocolOf::rest, {}});
    return {own ? 1.0 : 0.0, onset_from_texts::rest(), onset(rest, rheobase(rest, {}))};
  }
  Rheobase found;
  found.lasting.current = lasting.total ? *lasting.total : *lasting.amplitude;
  found.saddle_node = saddle_node_current(experiment.cell);
  found.certain = lasting.certain;
  const bool of_run = setting.of == ProtocolOf::run;
  ProtocolOnset result{1, of_run ? onset_from_texts::onset() : onset_from_texts::rest(),
                       onset(steady_protocol(experiment, protocol), found)};
  if (result.onset.current) *result.onset.current -= setting.background;
  return result;
}

}  // namespace izh
