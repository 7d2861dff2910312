#include "core/sweep/excitability.hpp"

#include "core/solve/simulate.hpp"

namespace izh {

namespace {

std::size_t spike_count(const Experiment& experiment) {
  Window window;
  window.points = 0;
  return simulate(experiment, window).spikes.size();
}

/// The edge between low, where `fires` is false, and high, where it is true.
template <class Fires>
std::optional<double> edge(double low, double high, double tolerance, Fires fires) {
  if (fires(low) || !fires(high)) return std::nullopt;
  while (high - low > tolerance) {
    const double middle = low + (high - low) / 2;
    if (!(middle > low && middle < high)) break;
    (fires(middle) ? high : low) = middle;
  }
  return high;
}

}  // namespace

std::optional<double> kick_threshold(const Cell& cell) {
  Experiment experiment;
  experiment.cell = cell;
  experiment.stimulus.clear();
  experiment.duration = 1e4;
  const State rest = rest_state(cell);
  const auto fires = [&](double v) {
    experiment.initial = At{v, rest.u};
    return spike_count(experiment) > 0;
  };
  return edge(rest.v, cell.vpeak, 1e-9, fires);
}

std::optional<double> step_threshold(const Experiment& experiment, std::size_t count, double low, double high) {
  Experiment run = experiment;
  run.solver = Exact{};
  const auto fires = [&](double amplitude) {
    run.stimulus = {Step{amplitude, 100.0, {}}};
    return spike_count(run) >= count;
  };
  return edge(low, high, 1e-9 * (high - low), fires);
}

}  // namespace izh
