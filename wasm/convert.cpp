#include "wasm/convert.hpp"

#include <algorithm>
#include <stdexcept>
#include <variant>

#include "core/schema/merge.hpp"

namespace izh::border {

namespace {

/// Reads a JavaScript value for `value_from`.
class Reader {
 public:
  Value read(const val& source, int depth = 0) {
    // Looked up once: a lookup costs as much as reading a number.
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
      // The list keeps its length, up to a limit, so that an error can state it; beyond `most_values` nothing more is
      // read.
      Value::List list(std::min(length, counted));
      for (unsigned i = 0; i < list.size() && one_more(); ++i) {
        const val item = source[i];
        const Stimulus* known = item.isNumber() ? nullptr : given_stimulus(item, i);
        list[i] = known ? value_of(known, shape<Stimulus>()) : read(item, depth + 1);
      }
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
  // Nothing larger can be an experiment; the core then says so instead of reading on for minutes: an object that
  // contains itself twice doubles with every level. A thousand stimuli have about 6000 values.
  static constexpr int deepest = 8;
  static constexpr unsigned most_values = 8192, counted = 100000;

  bool one_more() { return left_ > 0 && left_-- > 0; }

  unsigned left_ = most_values;
};

val text(const std::string& text) { return val(text); }

/// The array of `of(i)` for each i below `count`.
template <class Of>
val array_of(std::size_t count, Of&& of) {
  val array = val::array();
  for (std::size_t i = 0; i < count; ++i) array.set(val(static_cast<double>(i)), of(i));
  return array;
}

}  // namespace

Value value_from(const val& source) { return Reader().read(source); }

const Value& kept_value_from(const val& source) {
  static Value kept;
  return kept = value_from(source);
}

val to_js(const std::vector<double>& samples) {
  return val(emscripten::typed_memory_view(samples.size(), samples.data())).call<val>("slice");
}

val to_js(const std::optional<double>& maybe) { return maybe ? val(*maybe) : val::null(); }

void set(val& object, const char* name, const val& member) { object.set(val(name), member); }

val to_js(const void* member, const Entry& entry) {
  switch (entry.type) {
    case Entry::Type::number:
      return val(*static_cast<const double*>(member));
    case Entry::Type::optional_number:
      return to_js(*static_cast<const std::optional<double>*>(member));
    case Entry::Type::choice:
      return val(entry.chosen(member));
    case Entry::Type::text:
      return text(*static_cast<const std::string*>(member));
    case Entry::Type::said:
      return to_js(*static_cast<const Text*>(member));
    case Entry::Type::samples:
      return to_js(*static_cast<const std::vector<double>*>(member));
    case Entry::Type::part:
      return to_js(member, *entry.shape);
    case Entry::Type::list:
      break;
  }
  return array_of(entry.list->size(member),
                  [&](std::size_t i) { return to_js(entry.list->at(member, i), *entry.shape); });
}

val to_js(const void* source, const Shape& shape) {
  val object = val::object();
  const Shape* fields = &shape;
  if (shape.is_variant()) {
    const Alternative& one = shape.kinds[shape.index(source)];
    set(object, "kind", val(one.kind.name));
    source = shape.active(source);
    fields = one.shape;
  }
  for (const Entry& entry : fields->fields) set(object, entry.name, to_js(entry.in(source), entry));
  return object;
}

val to_js(const void* first, std::size_t count, std::size_t stride, const Shape& shape) {
  return array_of(count, [&](std::size_t i) { return to_js(static_cast<const char*>(first) + i * stride, shape); });
}

val to_js(const Text& said) {
  if (said.empty()) return val::null();
  val object = val::object();
  set(object, "id", val(said.id));
  set(object, "args", array_of(said.arguments.size(), [&](std::size_t i) {
        const Argument& one = said.arguments[i];
        if (one.kind == Argument::Kind::number) return val(one.number);
        if (one.kind == Argument::Kind::name) return text(one.name);
        return array_of(one.texts.size(), [&](std::size_t k) { return to_js(one.texts[k]); });
      }));
  return object;
}

val to_js(const Value& value) {
  if (const double* number = value.number()) return val(*number);
  if (const std::string* words = value.text()) return text(*words);
  if (const bool* truth = std::get_if<bool>(&value.data)) return val(*truth);
  if (const Value::List* list = value.list())
    return array_of(list->size(), [&](std::size_t i) { return to_js((*list)[i]); });
  if (!value.object()) return val::null();
  val object = val::object();
  for (const Member& member : *value.object()) object.set(text(member.key), to_js(member.value));
  return object;
}

namespace {

val problem_to_js(const Problem& problem) {
  val object = val::object();
  set(object, "path", text(problem.path));
  set(object, "code", text(problem.code));
  set(object, "value", to_js(problem.value));
  set(object, "low", to_js(problem.low));
  set(object, "high", to_js(problem.high));
  set(object, "unit", text(problem.unit));
  set(object, "options", array_of(problem.options.size(), [&](std::size_t i) { return text(problem.options[i]); }));
  set(object, "steps", val(problem.steps));
  set(object, "most_steps", val(problem.most_steps));
  return object;
}

/// {[name]: value, problems}
val with_problems(const char* name, const val& value, const std::vector<Problem>& problems) {
  val object = val::object();
  set(object, name, value);
  set(object, "problems", array_of(problems.size(), [&](std::size_t i) { return problem_to_js(problems[i]); }));
  return object;
}

}  // namespace

val to_js(const Resolved& resolved) {
  return with_problems("experiment", to_js(resolved.experiment), resolved.problems);
}

val to_js(const Question& question) { return with_problems("value", to_js(question.value), question.problems); }

template <>
std::vector<double> from_js<std::vector<double>>(const val& source, const std::string& what) {
  constexpr double most = 1e7;  // more than any run has spikes
  const val array = val::global("Array");
  const bool view = val::global("ArrayBuffer").call<bool>("isView", source) && source["length"].isNumber();
  if (!view && !array.call<bool>("isArray", source))
    return argument<std::vector<double>>(kept_value_from(source), what);
  if (source["length"].as<double>() > most)
    throw std::invalid_argument(what + " is too long (allowed: at most 10000000 numbers).");
  // A text or an object among the numbers would silently be converted to a number.
  if (!source.call<bool>("every", val::global("Number")["isFinite"]))
    for (unsigned i = 0; i < source["length"].as<unsigned>(); ++i)
      argument<double>(kept_value_from(source[i]), what + "[" + std::to_string(i) + "]");
  return emscripten::convertJSArrayToNumberVector<double>(source);
}

}  // namespace izh::border
