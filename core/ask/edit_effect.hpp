// core/ask/edit_effect.hpp: what the edit of a cell has done to its geometry, and to the currents at which it fires.
#pragma once

#include <tuple>

#include "core/model/experiment.hpp"
#include "core/schema/field.hpp"
#include "core/schema/text.hpp"
#include "core/sweep/protocol_thresholds.hpp"

namespace izh {

struct EditEffect {
  Text text;             // what has moved, and from where to where
  Text heard;            // the same in short: the parameters, and the currents from which it fires
  double pending = 0.0;  // 1: thresholds that take a search would add to it
};

template <>
inline constexpr auto fields<EditEffect> = std::tuple{
    said(&EditEffect::text, "text", "What has moved."),
    said(&EditEffect::heard, "heard", "The same in short."),
    result(&EditEffect::pending, "pending", "", "1 where thresholds would add to it."),
};

namespace effect_texts {

inline constexpr auto pA = [](const char* name) { return slot::located(name, "pA"); };
inline constexpr auto bare = [](const char* name) { return slot::located(name, "pA").bare(); };
inline constexpr auto now = pA("now"), at = pA("at");
inline constexpr auto was = bare("was");

// What has moved, as the beginning of a sentence.
inline constexpr Says tilts{"effect.tilts"};        // b: the u-nullcline
inline constexpr Says steepens{"effect.steepens"};  // k: the parabola between its feet
inline constexpr Says flattens{"effect.flattens"};
inline constexpr Says left_foot{"effect.left_foot"};  // vr, through which the line goes
inline constexpr Says right_foot{"effect.right_foot"};
inline constexpr Says curves{"effect.curves"};  // several of them

inline constexpr std::tuple of_shapes{tilts, steepens, flattens, left_foot, right_foot, curves};

// How much current lifts the parabola clear of the line.
inline constexpr Says lifts{"effect.lifts", slot::text("moved"), now, was};
inline constexpr Says lifts_still{"effect.lifts_still", slot::text("moved"), at};
// What moves neither curve.
inline constexpr Says pace{"effect.pace", slot::field("parameter")};            // C, a
inline constexpr Says at_spikes{"effect.at_spikes", slot::field("parameter")};  // c, d
inline constexpr Says cuts{"effect.cuts"};                                      // vpeak
// With a = 0 u stands still.
inline constexpr Says stands{"effect.stands"}, moves{"effect.moves"}, no_b{"effect.no_b"};

inline constexpr std::tuple of_causes{lifts, lifts_still, pace, at_spikes, cuts, stands, moves, no_b};

// Where rest is lost.
inline constexpr Says hopf{"effect.hopf", now, was};              // at a Hopf point, before and after
inline constexpr Says hopf_comes{"effect.hopf_comes", now, was};  // b > a C only after
inline constexpr Says hopf_goes{"effect.hopf_goes", now, was};    // only before
// Where firing begins.
inline constexpr Says there{"effect.there"};  // where the parabola is lifted clear
inline constexpr Says begins{"effect.begins", now, was};
inline constexpr Says begins_still{"effect.begins_still", at};
inline constexpr Says first{"effect.first", now, was};
inline constexpr Says first_still{"effect.first_still", at};
inline constexpr Says lasting{"effect.lasting", now, was};
inline constexpr Says lasting_still{"effect.lasting_still", at};

inline constexpr std::tuple of_currents{hopf,         hopf_comes, hopf_goes,   there,   begins,
                                        begins_still, first,      first_still, lasting, lasting_still};

// What is heard.
inline constexpr Says value{"effect.value", slot::field("parameter"), slot::quantity("value", Writing::chosen)};
inline constexpr Says heard{"effect.heard", slot::texts("values"), slot::texts("begins")};

inline constexpr std::tuple of_heard{value, heard};

}  // namespace effect_texts

/// What distinguishes the cell of `edited` from that of `experiment`, as a change of the two nullclines (see
/// phase_plane.hpp), and how it moves the currents at which rest is lost and firing begins. `was` and `now`: the
/// thresholds of the two under the same protocol; without a first amplitude and without a reason for it, they are not
/// known yet. Where the cell rests at the onset of a lone step without end and b <= 0, both are I_SN in closed form,
/// and are not needed. The texts are empty where the cells are the same.
///
/// The geometry: in w = v - vr, the parabola k w (w - p), p = vt - vr, lies at most (b + k p)²/(4 k) = I_SN below the
/// line b w; a current lifts it by as much. So b tilts the line about (vr, 0); k steepens the parabola between its feet
/// vr and vt; vr and vt move a foot, vr the line as well; C and a move neither, but I_H, if b > a C; c, d and vpeak
/// act at spikes alone. Numbers have as many decimals as their difference needs, and
/// one that differs by less than the two decimals shown counts as unmoved.
///
/// Throws std::invalid_argument when an experiment is not valid, or a number of the thresholds is not finite or beyond
/// 1e15 pA.
EditEffect edit_effect(const Experiment& experiment, const Experiment& edited, const ProtocolThresholds& was,
                       const ProtocolThresholds& now);

}  // namespace izh
