// core/sweep/protocol_thresholds.hpp: the smallest amplitudes of the step of a protocol with a spike, and with firing
// that goes on.
#pragma once

#include <optional>

#include "core/sweep/protocol.hpp"
#include "core/sweep/sought.hpp"

namespace izh {

struct ProtocolThresholds {
  ProtocolSetting setting;
  std::optional<double> v, u;    // mV, pA: the state at the onset
  Sought first;                  // a spike at the onset or later, however late
  Sought lasting;                // firing that goes on
  std::optional<double> within;  // pA: with a spike before the end of the run on show, where that takes more
  double saddle_node = 0.0;      // pA: I_SN, to compare
};

template <>
inline constexpr auto fields<ProtocolThresholds> = std::tuple{
    part(&ProtocolThresholds::setting, "setting", "What the protocol means."),
    result(&ProtocolThresholds::v, "v", "mV", "Membrane potential at the onset."),
    result(&ProtocolThresholds::u, "u", "pA", "Recovery current at the onset."),
    part(&ProtocolThresholds::first, "first", "Smallest amplitude with a spike."),
    part(&ProtocolThresholds::lasting, "lasting", "Smallest amplitude with lasting firing."),
    result(&ProtocolThresholds::within, "within", "pA", "Smallest amplitude with a spike before the run's end."),
    result(&ProtocolThresholds::saddle_node, "saddle_node", "pA", "The saddle-node current, to compare."),
};

/// The smallest amplitudes, from 0 to 1e5 pA, of the step of a protocol. `first`: a spike comes at its onset or later,
/// also after its end and also after the end of the run, as what a step or a ramp is lasts on; spikes before the onset
/// do not count. `lasting`: firing goes on (see `outcome`), where nothing changes after the onset. By the exact method
/// to 1e-6 pA, found as in `rheobase`; a run in fixed steps is asked itself, so there a spike must come before its end,
/// and the threshold is the one next to that of the exact method.
/// What is `shown` has been run, and does it, within `duration`, which is that of the experiment where that is enough.
/// Throws as `protocol_setting` does, and when the cell is not valid.
ProtocolThresholds protocol_thresholds(const Experiment& experiment, const Protocol& protocol);

}  // namespace izh
