#include "core/resolve.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <stdexcept>

#include "core/after_spike.hpp"
#include "core/bifurcation.hpp"
#include "core/fi_curve.hpp"
#include "core/shape.hpp"
#include "core/spikes.hpp"
#include "core/thresholds.hpp"

namespace izh {

namespace {

using Problems = std::vector<Problem>;

std::string join(const std::string& path, const std::string& key) { return path.empty() ? key : path + "." + key; }

/// "stimulus.0.amplitude" as people say it: "stimulus 1, amplitude"; of other paths the last name is enough.
std::string spoken(const std::string& path) {
  const std::size_t dot = path.rfind('.');
  const std::string last = dot == std::string::npos ? path : path.substr(dot + 1);
  if (path.rfind("stimulus.", 0) == 0) {
    const int index = std::atoi(path.c_str() + 9);
    const std::string item = "stimulus " + std::to_string(index + 1);
    return path.find('.', 9) == std::string::npos ? item : item + ", " + last;
  }
  if (path.rfind("initial.", 0) == 0) return "initial " + last;
  return last.empty() ? "experiment" : last;
}

std::string with_unit(double x, const std::string& unit) { return readable(x) + (unit.empty() ? "" : " " + unit); }

std::string shown(const Value& value, const std::string& unit) {
  if (const double* number = value.number()) {
    if (std::isnan(*number)) return "NaN";
    if (std::isinf(*number)) return *number > 0 ? "infinity" : "-infinity";
    return with_unit(*number, unit);
  }
  if (const std::string* text = value.text())
    return "\"" + text->substr(0, 40) + (text->size() > 40 ? "..." : "") + "\"";
  if (const bool* truth = std::get_if<bool>(&value.data)) return *truth ? "true" : "false";
  return value.is_null() ? "null" : value.list() ? "a list" : "an object";
}

std::string allowed(hard valid, const std::string& unit) {
  return readable(valid.low) + " to " + with_unit(valid.high, unit);
}

void check_number(double& target, const Value& value, hard valid, const char* unit, const std::string& path,
                  Problems& problems) {
  const auto report = [&](const char* code, const std::string& what) {
    problems.push_back(
        {path, code, value, valid.low, valid.high, spoken(path) + what + " (allowed: " + allowed(valid, unit) + ")."});
  };
  const double* number = value.number();
  if (!number) {
    const std::string* text = value.text();
    if (text && text->find_first_not_of(" \t\n") == std::string::npos) return report("empty", " needs a number");
    return report("not_a_number", " = " + shown(value, "") + " is not a number");
  }
  if (!std::isfinite(*number)) return report("not_finite", " = " + shown(value, "") + " is not a finite number");
  if (*number < valid.low || *number > valid.high)
    return report("out_of_range", " = " + shown(value, unit) + " is out of range");
  target = *number;
}

void merge(void* target, const Shape& shape, const Value& part, const std::string& path, Problems& problems);

void merge_number(void* target, const Entry& entry, const Value& value, const std::string& path, Problems& problems) {
  double number = 0;
  const std::size_t before = problems.size();
  check_number(number, value, entry.valid, entry.unit, path, problems);
  if (problems.size() > before) return;
  if (entry.type == Entry::Type::number)
    *static_cast<double*>(target) = number;
  else
    *static_cast<std::optional<double>*>(target) = number;
}

void merge_choice(void* target, const Entry& entry, const Value& value, const std::string& path, Problems& problems) {
  const std::string* name = value.text();
  if (name && entry.choose && entry.choose(target, *name)) return;
  std::string all;
  for (std::size_t i = 0; entry.option && entry.option(i); ++i) all += (i ? ", " : "") + std::string(entry.option(i));
  problems.push_back({path,
                      "unknown_choice",
                      value,
                      {},
                      {},
                      spoken(path) + " cannot be " + shown(value, "") + " (allowed: " + all + ")."});
}

void merge_list(void* target, const Entry& entry, const Value& value, const std::string& path, Problems& problems) {
  const Value::List* items = value.list();
  if (!items) {
    problems.push_back(
        {path, "not_a_list", value, {}, {}, spoken(path) + " = " + shown(value, "") + " is not a list."});
    return;
  }
  if (items->size() > entry.longest) {
    const auto count = static_cast<double>(items->size()), most = static_cast<double>(entry.longest);
    problems.push_back(
        {path, "too_many", count, 0.0, most,
         spoken(path) + " has " + readable(count) + " entries; at most " + readable(most) + " are allowed."});
    return;
  }
  entry.list->clear(target);
  for (std::size_t i = 0; i < items->size(); ++i) {
    const std::string item_path = join(path, std::to_string(i));
    const Value& item = (*items)[i];
    if (entry.shape->is_variant() && item.object() && !item.find("kind"))
      problems.push_back(
          {join(item_path, "kind"), "kind_missing", nullptr, {}, {}, spoken(item_path) + " has no kind."});
    else
      merge(entry.list->append(target), *entry.shape, item, item_path, problems);
  }
}

/// Gives a member the value it has in `defaults`, an object of the same struct.
void restore(void* object, const Entry& entry, const void* defaults) {
  switch (entry.type) {
    case Entry::Type::number:
      *static_cast<double*>(entry.in(object)) = *static_cast<const double*>(entry.in(defaults));
      return;
    case Entry::Type::optional_number:
      *static_cast<std::optional<double>*>(entry.in(object)) =
          *static_cast<const std::optional<double>*>(entry.in(defaults));
      return;
    case Entry::Type::list:
      entry.list->assign(entry.in(object), entry.in(defaults));
      return;
    case Entry::Type::choice:
      entry.choose(entry.in(object), entry.chosen(entry.in(defaults)));
      return;
    case Entry::Type::part:
      if (entry.shape->is_variant())  // the first alternative is the default
        entry.shape->choose(entry.in(object), 0);
      else
        for (const Entry& inner : entry.shape->fields) restore(entry.in(object), inner, entry.shape->defaults);
      return;
    default:
      return;  // what the core computes is never restored
  }
}

void merge_member(void* object, const Shape& shape, const Entry& entry, const Value& value, const std::string& path,
                  Problems& problems) {
  void* target = entry.in(object);
  if (value.is_null())
    restore(object, entry, shape.defaults);
  else if (entry.type == Entry::Type::part)
    merge(target, *entry.shape, value, path, problems);
  else if (entry.type == Entry::Type::list)
    merge_list(target, entry, value, path, problems);
  else if (entry.type == Entry::Type::choice)
    merge_choice(target, entry, value, path, problems);
  else
    merge_number(target, entry, value, path, problems);
}

/// Lays the members of an object over a struct; `kind` has been dealt with where there is one.
void merge_members(void* target, const Shape& shape, const Value::Object& members, bool has_kind,
                   const std::string& path, Problems& problems) {
  for (const Member& member : members) {
    if (has_kind && member.key == "kind") continue;
    const std::string member_path = join(path, member.key);
    const auto entry = std::find_if(shape.fields.begin(), shape.fields.end(),
                                    [&](const Entry& one) { return member.key == one.name; });
    if (entry == shape.fields.end())
      problems.push_back(
          {member_path, "unknown_field", member.value, {}, {}, "There is no field called " + member_path + "."});
    else
      merge_member(target, shape, *entry, member.value, member_path, problems);
  }
}

/// Makes the variant of the kind that is asked for, if it is not yet; false when there is no such kind.
bool choose_kind(void* target, const Shape& shape, const Value& asked, const std::string& path, Problems& problems) {
  const std::string* name = asked.text();
  std::string names;
  for (std::size_t i = 0; i < shape.kinds.size(); ++i) {
    if (name && *name == shape.kinds[i].kind.name) {
      if (shape.index(target) != i) shape.choose(target, i);
      return true;
    }
    names += (i ? ", " : "") + std::string(shape.kinds[i].kind.name);
  }
  problems.push_back({join(path, "kind"),
                      "unknown_kind",
                      asked,
                      {},
                      {},
                      spoken(path) + " cannot be of kind " + shown(asked, "") + " (allowed: " + names + ")."});
  return false;
}

void merge(void* target, const Shape& shape, const Value& part, const std::string& path, Problems& problems) {
  const Value::Object* members = part.object();
  if (!members) {
    problems.push_back(
        {path, "not_an_object", part, {}, {}, spoken(path) + " = " + shown(part, "") + " is not an object."});
    return;
  }
  if (!shape.is_variant()) return merge_members(target, shape, *members, false, path, problems);
  const Value* asked = part.find("kind");
  if (asked && !choose_kind(target, shape, *asked, path, problems)) return;
  void* active = const_cast<void*>(shape.active(target));  // `target` is not const
  merge_members(active, *shape.kinds[shape.index(target)].shape, *members, true, path, problems);
}

/// True when `partial` says anything of the member at `outer`.`inner`.
bool touches(const Value& partial, const char* outer, const char* inner) {
  const Value* part = partial.find(outer);
  return part && part->find(inner);
}

/// What no field can tell by itself. A problem is laid to the field that the edit touched.
void check_together(const Experiment& experiment, const Value& partial, Problems& problems) {
  const Cell& cell = experiment.cell;
  if (!(cell.c < cell.vpeak)) {
    const bool blame_peak = touches(partial, "cell", "vpeak") && !touches(partial, "cell", "c");
    const std::string why = ", or the cell would fire without end at one instant.";
    if (blame_peak)
      problems.push_back(
          {"cell.vpeak", "peak_not_above_reset", cell.vpeak, cell.c, 1e4,
           "vpeak = " + with_unit(cell.vpeak, "mV") + " must be above c = " + with_unit(cell.c, "mV") + why});
    else
      problems.push_back(
          {"cell.c", "reset_not_below_peak", cell.c, -1e4, cell.vpeak,
           "c = " + with_unit(cell.c, "mV") + " must be below vpeak = " + with_unit(cell.vpeak, "mV") + why});
  }

  const double* dt = std::visit(
      [](const auto& solver) -> const double* {
        if constexpr (std::is_same_v<std::decay_t<decltype(solver)>, Exact>)
          return nullptr;
        else
          return &solver.dt;
      },
      experiment.solver);
  if (!dt) return;
  const double duration = experiment.duration;
  const bool blame_duration = partial.find("duration") && !touches(partial, "solver", "dt");
  const double least = duration / most_fixed_steps;
  if (*dt > duration) {
    if (blame_duration)
      problems.push_back({"duration", "shorter_than_dt", duration, *dt, 1e5,
                          "duration = " + with_unit(duration, "ms") + " is shorter than the time step dt = " +
                              with_unit(*dt, "ms") + " (allowed: " + allowed({*dt, 1e5}, "ms") + ")."});
    else
      problems.push_back({"solver.dt", "longer_than_duration", *dt, least, duration,
                          "dt = " + with_unit(*dt, "ms") +
                              " is longer than the duration (allowed: " + allowed({least, duration}, "ms") + ")."});
  } else if (duration / *dt > most_fixed_steps) {
    const std::string count = readable(std::ceil(duration / *dt * (1 - 1e-13)));
    const double longest = *dt * most_fixed_steps;
    if (blame_duration)
      problems.push_back({"duration", "too_many_steps", duration, *dt, longest,
                          "duration = " + with_unit(duration, "ms") + " needs " + count +
                              " steps of dt = " + with_unit(*dt, "ms") +
                              "; at most 10000000 are allowed (allowed: " + allowed({*dt, longest}, "ms") + ")."});
    else
      problems.push_back({"solver.dt", "too_many_steps", *dt, least, duration,
                          "dt = " + with_unit(*dt, "ms") + " needs " + count +
                              " steps; at most 10000000 are allowed (allowed: " + allowed({least, duration}, "ms") +
                              ")."});
  }
}

Value value_of(const void* source, const Shape& shape);

Value member_value(const void* member, const Entry& entry) {
  switch (entry.type) {
    case Entry::Type::number:
      return *static_cast<const double*>(member);
    case Entry::Type::optional_number: {
      const auto& maybe = *static_cast<const std::optional<double>*>(member);
      return maybe ? Value(*maybe) : Value(nullptr);
    }
    case Entry::Type::part:
      return value_of(member, *entry.shape);
    case Entry::Type::list: {
      Value::List items;
      for (std::size_t i = 0; i < entry.list->size(member); ++i)
        items.push_back(value_of(entry.list->at(member, i), *entry.shape));
      return items;
    }
    case Entry::Type::choice:
      return entry.chosen(member);
    default:
      return nullptr;  // what may be given from outside has no other members
  }
}

Value value_of(const void* source, const Shape& shape) {
  Value::Object members;
  const Shape* fields = &shape;
  const void* object = source;
  if (shape.is_variant()) {
    const Alternative& one = shape.kinds[shape.index(source)];
    members.push_back({"kind", one.kind.name});
    fields = one.shape;
    object = shape.active(source);
  }
  for (const Entry& entry : fields->fields) members.push_back({entry.name, member_value(entry.in(object), entry)});
  return members;
}

Value range_value(double low, double high) { return Value::Object{{"low", low}, {"high", high}}; }

/// {fields} of a struct or {kinds} of a variant, appended to `target`; ids are paths from the experiment down.
void add_schema(Value::Object& target, const Shape& shape, const std::string& path) {
  Value::List list;
  if (shape.is_variant()) {
    for (const Alternative& one : shape.kinds) {
      const std::string id = join(path, one.kind.name);
      Value::Object entry{{"kind", one.kind.name}, {"id", id}, {"text", one.kind.text}};
      add_schema(entry, *one.shape, id);
      list.push_back(std::move(entry));
    }
    target.push_back({"kinds", std::move(list)});
    return;
  }
  for (const Entry& entry : shape.fields) {
    const std::string id = join(path, entry.name);
    Value::Object field{{"name", entry.name}, {"id", id}, {"text", entry.text}};
    if (entry.type == Entry::Type::part || entry.type == Entry::Type::list) {
      const bool is_list = entry.type == Entry::Type::list;
      field.push_back({"type", is_list ? "list" : "part"});
      if (is_list) field.push_back({"longest", static_cast<double>(entry.longest)});
      add_schema(field, *entry.shape, id);
    } else if (entry.type == Entry::Type::choice) {
      Value::List options;
      for (std::size_t i = 0; entry.option && entry.option(i); ++i) options.push_back(entry.option(i));
      field.push_back({"type", "choice"});
      field.push_back({"options", std::move(options)});
    } else {
      for (Member member :
           {Member{"type", "number"}, Member{"unit", entry.unit},
            Member{"hard", range_value(entry.valid.low, entry.valid.high)},
            Member{"usual", range_value(entry.slider.low, entry.slider.high)}, Member{"group", entry.group},
            Member{"none", entry.none}, Member{"optional", entry.type == Entry::Type::optional_number},
            Member{"initial", member_value(entry.in(shape.defaults), entry)}})
        field.push_back(std::move(member));
    }
    list.push_back(std::move(field));
  }
  target.push_back({"fields", std::move(list)});
}

[[noreturn]] void refuse(const char* function, const Problems& problems) {
  std::string message = std::string(function) + ":";
  for (const Problem& problem : problems) message += " " + problem.message;
  throw std::invalid_argument(message);
}

}  // namespace

Resolved resolve(const Experiment& current, const Value& partial) {
  Resolved result{current, {}};
  if (partial.is_null()) {
    result.experiment = Experiment{};
    return result;
  }
  merge(&result.experiment, shape<Experiment>(), partial, "", result.problems);
  if (result.problems.empty()) check_together(result.experiment, partial, result.problems);
  if (!result.problems.empty()) result.experiment = current;
  return result;
}

Value to_value(const Experiment& experiment) { return value_of(&experiment, shape<Experiment>()); }

namespace {

struct NamedQuestion {
  const char* name;
  const Shape& (*shape)();
  const char *low, *high;  // the ends of its range, or nothing
};

constexpr NamedQuestion questions[] = {
    {"current_range", shape<CurrentRange>, "from", "to"},
    {"sweep", shape<Sweep>, "from", "to"},
    {"duration_range", shape<DurationRange>, "from", "to"},
    {"map_range", shape<MapRange>, "from", "to"},
    {"search", shape<Search>, nullptr, nullptr},
};

/// What no field of a question can tell by itself; `partial` is what was just given.
void check_question(const NamedQuestion& question, const Value& value, const Value& partial, Problems& problems) {
  if (const Value* points = value.find("points"); points && *points->number() != std::floor(*points->number()))
    problems.push_back({"points", "not_whole", *points, 2.0, 2000.0,
                        "points = " + readable(*points->number()) + " is not a whole number (allowed: 2 to 2000)."});
  if (!question.low) return;
  const double low = *value.find(question.low)->number(), high = *value.find(question.high)->number();
  if (low < high) return;
  const bool blame_low = partial.find(question.low) && !partial.find(question.high);
  const std::string from = std::string(question.low) + " = " + readable(low);
  const std::string to = std::string(question.high) + " = " + readable(high);
  const char* code = low == high ? "empty_range" : "reversed_range";
  const std::string why = low == high ? ": the range is empty." : ": the range is reversed.";
  if (blame_low)
    problems.push_back({question.low, code, low, {}, high, from + " must be below " + to + why});
  else
    problems.push_back({question.high, code, high, low, {}, to + " must be above " + from + why});
}

}  // namespace

Value schema() {
  Value::Object result;
  add_schema(result, shape<Experiment>(), "");
  Value::Object asked;
  for (const NamedQuestion& question : questions) {
    Value::Object entry;
    add_schema(entry, question.shape(), question.name);
    asked.push_back({question.name, std::move(entry)});
  }
  result.push_back({"questions", std::move(asked)});
  return result;
}

Question resolve_question(const std::string& name, const Value& current, const Value& partial) {
  const auto question = std::find_if(std::begin(questions), std::end(questions),
                                     [&](const NamedQuestion& one) { return name == one.name; });
  if (question == std::end(questions)) throw std::invalid_argument("resolve_question: no question is called " + name);
  const auto laid = [&](auto object) {
    Question result{current, {}};
    if (!current.is_null()) merge(&object, question->shape(), current, "", result.problems);
    if (!partial.is_null()) merge(&object, question->shape(), partial, "", result.problems);
    const Value value = value_of(&object, question->shape());
    if (result.problems.empty()) check_question(*question, value, partial, result.problems);
    if (result.problems.empty())
      result.value = value;
    else if (current.is_null())
      result.value = value_of(question->shape().defaults, question->shape());
    return result;
  };
  if (name == "current_range") return laid(CurrentRange{});
  if (name == "sweep") return laid(Sweep{});
  if (name == "duration_range") return laid(DurationRange{});
  if (name == "map_range") return laid(MapRange{});
  return laid(Search{});
}

void read_described(void* target, const Shape& shape, const Value& value, const char* what) {
  Problems problems;
  merge(target, shape, value, "", problems);
  if (!problems.empty()) refuse(what, problems);
}

Value tables() {
  const auto table = [](const Shape& shape) {
    Value::List list;
    for (const Entry& entry : shape.fields)
      list.push_back(Value::Object{{"name", entry.name}, {"unit", entry.unit}, {"text", entry.text}});
    return list;
  };
  return Value::Object{{"recording", table(shape<Recording>())},
                       {"measures", table(shape<Measures>())},
                       {"rate_curve", table(shape<RateCurve>())},
                       {"model", model_text}};
}

Window window_from(const Value& value) {
  Window window;
  if (value.is_null()) return window;
  Problems problems;
  merge(&window, shape<Window>(), value, "", problems);
  if (problems.empty() && window.to && *window.to < window.from)
    problems.push_back({"to", "reversed", *window.to, window.from, 1e5, "to lies before from."});
  if (!problems.empty()) refuse("window", problems);
  return window;
}

Experiment experiment_from(const Value& value) {
  Resolved resolved = resolve(Experiment{}, value);
  if (!resolved.problems.empty()) refuse("experiment", resolved.problems);
  return std::move(resolved.experiment);
}

}  // namespace izh
