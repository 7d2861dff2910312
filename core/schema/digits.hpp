// core/schema/digits.hpp: how many digits of a number are written. Three kinds of numbers, one rule each:
//
// - what a person chose, and what is counted: all its digits (`readable`);
// - what is measured of a run, `measured`: to the last decimal of its unit that says anything, as `digits` has it;
// - where something begins or ends, by a closed form or a search to 1e-6, `located`: six decimals; so are currents that
//   flow, which a person chose or which lie on a ramp, and conductances.
//
// Two numbers beside them are no values: what stands within a formula, from which its value can be worked out again
// (six significant digits), and a place on an axis of powers of ten (three).
//
// None of them has idle zeros, and what rounds to nothing is 0. A page writes numbers by the same rules, so that a
// value has the same digits in a sentence, a table and a caption; files hold every digit.
#pragma once

#include <string>

#include "core/schema/value.hpp"

namespace izh {

/// The digits of what is measured in one unit: `decimals`, and where fewer than `least` significant digits would be
/// left of a small number, those. Where `least` is 0 a small number is noise beside others of its kind: it rounds to 0.
struct Digits {
  const char* unit;
  int decimals, least;
};

/// The first is for every unit that is not named.
inline constexpr Digits digits[] = {{"", 2, 3}, {"mV", 2, 0}, {"pA", 2, 0}, {"mV/ms", 3, 0}, {"pA/ms", 3, 0}};

/// Decimals of what is located, and in which units a closed form is; one in another unit has the digits of `measured`.
inline constexpr int located_decimals = 6;
inline constexpr const char* located_units[] = {"pA", "nS"};

/// A finite `x`, measured in `unit`, as people read it; below 1e-9 it is 0.
std::string measured(double x, const std::string& unit = "");

/// A finite `x` from a closed form or a search, as people read it.
std::string located(double x);

/// The rules for JavaScript: {measured: [{unit, decimals, least}], located, located_units: [unit]}.
Value digit_tables();

}  // namespace izh
