// wasm/bound.hpp: one line for each function that JavaScript may call: the function, its name and the names of its
// arguments. A name crosses unchanged. The bindings are made from this list, and so are the tests that call every
// function with all kinds of values.
#pragma once

#include "core/ask/catalogue.hpp"
#include "core/ask/comparison.hpp"
#include "core/ask/edit_effect.hpp"
#include "core/ask/instant.hpp"
#include "core/ask/moment.hpp"
#include "core/ask/questions.hpp"
#include "core/ask/resting.hpp"
#include "core/ask/sag.hpp"
#include "core/ask/study.hpp"
#include "core/ask/suggestions.hpp"
#include "core/content/note.hpp"
#include "core/content/presets.hpp"
#include "core/model/form_2003.hpp"
#include "core/model/resolve.hpp"
#include "core/plane/after_spike.hpp"
#include "core/plane/boundary.hpp"
#include "core/plane/closed_forms.hpp"
#include "core/plane/critical_parameters.hpp"
#include "core/plane/orbit.hpp"
#include "core/plane/phase_plane.hpp"
#include "core/plane/steady.hpp"
#include "core/read/read_cells.hpp"
#include "core/solve/simulate.hpp"
#include "core/sweep/bifurcation.hpp"
#include "core/sweep/diagram.hpp"
#include "core/sweep/fi_curve.hpp"
#include "core/sweep/fi_point.hpp"
#include "core/sweep/fi_summary.hpp"
#include "core/sweep/onset.hpp"
#include "core/sweep/protocol.hpp"
#include "core/sweep/protocol_axis.hpp"
#include "core/sweep/protocol_curve.hpp"
#include "core/sweep/protocol_onset.hpp"
#include "core/sweep/protocol_strength.hpp"
#include "core/sweep/protocol_thresholds.hpp"
#include "core/sweep/sweep_part.hpp"
#include "core/sweep/thresholds.hpp"
#include "core/train/pattern.hpp"
#include "core/train/run_measures.hpp"
#include "core/train/spikes.hpp"

namespace izh {

template <auto function>
struct Bound {
  const char* name;
  const char* arguments;  // "experiment, window"
};

/// Calls `each` with a Bound for every function.
template <class Each>
constexpr void each_bound(Each&& each) {
  each(Bound<schema>{"schema", ""});  // the tables of fields, for the page to draw its controls from
  each(Bound<tables>{"tables", ""});  // names and units of what the core computes, for axes and headings
  each(Bound<resolve>{"resolve", "current, partial"});
  each(Bound<resolve_question>{"resolve_question", "name, current, partial"});  // the same for the settings of analyses
  each(Bound<resolve_2003>{"resolve_2003", "experiment, partial_2003"});        // the same for a cell of 2003
  each(Bound<form_2003>{"form_2003", "experiment"});
  each(Bound<read_cells>{"read_cells", "experiment, text, mark"});  // cells from text that was pasted
  each(Bound<suggested_currents>{"suggested_currents", "experiment"});
  each(Bound<suggested_sweep>{"suggested_sweep", "experiment, parameter"});
  each(Bound<suggested_map_range>{"suggested_map_range", "cell, current, reset_u"});
  each(Bound<just_above>{"just_above", "thresholds"});
  each(Bound<initial_state>{"initial_state", "experiment"});
  each(Bound<rest_state>{"rest_state", "cell"});
  each(Bound<study>{"study", "experiment, window"});  // everything that a view needs of one run
  each(Bound<moment>{"moment", "experiment, spikes, before, reset_v, reset_u, moment_question"});
  each(Bound<close_up>{"close_up", "cell, current, plane_window"});
  each(Bound<resting>{"resting", "cell"});
  each(Bound<comparison>{"comparison", "run, other"});
  each(Bound<edit_effect>{"edit_effect", "experiment, edited, was, now"});
  each(Bound<simulate>{"simulate", "experiment, window"});
  each(Bound<instant>{"instant", "experiment, time, budget"});
  each(Bound<orbit>{"orbit", "experiment, orbit_part"});
  each(Bound<measures>{"measures", "spikes, span"});
  each(Bound<run_measures>{"run_measures", "experiment, spikes, reset_u, ended"});
  each(Bound<rate_against_current>{"rate_against_current", "spikes, stimulus"});
  each(Bound<pattern>{"pattern", "spikes, span, ended"});
  each(Bound<run_pattern>{"run_pattern", "experiment, spikes, reset_u, ended"});
  each(Bound<run_verdict>{"run_verdict", "experiment, spikes, reset_u, ended"});
  each(Bound<compared_verdict>{"compared_verdict", "experiment, spikes, reset_u, ended, thresholds"});
  each(Bound<after_spike_map>{"after_spike_map", "cell, current, map_range"});
  each(Bound<bifurcation_skeleton>{"bifurcation_skeleton", "experiment, sweep"});
  each(Bound<cycle_extent>{"cycle_extent", "experiment, sweep, values"});
  each(Bound<sweep_part>{"sweep_part", "experiment, sweep, down, first, count, state"});
  each(Bound<diagram>{"diagram", "sweep, lower, upper, cycle, up, down"});
  each(Bound<steady_train>{"steady_train", "experiment, spikes, reset_u, current"});
  each(Bound<stimulus_span>{"stimulus_span", "stimulus, duration"});
  each(Bound<corners>{"corners", "stimulus, duration"});
  each(Bound<clipped>{"clipped", "stimulus, duration"});
  each(Bound<closed_forms>{"closed_forms", "cell"});
  each(Bound<critical_parameters>{"critical_parameters", "cell"});
  each(Bound<integrator_or_resonator>{"integrator_or_resonator", "cell"});
  each(Bound<rheobase>{"rheobase", "experiment, search"});
  each(Bound<durations_of>{"durations_of", "duration_range"});
  each(Bound<strength_duration>{"strength_duration", "experiment, durations"});
  each(Bound<step_thresholds>{"step_thresholds", "experiment, durations, rheobase"});
  each(Bound<protocol_setting>{"protocol_setting", "experiment, protocol"});
  each(Bound<protocol_axis>{"protocol_axis", "experiment, protocol, spikes"});
  each(Bound<onset_forms>{"onset_forms", "experiment, protocol"});
  each(Bound<protocol_run>{"protocol_run", "experiment, protocol, amplitude, duration"});
  each(Bound<protocol_thresholds>{"protocol_thresholds", "experiment, protocol"});
  each(Bound<protocol_strength>{"protocol_strength", "experiment, protocol, durations"});
  each(Bound<protocol_step_thresholds>{"protocol_step_thresholds", "experiment, protocol, durations, rheobase"});
  each(Bound<strength_run>{"strength_run", "experiment, protocol, amplitude, length"});
  each(Bound<protocol_curve>{"protocol_curve", "experiment, protocol, amplitudes, hold"});
  each(Bound<steady_protocol>{"steady_protocol", "experiment, protocol"});
  each(Bound<protocol_onset>{"protocol_onset", "experiment, protocol, lasting"});
  each(Bound<onset>{"onset", "experiment, found"});
  each(Bound<phase_plane>{"phase_plane", "cell, current, plane_window"});
  each(Bound<invariant_parabola>{"invariant_parabola", "cell, plane_window"});
  each(Bound<boundary>{"boundary", "cell, current, plane_window"});
  each(Bound<backward_orbit>{"backward_orbit", "cell, current, state, plane_window, duration"});
  each(Bound<step_response>{"step_response", "experiment"});
  each(Bound<presets>{"presets", ""});
  each(Bound<findings>{"findings", ""});
  each(Bound<currents_of>{"currents_of", "current_range"});
  each(Bound<fi_curve>{"fi_curve", "experiment, currents, hold"});
  each(Bound<fi_point>{"fi_point", "curve, drawn, at"});
  each(Bound<fi_summary>{"fi_summary", "curve"});
  each(Bound<gains>{"gains", "curve, from"});
}

}  // namespace izh
