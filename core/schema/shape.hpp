// core/schema/shape.hpp: the tables of fields at run time, so that the same code reads and writes every described
// struct.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "core/schema/field.hpp"

namespace izh {

struct Shape;

/// The operations on a std::vector of described structs.
struct ListAccess {
  std::size_t (*size)(const void* list);
  const void* (*at)(const void* list, std::size_t index);
  // For lists that may be given from outside; null where only the core fills them:
  void* (*append)(void* list) = nullptr;  // a default element at the end
  void (*clear)(void* list) = nullptr;
  void (*assign)(void* list, const void* source) = nullptr;
};

/// One member of a struct: its entry in the table, and its offset.
struct Entry {
  enum class Type { number, optional_number, choice, text, said, part, list, samples };

  Type type = Type::number;
  const char* name = "";
  std::size_t offset = 0;
  // of numbers and samples
  const char* unit = "";
  hard valid{};
  usual slider{};
  const char* group = "";
  // of choices
  const char* (*chosen)(const void* member) = nullptr;
  bool (*choose)(void* member,
                 const std::string& name) = nullptr;   // false: there is no such choice; null: not settable
  const char* (*option)(std::size_t index) = nullptr;  // the settable names, nullptr after the last
  // of parts and lists
  const Shape* shape = nullptr;
  const ListAccess* list = nullptr;
  std::size_t longest = 0;

  const void* in(const void* object) const { return static_cast<const char*>(object) + offset; }
  void* in(void* object) const { return static_cast<char*>(object) + offset; }
};

struct Alternative {
  Kind kind;
  const Shape* shape;
};

/// A described struct (`fields`, and a default object), or a variant of described structs (`kinds`).
struct Shape {
  std::vector<Entry> fields;
  const void* defaults = nullptr;

  std::vector<Alternative> kinds;
  std::size_t (*index)(const void* variant) = nullptr;
  const void* (*active)(const void* variant) = nullptr;
  void (*choose)(void* variant, std::size_t index) = nullptr;  // sets it to that alternative's default

  bool is_variant() const { return index != nullptr; }
};

/// The shape of T, a described struct or a std::variant of described structs.
template <class T>
const Shape& shape();

namespace detail {

template <class T>
inline constexpr bool is_variant = false;
template <class... A>
inline constexpr bool is_variant<std::variant<A...>> = true;

template <class E>
const ListAccess* list_access() {
  using V = std::vector<E>;
  static const ListAccess access = [] {
    ListAccess result{
        [](const void* list) { return static_cast<const V*>(list)->size(); },
        [](const void* list, std::size_t index) -> const void* { return &(*static_cast<const V*>(list))[index]; },
    };
    if constexpr (listed<E>) {
      result.append = [](void* list) -> void* { return &static_cast<V*>(list)->emplace_back(); };
      result.clear = [](void* list) { static_cast<V*>(list)->clear(); };
      result.assign = [](void* list, const void* source) { *static_cast<V*>(list) = *static_cast<const V*>(source); };
    }
    return result;
  }();
  return &access;
}

template <class T, class M>
void describe(Entry& entry, const Number<T, M>& number) {
  entry.type = std::is_same_v<M, double> ? Entry::Type::number : Entry::Type::optional_number;
  entry.unit = number.unit;
  entry.valid = number.valid;
  entry.slider = number.slider;
  entry.group = number.group;
}

template <class T, class E>
void describe(Entry& entry, const Choice<T, E>&) {
  entry.type = Entry::Type::choice;
  entry.chosen = [](const void* member) { return names(*static_cast<const E*>(member)); };
  if constexpr (choices < E >> 0) {
    entry.option = [](std::size_t index) { return index < choices<E> ? names(static_cast<E>(index)) : nullptr; };
    entry.choose = [](void* member, const std::string& name) {
      for (std::size_t i = 0; i < choices<E>; ++i) {
        if (name != names(static_cast<E>(i))) continue;
        *static_cast<E*>(member) = static_cast<E>(i);
        return true;
      }
      return false;
    };
  }
}

template <class T>
void describe(Entry& entry, const Words<T>&) {
  entry.type = Entry::Type::text;
}

template <class T>
void describe(Entry& entry, const Said<T>&) {
  entry.type = Entry::Type::said;
}

template <class T, class M>
void describe(Entry& entry, const Part<T, M>&) {
  entry.type = Entry::Type::part;
  entry.shape = &shape<M>();
}

template <class T, class E>
void describe(Entry& entry, const List<T, E>& list) {
  entry.type = Entry::Type::list;
  entry.shape = &shape<E>();
  entry.list = list_access<E>();
  entry.longest = list.longest;
}

template <class T>
void describe(Entry& entry, const Samples<T>& samples) {
  entry.type = Entry::Type::samples;
  entry.unit = samples.unit;
}

template <class T>
Shape struct_shape() {
  static const T defaults{};
  Shape result;
  result.defaults = &defaults;
  for_each_field<T>([&](const auto& field) {
    Entry entry;
    entry.name = field.name;
    entry.offset = static_cast<std::size_t>(reinterpret_cast<const char*>(&(defaults.*field.member)) -
                                            reinterpret_cast<const char*>(&defaults));
    describe(entry, field);
    result.fields.push_back(entry);
  });
  return result;
}

template <class... A>
Shape variant_shape(const std::variant<A...>*) {
  using V = std::variant<A...>;
  Shape result;
  (result.kinds.push_back({kind<A>, &shape<A>()}), ...);
  result.index = [](const void* variant) { return static_cast<const V*>(variant)->index(); };
  result.active = [](const void* variant) {
    return std::visit([](const auto& one) -> const void* { return &one; }, *static_cast<const V*>(variant));
  };
  result.choose = [](void* variant, std::size_t index) {
    std::size_t at = 0;
    ((at++ == index ? void(static_cast<V*>(variant)->template emplace<A>()) : void()), ...);
  };
  return result;
}

}  // namespace detail

template <class T>
const Shape& shape() {
  if constexpr (detail::is_variant<T>) {
    static const Shape result = detail::variant_shape(static_cast<const T*>(nullptr));
    return result;
  } else {
    static const Shape result = detail::struct_shape<T>();
    return result;
  }
}

}  // namespace izh
