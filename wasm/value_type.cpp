#include "wasm/value_type.hpp"

#include <algorithm>

namespace izh {

namespace {

/// "NumberField" for an object whose type is "number"; else empty.
std::string name_of(const Value& value) {
  const Value* type = value.find("type");
  if (!type || !type->text() || type->text()->empty()) return "";
  std::string name = *type->text() + "Field";
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

/// "[number, number]"
std::string tuple(std::size_t length) {
  std::string all = "[number";
  while (--length > 0) all += ", number";
  return all + "]";
}

std::string joined(const std::vector<std::string>& types) {
  std::string all;
  for (const std::string& type : types) all += (all.empty() ? "" : " | ") + type;
  return all;
}

/// "'step' | 'ramp'" for texts.
std::string names_in(const std::vector<const Value*>& texts) {
  std::vector<std::string> names;
  for (const Value* text : texts) {
    const std::string name = "'" + *text->text() + "'";
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return joined(names);
}

}  // namespace

std::string ValueTypes::of(const Value& value) {
  collect(value);
  return of_all({&value});
}

void ValueTypes::collect(const Value& value) {
  if (const Value::List* list = value.list())
    for (const Value& item : *list) collect(item);
  const Value::Object* members = value.object();
  if (!members) return;
  if (const std::string name = name_of(value); !name.empty()) fields_[name].push_back(members);
  for (const Member& member : *members) collect(member.value);
}

std::map<std::string, std::string> ValueTypes::named() {
  std::map<std::string, std::string> all;
  for (const auto& [name, objects] : fields_) all[name] = of_objects(objects);
  return all;
}

std::string ValueTypes::of_all(const std::vector<const Value*>& values) {
  std::vector<std::string> types;
  const auto add = [&](const std::string& type) {
    if (std::find(types.begin(), types.end(), type) == types.end()) types.push_back(type);
  };
  std::vector<const Value*> items;
  Objects objects;
  std::vector<std::size_t> lengths;  // of lists
  for (const Value* value : values) {
    if (const std::string name = name_of(*value); !name.empty())
      add(name);
    else if (const Value::Object* members = value->object())
      objects.push_back(members);
    else if (const Value::List* list = value->list()) {
      lengths.push_back(list->size());
      for (const Value& item : *list) items.push_back(&item);
    } else
      add(value->number() ? "number" : value->text() ? "string" : value->is_null() ? "null" : "boolean");
  }
  if (!objects.empty()) add(of_objects(objects));
  if (!lengths.empty()) {
    const std::string item = listed(items);
    const bool even = std::all_of(lengths.begin(), lengths.end(), [&](std::size_t one) { return one == lengths[0]; });
    add(item == "number[]" && even && lengths[0] > 1 ? tuple(lengths[0]) : item);
  }
  return joined(types);
}

std::string ValueTypes::listed(const std::vector<const Value*>& items) {
  const bool texts = std::all_of(items.begin(), items.end(), [](const Value* item) { return item->text(); });
  const std::string type = texts ? names_in(items) : of_all(items);
  return (type.find(" | ") == std::string::npos ? type : "(" + type + ")") + "[]";
}

std::string ValueTypes::of_objects(const Objects& objects) {
  std::vector<std::string> keys;
  for (const Value::Object* object : objects)
    for (const Member& member : *object)
      if (std::find(keys.begin(), keys.end(), member.key) == keys.end()) keys.push_back(member.key);
  std::string all;
  for (const std::string& key : keys) {
    std::vector<const Value*> values;
    for (const Value::Object* object : objects)
      for (const Member& member : *object)
        if (member.key == key) values.push_back(&member.value);
    const bool names = key == "type" || key == "kind" || key == "name" || key == "id" || key == "group";
    const std::string type = names ? names_in(values) : of_all(values);
    all += (all.empty() ? "" : "; ") + key + (values.size() < objects.size() ? "?: " : ": ") + type;
  }
  return "{" + all + "}";
}

}  // namespace izh
