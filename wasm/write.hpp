// wasm/write.hpp: the answer to a call, as border.js reads it: in slots, as read.hpp says.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/ask/questions.hpp"
#include "core/model/resolve.hpp"
#include "core/schema/field.hpp"
#include "core/schema/shape.hpp"
#include "core/schema/text.hpp"
#include "core/schema/value.hpp"

namespace izh::border {

/// What JavaScript receives, and what follows the head.
enum class Told : std::uint32_t {
  nothing,     // null
  no,          // false
  yes,         // true
  number,      // the number
  text,        // `count` bytes of UTF-8, in whole slots
  name,        // a text that never changes, at address `count`
  list,        // `count` values
  object,      // `count` members: a text and a value each
  shaped,      // a value for each field of the Shape at address `count`
  kind,        // the same after the name of its kind
  samples,     // (address, 0): `count` numbers there, valid until the next call
  experiment,  // see `experiment` below
};

class Writer {
 public:
  void begin() { slots_.clear(); }
  const std::vector<double>& slots() const { return slots_; }

  void null() { head(Told::nothing); }
  void truth(bool yes) { head(yes ? Told::yes : Told::no); }
  void number(double number);
  void text(const std::string& text);
  /// A text that lives as long as the program.
  void name(const char* name);
  void list(std::size_t count) { head(Told::list, count); }
  void object(std::size_t members) { head(Told::object, members); }
  void samples(const std::vector<double>& samples);

  void member(const void* member, const Entry& entry);
  void described(const void* source, const Shape& shape);

  /// A valid experiment, frozen with all its parts. If its stimulus was given before and is the same, it is that very
  /// list; otherwise stimuli that equal the most recently used experiment's at the same index are the same objects. The
  /// head holds the place to keep it in. Then follow (place + 1 of the one with that list, or 0, and of the most
  /// recently used); if there is no such list, a list of the stimuli, each a value or, if known, nothing; and the rest
  /// as `shaped`, without the stimuli.
  void experiment(const Experiment& experiment);

 private:
  void head(Told what, std::size_t count = 0) { words(static_cast<std::uint32_t>(what), count); }
  void words(std::size_t one, std::size_t other);

  std::vector<double> slots_;
};

void write(Writer& to, double number);
void write(Writer& to, const std::vector<double>& samples);
void write(Writer& to, const std::optional<double>& maybe);
void write(Writer& to, const Value& value);
/// {id, args: [number | {number, unit} | name | [text]]}; null for an empty text.
void write(Writer& to, const Text& said);
void write(Writer& to, const Resolved& resolved);
void write(Writer& to, const Question& question);
void write(Writer& to, const Experiment& experiment);

/// A list of `count` objects of one shape, the first at `first` and each `stride` bytes after the one before.
void write(Writer& to, const void* first, std::size_t count, std::size_t stride, const Shape& shape);

/// Any struct that describes itself, a list of them, and an optional one.
template <class T>
void write(Writer& to, const T& source) {
  to.described(&source, shape<T>());
}
template <class T>
void write(Writer& to, const std::vector<T>& source) {
  write(to, source.data(), source.size(), sizeof(T), shape<T>());
}
template <class T>
void write(Writer& to, const std::optional<T>& maybe) {
  maybe ? to.described(&*maybe, shape<T>()) : to.null();
}

}  // namespace izh::border
