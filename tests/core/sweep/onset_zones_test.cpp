#include "core/sweep/onset_zones.hpp"

#include "core/sweep/protocol_thresholds.hpp"
#include "protocol.hpp"

namespace izh {

namespace {

std::string names_of(const std::vector<OnsetZone>& zones) {
  std::string all;
  for (const OnsetZone& one : zones) all += (all.empty() ? "" : ", ") + std::string(names(one.kind));
  return all;
}

}  // namespace

// Fails with: I_SN as the edge where rest is lost at a Hopf point before.
TEST_CASE("a bursting cell is silent, then fires and stops, then rests or fires, then always fires", "[zones]") {
  // The first two by an independent program; I_H = (41² - 3.5²)/4.8 pA.
  const std::vector<OnsetZone> zones = protocol_thresholds(run_of("note-10"), from_rest).zones;
  REQUIRE(names_of(zones) == "silent, stops, either, always");
  const double edges[] = {304.739051, 346.445353, 347.65625};
  CHECK_FALSE(zones.front().from);
  CHECK_FALSE(zones.back().to);
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK_THAT(zones[i].to.value(), WithinAbs(edges[i], 2e-6));
    CHECK(zones[i].to == zones[i + 1].from);
  }
  // CH: b = 1 is below a C = 1.5, so rest is lost at I_SN = 31²/6 pA.
  const std::vector<OnsetZone> chatters = protocol_thresholds(run_of("note-CH-150"), from_rest).zones;
  REQUIRE(names_of(chatters) == "silent, stops, either, always");
  CHECK_THAT(chatters[2].to.value(), WithinAbs(961.0 / 6, 1e-9));
}

TEST_CASE("a cell that fires for good where rest is lost has two zones", "[zones]") {
  const std::vector<OnsetZone> zones = protocol_thresholds(run_of("note-4"), from_rest).zones;
  REQUIRE(names_of(zones) == "silent, always");
  CHECK_THAT(zones[0].to.value(), WithinAbs(360.0 / 7, 2e-6));
  // Beside 30 pA the step itself need be less.
  const std::vector<OnsetZone> added = protocol_thresholds(on_background(30), {ProtocolOf::run, 0.0}).zones;
  REQUIRE(names_of(added) == "silent, always");
  CHECK_THAT(added[0].to.value(), WithinAbs(360.0 / 7 - 30, 2e-6));
}

TEST_CASE("of a step that ends it is known from where on it fires, and without a first spike nothing", "[zones]") {
  Experiment run = run_of("note-4");
  run.stimulus = {Step{70, 100, 500.0}};
  CHECK(names_of(protocol_thresholds(run, this_run).zones) == "silent, fires");
  CHECK(onset_zones({}, {}, 51.0).empty());
}

// Two searches tell currents apart that are 2e-6 pA from one another.
// Fails with: a zone narrower than the searches can tell.
TEST_CASE("thresholds that cannot be told apart bound no zone", "[zones]") {
  CHECK(names_of(onset_zones(50, 50 + 1e-6, 60)) == "silent, either, always");
  CHECK(names_of(onset_zones(50, 55, 55 + 1e-6)) == "silent, stops, always");
  CHECK(names_of(onset_zones(50, 55, 53)) == "silent, stops, always");
  CHECK(names_of(onset_zones(50, 55, {})) == "silent, stops, always");
}

}  // namespace izh
