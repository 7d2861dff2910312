// core/content/note.hpp: where the teaching note and the model differ, with every number computed on the spot.
#pragma once

#include <string>
#include <tuple>
#include <vector>

#include "core/schema/field.hpp"
#include "core/schema/text.hpp"

namespace izh {

/// What the model does, point by point.
namespace note_texts {

inline constexpr Says start{"note.start", slot::located("IB_note", "pA"), slot::located("IB_rest", "pA")};
inline constexpr Says k{"note.k", slot::located("leak", "nS"), slot::measured("RS", "MΩ"), slot::measured("IB", "MΩ"),
                        slot::measured("CH", "MΩ")};
inline constexpr Says units{"note.units", slot::measured("tau", "ms")};
inline constexpr Says threshold{"note.threshold",
                                slot::measured("RS", "mV"),
                                slot::measured("RS_vt", "mV"),
                                slot::measured("IB", "mV"),
                                slot::measured("IB_vt", "mV"),
                                slot::measured("CH", "mV"),
                                slot::measured("CH_vt", "mV")};
inline constexpr Says rheobase{"note.rheobase", slot::located("RS", "pA")};
inline constexpr Says rheobase_IB{"note.rheobase-IB",
                                  slot::located("one", "pA").bare(),
                                  slot::located("two", "pA").bare(),
                                  slot::located("lasting", "pA"),
                                  slot::located("rest_one", "pA"),
                                  slot::located("rest_lasting", "pA")};
inline constexpr Says reset{"note.reset", slot::measured("c", "mV"), slot::measured("above", "mV")};
inline constexpr Says adaptation{"note.adaptation",
                                 slot::measured("slow_first", "ms").bare(),
                                 slot::measured("slow_last", "ms"),
                                 slot::measured("middle_first", "ms").bare(),
                                 slot::measured("middle_last", "ms"),
                                 slot::measured("fast_first", "ms").bare(),
                                 slot::measured("fast_last", "ms")};
inline constexpr Says bursts{"note.bursts",
                             slot::measured("gap_170", "ms"),
                             slot::measured("gap_200", "ms"),
                             slot::measured("gap_500", "ms"),
                             slot::measured("gap_680", "ms"),
                             slot::measured("pair"),
                             slot::measured("triplet"),
                             slot::measured("first_500"),
                             slot::measured("first_680")};
inline constexpr Says sag{"note.sag",
                          slot::located("IB_b", "nS"),
                          slot::measured("IB_sag", "mV"),
                          slot::measured("IB_over", "mV"),
                          slot::measured("IB_held", "mV"),
                          slot::measured("IB_spikes"),
                          slot::located("RS_b", "nS"),
                          slot::measured("RS_sag", "mV"),
                          slot::measured("RS_over", "mV")};
inline constexpr Says peak{"note.peak",
                           slot::measured("IB", "mV"),
                           slot::measured("book", "mV"),
                           slot::measured("note", "mV"),
                           slot::measured("shift", "ms"),
                           slot::measured("count")};
inline constexpr Says grid{"note.grid", slot::measured("full", "ms"), slot::measured("half", "ms")};

inline constexpr std::tuple all{start, k,          units,  threshold, rheobase, rheobase_IB,
                                reset, adaptation, bursts, sag,       peak,     grid};

}  // namespace note_texts

/// One point on which the note and the model differ.
struct Finding {
  std::string id;      // by which each language has a title and what the note says
  Text finds;          // what the model does
  std::string preset;  // the preset that shows it
};

template <>
inline constexpr auto fields<Finding> = std::tuple{
    words(&Finding::id, "id", "Stable name."),
    said(&Finding::finds, "finds", "What the model does."),
    words(&Finding::preset, "preset", "The preset that shows it."),
};

/// The findings, in the order of the note. Computed from closed forms, runs and searches in a few ms.
std::vector<Finding> findings();

}  // namespace izh
