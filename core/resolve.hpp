// core/resolve.hpp: the one door by which anything changes an Experiment; all validation is here.
#pragma once

#include <string>
#include <vector>

#include "core/experiment.hpp"
#include "core/field.hpp"
#include "core/recording.hpp"
#include "core/value.hpp"

namespace izh {

struct Resolved {
  Experiment experiment;
  std::vector<Problem> problems;
};

/// Lays `partial` over `current`. Objects merge by key, a list replaces the list, an object with a `kind` is replaced
/// when its kind changes, null restores the default. First every field is checked against its own rule, then, when all
/// of them pass, the fields against each other. If anything is wrong, `current` comes back unchanged with all the
/// problems, in the order in which `partial` names them. Nothing is clamped, nothing is thrown.
Resolved resolve(const Experiment& current, const Value& partial);

/// The most steps a fixed-step run may need.
inline constexpr double most_fixed_steps = 1e7;

/// `experiment` as a plain value, in the shape that `resolve` takes.
Value to_value(const Experiment& experiment);

/// The tables of fields of an Experiment as a plain value, for a page to draw its controls from: for a struct
/// {fields: [...]}, for a variant {kinds: [{kind, text, fields}]}; every field with its name, its stable id (its path),
/// its type, and for numbers unit, hard, usual, group, text, none and initial (the default), for choices the options
/// and initial.
/// Beside `fields`, `questions` has the same for each question of `resolve_question`, by name, and `units` has
/// `unit_tables`, by which numbers with other units can be read.
Value schema();

/// What the core computes, by name: {recording, measures, rate_curve, instant, fixed_point, fi_curve, onset,
/// strength_duration, sweep_part: [{name, unit, text}], stability: [name], course: [name], digits, model}, for axes and
/// headings. `stability` are the names of the kinds that a diagram's branches give by index, `course` those of what
/// becomes of a train, which a curve gives by index; `digits` are `digit_tables`, `model` the equations in one line.
Value tables();

/// A window for `simulate` from a plain value. Throws std::invalid_argument, naming `what`, when a member is unknown or
/// out of range.
Window window_from(const Value& value, const std::string& what = "window");

/// An Experiment from a plain value; what is missing has its default. Throws std::invalid_argument, naming `what`, with
/// the problems.
Experiment experiment_from(const Value& value, const std::string& what = "experiment");

// What functions of the core demand of an argument that did not come by this door. Each throws std::invalid_argument,
// naming the function, with what `resolve` would object to.
void require(const char* function, const Experiment& experiment);
void require(const char* function, const Cell& cell);
void require(const char* function, const Window& window);

}  // namespace izh
