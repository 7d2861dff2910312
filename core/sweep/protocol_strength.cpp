#include "core/sweep/protocol_strength.hpp"

#include <algorithm>

#include "core/schema/require.hpp"
#include "core/sweep/protocol_thresholds.hpp"
#include "core/sweep/run_trials.hpp"
#include "core/sweep/smallest.hpp"
#include "core/sweep/sought.hpp"
#include "core/sweep/thresholds.hpp"
#include "core/sweep/trials.hpp"

namespace izh {

namespace {

constexpr double steps_of_one = 1e6, steps_of_all = 2e6;  // for one search by the exact method, and for a curve

/// The thresholds against the length of a step; none: endless.
class Strength {
 public:
  Strength(const Experiment& experiment, const Protocol& protocol)
      : asked_(experiment, protocol), start_(asked_.start()), runs_(asked_.onset) {}

  bool reached() const { return start_.has_value(); }

  Smallest without_end() {
    if (no_rest(asked_, *start_)) return {{}, "no_rest", {}};
    Smallest found;
    if (asked_.alone()) {
      const Sought one = sought(rheobase_of(asked_, *start_).single);
      found = {one.amplitude, one.reason_id, one.runs_away_from};
    } else {
      Trials trials(cell(), *start_, steps_of_one);
      found = exactly(trials, std::nullopt, top());
    }
    return asked_.exact() ? found : in_fixed_steps(std::nullopt, found);
  }

  ProtocolStrength of_lengths(const std::vector<double>& durations, double rheobase) {
    ProtocolStrength found;
    found.rheobase = rheobase;
    Trials trials(cell(), *start_, steps_of_all), shown(cell(), *start_, steps_of_all);
    for (double duration : durations) {
      if (trials.exhausted() || runs_.exhausted()) break;
      Smallest one = exactly(trials, duration, rheobase);
      if (!asked_.exact()) one = in_fixed_steps(duration, one);
      if (!one.current) continue;
      found.duration.push_back(duration);
      found.current.push_back(*one.current);
      double above = just_above({*one.current}).front();
      for (double share = 1e-3; share > 1e-10 && !fires(shown, above, duration); share /= 10)
        above = little_above(*one.current, share * *one.current);
      found.above.push_back(above);
    }
    return found;
  }

  /// The shortest step [ms] of `amplitude` [pA] that gives a spike, up to 1e5 ms. None in fixed steps if the shortest
  /// that can be run does: however short it is, it counts as a whole step of the method.
  std::optional<double> shortest(double amplitude) {
    Trials trials(cell(), *start_, steps_of_one);
    if (!asked_.exact() && fires(trials, amplitude, valid_run_length.low)) return std::nullopt;
    return shortest_step([&](double duration) { return fires(trials, amplitude, duration); },
                         [&] { return std::min(trials.left(), runs_.left()); });
  }

 private:
  const Cell& cell() const { return asked_.run.cell; }
  double top() const { return rest_is_lost(cell()) - asked_.setting.background; }

  std::vector<StepPart> parts(std::optional<double> duration) const {
    const double onset = asked_.onset;
    return step_parts(asked_.others, onset, duration ? std::optional(onset + *duration) : std::nullopt);
  }

  /// What the run of `strength_run` does.
  Fate run_fires(double amplitude, std::optional<double> duration) {
    return runs_.fires(asked_.of_length(amplitude, duration));
  }

  bool fires(Trials& trials, double amplitude, double duration) {
    return (asked_.exact() ? trials.fires(parts(duration), amplitude) : run_fires(amplitude, duration)) ==
           Fate::fires_on;
  }

  Smallest exactly(Trials& trials, std::optional<double> duration, double top) {
    const std::vector<StepPart> list = parts(duration);
    return smallest_current(
        cell(), [&](double amplitude) { return trials.fires(list, amplitude); }, [&] { return trials.left(); },
        std::max(top, 1.0));
  }

  /// The threshold of the fixed-step run, near that of the exact method.
  Smallest in_fixed_steps(std::optional<double> duration, const Smallest& beside) {
    return smallest_near(
        cell(), [&](double amplitude) { return run_fires(amplitude, duration); }, [&] { return runs_.left(); },
        beside.current, std::max(beside.current.value_or(top()), 1.0));
  }

  UnderProtocol asked_;
  std::optional<State> start_;
  RunTrials runs_;
};

ProtocolStrength strength_of(Strength strength, const std::vector<double>& durations) {
  ProtocolStrength found;
  found.reason_id = "not_reached";
  if (!strength.reached()) return found;
  const Smallest endless = strength.without_end();
  found.reason_id = endless.reason_id;
  if (!endless.current) return found;
  found = strength.of_lengths(durations, *endless.current);
  found.chronaxie = strength.shortest(2 * *endless.current);
  return found;
}

/// What was found of a protocol with a rheobase.
Text summary(const ProtocolStrength& found, const ProtocolSetting& setting) {
  namespace say = strength_texts;
  const double rheobase = *found.rheobase;
  const bool in_steps = setting.method == Method::fixed_steps;
  std::vector<Text> all{setting.of == ProtocolOf::rest ? say::from_rest(rheobase)
                        : in_steps                     ? say::of_run_in_steps(rheobase)
                                                       : say::of_run(rheobase)};
  if (found.chronaxie) all.push_back(say::chronaxie(*found.chronaxie));
  all.push_back(in_steps ? say::counts_before_end() : say::counts());
  return sentences(all);
}

}  // namespace

ProtocolStrength protocol_strength(const Experiment& experiment, const Protocol& protocol,
                                   const std::vector<double>& durations) {
  require("protocol_strength", "durations", durations, valid_run_length, "ms", 2000);
  ProtocolStrength found = strength_of(Strength(experiment, protocol), durations);
  const ProtocolSetting setting = protocol_setting(experiment, protocol);
  if (found.rheobase) found.text = summary(found, setting);
  found.none = strength_texts::none(reason_text(found.reason_id, setting, std::nullopt));
  return found;
}

ProtocolStrength protocol_step_thresholds(const Experiment& experiment, const Protocol& protocol,
                                          const std::vector<double>& durations, double rheobase) {
  require("protocol_step_thresholds", "durations", durations, valid_run_length, "ms", 2000);
  require("protocol_step_thresholds", "rheobase", rheobase, {0, 1e6}, "pA");
  Strength strength(experiment, protocol);
  return strength.reached() ? strength.of_lengths(durations, rheobase) : ProtocolStrength{};
}

Experiment strength_run(const Experiment& experiment, const Protocol& protocol, double amplitude, double length) {
  require("strength_run", "amplitude", amplitude, valid_amplitude, "pA");
  require("strength_run", "length", length, valid_run_length, "ms");
  const UnderProtocol asked(experiment, protocol);
  Experiment run = asked.of_length(amplitude, length);
  const double own = run.duration;
  if (asked.exact()) run.duration = longest_run;
  double steps = 0;
  run.duration = shown_by(run, asked.onset, 1, own, steps).value_or(own);
  return run;
}

}  // namespace izh
