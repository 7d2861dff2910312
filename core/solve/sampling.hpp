// core/solve/sampling.hpp: the evenly spaced times at which a run is sampled, shared by the solvers.
#pragma once

#include <algorithm>
#include <array>
#include <span>
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

  /// Makes room for every sample, and sets its time; `push` fills in the rest and `close` cuts off what was not filled.
  void open(Recording& recording) {
    for (auto* column : columns(recording)) column->resize(count_);
    time_ = recording.time.data();
    v_ = recording.v.data();
    u_ = recording.u.data();
    current_ = recording.current.data();
    for (std::size_t i = 0; i < count_; ++i) time_[i] = from_ + static_cast<double>(i) * step_;
    if (count_ > 1) time_[count_ - 1] = to_;
  }
  void close(Recording& recording) const {
    for (auto* column : columns(recording)) column->resize(index_);
  }

  /// Puts the next sample time [ms] into `at`; false when none is left.
  bool next(double& at) const {
    if (index_ >= count_) return false;
    at = time_[index_];
    return true;
  }

  /// The times [ms] of the samples that come next, up to the first for which `within(time)` is false.
  template <class Within>
  std::span<const double> ahead(Within&& within) const {
    std::size_t end = index_;
    while (end < count_ && within(time_[end])) ++end;
    return {time_ + index_, end - index_};
  }

  void push(double v, double u, double current) {
    v_[index_] = v;
    u_[index_] = u;
    current_[index_] = current;
    ++index_;
  }

  /// The sample at the end of the run, where no further step starts.
  void finish(double v, double u) {
    while (index_ < count_) push(v, u, final_current_);
  }

 private:
  static double final_current(const Segment& last) { return last.at(last.end); }

  static std::array<std::vector<double>*, 4> columns(Recording& recording) {
    return {&recording.time, &recording.v, &recording.u, &recording.current};
  }

  double from_, to_;
  std::size_t count_, index_ = 0;
  double step_, final_current_;
  double *time_ = nullptr, *v_ = nullptr, *u_ = nullptr, *current_ = nullptr;  // the recording's columns
};

/// A run may have no more spikes than this in a millisecond.
inline constexpr std::size_t most_in_millisecond = 1000;

/// True when the latest spikes come faster than that: intervals then shrink without bound.
inline bool too_dense(const std::vector<double>& spikes) {
  constexpr std::size_t most = most_in_millisecond;
  return spikes.size() > most && spikes.back() - spikes[spikes.size() - 1 - most] < 1.0;
}

}  // namespace izh
