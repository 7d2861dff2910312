// core/train/spikes.hpp: measures of a spike train: intervals, rates, and the rate against the current.
#pragma once

#include <optional>
#include <vector>

#include "core/model/stimulus.hpp"
#include "core/schema/field.hpp"
#include "core/schema/text.hpp"
#include "core/train/steady_rate.hpp"

namespace izh {

/// Measures of one spike train. Spike times are the times of the resets, at which v reaches vpeak.
struct Measures {
  double count = 0;            // in the whole run
  double count_in_window = 0;  // while the stimulus is on
  std::optional<double> latency, mean_rate, steady_rate, steady_k, first_isi, last_isi, isi_ratio, mean_isi,
      mean_instantaneous_rate, steady_from, steady_to;
  NoRate mean_reason = NoRate::none, steady_reason = NoRate::none;  // why there is no such rate
  Text mean_none, steady_none;  // the same in words; empty for a run without a spike
  std::vector<double> isi;
};

template <>
inline constexpr auto fields<Measures> = std::tuple{
    result(&Measures::count, "count", "", "Spikes in the whole run."),
    result(&Measures::count_in_window, "count_in_window", "", "Spikes while the stimulus is on."),
    result(&Measures::latency, "latency", "ms", "From the start of the stimulus to the first spike after it."),
    result(&Measures::mean_rate, "mean_rate", "Hz", "Spikes while the stimulus is on, divided by how long it is on."),
    result(&Measures::steady_rate, "steady_rate", "Hz",
           "1000 divided by the mean of the last k intervals, of a train that lasts and has settled."),
    result(
        &Measures::steady_k, "steady_k", "",
        "k: half of the intervals, rounded up, 6 at the most, and none before they settled; pairs and triplets count "
        "whole."),
    result(&Measures::steady_from, "steady_from", "ms",
           "Start of the stretch of steady current that this is said of, where that is not all of the stimulus."),
    result(&Measures::steady_to, "steady_to", "ms", "End of that stretch."),
    choice(&Measures::mean_reason, "mean_reason", "Why there is no mean rate."),
    choice(&Measures::steady_reason, "steady_reason", "Why there is no steady rate."),
    said(&Measures::mean_none, "mean_none", "Why there is no mean rate, in words, or nothing."),
    said(&Measures::steady_none, "steady_none", "Why there is no steady rate, in words, or nothing."),
    result(&Measures::first_isi, "first_isi", "ms", "First interspike interval."),
    result(&Measures::last_isi, "last_isi", "ms", "Last interspike interval."),
    result(&Measures::isi_ratio, "isi_ratio", "", "First interval divided by the last; below 1 the cell adapts."),
    result(&Measures::mean_isi, "mean_isi", "ms", "Mean of all intervals."),
    result(&Measures::mean_instantaneous_rate, "mean_instantaneous_rate", "Hz",
           "Mean of 1000 divided by each interval."),
    samples(&Measures::isi, "isi", "ms", "Interspike intervals, in order."),
};

/// Measures of the spike times `spikes` [ms, ascending] of a run whose stimulus is on during `window` and constant
/// there. A measure that needs more spikes than there are (a latency needs one, an interval two) is empty, never 0; so
/// is one that would divide by an interval of 0.
/// Throws std::invalid_argument when the window is empty or reversed, or the train is not finite and ascending.
Measures measures(const std::vector<double>& spikes, const Span& window);

/// 1000 divided by each interspike interval [ms], against the current midway between its two spikes.
struct RateCurve {
  std::vector<double> time;     // ms, midway between the two spikes
  std::vector<double> current;  // pA
  std::vector<double> rate;     // Hz
};

template <>
inline constexpr auto fields<RateCurve> = std::tuple{
    samples(&RateCurve::time, "time", "ms", "Midway between two spikes."),
    samples(&RateCurve::current, "current", "pA", "Injected current at that time."),
    samples(&RateCurve::rate, "rate", "Hz", "1000 divided by the interval between the two."),
};

/// The rate against the current for `spikes` [ms, ascending], one entry per interval, in order; intervals of 0 are left
/// out. Throws std::invalid_argument unless `spikes` are finite and ascending and the stimuli are valid.
RateCurve rate_against_current(const std::vector<double>& spikes, const std::vector<Stimulus>& stimulus);

}  // namespace izh
