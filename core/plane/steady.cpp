#include "core/plane/steady.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>

#include "core/model/resolve.hpp"
#include "core/schema/require.hpp"
#include "core/solve/firing.hpp"
#include "core/solve/repeats.hpp"
#include "core/solve/settling.hpp"

namespace izh {

namespace {

/// The last stretch of the run over which the current is steady at `current` [pA].
std::optional<Span> steady_stretch(const Experiment& experiment, double current) {
  std::optional<Span> stretch;
  for (const Segment& one : segments(experiment.stimulus, experiment.duration)) {
    if (one.slope != 0 || one.current != current || !(one.end > one.start)) continue;
    const double start = stretch && stretch->end == one.start ? stretch->start : one.start;
    stretch = Span{start, one.end};
  }
  return stretch;
}

/// The step of a fixed-step run [ms]; 0 for an exact run.
double step_of(const Solver& solver) {
  if (const Rk4* rk4 = std::get_if<Rk4>(&solver)) return rk4->dt;
  if (const Euler* euler = std::get_if<Euler>(&solver)) return euler->dt;
  return 0;
}

/// How far two values of u after a spike may differ and still count as equal [pA].
double same_within(const Experiment& experiment, const std::vector<double>& reset_u) {
  const auto [low, high] = std::minmax_element(reset_u.begin(), reset_u.end());
  const Cell& cell = experiment.cell;
  const double seen = 1e-4 * std::max(std::fabs(cell.d), *high - *low), peak = cell.b * (cell.vpeak - cell.vr);
  // With fixed steps the reset comes up to one step late, while u keeps changing at the peak.
  const double drift = cell.a * std::max(std::fabs(peak - *low), std::fabs(peak - *high));
  return std::max(seen, step_of(experiment.solver) * drift);
}

/// Whether u drifted by more than `within` over the last quarter of the train, and by more than half as far as over the
/// quarter before.
bool drifts(const std::vector<double>& reset_u, std::size_t p, double within) {
  const std::size_t part = reset_u.size() / (4 * p) * p;
  if (part == 0) return false;
  const auto ago = [&](std::size_t spikes) { return reset_u[reset_u.size() - 1 - spikes]; };
  const double last = std::fabs(ago(0) - ago(part)), before = std::fabs(ago(part) - ago(2 * part));
  return last > within && last > before / 2;
}

/// After how many spikes the end of the train repeats; compares at least one turn and the last `at_least` spikes.
std::size_t repeated(const std::vector<double>& reset_u, double within, std::size_t at_least) {
  const std::size_t count = reset_u.size();
  for (std::size_t p = 1; p <= CycleWatch::longest && 2 * p < count; ++p) {
    const auto turn = static_cast<std::ptrdiff_t>(p);
    const auto last = reset_u.end() - static_cast<std::ptrdiff_t>(std::min(count - p, std::max(p, at_least)));
    const auto same = [&](double u, double before) { return std::fabs(u - before) <= within; };
    if (std::equal(last, reset_u.end(), last - turn, same)) return drifts(reset_u, p, within) ? 0 : p;
  }
  return 0;
}

/// The train without its text.
SteadyTrain train_of(const Experiment& experiment, const std::vector<double>& spikes,
                     const std::vector<double>& reset_u, double current) {
  SteadyTrain train;
  const std::optional<Span> stretch = steady_stretch(experiment, current);
  if (!stretch) return train;
  for (std::size_t i = 0; i < spikes.size(); ++i)
    if (spikes[i] >= stretch->start && spikes[i] <= stretch->end) train.reset_u.push_back(reset_u[i]);
  if (train.reset_u.empty()) return train;
  const Cell& cell = experiment.cell;
  if (can_run_away(cell) && train.reset_u.back() < runaway_level(cell, current)) return train;
  const std::size_t half = std::min(train.reset_u.size() / 2, CycleWatch::longest);
  const std::size_t cycle =
      repeated(train.reset_u, same_within(experiment, train.reset_u), step_of(experiment.solver) > 0 ? half : 1);
  const std::size_t nearer = cycle == 1 ? 0 : settling_cycle(train.reset_u);
  const bool settles = nearer > 0 && (cycle == 0 || (nearer < cycle && cycle % nearer == 0));
  train.cycle = settles ? 0 : static_cast<double>(cycle);
  train.settling = settles ? static_cast<double>(nearer) : 0;
  return train;
}

Text text_of(const SteadyTrain& train, double current) {
  namespace say = steady_texts;
  const auto spikes = static_cast<double>(train.reset_u.size());
  if (spikes < 2) return say::no_steps(current);
  if (spikes < 3) return say::too_few(spikes, current);
  if (train.settling == 1) return say::settles_to_one(spikes, current);
  if (train.settling > 1) return say::settles(spikes, train.settling, current);
  if (train.cycle == 1) return say::repeats_one(spikes, current);
  if (train.cycle > 1) return say::repeats(spikes, train.cycle, current);
  return say::no_repeat(spikes, current);
}

}  // namespace

SteadyTrain steady_train(const Experiment& experiment, const std::vector<double>& spikes,
                         const std::vector<double>& reset_u, double current) {
  require("steady_train", experiment);
  require_pairs("steady_train", "spikes", spikes.size(), "reset_u", reset_u.size());
  require_train("steady_train", spikes);
  require("steady_train", "reset_u", reset_u, any_number, "pA");
  require("steady_train", "current", current, valid_current, "pA");
  SteadyTrain train = train_of(experiment, spikes, reset_u, current);
  train.text = text_of(train, current);
  return train;
}

}  // namespace izh
