// tests/chance.hpp: reproducible random numbers.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace izh {

/// splitmix64 (Vigna 2015): a seed gives the same numbers on every machine, unlike <random>'s distributions.
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

  /// Between two positive numbers, uniform in the logarithm.
  double magnitude(double low, double high) { return std::exp(between(std::log(low), std::log(high))); }

  /// 0 ... count - 1.
  std::size_t below(std::size_t count) { return static_cast<std::size_t>(bits() % count); }

 private:
  std::uint64_t state_;
};

}  // namespace izh
