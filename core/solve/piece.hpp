// core/solve/piece.hpp: one step of the Taylor solver as polynomials, and where they reach the peak.
#pragma once

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/solve/taylor.hpp"

namespace izh {

/// The solution from `time` + `time_low` on, for `length` [ms], as polynomials in the time since then.
template <int N>
struct Piece {
  double time, time_low, length;
  double z[N + 1], q[N + 1];

  /// The time [ms] from the start of the piece to the run's time `at`.
  double since(double at) const { return (at - time) - time_low; }
};

namespace taylor {

template <int N>
inline void expand(Piece<N>& piece, double A, double a, const std::pair<double, double>& force) {
  expand<N, double>(piece.z, piece.q, A, a, force.first, force.second);
}

template <int N>
inline double step_length(const Piece<N>& piece, double tolerance) {
  return step_length<N>(piece.z, piece.q, tolerance);
}

/// The first time in (0, high] at which z reaches `peak`, given z(0) < peak <= z(high). On the upstroke 1/z is nearly
/// linear in time, which gives the first guess, and z' = z² - q is nearly z peak - q, which gives the iteration (exact
/// for constant q); the bracket guards both.
template <int N>
[[gnu::noinline]] double crossing(const Piece<N>& piece, double peak, double high) {
  double low = 0;
  const double z0 = piece.z[0], z1 = evaluate<N>(piece.z, high);
  double x = z0 > 0 ? high * (1 / z0 - 1 / peak) / (1 / z0 - 1 / z1) : high / 2;
  double width = high;
  for (int round = 1; round <= 200; ++round) {
    if (!(x > low && x < high)) x = low + (high - low) / 2;
    const double z = evaluate<N>(piece.z, x), q = evaluate<N>(piece.q, x);
    (z < peak ? low : high) = x;
    double next = x + (peak - z) / (z * peak - q);
    if (round % 5 == 0) {
      if (high - low > width / 2) next = low + (high - low) / 2;
      width = high - low;
    }
    if (!(next >= low && next <= high)) next = low + (high - low) / 2;
    const double change = std::fabs(next - x);
    x = next;
    if (change <= 4e-16 * (1 + x)) break;
  }
  return x;
}

/// Whether z may touch `peak` inside a step: a maximum there needs z' = z² - q = 0, and q, which varies smoothly over a
/// step, is rarely large enough. `q` and `end_q` are its values at the two ends.
inline bool may_graze(double q, double end_q, double peak) {
  return !(peak > 0 && std::max(q, end_q) < peak * peak / 2);
}

/// When z first reaches `peak` inside a step that ends below it again; negative if it does not.
template <int N>
[[gnu::noinline]] double grazing(const Piece<N>& piece, double peak, double length) {
  // A bound of z over the step comes first: it is cheap, and in most steps lies far below the peak.
  double bound = 0;
  for (int n = N; n >= 1; --n) bound = (bound + std::max(0.0, piece.z[n])) * length;
  if (piece.z[0] + bound < peak) return -1;

  const auto slope = [&](double x) {
    const double z = evaluate<N>(piece.z, x);
    return z * z - evaluate<N>(piece.q, x);
  };
  // Where z' = z² - q is 0, z'' is -q'. So while q does not turn, z has only minima if q falls, and one maximum at most
  // if it rises: between a rise of z at the start and a fall at the end. It does not turn if its first term outweighs
  // the later ones in q'.
  double others = 0;
  for (int n = N; n >= 2; --n) others = (others + n * std::fabs(piece.q[n])) * length;
  if (std::fabs(piece.q[1]) > others && (piece.q[1] < 0 || piece.z[1] <= 0 || slope(length) >= 0)) return -1;
  constexpr int parts = 16;
  double low = 0;
  bool rising = slope(0) > 0;
  for (int i = 1; i <= parts; ++i) {
    const double high = length * i / parts;
    const bool still_rising = slope(high) > 0;
    if (rising && !still_rising) {
      double left = low, right = high;  // the maximum lies between
      for (int round = 0; round < 60; ++round) {
        const double middle = left + (right - left) / 2;
        (slope(middle) > 0 ? left : right) = middle;
      }
      if (evaluate<N>(piece.z, left) >= peak) return crossing<N>(piece, peak, left);
    }
    rising = still_rising;
    low = high;
  }
  return -1;
}

extern template double crossing<order>(const Piece<order>& piece, double peak, double high);
extern template double grazing<order>(const Piece<order>& piece, double peak, double length);

}  // namespace taylor

}  // namespace izh
