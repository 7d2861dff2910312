#include "core/passage.hpp"

#include <algorithm>

namespace izh {

Passages::Passages(const Cell& cell, double current)
    : cell_(cell), current_(current), form_(cell), region_(capture_region(cell, current)) {}

bool Passages::rests(const State& state) const {
  if (cell_.a > 0) return region_ && region_->holds(state);
  // Without recovery u stays, and v rises to its peak only where nothing between holds it: dv/dt is least at the middle
  // of vr and vt, or at the end of the way that is nearest to it.
  const double lowest = std::clamp((cell_.vr + cell_.vt) / 2, std::min(state.v, cell_.vpeak), cell_.vpeak);
  return derivative(cell_, {lowest, state.u}, current_).v <= 0;
}

Passage Passages::from(const State& state, double most_steps) const {
  constexpr double forever = 1e9;  // ms
  Orbit orbit{0, 0, form_.z(state.v), form_.q(state.u, current_)};
  bool fires = orbit.z >= form_.peak();
  const double given = most_steps;
  while (!fires) {
    const State now{form_.v(orbit.z), form_.u(orbit.q, current_)};
    if (rests(now)) return {Next::rest, orbit.time, now, given - most_steps};
    if (!(most_steps > 0)) return {Next::undecided, orbit.time, now, given};
    double steps = std::min(most_steps, 4.0);  // a few at a time: near rest each of them is long
    most_steps -= steps;
    const Stop stop = follow(form_, orbit, {0, forever, current_, 0}, forever, steps);
    most_steps += steps;
    if (stop == Stop::diverged || stop == Stop::reached) return {Next::undecided, orbit.time, now, given - most_steps};
    fires = stop == Stop::spike;
  }
  return {Next::spike, orbit.time, {cell_.c, form_.u(orbit.q + form_.jump(), current_)}, given - most_steps};
}

}  // namespace izh
