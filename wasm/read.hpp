// wasm/read.hpp: the arguments of a call, as border.js writes them.
//
// All that crosses goes in slots of eight bytes. A value begins with its head, two words of four bytes: what it is, and
// how many of what; what follows depends on that (see `Sent`). border.js has the same list.
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
  list,        // of `count` items: (numbers, others), so many numbers and then so many values; the rest is not read
  object,      // `count` members: a text and a value each
  experiment,  // that in place `count` (given.hpp)
  stimulus,    // (place, number): one of the stimuli of that experiment, number `count` is unused
  stimuli,     // all stimuli of the experiment in place `count`
  ours,        // an experiment that was given once, to be kept again: its value
};

/// The two words of a head.
struct Head {
  std::uint32_t what, count;
};
static_assert(sizeof(Head) == sizeof(double));

/// Reads one argument after another.
class Reader {
 public:
  /// `kept` becomes the place of the experiment that had to be kept anew, if there is one.
  Reader(const double* slots, std::optional<std::size_t>& kept) : at_(slots), kept_(kept) {}

  Value value();
  /// The same, held until the next is read: what refuses it throws, and nothing is then cleaned up.
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

/// What a function of the core takes; throws, beginning with `what`, where it does not fit.
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
