// core/sweep/swept_firing.hpp: where a sweep in both directions found firing, and its edges.
#pragma once

#include <cstddef>
#include <vector>

#include "core/schema/field.hpp"

namespace izh {

/// The two values between which firing begins or ends: practically one if found by bisection.
struct Edge {
  double low = 0.0, high = 0.0;
  double end = 0.0;  // 1: no change is known there, only where the sweep begins or ends
};

template <>
inline constexpr auto fields<Edge> = std::tuple{
    result(&Edge::low, "low", "", "It is not below this value."),
    result(&Edge::high, "high", "", "It is not above this value."),
    result(&Edge::end, "end", "", "1: no edge, but where the sweep begins or ends."),
};

/// A range of a sweep in which the cell may fire or rest, depending on its history.
struct BistableRange {
  Edge from, to;
};

template <>
inline constexpr auto fields<BistableRange> = std::tuple{
    part(&BistableRange::from, "from", "Its lower end."),
    part(&BistableRange::to, "to", "Its upper end."),
};

/// Where in its range a sweep found firing.
enum class FiresWhere { unknown, nowhere, everywhere, somewhere };

inline const char* names(FiresWhere where) {
  constexpr const char* all[] = {"unknown", "nowhere", "everywhere", "somewhere"};
  return all[static_cast<std::size_t>(where)];
}

/// What a cell does as it is swept upwards: it fires from a value on, or fires first at one and not later.
enum class FiresUpwards { unknown, rests, from_the_start, from, first_at };

inline const char* names(FiresUpwards upwards) {
  constexpr const char* all[] = {"unknown", "rests", "fires from the start", "fires from", "first fires at"};
  return all[static_cast<std::size_t>(upwards)];
}

struct SweptFiring {
  FiresWhere where = FiresWhere::unknown;
  FiresUpwards upwards = FiresUpwards::unknown;
  Edge begins;    // where that is
  Edge from, to;  // the range of all firing, in either direction; its ends may be those of the sweep
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

/// What both directions of one sweep say, from their values, rates and edges as `sweep_part` gives them, in any order;
/// for incomplete sweeps, over what both have reached. `up_without` and `down_without` are values that were tried and
/// have no rate: where they lie beyond all values with one, the firing found at the last of these ends, or is lost from
/// sight, between the two. Edges of the two directions that overlap, or are within 1e-7 of their value of one another,
/// count as one: doubles cannot tell a narrower bistable range from rounding. Throws std::invalid_argument unless there
/// is one rate for each value and three numbers for each edge.
SweptFiring swept_firing(const std::vector<double>& up_value, const std::vector<double>& up_rate,
                         const std::vector<double>& up_edges, const std::vector<double>& down_value,
                         const std::vector<double>& down_rate, const std::vector<double>& down_edges,
                         const std::vector<double>& up_without = {}, const std::vector<double>& down_without = {});

}  // namespace izh
