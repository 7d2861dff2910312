#include "core/steady.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>

#include "core/repeats.hpp"

namespace izh {

namespace {

/// The last stretch of the run over which its current is steady at `current`.
std::optional<Span> steady_stretch(const Experiment& experiment, double current) {
  std::optional<Span> stretch;
  for (const Segment& one : segments(experiment.stimulus, experiment.duration)) {
    if (one.slope != 0 || one.current != current || !(one.end > one.start)) continue;
    const double start = stretch && stretch->end == one.start ? stretch->start : one.start;
    stretch = Span{start, one.end};
  }
  return stretch;
}

std::size_t cycle_of(const std::vector<double>& reset_u, double size) {
  const std::size_t count = reset_u.size();
  for (std::size_t p = 1; p <= CycleWatch::longest && 2 * p < count; ++p) {
    const auto last = reset_u.end() - static_cast<std::ptrdiff_t>(p);
    const auto same = [&](double u, double before) { return std::fabs(u - before) <= 1e-4 * size; };
    if (std::equal(last, reset_u.end(), last - static_cast<std::ptrdiff_t>(p), same)) return p;
  }
  return 0;
}

}  // namespace

SteadyTrain steady_train(const Experiment& experiment, const std::vector<double>& spikes,
                         const std::vector<double>& reset_u, double current) {
  if (spikes.size() != reset_u.size()) throw std::invalid_argument("steady_train: needs one u for each spike");
  if (!std::isfinite(current)) throw std::invalid_argument("steady_train: the current must be finite");
  SteadyTrain train;
  const std::optional<Span> stretch = steady_stretch(experiment, current);
  if (!stretch) return train;
  for (std::size_t i = 0; i < spikes.size(); ++i)
    if (spikes[i] >= stretch->start && spikes[i] <= stretch->end) train.reset_u.push_back(reset_u[i]);
  if (train.reset_u.empty()) return train;
  const auto [low, high] = std::minmax_element(train.reset_u.begin(), train.reset_u.end());
  const double size = std::max(std::fabs(experiment.cell.d), *high - *low);
  train.cycle = static_cast<double>(cycle_of(train.reset_u, size));
  return train;
}

}  // namespace izh
