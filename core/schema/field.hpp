// core/schema/field.hpp: how a struct describes itself, once: names, units and ranges of its members.
//
// Validation, conversion across the border, the controls on the page and the headings of a download all read these
// tables. A new parameter is one member and one line in the table.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "core/schema/text.hpp"
#include "core/schema/value.hpp"

namespace izh {

/// The range of valid values, both ends included.
struct hard {
  double low, high;
};

/// The range that a slider spans; valid values may lie outside it.
struct usual {
  double low, high;
};

inline constexpr double unbounded = std::numeric_limits<double>::infinity();

/// A number: M is double, or std::optional<double> where having no value means something.
template <class T, class M>
struct Number {
  M T::*member;
  const char* name;
  const char* unit;
  hard valid;
  usual slider;
  const char* group = "";  // members of one group are shown together
};

/// One of a few named values: an enum in C++ and, across the border, the text `names(enumerator)`.
template <class T, class E>
struct Choice {
  E T::*member;
  const char* name;
};

/// A key, a symbol, or words that are the same in every language.
template <class T>
struct Words {
  std::string T::*member;
  const char* name;
};

/// A text that the core says.
template <class T>
struct Said {
  Text T::*member;
  const char* name;
};

/// A struct within a struct, or a std::variant of structs told apart by their `kind`.
template <class T, class M>
struct Part {
  M T::*member;
  const char* name;
};

/// A std::vector of structs, of variants or of texts.
template <class T, class E>
struct List {
  std::vector<E> T::*member;
  const char* name;
  std::size_t longest;
};

/// Many numbers in one unit; they cross the border as a Float64Array of their own.
template <class T>
struct Samples {
  std::vector<double> T::*member;
  const char* name;
  const char* unit;
};

/// One alternative of a std::variant: its name, which is the value of `kind`.
struct Kind {
  const char* name;
};

template <class T>
inline constexpr Kind kind = {};

/// How many enumerators of E, from 0 on, may be chosen from outside; 0: only the core sets it.
template <class E>
inline constexpr std::size_t choices = 0;

/// Whether a List of E may be given from outside; false: only the core fills it.
template <class E>
inline constexpr bool listed = false;

/// The table of T's members, in the order in which they are shown. Specialised beside every described struct.
template <class T>
inline constexpr int fields = 0;

// The unnamed `const char*` explains the member to readers of the table. It is never shown, so it is not stored: what a
// field is for is said in the table of each language, by the field's path.

template <class T, class M>
constexpr Number<T, M> number(M T::*member, const char* name, const char* unit, hard valid, usual slider, const char*,
                              const char* group = "") {
  return {member, name, unit, valid, slider, group};
}

/// A number that the core computes: it has no range.
template <class T, class M>
constexpr Number<T, M> result(M T::*member, const char* name, const char* unit, const char*) {
  return {member, name, unit, hard{-unbounded, unbounded}, usual{-unbounded, unbounded}};
}

template <class T, class E>
constexpr Choice<T, E> choice(E T::*member, const char* name, const char*) {
  return {member, name};
}

template <class T>
constexpr Words<T> words(std::string T::*member, const char* name, const char*) {
  return {member, name};
}

template <class T>
constexpr Said<T> said(Text T::*member, const char* name, const char*) {
  return {member, name};
}

template <class T, class M>
constexpr Part<T, M> part(M T::*member, const char* name, const char*) {
  return {member, name};
}

template <class T, class E>
constexpr List<T, E> list(std::vector<E> T::*member, const char* name, std::size_t longest, const char*) {
  return {member, name, longest};
}

template <class T>
constexpr Samples<T> samples(std::vector<double> T::*member, const char* name, const char* unit, const char*) {
  return {member, name, unit};
}

/// Calls `visit` with every entry of T's table, in order.
template <class T, class Visit>
constexpr void for_each_field(Visit&& visit) {
  std::apply([&](const auto&... entry) { (visit(entry), ...); }, fields<T>);
}

/// `x` as a person would write it: in the fewest digits that read back as the same double if 15 are enough, else in 15
/// or 16; with an exponent, and then six digits, below 1e-7 and from 1e15 on; "infinity" or "NaN" if it is not finite.
std::string readable(double x);

/// `x` rounded to `digits` significant digits (1 to 15), without trailing zeros.
std::string rounded(double x, int digits);

}  // namespace izh
