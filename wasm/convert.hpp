// wasm/convert.hpp: converts any described struct to a JavaScript object, and any JavaScript value to a JSON value.
#pragma once

#include <emscripten/val.h>

#include <cstddef>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/ask/questions.hpp"
#include "core/model/resolve.hpp"
#include "core/schema/field.hpp"
#include "core/schema/shape.hpp"
#include "core/schema/value.hpp"
#include "wasm/arguments.hpp"

namespace izh::border {

using emscripten::val;

/// A JavaScript value as JSON would have it: undefined members are left out, and what JSON cannot express (a function,
/// a symbol, a BigInt, a cyclic object) becomes a text that names it, for `resolve` to object to.
Value value_from(const val& source);

/// The same, kept until the next value is read, since an error about it may be thrown where nothing gets cleaned up.
const Value& kept_value_from(const val& source);

/// The stimulus that `source` stands for if it is number `index` of the list last given out or taken in; else null.
const Stimulus* given_stimulus(const val& source, std::size_t index);

/// A new array: a copy, never a view of the heap, which may move.
val to_js(const std::vector<double>& samples);
val to_js(const std::optional<double>& maybe);
val to_js(const Value& value);

/// {id, args: [number | name | [text]]}; null for an empty text.
val to_js(const Text& text);
val to_js(const Resolved& resolved);
val to_js(const Question& question);

/// A valid experiment, frozen with all its parts. If its stimulus was given out before and is the same, it is that very
/// list.
val to_js(const Experiment& experiment);

/// object[name] = member. (val::set would be instantiated for each length of name and each type of member.)
void set(val& object, const char* name, const val& member);

/// The value at `member`, of the type that `entry` says.
val to_js(const void* member, const Entry& entry);

/// Any object of a described shape.
val to_js(const void* source, const Shape& shape);

/// An array of `count` objects of one shape, the first at `first` and each `stride` bytes after the one before.
val to_js(const void* first, std::size_t count, std::size_t stride, const Shape& shape);

/// Any struct that describes itself, a list of them, and an optional one.
template <class T>
val to_js(const T& source) {
  return to_js(&source, shape<T>());
}
template <class T>
val to_js(const std::vector<T>& source) {
  return to_js(source.data(), source.size(), sizeof(T), shape<T>());
}
template <class T>
val to_js(const std::optional<T>& maybe) {
  return maybe ? to_js(&*maybe, shape<T>()) : val::null();
}

/// An argument of a core function from a JavaScript value; throws std::invalid_argument, beginning with `what`, if it
/// does not fit.
template <class T>
T from_js(const val& source, const std::string& what) {
  return argument<T>(value_from(source), what);
}

/// One that was given out before, or whose stimulus was, is recognised and not read again.
template <>
Experiment from_js<Experiment>(const val& source, const std::string& what);
template <>
std::vector<Stimulus> from_js<std::vector<Stimulus>>(const val& source, const std::string& what);

/// Read in one go, not number by number.
template <>
std::vector<double> from_js<std::vector<double>>(const val& source, const std::string& what);

/// A function of the core that takes and returns JavaScript values.
using Thunk = val (*)(const val* const* arguments);

/// The result of `thunk` for the arguments; a C++ exception is thrown as an Error with its message.
val guarded(Thunk thunk, val* const* arguments, std::size_t count);

template <auto function>
struct Exposed;

// Instantiated for each exposed function, so everything that does not depend on the function is elsewhere.
template <class R, class... A, R (*function)(A...)>
struct Exposed<function> {
  template <class>
  using Argument = val;

  static inline Called as;

  template <std::size_t... i>
  static val converted(const val* const* arguments, std::index_sequence<i...>) {
    return to_js(function(from_js<std::decay_t<A>>(*arguments[i], as.of(i))...));
  }
  static val thunk(const val* const* arguments) { return converted(arguments, std::index_sequence_for<A...>()); }

  static val call(Argument<A>... arguments) {
    val* const all[] = {&arguments..., nullptr};
    return guarded(thunk, all, sizeof...(A));
  }
};

}  // namespace izh::border
