#include "core/steady.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>

#include "core/repeats.hpp"
#include "core/require.hpp"
#include "core/resolve.hpp"
#include "core/settling.hpp"

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

/// The step of a fixed-step run [ms]; 0: it is exact.
double step_of(const Solver& solver) {
  if (const Rk4* rk4 = std::get_if<Rk4>(&solver)) return rk4->dt;
  if (const Euler* euler = std::get_if<Euler>(&solver)) return euler->dt;
  return 0;
}

/// What u after a spike may differ by and be the same [pA].
double same_within(const Experiment& experiment, const std::vector<double>& reset_u) {
  const auto [low, high] = std::minmax_element(reset_u.begin(), reset_u.end());
  const Cell& cell = experiment.cell;
  const double seen = 1e-4 * std::max(std::fabs(cell.d), *high - *low), peak = cell.b * (cell.vpeak - cell.vr);
  // A fixed step resets up to one step late, while u goes its way at the peak.
  const double drift = cell.a * std::max(std::fabs(peak - *low), std::fabs(peak - *high));
  return std::max(seen, step_of(experiment.solver) * drift);
}

std::size_t repeated(const std::vector<double>& reset_u, double within) {
  const std::size_t count = reset_u.size();
  for (std::size_t p = 1; p <= CycleWatch::longest && 2 * p < count; ++p) {
    const auto last = reset_u.end() - static_cast<std::ptrdiff_t>(p);
    const auto same = [&](double u, double before) { return std::fabs(u - before) <= within; };
    if (std::equal(last, reset_u.end(), last - static_cast<std::ptrdiff_t>(p), same)) return p;
  }
  return 0;
}

}  // namespace

SteadyTrain steady_train(const Experiment& experiment, const std::vector<double>& spikes,
                         const std::vector<double>& reset_u, double current) {
  require("steady_train", experiment);
  require_pairs("steady_train", "spikes", spikes.size(), "reset_u", reset_u.size());
  require_train("steady_train", spikes);
  require("steady_train", "reset_u", reset_u, any_number, "pA");
  require("steady_train", "current", current, valid_current, "pA");
  SteadyTrain train;
  const std::optional<Span> stretch = steady_stretch(experiment, current);
  if (!stretch) return train;
  for (std::size_t i = 0; i < spikes.size(); ++i)
    if (spikes[i] >= stretch->start && spikes[i] <= stretch->end) train.reset_u.push_back(reset_u[i]);
  if (train.reset_u.empty()) return train;
  train.cycle = static_cast<double>(repeated(train.reset_u, same_within(experiment, train.reset_u)));
  if (train.cycle == 0) train.settling = static_cast<double>(settling_cycle(train.reset_u));
  return train;
}

}  // namespace izh
