// core/ask/questions.hpp: the door by which a person says what the analyses are asked with; validation as in
// resolve.hpp.
#pragma once

#include <string>
#include <vector>

#include "core/schema/field.hpp"
#include "core/schema/value.hpp"

namespace izh {

/// What a question beside the experiment asks with (a range of currents, a sweep, a search), and what is wrong with it.
struct Question {
  Value value;
  std::vector<Problem> problems;
};

/// The same door for questions: lays `partial` over `current` (null: the defaults) for the question called `name`:
/// "current_range", "rate_choice", "sweep", "duration_range", "map_range" or "protocol". With problems, `current` comes
/// back, or the defaults where it is not valid itself. Beyond each field's own rule, a range must have from < to, and
/// points and places must be whole. Throws std::invalid_argument when there is no question of that name.
Question resolve_question(const std::string& name, const Value& current, const Value& partial);

/// The fields of each question, by name, in the form of `schema`.
Value::Object question_schemas();

}  // namespace izh
