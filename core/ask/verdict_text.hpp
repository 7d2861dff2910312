// core/ask/verdict_text.hpp: what a verdict says. Its sentences have parts: what the cell does, why, and at times what
// that looks like. A part is a text in a slot of the whole.
#pragma once

#include <tuple>

#include "core/schema/text.hpp"

namespace izh {

namespace verdict_texts {

inline constexpr auto pA = [](const char* name) { return slot::located(name, "pA"); };
inline constexpr auto bare = [](const char* name) { return slot::located(name, "pA").bare(); };
inline constexpr auto mV = [](const char* name) { return slot::measured(name, "mV"); };
inline constexpr auto ms = [](const char* name) { return slot::measured(name, "ms"); };

// The whole: what it does, and why.
inline constexpr Says only{"verdict.only", slot::text("what")};
inline constexpr Says because{"verdict.because", slot::text("what"), slot::text("reason")};

inline constexpr std::tuple of_whole{only, because};

// What it does, under one steady current.
inline constexpr Says silent{"verdict.silent"};            // for ever
inline constexpr Says silent_here{"verdict.silent_here"};  // in this run
inline constexpr Says not_yet{"verdict.not_yet", ms("takes"), ms("lasts")};
inline constexpr Says delayed{"verdict.delayed", ms("latency")};
inline constexpr Says single{"verdict.single", mV("v")};
inline constexpr Says so_far{"verdict.so_far", ms("next")};
inline constexpr Says one{"verdict.one"};
inline constexpr Says then_rest{"verdict.then_rest", slot::text("what"), mV("v")};
inline constexpr Says then_pause{"verdict.then_pause", slot::text("what"), ms("next")};
inline constexpr Says then_silence{"verdict.then_silence", slot::text("what")};
inline constexpr Says spikes_within{"verdict.spikes_within", slot::count("spikes"), ms("time")};
inline constexpr Says burst_then{"verdict.burst_then", slot::count("spikes"), slot::text("at")};
inline constexpr Says adapting{"verdict.adapting", ms("from").bare(), ms("to")};
inline constexpr Says speeding_up{"verdict.speeding_up", ms("from").bare(), ms("to")};
inline constexpr Says bursts{"verdict.bursts", slot::count("fewest"), slot::count("most"), ms("low").bare(),
                             ms("high")};
inline constexpr Says bursts_and_singles{"verdict.bursts_and_singles", slot::count("fewest"), slot::count("most"),
                                         ms("low").bare(), ms("high")};
inline constexpr Says groups{"verdict.groups", slot::count("spikes"),    ms("low").bare(),
                             ms("high"),       ms("between_low").bare(), ms("between_high")};
inline constexpr Says runs_away{"verdict.runs_away", slot::count("spikes"), ms("time")};

inline constexpr std::tuple of_steady{
    silent,    silent_here,        not_yet,      delayed,       single,     so_far,   one,
    then_rest, then_pause,         then_silence, spikes_within, burst_then, adapting, speeding_up,
    bursts,    bursts_and_singles, groups,       runs_away};

// What it does otherwise.
inline constexpr Says released{"verdict.released", slot::count("spikes"), ms("after")};
inline constexpr Says after_step{"verdict.after_step", slot::count("spikes"), ms("after")};
inline constexpr Says until_end{"verdict.until_end", slot::text("what")};
inline constexpr Says silent_step{"verdict.silent_step"};
inline constexpr Says no_spike{"verdict.no_spike"};
inline constexpr Says rising{"verdict.rising", slot::chosen("current", "pA")};
inline constexpr Says falling{"verdict.falling", slot::chosen("current", "pA")};
inline constexpr Says changing{"verdict.changing", slot::count("spikes"), slot::count("changes")};
inline constexpr Says pulses{"verdict.pulses", slot::count("spikes"), slot::count("pulses"),
                             slot::chosen("amplitude", "pA"), slot::chosen("length", "ms")};
inline constexpr Says later{"verdict.later", slot::chosen("time", "ms"), slot::chosen("current", "pA"),
                            slot::text("what")};
inline constexpr Says stopped{"verdict.stopped", ms("time"), slot::chosen("duration", "ms")};

inline constexpr std::tuple of_others{released, after_step, until_end, silent_step, no_spike, rising,
                                      falling,  changing,   pulses,    later,       stopped};

// A current: alone, or the sum of several.
inline constexpr Says alone{"verdict.alone", slot::chosen("current", "pA")};
inline constexpr Says in_all{"verdict.in_all", slot::chosen("current", "pA")};
inline constexpr auto current = slot::text("current");

// Why: by the current at which rest is lost, or firing begins.
inline constexpr Says below_rest{"verdict.below_rest", current, pA("below"), bare("threshold")};
inline constexpr Says above_rest{"verdict.above_rest", current, pA("above"), bare("threshold")};
inline constexpr Says just_above_rest{"verdict.just_above_rest", current, pA("above"), bare("threshold")};
inline constexpr Says barely_above{"verdict.barely_above", current, pA("above"), bare("threshold")};
inline constexpr Says at{"verdict.at", current};  // the threshold itself
inline constexpr Says below_start{"verdict.below_start", current, pA("below"), bare("threshold")};
inline constexpr Says above_start{"verdict.above_start", current, pA("above"), bare("threshold")};
inline constexpr Says below_first{"verdict.below_first", current, pA("below"), bare("first")};
inline constexpr Says between{"verdict.between", current, pA("above"), bare("first"), pA("below"), bare("lasting")};
inline constexpr Says above_lasting{"verdict.above_lasting", current, pA("above"), bare("lasting")};
inline constexpr Says above_first{"verdict.above_first", current, pA("above"), bare("first")};
inline constexpr Says step_below{"verdict.step_below", current, pA("below"), pA("first"), slot::chosen("length", "ms")};
inline constexpr Says step_above{"verdict.step_above", current, pA("above"), pA("first"), slot::chosen("length", "ms")};
inline constexpr Says fixed_below{"verdict.fixed_below", current, pA("below"), bare("first"), ms("dt")};
inline constexpr Says fixed_above{"verdict.fixed_above", current, pA("above"), bare("first"), ms("dt")};
inline constexpr Says needs{"verdict.needs", pA("first"), mV("v")};
inline constexpr Says ramp_above{"verdict.ramp_above", pA("above"), bare("threshold")};
inline constexpr Says ramp_below{"verdict.ramp_below", pA("below"), bare("threshold")};
inline constexpr Says falls_above{"verdict.falls_above", pA("above"), bare("threshold")};
inline constexpr Says falls_below{"verdict.falls_below", pA("below"), bare("threshold")};
inline constexpr Says ramp_stays{"verdict.ramp_stays", slot::chosen("most", "pA"), pA("below"), bare("threshold")};
inline constexpr Says ramp_reaches{"verdict.ramp_reaches", slot::chosen("most", "pA"), pA("above"), bare("threshold")};

inline constexpr std::tuple of_thresholds{
    alone,       in_all,      below_rest, above_rest,    just_above_rest, barely_above, at,         below_start,
    above_start, below_first, between,    above_lasting, above_first,     step_below,   step_above, fixed_below,
    fixed_above, needs,       ramp_above, ramp_below,    falls_above,     falls_below,  ramp_stays, ramp_reaches};

// Why: by the start.
inline constexpr Says start_below{"verdict.start_below", slot::chosen("v", "mV"), slot::located("below", "mV"),
                                  slot::located("edge", "mV").bare(), slot::chosen("u", "pA")};
inline constexpr Says start_above{"verdict.start_above", slot::chosen("v", "mV"), slot::located("above", "mV"),
                                  slot::located("edge", "mV").bare(), slot::chosen("u", "pA")};
inline constexpr Says low_u{"verdict.low_u", slot::chosen("u", "pA"), slot::located("below", "pA"),
                            slot::located("rest", "pA").bare()};
inline constexpr Says at_peak{"verdict.at_peak", slot::chosen("v", "mV"), slot::chosen("vpeak", "mV").bare()};
inline constexpr Says inside{"verdict.inside", mV("low").bare(), mV("high")};
// Why: by u.
inline constexpr Says resets{"verdict.resets", slot::measured("inside", "pA"), slot::measured("outside", "pA")};
inline constexpr Says resets_beside{"verdict.resets_beside", slot::measured("inside", "pA").bare(),
                                    slot::measured("outside", "pA"), slot::measured("level", "pA")};
inline constexpr Says rebound{"verdict.rebound", mV("v"), slot::measured("from", "pA").bare(),
                              slot::measured("to", "pA")};
inline constexpr Says rebound_held{"verdict.rebound_held", mV("v"), slot::measured("from", "pA").bare(),
                                   slot::measured("to", "pA"), slot::chosen("hold", "pA")};
inline constexpr Says takes_more{"verdict.takes_more", slot::chosen("takes", "pA"), slot::measured("gives", "pA")};
// Why: otherwise.
inline constexpr Says held_down{"verdict.held_down", current, mV("v"), mV("back")};
inline constexpr Says too_dense{"verdict.too_dense", slot::count("most")};
inline constexpr Says budget{"verdict.budget", slot::count("spikes")};
inline constexpr Says overflow{"verdict.overflow"};

inline constexpr std::tuple of_reasons{start_below, start_above,   low_u,   at_peak,      inside,
                                       resets,      resets_beside, rebound, rebound_held, takes_more,
                                       held_down,   too_dense,     budget,  overflow};

// What that looks like.
inline constexpr Says creeps{"verdict.creeps", mV("v")};
inline constexpr Says settles{"verdict.settles", mV("v")};
inline constexpr Says unheld{"verdict.unheld"};
inline constexpr Says for_good{"verdict.for_good"};
inline constexpr Says ghost{"verdict.ghost"};
inline constexpr Says jumps{"verdict.jumps", slot::count("jumps")};

inline constexpr std::tuple of_looks{creeps, settles, unheld, for_good, ghost, jumps};

}  // namespace verdict_texts

}  // namespace izh
