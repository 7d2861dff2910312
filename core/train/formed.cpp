#include "core/train/formed.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

namespace izh {

namespace {

/// How many of the last intervals give the late rate of a train that has not settled.
std::size_t last_few(const FormedTrain& train) {
  const std::vector<double>& isi = train.isi;
  const std::size_t count = isi.size();
  const std::size_t half = std::min(std::min<std::size_t>(6, (count + 1) / 2), train.steady().size());
  if (train.form.steadiness == Steadiness::settling) return std::max<std::size_t>(2, half - half % 2);
  if (count < 2) return count;
  const double last = isi[count - 1], change = last - isi[count - 2];
  const bool one_way = count == 2 || change * (isi[count - 2] - isi[count - 3]) > 0;
  if (std::fabs(change) <= interval_repeats * last && (count == 2 || !one_way)) return 2;
  return one_way ? 1 : half;
}

}  // namespace

Extent sizes_of(const std::vector<Group>& groups) {
  const auto [low, high] = std::minmax_element(
      groups.begin(), groups.end(), [](const Group& one, const Group& other) { return one.size() < other.size(); });
  return {static_cast<double>(low->size()), static_cast<double>(high->size())};
}

double FormedTrain::time_from(std::size_t interval) const {
  const Intervals part = from(interval);
  return std::accumulate(part.begin, part.end, 0.0);
}

std::vector<Group> FormedTrain::bursts() const {
  std::vector<Group> bursts;
  std::copy_if(form.groups.begin(), form.groups.end(), std::back_inserter(bursts),
               [](const Group& group) { return group.size() > 1; });
  return bursts;
}

Extent FormedTrain::pauses() const {
  std::vector<double> gaps;
  std::copy_if(steady().begin, steady().end, std::back_inserter(gaps),
               [&](double interval) { return interval >= form.place->limit; });
  const auto [low, high] = std::minmax_element(gaps.begin(), gaps.end());
  return {*low, *high};
}

double FormedTrain::late_rate() const { return 1000 / last(last_few(*this)).mean(); }

}  // namespace izh
