#include "core/solve/exact.hpp"

#include <algorithm>

#include "core/solve/sampling.hpp"
#include "core/solve/sides.hpp"

namespace izh {

namespace {

using taylor::order;

class Run {
 public:
  Run(const Experiment& experiment, const Window& window, Track* track)
      : cell_(experiment.cell),
        form_(experiment.cell),
        window_(window),
        grid_(experiment, window),
        tolerance_(taylor::epsilon * form_.scale()),
        track_(track) {
    const State start = initial_state(experiment);
    orbit_ = {0.0, 0.0, form_.z(start.v), 0.0};
    u_ = start.u;
    steps_ = window.budget;
    if (track_) track_->legs.reserve(Track::usual);
  }

  Recording record(const Experiment& experiment) {
    grid_.open(recording_);
    for (const Segment& drive : segments(experiment.stimulus, experiment.duration))
      if (!cover(drive, drive.end == experiment.duration)) break;
    recording_.ended.time = orbit_.time;
    recording_.ended.v = form_.v(orbit_.z);
    recording_.ended.u = u_;
    recording_.ended.steps = window_.budget - steps_;
    grid_.close(recording_);
    return std::move(recording_);
  }

 private:
  /// Where the current jumps, u is continuous and q is not, so each segment starts from u.
  bool cover(const Segment& drive, bool last) {
    orbit_.q = form_.q(u_, drive.at(orbit_.time));
    if (orbit_.z >= form_.peak() && !fire(drive)) return false;
    for (;;) {
      if (drive.slope == 0 && holds_still(cell_, {form_.v(orbit_.z), u_}, drive.current)) return stay(drive, last);
      const Stop stop = advance<order>(form_, orbit_, drive, drive.end, steps_, [&](const Piece<order>& piece) {
        sample(piece, drive);
        if (track_) note(piece, drive);
      });
      u_ = form_.u(orbit_.q, drive.at(orbit_.time));
      if (stop == Stop::reached) {
        if (last) grid_.finish(recording_, form_.v(orbit_.z), u_);
        return true;
      }
      if (stop != Stop::spike) return end(stop == Stop::diverged ? End::diverged : End::out_of_budget);
      if (!fire(drive)) return false;
    }
  }

  /// On a fixed point the state stays as it is to the end of the segment.
  bool stay(const Segment& drive, bool last) {
    if (!(steps_ > 0)) return end(End::out_of_budget);
    steps_ -= 1;
    const double v = form_.v(orbit_.z);
    double at;
    while (grid_.next(at) && at < drive.end) grid_.push(recording_, at, v, u_, drive.current);
    if (track_) {
      Piece<order> still{orbit_.time, orbit_.time_low, 0, {orbit_.z}, {orbit_.q}};
      still.length = still.since(drive.end);
      note(still, drive);
    }
    orbit_.time = drive.end;
    orbit_.time_low = 0;
    if (last) grid_.finish(recording_, v, u_);
    return true;
  }

  void note(const Piece<order>& piece, const Segment& drive) {
    if (track_->legs.size() < Track::most)
      track_->legs.push_back({piece, drive, recording_.spikes.size(), false});
    else
      track_->whole = false;
  }

  bool end(End kind) {
    recording_.ended.kind = kind;
    return false;
  }

  /// Notes the spike and resets; false when spikes pile up without bound.
  bool fire(const Segment& drive) {
    const double time = orbit_.time, u = form_.u(orbit_.q, drive.at(time));
    const double v = std::max(form_.v(orbit_.z), form_.v(form_.peak()));
    if (track_ && !track_->legs.empty()) track_->legs.back().fires = true;
    orbit_.z = form_.after_reset();
    orbit_.q += form_.jump();
    u_ = form_.u(orbit_.q, drive.at(time));
    note_spike(recording_, time, time, v, u, form_.v(orbit_.z), u_);
    if (too_dense(recording_.spikes)) return end(End::too_many_spikes);
    return true;
  }

  /// The samples within the piece, a few dozen at a time, straight into the recording.
  void sample(const Piece<order>& piece, const Segment& drive) {
    constexpr std::size_t most = 32;
    double x[most];
    while (const std::size_t count = grid_.within(piece, recording_, x, most)) {
      const std::size_t first = grid_.filled();
      const double* time = &recording_.time[first];
      double *v = &recording_.v[first], *u = &recording_.u[first], *current = &recording_.current[first];
      evaluate_many(piece, tolerance_, x, count, v, u);
      for (std::size_t i = 0; i < count; ++i) {
        current[i] = drive.at(time[i]);
        v[i] = form_.v(v[i]);
        u[i] = form_.u(u[i], current[i]);
      }
      grid_.skip(count);
      if (count < most) return;
    }
  }

  const Cell& cell_;
  NormalForm form_;
  Window window_;
  SampleGrid grid_;
  double tolerance_;  // of a sample's normal form, as of a step's
  Orbit orbit_;
  double u_, steps_;
  Recording recording_;
  Track* track_;
};

}  // namespace

Stop follow(const NormalForm& form, Orbit& orbit, const Segment& drive, double until, double& steps) {
  return advance<order>(form, orbit, drive, until, steps, [](const Piece<order>&) {});
}

Recording simulate_exact(const Experiment& experiment, const Window& window, Track* track) {
  return Run(experiment, window, track).record(experiment);
}

}  // namespace izh
