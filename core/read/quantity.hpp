// core/read/quantity.hpp: a number with its unit, converted to the unit of the field that it is for.
#pragma once

#include <string_view>

namespace izh {

/// What a text says about a field, or what is wrong with it.
struct ReadQuantity {
  double value = 0;       // in the field's unit; finite
  std::string_view unit;  // as written; empty if there is none, and the value is then in the field's unit
  const char* code = "";  // "not_a_number", "not_finite", "wrong_unit" (none known, or one of something else); or empty
};

/// The quantity that the plain text `text` is, for a field in `unit`: "0.07 nA", "-60 mV", "0.7nS_per_mV", "100*pF",
/// "100.0f". Where the text itself has no unit, `heading`, the unit of its column, applies. `mark` is the decimal mark.
ReadQuantity quantity_from(std::string_view text, std::string_view heading, std::string_view unit, char mark);

}  // namespace izh
