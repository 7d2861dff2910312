// core/sweep/onset_decades.hpp: the periods of trains in the decades of the distance nearest to an onset.
#pragma once

#include <vector>

namespace izh {

/// The distances above an onset at which its rates are shown: three a decade, from 1e-6 to 100 pA.
constexpr double nearest = 1e-6;
constexpr int per_decade = 3, shown_decades = 8;

/// The slope of y against x by least squares.
double slope(const std::vector<double>& x, const std::vector<double>& y);

/// 10^exponent, for a whole exponent below 0: the double that people write.
double power_of_ten(double exponent);

/// The two lowest decades of which all was found, each with a cycle of as many spikes. Of what is there, the nearest
/// count; those farther off, up to 1e-4 pA, only where the nearest took too long.
struct Lowest {
  /// By distance [pA, ascending], spikes per cycle, cycles per second and spikes per second [Hz].
  Lowest(const std::vector<double>& distance, const std::vector<double>& cycle, const std::vector<double>& cycle_rate,
         const std::vector<double>& rate);

  bool complete = false;
  double decade = 0;  // of the nearest distance
  std::vector<double> log_distance, inverse_root, log_rate, period;
  double near = 0, far = 0;  // ms that the nearest decade and the one before it add to the period

  /// The distances [pA] between which all was found: two decades above the nearest, and `nearer` below it.
  double from() const { return power_of_ten(decade + 2); }
  double to(int nearer = 0) const { return power_of_ten(decade - nearer); }
};

/// What the decades add to the period, the two nearest of them beyond what is shown, as far as they are found.
struct Decades {
  std::vector<double> added;  // ms, the farthest first
  double period = 0;          // ms, at the nearest distance

  double last() const { return added[added.size() - 1]; }
  double before() const { return added[added.size() - 2]; }
  int closer() const { return static_cast<int>(added.size()) - 2; }
};

/// Whether one decade adds as much as the other: at all, and to a tenth.
bool agree(double one, double other);

}  // namespace izh
