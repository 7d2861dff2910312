#include "core/solve/parabola.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "core/model/critical_currents.hpp"

namespace izh {

namespace {

constexpr int order = 24;

using Series = std::array<double, order + 1>;

double at(const Series& series, double t) {
  double sum = 0;
  for (int n = order; n >= 0; --n) sum = sum * t + series[static_cast<std::size_t>(n)];
  return sum;
}

/// An orbit beside the parabola: x = w - w0, and h = exp(log_h).
struct Beside {
  double x, log_h;
};

/// x' = -(a/2) x + h/C and h' = h (λ + 2k x/C), λ = (2b - a C)/C the saddle's growing eigenvalue.
struct Law {
  double decay, per_h, growth, bend;  // a/2, 1/C, λ, 2k/C

  /// The series of x and of h/h(0), starting at `from`.
  void expand(const Beside& from, Series& x, Series& h) const {
    const double push = per_h * std::exp(from.log_h);
    x[0] = from.x;
    h[0] = 1;
    for (std::size_t n = 0; n < order; ++n) {
      double product = 0;
      for (std::size_t j = 0; j <= n; ++j) product += x[j] * h[n - j];
      x[n + 1] = (-decay * x[n] + push * h[n]) / static_cast<double>(n + 1);
      h[n + 1] = (growth * h[n] + bend * product) / static_cast<double>(n + 1);
    }
  }

  /// The state after t [ms], while h is too small to affect x.
  Beside alone(const Beside& from, double t) const {
    const double faded = -std::expm1(-decay * t);
    return {from.x * (1 - faded), from.log_h + growth * t + bend * from.x * faded / decay};
  }

  /// When [ms] h comes back up to exp(`level`): where x < 0 it may fall first, but then it rises for good.
  double alone_until(const Beside& from, double level) const {
    double low = 0, high = 1 / growth;
    while (alone(from, high).log_h < level) {
      low = high;
      high *= 2;
    }
    for (int round = 0; round < 100; ++round) {
      const double middle = low + (high - low) / 2;
      if (middle == low || middle == high) break;
      (alone(from, middle).log_h < level ? low : high) = middle;
    }
    return high;
  }
};

/// w of the saddle at I*.
double saddle_of(const Cell& cell) {
  return (cell.vt - cell.vr) / 2 + cell.b / cell.k - cell.a * cell.C / (4 * cell.k);
}

/// How far [ms] the series holds to 1e-16 of `scale`.
double reach(const Series& series, double scale) {
  const auto share = [&](std::size_t n) {
    return std::pow(1e-16 * scale / std::fabs(series[n]), 1.0 / static_cast<double>(n));
  };
  return std::min(share(order), share(order - 1));
}

}  // namespace

Parabola::Parabola(const Cell& cell, double current) : cell_(cell), current_(current), saddle_(saddle_of(cell)) {}

std::optional<Parabola> Parabola::of(const Cell& cell) {
  const std::optional<double> current = invariant_parabola_current(cell);
  if (!current) return std::nullopt;
  const Parabola found(cell, *current);
  return found.saddle_ < cell.vpeak - cell.vr ? std::optional(found) : std::nullopt;
}

double Parabola::below(const State& state) const {
  // P(w0) = b w0, the saddle being on the u-nullcline; from there P changes by (β + 2k w0) x + k x².
  const double x = state.v - cell_.vr - saddle_, slope = 2 * cell_.b;
  return cell_.b * saddle_ - state.u + x * (slope + cell_.k * x);
}

Passage Parabola::from(const State& state, double most_steps) const {
  if (state.v >= cell_.vpeak) return {Next::spike, 0, {cell_.c, state.u + cell_.d}, 0};
  const double h = below(state);
  if (!(h > 0)) return {Next::rest, 0, state, 0};
  const Law law{cell_.a / 2, 1 / cell_.C, (2 * cell_.b - cell_.a * cell_.C) / cell_.C, 2 * cell_.k / cell_.C};
  const double peak = cell_.vpeak - cell_.vr - saddle_;
  const double wide = std::max({std::fabs(peak), std::fabs(saddle_), std::fabs(state.v - cell_.vr - saddle_)});
  const double nothing = std::log(1e-20 * cell_.k * wide * wide);
  Beside now{state.v - cell_.vr - saddle_, std::log(h)};
  Series x, share;
  double time = 0;
  for (double steps = 0; steps < most_steps; ++steps) {
    if (now.log_h < nothing) {  // too small to affect x
      const double alone = law.alone_until(now, nothing);
      now = law.alone(now, alone);
      time += alone;
    }
    law.expand(now, x, share);
    double length = std::min(reach(x, wide), reach(share, 1));
    if (!(length > 0 && std::isfinite(length))) break;
    const bool fires = at(x, length) >= peak;
    if (fires) {
      double low = 0;
      for (int round = 0; round < 80; ++round) {
        const double middle = low + (length - low) / 2;
        if (middle == low || middle == length) break;
        (at(x, middle) < peak ? low : length) = middle;
      }
    }
    now = {fires ? peak : at(x, length), now.log_h + std::log(at(share, length))};
    time += length;
    if (!fires) continue;
    const double u = below({cell_.vpeak, 0}) - std::exp(now.log_h);
    return {Next::spike, time, {cell_.c, u + cell_.d}, steps + 1};
  }
  return {Next::undecided, time, state, most_steps};
}

std::optional<double> longest_interval(const Cell& cell) {
  const double saddle = cell.vr + saddle_of(cell);
  if (!invariant_parabola_current(cell) || !(saddle > cell.vpeak)) return std::nullopt;
  return 2 / cell.a * std::log((saddle - cell.c) / (saddle - cell.vpeak));
}

}  // namespace izh
