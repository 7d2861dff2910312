// core/solve/search.hpp: the lowest value from which on something happens.
#pragma once

#include <vector>

namespace izh {

/// The edge between `low`, where `happens` is false, and `high`, where it is true, to within `tolerance` or rounding.
/// `happens` is true at the value returned.
template <class Happens>
double bisected(double low, double high, double tolerance, Happens&& happens) {
  while (high - low > tolerance) {
    const double middle = low + (high - low) / 2;
    if (!(middle > low && middle < high)) break;
    (happens(middle) ? high : low) = middle;
  }
  return high;
}

/// The lowest edge between `low`, where `happens` is false, and `high`, where it is true, as far as `parts` equal parts
/// can tell edges apart. It may be one of the edges `known` in closed form: if `happens` is true at `near` above one of
/// them and false at `near` below, that one is returned after two tries instead of about thirty.
template <class Happens>
double lowest(double low, double high, int parts, double tolerance, Happens&& happens,
              const std::vector<double>& known = {}, double near = 0) {
  double left = low, right = high;
  for (int i = 1; i <= parts; ++i) {
    right = i == parts ? high : low + (high - low) * i / parts;
    if (i == parts || happens(right)) break;
    left = right;
  }
  for (const double edge : known)
    if (edge > left && edge <= right && happens(edge + near) && !happens(edge - near)) return edge;
  return bisected(left, right, tolerance, happens);
}

}  // namespace izh
