// core/repeats.hpp: whether the state after a spike repeats, so that all later spikes follow from those so far.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>

namespace izh {

/// Watches the states after the spikes of a train under a steady current. As v is c after each, the recovery variable
/// says all, and a value that returns after p spikes makes the train p-periodic.
///
/// Values that approach a cycle do so geometrically, and where the ratio is near 1 they differ little from one cycle to
/// the next long before they have arrived. So what is judged is how far they have yet to go, by the ratio of the last
/// two differences, and what that does to the spikes to come.
class CycleWatch {
 public:
  static constexpr std::size_t longest = 15;  // spikes in a cycle
  /// What the spikes that follow from a cycle may be off by [ms], as far as this can tell; a third of what is promised.
  static constexpr double allowed = 3e-9;

  /// Notes the recovery variable after a spike at `time` + `time_low`; `scale` is the size of which it is known to the
  /// last bits, and `left` the time for which the train goes on [ms]. The spikes per cycle, or 0 while none is certain.
  std::size_t add(double value, double time, double time_low, double scale, double left) {
    past_[count_++ % size] = {value, time, time_low};
    for (std::size_t p = 1; p <= longest && 2 * p < count_; ++p) {
      const double change = std::fabs(ago(0).value - ago(p).value);
      // One that is near to repeating is waited for, or else a multiple of it would seem to repeat before it does.
      if (change <= 100 * tolerance * scale) return repeats(p, change, scale, left) ? p : 0;
    }
    return 0;
  }

  /// The length [ms] of the last p intervals.
  double period(std::size_t p) const { return span(0, p); }

 private:
  struct Past {
    double value, time, time_low;
  };
  static constexpr std::size_t size = 32;  // more than twice the longest cycle
  static constexpr double tolerance = 1e-13;
  static constexpr double noise = 4e-15;  // differences that rounding alone makes

  bool repeats(std::size_t p, double change, double scale, double left) const {
    double ahead =
        1;  // the way still to go over the last change: r + r² + ..., with r the ratio of the last two changes
    if (change > noise * scale) {
      const double before = std::fabs(ago(p).value - ago(2 * p).value);
      if (!(change < before)) return false;
      ahead = std::fmax(1, change / (before - change));
    }
    const double period = span(0, p), drift = std::fabs(period - span(p, p));
    return change * ahead <= tolerance * scale && drift * ahead * (left / period + 1) <= allowed;
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
