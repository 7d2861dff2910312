// core/plane/after_spike.hpp: the map from the state after one spike to the state after the next, under a steady
// current. The state after a spike is (c, u), so everything after the first spike follows from a one-dimensional map of
// u: its fixed points are tonic firing, its p-cycles are patterns of p spikes, and where it is undefined the cell falls
// silent.
// Source: Touboul and Brette (2009), Spiking dynamics of bidimensional integrate-and-fire neurons, SIAM J. Appl. Dyn.
// Syst. 8.
#pragma once

#include <optional>
#include <tuple>
#include <vector>

#include "core/model/cell.hpp"
#include "core/schema/text.hpp"

namespace izh {

/// The range of u after a spike [pA] to compute the map over, and at how many points.
struct MapRange {
  double from = -200.0, to = 600.0, points = 201.0;
};

template <>
inline constexpr auto fields<MapRange> = std::tuple{
    number(&MapRange::from, "from", "pA", hard{-1e9, 1e9}, usual{-400, 1000}, "Lowest u after a spike."),
    number(&MapRange::to, "to", "pA", hard{-1e9, 1e9}, usual{-400, 1000}, "Highest u after a spike."),
    number(&MapRange::points, "points", "", hard{2, 2000}, usual{20, 400}, "Number of places."),
};

/// A part of the map that is defined throughout.
struct MapPiece {
  std::vector<double> u, next, interval;  // u after a spike, u after the next, ms between the two
};

template <>
inline constexpr auto fields<MapPiece> = std::tuple{
    samples(&MapPiece::u, "u", "pA", "u after a spike."),
    samples(&MapPiece::next, "next", "pA", "u after the next spike."),
    samples(&MapPiece::interval, "interval", "ms", "Time between the two."),
};

struct Gap {
  double from = 0.0, to = 0.0;
};

template <>
inline constexpr auto fields<Gap> = std::tuple{
    result(&Gap::from, "from", "pA", "Lowest u from which no spike follows."),
    result(&Gap::to, "to", "pA", "Highest u from which no spike follows."),
};

struct AfterSpikeMap {
  double current = 0.0;
  std::vector<MapPiece> pieces;  // lowest u first
  std::vector<Gap> gaps;         // between and beside the pieces: no spike follows; ends to 1e-9 of the range
  // The fixed points, the slope there, and whether they attract: 1 where |slope| < 1, else 0.
  std::vector<double> fixed_u, fixed_slope, fixed_attracts;
  Text text;  // what its structure means
};

template <>
inline constexpr auto fields<AfterSpikeMap> = std::tuple{
    result(&AfterSpikeMap::current, "current", "pA", "The steady current."),
    list(&AfterSpikeMap::pieces, "pieces", 1000, "The parts on which it is defined, lowest u first."),
    list(&AfterSpikeMap::gaps, "gaps", 1000, "Where no spike follows."),
    samples(&AfterSpikeMap::fixed_u, "fixed_u", "pA", "Where it meets the diagonal."),
    samples(&AfterSpikeMap::fixed_slope, "fixed_slope", "", "Its slope there."),
    samples(&AfterSpikeMap::fixed_attracts, "fixed_attracts", "", "1 where trains nearby come nearer to it, else 0."),
    said(&AfterSpikeMap::text, "text", "What its structure says, in words."),
};

/// What the structure of the map means. `from` and `to`: the range of u examined.
namespace map_texts {

inline constexpr auto from = slot::measured("from", "pA").bare();
inline constexpr auto to = slot::measured("to", "pA");

inline constexpr Says silent{"map.silent", from, to};
inline constexpr Says diagonal{"map.diagonal"};
inline constexpr Says apart{"map.apart", from, to};
inline constexpr Says apart_known{"map.apart_known", from, to};
inline constexpr Says none_found{"map.none_found", from, to};
// A fixed point, with the slope there or almost level,
inline constexpr auto u = slot::measured("u", "pA");
inline constexpr Says meets{"map.meets", u, slot::measured("slope")};
inline constexpr Says meets_again{"map.meets_again", u, slot::measured("slope")};
inline constexpr Says level{"map.level", u};
inline constexpr Says level_again{"map.level_again", u};
// and what that means for trains near it.
inline constexpr Says at_once{"map.at_once", slot::measured("interval", "ms")};
inline constexpr Says settles{"map.settles", slot::measured("interval", "ms")};
inline constexpr Says settles_alternating{"map.settles_alternating", slot::measured("interval", "ms")};
inline constexpr Says leaves{"map.leaves"};
inline constexpr Says leaves_alternating{"map.leaves_alternating"};
// The parts of the range from which no spike follows, and those for which that is unknown.
inline constexpr Says gaps{"map.gaps", slot::texts("parts")};
inline constexpr Says unknown{"map.unknown", slot::texts("parts")};
inline constexpr Says up_to{"map.up_to", to};
inline constexpr Says from_on{"map.from_on", slot::measured("from", "pA")};
inline constexpr Says between{"map.between", from, to};
inline constexpr Says everywhere{"map.everywhere"};

inline constexpr std::tuple all{silent,      diagonal,
                                apart,       apart_known,
                                none_found,  meets,
                                meets_again, level,
                                level_again, at_once,
                                settles,     settles_alternating,
                                leaves,      leaves_alternating,
                                gaps,        unknown,
                                up_to,       from_on,
                                between,     everywhere};

}  // namespace map_texts

/// The map of `cell` under `current` [pA] at the points of `range`, with the edges of its gaps found by bisection.
/// Every value is one exact run to the next spike, and the slopes are those of the linearized flow (`Passages::slope`).
/// The budget is two million solver steps in all (a stiff cell takes ten thousand per spike). If it runs out, there are
/// fewer points, and `text` says where it is unknown whether a spike follows; such u are in neither a piece nor a gap.
/// Throws std::invalid_argument when the cell or the current is not valid or the range is empty, reversed or not
/// finite.
AfterSpikeMap after_spike_map(const Cell& cell, double current, const MapRange& range);

}  // namespace izh
