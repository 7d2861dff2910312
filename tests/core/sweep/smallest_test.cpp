#include "core/sweep/smallest.hpp"

#include "core/model/cell.hpp"
#include "support.hpp"

namespace izh {

namespace {

/// A search that takes `each` solver steps per trial, of 1e6 in all.
struct Searching {
  double each = 100, left = 1e6;
  int trials = 0;

  FateAt trying(Fate (*fate)(double)) {
    return [this, fate](double current) {
      if (!(left > 0)) return Fate::undecided;
      left -= each;
      ++trials;
      return fate(current);
    };
  }
  StepsLeft steps() {
    return [this] { return left; };
  }
};

Fate from_three(double current) { return current > 3.3 ? Fate::fires_on : Fate::rests; }

Fate in_two_ranges(double current) {
  return (current > 3.3 && current < 3.6) || current > 7 ? Fate::fires_on : Fate::rests;
}

// A cell whose trains run away: -d = 1000 pA is more than a C (vpeak - c) = 255 pA.
Cell runaway() {
  Cell cell = regular_spiking;
  cell.d = -1000;
  return cell;
}

}  // namespace

// Fails with: the other side of the edge; the first current left below `low`; a top of 0 doubled for ever.
TEST_CASE("the smallest current is that of the lowest range, whatever is tried first", "[smallest]") {
  for (double top : {0.5, 3.0, 10.0, 1e4}) {
    Searching one;
    const Smallest found = smallest_current(regular_spiking, one.trying(from_three), one.steps(), top);
    CHECK_THAT(found.current.value(), WithinAbs(3.3, promised));
    CHECK(*found.current > 3.3);
    CHECK(found.reason_id.empty());
  }
  // Of 128 parts of 10 pA, some fall within 0.3 pA.
  Searching two;
  CHECK_THAT(smallest_current(regular_spiking, two.trying(in_two_ranges), two.steps(), 10).current.value(),
             WithinAbs(3.3, promised));
  // Currents known not to fire are not tried.
  Searching later;
  CHECK_THAT(smallest_current(regular_spiking, later.trying(in_two_ranges), later.steps(), 10, 5).current.value(),
             WithinAbs(7, promised));
}

// Fails with: equally many parts for every cell.
TEST_CASE("for a cell that takes long fewer currents are tried, and its threshold is still found", "[smallest]") {
  Searching slow;
  slow.each = 1e4;  // a hundred trials in all, fewer than there are parts
  CHECK_THAT(smallest_current(regular_spiking, slow.trying(from_three), slow.steps(), 3.5).current.value(),
             WithinAbs(3.3, promised));
  CHECK(slow.trials < 100);
}

// Fails with: the known current not tried from both sides.
TEST_CASE("an edge known in closed form is used if it is an edge", "[smallest]") {
  Searching one;
  CHECK(smallest_current(regular_spiking, one.trying(from_three), one.steps(), 10, 0, {3.3}).current == 3.3);
  Searching other;
  const Smallest found = smallest_current(regular_spiking, other.trying(from_three), other.steps(), 10, 0, {3.31});
  CHECK(found.current != 3.31);
  CHECK_THAT(found.current.value(), WithinAbs(3.3, promised));
}

TEST_CASE("where there is no smallest current, the reason is given", "[smallest]") {
  const auto reason = [](Fate (*fate)(double), double each = 100) {
    Searching one;
    one.each = each;
    const Smallest found = smallest_current(regular_spiking, one.trying(fate), one.steps(), 10);
    CHECK_FALSE(found.current);
    return found.reason_id;
  };
  CHECK(reason([](double) { return Fate::fires_on; }) == "without");
  CHECK(reason([](double) { return Fate::rests; }) == "none_below");
  CHECK(reason([](double) { return Fate::undecided; }) == "undecided");
  CHECK(reason(from_three, 2e5) == "undecided");  // five trials in all

  const auto away = [](double current) { return current > 3.3 ? Fate::runs_away : Fate::rests; };
  Searching one;
  const Smallest found = smallest_current(runaway(), one.trying(away), one.steps(), 10);
  CHECK(found.reason_id == "runs_away");
  CHECK_FALSE(found.current);
  CHECK_THAT(found.runs_away_from.value(), WithinAbs(3.3, promised));
}

// Fails with: the edge sought on one side alone.
TEST_CASE("an edge near another is found from either side, and one that is far by the search from 0 up", "[smallest]") {
  for (double near : {3.0, 3.29999, 3.3001, 3.9}) {
    Searching one;
    CHECK_THAT(smallest_near(regular_spiking, one.trying(from_three), one.steps(), near, 10).current.value(),
               WithinAbs(3.3, promised));
    CHECK(one.trials < 60);
  }
  for (const std::optional<double> near : {std::optional<double>(), std::optional(0.4), std::optional(100.0)}) {
    Searching one;
    CHECK_THAT(smallest_near(regular_spiking, one.trying(from_three), one.steps(), near, 10).current.value(),
               WithinAbs(3.3, promised));
  }
  Searching all;
  const auto always = [](double) { return Fate::fires_on; };
  CHECK(smallest_near(regular_spiking, all.trying(always), all.steps(), 3, 10).reason_id == "without");
  Searching few;
  few.each = 3e5;
  CHECK(smallest_near(regular_spiking, few.trying(from_three), few.steps(), 3, 10).reason_id == "undecided");
}

TEST_CASE("the shortest step is found to a billionth of its length, up to a hundred seconds", "[smallest]") {
  const auto enough = [] { return 1.0; };
  CHECK_THAT(shortest_step([](double duration) { return duration > 12.3; }, enough).value(), WithinAbs(12.3, 2e-8));
  CHECK_FALSE(shortest_step([](double) { return false; }, enough));
  CHECK_FALSE(shortest_step([](double duration) { return duration > 12.3; }, [] { return 0.0; }));
}

}  // namespace izh
