#include "core/train/pattern.hpp"

#include <cstring>
#include <limits>
#include <set>
#include <stdexcept>

#include "core/content/presets.hpp"
#include "core/train/pattern_rule.hpp"
#include "core/train/pattern_text.hpp"
#include "core/train/run_measures.hpp"
#include "core/train/spikes.hpp"
#include "support.hpp"
#include "telling.hpp"

namespace izh {

namespace {

namespace say = pattern_texts;
namespace because = rule_texts;

constexpr double hundredth = 0.0051;  // for values given to two decimals

Text tonic_at(double hertz) { return say::does(say::tonic(say::rate(hertz))); }
Text tonic_about(double hertz) { return say::does(say::tonic(say::about(hertz))); }
Text burst_then(double spikes, const Text& next) { return say::does(say::then(say::onset_burst(spikes), next)); }
Text pair_then(double apart, const Text& next) { return say::does(say::then(say::pair(apart), next)); }

/// A train from `onset` on with these intervals, which ends `quiet` ms before the window does.
struct Train {
  std::vector<double> spikes;
  Span window;
};

Train train(const std::vector<double>& isi, double quiet = 1.0) {
  Train result;
  result.spikes = {110.0};
  for (double interval : isi) result.spikes.push_back(result.spikes.back() + interval);
  result.window = {100.0, result.spikes.back() + quiet};
  return result;
}

Pattern of(const std::vector<double>& isi, double quiet = 1.0) {
  const Train one = train(isi, quiet);
  return pattern(one.spikes, one.window);
}

Pattern of_run(const Experiment& experiment) {
  return pattern(spikes_of(experiment), stimulus_span(experiment.stimulus, experiment.duration));
}

std::vector<double> repeated(const std::vector<double>& isi, int times) {
  std::vector<double> result;
  for (int n = 0; n < times; ++n) result.insert(result.end(), isi.begin(), isi.end());
  return result;
}

std::vector<double> joined(std::vector<double> first, const std::vector<double>& second) {
  first.insert(first.end(), second.begin(), second.end());
  return first;
}

}  // namespace

// Fails with: the whole train used whatever the window; one spike called tonic.
TEST_CASE("no spike while the stimulus is on is silence, and one is a single spike", "[pattern]") {
  CHECK(pattern({}, {100, 600}).kind == PatternKind::silent);
  CHECK(pattern({50, 650}, {100, 600}).kind == PatternKind::silent);
  const Pattern single = pattern({50, 110, 650}, {100, 600});
  CHECK(single.kind == PatternKind::single);
  CHECK_FALSE(single.first_isi);
  CHECK_FALSE(single.cv);
  CHECK(single.text == sentences({say::single_meanwhile(), say::before_stimulus(1), say::after_stimulus(1)}));
  CHECK(pattern({110}, {100, 600}).text == say::single());
}

// Fails with: a limit of 2.1; of 1.9; the arithmetic mean for the limit.
TEST_CASE("intervals at least twice as long as the others are pauses between bursts, shorter ones are not",
          "[pattern]") {
  const Pattern bursting = of(repeated({10, 20}, 10));
  CHECK(bursting.kind == PatternKind::bursting);
  CHECK_THAT(bursting.separation.value(), WithinAbs(2, 1e-12));
  CHECK_THAT(bursting.limit.value(), WithinAbs(std::sqrt(200.0), 1e-12));
  CHECK_THAT(bursting.rule, Has(because::two_late_sorts(10, 20, 2, 2)));
  const Pattern alternating = of(repeated({10, 19.9}, 10));
  CHECK(alternating.kind == PatternKind::in_turn);  // tonic is firing at even intervals
  CHECK_FALSE(alternating.limit);
  CHECK_THAT(alternating.rule, Has(because::one_sort(2, 1.99)));
  CHECK_THAT(alternating.text, Has(say::alternating(10, 19.9, 2000 / 29.9)));
}

// Fails with: a burst cut by the window counted as whole; the first burst among the steady ones; pauses of the
// whole train.
TEST_CASE("the spikes of a burst are counted, and the pause from its last spike to the next burst is measured",
          "[pattern]") {
  // Four spikes, then bursts of 3 and 2 in turn, the last of them cut off after its first spike.
  const std::vector<double> isi = joined({2, 3, 4, 60}, joined(repeated({3, 5, 40, 4, 50}, 6), {3, 5, 40}));
  const Pattern result = of(isi);
  CHECK(result.kind == PatternKind::bursting);
  CHECK(result.burst_spikes_low.value() == 2);
  CHECK(result.burst_spikes_high.value() == 3);
  CHECK_THAT(result.gap_low.value(), WithinAbs(40, 1e-9));  // rounding of spike times near 1000 ms
  CHECK_THAT(result.gap_high.value(), WithinAbs(50, 1e-9));
  CHECK(result.onset_spikes.value() == 4);
  CHECK_THAT(result.text, Tells(say::does(say::bursting(2, 3, 40, 50, say::first_burst(4)))));
  REQUIRE(result.burst_first.size() == 14);  // 1 + 12 + 1, and none for the single last spike
  CHECK(result.burst_first[0] == 0);
  CHECK(result.burst_last[0] == 3);
  CHECK(result.burst_first[1] == 4);
  CHECK(result.burst_last[1] == 6);
  CHECK(result.burst_first[2] == 7);
  CHECK(result.burst_last[2] == 8);
}

// Fails with: indices counted from the window's first spike.
TEST_CASE("bursts are given by their indices in the whole train", "[pattern]") {
  Train one = train(repeated({4, 40}, 6));
  one.spikes.insert(one.spikes.begin(), {20, 50});
  const Pattern result = pattern(one.spikes, one.window);
  REQUIRE(result.burst_first.size() == 6);
  CHECK(result.burst_first[0] == 2);
  CHECK(result.burst_last[0] == 3);
}

// Fails with: any two sorts called bursting; the burst's own intervals taken for steady ones; a burst of intervals
// that recur.
TEST_CASE("short intervals only at the onset are an onset burst", "[pattern]") {
  const Pattern long_run = of(joined({12, 18}, repeated({62}, 20)));
  CHECK(long_run.kind == PatternKind::onset_burst_then_tonic);
  CHECK(long_run.onset_spikes.value() == 3);
  CHECK(long_run.burst_first == std::vector<double>{0});
  CHECK(long_run.burst_last == std::vector<double>{2});
  CHECK_THAT(long_run.text, Tells(burst_then(3, say::tonic(say::rate(1000.0 / 62)))));
  CHECK_THAT(long_run.limit.value(), WithinAbs(25, 1e-9));  // the longest in a burst is less than sqrt(18 62) = 33.4
  CHECK_THAT(long_run.separation.value(), WithinAbs(62.0 / 18, 1e-9));
  CHECK_FALSE(long_run.gap_low);
  // If the window ends soon, half of the intervals still belong to the burst; a single one after it is not a train with
  // a name.
  const Pattern short_run = of({12, 15, 18, 62});
  CHECK(short_run.kind == PatternKind::onset_burst);
  CHECK(short_run.onset_spikes.value() == 4);
  CHECK(short_run.cv.value() == 0);
  CHECK_THAT(short_run.text, Tells(burst_then(4, say::one_more(62))));
  // Two alike are too few for a steady rate.
  CHECK_THAT(of({12, 15, 18, 62, 62}).text, Tells(burst_then(4, say::tonic(say::about(1000.0 / 62)))));
  CHECK_THAT(of({12, 15, 18, 62, 62, 62}).text, Tells(burst_then(4, say::tonic(say::rate(1000.0 / 62)))));
  // Intervals that grow without a jump to twice as long are not a burst.
  CHECK(of(joined({5, 9, 17, 33}, repeated({62}, 9))).kind == PatternKind::adapting);
  // Two bursts at the onset, as the note says of many cells: "fire two or more bursts before they switch into tonic".
  const Pattern twice = of({5, 6, 30, 5.5, 29, 31, 30, 30, 29, 30});
  CHECK(twice.kind == PatternKind::onset_burst_then_tonic);
  CHECK(twice.burst_first == std::vector<double>{0, 3});
  CHECK(twice.burst_last == std::vector<double>{2, 4});
  CHECK(twice.onset_spikes.value() == 3);
  // The mean of the last five is 150 / 5 = 30 ms.
  CHECK_THAT(twice.text, Tells(say::does(say::then(say::two_bursts(3, 2), say::tonic(say::about(1000.0 / 30))))));
}

// Fails with: a burst of any size; a jump to one last interval.
TEST_CASE("a burst at the onset has 20 spikes at most, and is followed by more than one long interval", "[pattern]") {
  CHECK(of(joined(repeated({5}, 19), repeated({40}, 3))).onset_spikes.value() == 20);
  CHECK(of(joined(repeated({5}, 19), repeated({40}, 30))).onset_spikes.value() == 20);
  for (const int rest : {3, 30}) {
    const Pattern more = of(joined(repeated({5}, 20), repeated({40}, rest)));
    CHECK(more.kind == PatternKind::adapting);
    CHECK_FALSE(more.onset_spikes);
  }
  // Five spikes before one long interval are a burst, six are not.
  CHECK(of({5, 6, 7, 8, 40}).onset_spikes.value() == 5);
  CHECK_FALSE(of({5, 6, 7, 8, 9, 40}).onset_spikes);
  CHECK(of({5, 6, 7, 8, 9, 40, 41}).onset_spikes.value() == 6);
  // A cell whose intervals repeat after every eighth, the longest of which happens to be the last.
  const Cell cell{120.05, 2.3444, -76.4142, -44.0216, 54.955213, .06206876, 11.14817, -49.7, 33.31};
  const Experiment eight{cell, Rest{}, {Step{797.05, 100, {}}}, 1400, Exact{}};
  const Recording run = simulate(eight, spikes_only);
  const Pattern found = run_pattern(eight, run.spikes, run.reset_u, run.ended);
  CHECK(found.kind == PatternKind::in_turn);
  CHECK_THAT(found.text, Has(say::cycle(8, any_number, any_number, 71.59), hundredth));
}

// Fails with: the silence at the end ignored; twice the last interval instead of the longest.
TEST_CASE("a silence twice as long as any interval is the end of firing", "[pattern]") {
  CHECK(of({9, 12}, 25).kind == PatternKind::onset_burst_then_silent);
  CHECK(of({9, 12}, 23).kind != PatternKind::onset_burst_then_silent);
  CHECK(of(repeated({40, 4}, 8), 30).kind == PatternKind::bursting);  // a pause between bursts is not the end
  const Pattern two = of({9.2}, 900);
  CHECK(two.kind == PatternKind::onset_burst_then_silent);
  CHECK(two.onset_spikes.value() == 2);
  CHECK_THAT(two.text, Tells(say::falls_silent(say::onset_burst(2), 900)));
}

// Fails with: the widest place sought only over the whole train.
TEST_CASE("fast doublets with pauses are bursts, whatever the intervals of the transient before them", "[pattern]") {
  struct Case {
    Cell cell;
    double current, gap, within;  // ms; the alternating intervals, by an independent program
  };
  const Case cases[] = {
      {{65.26, .6355, -70.51, -57.54, 20.82, .09162, 6.423, -43.91, 248.4}, 275.2, 27, .5},
      {{178.5, 1.985, -70.63, -37.1, 46.2, .01756, -4.878, -47.81, 204.4}, 833.1, 40.4, .05},
      {{27.59, 2.259, -70.94, -45.15, 8.54, .006158, 8.407, -54.97, 66.85}, 1181.9, 23.1, .05},
  };
  // Spikes 52 ms apart are not a burst, even with pauses of 153 ms between them.
  const Cell slow{126.5, .2985, -76.54, -60.63, 43.76, .007966, 3.079, -59.07, 40.84};
  const Pattern doublets = of_run(under_step(slow, 128.7, 0, 3000));
  CHECK(doublets.kind == PatternKind::in_turn);
  CHECK_THAT(doublets.text, Has(say::slow_groups(2, 52.61, 52.61, 153.15, 153.15, any_number), hundredth));
  CHECK(doublets.burst_first.empty());
  for (const Case& one : cases)
    for (const double duration : {1000.0, 3000.0}) {
      const Pattern result = of_run(under_step(one.cell, one.current, 0, duration));
      CAPTURE(one.current, duration, told(result.text), told(result.rule));
      CHECK(result.kind == PatternKind::bursting);
      CHECK(result.burst_spikes_low == 2);
      CHECK(result.burst_spikes_high == 2);
      CHECK_THAT(result.gap_low.value_or(0), WithinAbs(one.gap, one.within));
      CHECK_THAT(result.gap_high.value_or(0), WithinAbs(one.gap, one.within));
    }
  // A short first interval makes a wider gap, 4/0.3, than that between the two sorts, 20/4.
  const Pattern hidden = of(joined({.3}, repeated({4, 20}, 6)));
  CHECK(hidden.kind == PatternKind::bursting);
  CHECK_THAT(hidden.separation.value(), WithinAbs(5, 1e-9));
  CHECK_THAT(hidden.limit.value(), WithinAbs(std::sqrt(80.0), 1e-9));
  // Of .3, 4, 20, ... the second half is 20, 4, 20, 4, 20, 4, 20.
  CHECK_THAT(hidden.rule, Has(because::two_late_sorts(4, 20, 5, 2)) && Has(because::turns(6, 2)));
  CHECK(hidden.burst_first == std::vector<double>{0, 3, 5, 7, 9, 11});  // .3 and 4 ms lie below 8.94 ms
  CHECK(hidden.burst_last == std::vector<double>{2, 4, 6, 8, 10, 12});
  // Shrinking intervals change sort only once, and 18 ms of the first half lies between the sorts.
  const Pattern shrinking = of({18, 27, 26, 12, 11});
  CHECK(shrinking.kind != PatternKind::bursting);
  CHECK_THAT(shrinking.rule, Has(because::late_once(12, 26, 26.0 / 12)));
  // 30 and 80 ms of the second half change more often, but even 30 ms is too long for a burst.
  const Pattern slow_late = of({45, 60, 20, 55, 48, 40, 58, 47, 30, 80, 30, 30, 80, 30, 30, 30});
  CHECK(slow_late.kind == PatternKind::irregular);
  CHECK_THAT(slow_late.rule, Has(because::short_too_long(30, 80, 80.0 / 30, 25)));
}

// Fails with: three repeats required, however short the train.
TEST_CASE("a short train repeats if its end occurs twice", "[pattern]") {
  const Pattern twice = of(joined({50, 57, 70, 90}, {60, 100, 60.1, 100.1}));
  CHECK(twice.kind == PatternKind::in_turn);
  CHECK_THAT(twice.text, Has(say::alternating(60.1, 100.1, any_number)));
  CHECK_THAT(twice.rule, Has(because::repeats(2, 2)));
}

// Fails with: every train that stops called a burst; settled trains told apart from bursts by the silence after
// them.
TEST_CASE("a train that had settled or filled the time is firing that stops, not a burst", "[pattern]") {
  Experiment ramp = under_step(regular_spiking, 0, 0, 2000);
  ramp.stimulus = {Ramp{200, 0, 0, 2000}};
  const Pattern drifting = of_run(ramp);
  CHECK(drifting.kind == PatternKind::firing_that_stops);  // 21 ... 149 ms
  CHECK_THAT(drifting.text, Has(say::stops(28, any_number)));
  CHECK_THAT(drifting.rule, Has(because::too_slow(148.9, 25), 0.1));
  Experiment pulse = under_step(regular_spiking, 50, 0, 1000);
  pulse.stimulus = {Step{50, 0, {}}, Step{50, 0, 500}};
  for (const double duration : {1000.0, 6000.0}) {
    pulse.duration = duration;
    const Pattern settled = of_run(pulse);
    CAPTURE(told(settled.text), told(settled.rule));
    CHECK(settled.kind == PatternKind::firing_that_stops);  // at 13 Hz
    CHECK_THAT(settled.text, Has(say::stops(7, any_number)));
    CHECK((mentions(settled.rule, because::had_settled) || mentions(settled.rule, because::settled_but_last)));
    CHECK_FALSE(settled.onset_spikes);
    CHECK(settled.burst_first.empty());
  }
  const Pattern doublets = of(repeated({4, 40}, 8), 900);
  CHECK(doublets.kind == PatternKind::bursting);
  CHECK_THAT(doublets.text, Tells(say::falls_silent(any_text(), 900)));
  const Pattern alternating = of(repeated({10, 19}, 5), 900);
  CHECK(alternating.kind == PatternKind::firing_that_stops);
  CHECK_THAT(alternating.rule, Has(because::had_repeated(2, 2)));
  // The current may end within the last interval, which then differs.
  const Pattern cut = of(joined(repeated({40}, 13), {63}), 5000);
  CHECK(cut.kind == PatternKind::firing_that_stops);
  CHECK_THAT(cut.rule, Has(because::settled_but_last(3, 2)));
  CHECK(of(joined(repeated({10, 19}, 5), {30}), 900).burst_first.empty());
  // Three intervals within 2 % of the last one have settled; others have not.
  CHECK(of({20, 20.3, 20.4}, 900).kind == PatternKind::firing_that_stops);
  CHECK(of({20, 20.5, 20.6}, 900).kind == PatternKind::onset_burst_then_silent);
  // Six spikes in 40 ms are a burst if 80 ms of silence follow; five always are.
  CHECK(of({6, 7, 8, 9, 10}, 81).kind == PatternKind::onset_burst_then_silent);
  CHECK(of({6, 7, 8, 9, 10}, 79).kind == PatternKind::firing_that_stops);
  CHECK(of({6, 7, 8, 9}, 19).kind == PatternKind::onset_burst_then_silent);
  // What the bursting cell does below lasting firing: 9.2 ms at 345 pA, by an independent program.
  const Pattern burst = of({11.7, 18.2}, 800);
  CHECK(burst.kind == PatternKind::onset_burst_then_silent);
  CHECK(burst.burst_last == std::vector<double>{2});
  CHECK_THAT(burst.rule, Has(because::few_spikes(3, 5)));
}

// Fails with: last over first; a ratio of 0.9; steadily shrinking intervals called irregular.
TEST_CASE("growing intervals are adaptation, even ones tonic firing, shrinking ones speeding up", "[pattern]") {
  const Pattern adapting = of(joined({20, 25, 27}, repeated({28}, 9)));
  CHECK(adapting.kind == PatternKind::adapting);
  CHECK_THAT(adapting.text, Tells(say::does(say::adapting(20, 28, say::steady_rate(1000.0 / 28)))));
  CHECK_THAT(adapting.rule, Has(because::adapting(20.0 / 28, 0.8)));
  CHECK(of(joined({81}, repeated({100}, 9))).kind == PatternKind::tonic);
  CHECK(of(joined({79}, repeated({100}, 9))).kind == PatternKind::adapting);
  const Pattern ramp = of({62, 44, 36, 32, 29, 27, 25, 24, 23});
  CHECK(ramp.kind == PatternKind::speeding_up);
  CHECK_THAT(ramp.text, Tells(say::does(say::speeding_up(62, 23, any_text()))));
  CHECK(of({100, 70, 50, 36, 26, 19, 14, 10}).kind == PatternKind::speeding_up);  // its second half varies by 35 %
}

// Fails with: the coefficient of variation of a sample instead of the population; tonic up to 20 %.
TEST_CASE("intervals that vary without repeating are irregular", "[pattern]") {
  const Pattern result = of({10, 13, 11, 16, 9.5, 14, 12, 15.5, 10.5, 13.5});
  CHECK(result.kind == PatternKind::irregular);
  // Of 14, 12, 15.5, 10.5, 13.5: mean 13.1, squares 0.81 + 1.21 + 5.76 + 6.76 + 0.16 = 14.7; sqrt(14.7/5)/13.1.
  CHECK_THAT(result.cv.value(), WithinAbs(std::sqrt(14.7 / 5) / 13.1, 1e-9));
}

// Fails with: two sorts from 1.3 times on; the first burst among the steady ones; the silence at the end ignored.
TEST_CASE("three cells fire in the patterns that their intervals show", "[pattern]") {
  // The intervals of each run are those of an independent program (see also the note's own numbers).
  struct Case {
    Cell cell;
    double current;
    PatternKind kind;
    double onset, low, high;  // spikes; 0: not given
  };
  const Case cases[] = {
      {regular_spiking, 70, PatternKind::tonic, 0, 0, 0},      // 147.8 ms, then 147.9 ms: hardly adapts
      {regular_spiking, 200, PatternKind::adapting, 0, 0, 0},  // 20.7 ms to 28.5 ms
      {regular_spiking, 50, PatternKind::silent, 0, 0, 0},
      {intrinsically_bursting, 310, PatternKind::single, 0, 0, 0},
      {intrinsically_bursting, 600, PatternKind::onset_burst_then_tonic, 3, 0, 0},  // 11.7, 18.2, 63.9, ... 62.1 ms
      {chattering, 158, PatternKind::onset_burst_then_silent, 2, 0, 0},
      {chattering, 200, PatternKind::bursting, 2, 2, 2},
      {chattering, 300, PatternKind::bursting, 3, 2, 2},
      {chattering, 450, PatternKind::bursting, 4, 2, 2},  // period 4: two pairs, 24.6 and 30.8 ms apart
      {chattering, 500, PatternKind::bursting, 4, 3, 3},
      {chattering, 600, PatternKind::bursting, 5, 3, 3},
      {chattering, 822, PatternKind::in_turn, 0, 0, 0},  // period 2, 4.7 and 9.0 ms: 1.9 times as long is not a pause
  };
  for (const Case& one : cases) {
    const Pattern result = of_run(under_step(one.cell, one.current));
    CAPTURE(one.cell.C, one.current, told(result.text), told(result.rule));
    CHECK(result.kind == one.kind);
    CHECK(result.onset_spikes.value_or(0) == one.onset);
    CHECK(result.burst_spikes_low.value_or(0) == one.low);
    CHECK(result.burst_spikes_high.value_or(0) == one.high);
  }
  const Pattern pairs = of_run(under_step(chattering, 200));
  CHECK_THAT(pairs.gap_high.value(), WithinAbs(96.3 - 5.2, 0.05 + 0.05));  // pairs of 5.2 ms every 96.3 ms
  const Pattern golden = of_run(under_step(chattering, 300));
  CHECK_THAT(golden.gap_low.value(), WithinAbs(48.426, 5e-4));
}

// Fails with: the onset burst ended at the widest gap of the sorted intervals, which 75.5 and 54.4 ms obscure; by
// the ratio alone, which includes 27.35 ms in the burst.
TEST_CASE("from the note's start the bursting cell fires a triplet at the onset, or a pair", "[pattern]") {
  Experiment note = under_step(intrinsically_bursting, 600, 100);
  note.initial = note_start(intrinsically_bursting);
  // 10.0225, 13.7743, then 27.3449, 75.5460, 53.4066, ... 62 ms, by a classical Runge-Kutta program.
  const Pattern burst = of_run(note);
  CHECK(burst.kind == PatternKind::onset_burst_then_tonic);
  CHECK(burst.onset_spikes.value() == 3);  // two intervals: that of 27.35 ms lies outside
  CHECK(burst.burst_last == std::vector<double>{2});
  // The last 3: 62.673 61.716 62.433 ms.
  CHECK_THAT(burst.text, Tells(burst_then(3, say::tonic(say::rate(16.06))), hundredth));
  CHECK_THAT(burst.rule, Has(because::jump(4, 27.34, 75.55, 2.76, 2, 53.41), hundredth) &&
                             Has(because::outside_burst(27.34, 25), hundredth));
  note.stimulus = {Step{347, 100, {}}};
  note.duration = 5000;
  const Pattern pair = of_run(note);  // 46.4, then 461, 458, 458 ... ms
  CHECK(pair.kind == PatternKind::pair_then_tonic);
  CHECK_THAT(pair.text, Tells(pair_then(46.43, say::tonic(say::rate(2.18))), hundredth));  // 1000/458
  CHECK(pair.burst_first.empty());                                                         // 46 ms apart is not a burst
  CHECK_THAT(pair.last_isi.value(), WithinAbs(458, 0.5));
}

// Fails with: no upper limit for intervals within a burst; a limit below 25 ms; a ratio of 5 for a pair.
TEST_CASE("trains named by hand are named the same", "[pattern]") {
  struct Case {
    std::vector<double> isi;
    PatternKind kind;
    double onset, low, high;  // spikes of the onset burst, and of lasting bursts; 0: none
    Text text;
  };
  const Text tonic = say::tonic(say::rate(1000.0 / 62));
  const Case cases[] = {
      // The bursting cell at 600 pA from the note's start, and from rest.
      {joined({10.02, 13.77, 27.35, 75.5, 53.4}, repeated({62}, 12)), PatternKind::onset_burst_then_tonic, 3, 0, 0,
       burst_then(3, tonic)},
      {joined({11.7, 18.2, 63.9}, repeated({62}, 12)), PatternKind::onset_burst_then_tonic, 3, 0, 0,
       burst_then(3, tonic)},
      // Long first intervals are adaptation, whether the others are twice or five times as long.
      {{84.7, 172, 165, 165}, PatternKind::adapting, 0, 0, 0, say::does(say::adapting(84.7, 165, any_text()))},
      {{46.9, 167, 156}, PatternKind::adapting, 0, 0, 0, say::does(say::strongly_adapting(46.9, 156, any_text()))},
      {{30.1, 162, 142}, PatternKind::adapting, 0, 0, 0, say::does(say::strongly_adapting(30.1, 142, any_text()))},
      {{29.0, 107, 113}, PatternKind::adapting, 0, 0, 0, say::does(say::strongly_adapting(29, 113, any_text()))},
      // Without a pause there are no bursts: two spikes in 6.9 and in 7 ms.
      {{4.8, 2.1, 4.8, 2.1},
       PatternKind::in_turn,
       0,
       0,
       0,
       say::does(say::fast_groups(2, 2.1, 2.1, 4.8, 4.8, 2000 / 6.9))},
      {repeated({4.8, 2.1}, 10), PatternKind::in_turn, 0, 0, 0,
       say::does(say::fast_groups(2, 2.1, 2.1, 4.8, 4.8, 2000 / 6.9))},
      {repeated({5.9, 1.1}, 10), PatternKind::in_turn, 0, 0, 0,
       say::does(say::fast_groups(2, 1.1, 1.1, 5.9, 5.9, 2000 / 7.0))},
      {repeated({1.1, 1.2, 5.9}, 8), PatternKind::in_turn, 0, 0, 0,
       say::does(say::fast_groups(3, 1.1, 1.2, 5.9, 5.9, 3000 / 8.2))},
      {repeated({52, 153}, 8), PatternKind::in_turn, 0, 0, 0,
       say::does(say::slow_groups(2, 52, 52, 153, 153, 2000 / 205.0))},
      // The chattering cell at 300 and 600 pA.
      {joined({2.9, 5.8, 51}, repeated({4.004, 48.426}, 10)), PatternKind::bursting, 3, 2, 2,
       say::does(say::bursting(2, 2, 48.426, 48.426, say::first_burst(3)))},
      {joined({1.9, 2.2, 2.7, 3.9}, repeated({24.628, 3.027, 4.779}, 10)), PatternKind::bursting, 5, 3, 3,
       say::does(say::bursting(3, 3, 24.628, 24.628, say::first_burst(5)))},
      // A single spike is not a burst.
      {repeated({5, 40, 45}, 8), PatternKind::bursting, 2, 2, 2,
       say::does(say::bursts_and_singles_in_turn(2, 2, 40, 45))},
      {joined(repeated({5, 40, 45, 5, 41}, 4), {46, 44, 5, 40, 45}), PatternKind::bursting, 2, 2, 2,
       say::does(say::bursts_and_singles(2, 2, 40, 46))},
      {joined({40}, repeated({5, 40}, 8)), PatternKind::bursting, 0, 2, 2,
       say::does(say::bursting(2, 2, 40, 40, say::single_first()))},
      // One interval, or two unlike ones, are not enough to name a train.
      {{145.8}, PatternKind::few, 0, 0, 0, say::does(say::two_spikes(145.8))},
      {{8}, PatternKind::few, 0, 0, 0, say::does(say::two_spikes(8))},
      {{60, 43}, PatternKind::few, 0, 0, 0, say::does(say::three_spikes(60, 43))},
      {{46.4, 461}, PatternKind::few, 0, 0, 0, pair_then(46.4, say::one_more(461))},
      {{12.5, 102}, PatternKind::onset_burst, 2, 0, 0, burst_then(2, say::one_more(102))},
      {{148, 148}, PatternKind::tonic, 0, 0, 0, tonic_about(1000.0 / 148)},
      // Two are alike within a tenth: 90 and 100 ms are, 89 and 100 ms are not.
      {{100, 122}, PatternKind::few, 0, 0, 0, say::does(say::three_spikes(100, 122))},
      {{122, 100}, PatternKind::few, 0, 0, 0, say::does(say::three_spikes(122, 100))},
      {{90, 100}, PatternKind::tonic, 0, 0, 0, tonic_about(10)},
      {{89, 100}, PatternKind::few, 0, 0, 0, say::does(say::three_spikes(89, 100))},
      {{9, 12, 60, 73}, PatternKind::onset_burst, 3, 0, 0, burst_then(3, say::two_more(60, 73))},
      {{9, 12, 60, 63},
       PatternKind::onset_burst_then_tonic,
       3,
       0,
       0,
       burst_then(3, say::tonic(say::about(any_number)))},
      // Longer and shorter in turn, by less and less: settling to tonic firing. 50 ms ± 20, 19, 18 ... %: mean 50 ms.
      {{60, 40, 59.5, 40.5, 59, 41, 58.5, 41.5, 58, 42},
       PatternKind::tonic,
       0,
       0,
       0,
       say::does(say::settling(say::rate(20), 42, 58))},
  };
  for (const Case& one : cases) {
    const Pattern result = of(one.isi);
    CAPTURE(told(result.text), told(result.rule));
    CHECK(result.kind == one.kind);
    CHECK_THAT(result.text, Tells(one.text));
    CHECK(result.onset_spikes.value_or(0) == one.onset);
    CHECK(result.burst_spikes_low.value_or(0) == one.low);
    CHECK(result.burst_spikes_high.value_or(0) == one.high);
  }
  CHECK_THAT(of({29.0, 107, 113}).rule, Has(because::all_too_long(29, 25)));
  CHECK_THAT(of({90, 100}).rule, Has(because::two_differ(10, 10)));
  CHECK_THAT(of(repeated({4.8, 2.1}, 10)).rule, Has(because::groups_pause_short(10)));
  CHECK_THAT(of(repeated({4, 40}, 10)).rule, Has(because::burst_limit(25, 10, std::sqrt(160.0))));
  // Before a silence.
  CHECK_THAT(of({85.5}, 789).text, Tells(say::falls_silent(say::pair(85.5), 789)));
  CHECK_THAT(of({9.2}, 900).text, Tells(say::falls_silent(say::onset_burst(2), 900)));
  // 20 spikes, with intervals that grow to 20 ms, are a burst; 21 and 60 are not: 180 and 590 ms of firing that stops.
  const auto growing = [](int spikes, double first, double last) {
    std::vector<double> isi;
    for (int i = 0; i + 1 < spikes; ++i) isi.push_back(first + (last - first) * i / (spikes - 2));
    return isi;
  };
  CHECK_THAT(of(growing(20, 2, 20), 900).text, Tells(say::falls_silent(say::onset_burst(20), 900)));
  CHECK_THAT(of(growing(21, 2, 16), 900).text, Tells(say::falls_silent(say::stops(21, 180), 900)));
  CHECK_THAT(of(growing(21, 2, 16), 900).rule, Has(because::too_many(21, 20)));
  CHECK_THAT(of(growing(60, 2, 18), 9000).text, Tells(say::falls_silent(say::stops(60, 590), 9000)));
  CHECK_THAT(of({30, 40, 55}, 900).text, Tells(say::falls_silent(say::stops(4, 125), 900)));
  CHECK_THAT(of({9, 12, 40}, 900).text,
             Tells(say::falls_silent(say::then(say::onset_burst(3), say::one_more(40)), 900)));
}

// Fails with: the mean of half of the train; a drift sought before a cycle; three alike after a pause.
TEST_CASE("a rate is that of the end of the train", "[pattern]") {
  // If intervals still grow, that of the last: 1000/33.4; if they go to and fro, of the last two: 2000/208.3 and
  // 2000/84.07.
  CHECK_THAT(of({20, 25, 29, 31.5, 33.4}).text, Tells(say::does(say::adapting(20, 33.4, say::about(1000 / 33.4)))));
  CHECK_THAT(of({37.45, 61.56, 97.32, 104.4, 103.9}).text,
             Tells(say::does(say::strongly_adapting(37.45, 103.9, say::about(2000 / 208.3)))));
  CHECK_THAT(of({30.46, 43.82, 41.88, 42.19}).text,
             Tells(say::does(say::adapting(30.46, 42.19, say::about(2000 / 84.07)))));
  CHECK_THAT(of({30.46, 42.82, 41.88, 42.19}).text,
             Tells(say::does(say::adapting(30.46, 42.19, say::steady_rate(23.79))), hundredth));
  CHECK_THAT(of({172.3, 152.9, 153.4, 153.4}).text, Tells(tonic_at(6.52), hundredth));
  CHECK_THAT(of({11.14, 12.66, 14.83, 18.32, 25.10, 45.65, 135.92, 168.07, 168.0267, 168.0268}).text,
             Tells(say::does(say::strongly_adapting(11.14, 168.03, say::steady_rate(5.95))), hundredth));
  // Three in turn, falling or growing within each turn: 3000/150.
  for (const std::vector<double>& turn : {std::vector<double>{60, 40, 50}, {40, 50, 60}, {60, 50, 40}})
    for (int times : {2, 3}) {
      const Pattern found = of(repeated(turn, times));
      CHECK(found.kind == PatternKind::in_turn);
      CHECK_THAT(found.text, Tells(say::does(say::after_first(say::cycle(3, 40, 60, 20), turn[0]))));
    }
  CHECK_THAT(of({48.20, 84.20, 48.41, 83.89}).text, Has(say::alternating(48.41, 83.89, 15.12), hundredth));
  CHECK(of({50, 50, 50, 50, 400, 50, 50, 50}).kind == PatternKind::irregular);
}

// Fails with: the window not cut; the end of the run not mentioned.
TEST_CASE("the part of the window that a run did not reach is not silence", "[pattern]") {
  // Five seconds were asked for; the budget ran out at 360 ms.
  const std::vector<double> spikes{110, 172, 234, 296, 358};
  const Ended stopped{End::out_of_budget, 360, -50, 0, 2e5};
  const Pattern result = pattern(spikes, {100, 5000}, stopped);
  CHECK(result.kind == PatternKind::tonic);
  CHECK_THAT(result.text, Tells(sentences({tonic_about(1000.0 / 62), say::stopped(360)})));
  CHECK_THAT(pattern(spikes, {100, 5000}, {End::finished, 5000, 0, 0, 0}).text,
             Tells(say::falls_silent(say::stops(5, 248), 4642)));
  CHECK(pattern({}, {100, 5000}, {End::diverged, 360, 0, 0, 0}).text == sentences({say::silent(), say::stopped(360)}));
  // It did not reach the stimulus.
  CHECK(pattern({}, {400, 5000}, stopped).kind == PatternKind::silent);
  // Each spike lowers u by 1000 pA, so each comes sooner than the one before.
  Cell cell = regular_spiking;
  cell.d = -1000;
  const Experiment experiment = under_step(cell, 60, 100, 5000);
  const Recording run = simulate(experiment, {0.0, {}, 0.0, 2e5});
  REQUIRE(run.ended.kind == End::too_many_spikes);
  const Pattern away = pattern(run.spikes, {100, 5000}, run.ended);
  CHECK(away.kind == PatternKind::runaway);
  CHECK_THAT(away.text, Has(say::shrink_without_end(4.41, any_number), hundredth));
  CHECK_FALSE(mentions(away.text, say::falls_silent));
}

// Fails with: spikes outside left out.
TEST_CASE("spikes before and after the stimulus are counted next to its pattern", "[pattern]") {
  CHECK(pattern({700, 720}, {100, 600}).text == sentences({say::silent_meanwhile(), say::after_stimulus(2)}));
  CHECK(pattern({50, 200, 700}, {100, 600}).text ==
        sentences({say::single_meanwhile(), say::before_stimulus(1), say::after_stimulus(1)}));
}

// Fails with: "while the stimulus is on" for a run that has none.
TEST_CASE("the text of a run without a stimulus does not mention one", "[pattern]") {
  // RS at rest; from v = -30 mV, right of the threshold at vt = -40, it fires once: the reset to -50 mV is left of it.
  Experiment run{regular_spiking, Rest{}, {}, 500, Exact{}};
  const auto pattern_of = [&] {
    const Recording recorded = simulate(run, spikes_only);
    return run_pattern(run, recorded.spikes, recorded.reset_u, recorded.ended);
  };
  CHECK(pattern_of().text == say::silent());
  CHECK(pattern_of().rule == because::none_in_run());
  run.stimulus = {Step{70, 600, {}}};  // after its end
  CHECK(pattern_of().rule == because::none_in_run());
  run.stimulus = {Step{0, 100, {}}};
  CHECK(pattern_of().rule == because::none_in_stimulus());
  run.stimulus.clear();
  run.initial = At{-30, 0};
  CHECK(pattern_of().text == say::single());
  CHECK(pattern_of().rule == because::one_in_run());
}

// Fails with: only the last pulse; the last steady stretch, however short.
TEST_CASE("the last of many pulses does not name the pattern", "[pattern]") {
  const auto said_of = [](const std::vector<Stimulus>& stimulus, double duration, std::vector<double> spikes) {
    Experiment experiment;
    experiment.stimulus = stimulus;
    experiment.duration = duration;
    const std::vector<double> reset_u(spikes.size(), 0);
    const Measures found = run_measures(experiment, spikes, reset_u, {});
    CHECK_FALSE(found.steady_rate);
    CHECK((found.steady_reason == NoRate::current_changes) == !found.steady_to);
    return run_pattern(experiment, spikes, reset_u, {}).text;
  };
  // Eight pulses of 4 ms, one every 20 ms from 50 ms on, up to 194 ms.
  std::vector<Stimulus> pulses;
  for (int i = 0; i < 8; ++i) pulses.push_back(Step{300, 50.0 + 20 * i, 4.0});
  const auto pulsed = [&](const std::vector<double>& spikes) { return said_of(pulses, 400, spikes); };
  CHECK(pulsed({}) == sentences({say::silent(), say::current_changes()}));
  CHECK(pulsed({113}) == sentences({say::single(), say::current_changes()}));
  CHECK(pulsed({193}) == sentences({say::single(), say::current_changes()}));
  // Two spikes in the last pulse alone are 2 ms apart; 18 ms after two others they belong to a train.
  CHECK_THAT(pulsed({191, 193}), Has(say::stretch(190, 194)));
  CHECK(mentions(pulsed({171, 173, 191, 193}), say::current_changes));
  // 30 pA for 1000 ms, and 200 pA more from 100 to 900 ms, with intervals of 160, 160, 170 and 250 ms.
  CHECK_THAT(said_of({Step{30, 0, {}}, Step{200, 100, 800.0}}, 1000, {150, 310, 470, 640, 890}),
             Tells(sentences({say::does(say::adapting(160, 250, Text{})), say::current_changes()})));
  // 900 of 1500 ms are steady at the end, longer than any of the intervals before: a stretch of its own.
  const std::vector<Stimulus> stairs{Step{160, 0, {}}, Step{-40, 300, {}}, Step{-70, 600, {}}};
  CHECK(said_of(stairs, 1500, {50, 120, 200, 390, 590}) ==
        sentences({say::silent(), say::stretch(600, 1500), say::before_stretch(5)}));
  CHECK(said_of(stairs, 1500, {50, 120, 200, 390, 601}) ==
        sentences({say::single(), say::stretch(600, 1500), say::before_stretch(4)}));
  // 600 of 1000 ms, but one interval takes 610.
  CHECK(mentions(said_of({Step{160, 0, {}}, Step{-40, 400, {}}}, 1000, {50, 100, 150, 760}), say::current_changes));
}

// Each sentence of the note (not in tests/reference: the presets quote it, and have its runs).
TEST_CASE("the patterns are those that the note names", "[pattern]") {
  struct Case {
    const char* preset;
    std::size_t run;
    PatternKind kind;
    Text text;
  };
  const Case cases[] = {
      // Times to two decimals are from tests/reference/spike-times.json, if the state at the onset is the same, and
      // from a classical Runge-Kutta program in steps of 0.002 ms: 85.4699, 49.9553, 46.4310, 460.9853 ms.
      // "The rheobase current is 51.5 pA": no spike below it, and tonic spikes above, at 0.42, 1.15, 6.79 Hz.
      {"note-3", 0, PatternKind::silent, say::silent()},
      {"note-3", 1, PatternKind::silent, say::silent()},
      {"note-4", 0, PatternKind::few, say::does(say::two_spikes(2388.26))},
      {"note-4", 1, PatternKind::tonic, tonic_at(1.15)},
      {"note-4", 2, PatternKind::tonic, tonic_at(6.76)},
      {"note-4", 5, PatternKind::tonic, tonic_at(6.79)},
      {"note-1", 0, PatternKind::tonic, tonic_at(6.76)},
      // "The inter-spike interval decreases with increasing stimulus".
      {"note-8", 0, PatternKind::speeding_up, say::does(say::speeding_up(59.69, 22.63, Text{}))},
      // "When 243 < I < 342 a single action potential, when 343 < I < 347 a pair of closely spaced action potentials,
      // when I > 347 low frequency tonic spiking after the single double action potential".
      {"note-10", 0, PatternKind::silent, say::silent()},
      {"note-10", 1, PatternKind::single, say::single()},
      {"note-10", 2, PatternKind::single, say::single()},
      {"note-10", 3, PatternKind::few, say::falls_silent(say::pair(85.47), 788.53)},
      {"note-10", 4, PatternKind::few, say::falls_silent(say::pair(49.96), 824.4)},
      {"note-10", 5, PatternKind::few, pair_then(46.43, say::one_more(460.99))},
      {"note-10-347", 0, PatternKind::pair_then_tonic, pair_then(46.43, say::tonic(say::rate(2.18)))},
      // "A triple pulse occurs at the start of the spike train."
      {"note-11", 0, PatternKind::onset_burst_then_tonic, burst_then(3, say::tonic(say::rate(16.06)))},
      // "The current determines the inter-burst period, which could be as long as 100 ms or as short as 15 ms, and the
      // number of spikes within each burst is typically from two to five": 96.3, 39.4 and 32.4 ms from burst to burst.
      {"note-CH-150", 0, PatternKind::silent, say::silent()},
      {"note-CH-200", 0, PatternKind::bursting, say::does(say::bursting(2, 2, 91.05, 91.05, Text{}))},
      {"note-CH-500", 0, PatternKind::bursting, say::does(say::bursting(3, 3, 29.52, 29.52, say::first_burst(4)))},
      {"note-CH-600", 0, PatternKind::bursting, say::does(say::bursting(3, 3, 24.63, 24.63, say::first_burst(5)))},
  };
  for (const Case& one : cases) {
    const Pattern result = of_run(preset(one.preset)->runs[one.run]);
    CAPTURE(one.preset, one.run, told(result.text), told(result.rule));
    CHECK(result.kind == one.kind);
    CHECK_THAT(result.text, Tells(one.text, hundredth));
  }
}

namespace {

/// Texts that may count one; all other counts of spikes, bursts or intervals are of two or more.
const std::set<std::string> may_be_one{"late_burst", "before_stretch", "after_stretch", "before_stimulus",
                                       "after_stimulus"};

/// Checks that the arguments of a text make sense.
void check_filled(const Text& text) {
  const std::vector<Slot>& slots = declaration_of(text).slots;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    const Argument& one = text.arguments[i];
    CHECK(std::isfinite(one.number));
    if (slots[i].as == Writing::count) {
      CHECK(one.number == std::floor(one.number));
      CHECK(one.number >= (may_be_one.count(std::strchr(text.id, '.') + 1) ? 1 : 2));
    }
    for (const Text& inner : one.texts) check_filled(inner);
  }
}

}  // namespace

// Fails with: only the spikes within the window checked; intervals of 0 divided by.
TEST_CASE("a pattern is refused for an invalid train, and put into words for any valid one", "[pattern]") {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  CHECK_THROWS_AS(pattern({1, nan}, {0, 10}), std::invalid_argument);
  CHECK_THROWS_AS(pattern({2, 1}, {0, 10}), std::invalid_argument);
  CHECK_THROWS_AS(pattern({1, 2}, {10, 0}), std::invalid_argument);
  CHECK_THROWS_AS(pattern({7, 3, 25, 30}, {20, 40}), std::invalid_argument);
  Chance chance(6);
  for (int n = 0; n < 300; ++n) {
    std::vector<double> isi(chance.below(12));
    for (double& interval : isi) interval = chance.below(9) ? chance.magnitude(0.1, 100) : 0.0;
    const Pattern result = of(isi, chance.magnitude(0.1, 300));
    CAPTURE(n, told(result.text), told(result.rule));
    for (const Text* said : {&result.text, &result.rule}) {
      CHECK_FALSE(said->empty());
      check_filled(*said);
    }
    CHECK(result.burst_first.size() == result.burst_last.size());
    for (const auto& number : {result.limit, result.separation, result.cv, result.gap_low, result.gap_high})
      CHECK(std::isfinite(number.value_or(0)));
  }
}

namespace {

/// What must hold between a pattern, its brackets and the intervals of its train.
void check_law(const std::vector<double>& spikes, const Span& window, const Pattern& found) {
  CAPTURE(told(found.text), told(found.rule));
  check_filled(found.text);
  check_filled(found.rule);
  REQUIRE(found.burst_first.size() == found.burst_last.size());
  const std::size_t bursts = found.burst_first.size();
  std::vector<double> seen;
  for (double spike : spikes)
    if (spike >= window.start && spike <= window.end) seen.push_back(spike);
  const auto says = [&](const auto& what) { return mentions(found.text, what); };

  for (std::size_t i = 0; i < bursts; ++i) {
    const auto first = static_cast<std::size_t>(found.burst_first[i]),
               last = static_cast<std::size_t>(found.burst_last[i]);
    REQUIRE(last < spikes.size());
    CHECK(last > first);  // no burst of one spike
    if (i) CHECK(found.burst_first[i] > found.burst_last[i - 1]);
    for (std::size_t spike = first; spike < last; ++spike) CHECK(spikes[spike + 1] - spikes[spike] < 25);
  }
  // Brackets where the text mentions bursts, and nowhere else.
  const bool named = found.kind == PatternKind::bursting || found.kind == PatternKind::onset_burst ||
                     found.kind == PatternKind::onset_burst_then_silent ||
                     found.kind == PatternKind::onset_burst_then_tonic;
  CHECK((bursts > 0) == named);
  if (found.onset_spikes) CHECK(*found.onset_spikes == found.burst_last[0] - found.burst_first[0] + 1);
  if (says(say::onset_burst)) CHECK_THAT(found.text, Has(say::onset_burst(*found.onset_spikes)));
  if (found.kind == PatternKind::bursting) {
    CHECK(*found.burst_spikes_low >= 2);
    CHECK(*found.gap_low >= 10);
    CHECK(*found.separation >= 2);
    bool met = false;  // some bracket has as many spikes as the text says
    for (std::size_t i = 0; i < bursts; ++i)
      met = met || found.burst_last[i] - found.burst_first[i] + 1 == *found.burst_spikes_high;
    CHECK(met);
  }
  // Groups that are not bursts: the short sort, limit/sqrt(ratio), is too long, or the long one too short, or another
  // reason.
  const double short_sort = found.limit.value_or(0) / std::sqrt(found.separation.value_or(1));
  if (mentions(found.rule, because::groups_too_slow)) CHECK(short_sort >= 25 * (1 - 1e-9));
  if (mentions(found.rule, because::groups_not_late)) CHECK(short_sort < 25 * (1 + 1e-9));
  // The count, the silence, and the names of trains.
  CHECK((found.kind == PatternKind::silent) == seen.empty());
  CHECK((found.kind == PatternKind::single) == (seen.size() == 1));
  if (seen.size() == 2)
    CHECK((!says(say::tonic) && !says(say::settling) && !says(say::adapting) && !says(say::strongly_adapting)));
  const double quiet = seen.empty() ? 0 : window.end - seen.back();
  double longest = 0;
  for (std::size_t i = 1; i < seen.size(); ++i) longest = std::max(longest, seen[i] - seen[i - 1]);
  if (seen.size() > 1 && found.kind != PatternKind::runaway)
    CHECK(says(say::falls_silent) == (quiet > 2 * longest && !says(say::coincide)));
  // The rate given is the steady rate measured, or "about" a rate if there is none.
  const Measures measured = measures(seen, window);
  const bool whole = !says(say::stopped);
  if (says(say::tonic) || says(say::settling)) {
    CHECK(says(say::about) == (!whole || !measured.steady_rate));
    if (whole && measured.steady_rate) CHECK_THAT(found.text, Has(say::rate(*measured.steady_rate)));
  }
  const bool on_average =
      says(say::alternating) || says(say::cycle) || says(say::fast_groups) || says(say::slow_groups);
  if (on_average && whole && measured.steady_rate)
    CHECK_THAT(number_in(found.text, "rate"), WithinAbs(*measured.steady_rate, 1e-9));
  if (says(say::tonic)) {
    const double last = seen.back() - seen[seen.size() - 2], before = seen[seen.size() - 2] - seen[seen.size() - 3];
    CHECK(std::fabs(last - before) <= 0.5 * before);  // farther apart, two of six would vary by more than 10 %
  }
}

}  // namespace

// Fails with: single spikes bracketed; the brackets of a train of doublets kept; the count of the first group
// given.
TEST_CASE("no pattern contradicts its brackets, its count or its intervals, for any preset or cell", "[pattern]") {
  const auto check_run = [](const Experiment& experiment) {
    const Recording run = simulate(experiment, {0.0, {}, 0.0, 2e5});
    Span window = stimulus_span(experiment.stimulus, experiment.duration);
    const Pattern found = pattern(run.spikes, window, run.ended);
    if (run.ended.kind != End::finished) window.end = std::min(window.end, run.ended.time);
    check_law(run.spikes, window, found);
  };
  for (const Preset& one : presets())
    for (const Experiment& run : one.runs) check_run(run);
  Chance chance(9);
  for (int n = 0; n < 600; ++n) {
    const Cell base = n % 3 == 0 ? regular_spiking : n % 3 == 1 ? intrinsically_bursting : chattering;
    const auto near = [&](double x) { return x * chance.magnitude(0.4, 2.5); };
    Cell cell = base;
    cell.C = near(base.C);
    cell.k = near(base.k);
    cell.a = near(base.a);
    cell.b = near(base.b);
    cell.c = base.c + chance.between(-8, 8);
    cell.d = near(base.d);
    CAPTURE(n, cell.C, cell.k, cell.a, cell.b, cell.c, cell.d);
    check_run(under_step(cell, chance.between(0, 900), 50, 800));
  }
  for (int n = 0; n < 400; ++n) {
    std::vector<double> isi(1 + chance.below(14));
    for (double& interval : isi) interval = chance.below(2) ? chance.magnitude(1, 30) : chance.magnitude(1, 300);
    const Train one = train(isi, chance.magnitude(0.1, 900));
    CAPTURE(n, one.spikes);
    check_law(one.spikes, one.window, pattern(one.spikes, one.window));
  }
}

}  // namespace izh
