#include "core/plane/orbit.hpp"

#include "core/ask/instant.hpp"
#include "core/content/presets.hpp"
#include "plane.hpp"

namespace izh {

namespace {

/// The whole of `run`.
OrbitPart all_of(const Experiment& run, double near_v = 0.05, double near_u = 0.2) {
  const State start = initial_state(run);
  return {0, start.v, start.u, 0, run.duration, near_v, near_u, 1e6};
}

/// How far `state` is from the line through the points of `curve`, in near_v and near_u.
double distance(const State& state, const Curve& curve, const OrbitPart& asked) {
  double nearest = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < curve.v.size(); ++i) {
    const std::size_t j = std::min(i + 1, curve.v.size() - 1);
    const double x = (curve.v[i] - state.v) / asked.near_v, y = (curve.u[i] - state.u) / asked.near_u;
    const double dx = (curve.v[j] - curve.v[i]) / asked.near_v, dy = (curve.u[j] - curve.u[i]) / asked.near_u;
    const double length = dx * dx + dy * dy;
    const double share = length > 0 ? std::min(1.0, std::max(0.0, -(x * dx + y * dy) / length)) : 0;
    nearest = std::min(nearest, std::hypot(x + share * dx, y + share * dy));
  }
  return nearest;
}

/// Runs of all kinds: every preset, and those with fixed steps.
std::vector<Experiment> runs() {
  std::vector<Experiment> all;
  for (const Preset& preset : presets())
    for (const Experiment& run : preset.runs) all.push_back(run);
  for (const Cell& cell : {regular_spiking, intrinsically_bursting, chattering}) {
    all.push_back({cell, At{-50, 10}, {Step{300, 50, 600.0}, Ramp{0, 200, 200, 400}}, 900, Exact{}});
    all.push_back({cell, At{-50, 10}, {Step{300, 50, 600.0}, Ramp{0, 200, 200, 400}}, 900, Rk4{0.1}});
    all.push_back({cell, At{-50, 10}, {Step{300, 50, 600.0}, Ramp{0, 200, 200, 400}}, 900, Euler{0.5}});
  }
  return all;
}

}  // namespace

// A sample of the run lies on the curve between the resets before and after it, or, with fixed steps, on the way to the
// next reset. Fails with: parts of a step that are never halved.
TEST_CASE("the state at any instant lies on the orbit that is drawn", "[orbit]") {
  for (const Experiment& run : runs()) {
    const OrbitPart asked = all_of(run, 0.002, 0.008);  // fine enough for the closest zoom
    const std::vector<Curve> curves = orbit(run, asked);
    const Recording samples = simulate(run, {0, {}, 4001, 1e6});
    REQUIRE(curves.size() == samples.spikes.size() + 1);
    std::size_t spike = 0;
    double furthest = 0;
    for (std::size_t i = 0; i < samples.time.size(); ++i) {
      while (spike < samples.spikes.size() && samples.spikes[spike] <= samples.time[i]) ++spike;
      const bool jumps = spike < samples.spikes.size() && samples.before[spike] < samples.time[i];
      if (!jumps) furthest = std::max(furthest, distance({samples.v[i], samples.u[i]}, curves[spike], asked));
    }
    CHECK(furthest <= 1.0);
  }
}

TEST_CASE("the curves of an orbit are separated by the resets of the run", "[orbit]") {
  for (const Experiment& run : runs()) {
    const std::vector<Curve> curves = orbit(run, all_of(run));
    const Recording whole = simulate(run, {0, {}, 2, 1e6});
    REQUIRE(curves.size() == whole.spikes.size() + 1);
    for (std::size_t i = 0; i < whole.spikes.size(); ++i) {
      // An upstroke reaches vpeak to the last bits of its time: about 100 mV/ms times 1e-13 ms.
      CHECK_THAT(curves[i].v.back(), WithinAbs(whole.spike_v[i], 1e-9));
      CHECK_THAT(curves[i].u.back(), WithinAbs(whole.spike_u[i], 1e-9));
      CHECK_THAT(curves[i + 1].v.front(), WithinAbs(whole.reset_v[i], 1e-9));
      CHECK_THAT(curves[i + 1].u.front(), WithinAbs(whole.reset_u[i], 1e-9));
    }
  }
}

// Fails with: the stimulus from its beginning.
TEST_CASE("an orbit continues from any spike as it does from the start", "[orbit]") {
  for (const Experiment& run : runs()) {
    const std::vector<Curve> curves = orbit(run, all_of(run));
    const Recording whole = simulate(run, {0, {}, 2, 1e6});
    for (std::size_t i = 0; i < whole.spikes.size(); i += 3) {
      const double time = whole.spikes[i];
      const double to = i + 1 < whole.spikes.size() ? whole.spikes[i + 1] : run.duration;
      if (!(to > time)) continue;
      OrbitPart asked = all_of(run);
      asked.time = asked.from = time;
      asked.v = whole.reset_v[i];
      asked.u = whole.reset_u[i];
      asked.to = to;
      const std::vector<Curve> part = orbit(run, asked);
      REQUIRE(!part.empty());
      CHECK_THAT(part[0].v.front(), WithinAbs(whole.reset_v[i], 1e-10));
      CHECK_THAT(part[0].u.front(), WithinAbs(whole.reset_u[i], 1e-10));
      // Both end at the same spike: rounding of its time, and what the orbit makes of it.
      CHECK_THAT(part[0].v.back(), WithinAbs(curves[i + 1].v.back(), 1e-7));
      CHECK_THAT(part[0].u.back(), WithinAbs(curves[i + 1].u.back(), 1e-7));
    }
  }
}

TEST_CASE("with fixed steps an orbit has the grid points bit for bit, wherever it begins", "[orbit]") {
  for (const Solver& solver : {Solver{Rk4{0.25}}, Solver{Euler{0.25}}}) {
    const Experiment run{regular_spiking, At{-55, 5}, {Step{100, -1, {}}}, 200, solver};  // it never comes to rest
    const Recording grid = simulate(run, {0, {}, 801, 1e6});                              // 0.25 ms apart
    REQUIRE(!grid.spikes.empty());
    const OrbitPart closest{grid.spikes[0], grid.reset_v[0], grid.reset_u[0], grid.spikes[0], 200, 1e-12, 1e-12, 1e6};
    for (const OrbitPart& asked : {all_of(run, 1e-12, 1e-12), closest}) {
      std::vector<double> v, u;
      for (const Curve& curve : orbit(run, asked)) {
        v.insert(v.end(), curve.v.begin(), curve.v.end());
        u.insert(u.end(), curve.u.begin(), curve.u.end());
      }
      const auto first = static_cast<std::ptrdiff_t>(asked.from / 0.25);
      CHECK(v == std::vector<double>(grid.v.begin() + first, grid.v.end()));
      CHECK(u == std::vector<double>(grid.u.begin() + first, grid.u.end()));
    }
  }
}

// 1000 steps of 0.1 ms and a curve of about 100 mV by 200 pA: few of its points matter.
TEST_CASE("an orbit has no more points than it needs", "[orbit]") {
  for (const Solver& solver : {Solver{Exact{}}, Solver{Rk4{0.001}}}) {
    const Experiment run{regular_spiking, At{-60, 0}, {Step{70, 100, {}}}, 1000, solver};
    const std::vector<Curve> curves = orbit(run, all_of(run, 0.1, 0.2));
    CHECK(curves.size() == simulate(run, {0, {}, 2, 1e7}).spikes.size() + 1);
    for (const Curve& curve : curves) CHECK(curve.v.size() <= 100);
  }
}

TEST_CASE("a part of an orbit begins and ends where it is asked to, and within its budget", "[orbit]") {
  const Experiment run = under_step(regular_spiking, 100);
  OrbitPart asked = all_of(run);
  asked.from = 300;
  asked.to = 310;
  const std::vector<Curve> curves = orbit(run, asked);
  const auto first = instant(run, 300, 1e6), last = instant(run, 310, 1e6);
  REQUIRE((first && last && !curves.empty()));
  CHECK_THAT(curves.front().v.front(), WithinAbs(first->v, 1e-9));
  CHECK_THAT(curves.front().u.front(), WithinAbs(first->u, 1e-9));
  CHECK_THAT(curves.back().v.back(), WithinAbs(last->v, 1e-9));
  CHECK_THAT(curves.back().u.back(), WithinAbs(last->u, 1e-9));

  asked = all_of(run);
  asked.budget = 30;
  const std::vector<Curve> cut = orbit(run, asked);
  CHECK(!cut.empty());
  CHECK(cut.size() < orbit(run, all_of(run)).size());

  asked.from = 20;
  asked.to = 10;
  CHECK(orbit(run, asked).empty());
}

TEST_CASE("an orbit of any cell ends, and all its numbers are finite", "[orbit]") {
  Chance chance(15);
  for (int i = 0; i < 300; ++i) {
    const Cell cell = wild_cell(chance);
    for (const Solver& solver : {Solver{Exact{}}, Solver{Rk4{0.1}}, Solver{Euler{0.5}}}) {
      const double v = chance.between(-200, 200), amplitude = chance.between(-1e4, 1e4);
      const Experiment run{cell, At{v, chance.between(-1e4, 1e4)}, {Step{amplitude, 10, {}}}, 100, solver};
      OrbitPart asked = all_of(run, 1e-9, 1e-9);
      asked.budget = 1000;
      for (const Curve& curve : orbit(run, asked)) {
        CHECK(!curve.v.empty());
        CHECK((all_finite(curve.v) && all_finite(curve.u)));
      }
    }
  }
}

TEST_CASE("an impossible part of a run is refused", "[orbit]") {
  const Experiment run = under_step(regular_spiking, 100);
  for (double OrbitPart::*member : {&OrbitPart::time, &OrbitPart::v, &OrbitPart::u, &OrbitPart::from, &OrbitPart::to,
                                    &OrbitPart::near_v, &OrbitPart::near_u, &OrbitPart::budget})
    for (double wrong : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
      OrbitPart asked = all_of(run);
      asked.*member = wrong;
      CHECK_THROWS_AS(orbit(run, asked), std::invalid_argument);
    }
  OrbitPart late = all_of(run), long_one = all_of(run), coarse = all_of(run);
  late.time = 20;  // after `from`
  long_one.to = 1001;
  coarse.near_u = 0;
  for (const OrbitPart& asked : {late, long_one, coarse}) CHECK_THROWS_AS(orbit(run, asked), std::invalid_argument);
}

}  // namespace izh
