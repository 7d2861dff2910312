// core/model/resolve.hpp: the only way to change an Experiment; all validation is here.
#pragma once

#include <string>
#include <vector>

#include "core/model/experiment.hpp"
#include "core/model/recording.hpp"
#include "core/schema/field.hpp"
#include "core/schema/problem.hpp"
#include "core/schema/value.hpp"

namespace izh {

struct Resolved {
  Experiment experiment;
  Problems problems;
};

/// Merges `partial` into a copy of `current`. Objects merge by key, a list replaces the list, an object with a `kind`
/// is replaced when its kind changes, null restores the default. First every field is checked against its own rule; if
/// all pass, the fields are checked against each other. If anything is wrong, `current` comes back unchanged with all
/// the problems, in the order in which `partial` names the fields. Nothing is clamped, nothing is thrown.
Resolved resolve(const Experiment& current, const Value& partial);

/// The most steps a fixed-step run may need.
inline constexpr double most_fixed_steps = 1e7;

/// `experiment` as a plain value, in the form that `resolve` takes.
Value to_value(const Experiment& experiment);

/// A window for `simulate` from a plain value. Throws std::invalid_argument, naming `what`, when a member is unknown or
/// out of range.
Window window_from(const Value& value, const std::string& what = "window");

/// An Experiment from a plain value; missing fields take their defaults. Throws std::invalid_argument, naming `what`
/// and listing the problems.
Experiment experiment_from(const Value& value, const std::string& what = "experiment");

// For arguments that did not come through `resolve`. Each throws std::invalid_argument, naming the function, with what
// `resolve` would object to.
void require(const char* function, const Experiment& experiment);
void require(const char* function, const Cell& cell);
void require(const char* function, const Window& window);

}  // namespace izh
