#include "core/steady_rate.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>

#include "core/intervals.hpp"

namespace izh {

namespace {

constexpr double alike = 0.02;        // of an interval: two that differ by less are alike
constexpr double hardly = 0.005;      // a change that may be rounding to a grid
constexpr double unchecked = 0.01;    // the most of a change that does not shrink
constexpr std::size_t even = 3;       // so many alike in a row have settled
constexpr std::size_t most_mean = 6;  // intervals of which the mean is taken

using Lengths = std::vector<double>;

/// The mean of `count` intervals, the last of which is `skipped` before the end.
double mean(const Lengths& isi, std::size_t count, std::size_t skipped = 0) {
  const auto end = isi.end() - static_cast<std::ptrdiff_t>(skipped);
  return std::accumulate(end - static_cast<std::ptrdiff_t>(count), end, 0.0) / static_cast<double>(count);
}

double change(double from, double to) { return to > 0 ? std::fabs(to - from) / to : from > 0; }

/// Whether the intervals end in two turns of a cycle of p.
bool repeats(const Lengths& isi, std::size_t p) {
  const std::size_t compared = std::max(p, even - 1), count = isi.size();
  if (count < compared + p) return false;
  for (std::size_t i = count - compared; i < count; ++i)
    if (!(change(isi[i - p], isi[i]) <= alike)) return false;
  return true;
}

/// How a train still changes: the share of an interval by which the mean of its last part differs from that of the one
/// before, and the share that is still to come, judged by three parts in a row.
struct Drift {
  double changed = 0, ahead = 0;
};

Drift drift(const Lengths& isi, std::size_t p) {
  const std::size_t turns = std::max<std::size_t>(1, isi.size() / (4 * p)), part = turns * p;
  if (isi.size() < 2 * part) return {};
  const double last = mean(isi, part), before = mean(isi, part, part), changed = change(before, last);
  if (changed <= hardly || isi.size() < 3 * part) return {changed, changed};
  const double ratio = (last - before) / (before - mean(isi, part, 2 * part));
  if (ratio > 0 && ratio < 1) return {changed, std::max(changed, changed * ratio / (1 - ratio))};
  return {changed, ratio < 0 || changed <= unchecked ? changed : 1};  // to and fro, or on and on
}

/// Of intervals that have not settled: whether the last two agree, or else the last three go one way, and then the
/// larger of their two changes [%].
SteadyRate unsettled(const Lengths& isi) {
  const double *last = &isi.back(), first = last[-1] - last[-2], second = last[0] - last[-1];
  const double one = change(last[-2], last[-1]), other = change(last[-1], last[0]);
  if (other <= hardly) return {{}, {}, {}, NoRate::few_alike, 2};
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

  Lengths isi;
  for (auto spike = first + 1; spike != end; ++spike) isi.push_back(*spike - spike[-1]);
  const double quiet = stretch.end - end[-1];
  if (has_ended(isi, quiet)) return none(NoRate::silent, quiet);
  std::size_t p = 1;
  while (p <= longest_cycle && !repeats(isi, p)) ++p;
  if (isi.size() == 1) return none(NoRate::one_interval);
  if (isi.size() < even) return none(NoRate::few_intervals, static_cast<double>(isi.size()));
  if (p > longest_cycle) return unsettled(isi);
  const auto last = isi.end() - static_cast<std::ptrdiff_t>(std::max(p, even));
  if (has_ended({last, isi.end()}, quiet)) return none(NoRate::irregular);
  if (const auto [changed, ahead] = drift(isi, p); ahead > alike) {
    // Where the last two are the same by chance, as on a grid, it is the means that change.
    const double last_two = change(isi[isi.size() - 1 - p], isi.back());
    return none(NoRate::still_changing, 100 * (last_two > hardly ? last_two : changed));
  }
  const std::size_t half = std::min(most_mean, (isi.size() + 1) / 2), count = p * std::max<std::size_t>(1, half / p);
  return {1000 / mean(isi, count), static_cast<double>(count), static_cast<double>(p), NoRate::none, {}};
}

}  // namespace izh
