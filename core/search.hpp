// core/search.hpp: the lowest value from which on something happens.
#pragma once

#include <optional>

namespace izh {

/// The edge between `low`, where `happens` is false, and `high`, where it is true, to `tolerance` or to rounding: a
/// value at which it happens.
template <class Happens>
double bisected(double low, double high, double tolerance, Happens&& happens) {
  while (high - low > tolerance) {
    const double middle = low + (high - low) / 2;
    if (!(middle > low && middle < high)) break;
    (happens(middle) ? high : low) = middle;
  }
  return high;
}

/// The lowest edge between `low`, where `happens` is false, and `high`, where it is true, as far as `parts` even parts
/// tell them apart.
template <class Happens>
double lowest(double low, double high, int parts, double tolerance, Happens&& happens) {
  double left = low;
  for (int i = 1; i < parts; ++i) {
    const double right = low + (high - low) * i / parts;
    if (happens(right)) return bisected(left, right, tolerance, happens);
    left = right;
  }
  return bisected(left, high, tolerance, happens);
}

}  // namespace izh
