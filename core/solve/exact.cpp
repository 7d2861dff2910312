#include "core/solve/exact.hpp"

#include <algorithm>
#include <span>

#include "core/solve/sampling.hpp"
#include "core/solve/sides.hpp"

namespace izh {

namespace {

using taylor::order;

class Run {
 public:
  Run(const Experiment& experiment, const Window& window, Track* track)
      : cell_(experiment.cell), form_(experiment.cell), window_(window), grid_(experiment, window), track_(track) {
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
        if (last) grid_.finish(form_.v(orbit_.z), u_);
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
    while (grid_.next(at) && at < drive.end) grid_.push(v, u_, drive.current);
    if (track_) {
      Piece<order> still{orbit_.time, orbit_.time_low, 0, {orbit_.z}, {orbit_.q}};
      still.length = still.since(drive.end);
      note(still, drive);
    }
    orbit_.time = drive.end;
    orbit_.time_low = 0;
    if (last) grid_.finish(v, u_);
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

  void sample(const Piece<order>& piece, const Segment& drive) {
    const std::span<const double> times = grid_.ahead([&](double at) { return piece.since(at) < piece.length; });
    if (times.empty()) return;
    const Sides sides(piece);
    std::size_t i = 0;
    for (; i + 1 < times.size(); i += 2) {
      const auto [one, other] = sides.at(piece.since(times[i]), piece.since(times[i + 1]));
      push(one, drive.at(times[i]));
      push(other, drive.at(times[i + 1]));
    }
    if (i < times.size()) push(sides.at(piece.since(times[i])), drive.at(times[i]));
  }

  void push(const Sides::Both& found, double current) {
    const State state = units_.of(found, current);
    grid_.push(state.v, state.u, current);
  }

  const Cell& cell_;
  NormalForm form_;
  Units units_{form_};
  Window window_;
  SampleGrid grid_;
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
