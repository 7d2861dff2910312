// wasm/bindings.cpp: what embind binds for border.js: the functions that bound.hpp lists. Numbers alone cross by
// embind: where in memory each argument begins, and where the answer does (read.hpp, write.hpp).
#include <cxxabi.h>
#include <emscripten/bind.h>

#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "wasm/bound.hpp"
#include "wasm/read.hpp"
#include "wasm/write.hpp"

namespace izh::border {

namespace {

std::vector<double> arguments;
Writer answer;

/// What a call has allocated, for the next one to free: JavaScript copies the samples from it after the call, and what
/// the core throws unwinds no frame.
std::vector<std::unique_ptr<const void, void (*)(const void*)>> held;

void hold(const void* object, void (*destroy)(const void*)) { held.emplace_back(object, destroy); }

template <class T>
const T& hold(const T* object) {
  hold(object, [](const void* one) { delete static_cast<const T*>(one); });
  return *object;
}

template <class T>
std::uintptr_t address(const T* at) {
  return reinterpret_cast<std::uintptr_t>(at);
}

/// Argument number `index`, which begins in a slot.
template <class T>
const T& taken(std::size_t slot, Called as, std::size_t index) {
  return hold(new T(Reader(arguments.data() + slot).argument<T>(as.of(index))));
}

template <class R>
std::uintptr_t answered(const R& result) {
  answer.begin();
  write(answer, result);
  return address(answer.slots().data());
}

template <auto function>
struct Exposed;

// Instantiated for each function, so everything that does not depend on the function is elsewhere.
template <class R, class... A, R (*function)(A...)>
struct Exposed<function> {
  template <class>
  using Slot = std::size_t;

  static inline Called as;

  /// Calls the function with the arguments that begin in these slots; the address of the answer.
  static std::uintptr_t call(Slot<A>... slots) { return called(std::index_sequence_for<A...>(), slots...); }

 private:
  template <std::size_t... i>
  static std::uintptr_t called(std::index_sequence<i...>, Slot<A>... slots) {
    held.clear();
    // Braces, so that the arguments are read in order.
    const std::tuple<const std::decay_t<A>&...> all{taken<std::decay_t<A>>(slots, as, i)...};
    if constexpr (std::is_reference_v<R>)
      return answered(std::apply(function, all));
    else
      return answered(hold(new R(std::apply(function, all))));
  }
};

template <auto function>
void expose(const char* name, const char* arguments_named) {
  Exposed<function>::as = {name, arguments_named};
  emscripten::function(name, &Exposed<function>::call);
}

/// The address of room for the arguments of a call: so many slots, of which those in use keep what they hold.
std::uintptr_t room(std::size_t slots) {
  arguments.resize(slots);
  arguments.shrink_to_fit();
  return address(arguments.data());
}

/// The place in which the experiment that begins in a slot is kept from now on.
std::size_t keep(std::size_t slot) {
  held.clear();
  return keep_given(taken<Experiment>(slot, {"keep", "experiment"}, 0));
}

/// The names of the fields of the Shape at an address, with commas between them.
std::string field_names(std::uintptr_t shape) {
  std::string names;
  for (const Entry& entry : reinterpret_cast<const Shape*>(shape)->fields)
    names += (names.empty() ? "" : ",") + std::string(entry.name);
  return names;
}

/// The message of the exception at an address, which is freed.
std::string message_of(std::uintptr_t thrown) {
  auto* error = reinterpret_cast<std::exception*>(thrown);
  const std::string message = error->what();
  error->~exception();
  abi::__cxa_free_exception(error);
  return message;
}

}  // namespace

}  // namespace izh::border

EMSCRIPTEN_BINDINGS(izh) {
  using namespace izh;
  each_bound(
      []<auto function>(const Bound<function>& bound) { border::expose<function>(bound.name, bound.arguments); });
  emscripten::function("room", &border::room);
  emscripten::function("keep", &border::keep);
  emscripten::function("field_names", &border::field_names);
  emscripten::function("message_of", &border::message_of);
}
