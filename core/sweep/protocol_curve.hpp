// core/sweep/protocol_curve.hpp: the f-I curve for the step of a protocol.
#pragma once

#include <vector>

#include "core/sweep/fi_curve.hpp"
#include "core/sweep/protocol.hpp"

namespace izh {

/// The rates under a protocol, for each of `amplitudes` [pA]. If nothing changes after the onset they are those of
/// `fi_curve` from the state at the onset, with the other currents added and each held for the rest of the run (from
/// rest: for `hold` [ms]). Otherwise they are what the run itself does from its onset on, by its own method: the rates
/// by count and of the last interval while the step is on, which is `hold`; `latency` from the onset; `followed` from
/// the onset to the end of the run; no cycle and no steady rate; `silent` is 1 if there is no spike. Throws as
/// `protocol_setting` and `fi_curve` do.
FiCurve protocol_curve(const Experiment& experiment, const Protocol& protocol, const std::vector<double>& amplitudes,
                       double hold);

/// The experiment that answers questions about a steady current under a protocol: the cell from the state at the onset
/// if nothing changes after it, else from rest.
Experiment steady_protocol(const Experiment& experiment, const Protocol& protocol);

}  // namespace izh
