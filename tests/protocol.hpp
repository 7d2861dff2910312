// tests/protocol.hpp: a protocol's runs by the simulator alone, to check what is claimed about them.
#pragma once

#include "core/content/presets.hpp"
#include "core/sweep/protocol.hpp"
#include "support.hpp"

namespace izh {

inline const Protocol this_run{ProtocolOf::run, {}}, from_rest{ProtocolOf::rest, {}};

inline const Experiment& run_of(const char* id, std::size_t index = 0) { return preset(id)->runs.at(index); }

inline std::vector<double> spikes_from(const Experiment& run, double onset) {
  // A budget that no run exhausts here: one that did would be silent by accident.
  const Recording recording = simulate(run, {0.0, {}, 0.0, 1e7});
  REQUIRE(recording.ended.kind == End::finished);
  const auto& spikes = recording.spikes;
  return {std::lower_bound(spikes.begin(), spikes.end(), onset), spikes.end()};
}

/// By the simulator alone: whether a spike comes at the onset of the step at `place` or later, within `duration`.
inline bool fires(Experiment run, std::size_t place, double amplitude, double duration) {
  Step& step = std::get<Step>(run.stimulus.at(place));
  step.amplitude = amplitude;
  run.duration = duration;
  return !spikes_from(run, std::max(0.0, step.onset)).empty();
}

/// Whether it still fires in the second half of a hundred seconds.
inline bool fires_on(Experiment run, std::size_t place, double amplitude) {
  std::get<Step>(run.stimulus.at(place)).amplitude = amplitude;
  run.duration = 1e5;
  return !spikes_from(run, 5e4).empty();
}

/// The edge between an amplitude at which the run on show is silent from its onset on and one at which it is not.
inline double bisected_run(const Experiment& run, double low, double high) {
  REQUIRE(!fires(run, 0, low, run.duration));
  REQUIRE(fires(run, 0, high, run.duration));
  while (high - low > 1e-7) (fires(run, 0, (low + high) / 2, run.duration) ? high : low) = (low + high) / 2;
  return high;
}

/// RS from rest under 30 pA throughout and, from 500 ms on, a step.
inline Experiment on_background(double background = 30, double amplitude = 30) {
  return {regular_spiking, Rest{}, {Step{amplitude, 500, {}}, Step{background, 0, {}}}, 2000, Exact{}};
}

}  // namespace izh
