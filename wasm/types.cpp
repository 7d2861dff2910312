// wasm/types.cpp: writes the types of everything that crosses the border for tsc: the structs that describe themselves,
// the names of their choices, and the functions that bound.hpp lists. The page's build keeps them beside the module, as
// core.d.ts.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "core/schema/shape.hpp"
#include "wasm/bound.hpp"
#include "wasm/value_type.hpp"

namespace izh {

namespace {

/// What the compiler calls T, or the enumerator e: "izh::Recording", "izh::End::finished", "(izh::End)7".
template <class T>
constexpr std::string_view spelled() {
  const std::string_view all = __PRETTY_FUNCTION__;
  const std::size_t from = all.find("T = ") + 4;
  return all.substr(from, all.find_first_of(";]", from) - from);
}
template <auto e>
constexpr std::string_view spelled() {
  const std::string_view all = __PRETTY_FUNCTION__;
  const std::size_t from = all.find("e = ") + 4;
  return all.substr(from, all.find_first_of(";]", from) - from);
}

/// The name of T in JavaScript: as in C++, except for aliases, which compilers do not keep, and names that the browser
/// already uses.
template <class T>
inline constexpr std::string_view called = spelled<T>().substr(spelled<T>().rfind(':') + 1);
template <>
inline constexpr std::string_view called<Initial> = "Initial";
template <>
inline constexpr std::string_view called<Solver> = "Solver";
template <>
inline constexpr std::string_view called<Stimulus> = "Stimulus";
template <>
inline constexpr std::string_view called<Window> = "SampleWindow";

/// Arguments that must be complete; in others, missing members take their defaults.
template <class T>
inline constexpr bool given_whole = std::is_same_v<T, Experiment> || std::is_same_v<T, Cell> || std::is_same_v<T, Span>;

template <class T>
struct Inner {};
template <class T>
struct Inner<std::optional<T>> {
  using Maybe = T;
};
template <class T>
struct Inner<std::vector<T>> {
  using Element = T;
};
template <class T>
concept Optional = requires {
  typename Inner<T>::Maybe;
};
template <class T>
concept Vector = requires {
  typename Inner<T>::Element;
};

std::string quoted_name(std::string_view name) { return "'" + std::string(name) + "'"; }

/// The names of all enumerators of E, as a union.
template <class E, std::size_t... i>
std::string names_of(std::index_sequence<i...>) {
  std::string all;
  const auto add = [&]<auto e>() {
    if (spelled<e>()[0] != '(') all += (all.empty() ? "" : " | ") + quoted_name(names(e));
  };
  (add.template operator()<static_cast<E>(i)>(), ...);
  return all;
}

/// Writes types in the order in which they are needed, each once.
class Types {
 public:
  /// What TypeScript calls a T; declares it first if it has a name.
  template <class T>
  std::string of() {
    if constexpr (std::is_same_v<T, double>)
      return "number";
    else if constexpr (std::is_same_v<T, std::string>)
      return "string";
    else if constexpr (std::is_same_v<T, std::vector<double>>)
      return "Float64Array";
    else if constexpr (std::is_same_v<T, Value>)
      return "Value";
    else if constexpr (std::is_same_v<T, Text>)
      return "Said";
    else if constexpr (std::is_same_v<T, Resolved>)
      return "{experiment: " + of<Experiment>() + "; problems: Problem[]}";
    else if constexpr (std::is_same_v<T, Question>)
      return "{value: Asked[Name]; problems: Problem[]}";
    else if constexpr (Optional<T>)
      return of<typename Inner<T>::Maybe>() + " | null";
    else if constexpr (Vector<T>)
      return of<typename Inner<T>::Element>() + "[]";
    else
      return named<T>();
  }

  /// The same for an argument, which may have fewer members than a result.
  template <class T>
  std::string taken() {
    if constexpr (std::is_same_v<T, std::vector<double>>)
      return "Float64Array | number[]";
    else if constexpr (std::is_same_v<T, double> || std::is_same_v<T, std::string> || std::is_same_v<T, Value> ||
                       Vector<T> || given_whole<T>)
      return of<T>();
    else
      return "Partial<" + of<T>() + ">";
  }

  /// Declares the type of a constant plain value.
  std::string of(const std::string& name, const Value& constant) {
    ValueTypes values;
    const std::string type = values.of(constant);
    for (const auto& [part, its] : values.named()) declare(part, its);
    declare(name, type);
    return name;
  }

  void declare(std::string_view name, const std::string& type) {
    std::printf(type[0] == '\n' ? "type %.*s =%s;\n" : "type %.*s = %s;\n", static_cast<int>(name.size()), name.data(),
                type.c_str());
  }

 private:
  template <class T>
  std::string named() {
    static const bool written = [this] {
      declare(called<T>, defined<T>());
      return true;
    }();
    static_cast<void>(written);
    return std::string(called<T>);
  }

  template <class T>
  std::string defined() {
    if constexpr (std::is_enum_v<T>)
      return names_of<T>(std::make_index_sequence<64>());
    else if constexpr (detail::is_variant<T>)
      return alternatives(static_cast<const T*>(nullptr));
    else
      return "{" + members<T>("\n  ") + "\n}";
  }

  template <class... A>
  std::string alternatives(const std::variant<A...>*) {
    std::string all;
    ((all += "\n  | {kind: " + quoted_name(kind<A>.name) + ";" + members<A>("\n      ") + "}"), ...);
    return all;
  }

  /// Each on a line of its own, which begins with `line`.
  template <class T>
  std::string members(const std::string& line) {
    std::string all;
    for_each_field<T>([&](const auto& field) {
      all += described(unit_of(field), line) + line + field.name + ": " + type_of(field) + ";";
    });
    return all;
  }

  template <class T, class M>
  std::string type_of(const Number<T, M>&) {
    return of<M>();
  }
  template <class T, class E>
  std::string type_of(const Choice<T, E>&) {
    return of<E>();
  }
  template <class T>
  std::string type_of(const Words<T>&) {
    return "string";
  }
  template <class T>
  std::string type_of(const Said<T>&) {
    return "Said";
  }
  template <class T, class M>
  std::string type_of(const Part<T, M>&) {
    return of<M>();
  }
  template <class T, class E>
  std::string type_of(const List<T, E>&) {
    return of<std::vector<E>>();
  }
  template <class T>
  std::string type_of(const Samples<T>&) {
    return "Float64Array";
  }

  /// The unit of a member: "[ms]".
  template <class Field>
  static std::string unit_of(const Field& field) {
    if constexpr (requires { field.unit; }) return *field.unit ? "[" + std::string(field.unit) + "]" : "";
    return "";
  }
  static std::string described(const std::string& text, const std::string& line) {
    return text.empty() ? "" : line + "/** " + text + " */";
  }
};

/// The names in "experiment, window"; ends the program if there are not `count` of them.
std::vector<std::string> argument_names(std::string_view arguments, std::size_t count, const char* function) {
  std::vector<std::string> names;
  while (!arguments.empty()) {
    const std::size_t end = std::min(arguments.find(", "), arguments.size());
    names.emplace_back(arguments.substr(0, end));
    arguments.remove_prefix(std::min(end + 2, arguments.size()));
  }
  if (names.size() == count) return names;
  std::fprintf(stderr, "bound.hpp: %s takes %d arguments, of which %d have names\n", function, static_cast<int>(count),
               static_cast<int>(names.size()));
  std::exit(1);
}

std::string capital(std::string name) {
  if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name;
}

/// "simulate(experiment: Experiment, window: Partial<SampleWindow>): Recording"
template <auto function>
struct Signature;
template <class R, class... A, R (*function)(A...)>
struct Signature<function> {
  static std::string of(const Bound<function>& bound, Types& types) {
    return of(bound, types, std::index_sequence_for<A...>());
  }

  template <std::size_t... i>
  static std::string of(const Bound<function>& bound, Types& types, std::index_sequence<i...>) {
    const std::vector<std::string> names = argument_names(bound.arguments, sizeof...(A), bound.name);
    std::string all = bound.name;
    if constexpr (std::is_same_v<R, Question>) all += "<Name extends keyof Asked>";
    all += "(";
    const auto add = [&](std::size_t index, const std::string& type) {
      const bool asked = std::is_same_v<R, Question> && names[index] == "name";
      all += (index ? ", " : "") + names[index] + ": " + (asked ? "Name" : type);
    };
    (add(i, types.taken<std::decay_t<A>>()), ...);
    all += "): ";
    if constexpr (std::is_same_v<R, Value> && sizeof...(A) == 0)
      return all + types.of(capital(bound.name), function());
    else
      return all + types.of<std::decay_t<R>>();
  }
};

void write() {
  std::puts(
      "// What crosses the border between JavaScript and the core. Written by wasm/types.cpp; not to be edited.\n");
  Types types;
  std::puts("/** What JSON can say. */");
  types.declare("Value", "null | boolean | number | string | Value[] | {[key: string]: Value | undefined}");
  std::puts("/** What the core says: a text by its id, and what fills its slots; null: nothing. */");
  types.declare("Said", "{id: string; args: (number | {number: number; unit: string} | string | Said[])[]} | null");
  std::puts("/** What is wrong with one value that a person gave. */");
  types.declare("Problem",
                "{\n  /** \"cell.C\", \"stimulus.0.amplitude\" */\n  path: string;\n  code: string;\n  value: Value;\n"
                "  low: number | null;\n  high: number | null;\n  unit: string;\n"
                "  /** What a choice or a kind may be. */\n  options: string[];\n"
                "  /** Of the method: how many it would take, where that is more than it may. */\n  steps: number;\n"
                "  most_steps: number;\n}");

  std::string asked;
  std::apply(
      [&]<class... T>(const Asked<T>&... one) {
        ((asked += "\n  " + std::string(one.name) + ": " + types.of<T>() + ";"), ...);
      },
      questions);
  std::puts("/** What `resolve_question` is asked about. */");
  types.declare("Asked", "{" + asked + "\n}");

  std::string functions;
  each_bound([&]<auto function>(const Bound<function>& bound) {
    functions += "\n  " + Signature<function>::of(bound, types) + ";";
  });
  types.declare("Engine", "{" + functions + "\n}");
}

}  // namespace

}  // namespace izh

int main() { izh::write(); }
