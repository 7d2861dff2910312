// core/solve/flow.hpp: the flow between spikes under one segment of current, a step at a time, forwards or backwards.
#pragma once

#include "core/solve/exact.hpp"
#include "core/solve/sides.hpp"

namespace izh {

/// Follows one orbit by the series of the exact solver, exact up to rounding. A step's polynomials hold on both sides
/// of its start, so a step backwards in time is the same step with a negative length. Knows no peak and no reset.
class Flow {
 public:
  Flow(const Cell& cell, const Segment& drive, const State& start, double time)
      : cell_(cell), form_(cell), drive_(drive), state_(start), time_(time) {}

  /// Under a steady current [pA].
  Flow(const Cell& cell, double current, const State& start) : Flow(cell, {0, unbounded, current, 0}, start, 0) {}

  /// Takes a step of at most |`most`| ms, backwards where `most` is negative; on a fixed point (see `holds_still`) the
  /// state stays there. False when the numbers overflow; nothing has moved then.
  bool step(double most);

  /// The length [ms] of the last step, negative backwards; 0 before the first.
  double length() const { return length_; }

  /// The state within the last step, x [ms] after where it began: between 0 and `length()`.
  State at(double x) const;

  /// dv/dt [mV/ms] and du/dt [pA/ms] there.
  State rate(double x) const { return rate(x, at(x)); }
  /// The same for a state there that is known.
  State rate(double x, const State& state) const { return derivative(cell_, state, current(begin_ + x)); }

  /// Where the last step ended.
  const State& state() const { return state_; }
  double time() const { return time_; }

 private:
  static constexpr int order = taylor::order;

  double current(double time) const { return drive_.slope == 0 ? drive_.current : drive_.at(time); }

  Cell cell_;
  NormalForm form_;
  Segment drive_;
  State state_;
  double time_, begin_ = 0, length_ = 0;
  Piece<order> piece_;
  Sides sides_;
};

/// How many parts a step is cut into, to draw it and to find sign changes within it. A step turns an orbit by about 4
/// rad at most (for slow harmonic motion, whose series reaches furthest), so a part turns it by at most about half a
/// radian.
inline constexpr int parts_of_step = 8;

/// Where `value` changes sign between `low` and `high`, given that it does: by bisection, to the last bits.
template <class Value>
double sign_change(double low, double high, Value&& value) {
  const bool positive = value(low) > 0;
  for (int round = 0; round < 80; ++round) {
    const double middle = low + (high - low) / 2;
    if (middle == low || middle == high) break;
    ((value(middle) > 0) == positive ? low : high) = middle;
  }
  return high;
}

/// Hands to `reach(state)` the end of each part of `flow`'s last step, up to x [ms], preceded by the states within the
/// part at which v or u turns back. All extremes of the step are among them.
template <class Reach>
void visit_extremes(const Flow& flow, double x, Reach&& reach) {
  double low = 0;
  State rate = flow.rate(low);
  for (int part = 1; part <= parts_of_step; ++part) {
    const double high = x * part / parts_of_step;
    const State state = flow.at(high), after = flow.rate(high, state);
    for (double State::*member : {&State::v, &State::u}) {
      if ((rate.*member > 0) == (after.*member > 0)) continue;
      reach(flow.at(sign_change(low, high, [&](double at) { return flow.rate(at).*member; })));
    }
    reach(state);
    low = high;
    rate = after;
  }
}

}  // namespace izh
