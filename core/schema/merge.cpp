#include "core/schema/merge.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace izh {

namespace {

std::string join(const std::string& path, const std::string& key) { return path.empty() ? key : path + "." + key; }

/// One end of a range, as a problem carries it: none if it is infinite.
std::optional<double> end_of(double end) { return std::isfinite(end) ? std::optional(end) : std::nullopt; }

void read_number(double& target, const Value& value, hard valid, const char* unit, const std::string& path,
                 Problems& problems) {
  const auto report = [&](const char* code) {
    problems.push_back({path, code, value, end_of(valid.low), end_of(valid.high), unit});
  };
  const double* number = value.number();
  if (!number) {
    const std::string* text = value.text();
    if (text && text->find_first_not_of(" \t\n") == std::string::npos) return report("empty");
    return report("not_a_number");
  }
  if (!std::isfinite(*number)) return report("not_finite");
  if (*number < valid.low || *number > valid.high) return report("out_of_range");
  target = *number;
}

void merge_number(void* target, const Entry& entry, const Value& value, const std::string& path, Problems& problems) {
  double number = 0;
  const std::size_t before = problems.size();
  read_number(number, value, entry.valid, entry.unit, path, problems);
  if (problems.size() > before) return;
  if (entry.type == Entry::Type::number)
    *static_cast<double*>(target) = number;
  else
    *static_cast<std::optional<double>*>(target) = number;
}

void merge_choice(void* target, const Entry& entry, const Value& value, const std::string& path, Problems& problems) {
  const std::string* name = value.text();
  if (name && entry.choose && entry.choose(target, *name)) return;
  std::vector<std::string> options;
  for (std::size_t i = 0; entry.option && entry.option(i); ++i) options.push_back(entry.option(i));
  problems.push_back({path, "unknown_choice", value, {}, {}, "", options});
}

void merge_text(void* target, const Value& value, const std::string& path, Problems& problems) {
  if (const std::string* text = value.text())
    *static_cast<std::string*>(target) = *text;
  else
    problems.push_back({path, "not_a_text", value, {}, {}});
}

Problem too_many(std::size_t entries, std::size_t longest, const std::string& path) {
  return {path, "too_many", static_cast<double>(entries), 0.0, static_cast<double>(longest)};
}

void merge_list(void* target, const Entry& entry, const Value& value, const std::string& path, Problems& problems) {
  const Value::List* items = value.list();
  if (!items || !entry.list->append) return problems.push_back({path, "not_a_list", value, {}, {}});
  if (items->size() > entry.longest) return problems.push_back(too_many(items->size(), entry.longest, path));
  entry.list->clear(target);
  for (std::size_t i = 0; i < items->size(); ++i) {
    const std::string item_path = join(path, std::to_string(i));
    const Value& item = (*items)[i];
    if (entry.shape->is_variant() && item.object() && !item.find("kind"))
      problems.push_back({join(item_path, "kind"), "kind_missing", nullptr, {}, {}});
    else
      merge(entry.list->append(target), *entry.shape, item, item_path, problems);
  }
}

void merge_samples(void* target, const Entry& entry, const Value& value, const std::string& path, Problems& problems) {
  const Value::List* items = value.list();
  if (!items) return problems.push_back({path, "not_a_list", value, {}, {}});
  std::vector<double> samples(items->size());
  const std::size_t before = problems.size();
  for (std::size_t i = 0; i < samples.size() && problems.size() == before; ++i)  // of many wrong ones the first is told
    read_number(samples[i], (*items)[i], {-unbounded, unbounded}, entry.unit, join(path, std::to_string(i)), problems);
  if (problems.size() == before) *static_cast<std::vector<double>*>(target) = std::move(samples);
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
      if (entry.list->assign) entry.list->assign(entry.in(object), entry.in(defaults));
      return;
    case Entry::Type::choice:
      if (entry.choose) entry.choose(entry.in(object), entry.chosen(entry.in(defaults)));
      return;
    case Entry::Type::samples:
      *static_cast<std::vector<double>*>(entry.in(object)) =
          *static_cast<const std::vector<double>*>(entry.in(defaults));
      return;
    case Entry::Type::part:
      if (entry.shape->is_variant())  // the first alternative is the default
        entry.shape->choose(entry.in(object), 0);
      else
        for (const Entry& inner : entry.shape->fields) restore(entry.in(object), inner, entry.shape->defaults);
      return;
    default:
      return;  // computed members are never restored
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
  else if (entry.type == Entry::Type::text)
    merge_text(target, value, path, problems);
  else if (entry.type == Entry::Type::said)
    return;  // a result passed back as an argument: its numbers matter, not its texts
  else if (entry.type == Entry::Type::samples)
    merge_samples(target, entry, value, path, problems);
  else
    merge_number(target, entry, value, path, problems);
}

/// Merges the members of an object into a struct; a `kind` has already been dealt with.
void merge_members(void* target, const Shape& shape, const Value::Object& members, bool has_kind,
                   const std::string& path, Problems& problems) {
  for (const Member& member : members) {
    if (has_kind && member.key == "kind") continue;
    const std::string member_path = join(path, member.key);
    const auto entry = std::find_if(shape.fields.begin(), shape.fields.end(),
                                    [&](const Entry& one) { return member.key == one.name; });
    if (entry == shape.fields.end())
      problems.push_back({member_path, "unknown_field", member.value, {}, {}});
    else
      merge_member(target, shape, *entry, member.value, member_path, problems);
  }
}

/// Gives the variant the kind asked for, unless it has it; false when there is no such kind.
bool choose_kind(void* target, const Shape& shape, const Value& asked, const std::string& path, Problems& problems) {
  const std::string* name = asked.text();
  std::vector<std::string> options;
  for (std::size_t i = 0; i < shape.kinds.size(); ++i) {
    if (name && *name == shape.kinds[i].kind.name) {
      if (shape.index(target) != i) shape.choose(target, i);
      return true;
    }
    options.push_back(shape.kinds[i].kind.name);
  }
  problems.push_back({join(path, "kind"), "unknown_kind", asked, {}, {}, "", options});
  return false;
}

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
      return nullptr;  // nothing that may be given from outside has other members
  }
}

/// Whether a member is a number within its range, as nearly all are: then its path need not be built.
bool is_valid_number(const void* member, const Entry& entry) {
  if (entry.type == Entry::Type::optional_number && !*static_cast<const std::optional<double>*>(member)) return true;
  if (entry.type != Entry::Type::number && entry.type != Entry::Type::optional_number) return false;
  const double number = entry.type == Entry::Type::number ? *static_cast<const double*>(member)
                                                          : **static_cast<const std::optional<double>*>(member);
  return std::isfinite(number) && number >= entry.valid.low && number <= entry.valid.high;
}

/// Appends to `problems` what is wrong with one member of an existing object.
void check_member(const void* member, const Entry& entry, const std::string& path, Problems& problems) {
  switch (entry.type) {
    case Entry::Type::number:
      return check_number(*static_cast<const double*>(member), entry.valid, entry.unit, path, problems);
    case Entry::Type::optional_number: {
      const auto& maybe = *static_cast<const std::optional<double>*>(member);
      if (maybe) check_number(*maybe, entry.valid, entry.unit, path, problems);
      return;
    }
    case Entry::Type::part:
      return check_described(member, *entry.shape, path, problems);
    case Entry::Type::samples:
      for (double number : *static_cast<const std::vector<double>*>(member))
        check_number(number, {-unbounded, unbounded}, entry.unit, path, problems);
      return;
    case Entry::Type::list: {
      const std::size_t count = entry.list->size(member);
      if (count > entry.longest) return problems.push_back(too_many(count, entry.longest, path));
      for (std::size_t i = 0; i < count; ++i)
        check_described(entry.list->at(member, i), *entry.shape, join(path, std::to_string(i)), problems);
      return;
    }
    default:
      return;
  }
}

Value range_value(double low, double high) { return Value::Object{{"low", low}, {"high", high}}; }

}  // namespace

void check_number(double number, hard valid, const char* unit, const std::string& path, Problems& problems) {
  read_number(number, number, valid, unit, path, problems);
}

void check_described(const void* source, const Shape& shape, const std::string& path, Problems& problems) {
  const bool variant = shape.is_variant();
  const Shape& fields = variant ? *shape.kinds[shape.index(source)].shape : shape;
  const void* object = variant ? shape.active(source) : source;
  for (const Entry& entry : fields.fields)
    if (!is_valid_number(entry.in(object), entry))
      check_member(entry.in(object), entry, join(path, entry.name), problems);
}

void merge(void* target, const Shape& shape, const Value& part, const std::string& path, Problems& problems) {
  const Value::Object* members = part.object();
  if (!members) return problems.push_back({path, "not_an_object", part, {}, {}});
  if (!shape.is_variant()) return merge_members(target, shape, *members, false, path, problems);
  const Value* asked = part.find("kind");
  if (asked && !choose_kind(target, shape, *asked, path, problems)) return;
  void* active = const_cast<void*>(shape.active(target));  // `target` is not const
  merge_members(active, *shape.kinds[shape.index(target)].shape, *members, true, path, problems);
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

void add_schema(Value::Object& target, const Shape& shape, const std::string& path) {
  Value::List list;
  if (shape.is_variant()) {
    for (const Alternative& one : shape.kinds) {
      const std::string id = join(path, one.kind.name);
      Value::Object entry{{"kind", one.kind.name}, {"id", id}};
      add_schema(entry, *one.shape, id);
      list.push_back(std::move(entry));
    }
    target.push_back({"kinds", std::move(list)});
    return;
  }
  for (const Entry& entry : shape.fields) {
    const std::string id = join(path, entry.name);
    Value::Object field{{"name", entry.name}, {"id", id}};
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
      field.push_back({"initial", member_value(entry.in(shape.defaults), entry)});
    } else {
      for (Member member :
           {Member{"type", "number"}, Member{"unit", entry.unit},
            Member{"hard", range_value(entry.valid.low, entry.valid.high)},
            Member{"usual", range_value(entry.slider.low, entry.slider.high)}, Member{"group", entry.group},
            Member{"optional", entry.type == Entry::Type::optional_number},
            Member{"initial", member_value(entry.in(shape.defaults), entry)}})
        field.push_back(std::move(member));
    }
    list.push_back(std::move(field));
  }
  target.push_back({"fields", std::move(list)});
}

void read_described(void* target, const Shape& shape, const Value& value, const std::string& what) {
  Problems problems;
  merge(target, shape, value, "", problems);
  if (!problems.empty()) refuse(what, problems);
}

}  // namespace izh
