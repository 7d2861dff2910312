// core/solve/taylor.hpp: the Taylor series of the model in normal form, for one cell or for several side by side.
//
// T is double, or Lanes of doubles (lanes.hpp): one source means the same operations in the same order, and so the same
// bits.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <utility>

namespace izh::taylor {

// The cost per simulated second is flat from order 24 to 32 (fewer, dearer steps); 24 has the smallest code and costs
// least for short segments.
inline constexpr int order = 24;

// Relative error allowed in a step; the true error is smaller, as the step covers only part of the radius of
// convergence.
inline constexpr double epsilon = 1e-16;

inline double magnitude(double x) { return std::fabs(x); }
inline double larger(double x, double y) { return std::max(x, y); }
inline double smaller(double x, double y) { return std::min(x, y); }

/// The sum of c[n] x^n while it is built up from the highest coefficients on, as four independent sums in x⁴, so that
/// none waits for another.
template <int N, class T>
class PowerSum {
 public:
  static_assert(N % 4 == 0);

  PowerSum(const T (&c)[N + 1], const T& x)
      : x_(x), x2_(x * x), x4_(x2_ * x2_), s0_(c[N] * x4_ + c[N - 4]), s1_(c[N - 3]), s2_(c[N - 2]), s3_(c[N - 1]) {}

  /// Takes in the four coefficients from `c` on; these are c[N - 8] to begin with, then c[N - 12] and so on to c[0].
  void add(const T* c) {
    s0_ = s0_ * x4_ + c[0];
    s1_ = s1_ * x4_ + c[1];
    s2_ = s2_ * x4_ + c[2];
    s3_ = s3_ * x4_ + c[3];
  }

  T sum() const { return (s0_ + x2_ * s2_) + x_ * (s1_ + x2_ * s3_); }

 private:
  T x_, x2_, x4_, s0_, s1_, s2_, s3_;
};

/// The sum of c[n] x^n.
template <int N, class T>
[[gnu::noinline]] T evaluate(const T (&c)[N + 1], T x) {
  PowerSum<N, T> at(c, x);
  for (int n = N - 8; n >= 0; n -= 4) at.add(c + n);
  return at.sum();
}

/// -0: unlike 0, adding it changes no number, so the compiler can drop the addition.
template <class T>
inline T nothing() {
  return -T{};
}

/// Sum of z[j] z[n - j] over 0 < j < n: each product twice, the middle one once.
template <int n, class T>
inline T inner_square(const T* z) {
  T first = nothing<T>(), second = first;
  constexpr int pairs = n > 0 ? (n - 1) / 2 : 0;
  [&]<std::size_t... j>(std::index_sequence<j...>) {
    ((j % 2 ? second = second + z[j + 1] * z[n - 1 - static_cast<int>(j)]
            : first = first + z[j + 1] * z[n - 1 - static_cast<int>(j)]),
     ...);
  }
  (std::make_index_sequence<static_cast<std::size_t>(pairs)>{});
  const T sum = 2 * (first + second);
  if constexpr (n >= 2 && n % 2 == 0) return sum + z[n / 2] * z[n / 2];
  return sum;
}

template <int n, class T>
inline void next_coefficient(T* z, T* q, const T& A, const T& a, const T& force) {
  constexpr double inverse = 1.0 / (n + 1);
  if constexpr (n == 0)
    z[1] = z[0] * z[0] - q[0];
  else
    z[n + 1] = (2 * z[0] * z[n] + (inner_square<n>(z) - q[n])) * inverse;
  q[n + 1] = (A * z[n] - a * q[n] + force) * inverse;
}

/// The coefficients of z and q from z[0], q[0] and the force, which is first + second x.
template <int N, class T>
[[gnu::noinline]] void expand(T (&z)[N + 1], T (&q)[N + 1], T A, T a, T first, T second) {
  next_coefficient<0, T>(z, q, A, a, first);
  next_coefficient<1, T>(z, q, A, a, second);
  [&]<std::size_t... n>(std::index_sequence<n...>) {
    (next_coefficient<static_cast<int>(n) + 2, T>(z, q, A, a, nothing<T>()), ...);
  }
  (std::make_index_sequence<N - 2>{});
}

// Large when unrolled, so they are instantiated once for double, in taylor.cpp.
extern template double evaluate<order, double>(const double (&c)[order + 1], double x);
extern template void expand<order, double>(double (&z)[order + 1], double (&q)[order + 1], double A, double a,
                                           double first, double second);

/// x^(1/n) to within a per cent, from the bits: the exponent is nearly the logarithm, and a step length needs no more.
template <int n>
inline double root(double x) {
  constexpr std::int64_t one = 0x3FF0000000000000;
  std::int64_t bits;
  std::memcpy(&bits, &x, sizeof bits);
  bits = (bits - one) / n + one;
  std::memcpy(&x, &bits, sizeof bits);
  return x;
}

/// The longest step [ms] for which the last two terms of the series stay below `tolerance`, to within a per cent.
template <int N, class T>
inline T step_length(const T (&z)[N + 1], const T (&q)[N + 1], const T& tolerance) {
  const T last = larger(magnitude(z[N]), magnitude(q[N]));
  return smaller(root<N>(tolerance / last), root<N - 1>(tolerance / magnitude(z[N - 1])));
}

/// Adds x to a time kept as a pair of numbers, so that no rounding accumulates.
template <class T>
inline void move(T& time, T& time_low, const T& x) {
  const T low = time_low + x, sum = time + low;
  time_low = low - (sum - time);
  time = sum;
}

}  // namespace izh::taylor
