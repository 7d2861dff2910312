// core/ask/comparison.hpp: how one run differs from another, in what they did.
#pragma once

#include <optional>
#include <tuple>

#include "core/model/recording.hpp"
#include "core/schema/field.hpp"
#include "core/schema/text.hpp"
#include "core/train/form.hpp"

namespace izh {

/// What is compared of a run.
struct Compared {
  double count = 0.0;              // spikes in the whole run
  std::optional<double> last_isi;  // ms
  PatternKind pattern = PatternKind::silent;
  Ended ended;
};

template <>
inline constexpr auto fields<Compared> = std::tuple{
    number(&Compared::count, "count", "", hard{0, 1e15}, usual{0, 100}, "Spikes in the whole run."),
    number(&Compared::last_isi, "last_isi", "ms", hard{0, 1e9}, usual{0, 1000}, "Last interval."),
    choice(&Compared::pattern, "pattern", "The pattern."),
    part(&Compared::ended, "ended", "How the run ended."),
};

struct Comparison {
  Text text;  // how a run differs from another
};

template <>
inline constexpr auto fields<Comparison> = std::tuple{
    said(&Comparison::text, "text", "How a run differs from another."),
};

/// How a run differs from another.
namespace comparison_texts {

inline constexpr Says not_followed{"compare.not_followed", slot::measured("to", "ms")};
inline constexpr Says differs{"compare.differs", slot::texts("parts")};
inline constexpr Says more_spikes{"compare.more_spikes", slot::count("spikes")};
inline constexpr Says fewer_spikes{"compare.fewer_spikes", slot::count("spikes")};
inline constexpr Says as_many_spikes{"compare.as_many_spikes"};
inline constexpr Says longer{"compare.longer", slot::measured("by", "ms")};  // the last interval
inline constexpr Says shorter{"compare.shorter", slot::measured("by", "ms")};
inline constexpr Says pattern{"compare.pattern", slot::pattern("is"), slot::pattern("was")};

inline constexpr std::tuple all{not_followed,   differs, more_spikes, fewer_spikes,
                                as_many_spikes, longer,  shorter,     pattern};

}  // namespace comparison_texts

/// What `run` does otherwise than `other`: how many spikes more or fewer; its last interval, if both have one and the
/// difference is not `slight`; its pattern, if that is another. If only `other` ran out of its budget it has not been
/// followed far enough to be compared, and the text says so.
/// Throws std::invalid_argument when a number is not finite, a count is negative or an interval beyond 1e9 ms.
Comparison comparison(const Compared& run, const Compared& other);

}  // namespace izh
