// wasm/convert.hpp: any described struct to a JavaScript object, and any JavaScript value to what JSON can say.
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

/// A JavaScript value as JSON would say it: undefined members are left out, and what JSON cannot say (a function, a
/// symbol, a BigInt, an object without end) becomes a text that names it, for `resolve` to object to.
Value value_from(const val& source);

/// The same, kept until the next is read: what refuses it may throw where nothing is cleaned up.
const Value& kept_value_from(const val& source);

/// The stimulus that `source` is, where it is number `index` of the list that was given or taken last; else null.
const Stimulus* given_stimulus(const val& source, std::size_t index);

/// An array of its own: a copy, never a view of the heap, which may move.
val to_js(const std::vector<double>& samples);
val to_js(const std::optional<double>& maybe);
val to_js(const Value& value);

/// {id, args: [number | name | [text]]}; null where nothing is said.
val to_js(const Text& text);
val to_js(const Resolved& resolved);
val to_js(const Question& question);

/// A valid experiment, frozen with all its parts. A stimulus that was given before, and is the same, is that very list.
val to_js(const Experiment& experiment);

/// object[name] = member. (val::set would be compiled anew for each length of name and each type of member.)
void set(val& object, const char* name, const val& member);

/// What lies at `member`, of the type that `entry` says.
val to_js(const void* member, const Entry& entry);

/// Any object of a described shape.
val to_js(const void* source, const Shape& shape);

/// So many objects of one shape, the first at `first` and each `stride` bytes after the one before.
val to_js(const void* first, std::size_t count, std::size_t stride, const Shape& shape);

/// Any struct that describes itself, a list of such, and one that may be missing.
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

/// What a function of the core takes, from what JavaScript gives; throws, beginning with `what`, where it does not fit.
template <class T>
T from_js(const val& source, const std::string& what) {
  return argument<T>(value_from(source), what);
}

/// One that was given, whole or by its stimulus alone, is known and not read.
template <>
Experiment from_js<Experiment>(const val& source, const std::string& what);
template <>
std::vector<Stimulus> from_js<std::vector<Stimulus>>(const val& source, const std::string& what);

/// Read at once, not number by number.
template <>
std::vector<double> from_js<std::vector<double>>(const val& source, const std::string& what);

/// A function of the core as one that takes and gives JavaScript values.
using Thunk = val (*)(const val* const* arguments);

/// What `thunk` gives for the arguments; a C++ exception as a thrown Error with its message.
val guarded(Thunk thunk, val* const* arguments, std::size_t count);

template <auto function>
struct Exposed;

// There is one of these for each function that is exposed, so whatever need not be known of the function is elsewhere.
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
