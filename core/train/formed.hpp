// core/train/formed.hpp: a spike train with its form, from which its text and its rule are written.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/train/form.hpp"
#include "core/train/intervals.hpp"

namespace izh {

/// The smallest and the largest of some numbers.
struct Extent {
  double low, high;
};

/// The fewest and the most spikes in a group, of one group or more.
Extent sizes_of(const std::vector<Group>& groups);

/// A train of two spikes or more.
struct FormedTrain {
  std::vector<double> isi;            // ms
  double quiet = 0.0;                 // ms without a spike after the last
  std::optional<double> steady_rate;  // Hz: the one that `measures` gives, if any
  Form form;                          // form_of(isi, quiet)

  std::size_t spikes() const { return isi.size() + 1; }
  double time() const { return time_from(0); }   // ms from the first spike to the last
  double time_from(std::size_t interval) const;  // ms, from that interval's start to the last spike

  Intervals all() const { return from(0); }
  Intervals steady() const { return from(form.steady); }
  Intervals last(std::size_t count) const { return from(isi.size() - count); }
  Intervals from(std::size_t first) const { return {isi.begin() + static_cast<std::ptrdiff_t>(first), isi.end()}; }

  /// For a bursting train: the bursts of its steady part, without the single spikes among its groups, and the pauses
  /// [ms] there.
  std::vector<Group> bursts() const;
  Extent pauses() const;

  /// The rate [Hz] that the intervals seem to settle to, 1000 over the mean [ms] of: the last one if they go one way,
  /// the last two if they go to and fro and are alike or converge, else the last few, without the transient.
  double late_rate() const;
};

}  // namespace izh
