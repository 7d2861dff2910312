// tests/support.hpp: Catch2, the matchers, runs in a few words, and chance that repeats itself.
#pragma once

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "core/experiment.hpp"
#include "core/recording.hpp"
#include "core/simulate.hpp"

namespace izh {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using Catch::Matchers::WithinAbs;

inline constexpr Window spikes_only{0.0, {}, 0.0, 2e5};

/// `cell` from rest under a step of `amplitude` [pA] that begins at `onset` [ms] and lasts to the end.
inline Experiment under_step(const Cell& cell, double amplitude, double onset = 10.0, double duration = 1000.0) {
  return {cell, Rest{}, {Step{amplitude, onset, {}}}, duration, Exact{}};
}

inline std::vector<double> spikes_of(const Experiment& experiment) { return simulate(experiment, spikes_only).spikes; }

inline std::vector<double> intervals(const std::vector<double>& spikes) {
  std::vector<double> result;
  for (std::size_t i = 1; i < spikes.size(); ++i) result.push_back(spikes[i] - spikes[i - 1]);
  return result;
}

/// The largest |a[i] - b[i]|, or infinity where one of them is longer or not a number.
inline double largest_difference(const std::vector<double>& a, const std::vector<double>& b) {
  if (a.size() != b.size()) return std::numeric_limits<double>::infinity();
  double largest = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double difference = std::fabs(a[i] - b[i]);
    if (!(difference <= largest)) largest = difference >= 0 ? difference : std::numeric_limits<double>::infinity();
  }
  return largest;
}

inline std::vector<double> plus(std::vector<double> values, double shift) {
  for (double& value : values) value += shift;
  return values;
}

inline std::vector<double> times(std::vector<double> values, double factor) {
  for (double& value : values) value *= factor;
  return values;
}

inline bool all_finite(const std::vector<double>& values) {
  return std::all_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
}

inline bool all_finite(const Recording& recording) {
  return all_finite(recording.time) && all_finite(recording.v) && all_finite(recording.u) &&
         all_finite(recording.current) && all_finite(recording.spikes) && all_finite(recording.spike_v) &&
         all_finite(recording.spike_u);
}

/// splitmix64 (Vigna 2015): a seed repeats its numbers on every machine, which <random>'s distributions do not.
class Chance {
 public:
  explicit Chance(std::uint64_t seed) : state_(seed) {}

  std::uint64_t bits() {
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }

  /// At least `low`, below `high`.
  double between(double low, double high) { return low + (high - low) * (static_cast<double>(bits() >> 11) * 0x1p-53); }

  /// Between two positive numbers, every order of magnitude alike.
  double magnitude(double low, double high) { return std::exp(between(std::log(low), std::log(high))); }

  /// 0 ... count - 1.
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(bits() % count); }

 private:
  std::uint64_t state_;
};

}  // namespace izh
