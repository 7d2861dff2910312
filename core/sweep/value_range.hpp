// core/sweep/value_range.hpp: neighbouring values at which something holds.
#pragma once

#include <cstddef>
#include <tuple>
#include <vector>

#include "core/schema/field.hpp"

namespace izh {

/// The lowest and the highest of some neighbouring values.
struct ValueRange {
  double from = 0.0, to = 0.0;
};

template <>
inline constexpr auto fields<ValueRange> = std::tuple{
    result(&ValueRange::from, "from", "", "The lowest."),
    result(&ValueRange::to, "to", "", "The highest."),
};

/// The ranges of `values`, ascending, at which `holds(index)`, lowest first: neighbours are one range, and a value
/// alone is one from itself to itself.
template <class Holds>
std::vector<ValueRange> ranges_where(const std::vector<double>& values, Holds&& holds) {
  std::vector<ValueRange> ranges;
  bool open = false;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const bool now = holds(i);
    if (now && !open) ranges.push_back({values[i], values[i]});
    if (now) ranges.back().to = values[i];
    open = now;
  }
  return ranges;
}

}  // namespace izh
