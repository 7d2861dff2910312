// core/sweep/protocol_onset.hpp: how firing begins under a protocol.
#pragma once

#include <tuple>

#include "core/schema/text.hpp"
#include "core/sweep/onset.hpp"
#include "core/sweep/protocol.hpp"
#include "core/sweep/sought.hpp"

namespace izh {

struct ProtocolOnset {
  double own = 0.0;  // 1: of the protocol itself; 0: from rest, as it has no lasting firing
  Text from;         // from which state it is asked: before what is said of it
  Onset onset;       // its `current` is the amplitude of the step alone
};

/// From which state an onset is asked, under a steady current.
namespace onset_from_texts {

inline constexpr Says onset{"onset_from.onset"};  // the state at the onset of the run on show
inline constexpr Says rest{"onset_from.rest"};

inline constexpr std::tuple all{onset, rest};

}  // namespace onset_from_texts

template <>
inline constexpr auto fields<ProtocolOnset> = std::tuple{
    result(&ProtocolOnset::own, "own", "", "1 where it is that of the protocol, 0 where it is asked from rest."),
    said(&ProtocolOnset::from, "from", "From which state it is asked."),
    part(&ProtocolOnset::onset, "onset", "How firing begins."),
};

/// The `onset` of lasting firing under a steady current: if `lasting`, as `protocol_thresholds` finds it, has an
/// amplitude, from the state at the onset of the protocol, where the current is that with the other currents; else from
/// rest. Throws as `protocol_setting` and `onset` do.
ProtocolOnset protocol_onset(const Experiment& experiment, const Protocol& protocol, const Sought& lasting);

}  // namespace izh
