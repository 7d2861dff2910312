// core/train/pattern_rule.hpp: why a spike train has the name it has, with the numbers that decide it.
#pragma once

#include <tuple>

#include "core/schema/text.hpp"
#include "core/train/formed.hpp"

namespace izh {

/// The reasons, each a sentence. `least`, `most`, `below` and the like are the limits of the rule (form.hpp,
/// intervals.hpp); intervals within a burst are below `shorter`, and a pause between bursts lasts at least `pause`.
namespace rule_texts {

// Silence at the end.
inline constexpr Says fell_silent{"rule.fell_silent", slot::measured("quiet", "ms"), slot::measured("times"),
                                  slot::measured("longest", "ms"), slot::chosen("least")};

// A burst before it, or no burst.
inline constexpr Says not_settled{"rule.not_settled"};
inline constexpr Says all_shorter{"rule.all_shorter", slot::chosen("shorter", "ms")};
inline constexpr Says few_spikes{"rule.few_spikes", slot::count("spikes"), slot::count("most")};
inline constexpr Says long_silence{"rule.long_silence", slot::measured("times"), slot::measured("time", "ms"),
                                   slot::chosen("least")};
inline constexpr Says had_settled{"rule.had_settled", slot::count("intervals"), slot::chosen("within", "%")};
inline constexpr Says settled_but_last{"rule.settled_but_last", slot::count("intervals"), slot::chosen("within", "%")};
inline constexpr Says had_repeated{"rule.had_repeated", slot::count("cycle"), slot::chosen("within", "%")};
inline constexpr Says repeated_but_last{"rule.repeated_but_last", slot::count("cycle"), slot::chosen("within", "%")};
inline constexpr Says too_slow{"rule.too_slow", slot::measured("longest", "ms"), slot::chosen("shorter", "ms")};
inline constexpr Says too_many{"rule.too_many", slot::count("spikes"), slot::count("most")};
inline constexpr Says short_silence{"rule.short_silence",    slot::count("spikes"),        slot::count("most"),
                                    slot::measured("times"), slot::measured("time", "ms"), slot::chosen("below")};

// Two sorts of intervals: bursts and pauses, or groups.
inline constexpr Says two_sorts{"rule.two_sorts", slot::measured("low", "ms"), slot::measured("high", "ms"),
                                slot::measured("times"), slot::chosen("least")};
inline constexpr Says two_late_sorts{"rule.two_late_sorts", slot::measured("low", "ms"), slot::measured("high", "ms"),
                                     slot::measured("times"), slot::chosen("least")};
inline constexpr Says burst_limit{"rule.burst_limit", slot::chosen("shorter", "ms"), slot::chosen("pause", "ms"),
                                  slot::measured("limit", "ms")};
inline constexpr Says turns{"rule.turns", slot::count("turns"), slot::count("least")};
inline constexpr Says comes_back{"rule.comes_back"};
inline constexpr Says take_turns{"rule.take_turns"};
inline constexpr Says groups_pause_short{"rule.groups_pause_short", slot::chosen("pause", "ms")};
inline constexpr Says groups_too_slow{"rule.groups_too_slow", slot::chosen("shorter", "ms")};
inline constexpr Says groups_not_late{"rule.groups_not_late"};
inline constexpr Says bursts_of_onset{"rule.bursts_of_onset"};

// An onset burst or a pair.
inline constexpr Says jump{"rule.jump",
                           slot::count("spike"),
                           slot::measured("from", "ms").bare(),
                           slot::measured("to", "ms"),
                           slot::measured("times"),
                           slot::chosen("least"),
                           slot::measured("later", "ms")};
inline constexpr Says outside_burst{"rule.outside_burst", slot::measured("interval", "ms"),
                                    slot::chosen("shorter", "ms")};
inline constexpr Says pair{"rule.pair", slot::measured("first", "ms"), slot::chosen("shorter", "ms"),
                           slot::measured("times"), slot::chosen("least")};
inline constexpr Says one_follows{"rule.one_follows"};
inline constexpr Says two_follow{"rule.two_follow"};

// No bursts, where one might expect them.
inline constexpr Says late_once{"rule.late_once", slot::measured("low", "ms"), slot::measured("high", "ms"),
                                slot::measured("times")};
inline constexpr Says one_sort{"rule.one_sort", slot::chosen("least"), slot::measured("times")};
inline constexpr Says all_too_long{"rule.all_too_long", slot::measured("shortest", "ms"),
                                   slot::chosen("shorter", "ms")};
inline constexpr Says all_too_short{"rule.all_too_short", slot::measured("longest", "ms"), slot::chosen("pause", "ms")};
inline constexpr Says short_too_long{"rule.short_too_long", slot::measured("low", "ms"), slot::measured("high", "ms"),
                                     slot::measured("times"), slot::chosen("shorter", "ms")};
inline constexpr Says long_too_short{"rule.long_too_short", slot::measured("low", "ms"), slot::measured("high", "ms"),
                                     slot::measured("times"), slot::chosen("pause", "ms")};
inline constexpr Says no_turns{"rule.no_turns", slot::measured("low", "ms"), slot::measured("high", "ms"),
                               slot::measured("times")};

// The first interval compared with the last.
inline constexpr Says strongly_adapting{"rule.strongly_adapting", slot::measured("times"), slot::chosen("below")};
inline constexpr Says adapting{"rule.adapting", slot::measured("times"), slot::chosen("below")};
inline constexpr Says speeding_up{"rule.speeding_up", slot::measured("times"), slot::chosen("above")};
inline constexpr Says hardly_adapting{"rule.hardly_adapting", slot::measured("times"), slot::chosen("from"),
                                      slot::chosen("to")};
inline constexpr Says one_interval{"rule.one_interval", slot::measured("interval", "ms")};
inline constexpr Says two_intervals{"rule.two_intervals"};

// The last intervals.
inline constexpr Says draw_together{"rule.draw_together"};
inline constexpr Says repeats{"rule.repeats", slot::count("cycle"), slot::chosen("within", "%")};
inline constexpr Says one_way{"rule.one_way"};
inline constexpr Says no_cycle{"rule.no_cycle", slot::count("most")};
inline constexpr Says last_alike{"rule.last_alike", slot::count("intervals"), slot::chosen("within", "%")};
inline constexpr Says two_differ{"rule.two_differ", slot::measured("by", "%"), slot::chosen("most", "%")};
inline constexpr Says vary{"rule.vary", slot::count("intervals"), slot::measured("by", "%"), slot::chosen("most", "%")};
inline constexpr Says hardly_vary{"rule.hardly_vary", slot::count("intervals"), slot::chosen("less", "%"),
                                  slot::chosen("most", "%")};

inline constexpr std::tuple of_train{fell_silent,
                                     not_settled,
                                     all_shorter,
                                     few_spikes,
                                     long_silence,
                                     had_settled,
                                     settled_but_last,
                                     had_repeated,
                                     repeated_but_last,
                                     too_slow,
                                     too_many,
                                     short_silence,
                                     two_sorts,
                                     two_late_sorts,
                                     burst_limit,
                                     turns,
                                     comes_back,
                                     take_turns,
                                     groups_pause_short,
                                     groups_too_slow,
                                     groups_not_late,
                                     bursts_of_onset,
                                     jump,
                                     outside_burst,
                                     pair,
                                     one_follows,
                                     two_follow,
                                     late_once,
                                     one_sort,
                                     all_too_long,
                                     all_too_short,
                                     short_too_long,
                                     long_too_short,
                                     no_turns,
                                     strongly_adapting,
                                     adapting,
                                     speeding_up,
                                     hardly_adapting,
                                     one_interval,
                                     two_intervals,
                                     draw_together,
                                     repeats,
                                     one_way,
                                     no_cycle,
                                     last_alike,
                                     two_differ,
                                     vary,
                                     hardly_vary};

}  // namespace rule_texts

/// Why `train` has the name of its form, sentence by sentence.
Text pattern_rule(const FormedTrain& train);

}  // namespace izh
