#include "core/sweep/diagram.hpp"

#include <algorithm>
#include <stdexcept>

#include "core/plane/phase_plane.hpp"

#include "support.hpp"
#include "told.hpp"

namespace izh {

namespace {

using Numbers = std::vector<double>;

/// A sweep of the current from 1 to 6 pA, and what its parts are said to have found.
struct Made {
  Sweep sweep{Parameter::current, 0, 1, 6, 6};
  FixedBranch lower, upper;
  CycleExtent cycle;
  SweepPart up, down;

  Diagram diagram() const { return izh::diagram(sweep, lower, upper, cycle, up, down); }
};

/// A direction of which nothing but the rates is of interest.
SweepPart part(Numbers value, Numbers rate, Numbers edges = {}) {
  SweepPart part;
  part.cycle = part.burst_spikes = part.burst_gap = Numbers(value.size());
  part.value = std::move(value);
  part.rate = std::move(rate);
  part.edges = std::move(edges);
  return part;
}

const Numbers ascending{1, 2, 3, 4, 5, 6}, descending{6, 5, 4, 3, 2, 1}, rests(6, 0.0), fires(6, 5.0);

/// The diagram of a cell, swept in one part each way.
Diagram diagram_of(const Cell& cell, const Sweep& sweep) {
  const Experiment experiment = with(cell);
  const Skeleton skeleton = bifurcation_skeleton(experiment, sweep);
  const SweepPart up = sweep_part(experiment, sweep, 0, 0, sweep.points, {});
  const SweepPart down = sweep_part(experiment, sweep, 1, 0, sweep.points, up.state);
  return diagram(sweep, skeleton.lower, skeleton.upper, cycle_extent(experiment, sweep, skeleton.cycle), up, down);
}

}  // namespace

TEST_CASE("a diagram has one row for each value at which anything is known", "[diagram]") {
  Made made;
  // Rest until 3 pA, a saddle at 2 pA alone, and between two values of the sweep the cycle.
  made.lower = {{1, 2, 3}, {-60, -59, -58}, {1, 2, 3}, {0, 1, 3}};
  made.upper = {{2}, {-40}, {0}, {4}};
  made.cycle = {{2.5}, {-59.5}, {-57.5}};
  made.up = part({1, 2, 4}, {0, 0, 7});
  made.up.cycle = {0, 0, 3};
  made.up.burst_spikes = {0, 0, 3};
  made.up.burst_gap = {0, 0, 40};
  made.up.runs_away = {5};
  made.up.slow = {3};
  made.up.slow_below = {0.01};
  made.up.undecided = {6};
  made.down = part({6, 5}, {9, 0});
  const DiagramRows rows = made.diagram().rows;
  CHECK(rows.value == Numbers{1, 2, 2.5, 3, 4, 5, 6});
  CHECK(rows.rest_known == Numbers{1, 1, 0, 1, 0, 0, 0});
  CHECK(rows.rest_v == Numbers{-60, -59, 0, -58, 0, 0, 0});
  CHECK(rows.rest_kind == Numbers{0, 1, 0, 3, 0, 0, 0});
  CHECK(rows.saddle_known == Numbers{0, 1, 0, 0, 0, 0, 0});
  CHECK(rows.saddle_v == Numbers{0, -40, 0, 0, 0, 0, 0});
  CHECK(rows.cycle_known == Numbers{0, 0, 1, 0, 0, 0, 0});
  CHECK(rows.v_low[2] == -59.5);
  CHECK(rows.v_high[2] == -57.5);
  // 0 not reached, 1 rests, 2 fires, 3 runs away, 4 slow, 5 undecided.
  CHECK(rows.up.does == Numbers{1, 1, 0, 4, 2, 3, 5});
  CHECK(rows.up.rate == Numbers{0, 0, 0, 0, 7, 0, 0});
  CHECK(rows.up.below == Numbers{0, 0, 0, 0.01, 0, 0, 0});
  CHECK(rows.up.cycle == Numbers{0, 0, 0, 0, 3, 0, 0});
  CHECK(rows.up.burst_spikes[4] == 3);
  CHECK(rows.up.burst_gap[4] == 40);
  CHECK(rows.down.does == Numbers{0, 0, 0, 0, 0, 1, 2});  // on its way down
  CHECK(rows.down.rate == Numbers{0, 0, 0, 0, 0, 0, 9});
}

TEST_CASE("neighbouring values at which a train runs away are one range", "[diagram]") {
  Made made;
  made.lower = {{2.5}, {-60}, {0}, {0}};  // a value of the branch alone does not part them
  made.up = part({1, 4}, {0, 3}, {3.5, 3.5, 1});
  made.up.runs_away = {2, 3, 6};
  made.up.undecided = {5};
  const Diagram found = made.diagram();
  REQUIRE(found.runs_away.size() == 2);
  CHECK(found.runs_away[0].from == 2);
  CHECK(found.runs_away[0].to == 3);
  CHECK(found.runs_away[1].from == 6);
  CHECK(found.runs_away[1].to == 6);
  CHECK_THAT(told(found.text), StartsWith("sentences(all=[sweep.runs_away(from=2 pA, to=3 pA), "
                                          "sweep.runs_away_at(at=6 pA), sweep.somewhere("));
}

TEST_CASE("what a sweep says of firing is of the whole range, or of where it fires", "[diagram]") {
  Made made;
  const auto says = [&] { return told(made.diagram().text); };
  CHECK(says().empty());  // nothing has been reached
  made.up = part(ascending, rests);
  made.down = part(descending, rests);
  CHECK(says() == "sweep.nowhere");
  made.up = part(ascending, fires);
  made.down = part(descending, fires);
  CHECK(says() == "sweep.everywhere");
  // Up it fires from 4.5 pA on, which bisection has found; down until 2 to 3 pA, which it could not narrow.
  made.up = part(ascending, {0, 0, 0, 0, 3, 4}, {4.5, 4.5 + 1e-9, 1});
  made.down = part(descending, {4, 3, 2, 1, 0, 0}, {2, 3, 1});
  CHECK(says() ==
        "sentences(all=[sweep.somewhere(upwards=sweep.up_from(from=sweep.at(at=4.5 pA)), "
        "found=sweep.from_end(from=sweep.between(low=2 pA, high=3 pA), to=sweep.at(at=6 pA))), "
        "sweep.bistable(where=sweep.from_to(from=sweep.between(low=2 pA, high=3 pA), to=sweep.at(at=4.5 pA)))])");
  // In the middle alone; from the start to the middle; at rest up and firing down.
  made.up = part(ascending, {0, 0, 3, 3, 0, 0}, {2.5, 2.5, 1, 4.5, 4.5, 0});
  made.down = part(descending, {0, 0, 3, 3, 0, 0}, {4.5, 4.5, 0, 2.5, 2.5, 1});
  CHECK(says() ==
        "sweep.somewhere(upwards=sweep.up_first(from=sweep.at(at=2.5 pA)), "
        "found=sweep.from_to(from=sweep.at(at=2.5 pA), to=sweep.at(at=4.5 pA)))");
  made.up = part(ascending, {3, 3, 0, 0, 0, 0}, {2.5, 2.5, 0});
  made.down = part(descending, {0, 0, 0, 0, 3, 3}, {2.5, 2.5, 0});
  CHECK(says() ==
        "sweep.somewhere(upwards=sweep.up_from_the_start, "
        "found=sweep.start_to(from=sweep.at(at=1 pA), to=sweep.at(at=2.5 pA)))");
  made.up = part(ascending, rests);
  made.down = part(descending, fires);
  CHECK(says() ==
        "sentences(all=[sweep.somewhere(upwards=sweep.up_rests, "
        "found=sweep.start_end(from=sweep.at(at=1 pA), to=sweep.at(at=6 pA))), "
        "sweep.bistable(where=sweep.start_end(from=sweep.at(at=1 pA), to=sweep.at(at=6 pA)))])");
}

TEST_CASE("where a sweep has no rate anywhere, it says why", "[diagram]") {
  Made made;
  const auto says = [&] { return told(made.diagram().text); };
  made.up.undecided = {1, 2};
  CHECK(says() == "sweep.undecided");
  made.up.slow = {3};
  made.up.slow_below = {0.01};
  CHECK(says() == "sweep.undecided");
  made.up.undecided.clear();
  made.down.slow = {2};
  made.down.slow_below = {0.02};
  CHECK(says() == "sweep.slow(below=0.02 Hz)");
  made.up.runs_away = {4, 5};
  CHECK(says() == "sweep.runs_away(from=4 pA, to=5 pA)");
  // Elsewhere: beside where it runs away.
  made = Made{};
  made.up = part({1, 2, 3}, {0, 0, 0});
  made.up.runs_away = {4};
  CHECK(says() == "sentences(all=[sweep.runs_away_at(at=4 pA), sweep.nowhere_else])");
  made.up = part({1, 2, 3}, {4, 4, 4});
  made.up.runs_away = {4};
  CHECK(says() == "sentences(all=[sweep.runs_away_at(at=4 pA), sweep.everywhere_else])");
}

TEST_CASE("a sweep's bursts are told by their extremes over both directions", "[diagram]") {
  Made made;
  CHECK(told(made.diagram().bursts) == "sweep.no_bursts(from=1 pA, to=6 pA)");
  made.up = part(ascending, fires);
  made.up.burst_spikes = {0, 2, 3.5, 0, 0, 0};
  made.up.burst_gap = {0, 80, 60, 0, 0, 0};
  CHECK(told(made.diagram().bursts) ==
        "sweep.bursts(from=1 pA, to=6 pA, gap_low=60 ms, gap_high=80 ms, spikes_low=2, spikes_high=3.5)");
  made.down = part({6, 5}, {5, 5});
  made.down.burst_spikes = {0, 7};
  made.down.burst_gap = {0, 20};
  CHECK(told(made.diagram().bursts) ==
        "sweep.bursts(from=1 pA, to=6 pA, gap_low=20 ms, gap_high=80 ms, spikes_low=2, spikes_high=7)");
}

TEST_CASE("what is swept is told in its own unit", "[diagram]") {
  Made made;
  const std::pair<Parameter, const char*> units[] = {{Parameter::current, "pA"}, {Parameter::C, "pF"},
                                                     {Parameter::k, "nS/mV"},    {Parameter::vpeak, "mV"},
                                                     {Parameter::a, "1/ms"},     {Parameter::d, "pA"}};
  for (const auto& [parameter, unit] : units) {
    made.sweep.parameter = parameter;
    CHECK(told(made.diagram().bursts) ==
          "sweep.no_bursts(from=1 " + std::string(unit) + ", to=6 " + std::string(unit) + ")");
  }
}

// RS: rest is lost at I_SN = 360/7 = 51.428571 pA, and there firing begins, so nothing is bistable. IB: lasting firing
// from 346.445353 pA on (an independent program finds it so to 3e-5 pA), rest until I_H = 347.65625. CH: from
// I* = 160.15625 to I_SN = 160.166667.
TEST_CASE("the edges of the book's cells are said, however few values are swept", "[diagram]") {
  CHECK(told(diagram_of(regular_spiking, {Parameter::current, 0, 0, 400, 21}).text) ==
        "sweep.somewhere(upwards=sweep.up_from(from=sweep.at(at=51.4286 pA)), "
        "found=sweep.from_end(from=sweep.at(at=51.4286 pA), to=sweep.at(at=400 pA)))");
  const auto bistable = [](const Cell& cell, double from, double to, double begins) {
    const Text text = diagram_of(cell, {Parameter::current, 0, 0, 400, 31}).text;
    REQUIRE(text == sentences({text.arguments.at(0).texts.at(0), text.arguments.at(0).texts.at(1)}));
    const Text &firing = text.arguments[0].texts[0], &both = text.arguments[0].texts[1];
    CHECK_THAT(number_in(*filled(firing, "upwards")->texts.data(), "at"), WithinAbs(begins, 1e-6));
    REQUIRE(mentions(both, diagram_texts::bistable));
    REQUIRE(mentions(both, diagram_texts::from_to));
    CHECK_THAT(number_in(filled(both, "from")->texts.at(0), "at"), WithinAbs(from, 3e-5));
    CHECK_THAT(number_in(filled(both, "to")->texts.at(0), "at"), WithinAbs(to, 1e-6));
  };
  bistable(intrinsically_bursting, 346.44533, 347.65625, 347.65625);
  bistable(chattering, 160.15625, 160 + 1.0 / 6, 160 + 1.0 / 6);
}

TEST_CASE("the rows of a bursting cell have both answers where it is bistable", "[diagram]") {
  // Between lasting firing, 346.4453 pA, and I_H, 347.65625 pA, there is an unstable cycle around a rest that is a
  // focus.
  const DiagramRows rows = diagram_of(intrinsically_bursting, {Parameter::current, 0, 346, 348, 5}).rows;
  const auto at = static_cast<std::size_t>(std::find(rows.value.begin(), rows.value.end(), 347.0) - rows.value.begin());
  REQUIRE(at < rows.value.size());
  CHECK(rows.up.does[at] == static_cast<double>(SweptDoes::rests));
  CHECK(rows.down.does[at] == static_cast<double>(SweptDoes::fires));
  CHECK(rows.rest_kind[at] == static_cast<double>(Stability::stable_focus));
  CHECK(rows.cycle_known[at] == 1);
  CHECK(rows.v_low[at] < rows.rest_v[at]);
  CHECK(rows.v_high[at] > rows.rest_v[at]);
  CHECK(rows.saddle_v[at] > rows.v_high[at]);
}

TEST_CASE("a diagram refuses columns that do not belong together", "[diagram]") {
  Made made;
  made.up.value = {1};
  CHECK_THROWS_WITH(made.diagram(), Contains("diagram: up.rate has 0 numbers and up.value 1"));
  made = Made{};
  made.lower.value = {1};
  CHECK_THROWS_WITH(made.diagram(), Contains("lower.v has 0 numbers"));
  made = Made{};
  made.cycle.v_low = {1};
  CHECK_THROWS_WITH(made.diagram(), Contains("cycle.v_low has 1 numbers"));
  made = Made{};
  made.down.slow = {1};
  CHECK_THROWS_WITH(made.diagram(), Contains("down.slow_below has 0 numbers"));
  made = Made{};
  made.up.edges = {1, 2};
  CHECK_THROWS_AS(made.diagram(), std::invalid_argument);
  made = Made{};
  made.sweep.to = 1;
  CHECK_THROWS_AS(made.diagram(), std::invalid_argument);
}

}  // namespace izh
