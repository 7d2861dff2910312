#include "core/ask/questions.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "core/model/cell.hpp"
#include "core/schema/merge.hpp"

namespace izh {

namespace {

/// A T with `current` and then `partial` merged in, as a plain value.
template <class T>
Value laid(const Value& current, const Value& partial, Problems& problems) {
  T object;
  for (const Value* part : {&current, &partial})
    if (!part->is_null()) merge(&object, shape<T>(), *part, "", problems);
  return value_of(&object, shape<T>());
}

struct NamedQuestion {
  const char* name;
  const Shape& (*shape)();
  Value (*laid)(const Value& current, const Value& partial, Problems& problems);
};

constexpr auto by_name = std::apply(
    []<class... T>(const Asked<T>&... asked) {
      return std::array<NamedQuestion, sizeof...(T)>{NamedQuestion{asked.name, shape<T>, laid<T>}...};
    },
    questions);

/// The ends of a range have the unit of their field, those of a sweep the unit of the swept parameter.
void add_units(const Value& value, const Shape& shape, Problems& problems) {
  const auto unit_in = [](const Shape& fields, const std::string& name) -> const char* {
    const auto& entries = fields.fields;
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& one) { return name == one.name; });
    return found == entries.end() ? "" : found->unit;
  };
  const Value* parameter = value.find("parameter");
  for (Problem& problem : problems) {
    if (problem.path != "from" && problem.path != "to") continue;
    const std::string swept = parameter ? *parameter->text() : "";
    problem.unit = !parameter           ? unit_in(shape, problem.path)
                   : swept == "current" ? "pA"
                                        : unit_in(izh::shape<Cell>(), swept);
  }
}

/// The rules that involve more than one field of a question; `partial` is what was just given.
void check_together(const Value& value, const Value& partial, Problems& problems) {
  const auto whole = [&](const char* name, double least, double most) {
    const Value* given = value.find(name);
    const double* number = given ? given->number() : nullptr;
    if (!number || *number == std::floor(*number)) return;
    problems.push_back({name, "not_whole", *given, least, most});
  };
  whole("points", 2, 2000);
  whole("stimulus", 0, 1e4);
  if (!value.find("from")) return;
  const double low = *value.find("from")->number(), high = *value.find("to")->number();
  if (low < high) return;
  const bool blame_low = partial.find("from") && !partial.find("to");
  const char* code = low == high ? "empty_range" : "reversed_range";
  if (blame_low)
    problems.push_back({"from", code, low, {}, high});
  else
    problems.push_back({"to", code, high, low, {}});
}

}  // namespace

Question resolve_question(const std::string& name, const Value& current, const Value& partial) {
  const auto question =
      std::find_if(by_name.begin(), by_name.end(), [&](const NamedQuestion& one) { return name == one.name; });
  if (question == by_name.end()) throw std::invalid_argument("resolve_question: no question is called " + quoted(name));
  Question result;
  const Value value = question->laid(current, partial, result.problems);
  if (result.problems.empty()) check_together(value, partial, result.problems);
  add_units(value, question->shape(), result.problems);
  if (result.problems.empty())
    result.value = value;
  else {
    Problems own;
    question->laid(nullptr, current, own);
    result.value =
        current.is_null() || !own.empty() ? value_of(question->shape().defaults, question->shape()) : current;
  }
  tell(result.problems);
  return result;
}

Value::Object question_schemas() {
  Value::Object asked;
  for (const NamedQuestion& question : by_name) {
    Value::Object entry;
    add_schema(entry, question.shape(), question.name);
    asked.push_back({question.name, std::move(entry)});
  }
  return asked;
}

}  // namespace izh
