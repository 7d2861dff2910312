// tests/fuzz/make.hpp: plain values to call functions with: valid ones by the tables of fields, and junk of every
// shape.
#pragma once

#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "core/content/presets.hpp"
#include "core/model/resolve.hpp"
#include "core/schema/shape.hpp"
#include "core/schema/value.hpp"
#include "tests/chance.hpp"

namespace izh::fuzz {

inline double odd_number(Chance& chance) {
  constexpr double inf = std::numeric_limits<double>::infinity();
  constexpr double all[] = {std::numeric_limits<double>::quiet_NaN(),
                            inf,
                            -inf,
                            0.0,
                            -0.0,
                            1.0,
                            -1.0,
                            1e-300,
                            5e-324,
                            -5e-324,
                            1e308,
                            -1e308,
                            1.7976931348623157e308,
                            1e20,
                            -1e20,
                            1e15,
                            -1e15,
                            1e9,
                            -1e9,
                            1e6,
                            -1e6,
                            1e5,
                            2000.0,
                            0.5,
                            1e-9,
                            -1e-9,
                            70.0,
                            1000.0};
  return all[chance.below(std::size(all))];
}

inline std::string odd_text(Chance& chance) {
  switch (chance.below(8)) {
    case 0:
      return "";
    case 1:
      return "70";
    case 2:
      return "NaN";
    case 3:
      return std::string(100000, 'x');
    case 4:
      return "current";
    case 5:
      return "\xff\xfe{}\"\\";
    case 6:
      return "sweep";
    default:
      return "b";
  }
}

inline Value junk(Chance& chance, int depth = 0) {
  static const char* const keys[] = {"cell",  "C",   "v",  "u",     "kind",    "from",    "to",     "points",
                                     "start", "end", "dt", "onset", "lasting", "current", "firing", "constructor"};
  switch (chance.below(depth > 3 ? 5 : 9)) {
    case 0:
      return nullptr;
    case 1:
      return chance.below(2) == 0;
    case 2:
      return odd_text(chance);
    case 3:
    case 4:
      return odd_number(chance);
    case 5:
    case 6: {
      Value::List list;
      const std::size_t count = chance.below(8) == 0 ? 1500 : chance.below(5);
      const bool numbers = chance.below(2) == 0;
      for (std::size_t i = 0; i < count; ++i)
        list.push_back(numbers || count > 10 ? Value(odd_number(chance)) : junk(chance, depth + 1));
      return list;
    }
    default: {
      Value::Object object;
      for (std::size_t i = chance.below(5); i > 0; --i)
        object.push_back({keys[chance.below(std::size(keys))], junk(chance, depth + 1)});
      return object;
    }
  }
}

/// A valid number, sometimes usual, sometimes at the ends of the range.
inline double number_within(Chance& chance, const Entry& entry, double usually) {
  if (!std::isfinite(entry.valid.low)) {  // computed: any plausible size
    constexpr double all[] = {0, 1, -60, 70, 100, -200, 51.43, 350.2, 1e-6, 1e6, -1e9, 1e15};
    return all[chance.below(std::size(all))];
  }
  const auto [low, high] = entry.valid;
  switch (chance.below(10)) {
    case 0:
      return low;
    case 1:
      return high;
    case 2: {  // uniform in the logarithm, on either side of 0
      const double size = chance.magnitude(std::fmax(1e-6, low > 0 ? low : 1e-6), std::fmax(std::fabs(low), high));
      const double one = low < 0 && chance.below(2) ? -size : size;
      return std::fmin(std::fmax(one, low), high);
    }
    case 3:
    case 4:
    case 5:
      return chance.between(entry.slider.low, entry.slider.high);
    default:
      return usually;
  }
}

Value valid(Chance& chance, const Shape& shape);

inline Value valid_member(Chance& chance, const Entry& entry, const void* usual) {
  switch (entry.type) {
    case Entry::Type::number: {
      const bool whole = std::string(entry.name) == "points" || std::string(entry.name) == "arrows";
      double x = number_within(chance, entry, *static_cast<const double*>(usual));
      if (whole) x = std::floor(std::fmin(x, chance.below(4) ? 50 : 500));
      if (std::string(entry.name) == "budget") x = std::fmin(x, 3e5);  // a larger budget just takes longer
      return std::fmax(x, whole ? 2 : x);
    }
    case Entry::Type::optional_number:
      return chance.below(3) ? Value(nullptr) : Value(number_within(chance, entry, 100));
    case Entry::Type::choice: {
      std::size_t count = 0;
      while (entry.option && entry.option(count)) ++count;
      return count == 0 ? Value(nullptr) : Value(entry.option(chance.below(chance.below(2) ? count : 1)));
    }
    case Entry::Type::part:
      return valid(chance, *entry.shape);
    case Entry::Type::list: {
      Value::List list;
      const std::size_t count = chance.below(40) == 0 ? entry.longest : chance.below(4);
      for (std::size_t i = 0; i < count; ++i) list.push_back(valid(chance, *entry.shape));
      return list;
    }
    case Entry::Type::samples: {  // of columns that belong together mostly as many
      Value::List list;
      for (std::size_t i = chance.below(8) ? 2 : chance.below(5); i > 0; --i)
        list.push_back(number_within(chance, entry, 0));
      return list;
    }
    default:
      return nullptr;
  }
}

inline Value valid(Chance& chance, const Shape& shape) {
  Value::Object members;
  const Shape* fields = &shape;
  if (shape.is_variant()) {
    const Alternative& one = shape.kinds[chance.below(shape.kinds.size())];
    members.push_back({"kind", one.kind.name});
    fields = one.shape;
  }
  for (const Entry& entry : fields->fields)
    members.push_back({entry.name, valid_member(chance, entry, entry.in(fields->defaults))});
  return members;
}

/// A valid experiment: a preset's, with all, some or none of its numbers changed.
inline Value valid_experiment(Chance& chance) {
  const std::vector<Preset>& all = presets();
  const Preset& one = all[chance.below(all.size())];
  Experiment experiment = one.runs[chance.below(one.runs.size())];
  const std::size_t changes = chance.below(4);
  for (std::size_t i = 0, tries = 0; i < changes && tries < 20; ++tries) {
    const Value other = valid(chance, shape<Experiment>());
    const Member& member = (*other.object())[chance.below(other.object()->size())];
    Value part = member.value;
    if (member.key == "cell" && chance.below(3))
      part = Value::Object{(*part.object())[chance.below(part.object()->size())]};
    Resolved resolved = resolve(experiment, Value::Object{{member.key, part}});
    if (!resolved.problems.empty()) continue;
    experiment = resolved.experiment;
    ++i;
  }
  return to_value(experiment);
}

/// Changes, removes or adds something within `value`.
inline void spoil(Chance& chance, Value& value) {
  const bool inside = chance.below(4) != 0;
  if (Value::Object* object = std::get_if<Value::Object>(&value.data); object && !object->empty() && inside) {
    Member& member = (*object)[chance.below(object->size())];
    if (chance.below(8) == 0)
      member.key += "x";
    else if (chance.below(8) == 0)
      object->erase(object->begin() + (&member - object->data()));
    else
      spoil(chance, member.value);
    return;
  }
  if (Value::List* list = std::get_if<Value::List>(&value.data); list && !list->empty() && inside)
    return spoil(chance, (*list)[chance.below(list->size())]);
  value = value.number() && chance.below(2) ? Value(odd_number(chance)) : junk(chance);
}

/// A value as readable text.
inline std::string text(const Value& value) {
  if (const double* number = value.number()) {
    char digits[40];
    std::snprintf(digits, sizeof digits, "%.17g", *number);
    return digits;
  }
  if (const std::string* words = value.text())
    return words->size() > 100 ? "\"a text of " + std::to_string(words->size()) + "\"" : "\"" + *words + "\"";
  if (const bool* truth = std::get_if<bool>(&value.data)) return *truth ? "true" : "false";
  if (value.is_null()) return "null";
  std::string result;
  if (const Value::List* list = value.list()) {
    for (std::size_t i = 0; i < list->size() && i < 40; ++i) result += (i ? ", " : "") + text((*list)[i]);
    return "[" + result + (list->size() > 40 ? ", ... " + std::to_string(list->size()) + " in all" : "") + "]";
  }
  for (const Member& member : *value.object())
    result += (result.empty() ? "" : ", ") + member.key + ": " + text(member.value);
  return "{" + result + "}";
}

}  // namespace izh::fuzz
