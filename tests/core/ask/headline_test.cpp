#include "core/ask/headline.hpp"

#include "support.hpp"
#include "told.hpp"

namespace izh {

namespace {

constexpr Ended at_rest{End::finished, 1000, -60.5, 0, 0};

/// A response that goes to -80 mV and comes back by `sag`; without an overshoot, a step that lasts to the end.
StepResponse response(double sag, std::optional<double> overshoot) {
  StepResponse found;
  found.extreme = -80;
  found.sag = sag;
  found.overshoot = overshoot;
  return found;
}

std::string without_spike(const Experiment& experiment, const StepResponse* response, const Ended& ended = at_rest) {
  return told(headline(experiment, {}, {}, response, ended));
}

Measures with_spikes(double count, std::optional<double> latency = {}) {
  Measures found;
  found.count = count;
  found.latency = latency;
  return found;
}

}  // namespace

// Two decimals are written of a voltage: half of the last is 0.005 mV.
// Fails with: either told for the other; one too small to be written told.
TEST_CASE("without a spike the headline says how v responds to the step", "[headline]") {
  const Experiment run;
  const auto said = [&](double sag, double overshoot) {
    const StepResponse one = response(sag, overshoot);
    return without_spike(run, &one);
  };
  CHECK(said(0, 0) == "headline.goes(to=-80 mV)");
  CHECK(said(0.004, 0.004) == "headline.goes(to=-80 mV)");
  CHECK(said(2, 0.004) == "headline.sags(to=-80 mV, sag=2 mV)");
  CHECK(said(0.004, 3) == "headline.overshoots(to=-80 mV, overshoot=3 mV)");
  CHECK(said(0.006, 0.006) == "headline.sags_and_overshoots(to=-80 mV, sag=0.006 mV, overshoot=0.006 mV)");
}

// Fails with: the exact response told of a run in fixed steps; v told of a run that stopped on its way.
TEST_CASE("without a spike, and without a response to tell, the headline says where v ends", "[headline]") {
  Experiment run;
  const StepResponse open = response(2, std::nullopt), closed = response(2, 3);
  CHECK(without_spike(run, nullptr) == "headline.silent(v=-60.5 mV)");
  CHECK(without_spike(run, &open) == "headline.silent(v=-60.5 mV)");
  run.solver = Rk4{0.1};
  CHECK(without_spike(run, &closed) == "headline.silent(v=-60.5 mV)");
  for (const End end : {End::out_of_budget, End::diverged})
    CHECK(without_spike(Experiment{}, &closed, {end, 400, -60.5, 0, 0}) == "headline.stopped");
}

// Fails with: the latency told of a stimulus that there is not.
TEST_CASE("of a single spike the headline says when it comes", "[headline]") {
  Experiment run;
  const auto said = [&](const Measures& one) { return told(headline(run, one, {}, nullptr, at_rest)); };
  CHECK(said(with_spikes(1, 20)) == "headline.one_after(latency=20 ms)");
  CHECK(said(with_spikes(1)) == "headline.one");  // it comes before the stimulus
  run.stimulus.clear();
  CHECK(said(with_spikes(1, 20)) == "headline.one_at(time=20 ms)");
}

// Fails with: the number of spikes told twice.
TEST_CASE("of a train the headline says how many spikes and the pattern, which counts a few itself", "[headline]") {
  Pattern pattern;
  pattern.kind = PatternKind::tonic;
  pattern.text = pattern_texts::coincide();
  const auto said = [&](double count) {
    return told(headline(Experiment{}, with_spikes(count), pattern, nullptr, at_rest));
  };
  CHECK(said(6) == "headline.spikes(spikes=6, pattern=pattern.coincide)");
  pattern.kind = PatternKind::few;
  CHECK(said(2) == "pattern.coincide");
}

}  // namespace izh
