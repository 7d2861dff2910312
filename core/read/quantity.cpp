#include "core/read/quantity.hpp"

#include <cmath>

#include "core/read/number.hpp"
#include "core/read/plain_text.hpp"
#include "core/read/unit.hpp"

namespace izh {

ReadQuantity quantity_from(std::string_view text, std::string_view heading, std::string_view unit, char mark) {
  ReadQuantity result;
  const auto found = number_at(trimmed(text), mark);
  if (!found) return result.code = "not_a_number", result;
  std::string_view given = trimmed(found->rest);
  while (!given.empty() && (given.back() == '.' || given.back() == ',' || given.back() == ';')) given.remove_suffix(1);
  if (given == "f") given = "";  // 100.0f is a number in C; no unit is called f
  const bool one_over = given.substr(0, 2) == "1/" || given.substr(0, 3) == "1 /";
  if (!given.empty() && is_digit(given[0]) && !one_over) return result.code = "not_a_number", result;
  if (given.empty()) given = heading;
  result.unit = given;
  const auto its = unit_from(given), own = unit_from(unit);
  if (!given.empty() && !(its && own && alike(its->of, own->of))) return result.code = "wrong_unit", result;
  result.value = value_of(found->number, given.empty() ? 0 : its->power - own->power);
  if (!std::isfinite(result.value)) result.code = "not_finite";
  return result;
}

}  // namespace izh
