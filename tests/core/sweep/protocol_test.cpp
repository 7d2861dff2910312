#include "core/sweep/protocol.hpp"

#include "core/sweep/protocol_curve.hpp"
#include "core/sweep/protocol_strength.hpp"
#include "core/sweep/protocol_thresholds.hpp"
#include "protocol.hpp"
#include "told.hpp"

namespace izh {

// Fails with: a ramp taken for a step; the first stimulus of any kind.
TEST_CASE("if no step is selected only the other protocol is left, with the reason", "[protocol]") {
  Experiment run = run_of("RS");
  const auto refused = [&](std::vector<Stimulus> stimulus, std::optional<double> place = {}) {
    run.stimulus = std::move(stimulus);
    const ProtocolSetting found = protocol_setting(run, {ProtocolOf::run, place});
    CHECK((found.of == ProtocolOf::rest) == (found.refused != Refused::no));
    return std::string(names(found.refused));
  };
  CHECK(refused({}) == "no_stimulus");
  CHECK(refused({Ramp{}}) == "no_step");
  CHECK(refused({Ramp{}, Step{}}).empty());
  CHECK(protocol_setting(run, this_run).stimulus == 1.0);
  CHECK(refused({Ramp{}, Step{}}, 0.0) == "no_step");
  CHECK(refused({Ramp{}, Step{}}, 7.0).empty());  // there is no such stimulus any more
  CHECK(refused({Step{70, 1000, {}}}) == "outside");
  CHECK(refused({Step{70, -50, 50.0}}) == "outside");
  CHECK(refused({Step{70, -50, 51.0}}).empty());
  CHECK(protocol_setting(run, this_run).onset == 0);
  CHECK(protocol_setting(run, this_run).end == 1.0);
  // A stimulus of 0 pA changes nothing, nor does one that is over by the onset or begins with it.
  CHECK(refused({Step{}, Step{0, 300, 10.0}, Step{9, 0, 50.0}, Step{5, 100, {}}}).empty());
  CHECK(protocol_setting(run, this_run).changes == Changes::nothing);
  CHECK(protocol_setting(run, this_run).background == 5);
  for (double place : {0.5, -1.0, std::numeric_limits<double>::quiet_NaN()})
    CHECK_THROWS_AS(protocol_setting(run, {ProtocolOf::run, place}), std::invalid_argument);
  // Nothing can be said about a run that stops before its step.
  run = run_of("RS");
  run.cell.d = -1e5;
  run.initial = At{40, 0};
  CHECK(protocol_thresholds(run, this_run).first.reason_id == "not_reached");
}

// Fails with: the place of a stimulus counted from 0; "its step" said where there are several.
TEST_CASE("what a protocol asks is said in full, with the step, when it is on, and the other currents", "[protocol]") {
  const auto said = [](const Experiment& run, const Protocol& protocol = this_run) {
    return told(protocol_setting(run, protocol).text);
  };
  Experiment run = under_step(regular_spiking, 70, 100);
  CHECK(said(run) == "asked.run(step=asked.its_step, onset=100 ms, until=asked.for_good)");
  std::get<Step>(run.stimulus[0]).duration = 300;
  CHECK(said(run) == "asked.run(step=asked.its_step, onset=100 ms, until=asked.until(end=400 ms))");
  CHECK(said(run, from_rest) == "asked.rest");
  CHECK(said(on_background(30), {ProtocolOf::run, 1.0}) ==
        "asked.run(step=asked.step_number(number=2), onset=0 ms, until=asked.for_good)");
  CHECK(said(on_background(30)) ==
        "sentences(all=[asked.run(step=asked.step_number(number=1), onset=500 ms, until=asked.for_good), "
        "asked.others(background=30 pA)])");
  run.stimulus.clear();
  CHECK(said(run) == "sentences(all=[asked.no_stimulus, asked.rest])");
  CHECK(said(run, from_rest) == "sentences(all=[asked.no_stimulus, asked.rest])");
  run.stimulus = {Ramp{}};
  CHECK(said(run) == "sentences(all=[asked.no_step, asked.rest])");
  run.stimulus = {Step{70, 1000, {}}};
  CHECK(said(run) == "sentences(all=[asked.outside, asked.rest])");
}

// Fails with: the end of the step for the change of another current.
TEST_CASE("a setting says why lasting firing and a steady rate are not asked", "[protocol]") {
  const auto check = [](const Experiment& run, const Protocol& protocol, const std::string& why) {
    const ProtocolSetting found = protocol_setting(run, protocol);
    CHECK(told(found.no_lasting) == why);
    CHECK(told(found.steady_rate) == (why.empty() ? "asked.steady_rate" : "asked.no_steady_rate(why=" + why + ")"));
  };
  Experiment run = under_step(regular_spiking, 70, 100);
  check(run, this_run, "");
  check(on_background(30), {ProtocolOf::run, 1.0}, "asked.others_change(at=500 ms)");
  run.solver = Rk4{0.5};
  check(run, this_run, "asked.fixed_steps");
  check(run, from_rest, "");  // from rest it is asked by the exact method
  std::get<Step>(run.stimulus[0]).duration = 300;
  check(run, this_run, "asked.step_ends(at=400 ms)");
}

TEST_CASE("a protocol refuses what cannot make a run", "[protocol]") {
  const Experiment& run = run_of("RS");
  const double nan = std::numeric_limits<double>::quiet_NaN(), infinite = std::numeric_limits<double>::infinity();
  CHECK_THROWS_AS(protocol_run(run, this_run, nan, 1000), std::invalid_argument);
  CHECK_THROWS_AS(protocol_run(run, this_run, 1, infinite), std::invalid_argument);
  CHECK_THROWS_AS(protocol_run(run, this_run, 1, 0), std::invalid_argument);
  CHECK_THROWS_AS(protocol_curve(run, this_run, {nan}, 1000), std::invalid_argument);
  CHECK_THROWS_AS(protocol_curve(run_of("why-sag"), this_run, {infinite}, 1000), std::invalid_argument);
  for (double duration : {0.0, -1.0, nan, infinite, 1e6}) {
    CHECK_THROWS_AS(protocol_strength(run, this_run, {duration}), std::invalid_argument);
    CHECK_THROWS_AS(protocol_step_thresholds(run, this_run, {duration}, 50), std::invalid_argument);
    CHECK_THROWS_AS(strength_run(run, this_run, 100, duration), std::invalid_argument);
  }
  CHECK_THROWS_AS(protocol_step_thresholds(run, this_run, {1}, nan), std::invalid_argument);
}

}  // namespace izh
