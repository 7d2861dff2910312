#include "core/ask/run_orbit.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>

#include "core/model/cell.hpp"
#include "core/plane/steady.hpp"

namespace izh {

namespace {

/// Lines may be off by this fraction of the span: less than a pixel of a plane on a large screen.
constexpr double fineness = 4000;

/// How accurately to draw an orbit with these numbers.
double nearness(std::initializer_list<const std::vector<double>*> columns) {
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (const std::vector<double>* column : columns)
    for (const double x : *column) {  // few are either, so these jumps are foreseen
      if (x < low) low = x;
      if (x > high) high = x;
    }
  const double span = std::isfinite(high - low) ? high - low : 0.0;
  return std::clamp(span / fineness, 1e-9, 1e12);
}

/// Whether a train of this kind comes round to where it was.
bool comes_round(PatternKind kind) {
  switch (kind) {
    case PatternKind::silent:
    case PatternKind::single:
    case PatternKind::few:
    case PatternKind::onset_burst:
    case PatternKind::onset_burst_then_silent:
    case PatternKind::firing_that_stops:
    case PatternKind::runaway:
      return false;
    default:
      return true;
  }
}

/// The spikes of the stretch: numbers `first` to `end` - 1 of the run.
struct Train {
  std::size_t first, end;
  std::size_t size() const { return end - first; }
};

/// How many spikes the last cycle of the train has, or 0.
std::size_t last_cycle(const Experiment& experiment, const Recording& recording, const Pattern& pattern,
                       const Train& train) {
  if (train.size() < 2 || !comes_round(pattern.kind)) return 0;
  const auto until = static_cast<std::ptrdiff_t>(train.end);
  const auto later = std::upper_bound(recording.time.begin(), recording.time.end(), recording.spikes[train.end - 1]);
  const std::size_t sample = static_cast<std::size_t>(std::max<std::ptrdiff_t>(later - recording.time.begin(), 1)) - 1;
  const std::vector<double> spikes{recording.spikes.begin(), recording.spikes.begin() + until};
  const std::vector<double> reset_u{recording.reset_u.begin(), recording.reset_u.begin() + until};
  double cycle = steady_train(experiment, spikes, reset_u, recording.current[sample]).cycle;
  if (cycle == 0) {
    cycle = 1;
    std::vector<double> ends;
    for (const double last : pattern.burst_last)
      if (last < static_cast<double>(train.end)) ends.push_back(last);
    if (pattern.kind == PatternKind::bursting && ends.size() > 1) cycle = ends.back() - ends[ends.size() - 2];
  }
  const auto spikes_of_it = static_cast<std::size_t>(cycle);
  return spikes_of_it < train.size() && spikes_of_it <= longest_orbit_cycle ? spikes_of_it : 1;
}

}  // namespace

std::vector<OrbitStretch> run_orbit(const Experiment& experiment, const Recording& recording, const Pattern& pattern,
                                    double budget, const Track* track) {
  if (recording.time.empty()) return {};
  const double from = recording.time.front(), to = recording.time.back();
  const std::vector<double>& spikes = recording.spikes;
  const auto number = [&](auto place) { return static_cast<std::size_t>(place - spikes.begin()); };
  const std::size_t first = number(std::upper_bound(spikes.begin(), spikes.end(), from));
  const Train train{first, std::max(first, number(std::upper_bound(spikes.begin(), spikes.end(), to)))};
  OrbitPart part;
  part.near_v = nearness({&recording.v, &recording.spike_v, &recording.reset_v});
  part.near_u = nearness({&recording.u, &recording.spike_u, &recording.reset_u});
  part.budget = budget;
  // A run that starts with a spike has no piece before it.
  const bool known =
      track && track->whole && !track->legs.empty() && initial_state(experiment).v < experiment.cell.vpeak;
  // The run continues from just before the part: from after spike number `before` - 1, or from its start.
  const auto curves = [&](std::size_t before, double begin, double end) {
    const State start = initial_state(experiment);
    part.time = before ? spikes[before - 1] : 0;
    part.v = before ? recording.reset_v[before - 1] : start.v;
    part.u = before ? recording.reset_u[before - 1] : start.u;
    part.from = begin;
    part.to = end;
    return known ? orbit_along(*track, before, experiment, part) : orbit(experiment, part);
  };
  const std::size_t cycle = last_cycle(experiment, recording, pattern, train);
  const auto turn = [](std::size_t begin, std::size_t end) {
    return std::pair{std::optional<double>(static_cast<double>(begin)),
                     std::optional<double>(static_cast<double>(end))};
  };
  if (train.size() <= 2 * orbit_spikes || train.size() <= orbit_spikes + cycle) {
    OrbitStretch whole{curves(first, from, to), {}, {}};
    if (cycle) std::tie(whole.cycle_from, whole.cycle_to) = turn(train.size() - cycle, train.size());
    return {whole};
  }
  OrbitStretch start{curves(first, from, spikes[first + orbit_spikes - 1]), {}, {}};
  start.curves.resize(std::min(start.curves.size(), orbit_spikes));
  const std::size_t since = train.end - (cycle ? cycle : orbit_spikes);
  OrbitStretch last{curves(since, spikes[since - 1], to), {}, {}};
  if (cycle) std::tie(last.cycle_from, last.cycle_to) = turn(0, cycle);
  return {start, last};
}

}  // namespace izh
