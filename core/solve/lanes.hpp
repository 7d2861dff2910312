// core/solve/lanes.hpp: several doubles side by side, in vector registers where the machine has them.
//
// Uses the vector extensions of g++ and clang; where a machine has no such registers, the same source becomes scalar
// code.
// A comparison of vectors is never used as a condition: g++ 12 rejects that in templates.
#pragma once

#include <cstdint>

#include "core/solve/taylor.hpp"

namespace izh::taylor {

/// W values of T in one vector.
template <class T, int W>
struct Vector {
  typedef T type __attribute__((vector_size(W * sizeof(T))));
};

/// A yes or no for each lane: all bits set, or none.
template <int W>
struct Mask {
  using Bits = typename Vector<std::int64_t, W>::type;
  Bits bits;

  bool operator[](int lane) const { return bits[lane] != 0; }
  friend Mask operator|(const Mask& x, const Mask& y) { return {x.bits | y.bits}; }
  friend Mask operator&(const Mask& x, const Mask& y) { return {x.bits & y.bits}; }
  Mask operator!() const { return {~bits}; }
};

template <int W>
bool any(const Mask<W>& mask) {
  std::int64_t sum = 0;
  for (int lane = 0; lane < W; ++lane) sum |= mask.bits[lane];
  return sum != 0;
}

template <int W>
struct Lanes {
  using Numbers = typename Vector<double, W>::type;
  using Bits = typename Mask<W>::Bits;
  Numbers x;

  Lanes() = default;
  Lanes(const Numbers& numbers) : x(numbers) {}

  double operator[](int lane) const { return x[lane]; }
  void set(int lane, double value) { x[lane] = value; }

  Lanes operator-() const { return {-x}; }
  friend Lanes operator+(const Lanes& a, const Lanes& b) { return {a.x + b.x}; }
  friend Lanes operator-(const Lanes& a, const Lanes& b) { return {a.x - b.x}; }
  friend Lanes operator*(const Lanes& a, const Lanes& b) { return {a.x * b.x}; }
  friend Lanes operator/(const Lanes& a, const Lanes& b) { return {a.x / b.x}; }
  friend Lanes operator*(double a, const Lanes& b) { return {a * b.x}; }
  friend Lanes operator*(const Lanes& a, double b) { return {a.x * b}; }

  friend Mask<W> operator<(const Lanes& a, const Lanes& b) { return {(Bits)(a.x < b.x)}; }
  friend Mask<W> operator>(const Lanes& a, const Lanes& b) { return {(Bits)(a.x > b.x)}; }
  friend Mask<W> operator>=(const Lanes& a, const Lanes& b) { return {(Bits)(a.x >= b.x)}; }
  friend Mask<W> operator==(const Lanes& a, const Lanes& b) { return {(Bits)(a.x == b.x)}; }

  /// a where the mask is set, b elsewhere.
  friend Lanes select(const Mask<W>& mask, const Lanes& a, const Lanes& b) {
    return {(Numbers)((mask.bits & (Bits)a.x) | (~mask.bits & (Bits)b.x))};
  }
};

// The same as std::fabs, std::max and std::min, including for NaN and signed zeros.
template <int W>
Lanes<W> magnitude(const Lanes<W>& x) {
  using Bits = typename Mask<W>::Bits;
  return {(typename Lanes<W>::Numbers)((Bits)x.x & ~((Bits)(-typename Lanes<W>::Numbers{})))};
}
template <int W>
Lanes<W> larger(const Lanes<W>& x, const Lanes<W>& y) {
  return select(x < y, y, x);
}
template <int W>
Lanes<W> smaller(const Lanes<W>& x, const Lanes<W>& y) {
  return select(y < x, y, x);
}
template <int n, int W>
Lanes<W> root(const Lanes<W>& x) {
  Lanes<W> result;
  for (int lane = 0; lane < W; ++lane) result.set(lane, root<n>(x[lane]));
  return result;
}

}  // namespace izh::taylor
