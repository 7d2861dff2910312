#include "core/sweep/protocol.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/model/resolve.hpp"
#include "core/schema/require.hpp"
#include "core/solve/simulate.hpp"

namespace izh {

namespace {

namespace say = asked_texts;

constexpr double settles = 100;  // ms before a step from rest

/// The stimulus without the step.
std::vector<Stimulus> others_of(const Experiment& experiment, const ProtocolSetting& found) {
  std::vector<Stimulus> others = experiment.stimulus;
  others.erase(others.begin() + static_cast<std::ptrdiff_t>(*found.stimulus));
  return others;
}

bool is_none(const Stimulus& one) {
  const Segment part = extent(one);
  return part.current == 0 && part.slope == 0;
}

/// When [ms] one of the `others` first changes after `onset`.
std::optional<double> first_change(const std::vector<Stimulus>& others, double onset) {
  std::optional<double> first;
  const auto take = [&](double time) { first = std::min(first.value_or(time), time); };
  for (const Stimulus& one : others) {
    if (is_none(one)) continue;
    const Segment part = extent(one);
    if (part.start > onset)
      take(part.start);
    else if (part.end > onset && part.slope != 0)
      take(onset);
    else if (part.end > onset && part.end < unbounded)
      take(part.end);
  }
  return first;
}

std::optional<double> selected(const Experiment& experiment, const Protocol& protocol) {
  const auto& list = experiment.stimulus;
  if (list.empty()) return std::nullopt;
  if (const auto place = protocol.stimulus; place && *place < static_cast<double>(list.size())) return place;
  const auto is_step = [](const Stimulus& one) { return std::holds_alternative<Step>(one); };
  const auto step = std::find_if(list.begin(), list.end(), is_step);
  return step == list.end() ? 0.0 : static_cast<double>(step - list.begin());
}

bool is_exact(const Experiment& experiment) { return std::holds_alternative<Exact>(experiment.solver); }

/// The window for a run of which only the spikes are needed.
Window only_spikes(const Experiment& run) { return {0.0, {}, 0.0, is_exact(run) ? 2e5 : 2e6}; }

Experiment at_rest(const Experiment& experiment) {
  return {experiment.cell, Rest{}, {Step{0, settles, {}}}, experiment.duration, Exact{}};
}

/// What is asked, in full, of a run with so many stimuli.
Text asked_text(const ProtocolSetting& found, std::size_t stimuli) {
  if (found.refused == Refused::no_stimulus) return sentences({say::no_stimulus(), say::rest()});
  if (found.refused == Refused::no_step) return sentences({say::no_step(), say::rest()});
  if (found.refused == Refused::outside) return sentences({say::outside(), say::rest()});
  if (found.of == ProtocolOf::rest) return say::rest();
  const Text step = stimuli > 1 ? say::step_number(*found.stimulus + 1) : say::its_step();
  const Text asked = say::run(step, found.onset, found.end ? say::until(*found.end) : say::for_good());
  return found.background == 0 ? asked : sentences({asked, say::others(found.background)});
}

Text no_lasting(const ProtocolSetting& found) {
  switch (found.changes) {
    case Changes::step_ends:
      return say::step_ends(*found.changes_at);
    case Changes::others_change:
      return say::others_change(*found.changes_at);
    case Changes::fixed_steps:
      return say::fixed_steps();
    case Changes::nothing:
      break;
  }
  return {};
}

ProtocolSetting setting_of(const Experiment& experiment, const Protocol& protocol) {
  if (const auto place = protocol.stimulus; place && *place != std::floor(*place))
    throw std::invalid_argument("protocol_setting: the place of a stimulus must be a whole number from 0 on");
  ProtocolSetting found;
  found.stimulus = selected(experiment, protocol);
  const Step* step =
      found.stimulus ? std::get_if<Step>(&experiment.stimulus[static_cast<std::size_t>(*found.stimulus)]) : nullptr;
  const double end = step && step->duration ? step->onset + *step->duration : unbounded;
  if (!found.stimulus)
    found.refused = Refused::no_stimulus;
  else if (!step)
    found.refused = Refused::no_step;
  else if (!(step->onset < experiment.duration && end > 0))
    found.refused = Refused::outside;
  if (found.refused != Refused::no || protocol.of == ProtocolOf::rest) {
    found.of = ProtocolOf::rest;
    return found;
  }
  found.onset = std::max(0.0, step->onset);
  if (!is_exact(experiment)) found.method = Method::fixed_steps;
  if (end < unbounded) found.end = end;
  const std::vector<Stimulus> others = others_of(experiment, found);
  found.background = current_at(others, found.onset);
  const std::optional<double> change = first_change(others, found.onset);
  if (found.end) {
    found.changes = Changes::step_ends;
    found.changes_at = found.end;
  } else if (change) {
    found.changes = Changes::others_change;
    found.changes_at = change;
  } else if (!is_exact(experiment)) {
    found.changes = Changes::fixed_steps;
  }
  return found;
}

}  // namespace

ProtocolSetting protocol_setting(const Experiment& experiment, const Protocol& protocol) {
  require("protocol_setting", experiment);
  require_described("protocol_setting", protocol);
  ProtocolSetting found = setting_of(experiment, protocol);
  found.text = asked_text(found, experiment.stimulus.size());
  found.no_lasting = no_lasting(found);
  found.steady_rate = found.no_lasting.empty() ? say::steady_rate() : say::no_steady_rate(found.no_lasting);
  return found;
}

UnderProtocol::UnderProtocol(const Experiment& experiment, const Protocol& protocol)
    : setting(protocol_setting(experiment, protocol)),
      run(setting.of == ProtocolOf::rest ? at_rest(experiment) : experiment) {
  if (setting.of == ProtocolOf::rest) {
    onset = settles;
  } else {
    step = static_cast<std::size_t>(*setting.stimulus);
    onset = setting.onset;
    others = others_of(run, setting);
  }
}

Experiment UnderProtocol::at(double amplitude, double duration) const {
  Experiment result = run;
  std::get<Step>(result.stimulus[step]).amplitude = amplitude;
  result.duration = duration;
  return result;
}

Experiment UnderProtocol::of_length(double amplitude, std::optional<double> length) const {
  Experiment result = at(amplitude, std::min(std::max(run.duration, onset + length.value_or(0)), longest_run));
  Step& varied = std::get<Step>(result.stimulus[step]);
  varied.onset = onset;
  varied.duration = length;
  return result;
}

std::optional<State> UnderProtocol::start() const {
  // From rest, nothing happens before the onset.
  if (!(onset > 0) || setting.of == ProtocolOf::rest) return initial_state(run);
  Window window = only_spikes(run);
  if (!exact()) {  // on its own grid
    window.from = onset;
    window.to = onset;
    window.points = 1;
    const Recording found = simulate(run, window);
    return found.v.empty() ? std::nullopt : std::optional(State{found.v[0], found.u[0]});
  }
  Experiment before = run;
  before.duration = onset;
  const Ended ended = simulate(before, window).ended;
  return ended.kind == End::finished ? std::optional(State{ended.v, ended.u}) : std::nullopt;
}

bool UnderProtocol::exact() const { return is_exact(run); }

bool UnderProtocol::others_stay() const { return !first_change(others, onset); }

bool UnderProtocol::alone() const {
  return setting.changes == Changes::nothing && setting.background == 0 && others_stay();
}

Recording recorded(const Experiment& run) { return simulate(run, only_spikes(run)); }

std::vector<double> spikes_from(const Recording& recording, double onset) {
  return {std::lower_bound(recording.spikes.begin(), recording.spikes.end(), onset), recording.spikes.end()};
}

Experiment protocol_run(const Experiment& experiment, const Protocol& protocol, double amplitude, double duration) {
  require("protocol_run", "amplitude", amplitude, valid_amplitude, "pA");
  require("protocol_run", "duration", duration, valid_run_length, "ms");
  return UnderProtocol(experiment, protocol).at(amplitude, duration);
}

}  // namespace izh
