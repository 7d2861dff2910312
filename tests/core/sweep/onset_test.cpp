#include "core/sweep/onset.hpp"
#include "core/plane/closed_forms.hpp"
#include "core/solve/outcome.hpp"
#include "core/sweep/fi_curve.hpp"
#include "core/sweep/thresholds.hpp"
#include "support.hpp"
#include "told.hpp"

namespace izh {

namespace {

Onset onset_of(const Cell& cell) {
  const Experiment experiment{cell, Rest{}, {}, 1000, Exact{}};
  return onset(experiment, rheobase(experiment, {}));
}

}  // namespace

// Fails with: the onset as the search gives it, instead of I_SN.
TEST_CASE("the rate of a regular spiking cell rises from zero as a square root above the onset", "[onset]") {
  const Onset found = onset_of(regular_spiking);
  CHECK(found.kind == Excitability::class_1);
  CHECK_THAT(found.current.value(), WithinAbs(360.0 / 7, 1e-9));
  // The offset of 46 ms for upstroke and reset is half a per cent of 8.7 s, and so of the exponent.
  CHECK_THAT(found.exponent.value(), WithinAbs(0.5, 0.001));
  CHECK_FALSE(found.jump);
  CHECK_FALSE(found.period_per_decade);
  // Besides the passage π (C - b/a)/√(k ΔI), upstroke and reset take about 50 ms: the independent program found an
  // interval of 8776 ms at I_SN + 0.00514, of which the passage is 8726.
  REQUIRE(found.distance.size() == 25);
  CHECK_THAT(found.distance.front(), WithinAbs(1e-6, 1e-18));
  CHECK_THAT(found.distance.back(), WithinAbs(100, 1e-9));
  for (std::size_t i = 0; i < 12; ++i) {
    const double passage = 3.14159265358979 * (100 + 2 / 0.03) / std::sqrt(0.7 * found.distance[i]);
    INFO(found.distance[i] << " pA above the onset");
    CHECK_THAT(1000 / found.rate[i] - passage, WithinAbs(50.5, 1));
    CHECK(found.cycle[i] == 1);
  }
  // A passage takes π (C - b/a)/√k = 625.82 ms over the root of the distance.
  CHECK_THAT(told(found.text), Contains("onset.root(from=0.0001, to=0.000001 pA, ") && Contains("onset.root_passage"));
  CHECK_THAT(number_in(found.text, "passage"), WithinAbs(625.82, 0.005));
}

// Fails with: the exponent's sign; the spikes' rate for the cycles'; a law where none was found.
// CA3 Axo-axonic (hippocampome.org): the train ends 1e-7 pA below where the cell first fires from its start, closer
// than the search can resolve. Fails with: the train examined 1e-8 pA below.
TEST_CASE("a train is said to last below its onset only if it does so beyond the error of the search", "[onset]") {
  const Onset found = onset_of(
      {165, 3.961462878, -57.09978287, -51.71875628, 27.79863559, .004638608072, 8.683644937, -73.96850421, 15});
  CHECK_THAT(told(found.text), !Contains("onset.start"));
}

TEST_CASE("the law found is drawn through the nearest rate, at every distance", "[onset]") {
  // RS passes its saddle-node in π (C - b/a)/√(k ΔI), so from 1e-6 to 100 pA the law takes eight decades of the
  // distance as four of the rate; the exponent's 0.001 (see above) is a factor of 10^0.008 over eight decades.
  const Onset root = onset_of(regular_spiking);
  REQUIRE(root.law.size() == root.distance.size());
  CHECK_THAT(root.law.front() / root.rate.front(), WithinAbs(1, 1e-12));
  CHECK_THAT(std::log10(root.law.back() / root.law.front()), WithinAbs(4, 0.008));
  // CH: from one decade to the next the period falls by 100 ln 10 = 230.3 ms (see below), to the 2 ms asked of it
  // there.
  const Onset logarithm = onset_of(chattering);
  REQUIRE(logarithm.law.size() == logarithm.distance.size());
  CHECK_THAT(logarithm.law.front() / logarithm.cycle_rate.front(), WithinAbs(1, 1e-12));
  CHECK_THAT(1000 / logarithm.law[0] - 1000 / logarithm.law[3], WithinAbs(230.3, 2));
  CHECK_THAT(1000 / logarithm.law[3] - 1000 / logarithm.law[6], WithinAbs(230.3, 2));
  // IB: a jump has one rate, whatever the distance.
  const Onset jump = onset_of(intrinsically_bursting);
  CHECK(jump.law == std::vector<double>(jump.distance.size(), jump.jump.value()));
}

// Fails with: a period that has ended, continued below 0.
TEST_CASE("beyond the distance at which its period would vanish, a law has no rate", "[onset]") {
  // CH takes about 1.4 s from burst to burst next to its onset and loses 230.3 ms (see below) per decade: after six of
  // the eight decades nothing is left. 2 ms per decade are 16 over all of them.
  const Onset found = onset_of(chattering);
  REQUIRE(found.law.size() == 25);
  int ended = 0;
  for (std::size_t i = 0; i < found.law.size(); ++i) {
    const double period = 1000 / found.law[0] - 230.3 * static_cast<double>(i) / 3;
    if (std::fabs(period) < 16) continue;
    if (period < 0) {
      ++ended;
      CHECK(found.law[i] == 0);
    } else {
      CHECK_THAT(1000 / found.law[i], WithinAbs(period, 16));
    }
  }
  CHECK(ended > 0);
}

// Fails with: the limit not looked for; a jump read at the far end.
TEST_CASE("an intrinsically bursting cell begins to fire at 1.4 spikes per second", "[onset]") {
  const Onset found = onset_of(intrinsically_bursting);
  CHECK(found.kind == Excitability::class_2);
  CHECK_THAT(found.current.value(), WithinAbs(346.445353, 1e-6));
  CHECK_THAT(found.jump.value(), WithinAbs(1.4, 0.01));
  CHECK(std::fabs(found.exponent.value()) < 0.05);
  CHECK_FALSE(found.period_per_decade);
  // Rest leads to the train from 4e-5 pA above I* on, where the train itself begins to last; so it lasts at the onset.
  CHECK_THAT(told(found.text), Contains("onset.start") && Contains("onset.limit"));
  CHECK(number_in(found.text, "rate") == *found.jump);
}

// Fails with: periods of spikes for those of bursts.
TEST_CASE("the period of a chattering cell's bursts grows with the logarithm of the distance from the onset",
          "[onset]") {
  const Onset found = onset_of(chattering);
  CHECK(found.kind == Excitability::bursts);
  CHECK_THAT(found.current.value(), WithinAbs(160.15625, 1e-6));
  // At I* = (31² - 0.25²)/6 the saddle has J = b + s = 1.25 nS: trace 0.025 - 0.03, det -(0.03/50) 0.25, and so
  // λ = -0.0025 + √(0.0025² + 0.00015) = 0.01 per ms. For a tenth of the distance an orbit takes ln 10/λ longer to
  // leave it: 230.3 ms, close enough to the onset.
  CHECK_THAT(found.period_per_decade.value(), WithinAbs(1000 * std::log(10) / 10, 2));
  CHECK(found.cycle.front() == 2);
  CHECK_THAT(found.rate.front(), WithinAbs(2 * found.cycle_rate.front(), 1e-12));
  CHECK_THAT(told(found.text), Contains("onset.begins_bursts(spikes=2)"));
}

// Fails with: the last interval for the period; a train that is still settling taken for one that repeats.
TEST_CASE("the rates above an onset are those of the f-I curve", "[onset]") {
  const Cell cell = GENERATE(regular_spiking, intrinsically_bursting, chattering);
  const Onset found = onset_of(cell);
  std::vector<double> currents;
  for (double distance : found.distance) currents.push_back(*found.current + distance);
  const FiCurve curve = fi_curve({cell, Rest{}, {}, 1000, Exact{}}, currents, 3e4);
  int compared = 0;
  for (std::size_t i = 0; i < currents.size(); ++i) {
    if (curve.cycle[i] == 0) continue;  // 30 s were too short
    ++compared;
    INFO(found.distance[i] << " pA above the onset");
    CHECK(found.cycle[i] == curve.cycle[i]);
    CHECK_THAT(found.rate[i] / curve.steady_rate[i], WithinAbs(1, 1e-7));  // nine digits of u, and so of the rate
  }
  CHECK(compared > 8);
}

// Fails with: the law read from only two decades, of which one adds from 0.6 to 1.7 times what the other does.
TEST_CASE("a period that has a limit is not taken for one that grows logarithmically", "[onset]") {
  // An independent program found a period of 1118.628, 1190.385, 1237.111, 1258.899, 1266.98 and 1269.42 ms at 1e-4,
  // 1e-5 ... 1e-9 pA above the onset, tending to about 1271 ms.
  const Onset found = onset_of({115.01, .21459, -84.888, -54.265, 32.384, .0091868, 2.2194, -36.889, 56.161});
  INFO(told(found.text));
  CHECK(found.kind == Excitability::class_2);
  CHECK_THAT(5000 / found.jump.value(), WithinAbs(1270, 4));  // its cycle is a burst of 5 spikes
  CHECK_FALSE(found.period_per_decade);
  for (auto [at, period] : {std::pair<std::size_t, double>{0, 1237.111}, {3, 1190.385}, {6, 1118.628}})
    CHECK_THAT(1000 / found.cycle_rate[at], WithinAbs(period, 0.1));
}

// Fails with: decades that agree to a tenth, as three of the four here do, taken for a logarithm, class 1.
TEST_CASE("the rate of a train that lasts at I* itself jumps, however evenly its period grows above it", "[onset]") {
  // An independent program, in quadruple precision, found 145.993, 155.225, 159.181, 159.325, 159.327 and 159.327 ms at
  // 1e-8, 1e-10 ... 1e-16 and 0 pA above I*, and firing below it: 1000/159.327 = 6.2764 Hz.
  const Onset found = onset_of({21.91, 1.00697, -81.4133, -40.977, 14.71, .022409522, 10.00625, -82.4473, 70.23});
  INFO(told(found.text));
  CHECK(found.kind == Excitability::class_2);
  CHECK_THAT(found.jump.value(), WithinAbs(1000 / 159.327, 3e-5));
  CHECK_FALSE(found.period_per_decade);
  CHECK(found.law == std::vector<double>(found.distance.size(), *found.jump));
  CHECK_THAT(told(found.text), Contains("onset.at_parabola"));
  CHECK_THAT(number_in(found.text, "period"), WithinAbs(159.327, 5e-4));
  CHECK(number_in(found.text, "rate") == *found.jump);
}

// Fails with: the trend that doubles show above I* continued down to it.
TEST_CASE("where doubles cannot resolve the limit of a period, the train at I* itself gives it", "[onset]") {
  // An independent program, of 28 digits in the coordinates of the parabola, found that the train lasts at I* with a
  // period of 452.2019792 ms; another, in quadruple precision, that from 1e-4 pA above I*, each decade nearer adds .57,
  // .51, .46 and .39 ms, with no end in sight.
  const Onset found = onset_of({.06697, 1.6652, -62.744, -34.099, 36.517, .036388, 1.6684, -72.431, 85.582});
  INFO(told(found.text));
  CHECK(found.kind == Excitability::class_2);
  CHECK_THAT(found.jump.value(), WithinAbs(1000 / 452.2019792, 1e-9));
  CHECK_FALSE(found.period_per_decade);
  CHECK_THAT(told(found.text), Contains("onset.at_parabola"));
  CHECK_THAT(number_in(found.text, "period"), WithinAbs(452.2019792, 1e-6));
}

// Fails with: decades that agree taken for an endless logarithm.
TEST_CASE("a jump that doubles cannot reach is reported with the lowest rate that they show", "[onset]") {
  // Its onset is I*, as far as doubles can tell, and at I* its train ends. There the saddle's eigenvalues are (2b - a
  // C)/C = (19.46812 - 0.347539)/21.0538 = 0.90818 and -a/2 = -0.0082536 per ms: no attracting train can come
  // arbitrarily close.
  const Onset found = onset_of({21.0538, .731338, -68.9873, -36.013, 14.6606, .0165072, 9.73406, -33.3419, 181.877});
  INFO(told(found.text));
  CHECK(found.kind == Excitability::class_2);
  CHECK_FALSE(found.jump);
  CHECK_FALSE(found.period_per_decade);
  CHECK(found.law.empty());
  CHECK_THAT(told(found.text), Contains("onset.unseen"));
  CHECK_THAT(number_in(found.text, "parts"), WithinAbs(0.90818, 5e-6));
  CHECK_THAT(number_in(found.text, "gathers"), WithinAbs(0.0082536, 5e-8));
}

// Fails with: decades that agree to a tenth taken for a logarithm, class 1.
TEST_CASE("a period cannot grow without limit if the saddle lies beyond the peak", "[onset]") {
  // Onsets are I* = [(kp + b)² - (b - aC/2)²]/4k. A quadruple-precision program found periods of 13 267 and 14 353 ms
  // at 1e-8 and 1e-12 pA above the first of them. On the parabola v reaches vpeak in (2/a) ln((w0 - w_c)/(w0 -
  // w_peak)): for the first, with w0 = p/2 + b/k - aC/(4k) = 143.9088, w_c = 19.1164 and w_peak = 79.4584,
  // 87 753.5 ln(124.7924/64.4504) = 57 984 ms.
  const Cell giant{725,         .7346641952,  -66.09040753, -27.00561347, 13.3680081, .0000227913686,
                   91.37048337, -46.97402933, 100};
  const Onset found = onset_of(giant);
  INFO(told(found.text));
  CHECK(found.kind == Excitability::class_2);
  CHECK_THAT(found.current.value(), WithinAbs(2066.6841421462, 1e-8));
  CHECK_FALSE(found.period_per_decade);
  CHECK_FALSE(found.jump);
  CHECK_THAT(told(found.text), Contains("onset.beyond_peak"));
  CHECK_THAT(number_in(found.text, "seen"), WithinAbs(1000 / 13267.0, 1e-6));
  CHECK_THAT(number_in(found.text, "longest"), WithinAbs(57984, 1));
  for (const Cell& cell :
       {Cell{89.49055599048734, .5078592395642773, -59.52630306594074, -39.76615583174862, 12.400449140695855,
             .0002605216087225831, 51.1879236116074, -52.751549895156515, 121.42237783991732},
        Cell{199.95017138775438, .7274198458297179, -65.0523479306139, -42.48893162002787, -20.22344670491293,
             .00009483852576069651, 35.3160268496722, -65.44648816038402, 53.22999853640795}}) {
    const Onset other = onset_of(cell);
    INFO(told(other.text));
    CHECK(other.kind == Excitability::class_2);
    CHECK_THAT(told(other.text), Contains("onset.beyond_peak"));
  }
}

// Fails with: the edge of the search, up to 5.5e-7 pA above I*, taken for the onset.
TEST_CASE("an onset at I* is I* exactly, where the start and the train fail together", "[onset]") {
  // A quadruple-precision program (40 digits of I*) found periods of 1415.357 and 1892.852 ms, 923.304 and 1201.878 ms,
  // 1444.631 and 1843.285 ms at 1e-8 and 1e-24 pA above I*, and no lasting firing 1e-8 pA below it.
  struct Known {
    Cell cell;
    double star, period;  // pA, and ms at 1e-8 pA above it
  };
  for (const auto& [cell, star, period] :
       {Known{{244, 3.00597921, -62.2942494, -45.2725216, 17.4311836, .00189165023, 19.3628, -47.3732303, 104},
              383.2705226015,
              1415.357},
        Known{{38.269620444625616, .9058455068618059, -56.96027747588232, -23.03801123334404, 4.243514254922047,
               .004083173139951413, 4.350512542296201, -58.46837992717848, 92.35280901775695},
              334.5692259773,
              923.304},
        Known{{113.59358763787895, 2.1266356627922507, -75.24874028516933, -63.45201338408515, 11.815690330695361,
               .0010364201957220927, 21.140080394688994, -63.704458922215125, 58.113918208982795},
              198.9711743018,
              1444.631}}) {
    const Onset found = onset_of(cell);
    INFO(told(found.text));
    CHECK(found.kind == Excitability::class_2);
    CHECK_THAT(found.current.value(), WithinAbs(star, 1e-9));
    CHECK_THAT(told(found.text), !Contains("onset.start"));
    // The rate given for the onset is lower than the rate found above it.
    if (found.jump) CHECK(*found.jump < 1000 / period);
    // At 1e-6 pA, two decades farther off, each of which adds less than 50 ms.
    CHECK(1000 / found.cycle_rate.front() < period);
    CHECK(1000 / found.cycle_rate.front() > period - 100);
  }
}

// Fails with: a train that creeps past a fold for 2000 spikes taken for lasting, from 438.4333 pA on.
TEST_CASE("firing that begins with a cycle at a fold of the map has that cycle's rate", "[onset]") {
  // CA3 Basket (2-043-1). In long doubles an independent program found silence after 22 883, 43 340 and 73 528 spikes
  // at 438.5172, 438.5176 and 438.5177 pA, and at 438.5178 a spike every 23.6136 ms after 127 604. Passages scale as
  // one over the root of the distance, N = N0 + A/√(I_fold - I): the three give I_fold = 438.51775.
  const Experiment experiment{{45, .9951729, -57.506126, -23.378766, 18.454934, .0038461864, 9.2642765, -47.555661, -6},
                              Rest{},
                              {},
                              1000,
                              Exact{}};
  const Rheobase found = rheobase(experiment, {});
  CHECK_THAT(found.lasting.current.value(), WithinAbs(438.51775, 1e-5));
  CHECK(found.certain == 1);
  const State start{-57.506126, 0};
  for (double current : {438.4334, 438.45, 438.5, 438.5172, 438.5176, 438.5177})
    CHECK(outcome(experiment.cell, start, current).fate == Fate::rests);
  for (double current : {438.5178, 438.52, 438.6}) {
    CHECK(outcome(experiment.cell, start, current).fate == Fate::fires_on);
    CHECK(outcome(experiment.cell, start, current).certain);
  }
  const Onset law = onset(experiment, found);
  INFO(told(law.text));
  CHECK(law.kind == Excitability::class_2);
  // A little slower at the fold itself than at 438.5178: the period falls as the root of the distance.
  CHECK_THAT(law.jump.value(), WithinAbs(1000 / 23.67, 0.05));
  CHECK_THAT(told(law.text), Contains("onset.less") && !Contains("onset.start"));
}

// Fails with: the saddle's eigenvalues left out.
TEST_CASE(
    "a period grows logarithmically without limit only near a saddle where orbits converge faster than they diverge",
    "[onset]") {
  // CH at I*: trace J/C - a = 1.25/50 - 0.03 = -0.005 per ms, so that a train may pass arbitrarily close to it.
  CHECK(onset_of(chattering).kind == Excitability::bursts);
  CHECK_FALSE(onset_of(chattering).jump);
  // Nothing else tells class 1 by a logarithm, one spike per cycle, from class 2.
  Chance chance(97);
  for (int i = 0; i < 40; ++i) {
    Cell cell;
    cell.C = chance.magnitude(20, 300);
    cell.k = chance.magnitude(0.3, 3);
    cell.a = chance.magnitude(0.005, 0.2);
    cell.b = chance.between(0, 15);
    cell.c = cell.vt + chance.between(-20, 8);
    cell.d = chance.between(0, 200);
    const Onset found = onset_of(cell);
    if (!found.current || !found.period_per_decade) continue;
    const double root = std::sqrt(std::pow(20 * cell.k + cell.b, 2) - 4 * cell.k * *found.current);
    INFO(told(found.text));
    CHECK((cell.b + root) / cell.C - cell.a < 0);
  }
}

// Fails with: the nearest distances first, which take all the steps.
TEST_CASE("an onset is read farther off if its nearest trains take too long", "[onset]") {
  // a C is above b, and v is held at -.41 per ms as u passes I_SN: the same program found an interval of 1 004 970.6 ms
  // at 1e-4 pA.
  const Onset found = onset_of({19.339, .44915, -61.063, -21.799, 35.254, .0037399, -7.976, -65.684, 60.701});
  INFO(told(found.text));
  CHECK(found.kind == Excitability::class_1);
  CHECK_THAT(found.exponent.value(), WithinAbs(.5, .01));
  std::size_t at = 0;
  while (found.distance.at(at) < .99e-4) ++at;
  CHECK_THAT(1000 / found.rate[at], WithinAbs(1004970.6, 1));
}

// Fails with: what was searched up to 100000 pA claimed for every current.
TEST_CASE("class 3 is claimed only up to the highest current tried", "[onset]") {
  Cell cell = regular_spiking;
  cell.b = 1e4;  // I_H = 121 495 pA; the f-I curve has 1.968 Hz at 125 000 pA
  CHECK(number_in(onset_of(cell).text, "most") == 1e5);
}

// Fails with: every cell without lasting firing of class 3.
TEST_CASE("a cell that never fires for long has no onset, and says why", "[onset]") {
  Cell cell = regular_spiking;
  cell.a = 0;  // nothing removes what each spike adds to u
  CHECK(onset_of(cell).kind == Excitability::class_3);
  CHECK(onset_of(cell).text == sentences({onset_texts::class_3(1e5), onset_texts::none_below(1e5)}));
  CHECK_FALSE(onset_of(cell).current);
  CHECK(onset_of(cell).distance.empty());

  cell = regular_spiking;
  cell.k = 100;
  cell.vt = 20;  // I_SN = 159920 pA
  CHECK(onset_of(cell).kind == Excitability::unknown);
  CHECK(onset_of(cell).text == onset_texts::none_below(1e5));

  cell = regular_spiking;
  cell.vt = -80;
  cell.b = 20;  // I_H = (-14 + 3)(-14 + 40 - 3)/2.8 < 0: rest is unstable without any current
  // At the point itself the run on show does not move, so the cell is not said to fire there; any push makes it.
  CHECK(onset_of(cell).kind == Excitability::unknown);
  CHECK(onset_of(cell).text == onset_texts::no_rest());
  CHECK(onset({cell, At{-70, 0}, {}, 1000, Exact{}}, rheobase({cell, At{-70, 0}, {}, 1000, Exact{}}, {})).kind ==
        Excitability::fires_at_rest);

  cell = regular_spiking;
  cell.d = -1000;
  CHECK(onset_of(cell).kind == Excitability::unknown);
  CHECK(told(onset_of(cell).text) == "onset.runs_away(from=51.4286 pA)");  // I_SN
}

// Fails with: no rate for a train without a cycle; no class for lack of a cycle.
TEST_CASE("a chaotic onset is a crisis, beyond which no train ends", "[onset]") {
  // Two cells with chaotic trains. The second's onset is known from quadruple precision (crisis_test.cpp).
  const Onset found = onset_of({60, 1, -71, -49, 3, 0.012, 10, -42, 10});
  CHECK(found.current);
  CHECK(std::count(found.cycle.begin(), found.cycle.end(), 0.0) > 0);
  for (double rate : found.rate) CHECK(rate > 0);
  CHECK(found.kind == Excitability::class_2);
  CHECK_THAT(told(found.text), Contains("onset.crisis(most=15, followed=320"));

  const Experiment other{{120.05, 2.3444, -76.4142, -44.0216, 54.955213, .06206876, 11.14817, -49.7, 33.31},
                         At{-78.52, 10.3},
                         {},
                         1000,
                         Exact{}};
  const Onset crisis = onset(other, rheobase(other, {}));
  CHECK_THAT(crisis.current.value(), WithinAbs(795.7144239, 2e-7));
  CHECK_THAT(told(crisis.text), Contains("onset.crisis"));
  // Without a cycle its rate is a mean of 200 intervals, and so is the rate it jumps to.
  CHECK_THAT(crisis.jump.value() / crisis.rate.front(), WithinAbs(1, 1e-12));
}

// Fails with: periods of 0 ms.
TEST_CASE("all numbers of any cell's onset are finite", "[onset]") {
  Chance chance(96);
  for (int i = 0; i < 15; ++i) {
    Cell cell;
    cell.C = chance.magnitude(20, 300);
    cell.k = chance.magnitude(0.3, 3);
    cell.b = chance.between(-5, 15);
    cell.a = chance.magnitude(0.005, 0.2);
    cell.c = chance.between(-60, -35);
    const Onset found = onset_of(cell);
    INFO("cell " << i);
    for (const std::vector<double>* list : {&found.distance, &found.rate, &found.cycle_rate, &found.cycle, &found.law})
      CHECK(all_finite(*list));
    CHECK_FALSE(found.text.empty());
  }
}

// Fails with: a law told that is not drawn; the exponent of a jump.
TEST_CASE("the law of an onset is said in a few words, where there is one", "[onset]") {
  Onset found;
  found.exponent = 0.5;
  CHECK(law_text(found).empty());  // no law is drawn
  found.law = {1};
  CHECK(told(law_text(found)) == "onset.power(exponent=0.5)");
  found.period_per_decade = 230;
  CHECK(told(law_text(found)) == "onset.per_decade(time=230 ms)");
  found.period_per_decade.reset();
  found.jump = 1.4;
  CHECK(told(law_text(found)) == "onset.jump_to(rate=1.4 Hz)");
  const Onset IB = onset_of(intrinsically_bursting);
  CHECK(IB.law_text == onset_texts::jump_to(*IB.jump));
}

}  // namespace izh
