#include "core/sweep/protocol_thresholds.hpp"

#include <algorithm>
#include <cmath>

#include "core/model/critical_currents.hpp"
#include "core/solve/search.hpp"
#include "core/sweep/run_trials.hpp"
#include "core/sweep/trials.hpp"

namespace izh {

namespace {

namespace say = threshold_texts;

constexpr double most_steps = 1e6;       // for one search by the exact method
constexpr double most_spikes = 2000;     // after which a train counts as lasting
constexpr std::size_t seen_to_last = 5;  // spikes
constexpr double shown_alike = 0.01;     // pA

/// The smallest amplitude [pA] with a spike before the end of the run, if that is more than `first`.
std::optional<double> within_run(Trials& trials, const std::vector<StepPart>& parts, double first, double end) {
  const Happens fires = [&](double amplitude) { return trials.fires(parts, amplitude, end) == Fate::fires_on; };
  if (fires(first + promised)) return std::nullopt;
  double low = first, high = first;
  for (double more = 1e-6; !fires(high); more *= 4) {
    low = high;
    high = first + more;
    if (high > most_current) return std::nullopt;
  }
  return bisected(low, high, edge_width, fires);
}

void total(Sought& found, double background) {
  if (found.amplitude && background != 0) found.total = *found.amplitude + background;
}

/// `near`: the threshold by the exact method for a spike before the end of the run [pA].
void find_in_fixed_steps(ProtocolThresholds& found, const UnderProtocol& asked, std::optional<double> near) {
  const Cell& cell = asked.run.cell;
  const double own = asked.run.duration;
  RunTrials trials(asked.onset), shown(asked.onset);
  found.lasting.reason_id = "changes";
  found.first = sought(smallest_near(
      cell, [&](double at) { return trials.fires(asked.at(at, own)); }, [&] { return trials.left(); }, near,
      std::max(rest_is_lost(cell) - found.setting.background, 1.0)));
  show(found.first, {}, 1, asked, [&](double at) { return shown.fires(asked.at(at, own)) == Fate::fires_on; });
}

void find_exactly(ProtocolThresholds& found, const UnderProtocol& asked, const State& start) {
  const Cell& cell = asked.run.cell;
  const double background = found.setting.background, own = asked.run.duration;
  const bool steady = found.setting.changes == Changes::nothing;
  const std::vector<StepPart> parts = step_parts(asked.others, asked.onset, found.setting.end);
  Trials one(cell, start, most_steps), on(cell, start, most_steps), shown(cell, start, most_steps);
  if (no_rest(asked, start)) {
    found.first.reason_id = "no_rest";
    found.lasting.reason_id = steady ? "no_rest" : "changes";
  } else if (asked.alone()) {
    const Rheobase rheobase = rheobase_of(asked, start);
    found.first = sought(rheobase.single);
    found.lasting = sought(rheobase.lasting);
  } else {
    const double top = std::max(rest_is_lost(cell) - background, 1.0);
    found.first = sought(smallest_current(
        cell, [&](double at) { return one.fires(parts, at); }, [&] { return one.left(); }, top));
    if (steady)
      found.lasting = sought(smallest_current(
          cell, [&](double at) { return on.without_end(at + background, most_spikes); }, [&] { return on.left(); },
          top));
    else
      found.lasting.reason_id = "changes";
  }
  if (found.lasting.amplitude)
    found.lasting.certain = outcome(cell, start, *found.lasting.amplitude + background + promised).certain ? 1 : 0;
  if (found.setting.of == ProtocolOf::run && found.first.amplitude)
    found.within = within_run(shown, parts, *found.first.amplitude, own);
  if (!asked.exact()) return;
  show(found.first, found.lasting.amplitude, 1, asked,
       [&](double at) { return shown.fires(parts, at) == Fate::fires_on; });
  show(found.lasting, {}, seen_to_last, asked,
       [&](double at) { return shown.without_end(at + background, most_spikes) == Fate::fires_on; });
}

Text comes(const Sought& sought, const Text& reason) {
  if (!sought.amplitude) return reason;
  return sought.total ? say::from_in_all(*sought.amplitude, *sought.total) : say::from(*sought.amplitude);
}

Text details(const ProtocolThresholds& found, const Sought& sought, std::optional<double> within, double duration) {
  std::vector<Text> all;
  if (sought.amplitude && found.setting.method == Method::fixed_steps) all.push_back(say::in_its_steps());
  if (sought.total) all.push_back(say::with_others(*sought.total));
  if (within) all.push_back(say::within(duration, *within));
  if (sought.certain == 0) all.push_back(say::uncertain(most_spikes));
  return all.empty() ? Text{} : say::details(all);
}

/// What was asked.
Text asked_of(const ProtocolThresholds& found) {
  return found.setting.of == ProtocolOf::run ? say::this_run() : say::from_rest();
}

ThresholdSaid said_of(const ProtocolThresholds& found, const Sought& sought, std::optional<double> within,
                      double duration) {
  ThresholdSaid said;
  if (!sought.amplitude) said.reason = reason_text(sought.reason_id, found.setting, sought.runs_away_from);
  said.details = details(found, sought, within, duration);
  if (!sought.shown) return said;
  said.show = say::show(*sought.shown);
  said.hint = sought.far ? say::far_above(asked_of(found)) : say::just_above(asked_of(found));
  if (sought.duration && *sought.duration > duration) {
    said.show = say::show_longer(*sought.shown, *sought.duration);
    said.hint = say::made_longer(said.hint, *sought.duration);
  }
  return said;
}

Text summary(const ProtocolThresholds& found, double duration) {
  const Text first = comes(found.first, found.first_said.reason);
  const Text lasting = comes(found.lasting, found.lasting_said.reason);
  const bool in_its_steps = found.first.amplitude && found.setting.method == Method::fixed_steps;
  std::vector<Text> all;
  if (found.together == 0) all.push_back(in_its_steps ? say::first_in_its_steps(first) : say::first(first));
  all.push_back(say::lasting(lasting));
  if (found.within) all.push_back(say::soon(duration, *found.within));
  return say::summary(asked_of(found), all);
}

/// Puts what was found into words. `duration`: of the run on show [ms].
void tell(ProtocolThresholds& found, double duration) {
  found.first_said = said_of(found, found.first, found.within, duration);
  found.lasting_said = said_of(found, found.lasting, std::nullopt, duration);
  found.text = summary(found, duration);
  if (found.v && found.u) found.state = say::state(*found.v, *found.u);
  if (found.first.amplitude) found.first_said.mark = found.together == 1 ? say::firing_begins() : say::first_spike();
  if (found.lasting.amplitude && found.together == 0) found.lasting_said.mark = say::lasts();
}

ProtocolThresholds thresholds_of(const Experiment& experiment, const Protocol& protocol) {
  const UnderProtocol asked(experiment, protocol);
  ProtocolThresholds found;
  found.setting = protocol_setting(experiment, protocol);
  found.saddle_node = saddle_node_current(asked.run.cell);
  const std::optional<State> start = asked.start();
  if (!start) {
    found.first.reason_id = found.lasting.reason_id = "not_reached";
    return found;
  }
  found.v = start->v;
  found.u = start->u;
  find_exactly(found, asked, *start);
  if (!asked.exact()) {
    const std::optional<double> near = found.within ? found.within : found.first.amplitude;
    found.first = found.lasting = {};
    found.within.reset();
    find_in_fixed_steps(found, asked, near);
  }
  if (asked.others_stay()) {
    total(found.first, found.setting.background);
    total(found.lasting, found.setting.background);
  }
  const auto &one = found.first.amplitude, &on = found.lasting.amplitude;
  found.together = one && on && *on - *one < same_threshold ? 1 : 0;
  const double background = found.setting.background;
  const std::optional<double> parabola = invariant_parabola_current(asked.run.cell);
  found.at_parabola = on && parabola && std::fabs(*on + background - *parabola) < shown_alike ? 1 : 0;
  found.zones = onset_zones(one, on, lost_at(asked.run.cell) - background);
  return found;
}

}  // namespace

Text reason_text(const std::string& reason_id, const ProtocolSetting& setting, std::optional<double> runs_away_from) {
  if (reason_id == "changes") return setting.no_lasting;
  if (runs_away_from) return say::runs_away(*runs_away_from);
  if (reason_id == "without") return say::without(0);
  if (reason_id == "undecided") return say::undecided();
  if (reason_id == "no_rest") return say::no_rest();
  if (reason_id == "not_reached") return say::not_reached();
  return say::none_below(most_current);
}

ProtocolThresholds protocol_thresholds(const Experiment& experiment, const Protocol& protocol) {
  ProtocolThresholds found = thresholds_of(experiment, protocol);
  tell(found, experiment.duration);
  return found;
}

}  // namespace izh
