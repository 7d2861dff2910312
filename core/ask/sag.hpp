// core/ask/sag.hpp: how v responds to a step that evokes no spike: sag, overshoot, rebound.
#pragma once

#include <optional>
#include <tuple>

#include "core/model/experiment.hpp"
#include "core/schema/text.hpp"

namespace izh {

/// The response to the experiment's first step. Extrema are exact up to rounding, found where dv/dt = 0.
struct StepResponse {
  std::optional<double> baseline;        // mV: v when the step begins
  std::optional<double> extreme;         // mV: the farthest v goes during the step, in the step's direction
  std::optional<double> steady;          // mV: v when the step ends
  std::optional<double> sag;             // mV: |extreme - steady|
  std::optional<double> sag_ratio;       // (steady - extreme)/(baseline - extreme)
  std::optional<double> overshoot;       // mV: how far v swings past the baseline after the step; 0: not at all
  std::optional<double> rebound_spikes;  // spikes after the step
  Text text;                             // the response as a text, or why there is nothing to measure
  double steps = 0.0;                    // solver steps taken in all; does not cross the border
};

template <>
inline constexpr auto fields<StepResponse> = std::tuple{
    result(&StepResponse::baseline, "baseline", "mV", "v when the step begins."),
    result(&StepResponse::extreme, "extreme", "mV", "The furthest that v goes during the step."),
    result(&StepResponse::steady, "steady", "mV", "v when the step ends."),
    result(&StepResponse::sag, "sag", "mV", "How far v comes back from there during the step."),
    result(&StepResponse::sag_ratio, "sag_ratio", "", "(steady - extreme)/(baseline - extreme)."),
    result(&StepResponse::overshoot, "overshoot", "mV", "How far v swings past the baseline after the step."),
    result(&StepResponse::rebound_spikes, "rebound_spikes", "", "Spikes after the step."),
    said(&StepResponse::text, "text", "The answer in words, or why there is none."),
};

/// The texts of step_response.
namespace sag_texts {

inline constexpr Says no_step{"sag.no_step"};
inline constexpr Says no_amplitude{"sag.no_amplitude"};
inline constexpr Says outside{"sag.outside"};  // the step does not begin within the run
inline constexpr Says fires{"sag.fires"};
inline constexpr Says stops{"sag.stops"};
inline constexpr Says too_long{"sag.too_long", slot::count("steps")};
// The measured run is exact, and may differ from the fixed-step run on show.
inline constexpr Says by_exact{"sag.by_exact", slot::text("answer")};
// During the step v goes from the baseline to its extreme.
inline constexpr Says sags{"sag.sags", slot::measured("from", "mV"), slot::measured("to", "mV"),
                           slot::measured("by", "mV"), slot::measured("back", "mV")};
inline constexpr Says stays{"sag.stays", slot::measured("from", "mV"), slot::measured("to", "mV")};
// After it.
inline constexpr Says to_end{"sag.to_end"};
inline constexpr Says unmeasured{"sag.unmeasured", slot::count("steps")};
inline constexpr Says rebound{"sag.rebound", slot::count("spikes")};
inline constexpr Says swings{"sag.swings", slot::measured("by", "mV")};
inline constexpr Says returns{"sag.returns"};

inline constexpr std::tuple all{no_step, no_amplitude, outside, fires,      stops,   too_long, by_exact,
                                sags,    stays,        to_end,  unmeasured, rebound, swings,   returns};

}  // namespace sag_texts

/// The response to the first of `experiment`'s stimuli, which must be a step that begins within the run, if no spike
/// comes during the step; otherwise only `text` is given and says why. Other stimuli are applied as they are. A step
/// that lasts to the end of the run has no overshoot and no rebound; one followed by spikes has no overshoot. By the
/// exact method, whatever solver the experiment names. The sag ratio is what eFEL calls sag_ratio1; none if v does not
/// move. A stiff cell is followed for 20000 solver steps, and its extrema are sought over as many: if that is not
/// enough, there is no response, or none after the step, and `text` says so.
StepResponse step_response(const Experiment& experiment);

}  // namespace izh
