#include "core/solve/bottleneck.hpp"

#include <algorithm>
#include <cmath>

namespace izh {

namespace {

constexpr int nodes = 16;

/// Gauss-Legendre nodes and weights on -1 ... 1: the zeros of P_n, by Newton's method, and 2/((1 - x²) P_n'²).
struct Gauss {
  std::array<double, nodes> x, weight;

  Gauss() {
    constexpr double pi = 3.141592653589793;
    for (std::size_t i = 0; i < nodes; ++i) {
      double at = std::cos(pi * (static_cast<double>(i) + 0.75) / (nodes + 0.5)), slope = 1;
      for (int round = 0; round < 8; ++round) {
        double before = 1, value = at;
        for (int n = 2; n <= nodes; ++n) {
          const double next = ((2 * n - 1) * at * value - (n - 1) * before) / n;
          before = value;
          value = next;
        }
        slope = nodes * (at * value - before) / (at * at - 1);
        at -= value / slope;
      }
      x[i] = at;
      weight[i] = 2 / ((1 - at * at) * slope * slope);
    }
  }
};

}  // namespace

Bottleneck::Bottleneck(const Cell& cell, double current) : cell_(cell), current_(current) {
  const double sum = cell.k * (cell.vt - cell.vr) + cell.b;
  middle_ = sum / (2 * cell.k);
  over_ = current - sum * middle_ / 2;
  falls_ = cell.a * cell.C - cell.b;
  // As wide as the series is accurate and its iteration converges.
  constexpr double series_holds = 0.25, converges = 1e-2;
  wide_ = std::min(series_holds * falls_ / (2 * cell.k), converges * falls_ * falls_ / (2 * cell.C * cell.a * cell.k));
  constexpr int rounds = 16;
  for (int round = 0; round < rounds; ++round) {
    const auto last = series_;
    const auto at = [&](std::size_t n) { return n <= order ? last[n] : 0.0; };
    for (std::size_t n = 0; n <= order; ++n) {
      double product = 0;
      for (std::size_t j = 0; j <= n; ++j) product += static_cast<double>(j + 1) * at(j + 1) * at(n - j);
      const double pushed = n == 0 ? cell.a * over_ : n == 2 ? cell.a * cell.k : 0;
      series_[n] = (pushed + (n > 0 ? 2 * cell.k * series_[n - 1] : 0) - cell.C * product) / falls_;
    }
  }
}

std::optional<Bottleneck> Bottleneck::of(const Cell& cell, double current) {
  if (!(cell.a > 0 && cell.a * cell.C > cell.b)) return std::nullopt;
  Bottleneck found(cell, current);
  // A passage takes π m/(a √(k D)) ms, and a step of the solver about nine fast time constants C/m.
  constexpr double affordable = 4000, of_a_step = 9;
  const double passes = 3.14 * found.falls_ / (cell.a * std::sqrt(cell.k * std::fmax(found.over_, 0)));
  if (!(passes * found.falls_ / cell.C > affordable * of_a_step)) return std::nullopt;
  if (!(found.over_ > 0 && found.middle_ + found.wide_ < cell.vpeak - cell.vr)) return std::nullopt;
  for (int round = 0; round < 4 && !found.solves(); ++round) found.wide_ /= 2;
  if (!(16 * found.over_ < cell.k * found.wide_ * found.wide_) || !found.solves()) return std::nullopt;
  return found;
}

double Bottleneck::speed(double x) const {
  double sum = 0;
  for (std::size_t n = order + 1; n-- > 0;) sum = sum * x + series_[n];
  return sum;
}

double Bottleneck::bend(double x) const {
  double sum = 0;
  for (std::size_t n = order + 1; n-- > 1;) sum = sum * x + static_cast<double>(n) * series_[n];
  return sum;
}

bool Bottleneck::solves() const {
  for (const double x : {-wide_, 0.0, wide_}) {
    const double s = speed(x), pushed = cell_.a * (cell_.k * x * x + over_);
    const double off = falls_ * s - pushed - 2 * cell_.k * x * s + cell_.C * s * bend(x);
    if (!(s > 0 && std::fabs(off) <= 1e-13 * pushed)) return false;
  }
  return true;
}

double Bottleneck::time(double from, double to) const {
  static const Gauss gauss;
  // 1/s has its poles about ±i √(D/k) from the middle, so no piece is longer than about half its distance from them.
  const double scale = std::sqrt(over_ / cell_.k) / 2;
  double total = 0;
  for (double low = from; low < to;) {
    const double high = std::min(to, low + std::max(scale, std::fabs(low) / 2)), half = (high - low) / 2;
    for (std::size_t i = 0; i < nodes; ++i) total += gauss.weight[i] * half / speed(low + half * (1 + gauss.x[i]));
    low = high;
  }
  return total;
}

std::optional<double> Bottleneck::time_from(const State& state) const {
  const double w = state.v - cell_.vr, x = w - middle_;
  if (!(x >= -wide_ && x < 0)) return std::nullopt;
  const double moves = derivative(cell_, state, current_).v, s = speed(x);
  constexpr double beside = 1e-6;  // of s: the resulting error in time, as a fraction of C/m
  if (!(std::fabs(moves - s) <= beside * s)) return std::nullopt;
  return time(x, wide_);
}

State Bottleneck::beyond() const {
  const double w = middle_ + wide_;
  // u from C w' = k w (w - p) - u + I.
  return {cell_.vr + w, cell_.k * w * (w - (cell_.vt - cell_.vr)) + current_ - cell_.C * speed(wide_)};
}

}  // namespace izh
