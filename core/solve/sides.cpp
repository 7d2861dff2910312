#include "core/solve/sides.hpp"

#include <algorithm>
#include <cmath>

namespace izh {

template taylor::Lanes<2> taylor::evaluate<taylor::order, taylor::Lanes<2>>(
    const taylor::Lanes<2> (&c)[taylor::order + 1], taylor::Lanes<2> x);

namespace {

using taylor::order;
using Two = taylor::Lanes<2>;

/// How far into a piece a sum of fewer terms is as exact as the whole one.
struct Reach {
  int degree;
  double until;
};

/// In a piece of length h, let T be the sum of (|z_n| + |q_n|) h^n over the terms beyond degree m. At x <= h those
/// terms amount to at most (x/h)^(m + 1) T.
template <int m>
Reach reach(const double (&beyond)[order + 2], double length, double tolerance) {
  return {m, length * taylor::root<m + 1>(tolerance / beyond[m + 1])};
}

/// Four times at once, even and odd powers apart: eight sums, none of which waits for another.
void evaluate_four(const Piece<order>& piece, int degree, const double* x, double* z, double* q) {
  const Two x1(Two::Numbers{x[0], x[1]}), x2(Two::Numbers{x[2], x[3]}), square1 = x1 * x1, square2 = x2 * x2;
  const auto both = [](double c) { return Two(Two::Numbers{c, c}); };
  Two even_z1 = both(piece.z[degree]), even_z2 = even_z1, even_q1 = both(piece.q[degree]), even_q2 = even_q1;
  Two odd_z1 = both(piece.z[degree - 1]), odd_z2 = odd_z1, odd_q1 = both(piece.q[degree - 1]), odd_q2 = odd_q1;
  for (int n = degree - 2; n > 0; n -= 2) {
    const Two ez = both(piece.z[n]), eq = both(piece.q[n]), oz = both(piece.z[n - 1]), oq = both(piece.q[n - 1]);
    even_z1 = even_z1 * square1 + ez;
    even_z2 = even_z2 * square2 + ez;
    even_q1 = even_q1 * square1 + eq;
    even_q2 = even_q2 * square2 + eq;
    odd_z1 = odd_z1 * square1 + oz;
    odd_z2 = odd_z2 * square2 + oz;
    odd_q1 = odd_q1 * square1 + oq;
    odd_q2 = odd_q2 * square2 + oq;
  }
  const Two z0 = both(piece.z[0]), q0 = both(piece.q[0]);
  const Two z1 = (even_z1 * square1 + z0) + x1 * odd_z1, z2 = (even_z2 * square2 + z0) + x2 * odd_z2;
  const Two q1 = (even_q1 * square1 + q0) + x1 * odd_q1, q2 = (even_q2 * square2 + q0) + x2 * odd_q2;
  for (int lane = 0; lane < 2; ++lane) {
    z[lane] = z1[lane];
    z[lane + 2] = z2[lane];
    q[lane] = q1[lane];
    q[lane + 2] = q2[lane];
  }
}

}  // namespace

void evaluate_many(const Piece<order>& piece, double tolerance, const double* x, std::size_t count, double* z,
                   double* q) {
  double beyond[order + 2] = {}, power[order + 1];
  power[0] = 1;
  for (int n = 1; n <= order; ++n) power[n] = power[n - 1] * piece.length;
  for (int n = order; n >= 0; --n)
    beyond[n] = beyond[n + 1] + (std::fabs(piece.z[n]) + std::fabs(piece.q[n])) * power[n];
  const double length = piece.length;
  const Reach reaches[] = {reach<8>(beyond, length, tolerance), reach<12>(beyond, length, tolerance),
                           reach<16>(beyond, length, tolerance), reach<20>(beyond, length, tolerance)};
  for (std::size_t i = 0; i < count; i += 4) {
    const std::size_t last = std::min(i + 3, count - 1);
    int degree = order;
    for (const Reach& one : reaches)
      if (x[last] <= one.until) {
        degree = one.degree;
        break;
      }
    if (i + 4 <= count) {
      evaluate_four(piece, degree, x + i, z + i, q + i);
      continue;
    }
    double padded[4], some_z[4], some_q[4];
    for (std::size_t lane = 0; lane < 4; ++lane) padded[lane] = x[std::min(i + lane, last)];
    evaluate_four(piece, degree, padded, some_z, some_q);
    std::copy_n(some_z, count - i, z + i);
    std::copy_n(some_q, count - i, q + i);
  }
}

}  // namespace izh
