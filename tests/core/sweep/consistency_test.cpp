// consistency_test.cpp: laws that relate what is said about one run, for every preset over a range of currents and
// starts, and for random cells. No law contains a number: each says what one statement implies for another.
#include "core/content/presets.hpp"
#include "core/plane/steady.hpp"
#include "core/train/pattern.hpp"
#include "core/train/pattern_text.hpp"
#include "core/train/run_measures.hpp"
#include "core/train/stretch.hpp"
#include "support.hpp"
#include "telling.hpp"

namespace izh {

namespace {

namespace say = pattern_texts;

bool tonic(PatternKind kind) {
  return kind == PatternKind::tonic || kind == PatternKind::onset_burst_then_tonic ||
         kind == PatternKind::pair_then_tonic;
}

/// The kinds of trains without a steady rate.
bool never_steady(PatternKind kind) {
  return kind == PatternKind::silent || kind == PatternKind::single || kind == PatternKind::few ||
         kind == PatternKind::onset_burst_then_silent || kind == PatternKind::firing_that_stops ||
         kind == PatternKind::irregular || kind == PatternKind::runaway;
}

bool regular(PatternKind kind) {
  return tonic(kind) || kind == PatternKind::adapting || kind == PatternKind::speeding_up;
}

std::vector<double> within(const std::vector<double>& spikes, const Span& span) {
  std::vector<double> seen;
  for (double spike : spikes)
    if (spike >= span.start && spike <= span.end) seen.push_back(spike);
  return intervals(seen);
}

/// The number in a reason must break the rule for a steady rate.
void check_reason(const std::vector<double>& spikes, const Span& span, const Measures& measures) {
  const std::vector<double> isi = within(spikes, span);
  const std::size_t count = isi.size();
  const std::vector<Argument>& given = measures.steady_none.arguments;
  const double number = given.empty() ? -1 : given[0].number;
  const auto alike = [&](std::size_t ago) {
    return std::fabs(isi[count - 1 - ago] - isi[count - 2 - ago]) <= 0.02 * isi[count - 1 - ago];
  };
  switch (measures.steady_reason) {
    case NoRate::silent:
      CHECK(number >= 2 * *std::max_element(isi.begin(), isi.end()));
      break;
    case NoRate::few_intervals:
      CHECK(number == static_cast<double>(count));
      CHECK(count < 3);
      break;
    case NoRate::few_alike:
      CHECK(number == 2);
      CHECK(alike(0));
      CHECK_FALSE(alike(1));
      break;
    case NoRate::still_changing:
      CHECK(number > 1e-4);  // 1e-6 of an interval
      break;
    default:
      CHECK(number == -1);
  }
}

void check_laws(const Experiment& experiment) {
  const double budget = std::holds_alternative<Exact>(experiment.solver) ? 2e5 : 2e6;
  const Recording run = simulate(experiment, {0.0, {}, 0.0, budget});
  const Pattern pattern = run_pattern(experiment, run.spikes, run.reset_u, run.ended);
  const Measures measures = run_measures(experiment, run.spikes, run.reset_u, run.ended);
  const Judged judged = judged_stretch(experiment, run.spikes, run.ended);
  const auto says = [&](const auto& what) { return mentions(pattern.text, what); };
  const NoRate reason = measures.steady_reason;
  CAPTURE(told(pattern.text), measures.steady_rate.value_or(-1), names(reason));

  CHECK(measures.steady_rate.has_value() == (reason == NoRate::none));
  CHECK((pattern.kind == PatternKind::runaway) == (reason == NoRate::runs_away));
  if (reason == NoRate::runs_away) {
    const double current = current_at(experiment.stimulus, judged.span.end - 1e-9);
    CHECK(steady_train(experiment, run.spikes, run.reset_u, current).cycle == 0);
    return;
  }
  CHECK(says(say::current_changes) == !judged.steady);
  CHECK(says(say::stretch) == !judged.whole);
  if (measures.steady_rate) {
    CHECK_FALSE(never_steady(pattern.kind));
    CHECK_FALSE(says(say::about));
  }
  if (run.ended.kind != End::finished) return;
  CHECK((reason == NoRate::current_changes) == !judged.steady);
  if (reason == NoRate::irregular) CHECK_FALSE(regular(pattern.kind));
  if (judged.steady) check_reason(run.spikes, judged.span, measures);
  if (says(say::about)) {
    // One of the last few intervals has this length, or it lies between two of them.
    const double period = 1000 / number_in(pattern.text, "rate");
    const std::vector<double> isi = within(run.spikes, judged.span);
    const auto last = isi.end() - std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(isi.size() + 1) / 2, 2, 6);
    CHECK(period >= (1 - 1e-9) * *std::min_element(last, isi.end()));
    CHECK(period <= (1 + 1e-9) * *std::max_element(last, isi.end()));
  }
  if (!judged.steady) return;
  CHECK(measures.steady_from.has_value() == !judged.whole);
  CHECK((pattern.kind == PatternKind::silent) == (reason == NoRate::no_spike));
  CHECK((pattern.kind == PatternKind::single) == (reason == NoRate::one_spike));
  CHECK(says(say::falls_silent) == (reason == NoRate::silent));
  if (tonic(pattern.kind)) CHECK(says(say::about) == !measures.steady_rate);
}

}  // namespace

// Fails with: silence measured by the last intervals alone (one of these runs); running away checked for stopped
// runs only; the pattern of the whole stimulus with the rate of its last stretch.
// RS at 70 pA from 0 and 100 pA more from 500 ms: intervals of 147.8 ms, then of 25 to 35 ms, each train adapting.
TEST_CASE("intervals under different currents are never compared", "[consistency]") {
  Experiment run;
  run.stimulus = {Step{70, 0, {}}, Step{100, 500, {}}};
  const Recording found = simulate(run, {0, {}, 0, 2e5});
  CHECK_FALSE(run_measures(run, found.spikes, found.reset_u, found.ended).isi_ratio);
  run.stimulus = {Step{70, 0, {}}};
  const Recording one = simulate(run, {0, {}, 0, 2e5});
  CHECK(run_measures(run, one.spikes, one.reset_u, one.ended).isi_ratio);
}

TEST_CASE("a run's pattern, its steady rate and its map agree, for every preset, current and start", "[consistency]") {
  for (const Preset& preset : presets())
    for (std::size_t number = 0; number < preset.runs.size(); ++number)
      for (const double factor : {0.0, 0.3, 0.6, 0.9, 1.0, 1.05, 1.2, 1.5, 2.0, 3.0, 5.0})
        for (int start = 0; start < 3; ++start) {
          Experiment one = preset.runs[number];
          const Cell& cell = one.cell;
          if (start == 1) one.initial = Rest{};
          if (start == 2) one.initial = At{cell.c, cell.b * (cell.c - cell.vr) + cell.d / 2};
          for (Stimulus& stimulus : one.stimulus) {
            if (Step* step = std::get_if<Step>(&stimulus)) step->amplitude *= factor;
            if (Ramp* ramp = std::get_if<Ramp>(&stimulus)) {
              ramp->from *= factor;
              ramp->to *= factor;
            }
          }
          CAPTURE(preset.id, number, factor, start);
          check_laws(one);
        }
}

TEST_CASE("a run's pattern, its steady rate and its map agree for random cells and currents that change",
          "[consistency]") {
  Chance chance(11);
  const Cell bases[] = {regular_spiking, intrinsically_bursting, chattering};
  for (int n = 0; n < 1500; ++n) {
    Cell cell = bases[n % 3];
    for (double Cell::*member : {&Cell::C, &Cell::k, &Cell::a, &Cell::b, &Cell::d})
      cell.*member *= chance.magnitude(0.4, 2.5);
    cell.c += chance.between(-8, 8);
    if (n % 11 == 0) cell.d = -cell.d;  // some of these run away
    Experiment one = under_step(cell, chance.between(0, 900), 50, chance.magnitude(300, 2000));
    if (n % 5 == 0) one.solver = Rk4{0.1};
    if (n % 5 == 1) one.solver = Euler{0.5};
    if (n % 4 == 0)
      one.stimulus.push_back(Step{chance.between(-300, 300), chance.between(100, 800), chance.between(10, 300)});
    if (n % 7 == 0) one.stimulus.push_back(Ramp{0, chance.between(-300, 300), 0, chance.between(100, 900)});
    CAPTURE(n, cell.C, cell.k, cell.a, cell.b, cell.c, cell.d);
    check_laws(one);
  }
}

// Bursts of 8 spikes 4 ms apart pause for 300 ms, twice as long as the silence at the end: neither says that the train
// has ended.
TEST_CASE("a pause between bursts is not the end of firing", "[consistency]") {
  std::vector<double> isi;
  for (int burst = 0; burst < 3; ++burst) {
    isi.insert(isi.end(), 7, 4.0);
    if (burst < 2) isi.push_back(300);
  }
  std::vector<double> spikes{10};
  for (double interval : isi) spikes.push_back(spikes.back() + interval);
  const Span window{0, spikes.back() + 359};
  const Pattern found = pattern(spikes, window);
  CHECK(found.kind == PatternKind::bursting);
  CHECK_FALSE(mentions(found.text, say::falls_silent));
  // At least two turns of 8 intervals: 8 spikes every 7 · 4 + 300 ms.
  CHECK_THAT(steady_rate(spikes, window).rate.value(), WithinAbs(1000 * 8 / 328.0, 1e-9));
  const Span longer{0, spikes.back() + 600};
  CHECK_THAT(pattern(spikes, longer).text, Tells(say::falls_silent(any_text(), 600)));
  CHECK(steady_rate(spikes, longer).reason == NoRate::silent);
}

// RS at 300 pA for 500 ms and then at 60 pA: the steady rate depends on the current alone, whatever came before.
TEST_CASE("under a changing current the pattern and the rate are those of the last steady stretch", "[consistency]") {
  Experiment stairs = under_step(regular_spiking, 300, 0, 3000);
  stairs.stimulus = {Step{300, 0, 500}, Step{60, 500, {}}};
  const Recording run = simulate(stairs, spikes_only);
  const Pattern found = run_pattern(stairs, run.spikes, run.reset_u, run.ended);
  CHECK(found.kind == PatternKind::tonic);
  CHECK_THAT(found.text, Has(say::does(say::tonic(any_text()))) && Has(say::stretch(500, 3000)));
  const Measures measures = run_measures(stairs, run.spikes, run.reset_u, run.ended);
  REQUIRE(measures.steady_rate);
  const Experiment alone = under_step(regular_spiking, 60, 0, 3000);
  const Recording by_itself = simulate(alone, spikes_only);
  const double expected = run_measures(alone, by_itself.spikes, by_itself.reset_u, by_itself.ended).steady_rate.value();
  CHECK_THAT(*measures.steady_rate, WithinAbs(expected, 0.02 * expected));  // both settled to 2 %
  CHECK(measures.steady_from.value() == 500);
  CHECK(measures.steady_to.value() == 3000);
  // A ramp is never steady, and pulses of 2 ms say nothing about the train that they drive.
  Experiment ramp = stairs;
  ramp.stimulus = {Ramp{100, 300, 0, 3000}};
  Experiment pulses = stairs;
  pulses.stimulus.clear();
  for (int i = 0; i < 20; ++i) pulses.stimulus.push_back(Step{5000, 100.0 * i, 2.0});
  for (const Experiment& one : {ramp, pulses}) {
    const Recording seen = simulate(one, spikes_only);
    CHECK(seen.spikes.size() > 15);
    CHECK(mentions(run_pattern(one, seen.spikes, seen.reset_u, seen.ended).text, say::current_changes));
    CHECK(run_measures(one, seen.spikes, seen.reset_u, seen.ended).steady_reason == NoRate::current_changes);
  }
}

// RS at 160 pA, from 300 ms on at 120, from 600 ms on at 50, where it fires once more: both speak of that time alone.
TEST_CASE("a reason names its stretch, as the pattern does", "[consistency]") {
  Experiment stairs = under_step(regular_spiking, 160, 0, 1500);
  stairs.stimulus = {Step{160, 0, {}}, Step{-40, 300, {}}, Step{-70, 600, {}}};
  const Recording run = simulate(stairs, spikes_only);
  REQUIRE(run.spikes.size() == 14);
  CHECK_THAT(run_pattern(stairs, run.spikes, run.reset_u, run.ended).text,
             Has(say::single()) && Has(say::stretch(600, 1500)));
  const Measures measures = run_measures(stairs, run.spikes, run.reset_u, run.ended);
  CHECK(measures.steady_reason == NoRate::one_spike);
  CHECK(measures.steady_from.value() == 600);
  CHECK(measures.steady_to.value() == 1500);
  // 40 pulses of 4 ms: no stretch of theirs says anything about the train.
  Experiment pulses = stairs;
  pulses.duration = 1000;
  pulses.stimulus.clear();
  for (int i = 0; i < 40; ++i) pulses.stimulus.push_back(Step{300, 50.0 + 20 * i, 4.0});
  const Recording driven = simulate(pulses, spikes_only);
  CHECK(driven.spikes.size() == 5);
  const Measures none = run_measures(pulses, driven.spikes, driven.reset_u, driven.ended);
  CHECK(none.steady_reason == NoRate::current_changes);
  CHECK_FALSE(none.steady_from);
}

// RS with d = -400: an interval gives back a C (vpeak - c) = 0.03 * 100 * 85 = 255 pA, a spike takes 400.
TEST_CASE("a train that runs away is called that before it is stopped", "[consistency]") {
  Cell cell = regular_spiking;
  cell.d = -400;
  const Experiment experiment = under_step(cell, 60, 0, 400);
  const Recording run = simulate(experiment, spikes_only);
  REQUIRE(run.ended.kind == End::finished);
  REQUIRE(run.spikes.size() > 5);
  REQUIRE(run.reset_u.back() < -2000);
  const Pattern found = run_pattern(experiment, run.spikes, run.reset_u, run.ended);
  CHECK(found.kind == PatternKind::runaway);
  CHECK_THAT(found.text, Has(say::shrink_without_end(any_number, any_number)));
  CHECK_THAT(found.rule, Tells(rule_texts::u_falls(run.reset_u.back(), 400, 255)));
}

}  // namespace izh
