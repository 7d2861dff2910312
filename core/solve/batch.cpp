#include "core/solve/batch.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

#include "core/solve/capture.hpp"
#include "core/solve/exact.hpp"
#include "core/solve/firing.hpp"
#include "core/solve/lanes.hpp"
#include "core/solve/repeats.hpp"
#include "core/solve/sampling.hpp"

namespace izh {

namespace {

using taylor::any;
using taylor::Lanes;
using taylor::Mask;
using taylor::order;

constexpr double infinity = std::numeric_limits<double>::infinity();

bool valid(const Job& job) {
  const auto& [C, k, vr, vt, vpeak, a, b, c, d] = job.cell;
  double sum = 0;  // not finite if one of them is not
  for (double number : {C, k, vr, vt, vpeak, a, b, c, d, job.start.v, job.start.u, job.current, job.duration})
    sum += number - number;
  return sum == 0 && C > 0 && k > 0 && a >= 0 && c < vpeak && job.duration > 0 && job.most_spikes >= 1 &&
         job.most_steps >= 1;
}

/// How many times T can be added to `time` within `duration`.
double repeats(double time, double T, double duration) {
  double m = std::fmax(0, std::floor((duration - time) / T));
  while (m > 0 && time + m * T > duration) m -= 1;
  while (time + (m + 1) * T <= duration) m += 1;
  return m;
}

double count_of(const Train& train, double duration) {
  double count = static_cast<double>(train.spikes.size());
  for (std::size_t i = train.spikes.size() - train.cycle; i < train.spikes.size(); ++i)
    count += repeats(train.spikes[i], train.cycle_period, duration);
  return count;
}

/// What a lane knows of its job, besides the numbers it steps with.
struct Runner {
  const Job* job = nullptr;
  Train* train = nullptr;
  std::optional<NormalForm> form;
  CycleWatch watch;
  double runaway_u = never;

  /// Notes a spike, whose reset has been applied to `orbit`; returns how the job ends, if this spike ends it.
  std::optional<BatchEnd> note(const Orbit& orbit, double left) {
    train->spikes.push_back(orbit.time);
    train->reset_u.push_back(form->u(orbit.q, job->current));
    if (train->reset_u.back() < runaway_u) return BatchEnd::runs_away;
    if (too_dense(train->spikes)) return BatchEnd::too_many_spikes;
    if (!(left > 0)) return BatchEnd::finished;
    if (job->stop_at_cycle) {
      const double scale = std::fabs(orbit.q) + std::fabs(form->jump());
      train->cycle = watch.add(orbit.q, orbit.time, orbit.time_low, scale, left);
      if (train->cycle > 0) {
        train->cycle_period = watch.period(train->cycle);
        return BatchEnd::cycle;
      }
    }
    if (static_cast<double>(train->spikes.size()) >= job->most_spikes) return BatchEnd::most_spikes;
    return std::nullopt;
  }

  State state(const Orbit& orbit) const { return {form->v(orbit.z), form->u(orbit.q, job->current)}; }

  void finish(const Orbit& orbit, BatchEnd end) {
    train->end = end;
    train->time = orbit.time;
    train->state = state(orbit);
    train->count = count_of(*train, job->duration);
  }
};

/// Works through the jobs, W of them at a time.
template <int W>
class Batch {
 public:
  Batch(const std::vector<Job>& jobs, std::vector<Train>& trains) : jobs_(jobs), trains_(trains) {
    for (int lane = 0; lane < W; ++lane) refill(lane);
  }

  void run() {
    while (under_way_ > 0) step();
  }

 private:
  using Numbers = Lanes<W>;
  struct Step {
    Numbers z[order + 1], q[order + 1], time, time_low, length, end, end_q;
    Mask<W> finite, landed;
  };

  /// One step of every lane: what `advance` does, with everything rare left to `settle`.
  void step() {
    Step step;
    step.z[0] = z_;
    step.q[0] = q_;
    step.time = time_;
    step.time_low = time_low_;
    taylor::expand<order, Numbers>(step.z, step.q, A_, a_, force_, force_slope_);
    step.length = smaller(left_, taylor::step_length<order>(step.z, step.q, tolerance_));
    step.end = taylor::evaluate<order>(step.z, step.length);
    step.end_q = taylor::evaluate<order>(step.q, step.length);

    const Numbers last = (step.z[order] - step.z[order]) + (step.q[order] - step.q[order]);
    step.finite = last == Numbers();
    step.landed = step.length == left_;
    z_ = step.end;
    q_ = step.end_q;
    taylor::move(time_, time_low_, step.length);
    left_ = (until_ - time_) - time_low_;
    steps_left_ = steps_left_ - one_;
    const Mask<W> may_fire = (step.end >= peak_) | !(larger(step.q[0], step.end_q) < half_square_);
    const Mask<W> goes_on = step.finite & (left_ > Numbers()) & (steps_left_ > Numbers());
    const Mask<W> events = may_fire | step.landed | !goes_on | captured();
    if (any(events))
      for (int lane = 0; lane < W; ++lane)
        if (events[lane]) settle(step, lane);
  }

  /// The quadratic form of capture.hpp about the fixed point, in z and q.
  Mask<W> captured() const {
    const Numbers z = z_ - rest_z_, q = q_ - rest_q_;
    return z * (zz_ * z + zq_ * q) + qq_ * (q * q) < level_;
  }

  void settle(const Step& step, int lane) {
    Runner& runner = runners_[static_cast<std::size_t>(lane)];
    Orbit orbit{step.time[lane], step.time_low[lane], step.z[0][lane], step.q[0][lane]};
    if (!step.finite[lane]) return finish(lane, orbit, BatchEnd::diverged);
    const double peak = peak_[lane];
    if (const double x = spike(step, lane); x >= 0) {
      orbit.q = after_;
      orbit.z = peak;
      taylor::move(orbit.time, orbit.time_low, x);
      return fire(lane, orbit);
    }
    orbit = {time_[lane], time_low_[lane], z_[lane], q_[lane]};
    if (step.landed[lane]) {
      orbit.time = runner.job->duration;
      orbit.time_low = 0;
    }
    if (step.landed[lane] || !(left_[lane] > 0)) return finish(lane, orbit, BatchEnd::finished);
    if (!(steps_left_[lane] > 0)) return finish(lane, orbit, BatchEnd::out_of_steps);
    if (captured()[lane]) finish(lane, orbit, BatchEnd::rest);
  }

  /// When z reaches the peak within the step (with q then left in `after_`); negative if it does not.
  double spike(const Step& step, int lane) {
    const double peak = peak_[lane], length = step.length[lane];
    const bool crosses = step.end[lane] >= peak;
    if (!crosses && !taylor::may_graze(step.q[0][lane], step.end_q[lane], peak)) return -1;
    Piece<order> piece{step.time[lane], step.time_low[lane], length, {}, {}};
    for (int n = 0; n <= order; ++n) {
      piece.z[n] = step.z[n][lane];
      piece.q[n] = step.q[n][lane];
    }
    const double x =
        crosses ? taylor::crossing<order>(piece, peak, length) : taylor::grazing<order>(piece, peak, length);
    if (x >= 0) after_ = taylor::evaluate<order>(piece.q, x);
    return x;
  }

  /// Resets the lane, whose orbit is at its peak, and continues with it unless its job ends.
  void fire(int lane, Orbit orbit) {
    Runner& runner = runners_[static_cast<std::size_t>(lane)];
    orbit.z = runner.form->after_reset();
    orbit.q += runner.form->jump();
    const double left = (runner.job->duration - orbit.time) - orbit.time_low;
    std::optional<BatchEnd> end = runner.note(orbit, left);
    if (!end && !(steps_left_[lane] > 0)) end = BatchEnd::out_of_steps;
    if (!end && holds_still(runner.job->cell, runner.state(orbit), runner.job->current)) end = stay(*runner.job, orbit);
    if (end) return finish(lane, orbit, *end);
    put(lane, orbit, left);
  }

  /// How a job ends whose orbit stays on a fixed point.
  static BatchEnd stay(const Job& job, Orbit& orbit) {
    if (job.stop_at_rest) return BatchEnd::rest;
    orbit.time = job.duration;
    orbit.time_low = 0;
    return BatchEnd::finished;
  }

  void finish(int lane, const Orbit& orbit, BatchEnd end) {
    runners_[static_cast<std::size_t>(lane)].finish(orbit, end);
    --under_way_;
    refill(lane);
  }

  void put(int lane, const Orbit& orbit, double left) {
    z_.set(lane, orbit.z);
    q_.set(lane, orbit.q);
    time_.set(lane, orbit.time);
    time_low_.set(lane, orbit.time_low);
    left_.set(lane, left);
  }

  /// Gives the lane its next job or, when none is left, numbers with which nothing ever happens.
  void refill(int lane) {
    one_.set(lane, 1.0);
    if (!take(lane)) {
      for (Numbers* zero : {&A_, &a_, &force_, &force_slope_, &rest_z_, &rest_q_, &zz_, &zq_, &qq_, &level_})
        zero->set(lane, 0.0);
      for (Numbers* endless : {&until_, &peak_, &half_square_, &steps_left_}) endless->set(lane, infinity);
      tolerance_.set(lane, 1.0);
      return put(lane, {0, 0, 0, 0}, infinity);
    }
    const Runner& runner = runners_[static_cast<std::size_t>(lane)];
    const Job& job = *runner.job;
    ++under_way_;
    prepare(lane, *runner.form, job);
    const Orbit orbit{0, 0, runner.form->z(job.start.v), runner.form->q(job.start.u, job.current)};
    if (orbit.z >= runner.form->peak()) return fire(lane, orbit);
    put(lane, orbit, job.duration);
  }

  /// Gives the lane the next job in which anything moves; jobs that start on a fixed point end where they start.
  bool take(int lane) {
    Runner& runner = runners_[static_cast<std::size_t>(lane)];
    while (next_ < jobs_.size()) {
      const Job& job = jobs_[next_];
      runner.job = &job;
      runner.train = &trains_[next_++];
      runner.form.emplace(job.cell);
      runner.watch = {};
      runner.runaway_u = job.stop_at_runaway ? runaway_level(job.cell, job.current) : never;
      Orbit orbit{0, 0, runner.form->z(job.start.v), runner.form->q(job.start.u, job.current)};
      if (orbit.z >= runner.form->peak() || !holds_still(job.cell, job.start, job.current)) return true;
      const BatchEnd end = stay(job, orbit);
      runner.finish(orbit, end);
    }
    return false;
  }

  void prepare(int lane, const NormalForm& form, const Job& job) {
    const auto [force, slope] = form.forcing(job.current, 0.0);
    const double peak = form.peak();
    A_.set(lane, form.A);
    a_.set(lane, form.a);
    force_.set(lane, force);
    force_slope_.set(lane, slope);
    tolerance_.set(lane, taylor::epsilon * form.scale());
    peak_.set(lane, peak);
    half_square_.set(lane, peak > 0 ? peak * peak / 2 : -infinity);
    until_.set(lane, job.duration);
    steps_left_.set(lane, job.most_steps);

    const std::optional<Capture> region =
        job.stop_at_rest ? capture_region(job.cell, job.current) : std::optional<Capture>();
    const Capture form_of = region.value_or(Capture{job.start, 0, 0, 0, 0});
    // dv = dz/(dz/dv), and likewise du.
    const double per_v = form.z(1) - form.z(0), per_u = form.q(1, 0) - form.q(0, 0);
    rest_z_.set(lane, form.z(form_of.rest.v));
    rest_q_.set(lane, form.q(form_of.rest.u, job.current));
    zz_.set(lane, form_of.vv / (per_v * per_v));
    zq_.set(lane, 2 * form_of.vu / (per_v * per_u));
    qq_.set(lane, form_of.uu / (per_u * per_u));
    level_.set(lane, form_of.level);
  }

  const std::vector<Job>& jobs_;
  std::vector<Train>& trains_;
  std::size_t next_ = 0, under_way_ = 0;
  std::array<Runner, static_cast<std::size_t>(W)> runners_;

  Numbers z_, q_, time_, time_low_, left_, steps_left_;                                 // where each lane is
  Numbers A_, a_, force_, force_slope_, tolerance_, peak_, half_square_, until_, one_;  // what it steps with
  Numbers rest_z_, rest_q_, zz_, zq_, qq_, level_;                                      // its region of capture
  double after_ = 0;
};

template <int W>
std::vector<Train> run(const std::vector<Job>& jobs) {
  for (const Job& job : jobs)
    if (!valid(job))
      throw std::invalid_argument(
          "run_batch: needs finite numbers, C > 0, k > 0, a >= 0, c < vpeak, duration > 0 and at least one spike and "
          "step");
  std::vector<Train> trains(jobs.size());
  Batch<W>(jobs, trains).run();
  return trains;
}

}  // namespace

// Two vector registers at a time, so that neither waits for the other.
std::vector<Train> run_batch(const std::vector<Job>& jobs) { return run<4>(jobs); }

std::vector<Train> batch::run_with_lanes(const std::vector<Job>& jobs, int lanes) {
  if (lanes == 1) return run<1>(jobs);
  if (lanes == 2) return run<2>(jobs);
  if (lanes == 4) return run<4>(jobs);
  throw std::invalid_argument("run_with_lanes: there are 1, 2 or 4 lanes");
}

std::vector<double> full_train(const Train& train, double duration) {
  std::vector<double> spikes;
  for (double time : train.spikes)
    if (time <= duration) spikes.push_back(time);
  if (train.cycle == 0) return spikes;
  const std::size_t first = train.spikes.size() - train.cycle;
  for (double m = 1;; m += 1)
    for (std::size_t i = first; i < train.spikes.size(); ++i) {
      const double time = train.spikes[i] + m * train.cycle_period;
      if (!(time <= duration)) return spikes;
      spikes.push_back(time);
    }
}

}  // namespace izh
