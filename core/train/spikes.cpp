#include "core/train/spikes.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <string>

#include "core/schema/require.hpp"

namespace izh {

namespace {

double mean(std::vector<double>::const_iterator first, std::vector<double>::const_iterator last) {
  return std::accumulate(first, last, 0.0) / static_cast<double>(last - first);
}

}  // namespace

Measures measures(const std::vector<double>& spikes, const Span& window) {
  require_span("measures", "span", window);
  require_train("measures", spikes);
  Measures result;
  result.count = static_cast<double>(spikes.size());
  const auto first = std::lower_bound(spikes.begin(), spikes.end(), window.start);
  const auto last = std::upper_bound(first, spikes.end(), window.end);
  result.count_in_window = static_cast<double>(last - first);
  result.mean_rate = 1000 * result.count_in_window / (window.end - window.start);
  if (first != spikes.end()) result.latency = *first - window.start;
  const SteadyRate steady = steady_rate(spikes, window);
  result.steady_rate = steady.rate;
  result.steady_k = steady.intervals;
  result.steady_reason = steady.reason;
  if (!spikes.empty()) result.steady_none = no_rate_text(steady.reason, steady.number);
  if (spikes.size() < 2) return result;

  for (std::size_t i = 1; i < spikes.size(); ++i) result.isi.push_back(spikes[i] - spikes[i - 1]);
  result.first_isi = result.isi.front();
  result.last_isi = result.isi.back();
  if (result.isi.back() > 0) result.isi_ratio = result.isi.front() / result.isi.back();
  result.mean_isi = mean(result.isi.begin(), result.isi.end());
  double rates = 0;
  for (double isi : result.isi) rates += 1000 / isi;
  // Spikes may pile up until two of them share a time in doubles, which gives no rate.
  if (std::isfinite(rates)) result.mean_instantaneous_rate = rates / static_cast<double>(result.isi.size());
  return result;
}

RateCurve rate_against_current(const std::vector<double>& spikes, const std::vector<Stimulus>& stimulus) {
  require_train("rate_against_current", spikes);
  require("rate_against_current", stimulus);
  RateCurve curve;
  for (std::size_t i = 1; i < spikes.size(); ++i) {
    if (!std::isfinite(1000 / (spikes[i] - spikes[i - 1]))) continue;
    const double middle = spikes[i - 1] + (spikes[i] - spikes[i - 1]) / 2;
    curve.time.push_back(middle);
    curve.current.push_back(current_at(stimulus, middle));
    curve.rate.push_back(1000 / (spikes[i] - spikes[i - 1]));
  }
  return curve;
}

}  // namespace izh
