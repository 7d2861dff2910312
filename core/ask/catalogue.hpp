// core/ask/catalogue.hpp: what can be asked of the core and what it answers, as tables for a page to draw from.
#pragma once

#include "core/schema/value.hpp"

namespace izh {

/// The tables of fields of an Experiment as a plain value, for a page to draw its controls from: for a struct
/// {fields: [...]}, for a variant {kinds: [{kind, text, fields}]}; every field with its name, its stable id (its path),
/// its type, and for numbers unit, hard, usual, group, text, none and initial (the default), for choices the options
/// and initial.
/// Beside `fields`, `questions` has the same for each question of `resolve_question`, by name, and `units` has
/// `unit_tables`, by which numbers with other units can be read.
Value schema();

/// What the core computes, by name: {recording, measures, rate_curve, instant, fixed_point, fi_curve, onset,
/// strength_duration, sweep_part: [{name, unit}], stability: [name], course: [name], digits, model}, for axes and
/// headings. `stability` are the names of the kinds that a diagram's branches give by index, `course` those of what
/// becomes of a train, which a curve gives by index; `digits` are `digit_tables`, `model` the equations in one line.
Value tables();

}  // namespace izh
