// core/train/formed.hpp: a spike train with its form, as that is put into a text and explained by a rule.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/train/form.hpp"
#include "core/train/intervals.hpp"

namespace izh {

/// The least and the greatest of some numbers.
struct Extent {
  double low, high;
};

/// The fewest and the most spikes of some groups, one or more.
Extent sizes_of(const std::vector<Group>& groups);

/// A train of two spikes or more.
struct FormedTrain {
  std::vector<double> isi;            // ms
  double quiet = 0.0;                 // ms without a spike after the last
  std::optional<double> steady_rate;  // Hz: the one that `measures` gives, where there is one
  Form form;                          // form_of(isi, quiet)

  std::size_t spikes() const { return isi.size() + 1; }
  double time() const { return time_from(0); }   // ms from the first spike to the last
  double time_from(std::size_t interval) const;  // ms that the intervals from that number on take

  Intervals all() const { return from(0); }
  Intervals steady() const { return from(form.steady); }
  Intervals last(std::size_t count) const { return from(isi.size() - count); }
  Intervals from(std::size_t first) const { return {isi.begin() + static_cast<std::ptrdiff_t>(first), isi.end()}; }

  /// Of a train that bursts: the bursts of its steady part, without the single spikes among its groups, and the pauses
  /// [ms] there.
  std::vector<Group> bursts() const;
  Extent pauses() const;

  /// 1000 over the mean of the intervals [ms] where they seem to settle: the last one where they go one way, the last
  /// two where they go to and fro and these are alike or draw together, else the last few, which are those of no
  /// transient. In Hz.
  double late_rate() const;
};

}  // namespace izh
