// wasm/arguments.hpp: the arguments of the core's functions, from plain values.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/model/resolve.hpp"
#include "core/schema/merge.hpp"
#include "core/schema/value.hpp"

namespace izh::border {

/// A function as called from outside: its name and the names of its arguments, "experiment, window".
struct Called {
  const char* name = "";
  const char* arguments = "";

  /// "simulate: window" for argument number `index`, counted from 0.
  std::string of(std::size_t index) const;
};

/// An argument from a plain value. Throws std::invalid_argument, beginning with `what`, if the value does not fit: a
/// described struct is merged into its default, an Experiment must be valid as a whole, and a number must be finite.
template <class T>
T argument(const Value& value, const std::string& what) {
  return described_from<T>(value, what);
}

template <>
Value argument<Value>(const Value& value, const std::string& what);
template <>
Experiment argument<Experiment>(const Value& value, const std::string& what);
template <>
Window argument<Window>(const Value& value, const std::string& what);
template <>
Cell argument<Cell>(const Value& value, const std::string& what);
template <>
std::vector<Stimulus> argument<std::vector<Stimulus>>(const Value& value, const std::string& what);
template <>
double argument<double>(const Value& value, const std::string& what);
template <>
std::string argument<std::string>(const Value& value, const std::string& what);
template <>
Span argument<Span>(const Value& value, const std::string& what);
template <>
std::vector<double> argument<std::vector<double>>(const Value& value, const std::string& what);

}  // namespace izh::border
