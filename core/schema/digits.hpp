// core/schema/digits.hpp: how many digits of a number are written. There are three kinds of numbers, with one rule
// each:
//
// - chosen by a person, or counted: all digits (`readable`);
// - measured in a run: to the last meaningful decimal of the unit, by the table `digits`;
// - a boundary from a closed form or a search to 1e-6 (located): six decimals; likewise currents that flow, whether
//   chosen or on a ramp, and conductances.
//
// Two more are not values: a number within a formula, from which its value can be worked out again (six significant
// digits), and a position on a logarithmic axis (three).
//
// None has trailing zeros; what rounds to zero is 0, as is a measured value below 1e-9. The page writes by these rules,
// so that a value has the same digits in a sentence, a table and a caption; files hold every digit.
#pragma once

#include "core/schema/value.hpp"

namespace izh {

/// The digits of values measured in one unit: `decimals`, but for a small number at least `least` significant digits.
/// Where `least` is 0, a small number is noise beside others of its kind and rounds to 0.
struct Digits {
  const char* unit;
  int decimals, least;
};

/// The first is for every unit not listed.
inline constexpr Digits digits[] = {{"", 2, 3}, {"mV", 2, 0}, {"pA", 2, 0}, {"mV/ms", 3, 0}, {"pA/ms", 3, 0}};

/// Decimals of located values, and the units in which closed forms count as located; those in other units have the
/// digits of measured values.
inline constexpr int located_decimals = 6;
inline constexpr const char* located_units[] = {"pA", "nS"};

/// The rules for JavaScript: {measured: [{unit, decimals, least}], located, located_units: [unit]}.
Value digit_tables();

}  // namespace izh
