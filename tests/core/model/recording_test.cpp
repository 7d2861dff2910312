#include "core/model/recording.hpp"

#include <cstring>

#include "support.hpp"

namespace izh {

// Fails with: the names of two ends exchanged.
TEST_CASE("a run says in words how it ended", "[recording]") {
  CHECK(std::string(names(End::finished)) == "finished");
  CHECK(std::string(names(End::too_many_spikes)) == "too many spikes");
  CHECK(std::string(names(End::out_of_budget)) == "out of budget");
  CHECK(std::string(names(End::diverged)) == "diverged");
}

// Fails with: spike_v left out of the table.
TEST_CASE("every sample is complete, and every spike has its v and u", "[recording]") {
  for (const Solver& solver : {Solver{Exact{}}, Solver{Rk4{0.1}}, Solver{Euler{0.5}}}) {
    Experiment experiment = under_step(chattering, 500);
    experiment.solver = solver;
    const Recording recording = simulate(experiment);
    CHECK(recording.time.size() == 1600);
    CHECK(recording.v.size() == 1600);
    CHECK(recording.u.size() == 1600);
    CHECK(recording.current.size() == 1600);
    CHECK(recording.spikes.size() > 50);
    for (const auto* column :
         {&recording.before, &recording.spike_v, &recording.spike_u, &recording.reset_v, &recording.reset_u})
      CHECK(column->size() == recording.spikes.size());
    // The last sample is the end of the run.
    CHECK(recording.ended.v == recording.v.back());
    CHECK(recording.ended.u == recording.u.back());
    CHECK(recording.ended.kind == End::finished);
    CHECK(recording.ended.time == 1000);
  }
  std::string columns;
  for_each_field<Recording>([&](const auto& entry) { columns += std::string(entry.name) + " "; });
  CHECK(columns == "time v u current spikes before spike_v spike_u reset_v reset_u ended ");
}

}  // namespace izh
