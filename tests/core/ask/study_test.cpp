#include "core/ask/study.hpp"

#include "core/ask/headline.hpp"
#include "core/content/presets.hpp"
#include "core/solve/simulate.hpp"
#include "core/train/run_measures.hpp"

using namespace izh;

TEST_CASE("the currents of a stretch are those within it, and a jump at its end is not yet there", "[study]") {
  // A step of 70 from 100 to 300, then a ramp from 0 to 40 until 500.
  const Corners corners{{0, 100, 100, 300, 300, 500}, {0, 0, 70, 70, 0, 40}};
  const auto within = [&](double from, double to) {
    const Currents found = currents_within(corners, from, to);
    return std::vector<double>{found.low, found.high, found.last};
  };
  CHECK(within(0, 500) == std::vector<double>{0, 70, 40});
  CHECK(within(0, 100) == std::vector<double>{0, 0, 0});
  CHECK(within(100, 300) == std::vector<double>{70, 70, 70});
  CHECK(within(350, 400) == std::vector<double>{10, 20, 20});
}

TEST_CASE("a study says the same about a run as the separate questions", "[study]") {
  for (const Preset& preset : presets())
    for (const Experiment& experiment : preset.runs) {
      CAPTURE(preset.id);
      const Window window{0, {}, 400, 2e5};
      const Study found = study(experiment, window);
      const Recording recording = simulate(experiment, window);
      CHECK(found.recording.v == recording.v);
      CHECK(found.recording.spikes == recording.spikes);
      const Measures measures = run_measures(experiment, recording.spikes, recording.reset_u, recording.ended);
      CHECK(found.measures.isi == measures.isi);
      CHECK(found.measures.steady_rate == measures.steady_rate);
      CHECK(found.pattern.text == run_pattern(experiment, recording.spikes, recording.reset_u, recording.ended).text);
      CHECK(found.response.size() == (recording.spikes.empty() ? 1u : 0u));
      CHECK(found.corners.time == corners(experiment.stimulus, experiment.duration).time);
      CHECK(found.clipped == clipped(experiment.stimulus, experiment.duration));
      CHECK(found.held == held_currents(experiment.stimulus, experiment.duration));
      CHECK(found.headline == headline(experiment, measures, found.pattern,
                                       found.response.empty() ? nullptr : &found.response[0], recording.ended));
      CHECK(found.start.v == initial_state(experiment).v);
      CHECK(found.rest.u == rest_state(experiment.cell).u);
    }
}

// RS at 70 pA fires six times within its second and settles into single spikes (tests/reference/golden).
TEST_CASE("the orbit of a short train is whole, and its last turn is marked", "[study]") {
  const Experiment experiment;
  const Study found = study(experiment, {});
  REQUIRE(found.recording.spikes.size() == 6);
  REQUIRE(found.orbit.size() == 1);
  CHECK(found.orbit[0].curves.size() == 7);
  CHECK(found.orbit[0].cycle_from == 5.0);
  CHECK(found.orbit[0].cycle_to == 6.0);
  // The first curve begins at the start, the last one ends with the run.
  CHECK(found.orbit[0].curves.front().v.front() == found.start.v);
  CHECK_THAT(found.orbit[0].curves.back().v.back(), Catch::Matchers::WithinAbs(found.recording.v.back(), 1e-9));
}

TEST_CASE("for a long train the orbit has the beginning, and the last turn with what follows", "[study]") {
  Experiment experiment;
  experiment.duration = 5000;
  const Study found = study(experiment, {});
  const Recording& run = found.recording;
  REQUIRE(run.spikes.size() > 2 * orbit_spikes + 1);
  REQUIRE(found.orbit.size() == 2);
  CHECK(found.orbit[0].curves.size() == orbit_spikes);
  CHECK_FALSE(found.orbit[0].cycle_from);
  CHECK(found.orbit[1].curves.size() == 2);
  CHECK(found.orbit[1].cycle_to == 1.0);
  CHECK(found.orbit[1].curves[0].u.front() == run.reset_u[run.spikes.size() - 2]);
}

TEST_CASE("a run that comes to rest, and one whose window has no samples, have no cycle", "[study]") {
  Experiment silent;
  silent.stimulus = {Step{20, 100, {}}};
  const Study found = study(silent, {});
  REQUIRE(found.orbit.size() == 1);
  CHECK_FALSE(found.orbit[0].cycle_from);
  CHECK(found.response.size() == 1);
  CHECK(study(silent, {0, {}, 0, 2e5}).orbit.empty());
}
