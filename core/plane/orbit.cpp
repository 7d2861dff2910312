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

struct Vector {
  double x, y;
};
double cross(const Vector& a, const Vector& b) { return a.x * b.y - a.y * b.x; }

/// Collects points and leaves out those close enough to the line between their neighbours. The directions in which a
/// line from the last point kept still passes near all points since form a wedge, which narrows.
class Thinned {
 public:
  static constexpr double allowed = 0.5;  // of the tolerance; the other half is for the lines between the points

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

/// The pieces of the exact solver, halved until the line between two points is close enough to the curve.
class ExactOrbit {
 public:
  ExactOrbit(const Experiment& experiment, const OrbitPart& part)
      : cell_(experiment.cell), form_(experiment.cell), part_(part), curves_(part), u_(part.u), steps_(part.budget) {
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

  /// A point of the curve, and where it goes from there; lengths are in near_v and near_u.
  struct Point {
    State state;
    Vector way;    // of length 1, or 0 where the state rests
    double speed;  // per ms
  };

  void draw(const Piece<taylor::order>& piece, const Segment& drive) {
    const double first = std::max(0.0, piece.since(part_.from));
    const double last = std::min(piece.length, piece.since(part_.to));
    if (!(first <= last)) return;
    const Sides sides(piece);
    const auto at = [&](double x) {
      const double current = drive.at(piece.time + x);
      const State state = units_.of(x == 0 ? sides.start() : sides.at(x), current);
      const State rate = derivative(cell_, state, current);
      const Vector way{rate.v / part_.near_v, rate.u / part_.near_u};
      const double speed = std::sqrt(way.x * way.x + way.y * way.y);
      return Point{state, speed > 0 ? Vector{way.x / speed, way.y / speed} : Vector{}, speed};
    };
    const Point begin = at(first), end = at(last);
    if (curves_.empty()) curves_.begin(begin.state);
    const double middle = first + (last - first) / 2;
    const Point between = at(middle);
    bend(at, first, begin, middle, between, 0);
    bend(at, middle, between, last, end, 0);
  }

  template <class At>
  void bend(At&& at, double low, const Point& before, double high, const Point& after, int depth) {
    if (depth < deepest && steps_ > 0 && !straight(before, after, high - low)) {
      steps_ -= of_a_step;
      const double middle = low + (high - low) / 2;
      const Point between = at(middle);
      bend(at, low, before, middle, between, depth + 1);
      bend(at, middle, between, high, after, depth + 1);
    } else {
      curves_.add(after.state);
    }
  }

  /// Whether the line between two points of the curve, `time` ms apart, stays as close to the curve as points may be to
  /// a line. A cubic that leaves its chord, of length L, at an angle at one end alone is at most 4/27 L times that
  /// angle away from it; an arc, which does so at both ends, 1/8 L times the sum of the two angles. A sixth covers
  /// both. Half a step of the solver differs little from a cubic, since each term of its series is about a ninth of the
  /// one before.
  bool straight(const Point& before, const Point& after, double time) const {
    if ((before.speed + after.speed) * time <= 2 * Thinned::allowed) return true;
    const Vector chord{(after.state.v - before.state.v) / part_.near_v,
                       (after.state.u - before.state.u) / part_.near_u};
    const auto along = [&](const Vector& way) { return way.x * chord.x + way.y * chord.y; };
    const auto across = [&](const Vector& way) { return std::fabs(cross(way, chord)); };
    return along(before.way) >= 0 && along(after.way) >= 0 &&
           across(before.way) + across(after.way) <= 6 * Thinned::allowed;
  }

  static constexpr int deepest = 9;           // halvings of half a step
  static constexpr double of_a_step = 0.125;  // the cost of a halving, in steps: one step may need hundreds

  const Cell& cell_;
  NormalForm form_;
  Units units_{form_};
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
