// core/ask/headline.hpp: the sentence at the top of a run: what the cell did.
#pragma once

#include <tuple>

#include "core/ask/sag.hpp"
#include "core/model/experiment.hpp"
#include "core/model/recording.hpp"
#include "core/schema/text.hpp"
#include "core/train/pattern.hpp"
#include "core/train/spikes.hpp"

namespace izh {

/// What the headline of a run says.
namespace headline_texts {

inline constexpr Says stopped{"headline.stopped"};  // before a spike came
inline constexpr Says silent{"headline.silent", slot::measured("v", "mV")};
// Without a spike, after a step that ends: where v goes, and then whether it sags back and whether it overshoots.
inline constexpr auto to = slot::measured("to", "mV");
inline constexpr Says goes{"headline.goes", to};
inline constexpr Says sags{"headline.sags", to, slot::measured("sag", "mV")};
inline constexpr Says overshoots{"headline.overshoots", to, slot::measured("overshoot", "mV")};
inline constexpr Says sags_and_overshoots{"headline.sags_and_overshoots", to, slot::measured("sag", "mV"),
                                          slot::measured("overshoot", "mV")};
inline constexpr Says one{"headline.one"};  // before the stimulus begins
inline constexpr Says one_after{"headline.one_after", slot::measured("latency", "ms")};
inline constexpr Says one_at{"headline.one_at", slot::measured("time", "ms")};  // in a run without a stimulus
inline constexpr Says spikes{"headline.spikes", slot::count("spikes"), slot::text("pattern")};

inline constexpr std::tuple all{stopped, silent,    goes,   sags,  overshoots, sags_and_overshoots,
                                one,     one_after, one_at, spikes};

}  // namespace headline_texts

/// The headline of a run of `experiment` with these measures and this pattern, which ended as `ended` says. The
/// response is told of an exact run whose step ends within it, for `step_response` is by the exact method; null: there
/// is none. A sag or an overshoot that is `slight` counts as none.
Text headline(const Experiment& experiment, const Measures& measures, const Pattern& pattern,
              const StepResponse* response, const Ended& ended);

}  // namespace izh
