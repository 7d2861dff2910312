#include "core/model/stimulus.hpp"

#include "core/schema/merge.hpp"
#include "core/schema/shape.hpp"
#include "support.hpp"

namespace izh {

/// A kind that the core does not have: `amplitude` from `onset` for 1 ms.
struct Tick {
  double amplitude = 500.0, onset = 10.0;
  bool operator==(const Tick&) const = default;
};
template <>
inline constexpr Kind kind<Tick> = {"tick"};
template <>
inline constexpr auto fields<Tick> = std::tuple{
    number(&Tick::amplitude, "amplitude", "pA", hard{-1e6, 1e6}, usual{-200, 800}, "Current while it is on."),
    number(&Tick::onset, "onset", "ms", hard{-1e5, 1e5}, usual{0, 1000}, "When it begins."),
};
Segment extent(const Tick& tick) { return {tick.onset, tick.onset + 1, tick.amplitude, 0.0}; }

/// The core's kinds, and that one.
using WithTick = std::variant<Step, Ramp, Tick>;
template <>
inline constexpr bool listed<WithTick> = true;

struct Ticking {
  std::vector<WithTick> stimulus;
};
template <>
inline constexpr auto fields<Ticking> = std::tuple{list(&Ticking::stimulus, "stimulus", 10, "Injected currents.")};

// Fails with: the slopes of a segment not added up; edges not made unique.
TEST_CASE("currents add up to contiguous segments", "[stimulus]") {
  const std::vector<Segment> sum = segments({Step{70, 100, {}}, Ramp{0, 250, 50, 500}, Step{-20, 100, 50.0}}, 1000);
  // Edges: 50 (ramp on), 100 (both steps), 150 (a step off), 550 (ramp off). The ramp grows by 0.5 pA/ms from 50 on.
  const std::vector<Segment> expected{
      {0, 50, 0, 0}, {50, 100, 0, 0.5}, {100, 150, 25 + 70 - 20, 0.5}, {150, 550, 50 + 70, 0.5}, {550, 1000, 70, 0}};
  REQUIRE(sum.size() == expected.size());
  for (std::size_t i = 0; i < sum.size(); ++i) {
    CHECK(sum[i].start == expected[i].start);
    CHECK(sum[i].end == expected[i].end);
    CHECK_THAT(sum[i].current, WithinAbs(expected[i].current, 1e-13));
    CHECK(sum[i].slope == expected[i].slope);
  }
}

// Fails with: the corner at the end of a segment left out.
TEST_CASE("the corners of the current have both values at each jump, however short a pulse is", "[stimulus]") {
  const Corners line = corners({Step{70, 100, 1e-3}, Ramp{0, 200, 50, 100}}, 1000);
  CHECK(line.time == std::vector<double>{0, 50, 50, 100, 100, 100.001, 100.001, 150, 150, 1000});
  // The ramp grows by 2 pA/ms from 50 to 150 ms, and the step sits on top of it for a microsecond.
  const std::vector<double> expected{0, 0, 0, 100, 170, 170.002, 100.002, 200, 0, 0};
  CHECK(largest_difference(line.current, expected) < 1e-12);
  CHECK(corners({}, 5).time == std::vector<double>{0, 5});
}

// Fails with: part.start >= sum.start skipped instead of >.
TEST_CASE("a silent cell has one segment, and what lies outside the run does not cut it", "[stimulus]") {
  for (const std::vector<Stimulus>& stimulus :
       {std::vector<Stimulus>{}, {Step{70, 1000, {}}}, {Step{70, -500, 500.0}}, {Ramp{0, 9, 2000, 10}}}) {
    const std::vector<Segment> sum = segments(stimulus, 1000);
    REQUIRE(sum.size() == 1);
    CHECK(sum[0].start == 0);
    CHECK(sum[0].end == 1000);
    CHECK(sum[0].current == 0);
    CHECK(sum[0].slope == 0);
  }
  // This ramp is half over when the run begins.
  const std::vector<Segment> half = segments({Ramp{0, 100, -50, 100}}, 1000);
  REQUIRE(half.size() == 2);
  CHECK(half[0].current == 50);
  CHECK(half[0].slope == 1);
  CHECK(half[0].end == 50);
  CHECK(half[1].current == 0);
}

// Fails with: `time < part.end` as `<=`.
TEST_CASE("at a jump the current is the one after it", "[stimulus]") {
  const std::vector<Stimulus> stimulus{Step{70, 100, 50.0}, Ramp{10, 20, 100, 100}};
  CHECK(current_at(stimulus, std::nextafter(100, 0)) == 0);
  CHECK(current_at(stimulus, 100) == 80);
  CHECK_THAT(current_at(stimulus, std::nextafter(150, 0)), WithinAbs(85, 1e-12));
  CHECK(current_at(stimulus, 150) == 15);
  CHECK_THAT(current_at(stimulus, std::nextafter(200, 0)), WithinAbs(20, 1e-12));
  CHECK(current_at(stimulus, 200) == 0);
}

// Fails with: the sort of the edges left out.
TEST_CASE("at every time the segments give the sum of the currents", "[stimulus]") {
  Chance chance(7);
  for (int round = 0; round < 200; ++round) {
    std::vector<Stimulus> stimulus;
    for (std::size_t i = chance.below(33); i > 0; --i) {
      const double onset = chance.between(-200, 1200);
      if (chance.below(2))
        stimulus.push_back(Ramp{chance.between(-100, 100), chance.between(-100, 100), onset, chance.between(1, 500)});
      else
        stimulus.push_back(Step{chance.between(-100, 100), onset,
                                chance.below(2) ? std::optional<double>(chance.between(1, 500)) : std::nullopt});
    }
    const std::vector<Segment> sum = segments(stimulus, 1000);
    CHECK(sum.front().start == 0);
    CHECK(sum.back().end == 1000);
    for (std::size_t i = 0; i < sum.size(); ++i) {
      if (i > 0) CHECK(sum[i].start == sum[i - 1].end);
      const double time = sum[i].start + chance.between(0, 1) * (sum[i].end - sum[i].start);
      // 32 currents of at most 100 pA, each with the rounding of a ramp's 200 pA/ms times 1000 ms.
      CHECK_THAT(sum[i].at(time), WithinAbs(current_at(stimulus, time), 1e-8));
    }
  }
}

// Fails with: span.start not cut at 0.
TEST_CASE("the stimulus spans from the first onset to the last end, within the run", "[stimulus]") {
  const auto span = [](const std::vector<Stimulus>& stimulus) {
    const Span one = stimulus_span(stimulus, 1000);
    return std::vector<double>{one.start, one.end};
  };
  CHECK(span({Step{70, 100, {}}}) == std::vector<double>{100, 1000});
  CHECK(span({Step{70, 100, 50.0}, Ramp{0, 1, 400, 100}}) == std::vector<double>{100, 500});
  CHECK(span({Step{70, -100, 150.0}}) == std::vector<double>{0, 50});
  CHECK(span({Ramp{0, 1, 900, 500}}) == std::vector<double>{900, 1000});
  CHECK(span({}) == std::vector<double>{0, 1000});
  CHECK(span({Step{70, 5000, {}}}) == std::vector<double>{0, 1000});  // it is never on
}

// Fails with: a step to the end taken for one that is cut.
TEST_CASE("a stimulus that reaches outside the run is named", "[stimulus]") {
  CHECK(clipped({Step{70, 100, {}}, Step{70, 0, 1000.0}, Ramp{0, 1, 0, 1000}}, 1000).empty());
  CHECK(clipped({Step{70, -1, {}}, Step{70, 0, 10.0}, Ramp{0, 1, 900, 101}, Step{70, 1000, {}}, Ramp{0, 1, -9, 5}},
                1000) == std::vector<double>{0, 2, 3, 4});
}

// Fails with: a running sum, which leaves 1e-17 pA behind; the slope of a ramp kept after its end.
TEST_CASE("a thousand stimuli add up like a few", "[stimulus]") {
  Chance chance(77);
  std::vector<Stimulus> stimulus;
  for (int i = 0; i < 1000; ++i) {
    const double onset = chance.between(-50, 1050), length = chance.magnitude(0.01, 200);
    if (i % 10)
      stimulus.push_back(Step{chance.between(-100, 100), onset, length});
    else
      stimulus.push_back(Ramp{chance.between(-100, 100), chance.between(-100, 100), onset, length});
  }
  const std::vector<Segment> sum = segments(stimulus, 1000);
  CHECK(sum.front().start == 0);
  CHECK(sum.back().end == 1000);
  for (std::size_t i = 0; i < sum.size(); ++i) {
    if (i > 0) CHECK(sum[i].start == sum[i - 1].end);
    CHECK(sum[i].start < sum[i].end);
    // Up to about 200 at a time, of 100 pA each, summed in another order; the ramps read at another time.
    for (double share : {0.0, 0.5, 0.99}) {
      const double time = sum[i].start + share * (sum[i].end - sum[i].start);
      CHECK_THAT(sum[i].at(time), WithinAbs(current_at(stimulus, time), 1e-9));
    }
  }
  // A train of pulses: nothing is left behind between them, and none is lost.
  std::vector<Stimulus> train;
  for (int i = 0; i < 1000; ++i) train.push_back(Step{0.1 + 0.001 * i, 1.0 * i + 0.25, 0.5});
  const std::vector<Segment> pulses = segments(train, 1000);
  REQUIRE(pulses.size() == 2001);
  for (std::size_t i = 0; i < pulses.size(); ++i)
    CHECK(pulses[i].current == (i % 2 ? std::get<Step>(train[i / 2]).amplitude : 0));
}

// What the solvers read is the sum of the extents, and what comes from outside is read by the tables. So whatever says
// its fields and its extent is a kind of stimulus: no other file of core learns of it.
TEST_CASE("a kind of stimulus is its fields and its extent", "[stimulus]") {
  const Value asked = Value::Object{{"stimulus", Value::List{Value::Object{{"kind", "tick"}, {"onset", 20.0}},
                                                             Value::Object{{"kind", "step"}, {"amplitude", 70.0}}}}};
  Ticking run;
  Problems problems;
  merge(&run, shape<Ticking>(), asked, "", problems);
  CHECK(problems.empty());
  REQUIRE(run.stimulus.size() == 2);
  CHECK(std::get<Tick>(run.stimulus[0]) == Tick{500, 20});
  // The tick from 20 to 21 ms, the step from 100 ms on.
  const std::vector<Segment> sum = sum_of(extents(run.stimulus), 1000);
  REQUIRE(sum.size() == 4);
  CHECK(sum[1].start == 20);
  CHECK(sum[1].end == 21);
  CHECK(sum[1].current == 500);
  CHECK(sum[2].current == 0);
  CHECK(sum[3].current == 70);

  merge(&run, shape<Ticking>(),
        Value::Object{{"stimulus", Value::List{Value::Object{{"kind", "tick"}, {"onset", 1e6}}}}}, "", problems);
  REQUIRE(problems.size() == 1);
  CHECK(problems[0].path == "stimulus.0.onset");
  CHECK(problems[0].code == "out_of_range");
}

// 70 pA from 100 to 400 ms, less 20 pA from 200 to 250 ms.
// Fails with: 0 pA counted; a current twice; what is never on.
TEST_CASE("a run holds the constant currents of its steps, unless one changes along a ramp", "[stimulus]") {
  const auto held = [](const std::vector<Stimulus>& stimulus) { return held_currents(stimulus, 1000); };
  CHECK(held({Step{70, 100, 300.0}, Step{-20, 200, 50.0}}) == std::vector<double>{70, 50});
  CHECK(held({}).empty());
  CHECK(held({Step{0, 0, {}}}).empty());
  CHECK(held({Step{70, 0, {}}, Step{70, 1000, {}}, Step{70, -50, 50.0}}) == std::vector<double>{70});
  CHECK(held({Step{70, 0, {}}, Ramp{0, 10, 500, 100}}).empty());
  CHECK(held({Step{70, 0, {}}, Ramp{5, 5, 500, 100}}) == std::vector<double>{70, 75});  // a ramp that does not rise
  CHECK_THROWS_AS(held_currents({}, -1), std::invalid_argument);
}

}  // namespace izh
