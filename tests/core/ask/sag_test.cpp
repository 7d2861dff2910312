#include "core/ask/sag.hpp"

#include "plane.hpp"
#include "told.hpp"

namespace izh {

namespace {

Experiment pulse(const Cell& cell, double amplitude, double length = 500, double duration = 1500) {
  return {cell, Rest{}, {Step{amplitude, 100, length}}, duration, Exact{}};
}

/// The lowest and highest v between two times, from windows that shrink around the best sample.
std::pair<double, double> sampled_range(const Experiment& run, double from, double to) {
  std::pair<double, double> result;
  for (const double side : {1.0, -1.0}) {
    double low = from, high = to, best = 1e9;
    for (int round = 0; round < 12; ++round) {
      const Recording all = simulate(run, {low, high, 401, 1e6});
      std::size_t at = 0;
      for (std::size_t n = 0; n < all.v.size(); ++n)
        if (side * all.v[n] < side * all.v[at]) at = n;
      best = std::min(best, side * all.v[at]);
      const double middle = all.time[at], reach = (high - low) / 50;
      low = std::max(from, middle - reach);
      high = std::min(to, middle + reach);
    }
    (side > 0 ? result.first : result.second) = side * best;
  }
  return result;
}

}  // namespace

// Fails with: steady at the step's middle; sag from the baseline; turning points left out; u not carried on to the
// next segment.
TEST_CASE("an intrinsically bursting cell sags under hyperpolarisation and swings past rest on release", "[sag]") {
  for (const double amplitude : {-50.0, -100.0, -400.0, -1000.0}) {
    const Experiment run = pulse(intrinsically_bursting, amplitude);
    const StepResponse response = step_response(run);
    REQUIRE(response.sag);
    CHECK(*response.baseline == -75);
    CHECK(*response.sag > 0.1);
    CHECK(*response.overshoot > 0.1);
    CHECK(*response.overshoot < 5);
    CHECK(*response.rebound_spikes == 0);
    CHECK(response.text == sentences({sag_texts::sags(-75, *response.extreme, *response.sag, *response.steady),
                                      sag_texts::swings(*response.overshoot)}));
    // The same extremes from samples: two thousandths of the first spacing of 1.25 ms, squared, over a few ms.
    const auto [lowest, ignored] = sampled_range(run, 100, 600);
    const auto [unused, highest] = sampled_range(run, 600, 1500);
    CHECK_THAT(*response.extreme, WithinAbs(lowest, 1e-9));
    CHECK_THAT(*response.overshoot, WithinAbs(highest + 75, 1e-9));
    CHECK_THAT(*response.sag, WithinAbs(*response.steady - lowest, 1e-9));
    CHECK_THAT(*response.sag_ratio, WithinAbs((*response.steady - lowest) / (-75 - lowest), 1e-9));
    CHECK(*response.steady == simulate(run, {600, 600, 1, 1e6}).v.at(0));
    // A ramp from 0 to 0 pA cuts the step in three before v is farthest, and changes nothing but rounding.
    Experiment cut = run;
    cut.stimulus.push_back(Ramp{0, 0, 104, 3});
    CHECK_THAT(*step_response(cut).extreme, WithinAbs(*response.extreme, 1e-11));
  }
}

// Fails with: a limit of 1e-6 mV, below which alone a sag is none.
TEST_CASE("a sag too small to be written is not said", "[sag]") {
  // Near rest v follows C x' = -k p x - u + I, with p = vt - vr: for u that pulls it back, |x| is at most |I| / (k p),
  // 0.01 / 36 = 2.8e-4 mV. Two decimals are written.
  const StepResponse response = step_response(pulse(intrinsically_bursting, -0.01));
  REQUIRE(response.sag);
  CHECK(*response.sag > 0);
  CHECK(response.text == sentences({sag_texts::stays(*response.baseline, *response.extreme), sag_texts::returns()}));
}

// Fails with: steady at the step's middle; sag from the baseline.
TEST_CASE("a regular spiking cell, whose b is negative, neither sags nor overshoots", "[sag]") {
  // With b < 0 the stable point is a node and u reinforces v: both fall all the way, and rise all the way on release.
  for (const double amplitude : {-50.0, -100.0, -400.0, 40.0}) {
    const StepResponse response = step_response(pulse(regular_spiking, amplitude));
    REQUIRE(response.sag);
    CHECK_THAT(*response.sag, WithinAbs(0, 1e-12));
    CHECK_THAT(*response.sag_ratio, WithinAbs(0, 1e-12));
    CHECK_THAT(*response.overshoot, WithinAbs(0, 1e-12));
    CHECK(response.text == sentences({sag_texts::stays(*response.baseline, *response.extreme), sag_texts::returns()}));
  }
}

// Fails with: steady at the step's middle; sag from the baseline.
TEST_CASE("a long step ends at the lower fixed point, whatever the cell", "[sag]") {
  Chance chance(51);
  int down = 0;
  for (int i = 0; i < 100; ++i) {
    const Cell cell = usual_cell(chance);
    const double amplitude = -chance.magnitude(10, 500);
    const auto points = fixed_points(cell, amplitude);
    if (input_conductance(cell) <= 0 || points.size() < 2 || points[0].trace >= 0) continue;
    // At least 40 of its slowest time constants.
    const double length =
        40 / std::fabs(points[0].kind == Stability::stable_node ? points[0].real_2 : points[0].real_1);
    if (length > 5e4) continue;
    Experiment run = pulse(cell, amplitude, length, 100 + length + 10);
    run.stimulus.push_back(Ramp{0, 0, 120, length / 3});  // 0 pA, but it cuts the step into three segments
    const StepResponse response = step_response(run);
    if (!response.steady || std::fabs(*response.baseline - cell.vr) > 1e-9) continue;
    CHECK_THAT(*response.steady, WithinAbs(points[0].v, 1e-10));
    CHECK(*response.extreme <= *response.steady);
    if (cell.b <= 0) CHECK_THAT(*response.sag, WithinAbs(0, 1e-9));
    ++down;
  }
  CHECK(down > 40);
}

// Fails with: spikes after the step not counted; overshoot measured up to vpeak.
TEST_CASE("a cell that fires has no sag, and a rebound is counted in spikes", "[sag]") {
  const StepResponse fires = step_response(pulse(regular_spiking, 200));
  CHECK_FALSE(fires.baseline);
  CHECK_FALSE(fires.sag);
  CHECK(fires.text == sag_texts::fires());

  // A resonator with a low threshold: u falls so far during the step that release alone carries v past it.
  const Cell rebound{20, 1, -55, -40, 25, 0.03, 20, -55, 50};
  const Experiment run = pulse(rebound, -600, 200, 600);
  const StepResponse response = step_response(run);
  REQUIRE(response.sag);
  const auto spikes = spikes_of(run);
  REQUIRE(spikes.size() > 0);
  CHECK(spikes[0] > 300);
  CHECK(*response.rebound_spikes == static_cast<double>(spikes.size()));
  CHECK_FALSE(response.overshoot);
  CHECK_THAT(told(response.text), Contains("sag.rebound(spikes=" + std::to_string(spikes.size()) + ")"));
}

// Fails with: a step of 0 pA measured; a run that stops before the step measured.
TEST_CASE("where there is no step to measure, the text says why", "[sag]") {
  const auto answer = [](const std::vector<Stimulus>& stimulus) {
    return step_response({regular_spiking, Rest{}, stimulus, 1000, Exact{}});
  };
  for (const auto& [stimulus, why] :
       std::vector<std::pair<std::vector<Stimulus>, std::string>>{{{}, "sag.no_step"},
                                                                  {{Ramp{}}, "sag.no_step"},
                                                                  {{Step{0, 100, 50.0}}, "sag.no_amplitude"},
                                                                  {{Step{-50, -1, 50.0}}, "sag.outside"},
                                                                  {{Step{-50, 1000, 50.0}}, "sag.outside"}}) {
    const StepResponse response = answer(stimulus);
    CHECK(told(response.text) == why);
    CHECK_FALSE(response.baseline);
    CHECK_FALSE(response.rebound_spikes);
  }
  Cell runaway = regular_spiking;  // with d far below 0 its intervals shrink without bound, which ends the run
  runaway.d = -2000;
  const Experiment early{runaway, Rest{}, {Step{-50, 500, 100.0}, Step{300, 0, 400.0}}, 1000, Exact{}};
  CHECK(step_response(early).text == sag_texts::stops());
  for (const Step& step : {Step{-50, 100, {}}, Step{-50, 100, 900.0}}) {
    const StepResponse response = answer({step});
    REQUIRE(response.sag);
    CHECK_FALSE(response.overshoot);
    CHECK_FALSE(response.rebound_spikes);
    CHECK_THAT(told(response.text), Contains("sag.to_end"));
  }
}

// Fails with: the solver that the experiment names.
TEST_CASE("the response to a step is exact, whatever solver the run is drawn with", "[sag]") {
  Experiment run = pulse(intrinsically_bursting, -100);
  const StepResponse exact = step_response(run);
  run.solver = Euler{1};
  CHECK(step_response(run).extreme == exact.extreme);
  CHECK(step_response(run).overshoot == exact.overshoot);
  CHECK(step_response(run).text == sag_texts::by_exact(exact.text));  // the drawn run may differ
}

// Fails with: 200000 steps for the run and for each of its parts.
TEST_CASE("the response of a stiff cell is given up in good time, with the reason", "[sag]") {
  // v follows within C/b = 1 us, and u within 1/a: steps of about that, for a second.
  Cell stiff = regular_spiking;
  stiff.a = 100;
  stiff.b = 1e5;
  stiff.vpeak = 1e4;
  const StepResponse never = step_response(pulse(stiff, -100, 5000, 8000));
  CHECK(never.text == sag_texts::too_long(20000));
  for (const auto& value : {never.baseline, never.extreme, never.steady, never.sag, never.sag_ratio, never.overshoot})
    CHECK_FALSE(value);
  const StepResponse in_part = step_response(pulse(stiff, -100, 20, 8000));
  CHECK(in_part.extreme);
  CHECK_FALSE(in_part.overshoot);
  CHECK_THAT(told(in_part.text), Contains("sag.unmeasured(steps=20000)"));
  for (const StepResponse& response : {never, in_part}) {
    CHECK(response.steps >= 2e4);
    CHECK(response.steps <= 4e4);  // about 40 ms
    CHECK_FALSE(response.rebound_spikes);
  }
  CHECK(step_response(pulse(intrinsically_bursting, -100)).steps < 1000);
}

// Fails with: a ratio with a denominator of 0.
TEST_CASE("whatever the cell, its response to a step is finite or missing", "[sag]") {
  Chance chance(52);
  int answers = 0, without_way = 0;
  for (int i = 0; i < 150; ++i) {
    const Cell cell = i % 2 ? wild_cell(chance) : usual_cell(chance);
    Experiment run = pulse(cell, chance.between(-1000, 1000), 5, 15);
    if (i % 3 == 0) {  // v may then move only the other way during the step, and be farthest at its start
      run.stimulus = {Step{chance.between(-100, 100), 0, 5.0}};
      run.initial = At{cell.vr + chance.between(-20, 20), 0};
    }
    const StepResponse response = step_response(run);
    for (const auto& value : {response.baseline, response.extreme, response.steady, response.sag, response.sag_ratio,
                              response.overshoot, response.rebound_spikes})
      CHECK(std::isfinite(value.value_or(0)));
    CHECK_FALSE(told(response.text).empty());
    answers += response.sag.has_value();
    if (!response.sag || response.sag_ratio) continue;
    CHECK(*response.extreme == *response.baseline);
    ++without_way;
  }
  CHECK(answers > 25);
  CHECK(without_way > 5);
}

}  // namespace izh
