#include "core/solve/fixed_step.hpp"

#include <cmath>
#include <limits>

#include "core/solve/sampling.hpp"

namespace izh {

namespace {

/// What the model adds to v and u in a time h at a constant rate; all constants are worked out once.
class Increment {
 public:
  Increment(const Cell& cell, double h)
      : curvature_(h * cell.k / cell.C),
        per_current_(h / cell.C),
        recovery_(h * cell.a * cell.b),
        decay_(h * cell.a),
        vr_(cell.vr),
        vt_(cell.vt) {}

  State operator()(double v, double u, double current) const {
    return {curvature_ * (v - vr_) * (v - vt_) + per_current_ * (current - u), recovery_ * (v - vr_) - decay_ * u};
  }

 private:
  double curvature_, per_current_, recovery_, decay_, vr_, vt_;
};

/// With k1/2, k2/2, k3 and k4/2 instead of k1 ... k4, the step (k1 + 2 k2 + 2 k3 + k4)/6 is a third of their sum.
class Rk4Step {
 public:
  Rk4Step(const Cell& cell, double dt) : half_(cell, dt / 2), whole_(cell, dt) {}

  State operator()(const State& s, double current) const {
    constexpr double third = 1.0 / 3;
    const State k1 = half_(s.v, s.u, current);
    const State k2 = half_(s.v + k1.v, s.u + k1.u, current);
    const State k3 = whole_(s.v + k2.v, s.u + k2.u, current);
    const State k4 = half_(s.v + k3.v, s.u + k3.u, current);
    return {s.v + third * (k1.v + 2 * k2.v + k3.v + k4.v), s.u + third * (k1.u + 2 * k2.u + k3.u + k4.u)};
  }

 private:
  Increment half_, whole_;
};

class EulerStep {
 public:
  EulerStep(const Cell& cell, double dt) : whole_(cell, dt) {}

  State operator()(const State& s, double current) const {
    const State k = whole_(s.v, s.u, current);
    return {s.v + k.v, s.u + k.u};
  }

 private:
  Increment whole_;
};

/// The current that a script uses for the step starting at a given time. Exactly at an edge it is that of the segment
/// which begins there or, with SwitchEdge::after, of the one which ends there. Times must not decrease.
class HeldCurrent {
 public:
  HeldCurrent(const std::vector<Stimulus>& stimulus, double duration, SwitchEdge edge)
      : segments_(segments(stimulus, duration)),
        before_(current_at(stimulus, -std::numeric_limits<double>::denorm_min())),
        after_(edge == SwitchEdge::after) {}

  double at(double time) {
    const auto past = [&](double end) { return after_ ? time > end : time >= end; };
    while (index_ + 1 < segments_.size() && past(segments_[index_].end)) ++index_;
    // With SwitchEdge::after, only what began before 0 is on at 0.
    return after_ && !(time > 0) ? before_ : segments_[index_].at(time);
  }

 private:
  std::vector<Segment> segments_;
  double before_;
  bool after_;
  std::size_t index_ = 0;
};

/// v may leave the physical range for a while, but beyond these bounds the scheme has blown up.
bool blown_up(const State& state) { return !(std::fabs(state.v) < 1e12 && std::fabs(state.u) < 1e15); }

/// Takes the steps of the grid from number `first`, where the state is `now`, and hands each to `each(step)` until that
/// returns false. Returns how and when it ended, the state then and the number of steps.
template <class Method, class Each>
Ended walk(const Experiment& experiment, double dt, SwitchEdge edge, double first, State now, double budget,
           Each&& each) {
  const Cell& cell = experiment.cell;
  const Method method(cell, dt);
  HeldCurrent held(experiment.stimulus, experiment.duration, edge);
  // The last grid point may lie less than dt past the end; rounding must not add another.
  const double count = std::ceil(experiment.duration / dt * (1 - 1e-13));
  End kind = End::finished;
  double n = first;
  for (; n < count; ++n) {
    const double time = n * dt;
    if (n - first >= budget) {
      kind = End::out_of_budget;
      break;
    }
    GridStep step{time, (n + 1) * dt, now, method(now, held.at(time)), false};
    step.fires = step.after.v > cell.vpeak;
    if (step.fires) step.after = reset(cell, step.after);
    const bool goes_on = each(step);
    if (blown_up(step.after)) {
      kind = End::diverged;
      break;
    }
    now = step.after;
    if (!goes_on) {
      kind = End::too_many_spikes;
      ++n;
      break;
    }
  }
  const double time = kind == End::finished ? experiment.duration : n * dt;
  return {kind, time, now.v, now.u, n - first};
}

template <class Method>
Recording run(const Experiment& experiment, const Window& window, double dt, SwitchEdge edge) {
  HeldCurrent true_one(experiment.stimulus, experiment.duration, SwitchEdge::at);
  SampleGrid grid(experiment, window);
  Recording recording;
  grid.open(recording);
  recording.ended =
      walk<Method>(experiment, dt, edge, 0, initial_state(experiment), window.budget, [&](const GridStep& step) {
        const auto& [begin, end, before, after, fires] = step;
        if (fires && !blown_up(after) && end <= experiment.duration * (1 + 1e-13))
          note_spike(recording, end, begin, before.v, before.u, after.v, after.u);
        if (blown_up(after)) return true;
        double at;
        while (grid.next(at) && at < end) {
          const double share = (at - begin) / dt;
          grid.push(before.v + share * (after.v - before.v), before.u + share * (after.u - before.u), true_one.at(at));
        }
        return !too_dense(recording.spikes);
      });
  if (recording.ended.kind == End::finished) grid.finish(recording.ended.v, recording.ended.u);
  grid.close(recording);
  return recording;
}

}  // namespace

Recording simulate_fixed_step(const Experiment& experiment, const Window& window) {
  if (const Rk4* rk4 = std::get_if<Rk4>(&experiment.solver))
    return run<Rk4Step>(experiment, window, rk4->dt, rk4->edge);
  const Euler& euler = std::get<Euler>(experiment.solver);
  return run<EulerStep>(experiment, window, euler.dt, euler.edge);
}

void follow_fixed_step(const Experiment& experiment, const State& state, double time, double budget,
                       const std::function<bool(const GridStep&)>& each) {
  const auto point = [&](double dt) { return std::round(time / dt); };
  const auto visit = [&](const GridStep& step) { return !blown_up(step.after) && each(step); };
  if (const Rk4* rk4 = std::get_if<Rk4>(&experiment.solver))
    walk<Rk4Step>(experiment, rk4->dt, rk4->edge, point(rk4->dt), state, budget, visit);
  else if (const Euler* euler = std::get_if<Euler>(&experiment.solver))
    walk<EulerStep>(experiment, euler->dt, euler->edge, point(euler->dt), state, budget, visit);
}

}  // namespace izh
