#include "core/plane/orbit.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/model/resolve.hpp"
#include "core/schema/require.hpp"
#include "core/solve/exact.hpp"
#include "core/solve/fixed_step.hpp"
#include "core/solve/sides.hpp"

namespace izh {

namespace {

/// Collects points and leaves out those close enough to the line between their neighbours. The directions in which a
/// line from the last point kept still passes near all points since form a wedge, which narrows.
class Thinned {
 public:
  explicit Thinned(const OrbitPart& part) : per_v_(1 / part.near_v), per_u_(1 / part.near_u) {}

  void begin(const State& state) {
    end();
    curves_.emplace_back();
    keep(state);
  }

  void add(const State& state) {
    const Vector to{(state.v - kept_.v) * per_v_, (state.u - kept_.u) * per_u_};
    const double square = to.x * to.x + to.y * to.y, away = std::sqrt(square);
    const bool far = away > allowed;
    const bool beside = far && open_ && !(cross(right_, to) >= 0 && cross(to, left_) >= 0);
    if (waiting_ && (beside || away < furthest_ - allowed)) {
      keep(last_);
      return add(state);
    }
    if (far) {
      // Turned to either side until a line there passes at `allowed`; only the directions count, not the lengths.
      const double along = std::sqrt(square - allowed * allowed);
      const Vector left{to.x * along - to.y * allowed, to.y * along + to.x * allowed};
      const Vector right{to.x * along + to.y * allowed, to.y * along - to.x * allowed};
      if (!open_ || cross(left, left_) > 0) left_ = left;
      if (!open_ || cross(right_, right) > 0) right_ = right;
      open_ = true;
      furthest_ = std::max(furthest_, away);
    }
    last_ = state;
    waiting_ = true;
  }

  /// The last point of a curve is always kept.
  void end() {
    if (waiting_) keep(last_);
  }

  bool empty() const { return curves_.empty(); }
  std::vector<Curve> take() {
    end();
    return std::move(curves_);
  }

 private:
  struct Vector {
    double x, y;
  };
  static double cross(const Vector& a, const Vector& b) { return a.x * b.y - a.y * b.x; }

  static constexpr double allowed = 0.5;  // of the tolerance; the other half is for the points themselves

  void keep(const State& state) {
    curves_.back().v.push_back(state.v);
    curves_.back().u.push_back(state.u);
    kept_ = last_ = state;
    furthest_ = 0;
    open_ = waiting_ = false;
  }

  double per_v_, per_u_;
  std::vector<Curve> curves_;
  State kept_, last_;
  double furthest_ = 0;                  // the farthest that a point since then has been
  bool open_ = false, waiting_ = false;  // whether there is a wedge, and a point not yet kept
  Vector left_{}, right_{};              // the sides of the wedge
};

/// The pieces of the exact solver, halved until the line between two points is close enough to the curve at its middle.
class ExactOrbit {
 public:
  ExactOrbit(const Experiment& experiment, const OrbitPart& part)
      : form_(experiment.cell), part_(part), curves_(part), u_(part.u), steps_(part.budget) {
    orbit_ = {part.time, 0.0, form_.z(part.v), 0.0};
  }

  std::vector<Curve> follow(const Experiment& experiment) {
    for (const Segment& drive : segments(experiment.stimulus, experiment.duration)) {
      if (drive.end <= orbit_.time && drive.end < experiment.duration) continue;
      if (!cover(drive, std::min(drive.end, part_.to)) || drive.end >= part_.to) break;
    }
    return curves_.take();
  }

  /// The pieces are those of the run itself.
  std::vector<Curve> follow(const Track& track, std::size_t spikes) {
    const auto first = std::lower_bound(track.legs.begin(), track.legs.end(), spikes,
                                        [](const Leg& leg, std::size_t count) { return leg.spikes < count; });
    if (part_.time >= part_.from) curves_.begin({part_.v, part_.u});
    for (auto leg = first; leg != track.legs.end(); ++leg) {
      const Piece<taylor::order>& piece = leg->piece;
      steps_ -= 1;
      draw(piece, leg->drive);
      if (piece.since(part_.to) <= piece.length || !(steps_ > 0)) break;
      if (!leg->fires) continue;
      orbit_ = {piece.time + piece.length, 0, 0, taylor::evaluate<taylor::order>(piece.q, piece.length)};
      fire(leg->drive);
    }
    return curves_.take();
  }

 private:
  /// Where the current jumps, u is continuous and q is not, so each segment starts from u.
  bool cover(const Segment& drive, double until) {
    orbit_.q = form_.q(u_, drive.at(orbit_.time));
    if (orbit_.time >= part_.from && curves_.empty()) curves_.begin(now(drive));
    if (orbit_.z >= form_.peak()) fire(drive);
    for (;;) {
      const Stop stop = advance<taylor::order>(form_, orbit_, drive, until, steps_,
                                               [&](const Piece<taylor::order>& piece) { draw(piece, drive); });
      u_ = form_.u(orbit_.q, drive.at(orbit_.time));
      if (stop != Stop::spike) return stop == Stop::reached;
      fire(drive);
    }
  }

  State now(const Segment& drive) const { return {form_.v(orbit_.z), form_.u(orbit_.q, drive.at(orbit_.time))}; }

  void fire(const Segment& drive) {
    orbit_.z = form_.after_reset();
    orbit_.q += form_.jump();
    if (!curves_.empty()) curves_.begin(now(drive));
  }

  void draw(const Piece<taylor::order>& piece, const Segment& drive) {
    const double first = std::max(0.0, piece.since(part_.from));
    const double last = std::min(piece.length, piece.since(part_.to));
    if (!(first <= last)) return;
    const Sides sides(piece);
    const auto at = [&](double x) {
      const Sides::Both found = sides.at(x);
      return State{form_.v(found[0]), form_.u(found[1], drive.at(piece.time + x))};
    };
    State before = at(first);
    if (curves_.empty()) curves_.begin(before);
    double low = first;
    for (int i = 1; i <= parts; ++i) {
      const double high = i == parts ? last : first + (last - first) * i / parts;
      const State after = at(high);
      bend(at, low, before, high, after, 0);
      low = high;
      before = after;
    }
  }

  template <class At>
  void bend(At&& at, double low, const State& before, double high, const State& after, int depth) {
    const double middle = low + (high - low) / 2;
    const State between = at(middle);
    const double off_v = (between.v - (before.v + after.v) / 2) / part_.near_v;
    const double off_u = (between.u - (before.u + after.u) / 2) / part_.near_u;
    // Twice the deviation allowed: on an arc, the two halves deviate by a quarter of it.
    if (depth < deepest && steps_ > 0 && off_v * off_v + off_u * off_u > 1) {
      steps_ -= of_a_step;
      bend(at, low, before, middle, between, depth + 1);
      bend(at, middle, between, high, after, depth + 1);
      return;
    }
    curves_.add(between);
    curves_.add(after);
  }

  static constexpr int parts = 4;    // a part of a step turns the orbit by less than 1 rad, so its middle decides
  static constexpr int deepest = 8;  // halvings of a part
  static constexpr double of_a_step = 0.125;  // the cost of a halving, in steps: one step may need hundreds

  NormalForm form_;
  OrbitPart part_;
  Thinned curves_;
  Orbit orbit_;
  double u_, steps_;
};

}  // namespace

namespace {

void check(const Experiment& experiment, const OrbitPart& part) {
  require("orbit", experiment);
  require_described("orbit", part);
  const double from = part.from, to = part.to;
  for (double each : {part.time, part.v, part.u, from, to, part.near_v, part.near_u, part.budget})
    if (!std::isfinite(each)) throw std::invalid_argument("orbit: needs finite numbers");
  if (!(part.time >= 0 && part.time <= from && from <= experiment.duration && to <= experiment.duration))
    throw std::invalid_argument("orbit: needs 0 <= time <= from, and from and to within the run");
  if (!(part.near_v > 0 && part.near_u > 0 && part.budget >= 1))
    throw std::invalid_argument("orbit: needs near_v > 0, near_u > 0 and a budget of at least 1");
}

}  // namespace

std::vector<Curve> orbit_along(const Track& track, std::size_t spikes, const Experiment& experiment,
                               const OrbitPart& part) {
  check(experiment, part);
  return part.from > part.to ? std::vector<Curve>{} : ExactOrbit(experiment, part).follow(track, spikes);
}

std::vector<Curve> orbit(const Experiment& experiment, const OrbitPart& part) {
  check(experiment, part);
  const double from = part.from, to = part.to;
  if (from > to) return {};
  if (std::holds_alternative<Exact>(experiment.solver)) return ExactOrbit(experiment, part).follow(experiment);

  Thinned curves(part);
  follow_fixed_step(experiment, {part.v, part.u}, part.time, part.budget, [&](const GridStep& step) {
    if (step.end <= from && step.end < to) return true;
    if (curves.empty()) curves.begin(step.before);
    // A grid point past the end is not part of the run; only the line towards it is.
    const bool fires = step.fires && step.end <= experiment.duration * (1 + 1e-13);
    fires ? curves.begin(step.after) : curves.add(step.after);
    return step.end < to;
  });
  return curves.take();
}

}  // namespace izh
