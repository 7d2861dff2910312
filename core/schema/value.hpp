// core/schema/value.hpp: a JSON value: the form in which an edit, a link or a file reaches the core.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace izh {

struct Member;

/// null, a bool, a number, a text, a list, or an object whose members keep their order.
struct Value {
  using List = std::vector<Value>;
  using Object = std::vector<Member>;

  std::variant<std::nullptr_t, bool, double, std::string, List, Object> data;

  // Defined below, after Member: here a vector of incomplete Members could be neither copied nor destroyed.
  Value(std::nullptr_t nothing = nullptr);
  Value(bool truth);
  Value(double number);
  Value(int number);
  Value(const char* text);
  Value(std::string text);
  Value(std::string_view text);
  Value(List list);
  Value(Object object);
  Value(const Value&);
  Value(Value&&) noexcept;
  Value& operator=(const Value&);
  Value& operator=(Value&&) noexcept;
  ~Value();

  bool is_null() const { return std::holds_alternative<std::nullptr_t>(data); }
  const double* number() const { return std::get_if<double>(&data); }
  const std::string* text() const { return std::get_if<std::string>(&data); }
  const List* list() const { return std::get_if<List>(&data); }
  const Object* object() const { return std::get_if<Object>(&data); }

  /// The member called `key`, or nullptr if this is not an object or has no such member.
  const Value* find(std::string_view key) const;
};

struct Member {
  std::string key;
  Value value;
};

inline Value::Value(std::nullptr_t nothing) : data(nothing) {}
inline Value::Value(bool truth) : data(truth) {}
inline Value::Value(double number) : data(number) {}
inline Value::Value(int number) : data(static_cast<double>(number)) {}
inline Value::Value(const char* text) : data(std::string(text)) {}
inline Value::Value(std::string text) : data(std::move(text)) {}
inline Value::Value(std::string_view text) : data(std::string(text)) {}
inline Value::Value(List list) : data(std::move(list)) {}
inline Value::Value(Object object) : data(std::move(object)) {}
inline Value::Value(const Value&) = default;
inline Value::Value(Value&&) noexcept = default;
inline Value& Value::operator=(const Value&) = default;
inline Value& Value::operator=(Value&&) noexcept = default;
inline Value::~Value() = default;

inline const Value* Value::find(std::string_view key) const {
  if (const Object* members = object())
    for (const Member& member : *members)
      if (member.key == key) return &member.value;
  return nullptr;
}

inline bool operator==(const Value& a, const Value& b);
inline bool operator==(const Member& a, const Member& b) { return a.key == b.key && a.value == b.value; }
inline bool operator==(const Value& a, const Value& b) { return a.data == b.data; }

}  // namespace izh
