#include "core/sweep_part.hpp"

#include <numeric>
#include <stdexcept>

#include "support.hpp"

namespace izh {

namespace {

Experiment with(const Cell& cell) {
  Experiment experiment;
  experiment.cell = cell;
  return experiment;
}

struct BothWays {
  SweepPart up, down;
};

BothWays swept(const Experiment& experiment, const Sweep& sweep) {
  BothWays result;
  result.up = sweep_part(experiment, sweep, 0, 0, sweep.points, {});
  result.down = sweep_part(experiment, sweep, 1, 0, sweep.points, result.up.state);
  return result;
}

/// The lowest value of a part at which it fires.
double lowest_firing(const SweepPart& part) {
  double lowest = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i < part.value.size(); ++i)
    if (part.rate[i] > 0) lowest = std::min(lowest, part.value[i]);
  return lowest;
}

}  // namespace

// Red when tried: every value begun in the experiment's start; a cell at rest followed from the rest of the value
// before.
TEST_CASE("between lasting firing and the Hopf point the bursting cell does what it did before", "[sweep]") {
  const Sweep sweep{Parameter::current, 0, 342, 352, 101};  // 0.1 pA apart
  const auto [up, down] = swept(with(intrinsically_bursting), sweep);
  REQUIRE(up.value.size() == 101);
  CHECK(up.value.front() == 342);
  CHECK(down.value.front() == 352);
  // At rest until I_H = 347.65625, and firing until the lasting threshold, 346.445353 from an independent program.
  CHECK_THAT(lowest_firing(up), WithinAbs(347.7, 1e-9));
  CHECK_THAT(lowest_firing(down), WithinAbs(346.5, 1e-9));
  CHECK_THAT(up.rate.back(), WithinAbs(down.rate.front(), 1e-9));
  // However coarse the sweep: from 344.6 to 347.6 pA rest moves by more than the half-width of the cycle around it
  // there, 2 sqrt((I_H - I)/k) = 0.43 mV, but a current that rises slowly enough takes the cell along.
  CHECK(sweep_part(with(intrinsically_bursting), {Parameter::current, 0, 344.6, 347.6, 2}, 0, 0, 2, {}).rate[1] == 0);
}

// Red when tried: spikes counted while it settles; u before the reset.
TEST_CASE("a sweep's rates, cycles and u are those of long runs", "[sweep]") {
  struct Case {
    Cell cell;
    double from, to, cycle;
  };
  for (const Case& one : {Case{regular_spiking, 60, 300, 1},
                          {intrinsically_bursting, 400, 500, 1},
                          {chattering, 200, 300, 2},
                          {chattering, 500, 600, 3}}) {
    const SweepPart part = sweep_part(with(one.cell), {Parameter::current, 0, one.from, one.to, 5}, 0, 0, 5, {});
    REQUIRE(part.value.size() == 5);
    for (std::size_t i = 0; i < 5; ++i) {
      CAPTURE(one.cell.C, part.value[i]);
      CHECK(part.cycle[i] == one.cycle);
      const Recording run = simulate(under_step(one.cell, part.value[i], 0, 1e4), spikes_only);
      const std::size_t n = run.spikes.size(), p = static_cast<std::size_t>(one.cycle);
      const double rate = 1000 * one.cycle / (run.spikes[n - 1] - run.spikes[n - 1 - p]);
      CHECK_THAT(part.rate[i], WithinAbs(rate, 1e-6 * rate));  // after 10 s at ratios up to 0.75 all has settled
      for (std::size_t j = 0; j < part.after_u.size(); ++j)
        if (part.after_value[j] == part.value[i]) {
          const double u = part.after_u[j];
          CHECK(std::any_of(run.reset_u.end() - static_cast<std::ptrdiff_t>(p), run.reset_u.end(),
                            [&](double other) { return std::fabs(other - u) < 1e-6 * std::fabs(u); }));
        }
    }
    CHECK(std::accumulate(part.cycle.begin(), part.cycle.end(), 0.0) == static_cast<double>(part.after_u.size()));
  }
}

// Red when tried: intervals within bursts averaged with those between them.
TEST_CASE("a chattering cell's bursts are told at each current", "[sweep]") {
  const SweepPart part = sweep_part(with(chattering), {Parameter::current, 0, 150, 1050, 10}, 0, 0, 10, {});
  REQUIRE(part.value.size() == 10);
  CHECK(part.rate[0] == 0);  // 150 pA, below I_SN
  CHECK(part.burst_spikes[0] == 0);
  // Golden intervals: 48.426 and 4.004 ms at 300 pA; 24.628, 3.027 and 4.779 ms at 600 pA.
  const SweepPart golden = sweep_part(with(chattering), {Parameter::current, 0, 300, 600, 2}, 0, 0, 2, {});
  CHECK(golden.burst_spikes[0] == 2);
  CHECK_THAT(golden.burst_gap[0], WithinAbs(48.426, 5e-4));
  CHECK(golden.burst_spikes[1] == 3);
  CHECK_THAT(golden.burst_gap[1], WithinAbs(24.628, 5e-4));
  CHECK(part.burst_spikes.back() == 0);  // 1050 pA: tonic
  CHECK(part.cycle.back() == 1);
  // 450 pA: period 4, but two pairs.
  const SweepPart pairs = sweep_part(with(chattering), {Parameter::current, 0, 440, 450, 2}, 0, 0, 2, {});
  CHECK(pairs.cycle[1] == 4);
  CHECK(pairs.burst_spikes[1] == 2);
}

// Red when tried: each part begun in the experiment's start.
TEST_CASE("a sweep in parts is the sweep as a whole", "[sweep]") {
  const Experiment experiment = with(intrinsically_bursting);
  const Sweep sweep{Parameter::current, 0, 344, 350, 31};
  for (double down : {0.0, 1.0}) {
    const SweepPart whole = sweep_part(experiment, sweep, down, 0, 31, {});
    SweepPart parts;
    for (double first = 0; first < 31; first += 7) {
      const SweepPart part = sweep_part(experiment, sweep, down, first, 7, parts.state);
      parts.value.insert(parts.value.end(), part.value.begin(), part.value.end());
      parts.rate.insert(parts.rate.end(), part.rate.begin(), part.rate.end());
      parts.state = part.state;
    }
    CHECK(parts.value == whole.value);
    CHECK(parts.rate == whole.rate);
  }
}

// Red when tried: an end at the first value that is not valid.
TEST_CASE("a sweep leaves out what is no cell, both ways", "[sweep]") {
  const auto [up, down] = swept(with(regular_spiking), {Parameter::c, 100, -60, 60, 13});  // vpeak = 35
  CHECK(up.value.front() == -60);
  CHECK(up.value.back() == 30);
  CHECK(down.value.front() == 30);
  CHECK(all_finite(up.rate));
  CHECK(swept(with(regular_spiking), {Parameter::C, 100, -50, 50, 5}).up.value == std::vector<double>{25, 50});
  CHECK(swept(with(regular_spiking), {Parameter::k, 100, -1, 1, 3}).up.value == std::vector<double>{1});
  CHECK_THROWS_AS(sweep_part(with(regular_spiking), {Parameter::k, 100, 1, -1, 3}, 0, 0, 3, {}), std::invalid_argument);
}

// Red when tried: a cell at rest left there whatever its stability.
TEST_CASE("rest that loses its stability along a parameter is left", "[sweep]") {
  // v and u of the fixed point do not depend on a. With b = 5, C = 150 and a C small I_H = [41² - (5 - a C)²]/4.8 rises
  // with a: it is 345.0 pA at a = 0 and 347.7 pA at a = 0.01. So at 346 pA rest is lost on the way down to a = 0.001.
  const Sweep sweep{Parameter::a, 346, 0.001, 0.02, 39};
  const SweepPart down = sweep_part(with(intrinsically_bursting), sweep, 1, 0, 39, {});
  REQUIRE(down.rate.size() == 39);
  CHECK(down.rate.front() == 0);
  CHECK(down.rate.back() > 0);
}

// Red when tried: a rate of no intervals divided out.
TEST_CASE("a sweep of any parameter of any cell comes to an end with numbers", "[sweep]") {
  Chance chance(3);
  for (int n = 0; n < 40; ++n) {
    const Cell cell{chance.between(10, 300),  chance.between(0.1, 3),   chance.between(-80, -50),
                    chance.between(-50, -30), chance.between(0, 60),    chance.between(0, 0.2),
                    chance.between(-10, 15),  chance.between(-90, -30), chance.between(-200, 300)};
    const auto parameter = static_cast<Parameter>(chance.below(10));
    const Sweep sweep{parameter, chance.between(-100, 900), chance.between(-200, 0), chance.between(1, 500), 5};
    const auto [up, down] = swept(with(cell), sweep);
    for (const SweepPart* part : {&up, &down}) {
      CHECK(all_finite(part->rate));
      CHECK(all_finite(part->after_u));
      CHECK(all_finite(part->burst_spikes));
      CHECK(all_finite(part->burst_gap));
      CHECK(part->value.size() == part->rate.size());
      CHECK(part->after_u.size() == part->after_value.size());
      CHECK((std::isfinite(part->state.v) && std::isfinite(part->state.u)));
    }
  }
}

// Red when tried: two stretches taken for one; the way down read upwards; a value that one way lacks counted as rest.
TEST_CASE("a sweep is bistable where its two directions disagree, as far as both have come", "[sweep]") {
  using List = std::vector<double>;
  const auto ranges = [](const List& up, const List& up_rate, const List& down, const List& down_rate) {
    List ends;
    for (const BistableRange& one : bistable_ranges(up, up_rate, down, down_rate))
      ends.insert(ends.end(), {one.from, one.to});
    return ends;
  };
  const List up{1, 2, 3, 4, 5, 6}, rate{0, 0, 0, 4, 0, 9}, down{6, 5, 4, 3, 2, 1};
  CHECK(ranges(up, rate, down, {9, 7, 4, 3, 2, 0}) == List{2, 3, 5, 5});
  CHECK(ranges(up, rate, down, {9, 0, 0, 0, 0, 0}) == List{4, 4});  // it fires upwards alone
  CHECK(ranges(up, rate, down, {9, 0, 5, 0, 0, 0}).empty());
  // Under way: down has come to 3; up has come to 2; nothing has begun.
  CHECK(ranges(up, rate, {6, 5, 4, 3}, {9, 7, 4, 3}) == List{3, 3, 5, 5});
  CHECK(ranges({1, 2}, {0, 0}, down, {9, 7, 4, 3, 2, 0}) == List{2, 2});
  CHECK(ranges(up, rate, {}, {}).empty());
  CHECK(ranges({}, {}, {}, {}).empty());
  // A value at which the cell is not valid is in neither, and parts no stretch.
  CHECK(ranges({1, 3}, {0, 0}, {3, 1}, {5, 5}) == List{1, 3});
  CHECK_THROWS_AS(bistable_ranges({1}, {}, {}, {}), std::invalid_argument);
}

// Red when tried: nothing in particular.
TEST_CASE("the bursting cell is bistable from its lasting threshold to where rest is lost", "[sweep]") {
  // Lasting firing from 346.445353 pA on (an independent program), rest until I_H = 347.65625: in steps of 0.5 pA from
  // 346.5 to 347.5.
  const Sweep sweep{Parameter::current, 0, 345, 349, 9};
  const auto [up, down] = swept(with(intrinsically_bursting), sweep);
  const std::vector<BistableRange> found = bistable_ranges(up.value, up.rate, down.value, down.rate);
  REQUIRE(found.size() == 1);
  CHECK(found[0].from == 346.5);
  CHECK(found[0].to == 347.5);
}

// Red when tried: a passage that takes more than 4000 steps taken for rest.
TEST_CASE("a stiff cell above its saddle-node is not swept as at rest", "[sweep]") {
  // Above I_SN nothing can rest. The first fires on from I_SN = 51.428571 pA; the run at 70 pA is tonic at 12.8 Hz.
  Cell stiff = regular_spiking;
  stiff.C = 0.01;
  const SweepPart part = sweep_part(with(stiff), {Parameter::current, 0, 50, 110, 7}, 0, 0, 7, {});
  REQUIRE(part.value.size() == 7);
  CHECK(part.rate[0] == 0);
  for (std::size_t i = 1; i < 7; ++i) CHECK(part.rate[i] > 0);
  CHECK_THAT(part.rate[2], WithinAbs(12.8, 0.05));
  const Cell other{.73739, .22568, -52.965, -27.274, 40.252, .0053063, -7.1549, -43.756, 98.872};
  const double lost = std::pow(.22568 * 25.691 - 7.1549, 2) / (4 * .22568);
  const SweepPart above = sweep_part(with(other), {Parameter::current, 0, lost + 1, lost + 100, 12}, 0, 0, 12, {});
  for (double rate : above.rate) CHECK(rate > 0);
}

// Red when tried: the mean of the last 64 of 500 intervals.
TEST_CASE("a train that settles slowly has the rate that it settles to, as in the f-I curve", "[sweep]") {
  // The f-I curve gives 1753 Hz, by the fixed point of its map; after 500 spikes intervals are a quarter shorter.
  const Cell cell{24.22, 1.663, -78.89, -70.1, 32.14, .003727, -3.358, -39.57, 3.98};
  const SweepPart part = sweep_part(with(cell), {Parameter::current, 0, 19.66, 30, 2}, 0, 0, 1, {});
  REQUIRE(part.rate.size() == 1);
  CHECK(part.cycle[0] == 1);
  CHECK_THAT(part.rate[0], WithinAbs(1753, 1));
}

}  // namespace izh
