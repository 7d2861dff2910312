// core/sweep/protocol_curve.hpp: the f-I curve of the step of a protocol.
#pragma once

#include <vector>

#include "core/sweep/fi_curve.hpp"
#include "core/sweep/protocol.hpp"

namespace izh {

/// The rates under a protocol, for each of `amplitudes` [pA]. Where nothing changes after the onset they are those of
/// `fi_curve` from the state at the onset, with the other currents added and each held for what is left of the run
/// (from rest: for `hold` [ms]). Elsewhere they are what the run itself does from its onset on, by its own method:
/// the rates by count and of the last interval while the step is on, which is `hold`; `latency` from the onset,
/// `followed` from there to the run's end; no cycle and no steady rate; `silent` 1 where no spike comes. Throws
/// as `protocol_setting` and `fi_curve` do.
FiCurve protocol_curve(const Experiment& experiment, const Protocol& protocol, const std::vector<double>& amplitudes,
                       double hold);

/// The experiment about a steady current that a protocol amounts to, for what is asked of one: the cell from the state
/// at the onset where nothing changes after it, else from rest.
Experiment steady_protocol(const Experiment& experiment, const Protocol& protocol);

}  // namespace izh
