// wasm/read.hpp: the arguments of a call, as border.js writes them.
//
// Everything crosses in slots of eight bytes. A value begins with its head, two words of four bytes: what it is, and a
// count; what follows depends on the first (see `Sent`). sender.js has the same list.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/schema/value.hpp"
#include "wasm/arguments.hpp"
#include "wasm/given.hpp"

namespace izh::border {

/// What JavaScript sends, and what follows the head.
enum class Sent : std::uint32_t {
  nothing,     // null
  no,          // false
  yes,         // true
  number,      // the number
  text,        // `count` bytes of UTF-8, in whole slots
  list,        // of `count` items: (n, m), then n numbers and m values; any further items are not sent
  object,      // `count` members: a text and a value each
  experiment,  // the one in place `count` (given.hpp)
  stimulus,    // (place, index): one of the stimuli of that experiment; `count` is unused
  stimuli,     // all stimuli of the experiment in place `count`
  ours,        // an experiment given earlier that has lost its place, to be kept again: its value
};

/// The two words of a head.
struct Head {
  std::uint32_t what, count;
};
static_assert(sizeof(Head) == sizeof(double));

/// Reads one argument after another.
class Reader {
 public:
  /// `kept` becomes the place of the experiment that had to be kept again, if any.
  Reader(const double* slots, std::optional<std::size_t>& kept) : at_(slots), kept_(kept) {}

  Value value();
  /// The same, held until the next value is read: an error about it throws, and then nothing gets cleaned up.
  const Value& held_value();
  Experiment experiment(const std::string& what);
  std::vector<Stimulus> stimuli(const std::string& what);
  /// At most ten million: more than any run has spikes.
  std::vector<double> numbers(const std::string& what);

 private:
  Head head() const { return *reinterpret_cast<const Head*>(at_); }
  Head next() {
    const Head found = head();
    ++at_;
    return found;
  }
  std::string text(std::size_t size);
  Value list(std::size_t count);

  const double* at_;
  std::optional<std::size_t>& kept_;
};

/// An argument of a core function; throws std::invalid_argument, beginning with `what`, if it does not fit.
template <class T>
T read(Reader& from, const std::string& what) {
  return argument<T>(from.held_value(), what);
}
template <>
inline Experiment read<Experiment>(Reader& from, const std::string& what) {
  return from.experiment(what);
}
template <>
inline std::vector<Stimulus> read<std::vector<Stimulus>>(Reader& from, const std::string& what) {
  return from.stimuli(what);
}
template <>
inline std::vector<double> read<std::vector<double>>(Reader& from, const std::string& what) {
  return from.numbers(what);
}

}  // namespace izh::border
