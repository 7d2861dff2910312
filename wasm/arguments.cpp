#include "wasm/arguments.hpp"

#include <cmath>
#include <stdexcept>
#include <string_view>

namespace izh::border {

namespace {

[[noreturn]] void refused(const std::string& what, const std::string& why) {
  throw std::invalid_argument(what + " " + why);
}

std::string shown(const Value& value) {
  if (const double* number = value.number()) return readable(*number);
  if (const std::string* text = value.text()) return quoted(*text);
  if (const bool* truth = std::get_if<bool>(&value.data)) return *truth ? "true" : "false";
  return value.list() ? "a list" : value.object() ? "an object" : "missing";
}

double finite(const Value& value, const std::string& what) {
  const double* number = value.number();
  if (!number) refused(what, "= " + shown(value) + " is not a number: a number is needed.");
  if (!std::isfinite(*number)) refused(what, "= " + shown(value) + " is not a finite number.");
  return *number;
}

}  // namespace

std::string Called::of(std::size_t index) const {
  std::string_view rest = arguments;
  for (; index > 0; --index) rest.remove_prefix(rest.find(',') + 2);
  return std::string(name) + ": " + std::string(rest.substr(0, rest.find(',')));
}

template <>
Value argument<Value>(const Value& value, const std::string&) {
  return value;
}
template <>
Experiment argument<Experiment>(const Value& value, const std::string& what) {
  return experiment_from(value, what);
}
template <>
Window argument<Window>(const Value& value, const std::string& what) {
  return window_from(value, what);
}
template <>
Cell argument<Cell>(const Value& value, const std::string& what) {
  return experiment_from(Value::Object{{"cell", value}}, what).cell;
}
template <>
std::vector<Stimulus> argument<std::vector<Stimulus>>(const Value& value, const std::string& what) {
  return experiment_from(Value::Object{{"stimulus", value}}, what).stimulus;
}
template <>
double argument<double>(const Value& value, const std::string& what) {
  return finite(value, what);
}
template <>
std::string argument<std::string>(const Value& value, const std::string& what) {
  const std::string* text = value.text();
  if (!text) refused(what, "= " + shown(value) + " is not a text: a text is needed.");
  return *text;
}
template <>
Span argument<Span>(const Value& value, const std::string& what) {
  const Value *start = value.find("start"), *end = value.find("end");
  if (!start || !end) refused(what, "= " + shown(value) + " is not a span: {start, end} is needed, each a number.");
  return {finite(*start, what + ".start"), finite(*end, what + ".end")};
}
template <>
std::vector<double> argument<std::vector<double>>(const Value& value, const std::string& what) {
  const Value::List* list = value.list();
  if (!list) refused(what, "= " + shown(value) + " is not a list: an array of numbers is needed.");
  std::vector<double> numbers;
  numbers.reserve(list->size());
  for (std::size_t i = 0; i < list->size(); ++i)
    numbers.push_back(finite((*list)[i], what + "[" + std::to_string(i) + "]"));
  return numbers;
}

}  // namespace izh::border
