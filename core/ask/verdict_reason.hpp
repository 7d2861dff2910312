// core/ask/verdict_reason.hpp: why a run fires as it does: by thresholds, or by its start.
#pragma once

#include <optional>

#include "core/ask/verdict_place.hpp"
#include "core/ask/verdict_run.hpp"
#include "core/schema/text.hpp"
#include "core/sweep/protocol_thresholds.hpp"

namespace izh {

/// A reason, as part of a sentence, and what belongs to it in a RunVerdict.
struct Reason {
  Text text, more;       // `more`: a sentence of its own
  bool reveals = false;  // a threshold
  bool shown = true;     // `more` gives none away
  bool pending = false;
  std::optional<double> compared, first, second, asks;
  VerdictPlace place;
};

/// Why a run under one steady current from the onset on does what it does, by the current at which rest is lost, if
/// that decides, or by the thresholds found (null: not yet).
Reason by_thresholds(const VerdictRun& run, const ProtocolThresholds* thresholds);

/// The same of a run with a step that ends.
Reason by_step(const VerdictRun& run, const ProtocolThresholds* thresholds);

/// The same of a run without a current.
Reason without_current(const VerdictRun& run, const ProtocolThresholds* thresholds);

/// What a verdict calls the current of the run: alone, or as a sum.
Text told_current(const VerdictRun& run);

/// The same by v of the start: against the v beside it from which the other thing happens at the same u, found in a few
/// thousand solver steps; or inside the unstable cycle, against its extent. Empty where there is neither.
Reason by_start(const VerdictRun& run);

/// The same by the current at which rest is lost, whatever came before: for a train under its last current [pA].
Reason by_rest(const VerdictRun& run, double current);

/// Where the two nullclines come closest, above the saddle-node.
VerdictPlace gap_at(const Cell& cell, double current);

/// Where the cell rests under `current` [pA], with the unstable cycle around it if there is one; else the gap.
VerdictPlace rest_place(const Cell& cell, double current);

/// The state after the last reset of the run.
VerdictPlace reset_place(const VerdictRun& run, double u, double current);

}  // namespace izh
