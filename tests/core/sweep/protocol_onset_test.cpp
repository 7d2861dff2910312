#include "core/sweep/protocol_onset.hpp"

#include "core/sweep/protocol_thresholds.hpp"
#include "protocol.hpp"
#include "told.hpp"

namespace izh {

namespace {

ProtocolOnset onset_under(const Experiment& run, const Protocol& protocol) {
  return protocol_onset(run, protocol, protocol_thresholds(run, protocol).lasting);
}

}  // namespace

TEST_CASE("the onset of a protocol is an amplitude of its step", "[protocol]") {
  // Rest is lost at I_SN = 360/7 pA, of which the other current gives 30 pA throughout.
  const ProtocolOnset with_others = onset_under(on_background(30), this_run);
  CHECK(with_others.own == 1);
  CHECK_THAT(with_others.onset.current.value(), WithinAbs(360.0 / 7 - 30, 2e-6));
  const ProtocolOnset alone = onset_under(on_background(0), this_run);
  CHECK_THAT(alone.onset.current.value(), WithinAbs(360.0 / 7, 2e-6));
  // The distances from the onset, and so the law, are the same.
  CHECK_THAT(with_others.onset.exponent.value(), WithinAbs(alone.onset.exponent.value(), 1e-3));
  CHECK_THAT(alone.onset.exponent.value(), WithinAbs(0.5, 0.01));  // a saddle-node: a square root
}

TEST_CASE("where a protocol has no lasting firing the onset is asked from rest", "[protocol]") {
  Experiment brief = on_background(30);
  std::get<Step>(brief.stimulus[0]).duration = 100;
  const ProtocolOnset found = onset_under(brief, this_run);
  CHECK(found.own == 0);
  CHECK_THAT(found.onset.current.value(), WithinAbs(360.0 / 7, 2e-6));
}

TEST_CASE("asked from rest, the onset is its own", "[protocol]") {
  const ProtocolOnset found = onset_under(run_of("note-10"), from_rest);
  CHECK(found.own == 1);
  CHECK_THAT(found.onset.current.value(), WithinAbs(346.445353, 2e-6));  // an independent program
  // Of a cell that never fires for good, too: with b = 0.1, a = 0 a train would end; here nothing is found.
  Experiment silent = run_of("note-4");
  silent.cell.d = 1e6;
  CHECK(onset_under(silent, from_rest).own == 1);
}

TEST_CASE("thresholds that two searches cannot tell apart are one", "[protocol]") {
  // RS fires for good as soon as it fires; IB has single spikes from 304.739051 pA on and lasts from 346.445353 pA on.
  CHECK(protocol_thresholds(run_of("note-4"), from_rest).together == 1);
  CHECK(protocol_thresholds(run_of("note-10"), from_rest).together == 0);
  Experiment brief = on_background(0);
  std::get<Step>(brief.stimulus[0]).duration = 100;
  CHECK(protocol_thresholds(brief, this_run).together == 0);  // nothing lasts
}

}  // namespace izh
