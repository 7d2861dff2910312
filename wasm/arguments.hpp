// wasm/arguments.hpp: what a function of the core takes, from plain values.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "core/model/resolve.hpp"
#include "core/schema/merge.hpp"
#include "core/schema/value.hpp"

namespace izh::border {

/// A function as it is called from outside: its name and those of its arguments, "experiment, window".
struct Called {
  const char* name = "";
  const char* arguments = "";

  /// "simulate: window", for argument number `index` from 0 on.
  std::string of(std::size_t index) const;
};

/// An argument from a plain value. Throws std::invalid_argument, beginning with `what`, where it does not fit: any
/// described struct is laid over its default, an Experiment must be valid as a whole, a number finite.
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
