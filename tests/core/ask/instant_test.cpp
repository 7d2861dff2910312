#include "core/ask/instant.hpp"

#include "golden.hpp"
#include "support.hpp"

namespace izh {

namespace {

Experiment with_solver(const Cell& cell, const Solver& solver) {
  return {cell, Rest{}, {Step{300, 50, 600.0}, Ramp{0, 200, 200, 400}}, 900, solver};
}

}  // namespace

// Fails with: u for -u; (v - vr)² in the membrane current.
TEST_CASE("at every instant the three currents add up to what charges the membrane", "[instant]") {
  Chance chance(41);
  for (const Cell& cell : {regular_spiking, intrinsically_bursting, chattering})
    for (const Solver& solver : {Solver{Exact{}}, Solver{Rk4{0.1}}, Solver{Euler{0.25}}}) {
      const Experiment run = with_solver(cell, solver);
      for (int i = 0; i < 40; ++i) {
        const double time = i == 0 ? 0 : i == 1 ? 900 : chance.between(0, 900);
        const auto now = instant(run, time, 1e6);
        REQUIRE(now);
        CHECK(now->membrane + now->recovery + now->current == now->capacitive);
        // The same sum by the model's own derivative: ulps of up to 1e4 pA.
        CHECK_THAT(now->capacitive, WithinAbs(cell.C * now->dv_dt, 1e-11));
        CHECK_THAT(now->membrane, WithinAbs(cell.k * (now->v - cell.vr) * (now->v - cell.vt), 1e-12));
        CHECK(now->recovery == -now->u);
        CHECK_THAT(now->du_dt, WithinAbs(cell.a * (cell.b * (now->v - cell.vr) - now->u), 1e-13));
        CHECK(now->current == current_at(run.stimulus, time));
        CHECK(now->time == time);
      }
    }
}

// The last instant belongs to what came before: a ramp that ends there at 250 pA still flows.
TEST_CASE("the last instant of a run has the current before it", "[instant]") {
  const Experiment run{regular_spiking, Rest{}, {Ramp{0, 250, 0, 500}, Step{10, 400, 100.0}}, 500, Exact{}};
  CHECK(instant(run, 500, 1e6)->current == 260);
  CHECK(simulate(run, {0, std::nullopt, 11, 1e6}).current.back() == 260);
  Experiment longer = run;
  longer.duration = 600;
  CHECK(instant(longer, 500, 1e6)->current == 0);
}

// Fails with: the run cut at the instant itself; spikes counted to the end of the run.
TEST_CASE("an instant is the sample that a run shows at that time, to the last bit", "[instant]") {
  for (const Solver& solver : {Solver{Exact{}}, Solver{Rk4{0.1}}, Solver{Euler{0.25}}}) {
    const Experiment run = with_solver(chattering, solver);
    const Recording all = simulate(run, {0, 900, 301, 1e6});
    REQUIRE(all.spikes.size() > 20);
    for (std::size_t n = 0; n < all.time.size(); ++n) {
      const auto now = instant(run, all.time[n], 1e6);
      REQUIRE(now);
      CHECK(now->v == all.v[n]);
      CHECK(now->u == all.u[n]);
      CHECK(now->current == all.current[n]);
      const auto so_far =
          std::count_if(all.spikes.begin(), all.spikes.end(), [&](double t) { return t <= all.time[n]; });
      CHECK(now->spikes == static_cast<double>(so_far));
    }
  }
}

// Fails with: the sample at a spike's time left as it is.
TEST_CASE("at the time of a spike the cell has just been reset", "[instant]") {
  for (const Solver& solver : {Solver{Exact{}}, Solver{Rk4{0.1}}, Solver{Euler{0.25}}}) {
    const Experiment run = with_solver(regular_spiking, solver);
    const Recording all = simulate(run, spikes_only);
    REQUIRE(all.spikes.size() > 5);
    for (std::size_t n = 0; n < all.spikes.size(); ++n) {
      const auto now = instant(run, all.spikes[n], 1e6);
      REQUIRE(now);
      // v = c, up to the conversion to the solver's units and less than an ulp of time since the reset.
      CHECK_THAT(now->v, WithinAbs(-50, 1e-10));
      CHECK_THAT(now->u, WithinAbs(all.reset_u[n], 1e-9));
      CHECK(now->spikes == static_cast<double>(n + 1));
    }
  }
}

// Fails with: one spike too many.
TEST_CASE("the last instant of the reference runs is the state of 50-digit arithmetic", "[instant]") {
  for (const Golden& golden : golden_cases()) {
    INFO(golden.id);
    const auto now = instant(golden.experiment, golden.experiment.duration, 2e5);
    REQUIRE(now);
    // Ten times what rounding the inputs may do by itself, as in the solver's own test.
    CHECK_THAT(now->v, WithinAbs(golden.final.v, std::max(1e-11, 10 * golden.final_scale * 0x1p-53)));
    CHECK(now->spikes == static_cast<double>(golden.spikes.size()));
  }
}

// Fails with: budget ignored; no look at the time.
TEST_CASE("there is no instant that the run does not reach, and one outside it is refused", "[instant]") {
  const Experiment run = under_step(regular_spiking, 200);
  CHECK(instant(run, 5, 50));
  CHECK_FALSE(instant(run, 900, 50));
  Experiment pile = run;  // d < 0 makes u run away: intervals shrink without bound, and the run ends there
  pile.cell.d = -2000;
  const Recording ended = simulate(pile, spikes_only);
  REQUIRE(ended.ended.kind != End::finished);
  CHECK(instant(pile, ended.ended.time / 2, 1e6));
  CHECK_FALSE(instant(pile, (ended.ended.time + 1000) / 2, 1e6));
  for (const double bad : {-1e-9, 1000.1, std::numeric_limits<double>::quiet_NaN()})
    CHECK_THROWS_AS(instant(run, bad, 1e5), std::invalid_argument);
}

}  // namespace izh
