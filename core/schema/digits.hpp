// core/schema/digits.hpp: how many digits of a number are written. There are three kinds of numbers, with one rule
// each:
//
// - chosen by a person, or counted: all digits (`readable`);
// - measured in a run: to the last meaningful decimal of the unit, by the table `digits`;
// - a boundary from a closed form or a search to 1e-6 (located): six decimals; likewise currents that flow, whether
//   chosen or on a ramp, and conductances.
//
// Where a sentence compares a current with a boundary, all three numbers have as many decimals as the difference needs
// to show two digits (`compared`): 51.4 is 0.029 below 51.429. They are the panel's numbers, rounded.
//
// Two more are not values: a number within a formula, from which its value can be worked out again (six significant
// digits), and a position on a logarithmic axis (three).
//
// None has trailing zeros; what rounds to zero is 0, as is a measured value below 1e-9. The page writes by these rules,
// so that a value has the same digits in a sentence, a table and a caption; files hold every digit.
#pragma once

#include <string_view>

#include "core/schema/value.hpp"

namespace izh {

/// The digits of values measured in one unit: `decimals`, but for a small number at least `least` significant digits.
/// Where `least` is 0, a small number is noise beside others of its kind and rounds to 0.
struct Digits {
  const char* unit;
  int decimals, least;
};

/// The first is for every unit not listed.
inline constexpr Digits digits[] = {{"", 2, 3}, {"mV", 2, 0}, {"pA", 2, 0}, {"mV/ms", 3, 1}, {"pA/ms", 3, 1}};

constexpr const Digits& digits_of(std::string_view unit) {
  for (const Digits& rule : digits)
    if (rule.unit == unit) return rule;
  return digits[0];
}

/// Whether two values measured in `unit` that are `difference` apart are written alike, as a rule: they differ by less
/// than half of the last decimal. Such a difference is not worth a mention.
constexpr bool slight(double difference, std::string_view unit) {
  double half = 0.5;
  for (int i = 0; i < digits_of(unit).decimals; ++i) half /= 10;
  return (difference < 0 ? -difference : difference) < half;
}

/// Decimals of located values, and the units in which closed forms count as located; those in other units have the
/// digits of measured values.
inline constexpr int located_decimals = 6;
inline constexpr const char* located_units[] = {"pA", "nS"};

/// `x`, rounded to the decimals in which a difference of `by` shows two digits: at least 2, at most `located_decimals`.
double compared(double x, double by);

/// The rules for JavaScript: {measured: [{unit, decimals, least}], located, located_units: [unit]}.
Value digit_tables();

}  // namespace izh
