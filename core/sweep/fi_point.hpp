// core/sweep/fi_point.hpp: what an f-I curve says of one of its currents.
#pragma once

#include <tuple>

#include "core/schema/text.hpp"
#include "core/sweep/fi_curve.hpp"

namespace izh {

/// One current of a curve in words.
struct FiPoint {
  Text text;    // its rate, its first interval and its first spike
  Text course;  // what becomes of its train
};

template <>
inline constexpr auto fields<FiPoint> = std::tuple{
    said(&FiPoint::text, "text", "Its rate, its first interval and its first spike."),
    said(&FiPoint::course, "course", "What becomes of its train."),
};

/// What is said of one current.
namespace fi_point_texts {

inline constexpr auto current = slot::chosen("current", "pA");
inline constexpr auto said = slot::text("said");  // of the rate that is drawn
inline constexpr auto rate = slot::measured("rate", "Hz");
inline constexpr auto spikes = slot::count("spikes");
inline constexpr auto hold = slot::chosen("hold", "ms");
inline constexpr auto time = slot::measured("time", "ms");

inline constexpr Says silent{"fi_point.silent", current};
inline constexpr Says rate_only{"fi_point.rate_only", current, said};
inline constexpr Says one_spike{"fi_point.one_spike", current, said, slot::measured("latency", "ms")};
inline constexpr Says spikes_follow{"fi_point.spikes_follow", current, said, slot::measured("first", "Hz"),
                                    slot::measured("latency", "ms")};
// The rate that is drawn; one that needs no steady train, and then the steady one.
inline constexpr Says no_rate{"fi_point.no_rate"};
inline constexpr Says by_count{"fi_point.by_count", rate, spikes, hold};
inline constexpr Says not_by_count{"fi_point.not_by_count", slot::text("course")};
inline constexpr Says of_last{"fi_point.of_last", rate, hold};
inline constexpr Says no_last{"fi_point.no_last", spikes, hold};
inline constexpr Says and_steady{"fi_point.and_steady", said, slot::text("steady")};
inline constexpr Says then_silent{"fi_point.then_silent", spikes};
inline constexpr Says steady{"fi_point.steady", rate, slot::count("cycle")};
inline constexpr Says steady_mean{"fi_point.steady_mean", rate, time};
inline constexpr Says surely_fires{"fi_point.surely_fires", slot::bound("below", "Hz")};
inline constexpr Says still_changing{"fi_point.still_changing", spikes};
inline constexpr Says current_varies{"fi_point.current_varies", spikes, time};
inline constexpr Says fixed_steps{"fi_point.fixed_steps", spikes, time};
inline constexpr Says no_rest{"fi_point.no_rest", spikes, time};

inline constexpr std::tuple of_rate{silent,       rate_only,    one_spike,      spikes_follow,  no_rate,     by_count,
                                    not_by_count, of_last,      no_last,        and_steady,     then_silent, steady,
                                    steady_mean,  surely_fires, still_changing, current_varies, fixed_steps, no_rest};

}  // namespace fi_point_texts

/// What becomes of a train, in a few words.
namespace course_texts {

inline constexpr Says rests{"course.rests"};
inline constexpr Says repeats{"course.repeats"};
inline constexpr Says irregular{"course.irregular"};
inline constexpr Says slow{"course.slow", slot::bound("below", "Hz")};
inline constexpr Says runs_away{"course.runs_away"};
inline constexpr Says changing{"course.changing"};
inline constexpr Says unknown{"course.unknown"};
inline constexpr Says varies{"course.varies"};
inline constexpr Says fixed_steps{"course.fixed_steps"};

inline constexpr std::tuple all{rests, repeats, irregular, slow, runs_away, changing, unknown, varies, fixed_steps};

}  // namespace course_texts

/// What `curve` says at the current with the index `at`, of the rate that `drawn` chooses. A rate by count or of the
/// last interval is followed by the steady one, where the train has one. Throws std::invalid_argument unless every
/// column is finite and has an entry at that index, and the course there is one of `Course`.
FiPoint fi_point(const FiCurve& curve, const RateChoice& drawn, double at);

}  // namespace izh
