// core/solve/sampling.hpp: the evenly spaced times at which a run is sampled, shared by the solvers.
#pragma once

#include <algorithm>
#include <array>
#include <vector>

#include "core/model/experiment.hpp"
#include "core/model/recording.hpp"

namespace izh {

/// Walks through a window's sample times. Each is computed from its index, so that they are evenly spaced.
class SampleGrid {
 public:
  SampleGrid(const Experiment& experiment, const Window& window)
      : from_(window.from),
        to_(std::min(window.to.value_or(experiment.duration), experiment.duration)),
        count_(from_ <= to_ ? static_cast<std::size_t>(window.points) : 0),
        step_(count_ > 1 ? (to_ - from_) / static_cast<double>(count_ - 1) : 0.0),
        // A run's last instant belongs to the segment before it: no stimulus begins or ends there.
        final_current_(to_ < experiment.duration ? current_at(experiment.stimulus, to_)
                                                 : final_current(segments(experiment.stimulus, to_).back())) {}

  /// Makes room for every sample; `push` fills it and `close` cuts it to what was filled.
  void open(Recording& recording) const {
    for (auto* column : columns(recording)) column->resize(count_);
  }
  void close(Recording& recording) const {
    for (auto* column : columns(recording)) column->resize(index_);
  }

  /// Puts the next sample time [ms] into `at`; false when none is left.
  bool next(double& at) const {
    if (index_ >= count_) return false;
    at = time(index_);
    return true;
  }

  void push(Recording& recording, double time, double v, double u, double current) {
    recording.time[index_] = time;
    recording.v[index_] = v;
    recording.u[index_] = u;
    recording.current[index_] = current;
    ++index_;
  }

  /// Puts the times of up to `most` next samples within the piece into the recording, and how long after the piece
  /// begins they are into `x`; returns how many. They count as samples once they are skipped.
  template <class Piece>
  std::size_t within(const Piece& piece, Recording& recording, double* x, std::size_t most) const {
    std::size_t count = 0;
    for (; count < most && index_ + count < count_; ++count) {
      const double at = time(index_ + count);
      x[count] = piece.since(at);
      if (!(x[count] < piece.length)) break;
      recording.time[index_ + count] = at;
    }
    return count;
  }
  std::size_t filled() const { return index_; }
  void skip(std::size_t count) { index_ += count; }

  /// The sample at the end of the run, where no further step starts.
  void finish(Recording& recording, double v, double u) {
    double at;
    while (next(at)) push(recording, at, v, u, final_current_);
  }

 private:
  double time(std::size_t index) const {
    return index + 1 == count_ && count_ > 1 ? to_ : from_ + static_cast<double>(index) * step_;
  }

  static double final_current(const Segment& last) { return last.at(last.end); }

  static std::array<std::vector<double>*, 4> columns(Recording& recording) {
    return {&recording.time, &recording.v, &recording.u, &recording.current};
  }

  double from_, to_;
  std::size_t count_, index_ = 0;
  double step_, final_current_;
};

/// A run may have no more spikes than this in a millisecond.
inline constexpr std::size_t most_in_millisecond = 1000;

/// True when the latest spikes come faster than that: intervals then shrink without bound.
inline bool too_dense(const std::vector<double>& spikes) {
  constexpr std::size_t most = most_in_millisecond;
  return spikes.size() > most && spikes.back() - spikes[spikes.size() - 1 - most] < 1.0;
}

}  // namespace izh
