#include "core/schema/problem.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <stdexcept>

namespace izh {

std::string with_unit(double x, const std::string& unit) { return readable(x) + (unit.empty() ? "" : " " + unit); }

std::string quoted(const std::string& text) {
  std::size_t end = std::min<std::size_t>(text.size(), 40);
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;  // keep characters whole
  return '"' + text.substr(0, end) + (end < text.size() ? "...\"" : "\"");
}

std::string allowed(std::optional<double> low, std::optional<double> high, const std::string& unit) {
  if (!low || !high) return "any finite number";
  return readable(*low) + " to " + with_unit(*high, unit);
}

namespace {

/// "stimulus.0.amplitude" in words: "stimulus 1, amplitude"; for other paths the last name is enough.
std::string spoken(const std::string& path) {
  const std::size_t dot = path.rfind('.');
  const std::string last = dot == std::string::npos ? path : path.substr(dot + 1);
  if (path.rfind("stimulus.", 0) == 0) {
    const int index = std::atoi(path.c_str() + 9);
    const std::string item = "stimulus " + std::to_string(index + 1);
    return path.find('.', 9) == std::string::npos ? item : item + ", " + last;
  }
  if (path.rfind("initial.", 0) == 0) return "initial " + last;
  return last.empty() ? "experiment" : last;
}

std::string shown(const Value& value, const std::string& unit) {
  if (const double* number = value.number())
    return std::isfinite(*number) ? with_unit(*number, unit) : readable(*number);
  if (const std::string* text = value.text()) return quoted(*text);
  if (const bool* truth = std::get_if<bool>(&value.data)) return *truth ? "true" : "false";
  return value.is_null() ? "null" : value.list() ? "a list" : "an object";
}

std::string listing(const std::vector<std::string>& options) {
  std::string all;
  for (const std::string& option : options) all += (all.empty() ? "" : ", ") + option;
  return all;
}

/// The path of the field or list item that a kind belongs to.
std::string without_kind(const std::string& path) {
  const std::size_t end = path.size() - std::min<std::size_t>(path.size(), 5);
  return path.substr(end) == ".kind" ? path.substr(0, end) : path;
}

}  // namespace

std::string in_english(const Problem& problem) {
  const auto& [path, code, value, low, high, unit, options, steps, most_steps] = problem;
  const std::string name = spoken(without_kind(path)), is = name + " = " + shown(value, "");
  const std::string its = name + " = " + shown(value, unit), within = " (allowed: " + allowed(low, high, unit) + ").";
  const std::string one_of = " (allowed: " + listing(options) + ").";
  const std::string without_end = ", or the cell would fire without end at one instant.";
  if (code == "empty") return name + " needs a number" + within;
  if (code == "not_a_number") return is + " is not a number" + within;
  if (code == "not_finite")  // `tell` has turned the number into its name
    return name + " = " + (value.text() ? *value.text() : shown(value, "")) + " is not a finite number" + within;
  if (code == "out_of_range") return its + " is out of range" + within;
  if (code == "not_whole") return is + " is not a whole number" + within;
  if (code == "unknown_choice") return name + " cannot be " + shown(value, "") + one_of;
  if (code == "unknown_kind") return name + " cannot be of kind " + shown(value, "") + one_of;
  if (code == "kind_missing") return name + " has no kind.";
  if (code == "unknown_field") return "There is no field called " + path + ".";
  if (code == "not_a_text") return is + " is not a text.";
  if (code == "not_a_list") return is + " is not a list.";
  if (code == "not_an_object") return is + " is not an object.";
  if (code == "too_many")
    return name + " has " + shown(value, "") + " entries; at most " + readable(*high) + " are allowed.";
  if (code == "wrong_unit") return is + " is not in a unit that converts to " + unit + within;
  if (code == "given_twice") return name + " has two different values.";
  if (code == "no_cell") return "There is no cell in this text.";
  if (code == "too_long") return name + " is too long (allowed: at most " + readable(*high) + " bytes).";
  if (code == "reversed") return "to lies before from.";
  if (code == "empty_range" || code == "reversed_range") {
    const std::string why = code == "empty_range" ? ": the range is empty." : ": the range is reversed.";
    return high ? is + " must be below to = " + readable(*high) + why
                : is + " must be above from = " + readable(*low) + why;
  }
  if (code == "peak_not_above_reset") return its + " must be above c = " + with_unit(*low, unit) + without_end;
  if (code == "reset_not_below_peak") return its + " must be below vpeak = " + with_unit(*high, unit) + without_end;
  if (code == "shorter_than_dt") return its + " is shorter than the time step dt = " + with_unit(*low, unit) + within;
  if (code == "longer_than_duration") return its + " is longer than the duration" + within;
  const std::string of = path == "duration" ? " of dt = " + with_unit(*low, unit) : "";
  return its + " needs " + readable(steps) + " steps" + of + "; at most " + readable(most_steps) + " are allowed" +
         within;
}

namespace {

void tell(Value& value) {
  if (const double* number = value.number(); number && !std::isfinite(*number)) value = Value(readable(*number));
  if (auto* list = std::get_if<Value::List>(&value.data))
    for (Value& one : *list) tell(one);
  if (auto* object = std::get_if<Value::Object>(&value.data))
    for (Member& member : *object) tell(member.value);
}

}  // namespace

void tell(Problems& problems) {
  for (Problem& problem : problems) tell(problem.value);
}

void refuse(const std::string& function, const Problems& problems) {
  std::string message = function + ":";
  for (const Problem& problem : problems) message.append(" ").append(in_english(problem));
  throw std::invalid_argument(message);
}

}  // namespace izh
