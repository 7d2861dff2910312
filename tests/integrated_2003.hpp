// tests/integrated_2003.hpp: the spikes of the 2003 form, integrated as it is written and independently of the core.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

namespace izh {

/// v' = 0.04 v² + 5 v + 140 - u + I, u' = a (b v - u); at `vpeak`, v becomes c and u gains d.
struct Published2003 {
  long double a, b, c, d, I, vpeak, v, u;
};

/// Spike times [ms] up to `duration`: Taylor series of order 30 in long double (64 bits or more), in steps whose last
/// terms are below 1e-19 mV, and the crossing by bisection of the polynomial. v rises to the peak only on an upstroke,
/// so a step cannot cross it twice.
inline std::vector<double> spikes_2003(Published2003 cell, long double duration) {
  constexpr int order = 30;
  std::vector<double> spikes;
  for (long double t = 0; t < duration;) {
    long double v[order + 1] = {cell.v}, u[order + 1] = {cell.u};
    for (int n = 0; n < order; ++n) {
      long double square = 0;
      for (int i = 0; i <= n; ++i) square += v[i] * v[n - i];
      const long double rest = n == 0 ? 140 + cell.I : 0;
      v[n + 1] = (square / 25 + 5 * v[n] - u[n] + rest) / (n + 1);
      u[n + 1] = cell.a * (cell.b * v[n] - u[n]) / (n + 1);
    }
    const auto at = [](const long double* series, long double h) {
      long double sum = 0;
      for (int n = order; n >= 0; --n) sum = sum * h + series[n];
      return sum;
    };
    long double h = duration - t;
    for (int n = order - 1; n <= order; ++n)
      if (v[n] != 0) h = std::min(h, std::pow(1e-19L / std::fabs(v[n]), 1.0L / n));
    if (at(v, h) < cell.vpeak) {
      cell.v = at(v, h);
      cell.u = at(u, h);
      t += h;
      continue;
    }
    long double low = 0, high = h;
    for (int i = 0; i < 80; ++i) (at(v, (low + high) / 2) < cell.vpeak ? low : high) = (low + high) / 2;
    t += high;
    cell.u = at(u, high) + cell.d;
    cell.v = cell.c;
    spikes.push_back(static_cast<double>(t));
  }
  return spikes;
}

}  // namespace izh
