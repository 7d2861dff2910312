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

namespace say = note_texts;

double resistance(const Cell& cell) { return 1000 / input_conductance(cell); }

/// Measures of a run with a step at 100 ms.
Measures step_measures(const Cell& cell, Initial initial, double amplitude, double duration, Solver solver = Exact{}) {
  Window window;
  window.points = 0;
  window.budget = 1e7;
  const Experiment run{cell, initial, {Step{amplitude, 100.0, {}}}, duration, solver};
  return measures(simulate(run, window).spikes, {100.0, duration});
}

/// The largest difference [ms] between corresponding spikes of two trains.
double largest_shift(const Measures& one, const Measures& other) {
  double distance = one.latency.value() - other.latency.value(), largest = std::fabs(distance);
  for (std::size_t i = 0; i < std::min(one.isi.size(), other.isi.size()); ++i) {
    distance += one.isi[i] - other.isi[i];
    largest = std::max(largest, std::fabs(distance));
  }
  return largest;
}

/// The threshold [pA] of the bursting cell for `count` spikes within 1 s.
double bursting_threshold(Initial initial, std::size_t count) {
  Experiment run;
  run.cell = intrinsically_bursting;
  run.initial = initial;
  return step_threshold(run, count, 0, 600).value();
}

/// The pattern of the chattering cell under a step from rest, over four seconds.
Pattern chattering_pattern(double amplitude) {
  Window window;
  window.points = 0;
  const Experiment run{chattering, Rest{}, {Step{amplitude, 100.0, {}}}, 4100.0, Exact{}};
  return pattern(simulate(run, window).spikes, {100.0, 4100.0});
}

double first_burst(const Pattern& found) { return found.burst_last.at(0) - found.burst_first.at(0) + 1; }

/// The response to half a second of -300 pA, from rest or with a current `hold` that keeps the cell depolarised
/// throughout.
StepResponse released(const Cell& cell, double hold = 0.0) {
  return step_response({cell, Rest{}, {Step{-300, 1000.0, 500.0}, Step{hold, 0.0, {}}}, 2500.0, Exact{}});
}

/// The error [ms] of the mean interval of RS at 70 pA when run in fixed steps.
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
      {"start", say::start(bursting_threshold(note_start(IB), 1), bursting_threshold(Rest{}, 1)), "note-10"},
      {"k", say::k(1000.0 / 80, resistance(RS), resistance(IB), resistance(CH)), "RS"},
      {"units", say::units(1 / RS.a), "note-5"},
      {"threshold",
       say::threshold(kick_threshold(RS).value(), RS.vt, kick_threshold(IB).value(), IB.vt, kick_threshold(CH).value(),
                      CH.vt),
       "truth-kick"},
      {"rheobase", say::rheobase(saddle_node_current(RS)), "truth-rheobase"},
      {"rheobase-IB",
       say::rheobase_IB(bursting_threshold(note_start(IB), 1), bursting_threshold(note_start(IB), 2),
                        bursting_threshold(note_start(IB), 3), IB_rheobase.single.current.value(),
                        IB_rheobase.lasting.current.value()),
       "truth-IB-rest"},
      {"reset", say::reset(RS.c, RS.c - RS.vr), "note-1"},
      {"adaptation",
       say::adaptation(slow.first_isi.value(), slow.last_isi.value(), middle.first_isi.value(), middle.last_isi.value(),
                       fast.first_isi.value(), fast.last_isi.value()),
       "truth-adaptation"},
      {"bursts",
       say::bursts(slow_bursts.gap_low.value(), pairs.gap_low.value(), triplets.gap_low.value(),
                   fast_bursts.gap_low.value(), pairs.burst_spikes_high.value(), triplets.burst_spikes_high.value(),
                   first_burst(triplets), first_burst(fast_bursts)),
       "note-CH-500"},
      {"sag",
       say::sag(IB.b, IB_released.sag.value(), IB_released.overshoot.value(), IB_held.overshoot.value(),
                IB_released.rebound_spikes.value() + IB_held.rebound_spikes.value(), RS.b, RS_released.sag.value(),
                RS_released.overshoot.value()),
       "why-sag"},
      {"peak", say::peak(IB.vpeak, book_CH.vpeak, CH.vpeak, largest_shift(high_peak, low_peak), high_peak.count),
       "truth-peak"},
      {"grid", say::grid(interval_error(note_dt), interval_error(note_dt / 2)), "note-4"},
  };
}

}  // namespace izh
