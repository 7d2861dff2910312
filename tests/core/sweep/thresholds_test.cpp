#include "core/sweep/thresholds.hpp"

#include "core/plane/closed_forms.hpp"
#include "core/schema/merge.hpp"
#include "core/solve/outcome.hpp"
#include "core/solve/passage.hpp"
#include "core/sweep/fi_curve.hpp"
#include "core/sweep/onset.hpp"
#include "hippocampome.hpp"
#include "support.hpp"

namespace izh {

namespace {

Experiment from_rest(const Cell& cell) { return {cell, Rest{}, {}, 1000, Exact{}}; }

Rheobase without_end(const Cell& cell) { return rheobase(from_rest(cell), {}); }

/// What the simulator does under a step of `current` from time 0 in 25 000 solver steps: many seconds of firing or half
/// an hour of silence.
struct Seen {
  bool fires, fires_on;
};
Seen seen(const Cell& cell, double current) {
  const Recording run = recorded(under_step(cell, current, 0, 1e8), {0.0, {}, 0.0, 25000});
  if (run.spikes.empty()) return {false, false};
  return {true, run.spikes.back() > run.ended.time / 2};
}

}  // namespace

// Fails with: the bisection to 1e-4 pA; the first spike taken for lasting firing.
TEST_CASE("the three cells begin to fire where an independent program found it", "[thresholds]") {
  // Digits as that program printed them; half a unit of the last one is the tolerance, and 1e-6 what is promised.
  const auto check = [](const Cell& cell, double single, double lasting) {
    const Rheobase found = without_end(cell);
    CHECK_THAT(found.single.current.value(), WithinAbs(single, 1e-6));
    CHECK_THAT(found.lasting.current.value(), WithinAbs(lasting, 1e-6));
  };
  check(regular_spiking, 51.428571, 51.428571);  // I_SN = 360/7
  check(intrinsically_bursting, 304.739051, 346.445353);
  check(chattering, 157.594178, 160.156250);
  // RS fires on from where rest is lost; IB does before, from rest as well: rest is lost at I_H = (41² - 3.5²)/4.8 pA.
  CHECK(without_end(regular_spiking).lasting.current == saddle_node_current(regular_spiking));
  CHECK_THAT(andronov_hopf_current(intrinsically_bursting).value(), WithinAbs(347.65625, 1e-9));
  CHECK(without_end(intrinsically_bursting).lasting.current < 347.65625);
}

// Fails with: I_SN taken for the end of rest wherever the peak is.
TEST_CASE("if rest reaches the peak before the saddle-node it is lost there", "[thresholds]") {
  // vpeak = -55 mV lies 5 mV above vr, below the fold at (0.7 · 20 - 2)/1.4 = 8.57 mV: the stable point gets there at
  // -2 · 5 - 0.7 · 5 (5 - 20) = 42.5 pA. An independent program found no spike at 42.4 pA and 19 in 5 s at 43 pA.
  Cell cell = regular_spiking;
  cell.c = -65;
  cell.vpeak = -55;
  CHECK_THAT(rest_at_peak_current(cell).value(), WithinAbs(42.5, 1e-9));
  CHECK_THAT(without_end(cell).lasting.current.value(), WithinAbs(42.5, 1e-6));
  CHECK_THAT(without_end(cell).saddle_node, WithinAbs(360.0 / 7, 1e-9));  // to compare; no rest is left there
}

// Fails with: only a spike during the step counted.
TEST_CASE("in a strength-duration curve a spike after the step counts", "[thresholds]") {
  // 500 ms take 52.7563 pA here, but 52.8331 pA for a spike during the step.
  const StrengthDuration found = strength_duration(from_rest(regular_spiking), {5, 500});
  CHECK_THAT(found.current[1], WithinAbs(52.7563, 1e-4));
}

// Fails with: the duration of the step left out.
TEST_CASE("the shorter the step, the more current a spike takes", "[thresholds]") {
  const auto of = [](double duration) { return rheobase(from_rest(regular_spiking), {duration}); };
  CHECK_THAT(of(500).single.current.value(), WithinAbs(52.83308, 5e-6));
  CHECK_THAT(of(1000).single.current.value(), WithinAbs(51.80423, 5e-6));
  CHECK_THAT(of(5000).single.current.value(), WithinAbs(51.44415, 5e-6));
  CHECK(of(500).lasting.reason_id == "step_ends");
}

// Fails with: the bisection to 1e-4 pA; the first spike taken for lasting firing.
TEST_CASE("on either side of a rheobase the simulator agrees", "[thresholds]") {
  Chance chance(71);
  int lasting = 0;
  for (int i = 0; i < 30; ++i) {
    const Cell cell = cortical_cell(chance);
    const Rheobase found = without_end(cell);
    INFO("cell " << i);
    // Just above the saddle-node a spike may be hours away; there 0.01 pA is close enough.
    const auto above = [&](double current) { return current + (current > found.saddle_node - 1e-6 ? 0.01 : 1e-6); };
    const double single = found.single.current.value();
    CHECK_FALSE(seen(cell, single - 1e-6).fires);
    CHECK(seen(cell, above(single)).fires);
    const double current = found.lasting.current.value();
    CHECK(current >= single);
    // If the train is chaotic, it may end after thousands of spikes, and no edge is that sharp.
    if (outcome(cell, {cell.vr, 0}, current).spikes > 2000) continue;
    ++lasting;
    CHECK_FALSE(seen(cell, current - 1e-6).fires_on);
    CHECK(seen(cell, above(current)).fires_on);
  }
  CHECK(lasting > 25);
}

// Fails with: the start ignored.
TEST_CASE("a cell that starts elsewhere has another threshold", "[thresholds]") {
  // The same program found: from v = c, u = 100 firing of IB lasts from 346.544 pA on.
  Experiment experiment = from_rest(intrinsically_bursting);
  experiment.initial = At{-56, 100};
  CHECK_THAT(rheobase(experiment, {}).lasting.current.value(), WithinAbs(346.544, 5e-4));
  // A cell that starts at the peak spikes.
  experiment.initial = At{50, 0};
  CHECK(rheobase(experiment, {}).single.reason_id == "fires_at_rest");
  CHECK(rheobase(experiment, {100}).single.reason_id == "fires_at_rest");
}

// Fails with: the saddle-node at vr taken for a resting state, with a threshold of 0 pA.
TEST_CASE("if rest and saddle coincide at I = 0 there is no threshold from rest, not one of 0", "[thresholds]") {
  Cell cell = regular_spiking;
  cell.b = -14;  // b + k (vt - vr) = 0
  const Rheobase found = without_end(cell);
  CHECK_FALSE(found.single.current);
  CHECK_FALSE(found.lasting.current);
  CHECK(found.single.reason_id == "no_rest");
  Experiment experiment;
  experiment.cell = cell;
  CHECK(strength_duration(experiment, {10}).duration.empty());
}

// Fails with: the start at v = vr, u = 0, which is the saddle of these cells.
TEST_CASE("a cell that rests below vr has a threshold from there", "[thresholds]") {
  // b + k (vt - vr) = -6 nS: rest is a node, b < 0, so it is lost at I_SN = 36/2.8 pA, and firing lasts from there on.
  Cell cell = regular_spiking;
  cell.b = -20;
  CHECK_THAT(without_end(cell).single.current.value(), WithinAbs(36 / 2.8, 1e-6));
  CHECK_THAT(without_end(cell).lasting.current.value(), WithinAbs(36 / 2.8, 1e-6));
  // CA3 pyramidal of Hippocampome.org, computed independently, in quadruple precision.
  const Cell CA3{366,           .7923387038,  -63.20440082, -33.60417331, 35.86146486,
                 .008383503341, -42.55247769, -38.86809903, 588};
  CHECK_THAT(without_end(CA3).single.current.value(), WithinAbs(115.094259, 1e-6));
}

// Fails with: the start at v = vr, u = 0, with which 21 of them have no answer.
TEST_CASE("every preferred set of Hippocampome.org has a rheobase, or a reason why not", "[thresholds]") {
  int answered = 0;
  for (const NamedCell& one_of_all : hippocampome_cells()) {
    const Cell& cell = one_of_all.cell;
    INFO(one_of_all.name);
    const Rheobase found = without_end(cell);
    for (const Threshold& one : {found.single, found.lasting}) CHECK(one.current.has_value() == one.reason_id.empty());
    CHECK(found.single.reason_id != "no_rest");
    if (!found.single.current) continue;
    ++answered;
    // Followed from rest, the cell fires a little above it, however late, and comes to rest a little below.
    const double current = *found.single.current, little = 1e-3 * (1 + current);
    const auto follows = [&](double at) { return Passages(cell, at).from(rest_state(cell), 2e5).next; };
    CHECK(follows(current + little) == Next::spike);
    CHECK(follows(current - little) == Next::rest);
  }
  CHECK(answered == 89);
}

// Fails with: `held_by_saddle` not used.
TEST_CASE("a current just below the saddle-node takes no longer than another", "[thresholds]") {
  // Rest attracts arbitrarily slowly there. The spiny projection cell took 1e5 steps for each of some thirty trials,
  // and its rheobase 73 times as long as that of RS; 10 times is allowed.
  const Cell spiny{50, 1, -80, -25, 40, 0.01, -20, -55, 150};
  const auto steps = [](const Cell& cell) {
    double all = 0;
    for (double below : {1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 0.1, 1.0}) {
      const Outcome found = outcome(cell, {cell.vr, 0}, saddle_node_current(cell) - below, 0);
      CHECK(found.fate == Fate::rests);
      all += found.steps;
    }
    return all;
  };
  CHECK(steps(spiny) <= 10 * std::fmax(steps(regular_spiking), 1));
}

// Fails with: a separate budget for each current.
TEST_CASE("a search that takes too long ends, and says so", "[thresholds]") {
  Cell cell = regular_spiking;
  cell.a = 1e-6;  // u takes a quarter of an hour to follow, so no train repeats
  cell.b = 2;     // with b <= 0 it would be known at once
  CHECK(without_end(cell).lasting.reason_id == "undecided");
}

// Fails with: undecided taken for silence; currents up to 1e6 pA; a cell that runs away taken to fire on.
TEST_CASE("a threshold that does not exist says why", "[thresholds]") {
  Cell cell = regular_spiking;
  cell.k = 100;  // I_SN = (-2 + 100 · 80)²/400 = 159920 pA
  cell.vt = 20;
  CHECK(without_end(cell).single.reason_id == "none_below");
  CHECK_FALSE(without_end(cell).single.current);

  cell = regular_spiking;
  cell.a = 0;  // u only grows: every train ends, though there is a spike from I_SN = 70 pA on
  CHECK_THAT(without_end(cell).single.current.value(), WithinAbs(70, 1e-6));
  CHECK(without_end(cell).lasting.reason_id == "none_below");

  cell.d = 0;  // and with d = 0, a train that starts goes on for ever
  CHECK_THAT(without_end(cell).lasting.current.value(), WithinAbs(70, 1e-6));

  cell = regular_spiking;
  cell.d = -1000;  // each spike lets u fall by more than the 0.03 · 100 · 85 = 255 pA that it regains before the next
  // So whatever fires runs away, and it fires from I_SN = 360/7 pA on.
  CHECK(without_end(cell).lasting.reason_id == "runs_away");
  CHECK_THAT(without_end(cell).lasting.runs_away_from.value(), WithinAbs(360.0 / 7, 1e-6));
  CHECK_FALSE(without_end(cell).lasting.current);
  CHECK(without_end(cell).single.current);
  CHECK(outcome(cell, {-60, 0}, 60).fate == Fate::runs_away);
}

// Fails with: the reset of v left out; a region of capture forty times as large; a cell with a = 0 and d > 0 taken
// to fire on.
TEST_CASE("the fate of a cell is known long before its run would end", "[thresholds]") {
  const State rest{-60, 0};
  const Outcome silent = outcome(regular_spiking, rest, 51);
  CHECK(silent.fate == Fate::rests);
  CHECK(silent.spikes == 0);
  CHECK(outcome(regular_spiking, rest, 51.5).fate == Fate::fires_on);
  // A burst and then silence: two spikes between 157.594 and 160.156 pA.
  CHECK(outcome(chattering, rest, 159).fate == Fate::rests);
  CHECK(outcome(chattering, rest, 159).spikes == 2);
  CHECK(outcome(chattering, rest, 160.16).fate == Fate::fires_on);
  CHECK(outcome(chattering, rest, 159, 0).fate == Fate::fires_on);
  CHECK(outcome(chattering, rest, 159, 0).spikes == 1);
  CHECK(outcome(chattering, rest, 160.16, 2000, 5).fate == Fate::undecided);
  // Between I* and I_H, IB rests from rest or fires on from elsewhere.
  CHECK(outcome(intrinsically_bursting, {-75, 0}, 346.4).fate == Fate::rests);
  CHECK(outcome(intrinsically_bursting, {-75, 0}, 346.5).fate == Fate::fires_on);
  CHECK(outcome(intrinsically_bursting, {-57.9, 85.5}, 346.5).fate == Fate::rests);
  // With a = 0 every spike adds to u for good: thousands of spikes, and then silence all the same.
  Cell cell = regular_spiking;
  cell.a = 0;
  cell.d = 0.01;
  CHECK(outcome(cell, rest, 100).fate == Fate::rests);
  cell.C = 0;
  CHECK_THROWS_AS(outcome(cell, rest, 0), std::invalid_argument);
}

// Fails with: a region of capture forty times as large, which then holds orbits that fire.
TEST_CASE("the predicted fate is the one that comes about", "[thresholds]") {
  Chance chance(72);
  int rests = 0, fires = 0;
  for (int i = 0; i < 100; ++i) {
    const Cell cell = cortical_cell(chance);
    const double current = saddle_node_current(cell) * chance.between(0, 1.05);
    const Outcome known = outcome(cell, {cell.vr, 0}, current);
    const Seen truth = seen(cell, current);
    INFO("cell " << i << " at " << current);
    CHECK(truth.fires_on == (known.fate == Fate::fires_on));
    CHECK(known.fate != Fate::undecided);
    rests += known.fate == Fate::rests;
    fires += known.fate == Fate::fires_on;
  }
  CHECK(rests > 30);
  CHECK(fires > 4);
}

// Fails with: even spacing; the last length left to rounding.
TEST_CASE("step lengths grow by a constant factor and include both ends", "[thresholds]") {
  const std::vector<double> lengths = durations_of({0.5, 500, 31});
  REQUIRE(lengths.size() == 31);
  CHECK(lengths.front() == 0.5);
  CHECK(lengths.back() == 500);
  for (std::size_t i = 1; i < lengths.size(); ++i)
    CHECK_THAT(lengths[i] / lengths[i - 1], WithinAbs(std::pow(10, 0.1), 1e-13));  // 1000^(1/30)
  CHECK_THROWS_AS(durations_of({5, 5, 31}), std::invalid_argument);
}

// Fails with: only spikes during the step; the current left on after it; a chronaxie at three times the rheobase.
TEST_CASE("a brief step needs more current, until only its charge matters", "[thresholds]") {
  const Cell cell = GENERATE(regular_spiking, intrinsically_bursting, chattering);
  const Experiment experiment = from_rest(cell);
  const StrengthDuration found = strength_duration(experiment, durations_of({0.1, 1000, 21}));
  REQUIRE(found.duration.size() == 21);
  const auto fires = [&](double current, double duration) {
    return !spikes_of({cell, Rest{}, {Step{current, 0, duration}}, 1e5, Exact{}}).empty();
  };
  for (std::size_t i = 0; i < found.duration.size(); ++i) {
    INFO(found.duration[i] << " ms, " << found.current[i] << " pA");
    if (i > 0) CHECK(found.current[i] < found.current[i - 1] + 1e-6);
    // 1e-6 pA either way, or one part in 10¹² for larger currents.
    const double little = std::max(1e-6, 1e-12 * found.current[i]);
    CHECK_FALSE(fires(found.current[i] - little, found.duration[i]));
    CHECK(fires(found.current[i] + little, found.duration[i]));
    CHECK(found.above.at(i) >= found.current[i] + std::max(0.01 * found.current[i], 1e-3));
    CHECK(fires(found.above[i], found.duration[i]));
  }
  // In portions, given the rheobase: the same, bit for bit.
  const StrengthDuration portion =
      step_thresholds(experiment, {found.duration[3], found.duration[17]}, *found.rheobase);
  CHECK(portion.duration == std::vector<double>{found.duration[3], found.duration[17]});
  CHECK(portion.current == std::vector<double>{found.current[3], found.current[17]});
  CHECK(portion.above == std::vector<double>{found.above[3], found.above[17]});
  // Half as long, twice as strong, except for what leaks away: 0.1 and 0.2 ms compared with 2 ms or more.
  const StrengthDuration brief = strength_duration(experiment, {0.1, 0.2});
  CHECK_THAT(brief.current[0] / brief.current[1], WithinAbs(2, 0.1));
  CHECK_THAT(found.rheobase.value(), WithinAbs(without_end(cell).single.current.value(), 1e-9));
  const double chronaxie = found.chronaxie.value();
  CHECK_FALSE(fires(2 * *found.rheobase, chronaxie * (1 - 2e-9)));
  CHECK(fires(2 * *found.rheobase, chronaxie * (1 + 2e-9)));
}

// Fails with: a text read as a number.
TEST_CASE("the result of a search can be passed back, including its reasons", "[thresholds]") {
  const Value given = Value::Object{{"single", Value::Object{{"current", 157.5}}},
                                    {"lasting", Value::Object{{"current", nullptr}, {"reason_id", "none_below"}}}};
  const Rheobase read = described_from<Rheobase>(given, "rheobase");
  CHECK(read.single.current == 157.5);
  CHECK_FALSE(read.lasting.current);
  CHECK(read.lasting.reason_id == "none_below");
  CHECK_THROWS_AS(described_from<Rheobase>(Value::Object{{"single", 7.0}}, "rheobase"), std::invalid_argument);
}

// Fails with: the reason left out.
TEST_CASE("without a rheobase there is no strength-duration curve", "[thresholds]") {
  Experiment experiment = from_rest(regular_spiking);
  experiment.initial = At{40, 0};
  const StrengthDuration found = strength_duration(experiment, {1, 10});
  CHECK(found.duration.empty());
  CHECK_FALSE(found.rheobase);
  CHECK_FALSE(found.chronaxie);
  CHECK(found.reason_id == "fires_at_rest");
  // A length for which 1e5 pA is too little is left out.
  CHECK(strength_duration(from_rest(regular_spiking), {1e-3, 10}).duration == std::vector<double>{10});
}

// Fails with: no test for a fixed point, by which rounding "fires without any current".
TEST_CASE("a cell that starts on a saddle fires at the slightest push, and not without a current", "[thresholds]") {
  Cell cell = regular_spiking;
  cell.b = -45;
  Experiment experiment = from_rest(cell);
  experiment.initial = At{-60, 0};  // the saddle, as b + k (vt - vr) < 0
  const Rheobase found = rheobase(experiment, {});
  CHECK(found.single.reason_id == "no_rest");
  // From a stable resting state there is a threshold: I_SN = 31²/2.8.
  CHECK_THAT(without_end(cell).single.current.value(), WithinAbs(961 / 2.8, 1e-6));
}

// Fails with: the law's seven nearest distances followed at any cost; 2000 spikes of each train that settles.
TEST_CASE("no threshold and no onset takes more steps than a tenth of a second has", "[thresholds]") {
  // On a slow machine a second is about three million steps. CA1 Back-Projection (4-023-1) is chaotic where lasting
  // firing begins: its trains are followed for 2000 spikes each.
  struct Named {
    std::string name;
    Cell cell;
  };
  std::vector<Named> cells;
  for (const NamedCell& one : hippocampome_cells()) cells.push_back({one.name, one.cell});
  for (const Cell& preset : {regular_spiking, intrinsically_bursting, chattering}) {
    const auto changed = [&](double Cell::*member, std::initializer_list<double> values) {
      for (double value : values) {
        cells.push_back({"changed to " + std::to_string(value), preset});
        cells.back().cell.*member = value;
      }
    };
    changed(&Cell::C, {1, 20, 500});
    changed(&Cell::a, {1e-6, 1e-5, 1e-4, 1, 10, 50});
    changed(&Cell::b, {-20, -5, 10, 50});
    changed(&Cell::c, {-80, -50, -40});
    changed(&Cell::d, {-100, 0, 1, 1000});
  }
  for (const auto& [name, cell] : cells) {
    INFO(name);
    const Experiment experiment{cell, Rest{}, {}, 1000, Exact{}};
    const Rheobase found = rheobase(experiment, {});
    CHECK(found.steps <= (name.substr(0, 7) == "4-023-1" ? 6e5 : 3.3e5));
    if (name.substr(0, 7) != "4-023-1" && name.substr(0, 7) != "changed") CHECK(found.steps <= 1e5);
    CHECK(onset(experiment, found).steps <= 3.01e5);
  }
}

}  // namespace izh
