// core/ask/questions.hpp: the door by which a person says what the analyses are asked with; validation as in
// resolve.hpp.
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

/// What a question beside the experiment asks with (a range of currents, a sweep, a search), and what is wrong with it.
struct Question {
  Value value;
  Problems problems;
};

/// A question by its name, and the described struct that answers it.
template <class T>
struct Asked {
  const char* name;
};

inline constexpr std::tuple questions{
    Asked<CurrentRange>{"current_range"},   Asked<RateChoice>{"rate_choice"}, Asked<Sweep>{"sweep"},
    Asked<DurationRange>{"duration_range"}, Asked<MapRange>{"map_range"},     Asked<Protocol>{"protocol"}};

/// The same door for questions: lays `partial` over `current` (null: the defaults) for the question called `name`, one
/// of `questions`. With problems, `current` comes back, or the defaults where it is not valid itself. Beyond each
/// field's own rule, a range must have from < to, and points and places must be whole. Throws std::invalid_argument
/// when there is no question of that name.
Question resolve_question(const std::string& name, const Value& current, const Value& partial);

/// The fields of each question, by name, in the form of `schema`.
Value::Object question_schemas();

}  // namespace izh
