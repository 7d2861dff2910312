#include "core/content/texts.hpp"

#include <tuple>

#include "core/ask/comparison.hpp"
#include "core/ask/edit_effect.hpp"
#include "core/ask/headline.hpp"
#include "core/ask/resting.hpp"
#include "core/ask/sag.hpp"
#include "core/ask/verdict_text.hpp"
#include "core/content/note.hpp"
#include "core/plane/after_spike.hpp"
#include "core/plane/boundary.hpp"
#include "core/plane/closed_forms.hpp"
#include "core/plane/critical_parameters.hpp"
#include "core/plane/phase_plane.hpp"
#include "core/plane/steady.hpp"
#include "core/sweep/diagram.hpp"
#include "core/sweep/fi_point.hpp"
#include "core/sweep/fi_summary.hpp"
#include "core/sweep/mark_text.hpp"
#include "core/sweep/onset.hpp"
#include "core/sweep/protocol.hpp"
#include "core/sweep/protocol_onset.hpp"
#include "core/sweep/protocol_strength.hpp"
#include "core/sweep/protocol_thresholds.hpp"
#include "core/train/no_rate.hpp"
#include "core/train/pattern.hpp"
#include "core/train/pattern_rule.hpp"
#include "core/train/pattern_text.hpp"

namespace izh {

std::vector<Declared> declared_texts() {
  std::vector<Declared> all;
  const auto list = [&](const auto&... texts) {
    (all.push_back({texts.id, {texts.slots.begin(), texts.slots.end()}}), ...);
  };
  // One list at a time: joined into one tuple, they would exceed what clang allows in one fold.
  const auto add = [&](const auto&... lists) { (std::apply(list, lists), ...); };
  add(std::tuple{sentences}, pattern_texts::of_train, pattern_texts::of_window, rule_texts::of_train,
      rule_texts::of_window, sag_texts::all, form_texts::all, note_texts::all, point_texts::all, boundary_texts::all,
      map_texts::all, steady_texts::all, headline_texts::all, comparison_texts::all, onset_texts::all,
      onset_texts::of_law, mark_texts::all, diagram_texts::of_edges, diagram_texts::of_firing, diagram_texts::of_bursts,
      fi_texts::all, asked_texts::all, threshold_texts::all, strength_texts::all, fi_point_texts::of_rate,
      course_texts::all, no_rate_texts::all, resting_texts::all, onset_from_texts::all, verdict_texts::of_whole,
      verdict_texts::of_steady, verdict_texts::of_others, verdict_texts::of_thresholds, verdict_texts::of_reasons,
      verdict_texts::of_looks, effect_texts::of_shapes, effect_texts::of_causes, effect_texts::of_currents,
      effect_texts::of_heard, critical_texts::all);
  return all;
}

}  // namespace izh
