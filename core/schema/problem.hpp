// core/schema/problem.hpp: what is wrong with a value that a person entered. The page words a problem by its code; only
// errors for programmers are worded here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/schema/field.hpp"
#include "core/schema/value.hpp"

namespace izh {

/// Everything that may be wrong, by the codes that the languages use.
inline constexpr const char* problem_codes[] = {
    "empty",           "not_a_number",         "not_finite",           "out_of_range",
    "unknown_choice",  "unknown_kind",         "kind_missing",         "unknown_field",
    "not_a_text",      "not_a_list",           "not_an_object",        "too_many",
    "not_whole",       "empty_range",          "reversed_range",       "reversed",
    "shorter_than_dt", "peak_not_above_reset", "reset_not_below_peak", "longer_than_duration",
    "too_many_steps",  "wrong_unit",           "given_twice",          "no_cell",
    "too_long"};

struct Problem {
  std::string path;  // "cell.C", "stimulus.0.amplitude": the keys and indices from the experiment down
  std::string code;  // one of problem_codes
  Value value;
  std::optional<double> low, high;        // the allowed range; for two values that conflict, one end is the other value
  std::string unit = "";                  // of `value`, `low` and `high`, where the field has one
  std::vector<std::string> options = {};  // the allowed choices or kinds
  double steps = 0, most_steps = 0;       // of the method: how many it needs and how many it may take
};

using Problems = std::vector<Problem>;

/// "70 pA": a number as `readable` writes it, with its unit.
std::string with_unit(double x, const std::string& unit);

/// A text in quotes, for a message; a long one is cut short.
std::string quoted(const std::string& text);

/// "0 to 100 ms": a range as errors state it; "any finite number" if it has no ends.
std::string allowed(std::optional<double> low, std::optional<double> high, const std::string& unit);

/// A problem in English, for the error of a function called with such a value.
std::string in_english(const Problem& problem);

/// Makes the values in problems fit for JSON: NaN and infinite numbers become their names ("NaN").
void tell(Problems& problems);

/// Throws std::invalid_argument with all the problems, after `function` (which may name the argument too: "simulate:
/// window").
[[noreturn]] void refuse(const std::string& function, const Problems& problems);

}  // namespace izh
