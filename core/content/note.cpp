#include "core/content/note.hpp"

#include <algorithm>
#include <cmath>

#include "core/ask/sag.hpp"
#include "core/content/presets.hpp"
#include "core/model/critical_currents.hpp"
#include "core/solve/simulate.hpp"
#include "core/sweep/excitability.hpp"
#include "core/sweep/thresholds.hpp"
#include "core/train/pattern.hpp"
#include "core/train/spikes.hpp"

namespace izh {

namespace {

double resistance(const Cell& cell) { return 1000 / input_conductance(cell); }

/// Measures of a step at 100 ms.
Measures step_measures(const Cell& cell, Initial initial, double amplitude, double duration, Solver solver = Exact{}) {
  Window window;
  window.points = 0;
  window.budget = 1e7;
  const Experiment run{cell, initial, {Step{amplitude, 100.0, {}}}, duration, solver};
  return measures(simulate(run, window).spikes, {100.0, duration});
}

/// The largest distance between spikes of the same number in two trains.
double largest_shift(const Measures& one, const Measures& other) {
  double distance = one.latency.value() - other.latency.value(), largest = std::fabs(distance);
  for (std::size_t i = 0; i < std::min(one.isi.size(), other.isi.size()); ++i) {
    distance += one.isi[i] - other.isi[i];
    largest = std::max(largest, std::fabs(distance));
  }
  return largest;
}

/// The threshold of `count` spikes within 1 s for the bursting cell.
double bursting_threshold(Initial initial, std::size_t count) {
  Experiment run;
  run.cell = intrinsically_bursting;
  run.initial = initial;
  return step_threshold(run, count, 0, 600).value();
}

/// The pattern of the chattering cell under a step from rest, judged over four seconds.
Pattern chattering_pattern(double amplitude) {
  Window window;
  window.points = 0;
  const Experiment run{chattering, Rest{}, {Step{amplitude, 100.0, {}}}, 4100.0, Exact{}};
  return pattern(simulate(run, window).spikes, {100.0, 4100.0});
}

double first_burst(const Pattern& found) { return found.burst_last.at(0) - found.burst_first.at(0) + 1; }

/// The answer to half a second of -300 pA, from rest or with a current that holds the cell depolarised all the while.
StepResponse released(const Cell& cell, double hold = 0.0) {
  return step_response({cell, Rest{}, {Step{-300, 1000.0, 500.0}, Step{hold, 0.0, {}}}, 2500.0, Exact{}});
}

/// How far the mean interval of RS at 70 pA is off when it is run in fixed steps.
double interval_error(double dt) {
  const At start = note_start(regular_spiking);
  const double exact = step_measures(regular_spiking, start, 70, 5000).mean_isi.value();
  return exact - step_measures(regular_spiking, start, 70, 5000, Rk4{dt, SwitchEdge::after}).mean_isi.value();
}

}  // namespace

std::vector<Finding> findings() {
  const Cell &RS = regular_spiking, &IB = intrinsically_bursting, &CH = chattering;
  const auto from_rest = [&](double amplitude) { return step_measures(RS, Rest{}, amplitude, 1000); };
  const Measures slow = from_rest(70), middle = from_rest(100), fast = from_rest(200);
  const Measures high_peak = step_measures(CH, Rest{}, 400, 300);
  Cell book_CH = CH;
  book_CH.vpeak = 25;
  const Measures low_peak = step_measures(book_CH, Rest{}, 400, 300);
  const Pattern slow_bursts = chattering_pattern(170), pairs = chattering_pattern(200),
                triplets = chattering_pattern(500), fast_bursts = chattering_pattern(680);
  const Rheobase IB_rheobase = rheobase({IB, Rest{}, {}, 1000, Exact{}}, {});
  const StepResponse RS_released = released(RS), IB_released = released(IB), IB_held = released(IB, 300);
  return {
      {"start",
       "Where the runs start",
       "It does not say where its runs start.",
       "We infer it: of all starts tried, v = -60 mV with u = b v, the step at 100 ms and its own scheme give every "
       "number it "
       "prints. That is not rest: from there the bursting cell first fires at {IB_note} pA, from rest only at "
       "{IB_rest} pA.",
       {{"IB_note", bursting_threshold(note_start(IB), 1), "pA"}, {"IB_rest", bursting_threshold(Rest{}, 1), "pA"}},
       "note-10"},
      {"k",
       "k is not 1/R",
       "It takes k for the inverse of a membrane resistance of 80 MΩ.",
       "80 MΩ is {leak} nS, while k is a curvature, in nS/mV. The input resistance at rest is 1/(b + k (vt - vr)): "
       "{RS} MΩ for "
       "RS, {IB} MΩ for IB, {CH} MΩ for CH.",
       {{"leak", 1000.0 / 80, "nS"},
        {"RS", resistance(RS), "MΩ"},
        {"IB", resistance(IB), "MΩ"},
        {"CH", resistance(CH), "MΩ"}},
       "RS"},
      {"units",
       "Units",
       "Its table gives k in pA/mV, b in pA/ms beside 1/Ω, and names the rate a the recovery time constant.",
       "For the equation to balance, k must be in pA/mV², which is nS/mV, and b in nS; u is in pA, as the note has it. "
       "The time "
       "constant is 1/a: {tau} ms for RS.",
       {{"tau", 1 / RS.a, "ms"}},
       "note-5"},
      {"threshold",
       "vt is not the threshold",
       "Its table says that v above vt fires; its text says, rightly, that the threshold is no parameter.",
       "Kicked from rest, RS fires from {RS} mV on, below its vt of {RS_vt} mV; IB only from {IB} mV, above its vt of "
       "{IB_vt} "
       "mV; CH from {CH} mV (vt is {CH_vt} mV).",
       {{"RS", kick_threshold(RS).value(), "mV"},
        {"RS_vt", RS.vt, "mV"},
        {"IB", kick_threshold(IB).value(), "mV"},
        {"IB_vt", IB.vt, "mV"},
        {"CH", kick_threshold(CH).value(), "mV"},
        {"CH_vt", CH.vt, "mV"}},
       "truth-kick"},
      {"rheobase",
       "The rheobase of RS",
       "It reads 51.5 pA off its runs.",
       "The exact value is I_SN = (b + k (vt - vr))²/(4 k) = {RS} pA. Just above it the cell fires too, only after a "
       "wait "
       "longer than the note's five seconds.",
       {{"RS", saddle_node_current(RS), "pA"}},
       "truth-rheobase"},
      {"rheobase-IB",
       "The rheobase of IB",
       "It gives about 347 pA, with single spikes from 243 pA and pairs from 343 pA.",
       "Those hold for its start: {one}, {two} and {lasting} pA. From rest a single spike needs {rest_one} pA, lasting "
       "firing "
       "{rest_lasting} pA, and there is no range of pairs between.",
       {{"one", bursting_threshold(note_start(IB), 1), "pA"},
        {"two", bursting_threshold(note_start(IB), 2), "pA"},
        {"lasting", bursting_threshold(note_start(IB), 3), "pA"},
        {"rest_one", IB_rheobase.single.current.value(), "pA"},
        {"rest_lasting", IB_rheobase.lasting.current.value(), "pA"}},
       "truth-IB-rest"},
      {"reset",
       "The reset is above rest",
       "It says that the spike hyperpolarises the membrane to -50 mV.",
       "c = {c} mV lies {above} mV above rest: the reset leaves the cell depolarised. The after-hyperpolarisation "
       "comes later, "
       "from the jump of u.",
       {{"c", RS.c, "mV"}, {"above", RS.c - RS.vr, "mV"}},
       "note-1"},
      {"adaptation",
       "RS adapts at strong currents only",
       "It says that RS neurons fire with an adapting frequency.",
       "From rest the intervals go from {slow_first} to {slow_last} ms at 70 pA, hardly a change; from {middle_first} "
       "to "
       "{middle_last} ms at 100 pA; and clearly, from {fast_first} to {fast_last} ms, at 200 pA.",
       {{"slow_first", slow.first_isi.value(), "ms"},
        {"slow_last", slow.last_isi.value(), "ms"},
        {"middle_first", middle.first_isi.value(), "ms"},
        {"middle_last", middle.last_isi.value(), "ms"},
        {"fast_first", fast.first_isi.value(), "ms"},
        {"fast_last", fast.last_isi.value(), "ms"}},
       "truth-adaptation"},
      {"bursts",
       "How the chattering cell bursts",
       "It says that the current sets the interval between bursts, from 15 to 100 ms, and that a burst has two to five "
       "spikes.",
       "Just above its onset the interval has no upper bound: it is {gap_170} ms at 170 pA, then {gap_200} ms at 200, "
       "{gap_500} ms at 500 and {gap_680} ms at 680 pA. Bursts that go on have {pair} or {triplet} spikes; only the "
       "first one, from rest, has more: {first_500} at 500 and {first_680} at 680 pA.",
       {{"gap_170", slow_bursts.gap_low.value(), "ms"},
        {"gap_200", pairs.gap_low.value(), "ms"},
        {"gap_500", triplets.gap_low.value(), "ms"},
        {"gap_680", fast_bursts.gap_low.value(), "ms"},
        {"pair", pairs.burst_spikes_high.value(), ""},
        {"triplet", triplets.burst_spikes_high.value(), ""},
        {"first_500", first_burst(triplets), ""},
        {"first_680", first_burst(fast_bursts), ""}},
       "note-CH-500"},
      {"sag",
       "Sag and rebound",
       "It says that with b > 0 the cell sags under a hyperpolarising pulse, and answers its end with a rebound.",
       "Under -300 pA IB (b = {IB_b} nS) comes back by {IB_sag} mV during the step, and after it swings {IB_over} mV "
       "past "
       "rest, or {IB_held} mV where 300 pA hold it just below threshold: a rebound, with {IB_spikes} spikes. RS (b = "
       "{RS_b} nS) sags by {RS_sag} mV and swings back by {RS_over} mV.",
       {{"IB_b", IB.b, "nS"},
        {"IB_sag", IB_released.sag.value(), "mV"},
        {"IB_over", IB_released.overshoot.value(), "mV"},
        {"IB_held", IB_held.overshoot.value(), "mV"},
        {"IB_spikes", IB_released.rebound_spikes.value() + IB_held.rebound_spikes.value(), ""},
        {"RS_b", RS.b, "nS"},
        {"RS_sag", RS_released.sag.value(), "mV"},
        {"RS_over", RS_released.overshoot.value(), "mV"}},
       "why-sag"},
      {"peak",
       "The peaks",
       "Its table gives one typical peak, about 35 mV.",
       "IB's published peak is {IB} mV. For CH the book has {book} mV where the note has {note} mV: at 400 pA the "
       "{count} spikes of "
       "the first 200 ms stay, but move by up to {shift} ms.",
       {{"IB", IB.vpeak, "mV"},
        {"book", book_CH.vpeak, "mV"},
        {"note", CH.vpeak, "mV"},
        {"shift", largest_shift(high_peak, low_peak), "ms"},
        {"count", high_peak.count, ""}},
       "truth-peak"},
      {"grid",
       "A reset on the grid makes any method first order",
       "It integrates with Runge-Kutta of order four, and resets at the grid point after the crossing.",
       "The interval of RS at 70 pA then comes out {full} ms short at its step of 0.5 ms, and {half} ms short at half "
       "that step: "
       "about half the error, where the method alone would leave a sixteenth.",
       {{"full", interval_error(note_dt), "ms"}, {"half", interval_error(note_dt / 2), "ms"}},
       "note-4"},
  };
}

}  // namespace izh
