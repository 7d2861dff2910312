#include "core/model/experiment.hpp"

#include "support.hpp"

namespace izh {

// Fails with: v = -60 mV at rest for every cell.
TEST_CASE("rest follows the cell, and a given start does not", "[experiment]") {
  Experiment experiment;
  experiment.cell.vr = -72;
  CHECK(initial_state(experiment).v == -72);
  CHECK(initial_state(experiment).u == 0);
  experiment.cell.b = -46.4;  // b + k (vt - vr) = -46.4 + 0.7 · 32 < 0: rest is at -40 - 46.4/0.7
  CHECK_THAT(initial_state(experiment).v, WithinAbs(-40 - 46.4 / 0.7, 1e-12));
  CHECK_THAT(initial_state(experiment).u, WithinAbs(-46.4 * (32 - 46.4 / 0.7), 1e-10));
  experiment.initial = At{-51, 33};
  CHECK(initial_state(experiment).v == -51);
  CHECK(initial_state(experiment).u == 33);
}

// Fails with: another default amplitude.
TEST_CASE("the default experiment is a regular spiking cell from rest under 70 pA, run exactly", "[experiment]") {
  const Experiment experiment;
  CHECK(experiment.cell.C == regular_spiking.C);
  CHECK(std::holds_alternative<Rest>(experiment.initial));
  CHECK(std::holds_alternative<Exact>(experiment.solver));
  REQUIRE(experiment.stimulus.size() == 1);
  const Step step = std::get<Step>(experiment.stimulus[0]);
  CHECK(step.amplitude == 70);
  CHECK(step.onset == 100);
  CHECK_FALSE(step.duration);
  // From rest the first spike comes 100.022 ms after the onset and then one every 147.8 ms: the sixth at 939 ms.
  CHECK(spikes_of(experiment).size() == 6);
}

}  // namespace izh
