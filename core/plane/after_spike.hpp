// core/plane/after_spike.hpp: the map from one state after a spike to the next, under a steady current. The state after
// a spike is (c, u), so all that follows the first spike is a map of one number: its fixed points are tonic firing, its
// cycles of p are patterns of p spikes, and where it is not defined the cell falls silent.
// Source: Touboul and Brette (2009), Spiking dynamics of bidimensional integrate-and-fire neurons, SIAM J. Appl. Dyn.
// Syst. 8.
#pragma once

#include <optional>
#include <tuple>
#include <vector>

#include "core/model/cell.hpp"
#include "core/schema/text.hpp"

namespace izh {

/// Over which u after a spike [pA], and at how many places, to look.
struct MapRange {
  double from = -200.0, to = 600.0, points = 201.0;
};

template <>
inline constexpr auto fields<MapRange> = std::tuple{
    number(&MapRange::from, "from", "pA", hard{-1e9, 1e9}, usual{-400, 1000}, "Lowest u after a spike."),
    number(&MapRange::to, "to", "pA", hard{-1e9, 1e9}, usual{-400, 1000}, "Highest u after a spike."),
    number(&MapRange::points, "points", "", hard{2, 2000}, usual{20, 400}, "Number of places."),
};

/// A part of the map on which it is defined throughout.
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
  std::vector<Gap> gaps;         // between and beside them: no spike follows; ends to 1e-9 of the range
  std::vector<double> fixed_u,
      fixed_slope;  // where the map meets the diagonal, and its slope there: |slope| < 1 attracts
  Text text;        // what its structure says
};

template <>
inline constexpr auto fields<AfterSpikeMap> = std::tuple{
    result(&AfterSpikeMap::current, "current", "pA", "The steady current."),
    list(&AfterSpikeMap::pieces, "pieces", 1000, "The parts on which it is defined, lowest u first."),
    list(&AfterSpikeMap::gaps, "gaps", 1000, "Where no spike follows."),
    samples(&AfterSpikeMap::fixed_u, "fixed_u", "pA", "Where it meets the diagonal."),
    samples(&AfterSpikeMap::fixed_slope, "fixed_slope", "", "Its slope there."),
    said(&AfterSpikeMap::text, "text", "What its structure says, in words."),
};

/// What the structure of the map says. `from` and `to`: the range of u that was looked at.
namespace map_texts {

inline constexpr auto from = slot::measured("from", "pA").bare();
inline constexpr auto to = slot::measured("to", "pA");

inline constexpr Says silent{"map.silent", from, to};
inline constexpr Says diagonal{"map.diagonal"};
inline constexpr Says apart{"map.apart", from, to};
inline constexpr Says apart_known{"map.apart_known", from, to};
inline constexpr Says none_found{"map.none_found", from, to};
// Where it meets the diagonal, with which slope, and what that means.
inline constexpr Says meets{"map.meets", slot::measured("u", "pA"), slot::text("slope"), slot::text("meaning")};
inline constexpr Says again{"map.again", slot::measured("u", "pA"), slot::text("slope"), slot::text("meaning")};
inline constexpr Says level{"map.level"};
inline constexpr Says slope{"map.slope", slot::measured("slope")};
inline constexpr Says at_once{"map.at_once", slot::measured("interval", "ms")};
inline constexpr Says settles{"map.settles", slot::measured("interval", "ms")};
inline constexpr Says settles_alternating{"map.settles_alternating", slot::measured("interval", "ms")};
inline constexpr Says leaves{"map.leaves"};
inline constexpr Says leaves_alternating{"map.leaves_alternating"};
// From where no spike follows, and from where that is not known: parts of the range.
inline constexpr Says gaps{"map.gaps", slot::texts("parts")};
inline constexpr Says unknown{"map.unknown", slot::texts("parts")};
inline constexpr Says up_to{"map.up_to", to};
inline constexpr Says from_on{"map.from_on", slot::measured("from", "pA")};
inline constexpr Says between{"map.between", from, to};
inline constexpr Says everywhere{"map.everywhere"};

inline constexpr std::tuple all{silent,     diagonal,
                                apart,      apart_known,
                                none_found, meets,
                                again,      level,
                                slope,      at_once,
                                settles,    settles_alternating,
                                leaves,     leaves_alternating,
                                gaps,       unknown,
                                up_to,      from_on,
                                between,    everywhere};

}  // namespace map_texts

/// The map over the places of `range`, with the edges of its gaps found by bisection. Every value is one exact run to
/// the next spike, and the slopes are those of the linearized flow (`Passages::slope`). After two million solver steps
/// in all, of which a stiff cell takes ten thousand a spike, there are fewer places, and `text` says where it is not
/// known whether a spike follows: that is neither piece nor gap. Throws std::invalid_argument when the range is empty,
/// reversed or not finite.
AfterSpikeMap after_spike_map(const Cell& cell, double current, const MapRange& range);

}  // namespace izh
