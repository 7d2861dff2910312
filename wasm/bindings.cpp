// wasm/bindings.cpp: one line for each thing JavaScript may ask. A name crosses unchanged.

#include <emscripten/bind.h>

#include "core/after_spike.hpp"
#include "core/bifurcation.hpp"
#include "core/boundary.hpp"
#include "core/closed_forms.hpp"
#include "core/fi_curve.hpp"
#include "core/instant.hpp"
#include "core/note.hpp"
#include "core/orbit.hpp"
#include "core/pattern.hpp"
#include "core/phase_plane.hpp"
#include "core/presets.hpp"
#include "core/run_measures.hpp"
#include "core/sag.hpp"
#include "core/simulate.hpp"
#include "core/spikes.hpp"
#include "core/steady.hpp"
#include "core/suggestions.hpp"
#include "core/sweep_part.hpp"
#include "core/swept_firing.hpp"
#include "core/thresholds.hpp"
#include "wasm/convert.hpp"

using namespace izh;

template <auto function>
void expose(const char* name) {
  emscripten::function(name, &border::Exposed<function>::call);
}

EMSCRIPTEN_BINDINGS(izh) {
  expose<schema>("schema");  // the tables of fields, for the page to draw its controls from
  expose<tables>("tables");  // names and units of what it computes, for axes and headings
  expose<resolve>("resolve");
  expose<resolve_question>("resolve_question");  // the same for what the analyses are asked with
  expose<suggested_currents>("suggested_currents");
  expose<suggested_sweep>("suggested_sweep");
  expose<suggested_map_range>("suggested_map_range");
  expose<just_above>("just_above");
  expose<threshold_run>("threshold_run");
  expose<rest_state>("rest_state");
  expose<initial_state>("initial_state");
  expose<simulate>("simulate");
  expose<instant>("instant");
  expose<orbit>("orbit");
  expose<measures>("measures");
  expose<run_measures>("run_measures");
  expose<rate_against_current>("rate_against_current");
  expose<pattern>("pattern");
  expose<after_spike_map>("after_spike_map");
  expose<bifurcation_skeleton>("bifurcation_skeleton");
  expose<cycle_extent>("cycle_extent");
  expose<sweep_part>("sweep_part");
  expose<swept_firing>("swept_firing");
  expose<steady_train>("steady_train");
  expose<stimulus_span>("stimulus_span");
  expose<corners>("corners");
  expose<clipped>("clipped");
  expose<closed_forms>("closed_forms");
  expose<integrator_or_resonator>("integrator_or_resonator");
  expose<rheobase>("rheobase");
  expose<durations_of>("durations_of");
  expose<strength_duration>("strength_duration");
  expose<step_thresholds>("step_thresholds");
  expose<onset>("onset");
  expose<phase_plane>("phase_plane");
  expose<invariant_parabola>("invariant_parabola");
  expose<boundary>("boundary");
  expose<backward_orbit>("backward_orbit");
  expose<step_response>("step_response");
  expose<presets>("presets");
  expose<findings>("findings");
  expose<currents_of>("currents_of");
  expose<fi_curve>("fi_curve");
  expose<gain>("gain");
}
