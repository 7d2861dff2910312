#include "core/plane/boundary.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/model/resolve.hpp"
#include "core/schema/require.hpp"
#include "core/solve/flow.hpp"

namespace izh {

namespace {

constexpr int most_steps = 10000;  // per curve: one that still moves so slowly is ended there

/// A curve as drawn in a window, with a new point wherever it has advanced by half a per cent of the window, or by a
/// tenth of that with a turn of a tenth of a radian.
class Trail {
 public:
  explicit Trail(const PlaneWindow& window)
      : wide_(window.v_high - window.v_low), high_(window.u_high - window.u_low) {}

  void keep(const State& at) {
    if (!curve_.v.empty()) heading_ = from_last(at);
    curve_.v.push_back(at.v);
    curve_.u.push_back(at.u);
  }

  void add(const State& at) {
    const State way = from_last(at);
    const double length = std::hypot(way.v, way.u);
    const double turn = way.v * heading_.u - way.u * heading_.v, ahead = way.v * heading_.v + way.u * heading_.u;
    if (length >= 0.005 || (length >= 0.0005 && std::fabs(turn) > 0.1 * ahead)) keep(at);
  }

  bool full() const { return curve_.v.size() >= 2000 - parts_of_step; }
  Curve take() { return std::move(curve_); }

 private:
  State from_last(const State& at) const {
    return {(at.v - curve_.v.back()) / wide_, (at.u - curve_.u.back()) / high_};
  }

  double wide_, high_;
  State heading_{0, 0};
  Curve curve_;
};

/// Adds the last step of `flow`, up to x.
void add_step(Trail& trail, const Flow& flow, double x) {
  for (int part = 1; part <= parts_of_step; ++part) trail.add(flow.at(x * part / parts_of_step));
}

/// The window enlarged to hold the fixed points, and then by its own size on every side.
PlaneWindow surroundings(PlaneWindow window, const std::vector<FixedPoint>& points) {
  for (const FixedPoint& point : points) {
    window.v_low = std::min(window.v_low, point.v);
    window.v_high = std::max(window.v_high, point.v);
    window.u_low = std::min(window.u_low, point.u);
    window.u_high = std::max(window.u_high, point.u);
  }
  const double wide = window.v_high - window.v_low, high = window.u_high - window.u_low;
  return {window.v_low - wide, window.v_high + wide, window.u_low - high, window.u_high + high};
}

bool holds(const PlaneWindow& window, const State& at) {
  return at.v >= window.v_low && at.v <= window.v_high && at.u >= window.u_low && at.u <= window.u_high;
}

/// Where a curve begins, and the state on it from which it is followed in backward time.
struct Beginning {
  State at, from;
};

/// The orbit that just touches vpeak: v' = 0 there, and u' > 0 between the two fixed points, so that v turns back.
Beginning touching_peak(const Cell& cell, double current) {
  const State at{cell.vpeak, cell.k * (cell.vpeak - cell.vr) * (cell.vpeak - cell.vt) + current};
  return {at, at};
}

/// A separating curve in backward time from its beginning, as far as v = `v_most`. It may wind around the lower fixed
/// point for ever: once a turn it crosses the ray to the right of that point, at the point's u, and it is drawn until
/// two successive crossings are too close to be told apart.
Curve branch(const Cell& cell, double current, const std::vector<FixedPoint>& points, const PlaneWindow& window,
             const Beginning& beginning, double v_most) {
  const FixedPoint& lower = points[0];
  const double wide = window.v_high - window.v_low, high = window.u_high - window.u_low, pixel = 0.002;
  const PlaneWindow region = surroundings(window, points);
  Trail trail(window);
  trail.keep(beginning.at);
  Flow flow(cell, current, beginning.from);
  double passed = beginning.at.v;
  int turns = 0;
  for (int steps = 0; steps < most_steps && !trail.full(); ++steps) {
    const State before = flow.state();
    if (!flow.step(-unbounded)) break;
    const State now = flow.state();
    if (now.v > v_most) {  // an orbit beyond this would have been reset
      const double end = sign_change(0, flow.length(), [&](double at) { return flow.at(at).v - v_most; });
      add_step(trail, flow, end);
      trail.keep(flow.at(end));
      return trail.take();
    }
    add_step(trail, flow, flow.length());
    if (!holds(region, now) || std::hypot((now.v - lower.v) / wide, (now.u - lower.u) / high) < pixel / 2) break;
    if (before.u > lower.u && now.u <= lower.u && now.v > lower.v) {
      const double x = sign_change(0, flow.length(), [&](double at) { return flow.at(at).u - lower.u; });
      const double v = flow.at(x).v;
      if (std::fabs(v - passed) < pixel * wide || ++turns == 30) break;
      passed = v;
    }
  }
  trail.keep(flow.state());
  return trail.take();
}

std::vector<Curve> separating(const Cell& cell, double current, const std::vector<FixedPoint>& points,
                              const PlaneWindow& window) {
  if (points.size() != 2 || points[1].kind != Stability::saddle || points[0].v >= cell.vpeak) return {};
  if (points[1].v >= cell.vpeak)
    return {branch(cell, current, points, window, touching_peak(cell, current), cell.vpeak)};
  const State saddle{points[1].v, points[1].u};
  std::vector<Curve> sides;
  for (const double side : {-1.0, 1.0})
    sides.push_back(branch(cell, current, points, window, {saddle, beside_saddle(cell, points, side)}, unbounded));
  return sides;
}

Text in_words(const Cell& cell, const std::vector<FixedPoint>& points, const std::optional<Cycle>& cycle) {
  namespace say = boundary_texts;
  if (points.empty()) return cell.a == 0 ? say::still_lowest() : say::none();
  if (cell.a == 0) return say::still();
  if (points.size() == 1) return say::met();
  const FixedPoint &lower = points[0], &saddle = points[1];
  if (lower.v >= cell.vpeak) return say::beyond_peak();
  if (saddle.v >= cell.vpeak) return say::touching();
  if (cycle) return say::cycle(cycle->v_low, cycle->v_high);
  if (lower.trace > 0) return say::unstable();
  return lower.kind == Stability::degenerate ? say::losing() : say::manifold();
}

}  // namespace

Boundary boundary(const Cell& cell, double current, const PlaneWindow& window) {
  require("boundary", cell);
  check(window, current);
  Boundary result;
  const std::vector<FixedPoint> points = fixed_points(cell, current);
  result.manifold = separating(cell, current, points, enclosing(cell, window));
  const std::optional<Cycle> cycle = unstable_cycle(cell, current);
  if (cycle) {
    result.cycle = {cycle->curve};
    result.cycle_period = cycle->period;
    result.cycle_v_low = cycle->v_low;
    result.cycle_v_high = cycle->v_high;
  }
  result.text = in_words(cell, points, cycle);
  return result;
}

Curve backward_orbit(const Cell& cell, double current, const State& state, const PlaneWindow& window, double duration) {
  check(window, current);
  require("backward_orbit", cell);
  require_described("backward_orbit", state);
  require("backward_orbit", "duration", duration, valid_time, "ms");
  Trail trail(window);
  trail.keep(state);
  Flow flow(cell, current, state);
  const auto outside = [&](double x) { return holds(window, flow.at(x)) ? -1.0 : 1.0; };
  const auto above_reset = [&](double x) { return flow.at(x).v - cell.c; };
  for (int steps = 0; steps < most_steps && !trail.full() && holds(window, flow.state()); ++steps) {
    const double left = flow.time() + duration;
    if (!(left > 0) || !flow.step(-left)) break;
    // The orbit ends where it first leaves the window or crosses v = c.
    double end = flow.length();
    bool ends = false;
    for (int part = 1; part <= parts_of_step && !ends; ++part) {
      const double low = flow.length() * (part - 1) / parts_of_step, high = flow.length() * part / parts_of_step;
      if (above_reset(low) * above_reset(high) < 0) {
        end = sign_change(low, high, above_reset);
        ends = true;
      }
      if (outside(ends ? end : high) > 0) {
        end = sign_change(low, ends ? end : high, outside);
        ends = true;
      }
    }
    add_step(trail, flow, end);
    if (ends || steps + 1 == most_steps || flow.time() <= -duration) {
      trail.keep(flow.at(end));
      break;
    }
  }
  return trail.take();
}

}  // namespace izh
