// core/sweep/protocol_onset.hpp: how firing begins under a protocol.
#pragma once

#include <tuple>

#include "core/sweep/onset.hpp"
#include "core/sweep/protocol.hpp"
#include "core/sweep/sought.hpp"

namespace izh {

struct ProtocolOnset {
  double own = 0.0;  // 1: of the protocol itself; 0: from rest, as it has no lasting firing
  Onset onset;       // its `current` is the amplitude of the step alone
};

template <>
inline constexpr auto fields<ProtocolOnset> = std::tuple{
    result(&ProtocolOnset::own, "own", "", "1 where it is that of the protocol, 0 where it is asked from rest."),
    part(&ProtocolOnset::onset, "onset", "How firing begins."),
};

/// The `onset` of lasting firing under a steady current: if `lasting`, as `protocol_thresholds` finds it, has an
/// amplitude, from the state at the onset of the protocol, where the current is that with the other currents; else from
/// rest. Throws as `protocol_setting` and `onset` do.
ProtocolOnset protocol_onset(const Experiment& experiment, const Protocol& protocol, const Sought& lasting);

}  // namespace izh
