#include "core/content/presets.hpp"

#include <algorithm>

namespace izh {

namespace {

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

View over(About plot, std::vector<Stretch> stretches) { return {plot, std::move(stretches), {}, {}, 200.0}; }

View whole(About plot) { return over(plot, {{"whole", 0.0, {}}}); }

/// A diagram over `points` currents from `from` to `to` [pA].
View diagram(About plot, double from, double to, double points) {
  return {plot, {{"whole", 0.0, {}}}, from, to, points};
}

Preset cell(const char* id, const Cell& parameters, double amplitude) {
  return {id, "cells", whole(About::v), {step_run(parameters, Rest{}, amplitude, 1000.0)}, {}};
}

Preset figure(const char* number, View view, std::vector<Experiment> runs) {
  return {std::string("note-") + number, "note", std::move(view), std::move(runs), {}};
}

Preset chattering_figure(const char* id, double amplitude) {
  return figure(id, over(About::v, {{"whole", 0.0, {}}, {"zoom", 90.0, 300.0}}), {note_step(chattering, amplitude)});
}

Preset truth(const char* id, View view, std::vector<Experiment> runs) {
  return {id, "truth", std::move(view), std::move(runs), {}};
}

Preset reason(const char* id, View view, std::vector<Experiment> runs) {
  return {id, "why", std::move(view), std::move(runs), {}};
}

/// Half a second at another current, then released; with a current `hold` throughout.
Experiment released(const Cell& cell, double amplitude, double hold = 0.0) {
  Experiment run{cell, Rest{}, {Step{amplitude, 1000.0, 500.0}}, 2500.0, Exact{}};
  if (hold != 0) run.stimulus.push_back(Step{hold, 0.0, {}});
  return run;
}

/// IB under 347 pA from time 0 on.
Experiment under_347(Initial initial) {
  return {intrinsically_bursting, initial, {Step{347, 0.0, {}}}, 3000.0, Exact{}};
}

Cell with_peak(Cell cell, double vpeak) {
  cell.vpeak = vpeak;
  return cell;
}

std::vector<Preset> figures_of_regular_spiking() {
  const Cell& RS = regular_spiking;
  Preset rates = figure("4", whole(About::v),
                        {note_step(RS, 51.5, 5000), note_step(RS, 52, 5000), note_step(RS, 70, 5000),
                         note_step(RS, 51.5, 5000, Rk4{note_dt, SwitchEdge::after}),
                         note_step(RS, 52, 5000, Rk4{note_dt, SwitchEdge::after}),
                         note_step(RS, 70, 5000, Rk4{note_dt, SwitchEdge::after})});
  rates.printed = {{2386, 0.42}, {867, 1.15}, {147, 6.79}};  // at 51.5, 52 and 70 pA
  return {
      figure("1", over(About::v, {{"spike", 190.0, 350.0}, {"whole", 0.0, {}}}), {note_step(RS, 70)}),
      figure("2", whole(About::current), {note_step(RS, 70)}),
      figure("3", whole(About::v), {note_step(RS, 51, 5000), note_step(RS, 51.4, 5000)}),
      std::move(rates),
      figure("5", whole(About::u), {note_step(RS, 70)}),
      figure("6", whole(About::phase), {note_step(RS, 70)}),
      figure("7", whole(About::current), {note_ramp()}),
      figure("8", whole(About::v), {note_ramp()}),
      figure("9", whole(About::rate), {note_ramp()}),
  };
}

std::vector<Preset> figures_of_bursting() {
  const Cell& IB = intrinsically_bursting;
  std::vector<Experiment> steps;
  for (double amplitude : {242.0, 243.0, 342.0, 343.0, 346.0, 347.0}) steps.push_back(note_step(IB, amplitude));
  return {
      figure("10", whole(About::v), std::move(steps)),
      figure("10-347", whole(About::v), {note_step(IB, 347, 5000)}),
      figure("11", over(About::v, {{"whole", 0.0, {}}, {"onset", 90.0, 350.0}, {"burst", 95.0, 170.0}}),
             {note_step(IB, 600)}),
      chattering_figure("CH-150", 150),
      chattering_figure("CH-200", 200),
      chattering_figure("CH-500", 500),
      chattering_figure("CH-600", 600),
  };
}

std::vector<Preset> where_note_and_model_part() {
  const Cell &RS = regular_spiking, &IB = intrinsically_bursting, &CH = chattering;
  const View start = over(About::v, {{"kick", 0.0, 60.0}, {"whole", 0.0, {}}});
  return {
      truth("truth-kick", start,
            {kick(RS, -40.6), kick(RS, -40.5), kick(IB, -44.9), kick(IB, -44.8), kick(CH, -40.0), kick(CH, -39.9)}),
      truth("truth-rheobase", whole(About::thresholds),
            {step_run(RS, Rest{}, 51.42, 20000), step_run(RS, Rest{}, 51.44, 20000)}),
      truth("truth-IB-rest", whole(About::thresholds),
            {step_run(IB, Rest{}, 304, 5000), step_run(IB, Rest{}, 305, 5000), step_run(IB, Rest{}, 346, 5000),
             step_run(IB, Rest{}, 347, 5000)}),
      truth("truth-adaptation", whole(About::v),
            {step_run(RS, Rest{}, 70, 1000), step_run(RS, Rest{}, 100, 1000), step_run(RS, Rest{}, 200, 1000)}),
      truth("truth-peak", whole(About::v),
            {step_run(CH, Rest{}, 400, 300), step_run(with_peak(CH, 25), Rest{}, 400, 300)}),
  };
}

std::vector<Preset> what_shows_why() {
  const Cell &RS = regular_spiking, &IB = intrinsically_bursting, &CH = chattering;
  return {
      reason("why-sag", over(About::v, {{"step", 900.0, 2300.0}, {"whole", 0.0, {}}}),
             {released(IB, -300, 300), released(IB, -300), released(RS, -300)}),
      reason("why-delay", whole(About::v),
             {step_run(RS, Rest{}, 80, 1000), step_run(RS, Rest{}, 60, 1000), step_run(RS, Rest{}, 55, 1000),
              step_run(RS, Rest{}, 53, 1000), step_run(RS, Rest{}, 52, 1000)}),
      reason("why-cycle", whole(About::phase), {under_347(At{-59.3, 77}), under_347(At{-58.5, 77}), under_347(Rest{})}),
      reason("why-map", whole(About::map), {step_run(CH, Rest{}, 450, 1000)}),
      reason("why-bifurcation", diagram(About::bifurcation, 242, 360, 237), {step_run(IB, Rest{}, 347, 2000)}),
      reason("why-bursts", diagram(About::bursts, 150, 800, 131), {step_run(CH, Rest{}, 300, 1000)}),
  };
}

std::vector<Preset> all() {
  std::vector<Preset> list{
      cell("RS", regular_spiking, 70),
      cell("IB", intrinsically_bursting, 600),
      cell("CH", chattering, 200),
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
