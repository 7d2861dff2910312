// core/solve/outcome.hpp: what becomes of a cell in the end under a steady current.
#pragma once

#include "core/model/cell.hpp"

namespace izh {

enum class Fate { rests, fires_on, undecided, runs_away };

inline const char* names(Fate fate) {
  constexpr const char* all[] = {"rests", "fires on", "undecided", "runs away"};
  return all[static_cast<std::size_t>(fate)];
}

/// What becomes of a cell in the end under a steady current, and the spikes until that was known.
struct Outcome {
  Fate fate = Fate::undecided;
  double spikes = 0.0;
  double time = 0.0;    // ms until it was known
  State state;          // then
  double steps = 0.0;   // of the solver, until then
  bool certain = true;  // false: it fires on as far as it was followed, and may end all the same
};

/// Decided by capture, not by waiting. `rests`: on a fixed point, stable or not (see `holds_still`), or within the
/// region of capture.hpp, from which nothing escapes (for a = 0, v below its threshold at this u), or, of a train
/// without a cycle, when the way out is open by the rule of crisis.hpp. `fires_on`: at once where no stable fixed point
/// lies below vpeak; else when the state after a spike repeats to about 1e-12, when by that rule nothing ends the
/// train, or when more than `most_spikes` have come of one of which the rule says nothing (not `certain`). `runs_away`:
/// u falls to -∞, as firing.hpp tells it. `undecided` after `most_steps` solver steps, or when spikes pile up
/// otherwise. Stops at the first spike when `most_spikes` is 0: then `fires_on` only says that it spikes. Throws
/// std::invalid_argument unless C > 0, k > 0, a >= 0, c < vpeak and the current is finite.
Outcome outcome(const Cell& cell, const State& state, double current, double most_spikes = 2000,
                double most_steps = 1e5);

}  // namespace izh
