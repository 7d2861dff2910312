#include "core/ask/edit_effect.hpp"

#include "core/sweep/protocol_thresholds.hpp"
#include "protocol.hpp"
#include "told.hpp"

namespace izh {

namespace {

const Cell &RS = regular_spiking, &IB = intrinsically_bursting;

Experiment step(const Cell& cell) { return {cell, Rest{}, {Step{400, 100, {}}}, 1000, Exact{}}; }

Cell with(Cell cell, double Cell::*member, double value) {
  cell.*member = value;
  return cell;
}

EditEffect at_once(const Cell& was, const Cell& now) { return edit_effect(step(was), step(now), {}, {}); }

EditEffect in_full(const Cell& was, const Cell& now) {
  return edit_effect(step(was), step(now), protocol_thresholds(step(was), this_run),
                     protocol_thresholds(step(now), this_run));
}

ProtocolThresholds thresholds(std::optional<double> first, std::optional<double> lasting) {
  ProtocolThresholds found;
  found.first.amplitude = first;
  found.lasting.amplitude = lasting;
  return found;
}

}  // namespace

// RS: I_SN = (b + k p)²/(4 k) with k p = 14 nS: (14 - 2)²/2.8 = 51.4286 pA, and with b = -1 (14 - 1)²/2.8 = 60.3571 pA.
// With b <= 0 that is where it fires.
// Fails with: I_SN of the other cell; the two exchanged; a search asked for.
TEST_CASE("a line that tilts up lies further above the parabola, which takes more current to lift", "[effect]") {
  const EditEffect found = at_once(RS, with(RS, &Cell::b, -1));
  CHECK(told(found.text) ==
        "sentences(all=[effect.lifts(moved=effect.tilts, now=60.36 pA, was=51.43 pA), effect.there])");
  CHECK(told(found.heard) ==
        "effect.heard(values=[effect.value(parameter=b, value=-1 nS)], "
        "begins=[effect.begins(now=60.36 pA, was=51.43 pA)])");
  CHECK(found.pending == 0);
}

// IB: k p = 36 nS. I_SN = 41²/4.8 = 350.2083, with b = 2.5 38.5²/4.8 = 308.8021 pA; b is above a C = 1.5 nS in both.
// The thresholds of b = 5 are an independent program's. Fails with: the closed form taken for a threshold where b > 0.
TEST_CASE("what a search found is told of, first spike and lasting firing", "[effect]") {
  const Cell half = with(IB, &Cell::b, 2.5);
  const EditEffect once = at_once(IB, half);
  CHECK(told(once.text) == "effect.lifts(moved=effect.tilts, now=308.8 pA, was=350.21 pA)");
  CHECK(told(once.heard) == "effect.heard(values=[effect.value(parameter=b, value=2.5 nS)], begins=[])");
  CHECK(once.pending == 1);
  const EditEffect found =
      edit_effect(step(IB), step(half), thresholds(304.739051, 346.445353), thresholds(291.47, 308.16));
  CHECK(told(found.text) ==
        "sentences(all=[effect.lifts(moved=effect.tilts, now=308.8 pA, was=350.21 pA), "
        "effect.first(now=291.47 pA, was=304.74 pA), effect.lasting(now=308.16 pA, was=346.45 pA)])");
  CHECK(told(found.heard) ==
        "effect.heard(values=[effect.value(parameter=b, value=2.5 nS)], "
        "begins=[effect.first(now=291.47 pA, was=304.74 pA), effect.lasting(now=308.16 pA, was=346.45 pA)])");
  CHECK(found.pending == 0);
}

// A spike before the first reset knows nothing of c and d. Where IB fires for good differs from I* = (41² - 4.25²)/4.8
// = 346.4453 pA by less than can be seen, and an orbit that returns to the left of the parabola fires from there on.
// Fails with: a threshold that stays told as one that has moved.
TEST_CASE("c and d leave the curves and the first spike", "[effect]") {
  for (const Cell& now : {with(IB, &Cell::d, 200), with(IB, &Cell::c, -60)}) {
    const EditEffect found = in_full(IB, now);
    const std::string name = now.d == IB.d ? "c" : "d";
    const std::string begin = "sentences(all=[effect.at_spikes(parameter=" + name +
                              "), effect.first_still(at=304.74 pA), effect.lasting_still(at=346.45 pA)";
    CAPTURE(told(found.text));
    CHECK(told(found.text).substr(0, begin.size()) == begin);
  }
  CHECK(told(at_once(RS, with(RS, &Cell::d, 50)).text) ==
        "sentences(all=[effect.at_spikes(parameter=d), effect.begins_still(at=51.43 pA)])");
  CHECK(told(at_once(RS, with(RS, &Cell::vpeak, 30)).text) ==
        "sentences(all=[effect.cuts, effect.begins_still(at=51.43 pA)])");
}

// I_SN is (k p - 2)²/(4 k): with k = 1.4 26²/5.6 = 120.7143; with vr = -55, p = 15, 8.5²/2.8 = 25.8036; with vt = -45
// the same.
TEST_CASE("k, vr and vt shape the parabola, and it takes another current to lift it", "[effect]") {
  const auto shape = [](double Cell::*member, double value) { return told(at_once(RS, with(RS, member, value)).text); };
  CHECK(shape(&Cell::k, 1.4) ==
        "sentences(all=[effect.lifts(moved=effect.steepens, now=120.71 pA, was=51.43 pA), effect.there])");
  CHECK(shape(&Cell::k, 0.35).find("effect.flattens") != std::string::npos);
  CHECK(shape(&Cell::vr, -55) ==
        "sentences(all=[effect.lifts(moved=effect.left_foot, now=25.8 pA, was=51.43 pA), effect.there])");
  CHECK(shape(&Cell::vt, -45) ==
        "sentences(all=[effect.lifts(moved=effect.right_foot, now=25.8 pA, was=51.43 pA), effect.there])");
  Cell both = with(RS, &Cell::b, -1);
  both.k = 1.4;  // 27²/5.6 = 130.1786
  CHECK(told(at_once(RS, both).text) ==
        "sentences(all=[effect.lifts(moved=effect.curves, now=130.18 pA, was=51.43 pA), effect.there])");
  // (b + k p)² is the same for b + k p = ±12 nS: at -12 nS, v = vr is the saddle.
  CHECK(told(at_once(RS, with(RS, &Cell::b, -26)).text).find("effect.lifts_still(moved=effect.tilts, at=51.43 pA)") !=
        std::string::npos);
}

// IB: I_H = (41² - (5 - a C)²)/4.8. With C = 150, a C = 1.5: 347.6563; with a = 0.02, a C = 3: (1681 - 4)/4.8 =
// 349.375; with a = 0.05, a C = 7.5 > b, there is none, and I_SN = 350.2083. Fails with: C and a said to move a curve;
// I_SN where rest is lost at a Hopf point.
TEST_CASE("a and C move no curve, but the Hopf point", "[effect]") {
  const auto told_of = [](const Cell& was, const Cell& now) { return told(at_once(was, now).text); };
  const Cell twice = with(IB, &Cell::a, 0.02), fast = with(IB, &Cell::a, 0.05);
  CHECK(told_of(IB, twice) == "sentences(all=[effect.pace(parameter=a), effect.hopf(now=349.38 pA, was=347.66 pA)])");
  CHECK(told_of(IB, fast) ==
        "sentences(all=[effect.pace(parameter=a), effect.hopf_goes(now=350.21 pA, was=347.66 pA)])");
  CHECK(told_of(fast, IB) ==
        "sentences(all=[effect.pace(parameter=a), effect.hopf_comes(now=347.66 pA, was=350.21 pA)])");
  // a C = 3 as well.
  CHECK(told_of(IB, with(IB, &Cell::C, 300)) ==
        "sentences(all=[effect.pace(parameter=C), effect.hopf(now=349.38 pA, was=347.66 pA)])");
  // RS has no Hopf point.
  CHECK(told_of(RS, with(RS, &Cell::C, 120)) ==
        "sentences(all=[effect.pace(parameter=C), effect.begins_still(at=51.43 pA)])");
}

TEST_CASE("with a = 0 u stands still, and b has no effect", "[effect]") {
  const Cell still = with(RS, &Cell::a, 0);
  CHECK(told(at_once(RS, still).text) == "effect.stands");
  CHECK(told(at_once(still, RS).text) == "effect.moves");
  CHECK(told(at_once(still, with(still, &Cell::b, 3)).text) == "effect.no_b");
}

// Fails with: the closed form where the cell is not at rest at the onset, or the step ends, or the method is another.
TEST_CASE("the closed form is that of a step without end, from rest, by the exact method", "[effect]") {
  const Cell now = with(RS, &Cell::b, -1);
  const auto pending = [&](Experiment run) {
    Experiment edited = run;
    edited.cell = now;
    return edit_effect(run, edited, {}, {}).pending;
  };
  CHECK(pending(step(RS)) == 0);
  Experiment run = step(RS);
  run.stimulus = {Step{400, 100, 200.0}};
  CHECK(pending(run) == 1);
  run = step(RS);
  run.initial = At{-50, 0};
  CHECK(pending(run) == 1);
  run = step(RS);
  run.solver = Rk4{0.05};
  CHECK(pending(run) == 1);
  CHECK(pending(on_background(30)) == 1);
  // A search that found none is an answer.
  ProtocolThresholds none;
  none.first.reason_id = "none_below";
  CHECK(edit_effect(step(IB), step(with(IB, &Cell::b, 4)), none, none).pending == 0);
}

TEST_CASE("nothing is told of cells that are the same, and no thresholds beyond any current are taken", "[effect]") {
  Experiment other = step(RS);
  other.duration = 500;
  const EditEffect found = edit_effect(step(RS), other, {}, {});
  CHECK(found.text.empty());
  CHECK(found.heard.empty());
  CHECK(found.pending == 0);
  CHECK_THROWS_WITH(edit_effect(step(RS), step(IB), thresholds(1e16, {}), {}), Catch::Contains("edit_effect: "));
}

}  // namespace izh
