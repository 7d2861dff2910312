#include "core/solve/passage.hpp"

#include <algorithm>
#include <cmath>

namespace izh {

namespace {

constexpr double forever = 1e12;  // ms

}  // namespace

State past_bottleneck(const Cell& cell, const State& start, double current) {
  const double sum = cell.k * (cell.vt - cell.vr) + cell.b, w = sum / (2 * cell.k), over = current - sum * w / 2;
  if (!(cell.a > 0 && cell.b <= 0 && over > 0 && start.v < cell.vr + w && start.u > cell.b * w)) return start;
  const double slow = cell.C - cell.b / cell.a, contracts = cell.a - cell.b / cell.C;
  double nearer = 4;
  while (slow / cell.C * (4 * nearer - 4 - 2 * std::log(nearer)) < 60) nearer *= 2;
  const double beyond = cell.C * contracts / (4 * cell.k * nearer);
  // A shorter passage is followed as it is.
  if (!(16 * over < cell.k * beyond * beyond && cell.vr + w + beyond < cell.vpeak)) return start;
  const double speed = (cell.k * beyond * beyond + over) / slow;
  return {cell.vr + w + beyond, cell.b * (w + beyond) - cell.b / cell.a * speed};
}

Passages::Passages(const Cell& cell, double current)
    : cell_(cell), current_(current), form_(cell), region_(capture_region(cell, current)) {}

bool Passages::rests(const State& state) const {
  if (cell_.a > 0) return (region_ && region_->holds(state)) || held_by_saddle(cell_, state, current_);
  // With a = 0, u is constant, and v reaches vpeak only if dv/dt > 0 all the way there. dv/dt is least halfway between
  // vr and vt, or at the point of v's path nearest to it.
  const double lowest = std::clamp((cell_.vr + cell_.vt) / 2, std::min(state.v, cell_.vpeak), cell_.vpeak);
  return derivative(cell_, {lowest, state.u}, current_).v <= 0;
}

Passage Passages::from(const State& state, double most_steps) const {
  Orbit orbit{0, 0, form_.z(state.v), form_.q(state.u, current_)};
  bool fires = orbit.z >= form_.peak();
  const double given = most_steps;
  if (!fires && holds_still(cell_, state, current_)) return {Next::rest, 0, state, 0};
  while (!fires) {
    const State now{form_.v(orbit.z), form_.u(orbit.q, current_)};
    if (rests(now)) return {Next::rest, orbit.time, now, given - most_steps};
    if (!(most_steps > 0)) return {Next::undecided, orbit.time, now, given};
    double steps = std::min(most_steps, 4.0);  // a few at a time: near rest each step is long
    most_steps -= steps;
    const Stop stop = follow(form_, orbit, {0, forever, current_, 0}, forever, steps);
    most_steps += steps;
    if (stop == Stop::diverged || stop == Stop::reached) return {Next::undecided, orbit.time, now, given - most_steps};
    fires = stop == Stop::spike;
  }
  return {Next::spike, orbit.time, {cell_.c, form_.u(orbit.q + form_.jump(), current_)}, given - most_steps};
}

std::optional<double> Passages::slope(double u, double most_steps) const {
  if (holds_still(cell_, {cell_.c, u}, current_)) return std::nullopt;
  // In the normal form z' = z² - q and D = 2z - a; z' and dq stand for v' and du, and the scale factors cancel.
  const double q = form_.q(u, current_), start = form_.after_reset();
  Orbit orbit{0, 0, start, q};
  double growth = 0;
  const auto add = [&](const Piece<taylor::order>& piece) {
    double sum = 0;
    for (int n = taylor::order; n >= 0; --n) sum = (sum + piece.z[n] / (n + 1)) * piece.length;
    growth += 2 * sum - form_.a * piece.length;
  };
  for (;;) {
    if (rests({form_.v(orbit.z), form_.u(orbit.q, current_)}) || !(most_steps > 0)) return std::nullopt;
    double steps = std::min(most_steps, 4.0);
    most_steps -= steps;
    const Stop stop = advance<taylor::order>(form_, orbit, {0, forever, current_, 0}, forever, steps, add);
    most_steps += steps;
    if (stop == Stop::spike) break;
    if (stop != Stop::out_of_steps) return std::nullopt;
  }
  const double at_peak = orbit.z * orbit.z - orbit.q;
  return (start * start - q) / at_peak * std::exp(growth);
}

}  // namespace izh
