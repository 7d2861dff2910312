#include "core/sweep/protocol.hpp"

#include "core/sweep/protocol_curve.hpp"
#include "core/sweep/protocol_strength.hpp"
#include "core/sweep/protocol_thresholds.hpp"
#include "protocol.hpp"

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
