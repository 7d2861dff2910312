#include "core/ask/headline.hpp"

#include <variant>

#include "core/schema/digits.hpp"

namespace izh {

namespace {

namespace say = headline_texts;

Text without_spike(const Experiment& experiment, const StepResponse* response, const Ended& ended) {
  if (ended.kind != End::finished) return say::stopped();
  const bool exact = std::holds_alternative<Exact>(experiment.solver);
  if (!exact || !response || !response->overshoot || !response->extreme) return say::silent(ended.v);
  const double to = *response->extreme, sag = response->sag.value_or(0), overshoot = *response->overshoot;
  if (slight(sag, "mV")) return slight(overshoot, "mV") ? say::goes(to) : say::overshoots(to, overshoot);
  return slight(overshoot, "mV") ? say::sags(to, sag) : say::sags_and_overshoots(to, sag, overshoot);
}

}  // namespace

Text headline(const Experiment& experiment, const Measures& measures, const Pattern& pattern,
              const StepResponse* response, const Ended& ended) {
  if (measures.count == 0) return without_spike(experiment, response, ended);
  if (measures.count == 1) {
    if (!measures.latency) return say::one();
    return experiment.stimulus.empty() ? say::one_at(*measures.latency) : say::one_after(*measures.latency);
  }
  return pattern.kind == PatternKind::few ? pattern.text : say::spikes(measures.count, pattern.text);
}

}  // namespace izh
