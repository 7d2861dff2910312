#include "core/sweep/run_trials.hpp"

#include "core/sweep/protocol.hpp"

namespace izh {

Fate RunTrials::fires(const Experiment& run) {
  if (exhausted()) return Fate::undecided;
  const Recording recording = recorded(run);
  left_ -= recording.ended.steps;
  if (!spikes_from(recording, onset_).empty()) return Fate::fires_on;
  return recording.ended.kind == End::finished ? Fate::rests : Fate::undecided;
}

}  // namespace izh
