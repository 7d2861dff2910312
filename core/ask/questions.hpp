// core/ask/questions.hpp: the only way to change the settings of the analyses; validation as in resolve.hpp.
#pragma once

#include <string>
#include <tuple>
#include <vector>

#include "core/plane/after_spike.hpp"
#include "core/schema/field.hpp"
#include "core/schema/problem.hpp"
#include "core/schema/value.hpp"
#include "core/sweep/fi_curve.hpp"
#include "core/sweep/protocol.hpp"
#include "core/sweep/sweep.hpp"
#include "core/sweep/thresholds.hpp"

namespace izh {

/// The settings of an analysis apart from the experiment (a range of currents, a sweep, a protocol), and what is wrong
/// with them.
struct Question {
  Value value;
  Problems problems;
};

/// A question by its name, and the described struct that holds its settings.
template <class T>
struct Asked {
  const char* name;
};

inline constexpr std::tuple questions{
    Asked<CurrentRange>{"current_range"},   Asked<RateChoice>{"rate_choice"}, Asked<Sweep>{"sweep"},
    Asked<DurationRange>{"duration_range"}, Asked<MapRange>{"map_range"},     Asked<Protocol>{"protocol"}};

/// `resolve` for questions: merges `partial` into `current` (null: the defaults) for the question called `name`, one of
/// `questions`. If there are problems, `current` comes back, or the defaults if it is not valid itself. Besides each
/// field's own rule, a range must have from < to, and numbers of points and indices must be whole. Throws
/// std::invalid_argument when there is no question of that name.
Question resolve_question(const std::string& name, const Value& current, const Value& partial);

/// The fields of each question, by name, in the form of `schema`.
Value::Object question_schemas();

}  // namespace izh
