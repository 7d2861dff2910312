#include "core/sweep/fi_curve.hpp"
#include "core/plane/closed_forms.hpp"
#include "core/solve/batch.hpp"
#include "core/sweep/sweep_part.hpp"
#include "core/sweep/thresholds.hpp"
#include "golden.hpp"
#include "hippocampome.hpp"
#include "support.hpp"

namespace izh {

namespace {

Experiment resting(const Cell& cell) { return {cell, Rest{}, {}, 1000, Exact{}}; }

/// The curve at one current.
FiCurve at(const Cell& cell, double current, double duration = 5000) {
  return fi_curve(resting(cell), {current}, duration);
}

}  // namespace

// Fails with: first_rate of the last interval; `simulated` without the repeats.
TEST_CASE("a curve counts and times the spikes as the reference runs do", "[fi_curve]") {
  int seen = 0;
  for (const Golden& golden : golden_cases()) {
    const Step* step = std::get_if<Step>(&golden.experiment.stimulus[0]);
    if (!step || initial_state(golden.experiment).u != 0) continue;
    INFO(golden.id);
    // These cells rest until the step begins; the curve's currents begin at once.
    const FiCurve curve = at(golden.experiment.cell, step->amplitude, golden.experiment.duration - step->onset);
    const std::vector<double>& truth = golden.spikes;
    const double bar = std::max(1e-11, 10 * golden.half_ulp_floor);
    CHECK(curve.simulated == static_cast<double>(truth.size()));
    ++seen;
    if (truth.empty()) continue;
    CHECK_THAT(curve.latency.at(0), WithinAbs(truth[0] - step->onset, bar));
    if (truth.size() > 1) CHECK_THAT(1000 / curve.first_rate.at(0), WithinAbs(truth[1] - truth[0], 2 * bar));
  }
  CHECK(seen == 26);
}

// Fails with: one spike per cycle assumed, whatever the cycle.
TEST_CASE("the steady rate is that of the cycle", "[fi_curve]") {
  // With a = d = 0, u stays 0: every interval is C/√(kB) [atan(85 √(k/B)) - atan 0], as c = -50 is the midpoint of vr
  // and vt, with B = I - k p²/4 = I - 70. To the 16 digits of a double, through one arctangent.
  Cell frozen = regular_spiking;
  frozen.a = frozen.d = 0;
  const double B = 130, interval = 100 / std::sqrt(0.7 * B) * std::atan(85 * std::sqrt(0.7 / B));
  const FiCurve curve = at(frozen, 200);
  CHECK(curve.cycle.at(0) == 1);
  CHECK_THAT(curve.steady_rate.at(0), WithinAbs(1000 / interval, 1e-12 * 1000 / interval));
  CHECK(curve.spikes.at(0) < 20);
  // Intervals of CH from an independent program, to 1 us: at 300 pA 48.426 and 4.004 ms in turn, at 600 pA 24.628,
  // 3.027 and 4.779 ms; of RS, 0.07 pA above the saddle-node, 2388.26 ms.
  const FiCurve two = at(chattering, 300), three = at(chattering, 600), slow = at(regular_spiking, 51.5, 1e5);
  CHECK(two.cycle.at(0) == 2);
  CHECK_THAT(two.steady_rate.at(0), WithinAbs(2000 / 52.430, 0.001 / 52 * 40));
  CHECK(three.cycle.at(0) == 3);
  CHECK_THAT(three.steady_rate.at(0), WithinAbs(3000 / 32.434, 0.0015 / 32 * 95));
  CHECK(slow.cycle.at(0) == 1);
  CHECK_THAT(slow.steady_rate.at(0), WithinAbs(1000 / 2388.26, 0.005 / 2388 * 0.42));
}

// Fails with: the mean over all intervals.
TEST_CASE("if a train does not repeat, the steady rate is the mean over its second half", "[fi_curve]") {
  // CH at 456 pA is chaotic.
  const FiCurve curve = at(chattering, 456, 20000);  // about 1000 spikes, and it is followed no longer
  const std::vector<double> spikes = spikes_of(under_step(chattering, 456, 0, 20000));
  REQUIRE(spikes.size() > 500);
  const std::size_t last = spikes.size() - 1, middle = last / 2;
  const double mean = 1000 * static_cast<double>(last - middle) / (spikes[last] - spikes[middle]);
  CHECK(curve.cycle.at(0) == 0);
  CHECK_THAT(curve.steady_rate.at(0), WithinAbs(mean, 1e-12 * mean));
}

// Fails with: a rate for cells that rest; silence not recognised.
TEST_CASE("a cell that falls silent has no steady rate, and one that is merely slow has one", "[fi_curve]") {
  // From rest RS fires above 51.43 pA, IB fires once from 304.74 to 346.44 pA, CH twice from 157.595 to 160.156 pA.
  const FiCurve none = at(regular_spiking, 51), once = at(intrinsically_bursting, 320), twice = at(chattering, 158);
  CHECK(none.spikes.at(0) == 0);
  CHECK(none.latency.at(0) == 0);
  CHECK(once.spikes.at(0) == 1);
  CHECK(once.latency.at(0) > 0);
  CHECK(once.first_rate.at(0) == 0);
  CHECK(twice.spikes.at(0) == 2);
  CHECK(twice.first_rate.at(0) > 0);
  for (const FiCurve& curve : {none, once, twice}) {
    CHECK(curve.steady_rate.at(0) == 0);
    CHECK(curve.cycle.at(0) == 0);
  }
  // With a = 0 nothing removes what each spike adds to u, until the current no longer suffices; and no point attracts.
  Cell tiring = regular_spiking;
  tiring.a = 0;
  const FiCurve tired = at(tiring, 500);
  CHECK(tired.spikes.at(0) > 2);
  CHECK(tired.steady_rate.at(0) == 0);

  // A cell caught by rest has no steady rate, however recently it fired.
  Chance chance(3);
  int caught = 0;
  for (int i = 0; i < 400; ++i) {
    Cell cell = regular_spiking;
    cell.a = chance.magnitude(1e-3, 0.1);
    cell.b = chance.between(-2, 10);
    cell.c = chance.between(-60, -40);
    cell.d = chance.between(0, 100);
    Job job;
    job.cell = cell;
    job.start = {cell.vr, 0};
    job.current = saddle_node_current(cell) * chance.between(0.5, 1);
    job.duration = 5000;
    const Train train = run_batch({job})[0];
    if (train.end != BatchEnd::rest || train.spikes.size() < 2) continue;
    ++caught;
    CHECK(at(cell, job.current).steady_rate.at(0) == 0);
  }
  CHECK(caught > 20);

  // RS at 51.5 pA fires every 2388 ms: in 6 s two or three times, too few to see a repeat, so it is held longer.
  const FiCurve waiting = at(regular_spiking, 51.5, 6000);
  CHECK(waiting.cycle.at(0) == 1);
  CHECK(waiting.followed.at(0) > 6000);
  CHECK_THAT(waiting.steady_rate.at(0), WithinAbs(1000 / 2388.26, 0.005 / 2388 * 0.42));
}

// Fails with: no train held longer.
TEST_CASE("a train that never repeats is held no longer than it takes to see that", "[fi_curve]") {
  const FiCurve chaotic = at(chattering, 456, 100);
  CHECK(chaotic.cycle.at(0) == 0);
  CHECK(chaotic.spikes.at(0) >= 500);
  CHECK(chaotic.followed.at(0) < 10000);
}

// Fails with: `to` reached by multiplying.
TEST_CASE("the currents of a range are evenly spaced and include both ends", "[fi_curve]") {
  CHECK(currents_of({0, 400, 5}) == std::vector<double>{0, 100, 200, 300, 400});
  const std::vector<double> many = currents_of({-0.1, 0.7, 1999});
  CHECK(many.size() == 1999);
  CHECK(many.front() == -0.1);
  CHECK(many.back() == 0.7);
  CHECK(std::is_sorted(many.begin(), many.end()));
  Chance chance(4);
  for (int i = 0; i < 1000; ++i) {
    const double from = chance.between(-1, 0), to = chance.between(0, 1);
    CHECK(currents_of({from, to, 7}).back() == to);
  }
  CHECK_THROWS_AS(currents_of({0, 1, 1}), std::invalid_argument);
  CHECK_THROWS_AS(currents_of({0, std::nan(""), 10}), std::invalid_argument);
}

// Fails with: >= for > rheobase.
TEST_CASE("the gain is the slope of the rates above rheobase", "[fi_curve]") {
  // Through (2, 1), (3, 5), (4, 3): means 3 and 3, slope ((-1)(-2) + 0 + (1)(0))/2 = 1.
  const auto slope = gain({0, 1, 2, 3, 4}, {0, 70, 1, 5, 3}, 1);
  REQUIRE(slope);
  CHECK_THAT(*slope, WithinAbs(1, 1e-15));
  CHECK_FALSE(gain({0, 1, 2}, {0, 0, 5}, 1));
  CHECK_FALSE(gain({}, {}, 0));
  CHECK_FALSE(gain({2, 2}, {1, 3}, 0));
  CHECK_THROWS_AS(gain({1, 2}, {1}, 0), std::invalid_argument);
}

// Fails with: the current not checked.
TEST_CASE("a curve refuses invalid numbers and cells", "[fi_curve]") {
  Cell cell = regular_spiking;
  CHECK_THROWS_AS(at(cell, std::nan("")), std::invalid_argument);
  CHECK_THROWS_AS(at(cell, 100, -1), std::invalid_argument);
  cell.c = cell.vpeak;
  CHECK_THROWS_AS(at(cell, 100), std::invalid_argument);
  CHECK(fi_curve(resting(regular_spiking), {}, 1000).current.empty());
}

// Fails with: only the batch's own verdict of rest; a run that ends first taken for rest.
TEST_CASE("silence is told apart from a run that is too short", "[fi_curve]") {
  const Experiment experiment;
  // Without a current RS stays where it is, and at 51 pA it settles; just above I_SN = 360/7 pA it fires for good, but
  // slowly: the passage alone takes pi (C - b/a)/sqrt(k dI), 198 s at 1e-5 pA above.
  const FiCurve curve = fi_curve(experiment, {0, 51, 360.0 / 7 + 1e-5, 70}, 5000);
  CHECK(curve.silent == std::vector<double>{1, 1, 0, 0});
  CHECK(curve.count == std::vector<double>{0, 0, 0, 34});  // of 147.85 ms each, after the first at 100 ms
  CHECK(curve.steady_known == std::vector<double>{1, 1, 1, 1});
}

// Fails with: 60 s the longest hold; an absolute bound on the error of spikes to come.
TEST_CASE("without a resting state a cell fires, however long it takes", "[fi_curve]") {
  // Rates found by an independent program in quadruple precision.
  const FiCurve slow = fi_curve(resting(regular_spiking), {51.4287, 51.4286}, 5000);
  CHECK_THAT(slow.steady_rate[0], WithinAbs(0.01810, 5e-6));  // to the digits given
  CHECK_THAT(slow.steady_rate[1], WithinAbs(0.00854, 5e-6));
  for (std::size_t i : {0u, 1u}) {
    CHECK(slow.cycle[i] == 1);
    CHECK(slow.steady_known[i] == 1);
    CHECK(slow.count_rate[i] == 0);  // none within 5 s
    CHECK(slow.last_known[i] == 0);
  }
  // At 1e-6 pA above I_SN the passage takes 626 s, at 1e-9 pA five and a half hours, at 1e-11 pA two days.
  const double saddle_node = 360.0 / 7;
  const FiCurve slower =
      fi_curve(resting(regular_spiking), {saddle_node + 1e-6, saddle_node + 1e-9, saddle_node + 1e-11}, 5000);
  for (std::size_t i : {0u, 1u, 2u}) {
    // π (C - b/a)/√(k dI), with dI as in doubles, and about 50 ms for reset and upstroke; the rounding of I_SN itself
    // is about 1e-3 of 1e-11 pA.
    const double over = slower.current[i] - saddle_node;
    const double passage = 3.141592653589793 * (100 + 2 / 0.03) / std::sqrt(0.7 * over);
    CHECK(slower.course[i] == static_cast<double>(Course::repeats));
    CHECK_THAT(1000 / slower.steady_rate[i], WithinAbs(passage, 1e-3 * passage));
  }
}

// Fails with: the mean of the intervals so far; every cell with a negative d.
TEST_CASE("a train that runs away has no rate, and a merely fast one has", "[fi_curve]") {
  // RS with d = -1000: a spike takes more than the 0.03 · 100 · 85 = 255 pA that an interval gives back.
  Cell fleeing = regular_spiking;
  fleeing.d = -1000;
  // A cell of the hippocampus (Hippocampome.org), with d < -0.00638 · 74 · 57.55 = -27.2.
  const Cell hipp{74,          1.283310257,  -59.00604071, -50.53342176, 0.5706428112, 0.006380990562,
                  57.94103813, -56.97945473, -58};
  for (const auto& [cell, current] : {std::pair{fleeing, 60.0}, std::pair{hipp, 200.0}})
    for (double hold : {1000.0, 5000.0}) {
      const FiCurve curve = at(cell, current, hold);
      CHECK(curve.course[0] == static_cast<double>(Course::runs_away));
      CHECK(curve.count_known[0] + curve.last_known[0] + curve.steady_known[0] == 0);
      CHECK(curve.count_rate[0] + curve.last_rate[0] + curve.steady_rate[0] == 0);
      CHECK(curve.spikes[0] < 100);  // it is recognised long before spikes pile up
      CHECK(curve.latency[0] > 0);
    }
  // An interval gives back more than d = -200 takes: u stays where both are equal, and the rate is high but finite.
  // With v driven by U = -u, an interval is C ∫ dv/(U + g), and it gives back a C ∫ (b w + U)/(U + g) dv, which is 200
  // at about U = 7000; the batch itself confirms that the train repeats.
  Cell fast = regular_spiking;
  fast.d = -200;
  const FiCurve curve = at(fast, 60);
  CHECK(curve.course[0] == static_cast<double>(Course::repeats));
  CHECK(curve.steady_rate[0] > 500);
  // At d = -255 the two are equal to leading order, so neither is certain; a number would be a guess.
  fast.d = -255;
  CHECK(at(fast, 60).steady_known[0] == 0);
}

// Fails with: the last interval of the simulated spikes alone; spikes after the hold counted.
TEST_CASE("count over length, last interval and steady rate are three rates", "[fi_curve]") {
  // RS at 70 pA fires at 100.02 ms and then every 147.85 ms: 6 spikes in 900 ms, 6.667 Hz; the intervals settle at
  // 147.8545 ms (reference run), 6.7634 Hz.
  const FiCurve curve = at(regular_spiking, 70, 900);
  CHECK(curve.hold == 900);
  CHECK(curve.count[0] == 6);
  CHECK_THAT(curve.count_rate[0], WithinAbs(6.667, 5e-4));
  CHECK_THAT(curve.steady_rate[0], WithinAbs(6.7634, 5e-5));
  CHECK_THAT(curve.last_rate[0], WithinAbs(6.7634, 5e-4));
  // CH at 300 pA fires pairs 4.004 ms apart every 52.430 ms (48.426 ms between them): the last interval is either,
  // by where the hold ends.
  const std::vector<double> spikes = spikes_of(under_step(chattering, 300, 0, 5000));
  for (double hold : {4000.0, 4030.0}) {
    const auto end = std::upper_bound(spikes.begin(), spikes.end(), hold);
    const double last = end[-1] - end[-2];
    const FiCurve pairs = at(chattering, 300, hold);
    CHECK(pairs.count[0] == static_cast<double>(end - spikes.begin()));
    CHECK_THAT(pairs.last_rate[0], WithinAbs(1000 / last, 1e-6 * 1000 / last));
  }
  const FiCurve one = at(intrinsically_bursting, 320, 1000), none = at(regular_spiking, 51);
  CHECK(one.count_rate[0] == 1);
  CHECK(one.last_known[0] == 0);
  CHECK(one.steady_known[0] == 1);  // it is silent for good: its rate is 0 Hz
  CHECK(none.count_known[0] == 1);
  CHECK(none.count_rate[0] == 0);
}

// Fails with: only the region of capture, which a cell with a = 0 does not have.
// Trains that speed up towards the cycle they settle to, and so do not repeat within the hold: CA1 Back-Projection and
// CA3 Basket (hippocampome.org). Fails with: repeats appended to a train that was followed to the end of the hold.
TEST_CASE("the last interval of a curve is that of the run, even if the train will settle to another", "[fi_curve]") {
  const Cell back{133,           .6674675085, -60.27870988, -47.12115298, .5867101945,
                  .004344768788, 15.6605335,  -60.13981458, -30};
  const Cell basket{45, .9951729, -57.506126, -23.378766, 18.454934, .0038461864, 9.2642765, -47.555661, -6};
  for (const Cell& cell : {back, basket})
    for (double current = 80; current <= 680; current += 20) {
      const std::vector<double> spikes = spikes_of(under_step(cell, current, 0, 900));
      const FiCurve curve = at(cell, current, 900);
      CAPTURE(cell.C, current);
      if (curve.last_known[0] == 0 || spikes.size() < 2) continue;
      const double last = spikes.back() - spikes[spikes.size() - 2];
      CHECK_THAT(curve.last_rate[0], WithinAbs(1000 / last, 1e-6 * 1000 / last));
    }
}

TEST_CASE("with a = 0 a cell at rest is known to rest", "[fi_curve]") {
  // u stays 0, so v rests where k (v - vr)(v - vt) = -I, up to I_SN = 0.7 · 10² = 70 pA.
  Cell cell = regular_spiking;
  cell.a = cell.d = 0;
  const FiCurve curve = fi_curve({cell, Rest{}, {}, 1000, Exact{}}, {0, 60, 80}, 1000);
  CHECK(curve.silent == std::vector<double>{1, 1, 0});
  CHECK(curve.steady_rate[2] > 0);
}

// Fails with: "no steady rate: its intervals still change after 500 spikes".
TEST_CASE("a train that creeps past a fold of cycles is silent in the end", "[fi_curve]") {
  // CA3 Basket (2-043-1): an independent program found silence after 2217 spikes at 438.45 pA, and at 438.5178 a spike
  // every 23.6136 ms.
  const Experiment experiment{{45, .9951729, -57.506126, -23.378766, 18.454934, .0038461864, 9.2642765, -47.555661, -6},
                              Rest{},
                              {},
                              1000,
                              Exact{}};
  const FiCurve curve = fi_curve(experiment, {438.45, 438.5178}, 1000);
  CHECK(curve.steady_known == std::vector<double>{1, 1});
  CHECK(curve.steady_rate[0] == 0);
  CHECK_THAT(curve.steady_rate[1], WithinAbs(1000 / 23.6136, 1e-4));
}

// Fails with: "a mean: no repeat within 4000000 ms", irregular, unknown, undecided.
TEST_CASE("above the saddle-node every train has a rate, in curve and sweep", "[fi_curve]") {
  const auto rates = [](const Cell& cell, const std::vector<double>& currents) {
    const Experiment experiment{cell, Rest{}, {}, 1000, Exact{}};
    const FiCurve curve = fi_curve(experiment, currents, 1000);
    for (std::size_t i = 0; i < currents.size(); ++i) {
      INFO(currents[i] << " pA");
      CHECK(curve.course[i] == static_cast<double>(Course::repeats));
      const SweepPart part =
          sweep_part(experiment, {Parameter::current, 0, currents[i], currents[i] + 1, 2}, 0, 0, 1, {});
      REQUIRE(part.rate.size() == 1);
      // Rounding of the current alone changes a passage of a minute by about 1e-8 of it.
      CHECK_THAT(part.rate[0] / curve.steady_rate[i], WithinAbs(1, 1e-6));
    }
    return curve.steady_rate;
  };
  // RS passes in π (C - b/a)/√(k dI), 62 717 ms at 51.428671 pA, and takes about 50 ms for reset and upstroke.
  const double passage = 3.141592653589793 * (100 + 2 / 0.03) / std::sqrt(0.7 * (51.428671 - 360.0 / 7));
  CHECK_THAT(1000 / rates(regular_spiking, {51.428671})[0] - passage, WithinAbs(50.5, 1));
  // An independent program, in long doubles, found a repeat every 1736.363918650 ms, 1200 times.
  const Cell slow{12,           4.657022046,  -64.87868816, -51.84494418, -2.993896271,
                  .09631248327, -44.34342665, -62.54009513, 290};
  CHECK_THAT(1000 / rates(slow, {14.50289210749208})[0], WithinAbs(1736.363918650, 1e-6));
  // It found 0.0203 and 0.0657 Hz at .001 and .01 pA above I_SN; between them the passage scales as one over the root.
  const Cell stiff{12,           4.838056053,  -55.44446407, -42.49969761, -.04506779941,
                   .04512700964, -49.30790984, -50.99573059, 194};
  const double star = saddle_node_current(stiff);
  const std::vector<double> found = rates(stiff, {star + .001, star + .0025, star + .005, star + .01});
  CHECK_THAT(found[0], WithinAbs(.0203, 5e-5));
  CHECK_THAT(found[3], WithinAbs(.0657, 5e-5));
  CHECK_THAT(found[1] / found[0], WithinAbs(std::sqrt(2.5), .02));
  CHECK_THAT(found[2] / found[0], WithinAbs(std::sqrt(5), .04));
  const Cell bursts{38.494, .99769, -71.212, -36.894, 32.307, .0092764, -4.7273, -39.704, 71.898};
  const double begins = saddle_node_current(bursts);
  const std::vector<double> near = rates(bursts, {begins + 1e-6, begins + 1e-5});
  CHECK_THAT(near[1] / near[0], WithinAbs(std::sqrt(10), .01));
}

// Fails with: no verdict for a passage of minutes past the saddle, for trains whose intervals rounding changes, for
// a first spike that takes hours though the train is fast, for a decay that takes a minute.
TEST_CASE("from a millionth of a pA below its threshold of lasting firing on a cell rests, above it fires",
          "[fi_curve]") {
  // A law that relates two answers found in different ways; for b <= 0 it is a theorem (`held_by_saddle`).
  int asked = 0;
  for (const NamedCell& one : hippocampome_cells()) {
    const Experiment experiment{one.cell, Rest{}, {}, 1000, Exact{}};
    const Rheobase found = rheobase(experiment, {});
    if (!found.lasting.current) continue;
    std::vector<double> currents;
    for (const double off : {-1e-2, -1e-4, -1e-5, -3e-6, -1.1e-6, 1.1e-6, 3e-6, 1e-5, 1e-4, 1e-2})
      currents.push_back(*found.lasting.current + off);
    const FiCurve curve = fi_curve(experiment, currents, 5000);
    for (std::size_t i = 0; i < currents.size(); ++i) {
      INFO(one.name << " at " << currents[i] - *found.lasting.current << " pA from the threshold");
      const Course course = static_cast<Course>(static_cast<int>(curve.course[i]));
      if (i < 5)
        CHECK(course == Course::rests);
      else
        CHECK((course == Course::repeats || course == Course::irregular || course == Course::slow));
    }
    ++asked;
  }
  CHECK(asked >= 80);
}

// Fails with: "certain to fire, below 0.00025 Hz", as the first spike takes so long.
TEST_CASE("a train that begins only after hours has the rate that it then settles to", "[fi_curve]") {
  // DG HIPROM (1-026-1) of the Hippocampome, with b < 0: the passage past the ghost of the saddle-node takes π (C -
  // b/a)/√(k dI), over an hour at 1e-5 pA above I_SN; resets land beyond it, and the train after it changes little with
  // dI.
  Cell hiprom;
  for (const NamedCell& one : hippocampome_cells())
    if (one.name.find("1-026-1") == 0) hiprom = one.cell;
  const double onset = saddle_node_current(hiprom);
  CHECK(3.141592653589793 * (hiprom.C - hiprom.b / hiprom.a) / std::sqrt(hiprom.k * 1e-5) > 3.6e6);
  const FiCurve curve = fi_curve({hiprom, Rest{}, {}, 1000, Exact{}}, {onset + 1e-5, onset + 1e-3}, 5000);
  CHECK(curve.course == std::vector<double>(2, static_cast<double>(Course::repeats)));
  CHECK_THAT(curve.steady_rate[0] / curve.steady_rate[1], WithinAbs(1, 1e-4));
}

}  // namespace izh
