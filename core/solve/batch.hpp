// core/solve/batch.hpp: many cells at once, each under its own steady current, several to a vector register.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/model/cell.hpp"

namespace izh {

/// One cell from one state under one steady current, from time 0.
struct Job {
  Cell cell;
  State start;
  double current = 0.0;
  double duration = 1000.0;     // ms
  double most_spikes = 1e5;     // it stops after this many
  double most_steps = 1e6;      // of the solver; it stops after this many
  bool stop_at_cycle = true;    // stop once the state after a spike repeats, which determines the rest of the train
  bool stop_at_rest = true;     // stop once it is certain to come to rest (see capture.hpp)
  bool stop_at_runaway = true;  // stop at the first spike after which the train is certain to run away (see firing.hpp)
};

enum class BatchEnd { finished, cycle, rest, most_spikes, out_of_steps, diverged, too_many_spikes, runs_away };

/// What one job found. With a cycle, the spikes up to `duration` are those simulated, followed by their repeats: spike
/// i + cycle comes `cycle_period` after spike i. The repeats lie within 1e-8 ms of the simulated train.
struct Train {
  std::vector<double> spikes;   // ms, only those simulated
  std::vector<double> reset_u;  // pA, u just after each
  BatchEnd end = BatchEnd::finished;
  std::size_t cycle = 0;      // spikes after which the state repeats; 0: no repeat was seen
  double cycle_period = 0.0;  // ms
  double time = 0.0;          // ms, when it stopped
  State state;                // then
  double count = 0.0;         // spikes in 0 ... duration, including repeats
};

/// Runs every job; results in the order of the jobs. Each is bit for bit what the scalar solver of exact.hpp gives,
/// whatever its neighbours and the number of lanes, native or wasm.
/// Throws std::invalid_argument when a cell is not valid or a number is not finite.
std::vector<Train> run_batch(const std::vector<Job>& jobs);

/// The spike times [ms] of `train` from 0 to `duration` [ms], including the repeats of its cycle.
std::vector<double> full_train(const Train& train, double duration);

namespace batch {
/// `run_batch` with a given number of lanes (1, 2 or 4), for comparison. Throws std::invalid_argument for any other
/// number.
std::vector<Train> run_with_lanes(const std::vector<Job>& jobs, int lanes);
}  // namespace batch

}  // namespace izh
