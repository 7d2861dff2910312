// core/sweep/protocol_thresholds.hpp: the smallest amplitudes of the step of a protocol that give a spike, and lasting
// firing.
#pragma once

#include <optional>

#include "core/sweep/protocol.hpp"
#include "core/sweep/sought.hpp"

namespace izh {

struct ProtocolThresholds {
  ProtocolSetting setting;
  std::optional<double> v, u;    // mV, pA: the state at the onset
  Sought first;                  // a spike at the onset or later, however late
  Sought lasting;                // firing that lasts
  std::optional<double> within;  // pA: for a spike before the end of the run on show, if that takes more
  double saddle_node = 0.0;      // pA: I_SN, for comparison
  double together = 0.0;         // 1: lasting firing begins with the first spike, as far as the searches can tell
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
    result(&ProtocolThresholds::together, "together", "", "1 where lasting firing begins with the first spike."),
};

/// The smallest amplitudes, from 0 to 1e5 pA, of the step of a protocol. `first`: a spike comes at its onset or later,
/// even after its end and after the end of the run (whose currents are continued); spikes before the onset do not
/// count. `lasting`: firing goes on (see `outcome`), if nothing changes after the onset. By the exact method to 1e-6
/// pA, found as in `rheobase`. With fixed steps the run itself decides: a spike must come before its end, and the
/// threshold is the one nearest to that of the exact method.
/// The amplitude `shown` has been checked by a run: it does what is claimed within `duration`, which is the
/// experiment's own if that is enough. Throws as `protocol_setting` does, and when the cell is not valid.
ProtocolThresholds protocol_thresholds(const Experiment& experiment, const Protocol& protocol);

}  // namespace izh
