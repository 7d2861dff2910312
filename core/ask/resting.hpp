// core/ask/resting.hpp: where a cell rests, if that is not at its vr.
#pragma once

#include <tuple>

#include "core/model/cell.hpp"
#include "core/schema/field.hpp"
#include "core/schema/text.hpp"

namespace izh {

struct Resting {
  Text text;
};

template <>
inline constexpr auto fields<Resting> = std::tuple{
    said(&Resting::text, "text", "Where the cell rests, and why, if that is not at vr."),
};

/// Where a cell rests.
namespace resting_texts {

inline constexpr auto v = slot::measured("v", "mV");
inline constexpr Says without_recovery{"resting.without_recovery", v};
inline constexpr Says below_saddle{"resting.below_saddle", v};  // v = vr is the saddle

inline constexpr std::tuple all{without_recovery, below_saddle};

}  // namespace resting_texts

/// Where `cell` rests without a current (`rest_state`), and why it is not at vr; empty if it is.
/// Throws std::invalid_argument when the cell is not valid.
Resting resting(const Cell& cell);

}  // namespace izh
