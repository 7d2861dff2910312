// core/train/pattern_text.hpp: what a spike train does, in a sentence.
#pragma once

#include <tuple>

#include "core/schema/text.hpp"
#include "core/train/formed.hpp"

namespace izh {

/// What is said of a train. Some texts are parts of sentences, which fill a slot of another.
namespace pattern_texts {

// The whole sentence.
inline constexpr Says does{"pattern.does", slot::text("what")};
inline constexpr Says falls_silent{"pattern.falls_silent", slot::text("what"), slot::measured("quiet", "ms")};

// What it does. `low` and `high` may come out the same when written.
inline constexpr Says bursting{"pattern.bursting",           slot::count("fewest"),
                               slot::count("most"),          slot::measured("low", "ms").bare(),
                               slot::measured("high", "ms"), slot::text("beginning")};
inline constexpr Says bursts_and_singles{"pattern.bursts_and_singles", slot::count("fewest"), slot::count("most"),
                                         slot::measured("low", "ms").bare(), slot::measured("high", "ms")};
inline constexpr Says bursts_and_singles_in_turn{"pattern.bursts_and_singles_in_turn", slot::count("fewest"),
                                                 slot::count("most"), slot::measured("low", "ms").bare(),
                                                 slot::measured("high", "ms")};
inline constexpr Says fast_groups{"pattern.fast_groups",
                                  slot::count("spikes"),
                                  slot::measured("low", "ms").bare(),
                                  slot::measured("high", "ms"),
                                  slot::measured("between_low", "ms").bare(),
                                  slot::measured("between_high", "ms"),
                                  slot::measured("rate", "Hz")};
inline constexpr Says slow_groups{"pattern.slow_groups",
                                  slot::count("spikes"),
                                  slot::measured("low", "ms").bare(),
                                  slot::measured("high", "ms"),
                                  slot::measured("between_low", "ms").bare(),
                                  slot::measured("between_high", "ms"),
                                  slot::measured("rate", "Hz")};
inline constexpr Says stops{"pattern.stops", slot::count("spikes"), slot::measured("time", "ms")};
inline constexpr Says strongly_adapting{"pattern.strongly_adapting", slot::measured("from", "ms"),
                                        slot::measured("to", "ms"), slot::text("at")};
inline constexpr Says adapting{"pattern.adapting", slot::measured("from", "ms"), slot::measured("to", "ms"),
                               slot::text("at")};
inline constexpr Says speeding_up{"pattern.speeding_up", slot::measured("from", "ms"), slot::measured("to", "ms"),
                                  slot::text("at")};
inline constexpr Says two_spikes{"pattern.two_spikes", slot::measured("apart", "ms")};
inline constexpr Says three_spikes{"pattern.three_spikes", slot::measured("first", "ms").bare(),
                                   slot::measured("second", "ms")};

// How bursting begins.
inline constexpr Says single_first{"pattern.single_first"};
inline constexpr Says first_burst{"pattern.first_burst", slot::count("spikes")};

// One thing, then another.
inline constexpr Says then{"pattern.then", slot::text("first"), slot::text("next")};
inline constexpr Says onset_burst{"pattern.onset_burst", slot::count("spikes")};
inline constexpr Says late_burst{"pattern.late_burst", slot::count("singles"), slot::count("spikes")};
inline constexpr Says two_bursts{"pattern.two_bursts", slot::count("first"), slot::count("second")};
inline constexpr Says more_bursts{"pattern.more_bursts", slot::count("bursts"), slot::count("fewest"),
                                  slot::count("most")};
inline constexpr Says pair{"pattern.pair", slot::measured("apart", "ms")};
inline constexpr Says one_more{"pattern.one_more", slot::measured("after", "ms")};
inline constexpr Says two_more{"pattern.two_more", slot::measured("first", "ms").bare(),
                               slot::measured("second", "ms")};
inline constexpr Says more{"pattern.more", slot::count("spikes"), slot::measured("time", "ms")};

// What it does for as long as it goes on: alone, or after something else.
inline constexpr Says tonic{"pattern.tonic", slot::text("at")};
inline constexpr Says settling{"pattern.settling", slot::text("at"), slot::measured("low", "ms").bare(),
                               slot::measured("high", "ms")};
inline constexpr Says alternating{"pattern.alternating", slot::measured("low", "ms").bare(),
                                  slot::measured("high", "ms"), slot::measured("rate", "Hz")};
inline constexpr Says cycle{"pattern.cycle", slot::count("intervals"), slot::measured("low", "ms").bare(),
                            slot::measured("high", "ms"), slot::measured("rate", "Hz")};
inline constexpr Says after_first{"pattern.after_first", slot::text("what"), slot::measured("first", "ms")};
inline constexpr Says growing{"pattern.growing", slot::measured("from", "ms"), slot::measured("to", "ms")};
inline constexpr Says shrinking{"pattern.shrinking", slot::measured("from", "ms"), slot::measured("to", "ms")};
inline constexpr Says irregular{"pattern.irregular", slot::measured("low", "ms").bare(), slot::measured("high", "ms"),
                                slot::measured("rate", "Hz")};

// A steady rate; the same behind an interval, of which it need not be the inverse; and one that the intervals seem to
// settle to.
inline constexpr Says rate{"pattern.rate", slot::measured("rate", "Hz")};
inline constexpr Says steady_rate{"pattern.steady_rate", slot::measured("rate", "Hz")};
inline constexpr Says about{"pattern.about", slot::measured("rate", "Hz")};

inline constexpr std::tuple of_train{does,
                                     falls_silent,
                                     bursting,
                                     bursts_and_singles,
                                     bursts_and_singles_in_turn,
                                     fast_groups,
                                     slow_groups,
                                     stops,
                                     strongly_adapting,
                                     adapting,
                                     speeding_up,
                                     two_spikes,
                                     three_spikes,
                                     single_first,
                                     first_burst,
                                     then,
                                     onset_burst,
                                     late_burst,
                                     two_bursts,
                                     more_bursts,
                                     pair,
                                     one_more,
                                     two_more,
                                     more,
                                     tonic,
                                     settling,
                                     alternating,
                                     cycle,
                                     after_first,
                                     growing,
                                     shrinking,
                                     irregular,
                                     rate,
                                     steady_rate,
                                     about};

}  // namespace pattern_texts

/// What `train` does, in a sentence.
Text pattern_text(const FormedTrain& train);

}  // namespace izh
