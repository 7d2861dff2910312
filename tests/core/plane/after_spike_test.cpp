#include "core/plane/after_spike.hpp"

#include <limits>
#include <stdexcept>

#include "core/train/spikes.hpp"
#include "support.hpp"
#include "told.hpp"

namespace izh {

namespace {

/// A run from the state after a spike that left the recovery variable at u, under a steady current.
Recording run_from(const Cell& cell, double current, double u, double duration) {
  return simulate({cell, At{cell.c, u}, {Step{current, 0, {}}}, duration, Exact{}}, spikes_only);
}

struct Case {
  Cell cell;
  double current;
};

const Case cases[] = {{regular_spiking, 45},
                      {regular_spiking, 70},
                      {intrinsically_bursting, 346.5},
                      {intrinsically_bursting, 349},
                      {intrinsically_bursting, 600},
                      {chattering, 158},
                      {chattering, 200},
                      {chattering, 450}};

}  // namespace

// Fails with: u before the reset; intervals in seconds.
TEST_CASE("the map is one run from a reset to the next spike", "[after_spike]") {
  Chance chance(1);
  for (const Case& one : cases) {
    const AfterSpikeMap map = after_spike_map(one.cell, one.current, {-200, 600, 40});
    CAPTURE(one.cell.C, one.current);
    for (const MapPiece& piece : map.pieces) {
      REQUIRE(piece.u.size() == piece.next.size());
      REQUIRE(piece.u.size() == piece.interval.size());
      CHECK(std::is_sorted(piece.u.begin(), piece.u.end()));
      const std::size_t i = chance.below(piece.u.size());
      if (piece.interval[i] > 1e4) continue;
      const Recording run = run_from(one.cell, one.current, piece.u[i], piece.interval[i] + 1);
      REQUIRE(run.spikes.size() >= 1);
      CHECK_THAT(run.spikes[0], WithinAbs(piece.interval[i], 1e-9));  // the same steps, except for the end of the run
      CHECK_THAT(run.reset_u[0], WithinAbs(piece.next[i], 1e-8));     // u changes by a few pA per ms
    }
  }
}

// Fails with: edges to a thousandth of the range; a gap begun at the last defined point.
TEST_CASE("a spike follows beside a gap of the map and not within it", "[after_spike]") {
  for (const Case& one : cases) {
    const MapRange range{-200, 600, 100};
    const AfterSpikeMap map = after_spike_map(one.cell, one.current, range);
    for (const Gap& gap : map.gaps) {
      CAPTURE(one.cell.C, one.current, gap.from, gap.to);
      // Twice the promised 1e-9 of the range to either side; 20 s is many times what an orbit so near takes.
      const double beside = 2e-9 * (range.to - range.from);
      const auto fires = [&](double u) { return !run_from(one.cell, one.current, u, 2e4).spikes.empty(); };
      CHECK_FALSE(fires(gap.from));
      CHECK_FALSE(fires((gap.from + gap.to) / 2));
      CHECK_FALSE(fires(gap.to));
      if (gap.from > range.from) CHECK(fires(gap.from - beside));
      if (gap.to < range.to) CHECK(fires(gap.to + beside));
    }
  }
  CHECK(after_spike_map(regular_spiking, 45, {}).gaps.size() == 1);  // rest attracts below I_SN = 51.43 pA
  CHECK(after_spike_map(regular_spiking, 70, {}).gaps.empty());
  // Between I* = 346.445 and the homoclinic current the basin of rest is a closed tongue.
  const AfterSpikeMap tongue = after_spike_map(intrinsically_bursting, 346.5, {});
  REQUIRE(tongue.gaps.size() == 1);
  CHECK(tongue.gaps[0].from > -200);
  CHECK(tongue.gaps[0].to < 600);
}

// Fails with: a curve drawn across the jump.
TEST_CASE("the map breaks where orbits separate at the saddle, and nowhere else", "[after_spike]") {
  // Between I_H = 347.66 and I_SN = 350.2 no resting state attracts, but the saddle still separates orbits that fire at
  // once from those that go around the unstable focus first.
  const AfterSpikeMap parted = after_spike_map(intrinsically_bursting, 349, {});
  REQUIRE(parted.pieces.size() == 2);
  CHECK(parted.gaps.empty());
  const double left = parted.pieces[0].u.back(), right = parted.pieces[1].u.front();
  CHECK(right - left <= 1e-9 * 800);
  CHECK(std::fabs(parted.pieces[0].next.back() - parted.pieces[1].next.front()) > 5);
  for (double current : {360.0, 600.0}) CHECK(after_spike_map(intrinsically_bursting, current, {}).pieces.size() == 1);
  for (double current : {200.0, 300.0, 450.0}) CHECK(after_spike_map(chattering, current, {}).pieces.size() == 1);
}

// Fails with: three halvings to the crossing; the slope with the wrong sign.
TEST_CASE("tonic firing is a fixed point of the map, and attracts where the map is level there", "[after_spike]") {
  for (const Case& one : {Case{regular_spiking, 70}, {regular_spiking, 200}, {intrinsically_bursting, 600}}) {
    const AfterSpikeMap map = after_spike_map(one.cell, one.current, {});
    REQUIRE(map.fixed_u.size() == 1);
    REQUIRE(map.fixed_slope.size() == 1);
    const Recording run = simulate(under_step(one.cell, one.current, 0, 3e4), spikes_only);
    CHECK_THAT(map.fixed_u[0], WithinAbs(run.reset_u.back(), 1e-6));  // 0.748^480 of the start has decayed
    CHECK(std::fabs(map.fixed_slope[0]) < 1);
    CHECK(map.fixed_attracts == std::vector<double>{1});
    // Near the fixed point deviations shrink by the slope from spike to spike.
    const double off = 1e-3;
    const Recording next = run_from(one.cell, one.current, map.fixed_u[0] + off, 1000);
    CHECK_THAT((next.reset_u.at(0) - map.fixed_u[0]) / off, WithinAbs(map.fixed_slope[0], 1e-3));
  }
  const AfterSpikeMap pairs = after_spike_map(chattering, 300, {});
  REQUIRE(pairs.fixed_u.size() == 1);
  CHECK(pairs.fixed_slope[0] < -1);  // it fires pairs, not evenly
  CHECK(pairs.fixed_attracts == std::vector<double>{0});
  CHECK(after_spike_map(regular_spiking, 45, {}).fixed_u.empty());
}

// Fails with: the slope by differences over a millionth of the scale of u, -86 090.
TEST_CASE("on a steep branch the slope at the diagonal is that of the map there, not of a chord", "[after_spike]") {
  // In 40 digits, by the variational equation: u = 217.962086964961829 and -616580.88001599876. The last bit of u,
  // 3e-14 pA, is 1e-9 of the distance over which the slope changes e-fold.
  const AfterSpikeMap map = after_spike_map(chattering, 208.217, {});
  REQUIRE(map.fixed_u.size() == 1);
  CHECK_THAT(map.fixed_u[0], WithinAbs(217.96208696496183, 1e-12));
  CHECK_THAT(map.fixed_slope.at(0) / -616580.88001599876, WithinAbs(1, 2e-8));
  CHECK_THAT(told(map.text), Contains("map.leaves"));
}

// Fails with: u before the reset.
TEST_CASE("the cycle of a bursting cell goes around on its map", "[after_spike]") {
  const Recording run = simulate(under_step(chattering, 450, 0, 3000), spikes_only);
  const std::vector<double>& u = run.reset_u;
  const AfterSpikeMap map = after_spike_map(chattering, 450, {-200, 800, 2000});
  REQUIRE(map.pieces.size() == 1);
  const MapPiece& piece = map.pieces[0];
  for (std::size_t i = u.size() - 5; i + 1 < u.size(); ++i) {
    const auto after = std::upper_bound(piece.u.begin(), piece.u.end(), u[i]) - piece.u.begin();
    const auto j = static_cast<std::size_t>(after);
    const double share = (u[i] - piece.u[j - 1]) / (piece.u[j] - piece.u[j - 1]);
    const double next = piece.next[j - 1] + share * (piece.next[j] - piece.next[j - 1]);
    CHECK_THAT(next, WithinAbs(u[i + 1], 1));  // a straight line between points 0.5 pA apart, where slopes reach 25
  }
}

// Fails with: u before the reset.
TEST_CASE("with a = 0 the map only adds d, as long as v rises all the way", "[after_spike]") {
  // u is constant between spikes, so next = u + d. From c = vt v rises to vpeak iff I - u > 0, as k (v - vr)(v - vt) is
  // least at v = vt, above the midpoint of vr and vt.
  Cell cell = regular_spiking;
  cell.a = 0;
  cell.c = cell.vt;
  const AfterSpikeMap map = after_spike_map(cell, 80, {-100, 300, 41});
  REQUIRE(map.pieces.size() == 1);
  REQUIRE(map.gaps.size() == 1);
  CHECK_THAT(map.gaps[0].from, WithinAbs(80, 1e-6));
  CHECK(map.gaps[0].to == 300);
  for (std::size_t i = 0; i < map.pieces[0].u.size(); ++i)
    CHECK_THAT(map.pieces[0].next[i] - map.pieces[0].u[i], WithinAbs(100, 1e-9));
}

// Fails with: a passage of more than 4000 steps taken for rest.
TEST_CASE("a passage that takes long to follow is not silence", "[after_spike]") {
  // With C = 0.01 pF v follows u at once, so steps are short. An independent program found the next spike from (c, 100)
  // at 78.098 ms, with u = 99.9087. Above I_SN every u ends in a spike.
  Cell cell = regular_spiking;
  cell.C = 0.01;
  const AfterSpikeMap map = after_spike_map(cell, 70, {0, 200, 21});
  INFO(told(map.text));
  CHECK(map.gaps.empty());
  CHECK_THAT(told(map.text), !Contains("map.gaps"));
  REQUIRE(map.pieces.size() >= 1);
  REQUIRE(map.fixed_u.size() == 1);
  CHECK_THAT(map.fixed_u[0], WithinAbs(99.9087, 1e-3));  // almost level: from 100, u goes straight to the fixed point
  const MapPiece& piece = map.pieces[0];
  const auto at = std::find(piece.u.begin(), piece.u.end(), 100.0) - piece.u.begin();
  REQUIRE(at < static_cast<std::ptrdiff_t>(piece.u.size()));
  CHECK_THAT(piece.next[static_cast<std::size_t>(at)], WithinAbs(99.9087, 1e-4));
  CHECK_THAT(piece.interval[static_cast<std::size_t>(at)], WithinAbs(78.098, 1e-3));
  // Where it takes longer than a map may, the text says so.
  cell.C = 1e-3;
  cell.a = 1e-3;
  const AfterSpikeMap slow = after_spike_map(cell, 60, {0, 400, 21});
  INFO(told(slow.text));
  CHECK(slow.gaps.empty());
  CHECK_THAT(told(slow.text), Contains("map.unknown"));
  CHECK_THAT(told(slow.text), !Contains("map.gaps"));
}

// Fails with: the slope taken over a millionth of the range.
TEST_CASE("the slope at the diagonal does not depend on the range shown", "[after_spike]") {
  const AfterSpikeMap near = after_spike_map(regular_spiking, 70, {}),
                      far = after_spike_map(regular_spiking, 70, {-1e9, 1e9, 200});
  REQUIRE(far.fixed_slope.size() == 1);
  CHECK_THAT(far.fixed_u[0], WithinAbs(near.fixed_u.at(0), 1e-6));
  CHECK_THAT(far.fixed_slope[0], WithinAbs(near.fixed_slope.at(0), 1e-4));
}

// Fails with: crossings counted in rounding noise.
TEST_CASE("a map that coincides with the diagonal is said to do so", "[after_spike]") {
  // With a = 0 and d = 0 nothing ever changes u.
  Cell cell = regular_spiking;
  cell.a = cell.d = 0;
  const AfterSpikeMap map = after_spike_map(cell, 80, {});
  INFO(told(map.text));
  CHECK(map.fixed_u.empty());
  CHECK_THAT(told(map.text), Contains("map.diagonal"));
}

// Fails with: a range from high to low let in.
TEST_CASE("a map needs a range, and its text says something for any cell", "[after_spike]") {
  const double inf = std::numeric_limits<double>::infinity();
  CHECK_THROWS_AS(after_spike_map(regular_spiking, inf, {}), std::invalid_argument);
  CHECK_THROWS_AS(after_spike_map(regular_spiking, 70, {10, 10, 20}), std::invalid_argument);
  CHECK_THROWS_AS(after_spike_map(regular_spiking, 70, {10, 0, 20}), std::invalid_argument);
  CHECK_THROWS_AS(after_spike_map(regular_spiking, 70, {0, inf, 20}), std::invalid_argument);
  CHECK_THROWS_AS(after_spike_map(regular_spiking, 70, {0, 10, 1}), std::invalid_argument);
  Chance chance(2);
  for (int n = 0; n < 60; ++n) {
    const Cell cell{chance.between(10, 300),  chance.between(0.1, 3),  chance.between(-80, -50),
                    chance.between(-50, -30), chance.between(0, 60),   chance.below(6) ? chance.between(0.001, 0.2) : 0,
                    chance.between(-10, 15),  chance.between(-90, -5), chance.between(-100, 300)};
    const AfterSpikeMap map = after_spike_map(cell, chance.between(-200, 800), {-300, 900, 12});
    CHECK_FALSE(map.text.empty());
    CHECK_THAT(told(map.text), !Contains("nan"));
    CHECK(map.fixed_u.size() == map.fixed_slope.size());
    CHECK(all_finite(map.fixed_slope));
    for (const MapPiece& piece : map.pieces) {
      CHECK(all_finite(piece.next));
      CHECK(all_finite(piece.interval));
    }
    CHECK(map.pieces.size() + map.gaps.size() >= 1);
  }
}

}  // namespace izh
