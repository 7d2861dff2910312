#include "core/resolve.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <type_traits>

namespace izh {

std::string shortest(double x) {
  char buffer[400];
  const bool plain = x == 0 || (std::abs(x) >= 1e-7 && std::abs(x) < 1e15);
  for (int digits = plain ? 0 : 1; digits <= 24; ++digits) {
    std::snprintf(buffer, sizeof buffer, plain ? "%.*f" : "%.*g", digits, x);
    if (std::strtod(buffer, nullptr) == x) break;
  }
  return buffer;
}

namespace {

template <class T>
inline constexpr bool is_variant = false;
template <class... A>
inline constexpr bool is_variant<std::variant<A...>> = true;

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

std::string with_unit(double x, const std::string& unit) { return shortest(x) + (unit.empty() ? "" : " " + unit); }

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
  return shortest(valid.low) + " to " + with_unit(valid.high, unit);
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

template <class T>
void merge(T& target, const Value& part, const std::string& path, Problems& problems);

template <class T, class M>
void merge_field(T& target, const Number<T, M>& entry, const Value& value, const std::string& path,
                 Problems& problems) {
  if (value.is_null()) {
    target.*entry.member = T{}.*entry.member;
    return;
  }
  double number = 0;
  const std::size_t before = problems.size();
  check_number(number, value, entry.valid, entry.unit, path, problems);
  if (problems.size() == before) target.*entry.member = number;
}

template <class T, class M>
void merge_field(T& target, const Part<T, M>& entry, const Value& value, const std::string& path, Problems& problems) {
  if (value.is_null())
    target.*entry.member = T{}.*entry.member;
  else
    merge(target.*entry.member, value, path, problems);
}

template <class T, class E>
void merge_field(T& target, const List<T, E>& entry, const Value& value, const std::string& path, Problems& problems) {
  if (value.is_null()) {
    target.*entry.member = T{}.*entry.member;
    return;
  }
  const Value::List* items = value.list();
  if (!items) {
    problems.push_back(
        {path, "not_a_list", value, {}, {}, spoken(path) + " = " + shown(value, "") + " is not a list."});
    return;
  }
  if (items->size() > entry.longest) {
    const double most = static_cast<double>(entry.longest);
    problems.push_back({path, "too_many", static_cast<double>(items->size()), 0.0, most,
                        spoken(path) + " has " + std::to_string(items->size()) + " entries; at most " +
                            std::to_string(entry.longest) + " are allowed."});
    return;
  }
  std::vector<E> fresh;
  for (std::size_t i = 0; i < items->size(); ++i) {
    const std::string item_path = join(path, std::to_string(i));
    if (is_variant<E> && (*items)[i].object() && !(*items)[i].find("kind")) {
      problems.push_back(
          {join(item_path, "kind"), "kind_missing", nullptr, {}, {}, spoken(item_path) + " has no kind."});
      continue;
    }
    fresh.emplace_back();
    merge(fresh.back(), (*items)[i], item_path, problems);
  }
  target.*entry.member = std::move(fresh);
}

void unknown_field(const std::string& path, const Value& value, Problems& problems) {
  problems.push_back({path, "unknown_field", value, {}, {}, "There is no field called " + path + "."});
}

/// Lays the members of an object over a struct; `kind` has been dealt with where there is one.
template <class T>
void merge_members(T& target, const Value::Object& members, bool has_kind, const std::string& path,
                   Problems& problems) {
  for (const Member& member : members) {
    if (has_kind && member.key == "kind") continue;
    const std::string member_path = join(path, member.key);
    bool found = false;
    for_each_field<T>([&](const auto& entry) {
      if (member.key != entry.name) return;
      found = true;
      merge_field(target, entry, member.value, member_path, problems);
    });
    if (!found) unknown_field(member_path, member.value, problems);
  }
}

template <class... A>
std::string kind_names(const std::variant<A...>*) {
  std::string names;
  ((names += (names.empty() ? "" : ", ") + std::string(kind<A>.name)), ...);
  return names;
}

/// Makes `target` the default of the alternative that `name` names; false when none does.
template <class... A>
bool choose_kind(std::variant<A...>& target, const std::string& name) {
  return ((name == kind<A>.name && (target.template emplace<A>(), true)) || ...);
}

template <class... A>
void merge_variant(std::variant<A...>& target, const Value::Object& members, const Value& part, const std::string& path,
                   Problems& problems) {
  if (const Value* name = part.find("kind")) {
    const std::string current =
        std::visit([](const auto& one) { return kind<std::decay_t<decltype(one)>>.name; }, target);
    const std::string* text = name->text();
    if (!(text && *text == current) && !(text && choose_kind(target, *text))) {
      problems.push_back(
          {join(path, "kind"),
           "unknown_kind",
           *name,
           {},
           {},
           spoken(path) + " cannot be of kind " + shown(*name, "") + " (allowed: " + kind_names(&target) + ")."});
      return;
    }
  }
  std::visit([&](auto& one) { merge_members(one, members, true, path, problems); }, target);
}

template <class T>
void merge(T& target, const Value& part, const std::string& path, Problems& problems) {
  const Value::Object* members = part.object();
  if (!members) {
    problems.push_back(
        {path, "not_an_object", part, {}, {}, spoken(path) + " = " + shown(part, "") + " is not an object."});
    return;
  }
  if constexpr (is_variant<T>)
    merge_variant(target, *members, part, path, problems);
  else
    merge_members(target, *members, false, path, problems);
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
    const std::string count = std::to_string(static_cast<long long>(duration / *dt));
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

template <class T>
Value value_of(const T& source);

template <class T, class M>
Value member_value(const T& source, const Number<T, M>& entry) {
  if constexpr (std::is_same_v<M, double>)
    return source.*entry.member;
  else
    return source.*entry.member ? Value(*(source.*entry.member)) : Value(nullptr);
}

template <class T, class M>
Value member_value(const T& source, const Part<T, M>& entry) {
  return value_of(source.*entry.member);
}

template <class T, class E>
Value member_value(const T& source, const List<T, E>& entry) {
  Value::List items;
  for (const E& item : source.*entry.member) items.push_back(value_of(item));
  return items;
}

template <class T>
Value value_of(const T& source) {
  if constexpr (is_variant<T>) {
    return std::visit(
        [](const auto& one) {
          Value inner = value_of(one);
          auto& members = std::get<Value::Object>(inner.data);
          members.insert(members.begin(), {"kind", kind<std::decay_t<decltype(one)>>.name});
          return inner;
        },
        source);
  } else {
    Value::Object members;
    for_each_field<T>([&](const auto& entry) { members.push_back({entry.name, member_value(source, entry)}); });
    return members;
  }
}

Value range_value(double low, double high) { return Value::Object{{"low", low}, {"high", high}}; }

template <class T>
Value::Object struct_schema(const std::string& path);

template <class... A>
Value::List kinds_schema(const std::variant<A...>*, const std::string& path) {
  Value::List list;
  const auto add = [&](const Kind& one, Value::Object schema) {
    schema.insert(schema.begin(), {{"kind", one.name}, {"id", join(path, one.name)}, {"text", one.text}});
    list.push_back(std::move(schema));
  };
  (add(kind<A>, struct_schema<A>(join(path, kind<A>.name))), ...);
  return list;
}

template <class T>
Value::Object shape_schema(const std::string& path) {
  if constexpr (is_variant<T>)
    return Value::Object{{"kinds", kinds_schema(static_cast<const T*>(nullptr), path)}};
  else
    return struct_schema<T>(path);
}

template <class T, class M>
void add_shape(Value::Object& field, const Number<T, M>& entry, const std::string&) {
  field.push_back({"type", "number"});
  field.push_back({"unit", entry.unit});
  field.push_back({"hard", range_value(entry.valid.low, entry.valid.high)});
  field.push_back({"usual", range_value(entry.slider.low, entry.slider.high)});
  field.push_back({"group", entry.group});
  field.push_back({"none", entry.none});
  field.push_back({"optional", !std::is_same_v<M, double>});
  field.push_back({"initial", member_value(T{}, entry)});
}

template <class T, class M>
void add_shape(Value::Object& field, const Part<T, M>&, const std::string& path) {
  field.push_back({"type", "part"});
  for (Member& member : shape_schema<M>(path)) field.push_back(std::move(member));
}

template <class T, class E>
void add_shape(Value::Object& field, const List<T, E>& entry, const std::string& path) {
  field.push_back({"type", "list"});
  field.push_back({"longest", static_cast<double>(entry.longest)});
  for (Member& member : shape_schema<E>(path)) field.push_back(std::move(member));
}

template <class T>
Value::Object struct_schema(const std::string& path) {
  Value::List list;
  for_each_field<T>([&](const auto& entry) {
    const std::string id = join(path, entry.name);
    Value::Object field{{"name", entry.name}, {"id", id}, {"text", entry.text}};
    add_shape(field, entry, id);
    list.push_back(std::move(field));
  });
  return Value::Object{{"fields", std::move(list)}};
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
  merge(result.experiment, partial, "", result.problems);
  if (result.problems.empty()) check_together(result.experiment, partial, result.problems);
  if (!result.problems.empty()) result.experiment = current;
  return result;
}

Value to_value(const Experiment& experiment) { return value_of(experiment); }

Value schema() { return shape_schema<Experiment>(""); }

Window window_from(const Value& value) {
  Window window;
  if (value.is_null()) return window;
  Problems problems;
  merge(window, value, "", problems);
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
