// wasm/read.hpp: the arguments of a call, as border.js writes them.
//
// Everything crosses in slots of eight bytes. A value begins with its head, two words of four bytes: what it is, and a
// count; what follows depends on the first (see `Sent`). sender.js has the same list.
#pragma once

#include <cstddef>
#include <cstdint>
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
};

/// The two words of a head.
struct Head {
  std::uint32_t what, count;
};
static_assert(sizeof(Head) == sizeof(double));

/// Reads an argument of a core function.
class Reader {
 public:
  explicit Reader(const double* slots) : at_(slots) {}

  /// Throws std::invalid_argument, beginning with `what`, if it does not fit. Numbers are at most ten million: more
  /// than any run has spikes.
  template <class T>
  T argument(const std::string& what) {
    return border::argument<T>(held_value(), what);
  }

 private:
  Value value();
  /// The same, held until the next value is read: an error about it throws, and then nothing gets cleaned up.
  const Value& held_value();
  Head head() const { return *reinterpret_cast<const Head*>(at_); }
  Head next() {
    const Head found = head();
    ++at_;
    return found;
  }
  std::string text(std::size_t size);
  Value list(std::size_t count);

  const double* at_;
};

template <>
Experiment Reader::argument<Experiment>(const std::string& what);
template <>
std::vector<Stimulus> Reader::argument<std::vector<Stimulus>>(const std::string& what);
template <>
std::vector<double> Reader::argument<std::vector<double>>(const std::string& what);

}  // namespace izh::border
