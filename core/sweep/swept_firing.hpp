// core/sweep/swept_firing.hpp: what a sweep in both directions has found of firing, with its edges.
#pragma once

#include <cstddef>
#include <vector>

#include "core/schema/field.hpp"

namespace izh {

/// Between which two values something begins or ends: as good as one where it was found by bisection.
struct Edge {
  double low = 0.0, high = 0.0;
  double end = 0.0;  // 1: nothing is known to change there, it is where the sweep begins or ends
};

template <>
inline constexpr auto fields<Edge> = std::tuple{
    result(&Edge::low, "low", "", "It is not below this value."),
    result(&Edge::high, "high", "", "It is not above this value."),
    result(&Edge::end, "end", "", "1: no edge, but where the sweep begins or ends."),
};

/// A stretch of a sweep in which the cell does either, by what it did before.
struct BistableRange {
  Edge from, to;
};

template <>
inline constexpr auto fields<BistableRange> = std::tuple{
    part(&BistableRange::from, "from", "Its lower end."),
    part(&BistableRange::to, "to", "Its upper end."),
};

/// Where in its range a sweep has found firing.
enum class FiresWhere { unknown, nowhere, everywhere, somewhere };

inline const char* names(FiresWhere where) {
  constexpr const char* all[] = {"unknown", "nowhere", "everywhere", "somewhere"};
  return all[static_cast<std::size_t>(where)];
}

/// What a cell does while it is swept up: from a value on, or first at one and later not.
enum class FiresUpwards { unknown, rests, from_the_start, from, first_at };

inline const char* names(FiresUpwards upwards) {
  constexpr const char* all[] = {"unknown", "rests", "fires from the start", "fires from", "first fires at"};
  return all[static_cast<std::size_t>(upwards)];
}

struct SweptFiring {
  FiresWhere where = FiresWhere::unknown;
  FiresUpwards upwards = FiresUpwards::unknown;
  Edge begins;                          // where that is
  Edge from, to;                        // the whole of what fires, either way; both ends may be those of the sweep
  std::vector<BistableRange> bistable;  // lowest first
};

template <>
inline constexpr auto fields<SweptFiring> = std::tuple{
    choice(&SweptFiring::where, "where", "Where in the range it fires."),
    choice(&SweptFiring::upwards, "upwards", "What it does swept up."),
    part(&SweptFiring::begins, "begins", "Where it first fires, swept up."),
    part(&SweptFiring::from, "from", "Lower end of all firing."),
    part(&SweptFiring::to, "to", "Upper end of all firing."),
    list(&SweptFiring::bistable, "bistable", 2000, "Where it does either, by what it did before."),
};

/// What both directions of one sweep say, their values, rates and edges as `sweep_part` gives them; of parts that are
/// not complete yet, what both have come to. Edges of the two directions that are within 1e-7 of their value of one
/// another, or overlap, count as one: doubles do not tell a narrower bistable range from their rounding. Throws
/// std::invalid_argument unless there is one rate for each value and three numbers for each edge.
SweptFiring swept_firing(const std::vector<double>& up_value, const std::vector<double>& up_rate,
                         const std::vector<double>& up_edges, const std::vector<double>& down_value,
                         const std::vector<double>& down_rate, const std::vector<double>& down_edges);

}  // namespace izh
