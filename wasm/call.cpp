// wasm/call.cpp: what the module exports, for border.js: the functions that bound.hpp lists, called by number.
#include <array>
#include <cstdlib>
#include <exception>
#include <tuple>
#include <type_traits>
#include <typeinfo>
#include <utility>
#include <vector>

#include "wasm/bound.hpp"
#include "wasm/read.hpp"
#include "wasm/write.hpp"

// An exception of the core (always a programmer's error) unwinds no C++ frame: JavaScript throws an Error with the same
// message instead. So anything large is held where the end of the call can free it.
extern "C" [[noreturn]] void refused(const char* message) __attribute__((import_module("env"), import_name("refused")));

namespace izh::border {

namespace {

/// What a call has allocated, to be freed when it ends.
struct Held {
  void* object;
  void (*destroy)(void* object);
};
std::vector<Held> held;

template <class T>
const T& hold(T&& value) {
  const T* object = new T(std::move(value));
  held.push_back({const_cast<T*>(object), [](void* one) { delete static_cast<T*>(one); }});
  return *object;
}

template <class T>
const T& taken(Reader& from, Called as, std::size_t index) {
  return hold(read<T>(from, as.of(index)));
}

template <auto function>
struct Exposed;

template <class R, class... A, R (*function)(A...)>
struct Exposed<function> {
  template <std::size_t... i>
  static void call(Reader& from, Writer& to, Called as, std::index_sequence<i...>) {
    // Braces, so that the arguments are read in order.
    const std::tuple<const std::decay_t<A>&...> all{taken<std::decay_t<A>>(from, as, i)...};
    if constexpr (std::is_reference_v<R>)
      write(to, std::apply(function, all));
    else
      write(to, hold(std::apply(function, all)));
  }
  static void thunk(Reader& from, Writer& to, Called as) { call(from, to, as, std::index_sequence_for<A...>()); }
};

struct Function {
  Called as;
  void (*thunk)(Reader& from, Writer& to, Called as);
};

constexpr std::size_t count = [] {
  std::size_t found = 0;
  each_bound([&](const auto&) { ++found; });
  return found;
}();

constexpr std::array<Function, count> functions = [] {
  std::array<Function, count> all{};
  std::size_t at = 0;
  each_bound([&]<auto function>(const Bound<function>& bound) {
    all[at++] = {{bound.name, bound.arguments}, Exposed<function>::thunk};
  });
  return all;
}();

std::vector<double> arguments;
Writer answer;
std::optional<std::size_t> kept;

}  // namespace

}  // namespace izh::border

using namespace izh;
using namespace izh::border;

extern "C" {

/// {name, arguments, ...} of function number `index`; null after the last.
[[gnu::used]] const Function* bound_function(std::size_t index) { return index < count ? &functions[index] : nullptr; }

/// The names of a shape's fields, preceded by their number.
[[gnu::used]] const void* field_names(const Shape* shape) {
  static std::vector<std::uintptr_t> names;
  names = {shape->fields.size()};
  for (const Entry& entry : shape->fields) names.push_back(reinterpret_cast<std::uintptr_t>(entry.name));
  return names.data();
}

/// Begins a call, or makes more room for its arguments, which are kept: at least `slots` slots.
[[gnu::used]] double* room(std::size_t slots) {
  if (arguments.size() < slots) arguments.resize(slots);
  return arguments.data();
}

/// Calls function number `index` with the arguments written there; returns the answer.
[[gnu::used]] const double* call(std::size_t index) {
  kept.reset();
  answer.begin();
  Reader from(arguments.data(), kept);
  functions[index].thunk(from, answer, functions[index].as);
  return answer.slots().data();
}

/// One more than the place of the argument experiment that was kept again; 0 if none was.
[[gnu::used]] std::size_t kept_anew() { return kept ? *kept + 1 : 0; }

/// Ends a call: nothing that it allocated is needed any longer.
[[gnu::used]] void end() {
  for (const Held& one : held) one.destroy(one.object);
  held.clear();
  kept.reset();
  constexpr std::size_t ample = 1 << 17;
  if (arguments.size() > ample) std::vector<double>(ample).swap(arguments);
}

// --- throwing, in place of the C++ library's ---

[[gnu::used]] void* __cxa_allocate_exception(std::size_t size) noexcept { return std::malloc(size); }

[[gnu::used]] void __cxa_throw(void* thrown, std::type_info*, void* (*)(void*)) {
  held.push_back({thrown, [](void* object) {
                    static_cast<std::exception*>(object)->~exception();
                    std::free(object);
                  }});
  refused(static_cast<std::exception*>(thrown)->what());
}
}
