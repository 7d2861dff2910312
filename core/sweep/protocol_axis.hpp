// core/sweep/protocol_axis.hpp: what there is to show on the axis of what a protocol varies, without a search: where
// the run stands, its intervals, and the currents in closed form at which firing may begin.
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "core/schema/field.hpp"
#include "core/sweep/protocol.hpp"
#include "core/train/spikes.hpp"

namespace izh {

/// A run on the axis of what its protocol varies.
struct ProtocolAxis {
  std::vector<double> held;  // pA: where the run stands
  RateCurve rates;           // its intervals; `current` is the place on the axis
};

template <>
inline constexpr auto fields<ProtocolAxis> = std::tuple{
    samples(&ProtocolAxis::held, "held", "pA", "Where the run stands."),
    part(&ProtocolAxis::rates, "rates", "Its intervals, by their place on the axis."),
};

/// Where a run of `experiment` with these `spikes` [ms, ascending] stands under a protocol. Of the run itself: at the
/// amplitude of its step, with the intervals that begin at the onset or later. From rest: at the currents that it holds
/// (`held_currents`), with every interval at the current that flows midway between its spikes (`rate_against_current`).
/// Throws as `protocol_setting` and `rate_against_current` do.
ProtocolAxis protocol_axis(const Experiment& experiment, const Protocol& protocol, const std::vector<double>& spikes);

/// A steady current in closed form at which a resting state is lost, or firing becomes possible.
struct OnsetForm {
  std::string symbol;               // I_SN, I_H, I*
  double value = 0.0;               // pA: the steady current
  std::optional<double> amplitude;  // pA: of the step that makes it, with the other currents of the protocol
  double loses_rest = 0.0;          // 1: from here on no resting state holds the cell
};

template <>
inline constexpr auto fields<OnsetForm> = std::tuple{
    words(&OnsetForm::symbol, "symbol", "Symbol."),
    result(&OnsetForm::value, "value", "pA", "The steady current."),
    result(&OnsetForm::amplitude, "amplitude", "pA", "Amplitude of the protocol's step that makes it, or none."),
    result(&OnsetForm::loses_rest, "loses_rest", "", "1 where rest is lost there."),
};

/// Those of I_SN, I_H and I* that the cell of `experiment` has, in this order. They are about a steady current, so they
/// have an amplitude only if the current is steady from the onset on. Exact up to rounding. Throws as
/// `protocol_setting` does.
std::vector<OnsetForm> onset_forms(const Experiment& experiment, const Protocol& protocol);

}  // namespace izh
