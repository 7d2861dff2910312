// core/sweep/onset_decades.hpp: the periods of trains over the decades of current nearest to an onset.
#pragma once

#include <vector>

namespace izh {

/// The distances above an onset at which its rates are shown: three per decade, from 1e-6 to 100 pA.
constexpr double nearest = 1e-6;
constexpr int per_decade = 3, shown_decades = 8;

/// The slope of y against x by least squares.
double slope(const std::vector<double>& x, const std::vector<double>& y);

/// 10^exponent, for a whole exponent below 0: the double nearest to the decimal number.
double power_of_ten(double exponent);

/// The two lowest decades for which every distance was found, all with equally many spikes per cycle. The nearest are
/// used; those farther off, up to 1e-4 pA, only if the nearest took too long.
struct Lowest {
  /// From the distances [pA, ascending], spikes per cycle, cycles per second and spikes per second [Hz].
  Lowest(const std::vector<double>& distance, const std::vector<double>& cycle, const std::vector<double>& cycle_rate,
         const std::vector<double>& rate);

  bool complete = false;
  double decade = 0;  // log10 of the nearest distance
  std::vector<double> log_distance, inverse_root, log_rate, period;
  double near = 0, far = 0;  // ms that the nearest decade and the next farther one add to the period

  /// The range of distances [pA] found: up to two decades above the nearest, and `nearer` decades below it.
  double from() const { return power_of_ten(decade + 2); }
  double to(int nearer = 0) const { return power_of_ten(decade - nearer); }
};

/// What the decades add to the period; up to two more of them, nearer than those shown, as far as they are found.
struct Decades {
  std::vector<double> added;  // ms, the farthest decade first
  double period = 0;          // ms, at the nearest distance

  double last() const { return added[added.size() - 1]; }
  double before() const { return added[added.size() - 2]; }
  int closer() const { return static_cast<int>(added.size()) - 2; }
};

/// Whether two decades add the same, to within a tenth; false if `other` adds nothing.
bool agree(double one, double other);

}  // namespace izh
