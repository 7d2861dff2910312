#include "core/steady_rate.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

namespace izh {

namespace {

constexpr double alike = 0.02;        // of an interval: two that differ by less are alike
constexpr double hardly = 0.005;      // a change that may be rounding to a grid
constexpr double unchecked = 0.01;    // the most of a change that does not shrink
constexpr std::size_t even = 3;       // so many alike in a row have settled
constexpr std::size_t longest = 15;   // intervals in a cycle, as in repeats.hpp
constexpr std::size_t most_mean = 6;  // intervals of which the mean is taken
constexpr double silence = 2.0;       // times the longest interval: the train has ended

using Intervals = std::vector<double>;

/// The mean of `count` intervals, the last of which is `skipped` before the end.
double mean(const Intervals& isi, std::size_t count, std::size_t skipped = 0) {
  const auto end = isi.end() - static_cast<std::ptrdiff_t>(skipped);
  return std::accumulate(end - static_cast<std::ptrdiff_t>(count), end, 0.0) / static_cast<double>(count);
}

double change(double from, double to) { return to > 0 ? std::fabs(to - from) / to : from > 0; }

/// Whether the intervals end in two turns of a cycle of p.
bool repeats(const Intervals& isi, std::size_t p) {
  const std::size_t compared = std::max(p, even - 1), count = isi.size();
  if (count < compared + p) return false;
  for (std::size_t i = count - compared; i < count; ++i)
    if (!(change(isi[i - p], isi[i]) <= alike)) return false;
  return true;
}

/// The share of an interval by which it still will change, judged by three parts of the train in a row.
double to_come(const Intervals& isi, std::size_t p) {
  const std::size_t turns = std::max<std::size_t>(1, isi.size() / (4 * p)), part = turns * p;
  if (isi.size() < 2 * part) return 0;
  const double last = mean(isi, part), before = mean(isi, part, part), changed = change(before, last);
  if (changed <= hardly || isi.size() < 3 * part) return changed;
  const double ratio = (last - before) / (before - mean(isi, part, 2 * part));
  if (ratio > 0 && ratio < 1) return std::max(changed, changed * ratio / (1 - ratio));
  return ratio < 0 || changed <= unchecked ? changed : 1;  // to and fro, or on and on
}

/// Of intervals that have not settled: whether the last three go one way, and then the larger of their two changes [%].
SteadyRate unsettled(const Intervals& isi) {
  const double *last = &isi.back(), first = last[-1] - last[-2], second = last[0] - last[-1];
  const double one = change(last[-2], last[-1]), other = change(last[-1], last[0]);
  if (first * second < 0 && std::min(one, other) > hardly) return {{}, {}, {}, NoRate::irregular, {}};
  return {{}, {}, {}, NoRate::still_changing, 100 * std::max(one, other)};
}

SteadyRate none(NoRate reason, std::optional<double> number = {}) { return {{}, {}, {}, reason, number}; }

}  // namespace

SteadyRate steady_rate(const std::vector<double>& spikes, const Span& stretch) {
  if (!(stretch.start < stretch.end))
    throw std::invalid_argument("steady_rate: needs a stretch that ends after it starts");
  const bool finite = std::all_of(spikes.begin(), spikes.end(), [](double time) { return std::isfinite(time); });
  if (!finite || !std::is_sorted(spikes.begin(), spikes.end()))
    throw std::invalid_argument("steady_rate: needs finite spike times in ascending order");
  const auto first = std::lower_bound(spikes.begin(), spikes.end(), stretch.start);
  const auto end = std::upper_bound(first, spikes.end(), stretch.end);
  if (first == end) return none(NoRate::no_spike);
  if (end - first == 1) return none(NoRate::one_spike);

  Intervals isi;
  for (auto spike = first + 1; spike != end; ++spike) isi.push_back(*spike - spike[-1]);
  const double quiet = stretch.end - end[-1];
  const auto lasts = [&](std::size_t count) {
    const auto from = isi.end() - static_cast<std::ptrdiff_t>(std::min(count, isi.size()));
    return quiet < silence * *std::max_element(from, isi.end());
  };
  std::size_t p = 1;
  while (p <= longest && !repeats(isi, p)) ++p;
  // Of a train in which nothing repeats, the longest interval of all tells what silence is.
  if (!lasts(p <= longest ? std::max(p, even) : isi.size())) return none(NoRate::silent, quiet);
  if (isi.size() == 1) return none(NoRate::one_interval);
  if (isi.size() < even) return none(NoRate::few_intervals, static_cast<double>(isi.size()));
  if (p > longest) return unsettled(isi);
  if (const double ahead = to_come(isi, p); ahead > alike)
    return none(NoRate::still_changing, 100 * change(isi[isi.size() - 1 - p], isi.back()));
  const std::size_t half = std::min(most_mean, (isi.size() + 1) / 2), count = p * std::max<std::size_t>(1, half / p);
  return {1000 / mean(isi, count), static_cast<double>(count), static_cast<double>(p), NoRate::none, {}};
}

}  // namespace izh
