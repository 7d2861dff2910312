// wasm/convert.hpp: any described struct to a JavaScript object, and any JavaScript value to what JSON can say.
#pragma once

#include <emscripten/val.h>

#include <algorithm>
#include <exception>
#include <optional>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "core/field.hpp"
#include "core/merge.hpp"
#include "core/questions.hpp"
#include "core/resolve.hpp"
#include "core/shape.hpp"
#include "core/value.hpp"

namespace izh::border {

using emscripten::val;

/// Reads a JavaScript value as JSON would say it: undefined members are left out, and what JSON cannot say (a function,
/// a symbol, a BigInt, an object without end) becomes a text that names it, for `resolve` to object to.
class Reader {
 public:
  Value read(const val& source, int depth = 0) {
    // Looked up once: a look-up costs as much as reading a number.
    static const val array = val::global("Array"), object = val::global("Object");
    if (source.isNumber()) return source.as<double>();
    if (source.isNull() || source.isUndefined()) return nullptr;
    if (source.isString()) return source.as<std::string>();
    if (source.isTrue()) return true;
    if (source.isFalse()) return false;
    if (const std::string type = source.typeOf().as<std::string>(); type != "object") return "a " + type;
    if (depth > deepest) return "something nested too deeply";

    if (array.call<bool>("isArray", source)) {
      const auto length = source["length"].as<unsigned>();
      Value::List list(std::min(length, longest));
      for (unsigned i = 0; i < length && one_more(); ++i) list[i] = read(source[i], depth + 1);
      return list;
    }
    const val keys = object.call<val>("keys", source);
    const auto count = keys["length"].as<unsigned>();
    if (count > left_) return "an object of too many members";
    Value::Object members;
    members.reserve(count);
    for (unsigned i = 0; i < count && one_more(); ++i) {
      const val key = keys[i], member = source[key];
      if (!member.isUndefined()) members.push_back({key.as<std::string>(), read(member, depth + 1)});
    }
    return members;
  }

 private:
  // What reaches past these is no experiment; the core then says so in a sentence instead of reading on for minutes: an
  // object that contains itself twice doubles with every level. No list may be as long as what is read of it.
  static constexpr int deepest = 8;
  static constexpr unsigned longest = 1024;

  bool one_more() { return left_ > 0 && left_-- > 0; }

  unsigned left_ = longest;
};

inline Value value_from(const val& source) { return Reader().read(source); }

/// An array of its own: a copy, never a view of the heap, which may move.
inline val to_js(const std::vector<double>& samples) {
  return val(emscripten::typed_memory_view(samples.size(), samples.data())).call<val>("slice");
}

inline val to_js(const std::optional<double>& maybe) { return maybe ? val(*maybe) : val::null(); }

/// Any object of a described shape.
inline val to_js(const void* source, const Shape& shape);

inline val member_to_js(const void* member, const Entry& entry) {
  switch (entry.type) {
    case Entry::Type::number:
      return val(*static_cast<const double*>(member));
    case Entry::Type::optional_number:
      return to_js(*static_cast<const std::optional<double>*>(member));
    case Entry::Type::choice:
      return val(entry.chosen(member));
    case Entry::Type::text:
      return val(*static_cast<const std::string*>(member));
    case Entry::Type::samples:
      return to_js(*static_cast<const std::vector<double>*>(member));
    case Entry::Type::part:
      return to_js(member, *entry.shape);
    case Entry::Type::list:
      break;
  }
  val array = val::array();
  for (std::size_t i = 0; i < entry.list->size(member); ++i)
    array.set(i, to_js(entry.list->at(member, i), *entry.shape));
  return array;
}

inline val to_js(const void* source, const Shape& shape) {
  val object = val::object();
  const Shape* fields = &shape;
  if (shape.is_variant()) {
    const Alternative& one = shape.kinds[shape.index(source)];
    object.set("kind", one.kind.name);
    source = shape.active(source);
    fields = one.shape;
  }
  for (const Entry& entry : fields->fields) object.set(entry.name, member_to_js(entry.in(source), entry));
  return object;
}

inline val to_js(const Value& value) {
  if (const double* number = value.number()) return val(*number);
  if (const std::string* text = value.text()) return val(*text);
  if (const bool* truth = std::get_if<bool>(&value.data)) return val(*truth);
  if (const Value::List* list = value.list()) {
    val array = val::array();
    for (std::size_t i = 0; i < list->size(); ++i) array.set(i, to_js((*list)[i]));
    return array;
  }
  if (!value.object()) return val::null();
  val object = val::object();
  for (const Member& member : *value.object()) object.set(member.key, to_js(member.value));
  return object;
}

inline val to_js(const Problem& problem) {
  val object = val::object();
  object.set("path", problem.path);
  object.set("code", problem.code);
  object.set("value", to_js(problem.value));
  object.set("low", to_js(problem.low));
  object.set("high", to_js(problem.high));
  object.set("message", problem.message);
  return object;
}

inline val to_js(const Resolved& resolved) {
  val problems = val::array();
  for (std::size_t i = 0; i < resolved.problems.size(); ++i) problems.set(i, to_js(resolved.problems[i]));
  val object = val::object();
  object.set("experiment", to_js(&resolved.experiment, shape<Experiment>()));
  object.set("problems", problems);
  return object;
}

inline val to_js(const Question& question) {
  val problems = val::array();
  for (std::size_t i = 0; i < question.problems.size(); ++i) problems.set(i, to_js(question.problems[i]));
  val object = val::object();
  object.set("value", to_js(question.value));
  object.set("problems", problems);
  return object;
}

/// Any struct that describes itself, a list of such, and one that may be missing.
template <class T>
val to_js(const T& source) {
  return to_js(&source, shape<T>());
}
template <class T>
val to_js(const std::vector<T>& source) {
  val array = val::array();
  for (std::size_t i = 0; i < source.size(); ++i) array.set(i, to_js(&source[i], shape<T>()));
  return array;
}

template <class T>
val to_js(const std::optional<T>& maybe) {
  return maybe ? to_js(&*maybe, shape<T>()) : val::null();
}

/// What a function of the core takes, from what JavaScript gives: any struct that describes itself, and what is
/// specialised below. The core checks it: what is wrong throws.
template <class T>
T from_js(const val& source) {
  return described_from<T>(value_from(source), "argument");
}

template <>
inline Value from_js<Value>(const val& source) {
  return value_from(source);
}
template <>
inline Experiment from_js<Experiment>(const val& source) {
  return experiment_from(value_from(source));
}
template <>
inline Window from_js<Window>(const val& source) {
  return window_from(value_from(source));
}
template <>
inline Cell from_js<Cell>(const val& source) {
  return experiment_from(Value::Object{{"cell", value_from(source)}}).cell;
}
template <>
inline std::vector<Stimulus> from_js<std::vector<Stimulus>>(const val& source) {
  return experiment_from(Value::Object{{"stimulus", value_from(source)}}).stimulus;
}
template <>
inline double from_js<double>(const val& source) {
  return source.isNumber() ? source.as<double>() : throw std::invalid_argument("a number is needed");
}
template <>
inline std::string from_js<std::string>(const val& source) {
  return source.isString() ? source.as<std::string>() : throw std::invalid_argument("a text is needed");
}
template <>
inline Span from_js<Span>(const val& source) {
  if (source.isNull() || source.isUndefined()) throw std::invalid_argument("a span {start, end} is needed");
  return {from_js<double>(source["start"]), from_js<double>(source["end"])};
}
template <>
inline std::vector<double> from_js<std::vector<double>>(const val& source) {
  if (!val::global("ArrayBuffer").call<bool>("isView", source) && !val::global("Array").call<bool>("isArray", source))
    throw std::invalid_argument("an array of numbers is needed");
  return emscripten::convertJSArrayToNumberVector<double>(source);
}

/// A function of the core as one that takes and gives JavaScript values, its exceptions as an Error with their message.
template <auto function>
struct Exposed;

template <class R, class... A, R (*function)(A...)>
struct Exposed<function> {
  template <class>
  using Argument = val;

  static val call(Argument<A>... arguments) {
    // What JavaScript is thrown unwinds no frame of C++, so nothing may be left to free: the Error waits in a place of
    // its own, and the arguments are let go.
    static val thrown = val::undefined();
    try {
      return to_js(function(from_js<std::decay_t<A>>(arguments)...));
    } catch (const std::exception& error) {
      thrown = val::global("Error").new_(std::string(error.what()));
    }
    ((arguments = val::undefined()), ...);
    thrown.throw_();
    return val::undefined();
  }
};

}  // namespace izh::border
