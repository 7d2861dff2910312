#include "core/solve/exact.hpp"

#include "core/model/critical_currents.hpp"
#include "core/plane/phase_plane.hpp"
#include "core/solve/batch.hpp"
#include "core/solve/outcome.hpp"
#include "core/solve/passage.hpp"
#include "core/sweep/thresholds.hpp"
#include "golden.hpp"
#include "hippocampome.hpp"
#include "support.hpp"

namespace izh {

namespace {

/// A cell with constant u: a = 0 and d = 0 leave v' = (k/C) Z² + (B/C), Z = v - (vr + vt)/2.
Cell frozen_recovery() {
  Cell cell = regular_spiking;
  cell.a = 0;
  cell.d = 0;
  return cell;
}

/// `cell` from (v, u) under a current that is on from time 0.
Experiment steady(const Cell& cell, double v, double u, double current, double duration) {
  return {cell, At{v, u}, {Step{current, 0, {}}}, duration, Exact{}};
}

/// The state at `time`.
State state_at(const Experiment& experiment, double time) {
  const Recording recording = simulate(experiment, {time, time, 1, 1e6});
  return {recording.v.at(0), recording.u.at(0)};
}

/// The highest v between two times, from a window that shrinks tenfold around the best sample. Twelve rounds leave
/// 3e-12 of the first spacing: even at a corner, where v changes by a few mV/ms on both sides, that is below 1e-11 mV.
double highest_v(const Experiment& experiment, double from, double to) {
  double best = -1e9;
  for (int round = 0; round < 12; ++round) {
    const Recording recording = simulate(experiment, {from, to, 201, 1e6});
    const auto top = std::max_element(recording.v.begin(), recording.v.end());
    best = std::max(best, *top);
    const double at = recording.time[static_cast<std::size_t>(top - recording.v.begin())], reach = (to - from) / 20;
    from = std::max(from, at - reach);
    to = std::min(to, at + reach);
  }
  return best;
}

}  // namespace

// Fails with: inner_square without its middle term; u + 0.999 d at a spike; epsilon 1e-12 for 1e-16.
TEST_CASE("the spikes of 56 reference runs fall where 50-digit arithmetic puts them", "[exact]") {
  const std::vector<Golden> cases = golden_cases();
  REQUIRE(cases.size() == 56);
  for (const Golden& golden : cases) {
    INFO(golden.id);
    const double duration = golden.experiment.duration;
    const Recording recording = simulate(golden.experiment, {duration, duration, 1, 2e5});
    // Ten times what rounding the inputs alone may do, and never less than 1e-11 ms, a few dozen ulps of 1000 ms.
    const double bar = std::max(1e-11, 10 * golden.half_ulp_floor);
    REQUIRE(recording.spikes.size() == golden.spikes.size());
    CHECK(largest_difference(recording.spikes, golden.spikes) <= bar);
    CHECK(recording.ended.kind == End::finished);
    // The same bar for the state at the end: v by its own sensitivity to the inputs, u by its speed, below 10 pA/ms.
    CHECK_THAT(recording.v.at(0), WithinAbs(golden.final.v, std::max(1e-11, 10 * golden.final_scale * 0x1p-53)));
    CHECK_THAT(recording.u.at(0), WithinAbs(golden.final.u, 10 * bar));
  }
}

// Fails with: quarter_ = P²/4.0001 in the normal form.
TEST_CASE("above the saddle-node the upstroke takes the time of the arctangent", "[exact]") {
  // C v' = k Z² + B with B = I - u - k p²/4, p = vt - vr: from Z0 to Zp in C/√(kB) [atan(Zp √(k/B)) - atan(Z0 √(k/B))].
  const Cell cell = frozen_recovery();
  for (double u : {-300.0, 0.0, 100.0}) {
    const double B = 200 - u - 0.7 * 400 / 4, root = std::sqrt(0.7 / B), scale = 100 / std::sqrt(0.7 * B);
    const double first = scale * (std::atan(85 * root) - std::atan(-30 * root));  // from v = -80 to vpeak
    const double later = scale * (std::atan(85 * root) - std::atan(0.0));         // from v = c = -50, which is Z = 0
    const std::vector<double> spikes = spikes_of(steady(cell, -80, u, 200, 100));
    REQUIRE(spikes.size() == 1 + static_cast<std::size_t>((100 - first) / later));
    // A few ulps of 100 ms (1.4e-14 ms) for each of up to 14 spikes.
    for (std::size_t n = 0; n < spikes.size(); ++n)
      CHECK_THAT(spikes[n], WithinAbs(first + static_cast<double>(n) * later, 1e-12));
  }
}

// Fails with: middle_ = (vr + vt)/2 + 1e-9.
TEST_CASE("at the saddle-node the upstroke starts as slowly as one over the distance", "[exact]") {
  // B = 0 with I = k p²/4 = 70 and u = 0: C v' = k Z², so Z0 to Zp takes (C/k)(1/Z0 - 1/Zp).
  const std::vector<double> spikes = spikes_of(steady(frozen_recovery(), -49, 0, 70, 200));
  REQUIRE(spikes.size() == 1);
  // Rounding B by half an ulp of 70 pA (7e-15) shifts the spike by C/(3 k² Z0³) = 68 ms/pA times that, 5e-13 ms.
  CHECK_THAT(spikes[0], WithinAbs(100 / 0.7 * (1.0 / 1 - 1.0 / 85), 2e-12));
}

// Fails with: epsilon 1e-12 for 1e-16.
TEST_CASE("below the saddle-node a state beyond the threshold fires in logarithmic time", "[exact]") {
  // B = -70 with I = u = 0, so e = √(-B/k) = 10: C/(2 k e) ln[(Zp - e)(Z0 + e)/((Zp + e)(Z0 - e))] from Z0 > e.
  const auto time = [](double Z0) { return 100 / (2 * 0.7 * 10) * std::log((75 * (Z0 + 10)) / (95 * (Z0 - 10))); };
  for (double Z0 : {10.5, 11.0, 20.0, 80.0}) {
    const std::vector<double> spikes = spikes_of(steady(frozen_recovery(), -50 + Z0, 0, 0, 500));
    REQUIRE(spikes.size() == 1);  // it is reset to c = -50, Z = 0, below the threshold
    // The logarithm loses 1/(Z0 - e) of the ulp of v: 1.4e-14 / 0.5 of C/(2 k e) = 7 ms.
    CHECK_THAT(spikes[0], WithinAbs(time(Z0), 1e-12));
  }
  CHECK(spikes_of(steady(frozen_recovery(), -50 + 9.999999, 0, 0, 500)).empty());  // just short of the threshold
}

// Fails with: A = a b/C times 1.000001.
TEST_CASE("at I* v follows a pure exponential along the invariant parabola", "[exact]") {
  // With w = v - vr, p = vt - vr, β = aC/2 - k p: on u = α + β w + k w², α = -β (b - β/2)/(2k), the model at
  // I* = [(k p + b)² - (b - aC/2)²]/(4k) is w' = -(a/2)(w - wf), wf = p/2 + b/k - aC/(4k). See the derivation: insert
  // u and u' = a (b w - u) = (β + 2 k w) w' and compare powers of w.
  const Cell cell = GENERATE(chattering, intrinsically_bursting, regular_spiking);
  const double k = cell.k, b = cell.b, aC = cell.a * cell.C, p = cell.vt - cell.vr;
  const double current = ((k * p + b) * (k * p + b) - (b - aC / 2) * (b - aC / 2)) / (4 * k);
  const double beta = aC / 2 - k * p, alpha = -beta * (b - beta / 2) / (2 * k), end = p / 2 + b / k - aC / (4 * k);
  const double start = 5;
  const Experiment experiment = steady(cell, cell.vr + start, alpha + beta * start + k * start * start, current, 40);
  const Recording recording = simulate(experiment, {0, 40, 81, 2e5});
  CHECK(recording.spikes.empty());
  for (std::size_t i = 0; i < recording.time.size(); ++i) {
    const double w = end + (start - end) * std::exp(-cell.a / 2 * recording.time[i]);
    // Errors off the parabola grow at most e^(2k(w - p/2)/C - ...) < 100-fold in 40 ms: 100 ulps of 60 mV.
    CHECK_THAT(recording.v[i], WithinAbs(cell.vr + w, 1e-12));
    CHECK_THAT(recording.u[i], WithinAbs(alpha + beta * w + k * w * w, 1e-11));
  }
}

// Fails with: forcing without its slope term (F' = 0).
TEST_CASE("a ramp acts as the sum of its many small steps", "[exact]") {
  // Steps of the mean current of each interval: the midpoint rule, so 4 times as many leave a 16th of the difference.
  const auto stairs = [](int count) {
    Experiment experiment{regular_spiking, Rest{}, {}, 200, Exact{}};
    for (int i = 0; i < count; ++i)
      experiment.stimulus.push_back(Step{200.0 * (i + 0.5) / count, 200.0 * i / count, 200.0 / count});
    return recorded(experiment, spikes_only).spikes;  // more steps than a person may enter
  };
  const std::vector<double> ramp = spikes_of({regular_spiking, Rest{}, {Ramp{0, 200, 0, 200}}, 200, Exact{}});
  REQUIRE(ramp.size() == 3);
  const double coarse = largest_difference(ramp, stairs(256)), fine = largest_difference(ramp, stairs(1024));
  CHECK(coarse < 0.01);
  CHECK_THAT(coarse / fine, WithinAbs(16, 1));
}

// Fails with: u_ not carried over at a segment's start (q kept across the jump of I).
TEST_CASE("u does not jump where the current does", "[exact]") {
  Experiment experiment{regular_spiking, Rest{}, {}, 200, Exact{}};
  experiment.stimulus = {Step{500, 20, 1.0}, Step{-3000, 50, 5.0}, Ramp{800, -800, 80, 40}, Step{1e5, 150, 1e-3}};
  for (double edge : {20.0, 21.0, 50.0, 55.0, 80.0, 120.0, 150.0, 150.001}) {
    INFO("edge at " << edge << " ms");
    // Over 2e-9 ms, v moves by at most 1e5/C = 1000 mV/ms and u by at most about 10 pA/ms.
    const Recording around = simulate(experiment, {edge - 1e-9, edge + 1e-9, 3, 2e5});
    CHECK_THAT(around.u[0], WithinAbs(around.u[1], 1e-7));
    CHECK_THAT(around.u[2], WithinAbs(around.u[1], 1e-7));
    CHECK_THAT(around.v[0], WithinAbs(around.v[2], 2.1e-6));
    CHECK(std::fabs(around.current[1] - around.current[0]) > 400);  // I does
  }
}

// Fails with: `drive.at(orbit.time)` replaced by `drive.current` (the ramp restarts at every step).
TEST_CASE("a run can be continued from any of its states as if it had never stopped", "[exact]") {
  const std::vector<Stimulus> stimulus{Step{400, 10, 300.0}, Ramp{0, 300, 100, 350}};
  const Experiment whole{intrinsically_bursting, Rest{}, stimulus, 500, Exact{}};
  const std::vector<double> spikes = spikes_of(whole);
  REQUIRE(spikes.size() >= 4);
  for (double cut : {5.0, 10.0, 97.3, 250.0, 320.0, 480.0}) {
    INFO("cut at " << cut << " ms");
    const State middle = state_at(whole, cut);
    Experiment first = whole, second = whole;
    first.duration = cut;
    second.duration = 500 - cut;
    second.initial = At{middle.v, middle.u};
    for (Stimulus& one : second.stimulus) std::visit([&](auto& part) { part.onset -= cut; }, one);
    std::vector<double> both = spikes_of(first);
    for (double spike : plus(spikes_of(second), cut)) both.push_back(spike);
    // The bar of the reference runs, for one more rounding of the state.
    CHECK(largest_difference(both, spikes) <= 1e-11);
  }
}

// Fails with: 1e-15 t added to q at every step; the low half of the time forgotten at every step.
TEST_CASE("delaying the stimulus delays every spike by as much", "[exact]") {
  const Cell cell = GENERATE(regular_spiking, intrinsically_bursting, chattering);
  const double current = cell.C == 50 ? 300 : 600;
  const std::vector<double> early = spikes_of(under_step(cell, current, 10, 500));
  REQUIRE(early.size() > 8);
  // At rest nothing changes before the onset. 600.125 and 0.1 ms, so that shift and spikes round differently.
  for (double shift : {0.1, 37.25, 600.125, 99000.0}) {
    Experiment late = under_step(cell, current, 10 + shift, 500 + shift);
    // The bar of the reference runs, and an ulp of the time itself.
    CHECK(largest_difference(plus(early, shift), spikes_of(late)) <= 1e-11 + 0x1p-52 * shift);
  }
}

// Fails with: jump_ = kappa d/100 for kappa d/C.
TEST_CASE("scaling capacitance, conductances and currents together changes neither v nor the spikes", "[exact]") {
  // Dividing C v' = k (...) - u + I by a common factor of C, k, u and I leaves v'; u' is linear in b and u.
  const Cell cell = GENERATE(regular_spiking, intrinsically_bursting, chattering);
  const auto scaled = [&](double factor) {
    Cell other = cell;
    for (double* part : {&other.C, &other.k, &other.b, &other.d}) *part *= factor;
    Experiment experiment{other, At{cell.vr, 20 * factor}, {}, 500, Exact{}};
    experiment.stimulus = {Step{600 * factor, 10, 200.0}, Ramp{0, 700 * factor, 250, 250}};
    return simulate(experiment, {0, 500, 501, 2e5});
  };
  const Recording one = scaled(1), four = scaled(4), three = scaled(3);
  REQUIRE(one.spikes.size() > 5);
  // A power of two changes no digit of any product, so all bits agree.
  CHECK(four.spikes == one.spikes);
  CHECK(four.v == one.v);
  CHECK(four.u == times(one.u, 4));
  // A factor of three changes the rounding of k/C and I/C: the bar of the reference runs.
  CHECK(largest_difference(three.spikes, one.spikes) <= 1e-11);
}

// Fails with: the call of `grazing` skipped; its bisection of the maximum cut to 10 rounds.
TEST_CASE("a hump of v that touches vpeak within 1e-10 mV fires, and one that misses it does not", "[exact]") {
  // A resonator overshoots and turns back by itself: C v' = 0 at the maximum, inside a step of the solver.
  Cell cell = regular_spiking;
  cell.a = 0.1;
  cell.b = 20;
  cell.c = -80;
  cell.vpeak = 1000;  // out of reach, to find the maximum
  const auto top_under = [&](std::vector<Stimulus> stimulus) {
    Experiment free{cell, Rest{}, std::move(stimulus), 60, Exact{}};
    const double top = highest_v(free, 0, 60);
    REQUIRE(simulate(free).ended.kind == End::finished);
    REQUIRE(spikes_of(free).empty());
    REQUIRE(top > -59);
    std::vector<std::size_t> counts;
    for (double distance : {-1e-6, -1e-10, 1e-10, 1e-6}) {
      Experiment close = free;
      close.cell.vpeak = top + distance;
      counts.push_back(spikes_of(close).size());
    }
    return counts;
  };
  const std::vector<std::size_t> expected{1, 1, 0, 0};
  SECTION("where u overtakes v") { CHECK(top_under({Step{150, 5, 20.0}}) == expected); }
  SECTION("where a ramp turns it") { CHECK(top_under({Ramp{0, 150, 5, 8}, Ramp{150, -300, 13, 12}}) == expected); }
  SECTION("where the current ends") { CHECK(top_under({Step{400, 5, 3.0}}) == expected); }
}

// Fails with: `crossing` ended after two rounds, or within 1e-4 of vpeak with the q of the start of the step.
TEST_CASE("a spike lies where the orbit without a reset would pass vpeak", "[exact]") {
  // Also where vpeak is low and u decides the slope there; beyond it the uncut orbit goes on to its pole.
  Chance chance(35);
  int found = 0;
  for (int i = 0; i < 300; ++i) {
    INFO("cell " << i);
    Experiment experiment = under_step(regular_spiking, chance.between(100, 800), 0, 100);
    experiment.cell.a = chance.between(0.01, 0.3);
    experiment.cell.b = chance.between(-5, 25);
    experiment.cell.c = -80;
    experiment.cell.vpeak = chance.between(-59, -20);
    const std::vector<double> spikes = spikes_of(experiment);
    if (spikes.empty()) continue;
    ++found;
    const double peak = experiment.cell.vpeak;
    experiment.cell.vpeak = 1000;
    const Recording uncut = simulate(experiment, {spikes[0], spikes[0], 1, 2e5});
    REQUIRE(uncut.time.size() == 1);
    // v' is at most (0.7 · 40 · 20 + 800)/100 = 14 mV/ms here, so an ulp or two of 100 ms moves v by 4e-13 mV.
    CHECK_THAT(uncut.v[0], WithinAbs(peak, 2e-12));
  }
  CHECK(found > 200);
}

// Fails with: `end >= peak` as `end > peak + 1e-12` on an edge; the spike dropped where length == left.
TEST_CASE("a spike on the edge of a stimulus comes once, however the edge falls", "[exact]") {
  const double spike = spikes_of(under_step(regular_spiking, 70)).front();
  const double ulp = std::nextafter(spike, 1e9) - spike;
  for (double shift : {-1e-13, -ulp, 0.0, ulp, 1e-13}) {
    INFO("edge " << shift << " ms from the spike");
    Experiment ends = under_step(regular_spiking, 70);
    ends.stimulus = {Step{70, 10, spike + shift - 10}};
    const std::vector<double> ended = spikes_of(ends);
    REQUIRE(ended.size() == 1);
    // On the upstroke v' is about 40 mV/ms, so losing 70 pA (0.7 mV/ms) for 1e-13 ms does not matter.
    CHECK_THAT(ended[0], WithinAbs(spike, 1e-12));

    Experiment begins = ends;
    begins.stimulus = {Step{70, 10, {}}, Step{-500, spike + shift, {}}};
    const std::vector<double> begun = spikes_of(begins);
    REQUIRE(begun.size() == 1);  // 430 pA of inhibition afterwards
    CHECK_THAT(begun[0], WithinAbs(spike, 1e-12));
  }
  // The run itself may end there.
  Experiment brief = under_step(regular_spiking, 70);
  brief.duration = spike + 1e-12;
  CHECK(spikes_of(brief).size() == 1);
  brief.duration = spike - 1e-12;
  CHECK(spikes_of(brief).empty());
}

// Fails with: `orbit_.z >= form_.peak()` as `>`; the first check left out.
TEST_CASE("a cell that starts at or above vpeak fires at once", "[exact]") {
  const double v = GENERATE(35.0, 35.0000001, 60.0, 9999.0);
  const Recording recording = simulate({regular_spiking, At{v, 7}, {}, 100, Exact{}}, {0, 100, 11, 2e5});
  REQUIRE(recording.spikes.size() == 1);
  CHECK(recording.spikes[0] == 0);
  // After it v = c and u = 7 + 100; the roundings of the normal form leave an ulp or two of 50 mV and 107 pA.
  CHECK_THAT(recording.v[0], WithinAbs(-50, 1e-13));
  CHECK_THAT(recording.u[0], WithinAbs(107, 1e-12));
  CHECK_THAT(recording.spike_u[0], WithinAbs(7, 1e-12));
  CHECK_THAT(recording.spike_v[0], WithinAbs(v, 1e-9));
  CHECK(spikes_of({regular_spiking, At{34.9999999, 7}, {}, 100, Exact{}}).at(0) > 0);
}

// Fails with: too_dense never true; the budget not counted down (it never ends); `advance` without its test for
// finite coefficients.
TEST_CASE("a runaway stops, keeps what it found and says why", "[exact]") {
  Cell cell = regular_spiking;
  SECTION("spikes that bring on the next faster and faster") {
    cell.a = 0;
    cell.d = -500;
    // Intervals shrink as 1/√n, so 1000 spikes within a millisecond come in finite time.
    const Recording recording = simulate(under_step(cell, 100), {0, 1000, 1001, 1e6});
    CHECK(recording.ended.kind == End::too_many_spikes);
    REQUIRE(recording.spikes.size() > 1000);
    CHECK(recording.spikes.back() - recording.spikes[recording.spikes.size() - 1001] < 1);
    CHECK(std::is_sorted(recording.spikes.begin(), recording.spikes.end()));
    CHECK(recording.ended.time == recording.spikes.back());
    REQUIRE(!recording.time.empty());
    CHECK(recording.time.size() < 1001);
    CHECK(recording.time.back() < recording.ended.time);
    CHECK(all_finite(recording));
  }
  SECTION("more current than the membrane can hold") {
    cell.C = 1e-3;
    const Recording recording = simulate(under_step(cell, 1e6), {0, 1000, 1001, 2e5});
    CHECK((recording.ended.kind == End::too_many_spikes || recording.ended.kind == End::out_of_budget));
    CHECK(recording.spikes.size() >= 1000);
    CHECK(recording.ended.time >= 10);
    CHECK(recording.ended.time < 11);
    CHECK(all_finite(recording));
  }
  SECTION("a start that is not a valid number") {
    const double v = GENERATE(std::nan(""), -1e200);
    const Recording recording = recorded({cell, At{v, 0}, {}, 1000, Exact{}}, {});
    CHECK(recording.ended.kind == End::diverged);
    CHECK(recording.ended.time == 0);
    CHECK(recording.time.empty());
    CHECK(recording.spikes.empty());
  }
  SECTION("a budget smaller than the run") {
    const Recording all = simulate(under_step(cell, 200), {0, 1000, 1001, 2e5});
    const Recording some = simulate(under_step(cell, 200), {0, 1000, 1001, 100});
    CHECK(some.ended.kind == End::out_of_budget);
    CHECK(some.ended.steps == 100);
    REQUIRE(some.spikes.size() > 2);
    REQUIRE(some.spikes.size() < all.spikes.size());
    CHECK(std::equal(some.spikes.begin(), some.spikes.end(), all.spikes.begin()));
    REQUIRE(!some.v.empty());
    CHECK(std::equal(some.v.begin(), some.v.end(), all.v.begin()));
    CHECK(some.time.back() < some.ended.time);
    CHECK(all.time[some.time.size()] >= some.ended.time);  // no sample is missing before the end
  }
}

// Fails with: the step capped at 1 ms; scale() without its floor of kappa 1e-3.
TEST_CASE("no stimulus makes the exact solver take tiny steps", "[exact]") {
  const auto steps = [](const Experiment& experiment) {
    const Recording recording = simulate(experiment, spikes_only);
    REQUIRE(recording.ended.kind == End::finished);
    // A step covers a fixed share of the distance to the next pole: about 20 to 30 steps for a spike and the interval
    // before it. An edge costs one more step, and the decay after it about ten.
    const double allowed = 30 * static_cast<double>(recording.spikes.size() + 1) +
                           12 * static_cast<double>(segments(experiment.stimulus, experiment.duration).size());
    CHECK(recording.ended.steps <= allowed);
    return recording.ended.steps;
  };
  CHECK(steps(under_step(regular_spiking, 70)) <= 200);
  CHECK(steps({regular_spiking, Rest{}, {}, 1e5, Exact{}}) <= 3);  // at rest nothing happens in 100 s
  CHECK(steps({regular_spiking, Rest{}, {Ramp{0, 250, 0, 500}}, 500, Exact{}}) <= 250);
  CHECK(steps({chattering, Rest{}, {Ramp{-500, 500, 0, 1000}}, 1000, Exact{}}) <= 1500);
  CHECK(steps({intrinsically_bursting, Rest{}, {Ramp{0, 600, 100, 1e-3}, Step{600, 100.001, {}}}, 1000, Exact{}}) <=
        500);
  // vr, vt, vpeak and c almost coincide, so that only the floor of scale() says how small an error must be.
  const Cell degenerate{100, 0.7, 0, 0, 0, 0.03, 0, -1e-300, 100};
  CHECK(steps({degenerate, At{-5, 0}, {Step{-10, 0, {}}}, 1000, Exact{}}) <= 60);

  Experiment crowded{regular_spiking, Rest{}, {}, 1000, Exact{}};
  for (int i = 0; i < 16; ++i) {
    crowded.stimulus.push_back(Ramp{0, 20.0 + i, 31.0 * i, 400});
    crowded.stimulus.push_back(Step{(i % 3 - 1) * 40.0, 13.0 * i, 500.0});
  }
  REQUIRE(segments(crowded.stimulus, 1000).size() > 50);
  steps(crowded);
}

// Fails with: no spike at once for a start above vpeak; a spike on the edge of a stimulus dropped.
TEST_CASE("cells from all over the valid ranges run or say why they stop", "[exact]") {
  Chance chance(20070101);
  int finished = 0, fired = 0;
  for (int i = 0; i < 600; ++i) {
    INFO("cell " << i);
    Experiment experiment;
    Cell& cell = experiment.cell;
    const auto either = [&](double size) { return chance.below(2) ? size : -size; };
    // Half of them near the usual ranges, half anywhere in the valid ones.
    const bool wild = i % 2 == 1;
    cell.C = wild ? chance.magnitude(1e-3, 1e6) : chance.magnitude(10, 500);
    cell.k = wild ? chance.magnitude(1e-4, 1e3) : chance.between(0.1, 3);
    cell.vr = wild ? either(chance.magnitude(1e-3, 1e4)) : chance.between(-90, -45);
    cell.vt = wild ? either(chance.magnitude(1e-3, 1e4)) : chance.between(-65, -20);
    cell.vpeak = wild ? either(chance.magnitude(1e-3, 1e4)) : chance.between(-30, 60);
    cell.a = i % 7 == 0 ? 0 : wild ? chance.magnitude(1e-6, 100) : chance.between(0, 0.2);
    cell.b = i % 5 == 0 ? 0 : wild ? either(chance.magnitude(1e-3, 1e5)) : chance.between(-10, 15);
    cell.c = wild ? chance.between(-1e4, cell.vpeak) : chance.between(-80, -35);
    cell.d = wild ? either(chance.magnitude(1e-3, 1e6)) : chance.between(-50, 300);
    if (!(cell.c < cell.vpeak)) continue;
    if (chance.below(2)) experiment.initial = At{chance.between(-100, 50), chance.between(-400, 400)};
    experiment.stimulus = {
        Step{either(chance.magnitude(1, wild ? 1e6 : 2000)), chance.between(0, 100), {}},
        Ramp{chance.between(-500, 500), chance.between(-500, 500), chance.between(-50, 300), chance.between(1, 300)}};
    experiment.duration = 300;
    const Recording recording = simulate(experiment, {0, 300, 301, 2e4});
    CHECK(all_finite(recording));
    CHECK(std::is_sorted(recording.spikes.begin(), recording.spikes.end()));
    CHECK(recording.spikes.size() == recording.spike_u.size());
    CHECK(recording.ended.time >= 0);
    CHECK(recording.ended.time <= 300);
    CHECK(recording.ended.steps <= 2e4);
    for (double v : recording.v) {
      if (v <= std::max(cell.vpeak, cell.c) + 1e-9 * (1 + std::fabs(cell.vpeak))) continue;
      FAIL_CHECK("v = " << v << " above vpeak = " << cell.vpeak);
      break;
    }
    if (recording.ended.kind == End::finished) {
      ++finished;
      CHECK(recording.time.size() == 301);
      CHECK(recording.ended.time == 300);
    } else {
      CHECK(recording.time.size() < 301);
    }
    fired += recording.spikes.empty() ? 0 : 1;
  }
  CHECK(finished > 300);  // the test would prove nothing if all cells stopped early or never fired
  CHECK(fired > 200);
}

// Fails with: no test for a fixed point (RS with b = -45 then fires after 840 ms).
TEST_CASE("a cell that starts on the saddle stays there, and one beside it does not", "[exact]") {
  // b + k (vt - vr) = -45 + 14 < 0: v = vr, u = 0 is the saddle.
  Cell cell = regular_spiking;
  cell.b = -45;
  Experiment experiment{cell, At{-60, 0}, {}, 1e5, Exact{}};
  const Recording still = simulate(experiment, {0, {}, 101, 2e5});
  CHECK(still.spikes.empty());
  CHECK(still.time.size() == 101);
  CHECK(std::all_of(still.v.begin(), still.v.end(), [](double v) { return std::fabs(v + 60) < 1e-13; }));
  CHECK(std::all_of(still.u.begin(), still.u.end(), [](double u) { return u == 0; }));
  CHECK(still.ended.kind == End::finished);
  CHECK(still.ended.time == 1e5);
  experiment.initial = At{-60 + 1e-9, 0};
  CHECK_FALSE(spikes_of(experiment).empty());
  // Once a current has moved it, it does not return.
  experiment.initial = At{-60, 0};
  experiment.stimulus = {Step{1, 500, 1.0}};
  CHECK(spikes_of(experiment).at(0) > 500);
}

/// A cell and a state of few binary digits, so that the current under which that is a fixed point is a double: on the
/// nullclines u = b w and I = b w - k w (w - p), w = v - vr and p = vt - vr.
struct Balanced {
  Cell cell;
  State state;
  double current;
};

Balanced balanced(Chance& chance) {
  const auto part = [&](double low, double high, double of) { return std::round(chance.between(low, high) * of) / of; };
  Cell cell;
  cell.C = chance.magnitude(20, 500);
  cell.k = part(0.2, 3, 64);
  cell.vr = part(-90, -50, 8);
  cell.vt = cell.vr + part(1, 40, 8);
  cell.vpeak = 60;
  cell.a = chance.magnitude(1e-3, 0.2);
  cell.b = part(-60, 30, 16);
  const double w = part(-40, 60, 8), p = cell.vt - cell.vr;
  return {cell, {cell.vr + w, cell.b * w}, cell.b * w - cell.k * w * (w - p)};
}

// Fails with: no test for a fixed point; rounding of the solver's own v left out, so that later segments move.
TEST_CASE("a cell that starts on any fixed point stays there, whatever the cell and however the run is cut",
          "[exact]") {
  Chance chance(301);
  int unstable = 0;
  for (int i = 0; i < 400; ++i) {
    const auto [cell, state, current] = balanced(chance);
    INFO("case " << i);
    const auto [vv, vu, uv, uu] = jacobian(cell, state.v);
    unstable += !(vv + uu < 0 && vv * uu - vu * uv > 0);
    Experiment experiment{cell, At{state.v, state.u}, {Step{current, -1, {}}}, 1e4, Exact{}};
    // Steps of 0 pA, which cut the run into segments.
    for (double onset : {1.0, 300.0, 5000.0}) experiment.stimulus.push_back(Step{0, onset, 1000.0});
    const Recording run = simulate(experiment, {0, {}, 11, 2e5});
    CHECK(run.spikes.empty());
    CHECK_THAT(run.ended.v, WithinAbs(state.v, 1e-12));
    CHECK(run.ended.u == state.u);
    CHECK(outcome(cell, state, current).fate == Fate::rests);
    CHECK(outcome(cell, state, current, 0).fate == Fate::rests);
    CHECK(Passages(cell, current).from(state).next == Next::rest);
    for (bool stops : {false, true}) {
      Job job;
      job.cell = cell;
      job.start = state;
      job.current = current;
      job.duration = 1e4;
      job.stop_at_rest = stops;
      const Train train = batch::run_with_lanes({job}, 1).at(0);
      CHECK(train.spikes.empty());
      CHECK(train.end == (stops ? BatchEnd::rest : BatchEnd::finished));
      CHECK_THAT(train.state.v, WithinAbs(state.v, 1e-12));
    }
  }
  CHECK(unstable > 150);
}

// Fails with: the bound a hundredth of what it is.
TEST_CASE("a fixed point that no double hits exactly holds as well as its digits allow", "[exact]") {
  for (const NamedCell& one : hippocampome_cells())
    for (double share : {0.0, 0.37, 0.9}) {
      const double current = share * saddle_node_current(one.cell);
      for (const FixedPoint& point : fixed_points(one.cell, current)) {
        if (point.v >= one.cell.vpeak) continue;
        INFO(one.name << " at " << current << ", v = " << point.v);
        const Experiment experiment{one.cell, At{point.v, point.u}, {Step{current, -1, {}}}, 1e4, Exact{}};
        CHECK(spikes_of(experiment).empty());
      }
    }
}

}  // namespace izh
