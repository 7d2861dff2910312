#include "core/sweep/protocol_axis.hpp"

#include "protocol.hpp"

namespace izh {

namespace {

using Trace = std::vector<double>;

Experiment step_at_100(const Cell& cell, double amplitude) { return under_step(cell, amplitude, 100); }

}  // namespace

// Spikes 50, 120, 220 and 420 ms; a step of 70 pA from 100 ms on. The first interval begins before the step.
// Fails with: intervals that only end after the onset; the current midway for the amplitude.
TEST_CASE("a run stands at the amplitude of its step, with the intervals from the onset on", "[protocol]") {
  const Experiment run = step_at_100(regular_spiking, 70);
  const Trace spikes{50, 120, 220, 420};
  const ProtocolAxis own = protocol_axis(run, this_run, spikes);
  CHECK(own.held == Trace{70});
  CHECK(own.rates.rate == Trace{10, 5});
  CHECK(own.rates.time == Trace{170, 320});
  CHECK(own.rates.current == Trace{70, 70});
  // From rest the axis is the current itself: 85 ms, midway between the first two spikes, has none.
  const ProtocolAxis rest = protocol_axis(run, from_rest, spikes);
  CHECK(rest.held == Trace{70});
  CHECK(rest.rates.current == Trace{0, 70, 70});
  CHECK_THAT(rest.rates.rate[0], WithinAbs(1000.0 / 70, 1e-12));
  // A spike at the onset itself counts.
  CHECK(protocol_axis(run, this_run, {100, 200}).rates.rate == Trace{10});
  CHECK(protocol_axis(run, this_run, {}).rates.rate.empty());
}

// Fails with: the total for the amplitude; the amplitude for the currents that flow.
TEST_CASE("with other currents a run stands at its own amplitude, or at the currents that it holds", "[protocol]") {
  // 30 pA throughout, and 40 more from 500 ms on.
  const Experiment run = on_background(30, 40);
  CHECK(protocol_axis(run, this_run, {}).held == Trace{40});
  CHECK(protocol_axis(run, from_rest, {}).held == Trace{30, 70});
  CHECK(protocol_axis(run, {ProtocolOf::run, 1.0}, {}).held == Trace{30});
  // Without a step to vary the protocol is that from rest.
  Experiment none = run;
  none.stimulus.clear();
  CHECK(protocol_axis(none, this_run, {}).held.empty());
}

// IB: k p + b = 41 nS, a C = 1.5 nS. I_SN = 41²/4.8, I_H = (41² - 3.5²)/4.8, I* = (41² - 4.25²)/4.8 pA.
// Fails with: a form that the cell does not have; those that are no current.
TEST_CASE("an onset may be marked by I_SN, I_H and I*, as far as the cell has them", "[protocol]") {
  const std::vector<OnsetForm> forms = onset_forms(step_at_100(intrinsically_bursting, 400), this_run);
  REQUIRE(forms.size() == 3);
  for (const OnsetForm& one : forms) {
    CAPTURE(one.symbol);
    const double subtracted = one.symbol == "I_SN" ? 0 : one.symbol == "I_H" ? 3.5 * 3.5 : 4.25 * 4.25;
    CHECK_THAT(one.value, WithinAbs((41.0 * 41 - subtracted) / 4.8, 1e-9));
    CHECK(one.amplitude == one.value);
    CHECK(one.loses_rest == (one.symbol == "I_H" ? 1 : 0));
  }
  // RS: b = -2 nS is below a C, so rest is a node to the end and there is no I_H.
  for (const OnsetForm& one : onset_forms(step_at_100(regular_spiking, 70), this_run)) {
    CHECK(one.symbol != "I_H");
    CHECK(one.loses_rest == (one.symbol == "I_SN" ? 1 : 0));
  }
}

// Fails with: the other currents left out; a steady current marked on the axis of a brief step.
TEST_CASE("the amplitude of a closed form is what the other currents leave to the step, if the current is steady",
          "[protocol]") {
  const auto first = [](const Experiment& run, const Protocol& protocol) { return onset_forms(run, protocol).at(0); };
  const OnsetForm added = first(on_background(30), this_run);
  CHECK(added.symbol == "I_SN");
  CHECK_THAT(added.value, WithinAbs(360.0 / 7, 1e-9));
  CHECK_THAT(added.amplitude.value(), WithinAbs(360.0 / 7 - 30, 1e-9));
  CHECK(first(on_background(30), from_rest).amplitude == added.value);
  CHECK_FALSE(first(on_background(30), {ProtocolOf::run, 1.0}).amplitude);  // 30 pA are added after 500 ms
  Experiment run = step_at_100(regular_spiking, 70);
  run.solver = Rk4{0.5};
  CHECK(first(run, this_run).amplitude == added.value);
  std::get<Step>(run.stimulus[0]).duration = 50;
  CHECK_FALSE(first(run, this_run).amplitude);
}

}  // namespace izh
