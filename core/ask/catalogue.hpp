// core/ask/catalogue.hpp: what the core can be asked and what it answers, as tables for a page to draw from.
#pragma once

#include "core/schema/value.hpp"

namespace izh {

/// The tables of fields of an Experiment as a plain value, for a page to draw its controls from: for a struct {fields:
/// [...]}, for a variant {kinds: [{kind, id, fields}]}. Every field has its name, its stable id (its path,
/// "stimulus.step.onset") and its type; numbers also have unit, hard, usual, group, optional (it may be null) and
/// initial (the default), and choices have options and initial. What a field is for is said in each language, by its
/// id. Besides `fields`, `questions` has the same for each question of `resolve_question`, by name, and `units` has
/// `unit_tables`, with which numbers in other units can be read.
Value schema();

/// What the core computes, by name: {recording, measures, rate_curve, instant, fixed_point, fi_curve, onset,
/// strength_duration, sweep_part, form_2003: [{name, unit}], stability: [name], course: [name], swept: [name], digits,
/// model}, for axes and headings. `stability` lists the names that a diagram's branches give by index, `course` those
/// that a curve gives by index, and `swept` those that a diagram's rows give by index for each direction; `digits` is
/// `digit_tables`, and `model` the equations in one line.
Value tables();

}  // namespace izh
