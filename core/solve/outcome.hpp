// core/solve/outcome.hpp: the long-term fate of a cell under a steady current.
#pragma once

#include "core/model/cell.hpp"

namespace izh {

enum class Fate { rests, fires_on, undecided, runs_away };

inline const char* names(Fate fate) {
  constexpr const char* all[] = {"rests", "fires on", "undecided", "runs away"};
  return all[static_cast<std::size_t>(fate)];
}

/// The long-term fate of a cell under a steady current, and the spikes until it was known.
struct Outcome {
  Fate fate = Fate::undecided;
  double spikes = 0.0;
  double time = 0.0;    // ms until it was known
  State state;          // then
  double steps = 0.0;   // of the solver, until then
  bool certain = true;  // false: it was still firing at `time`, but may yet end
};

/// The fate of `cell` from `state` under `current` [pA], decided by capture, not by waiting. `rests`: on a fixed point,
/// stable or not (see `holds_still`); or within a region of capture.hpp, from which nothing escapes (for a = 0, v below
/// its threshold at this u); or, for a train without a cycle, when it has a way out by the rule of crisis.hpp.
/// `fires_on`: at once where no stable fixed point lies below vpeak; else when the state after a spike repeats to about
/// 1e-12, when by that rule nothing ends the train, or after more than `most_spikes` spikes when the rule says nothing
/// (not `certain`). `runs_away`: u falls to -∞ (see firing.hpp). `undecided`: after `most_steps` solver steps, or when
/// spikes pile up for another reason. With `most_spikes` = 0 it stops at the first spike, and `fires_on` means only
/// that the cell spikes. Throws std::invalid_argument unless C > 0, k > 0, a >= 0, c < vpeak and the current is finite.
Outcome outcome(const Cell& cell, const State& state, double current, double most_spikes = 2000,
                double most_steps = 1e5);

}  // namespace izh
