// core/solve/repeats.hpp: whether the state after a spike repeats, so that the spikes so far determine all later ones.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

namespace izh {

/// Watches the states after the spikes of a train under a steady current. As v is c after each, the recovery variable
/// alone is the state, and a value that returns after p spikes makes the train p-periodic.
///
/// Values approach a cycle geometrically, and where the ratio is near 1 they differ little from one cycle to the next
/// long before they have arrived. So the test is how far they still have to go, from the ratio of two successive
/// differences, over one cycle and over as many as are remembered, where slow progress stands out from rounding. The
/// intervals are tested likewise, by the error they would cause in the spikes to come.
class CycleWatch {
 public:
  static constexpr std::size_t longest = 15;  // spikes in a cycle
  /// The estimated error [ms] that spikes continued from a cycle may have; a third of the error promised.
  static constexpr double allowed = 3e-9;
  /// The same relative to the time until then, since rounding allows no better; it matters only after some days of
  /// model time.
  static constexpr double allowed_share = 1e-14;

  /// Notes the recovery variable after a spike at `time` + `time_low` [ms]; `scale` is the size relative to which it is
  /// known to the last bits, and `left` is how long the train goes on [ms]. Returns the spikes per cycle, or 0 while no
  /// cycle is certain.
  std::size_t add(double value, double time, double time_low, double scale, double left) {
    past_[count_++ % size] = {value, time, time_low};
    for (std::size_t p = 1; p <= longest && 3 * p < count_; ++p) {
      // Wait for a period that almost repeats; otherwise a multiple of it would seem to repeat first.
      if (std::fabs(ago(0).value - ago(p).value) <= 100 * tolerance * scale) {
        const std::size_t cycles = std::min(std::max<std::size_t>(1, reach / p), (count_ - 1 - p) / (2 * p));
        return settled(p, p, scale, left) && settled(p, p * cycles, scale, left) ? p : 0;
      }
    }
    return 0;
  }

  /// The same from the recovery variable alone, for when only the train's fate matters: near a saddle an interval goes
  /// as the logarithm of a distance that rounding nearly destroys, so intervals may differ when nothing else does.
  std::size_t add(double value, double scale) { return add(value, static_cast<double>(count_), 0, scale, 0); }

  /// The length [ms] of the last p intervals.
  double period(std::size_t p) const { return span(0, p); }

 private:
  struct Past {
    double value, time, time_low;
  };
  static constexpr std::size_t reach = 24, size = 64;  // holds twice the reach and the longest cycle
  static constexpr double tolerance = 1e-13;           // of the scale
  static constexpr double noise = 4e-15;               // relative differences that rounding alone makes

  /// The distance still to go: the last of two successive differences times r + r² + ..., r being their ratio.
  static double ahead(double last, double before, double rounding) {
    last = std::fabs(last);
    before = std::fabs(before);
    if (last < before) return last * (last / (before - last));
    return last <= rounding ? last : std::numeric_limits<double>::infinity();
  }

  /// Whether a p-cycle has settled, judged by values `apart` spikes from one another.
  bool settled(std::size_t p, std::size_t apart, double scale, double left) const {
    const double value = ago(apart).value, period = span(apart, p);
    const double drift = ahead(ago(0).value - value, value - ago(2 * apart).value, noise * scale);
    const double late = ahead(span(0, p) - period, period - span(2 * apart, p), noise * period);
    return drift <= tolerance * scale &&
           late * (left / period + 1) <= std::max(allowed, allowed_share * (left + period));
  }

  const Past& ago(std::size_t spikes) const { return past_[(count_ - 1 - spikes) % size]; }
  double span(std::size_t ends, std::size_t p) const {
    const Past &last = ago(ends), &first = ago(ends + p);
    return (last.time - first.time) + (last.time_low - first.time_low);
  }

  std::array<Past, size> past_{};
  std::size_t count_ = 0;
};

}  // namespace izh
