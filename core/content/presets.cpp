#include "core/content/presets.hpp"

#include <algorithm>

namespace izh {

namespace {

const char* const book = "Izhikevich (2007), Dynamical Systems in Neuroscience, MIT Press, chapter 8";
const char* const cooper =
    "I. Cooper, Izhikevich quadratic model for spiking neurons, Doing Physics with Python (mnsIZH02.py)";

const char* const inferred_start =
    "The note does not print its start. Of those tried, only v = -60 mV and u = b v for every cell, with the step at "
    "100 ms, gives all the numbers it prints, so it is used here as an inference. It is not rest: \"The same from "
    "rest\" shows the difference.";
const char* const inferred_ramp_start =
    "The note does not print its start; v = -60 mV and u = b v are inferred from its other figures. It is not rest: "
    "\"The same from rest\" shows the difference.";

Experiment step_run(const Cell& cell, Initial initial, double amplitude, double duration, Solver solver = Exact{}) {
  return {cell, initial, {Step{amplitude, 100.0, {}}}, duration, solver};
}

Experiment note_step(const Cell& cell, double amplitude, double duration = 1000.0, Solver solver = Exact{}) {
  return step_run(cell, note_start(cell), amplitude, duration, solver);
}

Experiment note_ramp() {
  return {regular_spiking, note_start(regular_spiking), {Ramp{0, 250, 0, 500}}, 500.0, Exact{}};
}

Experiment kick(const Cell& cell, double v) { return {cell, At{v, 0.0}, {}, 200.0, Exact{}}; }

View over(const char* plot, std::vector<Stretch> stretches) { return {plot, std::move(stretches), {}, {}, 200.0}; }

View whole(const char* plot) { return over(plot, {{"whole", 0.0, {}}}); }

/// A diagram over the currents from ... to, `points` of them.
View diagram(const char* plot, double from, double to, double points) {
  return {plot, {{"whole", 0.0, {}}}, from, to, points};
}

Preset cell(const char* id, const char* title, const char* caption, const Cell& parameters, double amplitude,
            const char* source) {
  return {id, "cells", id, title, caption, source, "", whole("v"), {step_run(parameters, Rest{}, amplitude, 1000.0)},
          {}, {}};
}

Preset figure(const char* number, const char* title, const char* caption, View view, std::vector<Experiment> runs,
              const char* remark = inferred_start) {
  return {std::string("note-") + number,
          "note",
          number,
          title,
          caption,
          std::string(cooper) + ", figure " + number,
          remark,
          view,
          std::move(runs),
          {},
          {}};
}

Preset chattering_figure(const char* amplitude_text, double amplitude, const char* caption) {
  Preset result = figure(amplitude_text, "", caption, over("v", {{"whole", 0.0, {}}, {"zoom", 90.0, 300.0}}),
                         {note_step(chattering, amplitude)});
  result.id = std::string("note-CH-") + amplitude_text;
  result.label = std::string("CH ") + amplitude_text;
  result.title = std::string("Chattering cell at ") + amplitude_text + " pA";
  result.source = std::string(cooper) + ", chattering neurons";
  return result;
}

Preset truth(const char* id, const char* label, const char* title, const char* caption, View view,
             std::vector<Experiment> runs, std::vector<RunName> names = {}) {
  return {id, "truth", label, title, caption, "This lab", "", view, std::move(runs), {}, std::move(names)};
}

Preset reason(const char* id, const char* label, const char* title, const char* caption, View view,
              std::vector<Experiment> runs, std::vector<RunName> names = {}) {
  Preset result = truth(id, label, title, caption, std::move(view), std::move(runs), std::move(names));
  result.group = "why";
  return result;
}

/// Half a second of another current, released again; with a `hold` that is on all the while.
Experiment released(const Cell& cell, double amplitude, double hold = 0.0) {
  Experiment run{cell, Rest{}, {Step{amplitude, 1000.0, 500.0}}, 2500.0, Exact{}};
  if (hold != 0) run.stimulus.push_back(Step{hold, 0.0, {}});
  return run;
}

/// IB under 347 pA from the first instant on.
Experiment under_347(Initial initial) {
  return {intrinsically_bursting, initial, {Step{347, 0.0, {}}}, 3000.0, Exact{}};
}

Cell with_peak(Cell cell, double vpeak) {
  cell.vpeak = vpeak;
  return cell;
}

std::vector<Preset> figures_of_regular_spiking() {
  const Cell& RS = regular_spiking;
  Preset rates = figure(
      "4", "Just above rheobase",
      "At 51.5, 52 and 70 pA the interval shrinks from 2388 to 867 to 148 ms. The rk4 runs repeat the note's own "
      "scheme and give what it prints.",
      whole("v"),
      {note_step(RS, 51.5, 5000), note_step(RS, 52, 5000), note_step(RS, 70, 5000),
       note_step(RS, 51.5, 5000, Rk4{note_dt, SwitchEdge::after}),
       note_step(RS, 52, 5000, Rk4{note_dt, SwitchEdge::after}),
       note_step(RS, 70, 5000, Rk4{note_dt, SwitchEdge::after})});
  rates.printed = {{"51.5 pA", 2386, 0.42}, {"52 pA", 867, 1.15}, {"70 pA", 147, 6.79}};
  return {
      figure("1", "One action potential",
             "A regular spiking cell at 70 pA, close up: a slow approach, a steep upstroke to vpeak, the reset, and "
             "then a "
             "slow after-hyperpolarisation while u decays.",
             over("v", {{"spike", 190.0, 350.0}, {"whole", 0.0, {}}}), {note_step(RS, 70)}),
      figure("2", "The stimulus: a step of current", "The current is off, then 70 pA from 100 ms on.", whole("current"),
             {note_step(RS, 70)}),
      figure("3", "Below rheobase: no spike",
             "At 51 and 51.4 pA the cell settles at a depolarised rest and never fires, however long one waits: both "
             "currents lie below I_SN.",
             whole("v"), {note_step(RS, 51, 5000), note_step(RS, 51.4, 5000)}),
      std::move(rates),
      figure("5", "The recovery current", "At every spike u jumps up by d, and then it decays slowly until the next.",
             whole("u"), {note_step(RS, 70)}),
      figure("6", "A limit cycle in the phase plane",
             "After a first transient, the orbit of (v, u) closes on itself: every spike is like the one before.",
             whole("phase"), {note_step(RS, 70)}),
      figure("7", "The stimulus: a ramp of current", "The current grows by 0.5 pA every millisecond, for 500 ms.",
             whole("current"), {note_ramp()}, inferred_ramp_start),
      figure("8", "A ramp makes the cell fire ever faster",
             "No spike until the current has passed the rheobase; then 10 spikes, at shrinking intervals.", whole("v"),
             {note_ramp()}, inferred_ramp_start),
      figure("9", "The rate follows the current",
             "Each point is 1000 divided by one interval, against the current midway between its two spikes. The rate "
             "rises with the current.",
             whole("rate"), {note_ramp()}, inferred_ramp_start),
  };
}

std::vector<Preset> figures_of_bursting() {
  const Cell& IB = intrinsically_bursting;
  std::vector<Experiment> steps;
  for (double amplitude : {242.0, 243.0, 342.0, 343.0, 346.0, 347.0}) steps.push_back(note_step(IB, amplitude));
  Preset long_run =
      figure("10", "347 pA for five seconds",
             "After a first pair of spikes the cell goes on, one spike every 458 ms, as long as the current "
             "lasts.",
             whole("v"), {note_step(IB, 347, 5000)});
  long_run.id = "note-10-347";
  long_run.label = "10, 5 s";
  return {
      figure("10", "Small differences, dramatic consequences",
             "An intrinsically bursting cell at six currents: no spike at 242 pA, one at 243 and at 342, two at 343 "
             "and 346, "
             "and at 347 pA a pair, then firing that lasts.",
             whole("v"), std::move(steps)),
      std::move(long_run),
      figure("11", "A burst, then a train",
             "At 600 pA a burst comes first, then a train with one spike every 62 ms. From the note's start the first "
             "intervals are "
             "10.02, 13.77, 27.34 and 75.55 ms; from rest the burst is a clean triple: 11.69, 18.23, then 63.9 ms.",
             over("v", {{"whole", 0.0, {}}, {"onset", 90.0, 350.0}, {"burst", 95.0, 170.0}}), {note_step(IB, 600)}),
      chattering_figure("150", 150, "Below threshold: 150 pA gives no spike."),
      chattering_figure("200", 200, "At 200 pA the cell fires pairs, 5.22 ms apart, every 96.26 ms."),
      chattering_figure("500", 500, "At 500 pA, after a first burst of four, triplets every 39.39 ms."),
      chattering_figure("600", 600, "At 600 pA, after a first burst of five, triplets every 32.43 ms."),
  };
}

std::vector<Preset> where_note_and_model_part() {
  const Cell &RS = regular_spiking, &IB = intrinsically_bursting, &CH = chattering;
  const View start = over("v", {{"kick", 0.0, 60.0}, {"whole", 0.0, {}}});
  return {
      truth("truth-kick", "kicks", "vt is not the firing threshold",
            "Without any current, six cells are let go from close to vt. RS fires from -40.5 mV, below its vt of -40 "
            "mV; IB "
            "does not fire from -44.9 mV, above its vt of -45 mV; CH fires only just above its vt of -40 mV.",
            start,
            {kick(RS, -40.6), kick(RS, -40.5), kick(IB, -44.9), kick(IB, -44.8), kick(CH, -40.0), kick(CH, -39.9)},
            {{"RS"}, {"RS"}, {"IB"}, {"IB"}, {"CH"}, {"CH"}}),
      truth("truth-rheobase", "rheobase", "The rheobase of RS is 51.428571 pA",
            "From rest: 51.42 pA never fires, 51.44 pA does after a long wait.", whole("v"),
            {step_run(RS, Rest{}, 51.42, 20000), step_run(RS, Rest{}, 51.44, 20000)}),
      truth("truth-IB-rest", "IB at rest", "From rest, the bursting cell has other thresholds",
            "A single spike first appears between 304 and 305 pA, lasting firing between 346 and 347 pA, and no "
            "current between "
            "gives a pair: the pairs of figure 10 come from its start.",
            whole("v"),
            {step_run(IB, Rest{}, 304, 5000), step_run(IB, Rest{}, 305, 5000), step_run(IB, Rest{}, 346, 5000),
             step_run(IB, Rest{}, 347, 5000)}),
      truth("truth-adaptation", "adaptation", "How much a regular spiking cell adapts",
            "From rest at 70, 100 and 200 pA: hardly, a little, and clearly.", whole("v"),
            {step_run(RS, Rest{}, 70, 1000), step_run(RS, Rest{}, 100, 1000), step_run(RS, Rest{}, 200, 1000)}),
      truth("truth-peak", "CH peak", "The peak matters little, but it matters",
            "The chattering cell at 400 pA with the note's peak of 35 mV and with the book's of 25 mV.", whole("v"),
            {step_run(CH, Rest{}, 400, 300), step_run(with_peak(CH, 25), Rest{}, 400, 300)},
            {{"peak 35 mV"}, {"peak 25 mV"}}),
  };
}

std::vector<Preset> what_shows_why() {
  const Cell &RS = regular_spiking, &IB = intrinsically_bursting, &CH = chattering;
  return {
      reason(
          "why-sag", "sag", "Sag and overshoot: what the sign of b does",
          "With b > 0, u follows v down and pulls it back up: IB sags, and swings past where it came from when it is "
          "let go, by 5.0 mV from just below threshold and by 0.7 mV from rest, but never to a spike. With b < 0, RS "
          "only goes down and comes back.",
          over("v", {{"step", 900.0, 2300.0}, {"whole", 0.0, {}}}),
          {released(IB, -300, 300), released(IB, -300), released(RS, -300)}, {{"IB, held"}, {"IB, from rest"}, {"RS"}}),
      reason("why-delay", "delay", "The first spike waits, the longer the nearer to rheobase",
             "From rest, RS waits 72, 172, 296, 470 and 805 ms for its first spike at 80, 60, 55, 53 and 52 pA: above "
             "I_SN = 51.428571 pA no rest is left, but where it was, v still moves slowly.",
             whole("v"),
             {step_run(RS, Rest{}, 80, 1000), step_run(RS, Rest{}, 60, 1000), step_run(RS, Rest{}, 55, 1000),
              step_run(RS, Rest{}, 53, 1000), step_run(RS, Rest{}, 52, 1000)}),
      reason(
          "why-cycle", "cycle", "At 347 pA two answers: which one depends on the start",
          "Just below I_H rest is still stable, but only within an unstable cycle. Let go 0.3 mV from rest, IB rings "
          "back; let go 1 mV from it, or at vr, it fires for good.",
          whole("phase"), {under_347(At{-59.3, 77}), under_347(At{-58.5, 77}), under_347(Rest{})},
          {{"within the cycle"}, {"outside"}, {"from vr"}}),
      reason("why-map", "map", "From spike to spike: why CH fires in two kinds of pairs",
             "After a spike v is always c, so all that follows hangs on u alone: a map from u to the next u. At 450 pA "
             "it ends in a cycle of four spikes, two pairs that take turns, 24.6 and 30.8 ms apart.",
             whole("map"), {step_run(CH, Rest{}, 450, 1000)}),
      reason(
          "why-bifurcation", "diagram", "A slight difference in the current makes a dramatic one in the firing",
          "The note says so of IB from 242 to 360 pA. Rest loses its stability at I_H = 347.65625 pA and is gone from "
          "I_SN = 350.208333 pA on; firing for good is possible from just above I* = 346.445313 pA, so that in between "
          "the cell rests or fires, whichever it did before.",
          diagram("bifurcation", 242, 360, 237), {step_run(IB, Rest{}, 347, 2000)}),
      reason("why-bursts", "bursts", "How a chattering cell bursts, against the current",
             "The note has two to five spikes per burst, 15 to 100 ms apart. In steps of 5 pA the model bursts from "
             "165 pA "
             "on: pairs, 178 ms apart at first and 30 ms at 440 pA, then triplets, 31 to 15 ms apart, and from 700 pA "
             "on only here and there. Four and five come when the current comes on, and never again.",
             diagram("bursts", 150, 800, 131), {step_run(CH, Rest{}, 300, 1000)}),
  };
}

std::vector<Preset> all() {
  std::vector<Preset> list{
      cell("RS", "Regular spiking cell",
           "A neocortical pyramidal cell at 70 pA: a tonic train whose rate rises smoothly from zero with the current.",
           regular_spiking, 70, book),
      cell("IB", "Intrinsically bursting cell",
           "A neocortical pyramidal cell at 600 pA: a burst when the current comes on, then single spikes.",
           intrinsically_bursting, 600, book),
      cell("CH", "Chattering cell",
           "A neocortical cell at 200 pA: short bursts of fast spikes, again and again. Its peak of 35 mV is the "
           "note's; "
           "the book has 25 mV.",
           chattering, 200, book),
  };
  for (auto* part : {what_shows_why, figures_of_regular_spiking, figures_of_bursting, where_note_and_model_part})
    for (Preset& one : part()) list.push_back(std::move(one));
  return list;
}

}  // namespace

const std::vector<Preset>& presets() {
  static const std::vector<Preset> list = all();
  return list;
}

const Preset* preset(const std::string& id) {
  const auto& list = presets();
  const auto found = std::find_if(list.begin(), list.end(), [&](const Preset& one) { return one.id == id; });
  return found == list.end() ? nullptr : &*found;
}

}  // namespace izh
