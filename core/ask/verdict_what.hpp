// core/ask/verdict_what.hpp: what a run does, as the first part of its verdict.
#pragma once

#include "core/ask/verdict_place.hpp"
#include "core/ask/verdict_run.hpp"
#include "core/schema/text.hpp"

namespace izh {

/// What a run does, as part of a sentence; it has no colon, which sets off the reason.
struct What {
  VerdictKind kind = VerdictKind::silent;
  Text text;
};

/// What the run does under its last steady current, from the onset on: its pattern there, and what follows after the
/// run.
What under_steady(const VerdictRun& run);

/// What it does in a step that ends, and because of it.
What with_step(const VerdictRun& run);

/// The kind for so many spikes, of a train that need not last.
VerdictKind kind_of(std::size_t spikes);

/// The pattern's own words for what a train does, as part of a sentence; of a run of one spike or none they are a
/// sentence, and this is empty.
Text phrase_of(const Pattern& pattern);

}  // namespace izh
