#include "core/schema/field.hpp"

#include <cmath>

namespace izh {

namespace {

/// The digits of `whole`, a natural number below 2^53, with a point before the last `decimals` of them and no trailing
/// zeros.
std::string decimal(double whole, int decimals) {
  std::string digits = std::to_string(static_cast<unsigned long long>(whole));
  if (decimals == 0) return digits;
  const auto places = static_cast<std::size_t>(decimals);
  if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
  digits.insert(digits.size() - places, 1, '.');
  digits.erase(digits.find_last_not_of('0') + 1);
  if (digits.back() == '.') digits.pop_back();
  return digits;
}

}  // namespace

std::string readable(double x) {
  if (std::isnan(x)) return "NaN";
  if (x < 0) return readable(-x).insert(0, 1, '-');
  if (x == 0) return "0";
  if (std::isinf(x)) return "infinity";
  constexpr double most = 9007199254740992.0;  // 2^53: up to here whole numbers are exact
  if (x < 1e-7 || x >= 1e15) {
    int exponent = 0;
    for (; x >= 10; x /= 10) ++exponent;
    for (; x < 1; x *= 10) --exponent;
    if (std::round(x * 1e5) >= 1e6) {  // 1e-12 may have become 9.999999999e-13 in the loop
      x /= 10;
      ++exponent;
    }
    return decimal(std::round(x * 1e5), 5) + "e" + std::to_string(exponent);
  }
  // A whole number below 2^53 divided by a power of ten up to 10^22 is the double nearest to the decimal number.
  double scale = 1, whole = x;
  int decimals = 0;
  for (; decimals <= 22; ++decimals, scale *= 10) {
    const double next = std::round(x * scale);
    if (next >= most) break;
    whole = next;
    if (whole / scale == x) return decimal(whole, decimals);
  }
  return decimal(whole, decimals - 1);
}

std::string rounded(double x, int digits) {
  if (x == 0 || !std::isfinite(x)) return readable(x);
  double most = 1;
  for (int i = 0; i < digits; ++i) most *= 10;
  // Powers of ten are exact up to 10^22; beyond, only six digits are shown, for which they are close enough.
  double up = 1, down = 1;
  while (std::fabs(x) * up < most / 10 && up < 1e300) up *= 10;
  while (std::fabs(x) / down >= most) down *= 10;
  return readable(std::round(x * up / down) / up * down);
}

}  // namespace izh
