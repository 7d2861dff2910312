#include "core/sweep/protocol.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <stdexcept>

#include "core/model/critical_currents.hpp"
#include "core/model/resolve.hpp"
#include "core/schema/require.hpp"
#include "core/solve/exact.hpp"
#include "core/solve/outcome.hpp"
#include "core/solve/search.hpp"
#include "core/solve/simulate.hpp"
#include "core/sweep/thresholds.hpp"

namespace izh {

namespace {

constexpr double most_current = 1e5, longest_run = 1e5;                      // pA, ms
constexpr double tolerance = 2e-7;                                           // pA; a fifth of what is promised
constexpr int parts = 128;                                                   // of the range, to find the lowest edge in
constexpr double steps_of_one = 1e6, steps_of_all = 2e6;                     // of one search, of a curve of them
constexpr double steps_in_fixed = 1.5e7;                                     // these cost a tenth
constexpr double settles = 100;                                              // ms before a step from rest
constexpr hard valid_amplitude{-1e6, 1e6}, valid_length{1e-3, longest_run};  // pA, ms

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

/// When one of the `others` changes first after `onset`.
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

/// The stretches of current from the onset on, the last one without end.
struct Stretch {
  Segment others;
  bool on;  // whether the step is on, too
};

std::vector<Stretch> stretches(const std::vector<Stimulus>& others, double onset, std::optional<double> end) {
  double last = end.value_or(onset);
  for (const Stimulus& one : others)
    for (double edge : {extent(one).start, extent(one).end})
      if (edge < unbounded) last = std::max(last, edge);
  std::vector<Stimulus> all = others;
  for (double edge : {onset, end.value_or(onset)}) all.push_back(Step{0, edge, {}});  // no current: only its edge
  std::vector<Stretch> result;
  for (const Segment& one : segments(all, std::max(last, 0.0) + 1))
    if (one.start >= onset) result.push_back({one, !end || one.start < *end});
  result.back().others.end = unbounded;
  return result;
}

/// The trials of one search by the exact method: a cell from its state at the onset, and the steps that are left.
class Trials {
 public:
  Trials(const Cell& cell, const State& start, double steps) : cell_(cell), start_(start), form_(cell), left_(steps) {}

  bool exhausted() const { return !(left_ > 0); }

  /// Whether a spike comes at the onset or later, before `until` [ms].
  Fate fires(const std::vector<Stretch>& list, double amplitude, double until = unbounded) {
    Orbit orbit{list.front().others.start, 0, form_.z(start_.v), 0};
    if (orbit.z >= form_.peak()) return Fate::fires_on;
    double u = start_.u;
    for (const auto& [others, on] : list) {
      Segment drive = others;
      if (on) drive.current += amplitude;
      const double end = std::min(drive.end, until);
      if (end == unbounded) return fate({form_.v(orbit.z), u}, drive.current, 0);
      if (!(end > drive.start)) break;
      if (drive.slope == 0 && holds_still(cell_, {form_.v(orbit.z), u}, drive.current)) {
        orbit.time = end;
        orbit.time_low = 0;
        continue;
      }
      orbit.q = form_.q(u, drive.at(orbit.time));
      const double most = std::min(most_steps, left_);
      double steps = most;
      const Stop stop = follow(form_, orbit, drive, end, steps);
      left_ -= most - steps;
      if (stop == Stop::spike) return Fate::fires_on;
      if (stop != Stop::reached) return Fate::undecided;
      u = form_.u(orbit.q, drive.at(orbit.time));
    }
    return Fate::rests;
  }

  /// Whether firing goes on under a steady current.
  Fate lasts(double current) { return fate(start_, current, 2000); }

 private:
  static constexpr double most_steps = 1e5;  // of one trial

  Fate fate(const State& state, double current, double most_spikes) {
    const Outcome found = outcome(cell_, state, current, most_spikes, std::min(most_steps, left_));
    left_ -= found.steps;
    return found.fate;
  }

  const Cell& cell_;
  State start_;
  NormalForm form_;
  double left_;
};

// Not as template arguments, of which each would be compiled anew: the page travels by mail and by telephone.
using FateAt = std::function<Fate(double amplitude)>;
using Does = std::function<bool(double amplitude)>;

/// The smallest amplitude from which on `fate_at(amplitude)` is fires_on. `top` is where to look first.
Sought smallest(double top, const FateAt& fate_at, const std::function<bool()>& exhausted) {
  const auto none = [](const char* why) { return Sought{{}, {}, why, {}, {}, {}, 1}; };
  const auto happens = [](Fate fate) { return fate == Fate::fires_on || fate == Fate::runs_away; };
  if (fate_at(0) == Fate::fires_on) return none("without");
  top = std::clamp(top, 1.0, most_current);
  Fate fate = fate_at(top);
  while (!happens(fate) && top < most_current) {
    top = std::min(2 * top, most_current);
    fate = fate_at(top);
  }
  if (fate == Fate::rests) return none("none_below");
  if (fate == Fate::undecided) return none("undecided");
  Sought found = none("");
  const double at = lowest(0, top, parts, tolerance, Does([&](double tried) { return happens(fate_at(tried)); }));
  if (fate_at(at) == Fate::runs_away) {
    found.reason_id = "runs_away";
    found.runs_away_from = at;
    return found;
  }
  found.amplitude = at;
  return exhausted() ? none("undecided") : found;
}

/// A current [pA] a little above that at which rest is lost, whether at the saddle-node or before it.
double rest_is_lost(const Cell& cell) {
  const double current = andronov_hopf_current(cell).value_or(saddle_node_current(cell));
  return std::max(0.0, current) * (1 + 1e-12) + 1e-9;
}

Sought from(const Threshold& found) {
  return {found.current,        {}, found.reason_id == "fires_at_rest" ? "without" : found.reason_id, {}, {},
          found.runs_away_from, 1};
}

bool exact(const Experiment& experiment) { return std::holds_alternative<Exact>(experiment.solver); }

constexpr Window only_spikes{0.0, {}, 0.0, 2e5};

Window whole_run(const Experiment& experiment) {
  Window window = only_spikes;
  if (!exact(experiment)) window.budget = 2e6;
  return window;
}

/// The state at the onset; none where the run stops before. From rest nothing happens until then.
std::optional<State> state_at(const Experiment& experiment, double onset, ProtocolOf of) {
  if (!(onset > 0) || of == ProtocolOf::rest) return initial_state(experiment);
  Window window = whole_run(experiment);
  if (!exact(experiment)) {  // on its own grid
    window.from = onset;
    window.to = onset;
    window.points = 1;
    const Recording run = simulate(experiment, window);
    return run.v.empty() ? std::nullopt : std::optional(State{run.v[0], run.u[0]});
  }
  Experiment before = experiment;
  before.duration = onset;
  const Ended ended = simulate(before, window).ended;
  return ended.kind == End::finished ? std::optional(State{ended.v, ended.u}) : std::nullopt;
}

/// The spikes of a run at `onset` or later.
std::vector<double> spikes_from(const Recording& run, double onset) {
  return {std::lower_bound(run.spikes.begin(), run.spikes.end(), onset), run.spikes.end()};
}

Experiment at_rest(const Experiment& experiment) {
  return {experiment.cell, Rest{}, {Step{0, settles, {}}}, experiment.duration, Exact{}};
}

/// An experiment under its protocol, as it is asked: from rest, that is another one.
struct Asked {
  Asked(const Experiment& experiment, const Protocol& protocol)
      : setting(protocol_setting(experiment, protocol)),
        run(setting.of == ProtocolOf::rest ? at_rest(experiment) : experiment) {
    if (setting.of == ProtocolOf::rest) {
      step = 0;
      onset = settles;
    } else {
      step = static_cast<std::size_t>(*setting.stimulus);
      onset = setting.onset;
      others = others_of(run, setting);
    }
  }

  /// The run with the step at an amplitude.
  Experiment at(double amplitude, double duration) const {
    Experiment result = run;
    std::get<Step>(result.stimulus[step]).amplitude = amplitude;
    result.duration = duration;
    return result;
  }

  /// The same with the step shortened or drawn out to `length` [ms], or without end; the run is not made shorter. A
  /// step that began before the run is as long from the run's start on as one that begins there.
  Experiment of_length(double amplitude, std::optional<double> length) const {
    Experiment result = at(amplitude, std::min(std::max(run.duration, onset + length.value_or(0)), longest_run));
    Step& varied = std::get<Step>(result.stimulus[step]);
    varied.onset = onset;
    varied.duration = length;
    return result;
  }

  ProtocolSetting setting;
  Experiment run;
  std::size_t step = 0;
  double onset = 0;
  std::vector<Stimulus> others;
};

/// `time` drawn out by a tenth, in two digits, so that what happens then is well within a run of that length.
double room_for(double time) {
  const double digit = std::pow(10, std::floor(std::log10(time)) - 1);
  return std::min(std::ceil(1.1 * time / digit) * digit, longest_run);
}

/// Whether a run that is cut at `end` seems to have fallen silent: its last spike is longer ago than twice its longest
/// interval.
bool seems_silent(const std::vector<double>& spikes, double end) {
  double longest = 0, last = spikes.front();
  for (const double spike : spikes) {
    if (spike > end) break;
    longest = std::max(longest, spike - last);
    last = spike;
  }
  return longest > 0 && end - last > 2 * longest;
}

/// How long a run of `longest` must be to show its `count`th spike from the onset on; of several, so long that it does
/// not end in a pause between bursts that looks like the end of firing.
std::optional<double> shown_by(const Experiment& longest, double onset, std::size_t count, double own, double& steps) {
  // In lengths that grow, as many spikes may follow the one that is waited for.
  Experiment run = longest;
  for (run.duration = std::min(longest.duration, std::max(own, onset + 100));; run.duration *= 10) {
    run.duration = std::min(run.duration, longest.duration);
    const Recording recorded = simulate(run, whole_run(run));
    steps -= recorded.ended.steps;
    const std::vector<double> spikes = spikes_from(recorded, onset);
    for (std::size_t i = count - 1; i < spikes.size(); ++i) {
      const double shown = spikes[i] <= own ? own : room_for(spikes[i]);
      if (count == 1 || (shown <= run.duration && !seems_silent(spikes, shown))) return shown;
    }
    if (run.duration == longest.duration || recorded.ended.kind != End::finished) return std::nullopt;
  }
}

/// Chooses an amplitude just above one that was found, below `next` where there is one, at which a run does what is
/// claimed, with `count` spikes to see: of few digits where one of those does, and farther above where those spikes
/// come later than any run lasts.
void show(Sought& found, std::optional<double> next, std::size_t count, const Asked& asked, double own,
          const Does& does) {
  if (!found.amplitude) return;
  const double amplitude = *found.amplitude;
  const double longest = exact(asked.run) ? longest_run : own;
  double left = exact(asked.run) ? steps_of_one : steps_in_fixed;
  const auto tried = [&](double at) {
    if (!(left > 0) || !does(at)) return false;
    found.duration = shown_by(asked.at(at, longest), asked.onset, count, own, left);
    if (found.duration) found.shown = at;
    return found.duration.has_value();
  };
  std::vector<double> both{amplitude};
  if (next) both.push_back(*next);
  const double first = just_above(both).front();
  if (tried(first)) return;
  // Where its spikes come, but not within the longest run, they do sooner farther above.
  if (left > 0 && does(first)) {
    for (double above = 2 * (first - amplitude); amplitude + above < most_current && left > 0; above *= 2)
      if (tried(little_above(amplitude, above))) return;
    return;
  }
  for (double share = 1e-3; share > 1e-10; share /= 10)
    if (tried(little_above(amplitude, std::max(share * amplitude, 1e-9)))) return;
  tried(amplitude);
}

constexpr std::size_t seen_to_last = 5;  // spikes

/// The smallest amplitude with a spike before the run's end, where that is more than `first`.
std::optional<double> within_run(Trials& trials, const std::vector<Stretch>& list, double first, double end) {
  const Does fires = [&](double amplitude) { return trials.fires(list, amplitude, end) == Fate::fires_on; };
  if (fires(first + 1e-6)) return std::nullopt;
  double low = first, high = first;
  for (double more = 1e-6; !fires(high); more *= 4) {
    low = high;
    high = first + more;
    if (high > most_current) return std::nullopt;
  }
  return bisected(low, high, tolerance, fires);
}

void total(Sought& found, double background) {
  if (found.amplitude && background != 0) found.total = *found.amplitude + background;
}

/// The edge of a run in fixed steps that lies nearest to `near`, which the exact method has, as far as one is found
/// within half of it either way: many fewer runs than a search from 0 up takes.
std::optional<double> edge_near(double near, const Does& fires) {
  double low = near, high = near, part = 1e-4;
  if (fires(near)) {
    do {
      high = low;
      low = near * (1 - part);
      part *= 4;
    } while (fires(low) && part < 0.5);
    if (fires(low)) return std::nullopt;
  } else {
    do {
      low = high;
      high = near * (1 + part);
      part *= 4;
    } while (!fires(high) && part < 0.5);
    if (!fires(high)) return std::nullopt;
  }
  return bisected(low, high, tolerance, fires);
}

/// `near`: with a spike before the run's end by the exact method.
void find_in_fixed_steps(ProtocolThresholds& found, const Asked& asked, std::optional<double> near) {
  double left = steps_in_fixed;
  const double own = asked.run.duration;
  const FateAt fate_at = [&](double amplitude) {
    if (!(left > 0)) return Fate::undecided;
    const Recording run = simulate(asked.at(amplitude, own), whole_run(asked.run));
    left -= run.ended.steps;
    if (!spikes_from(run, asked.onset).empty()) return Fate::fires_on;
    return run.ended.kind == End::finished ? Fate::rests : Fate::undecided;
  };
  const Does fires = [&](double at) { return fate_at(at) == Fate::fires_on; };
  found.lasting.reason_id = "changes";
  if (fires(0)) {
    found.first.reason_id = "without";
    return;
  }
  if (near && *near > 0) found.first.amplitude = edge_near(*near, fires);
  if (!(left > 0)) found.first = {{}, {}, "undecided", {}, {}, {}, 1};
  if (found.first.reason_id.empty() && !found.first.amplitude)
    found.first =
        smallest(rest_is_lost(asked.run.cell) - found.setting.background, fate_at, [&] { return !(left > 0); });
  left = steps_in_fixed;
  show(found.first, {}, 1, asked, own, fires);
}

/// Whether the step is all there is from the onset on, and lasts: then it is a matter of one steady current.
bool alone(const Asked& asked) {
  return asked.setting.changes.empty() && asked.setting.background == 0 && !first_change(asked.others, asked.onset);
}

/// Whether the state at the onset is no rest that would hold, so that no threshold can be told.
bool no_rest(const Asked& asked, const State& start) {
  return asked.setting.background == 0 && start.v < asked.run.cell.vpeak && does_not_hold(asked.run.cell, start);
}

void find_exactly(ProtocolThresholds& found, const Asked& asked, const State& start) {
  const Cell& cell = asked.run.cell;
  const double background = found.setting.background, own = asked.run.duration;
  const bool steady = found.setting.changes.empty();
  const std::vector<Stretch> list = stretches(asked.others, asked.onset, found.setting.end);
  Trials one(cell, start, steps_of_one), on(cell, start, steps_of_one), shown(cell, start, steps_of_one);
  if (no_rest(asked, start)) {
    found.first.reason_id = "no_rest";
    found.lasting.reason_id = steady ? "no_rest" : "changes";
  } else if (alone(asked)) {
    const Initial initial = asked.setting.of == ProtocolOf::rest ? asked.run.initial : At{start.v, start.u};
    const Rheobase rheobase = izh::rheobase({cell, initial, {}, own, Exact{}}, {});
    found.first = from(rheobase.single);
    found.lasting = from(rheobase.lasting);
  } else {
    const double top = rest_is_lost(cell) - background;
    found.first = smallest(
        top, [&](double at) { return one.fires(list, at); }, [&] { return one.exhausted(); });
    if (steady)
      found.lasting = smallest(
          top, [&](double at) { return on.lasts(at + background); }, [&] { return on.exhausted(); });
    else
      found.lasting.reason_id = "changes";
  }
  if (found.lasting.amplitude)
    found.lasting.certain = outcome(cell, start, *found.lasting.amplitude + background + 1e-6).certain ? 1 : 0;
  if (found.setting.of == ProtocolOf::run && found.first.amplitude)
    found.within = within_run(shown, list, *found.first.amplitude, own);
  if (!exact(asked.run)) return;
  show(found.first, found.lasting.amplitude, 1, asked, own,
       [&](double at) { return shown.fires(list, at) == Fate::fires_on; });
  show(found.lasting, {}, seen_to_last, asked, own,
       [&](double at) { return shown.lasts(at + background) == Fate::fires_on; });
}

/// The thresholds against the length of a step.
class Strength {
 public:
  Strength(const Experiment& experiment, const Protocol& protocol)
      : asked_(experiment, protocol), start_(state_at(asked_.run, asked_.onset, asked_.setting.of)) {}

  bool reached() const { return start_.has_value(); }

  Sought without_end() {
    if (no_rest(asked_, *start_)) return {{}, {}, "no_rest", {}, {}, {}, 1};
    if (alone(asked_)) {
      const Initial initial = asked_.setting.of == ProtocolOf::rest ? asked_.run.initial : At{start_->v, start_->u};
      const Sought found = from(izh::rheobase({asked_.run.cell, initial, {}, asked_.run.duration, Exact{}}, {}).single);
      return exact(asked_.run) ? found : in_fixed_steps(std::nullopt, found);
    }
    Trials trials(asked_.run.cell, *start_, steps_of_one);
    const Sought found = of(trials, std::nullopt, rest_is_lost(asked_.run.cell) - asked_.setting.background);
    return exact(asked_.run) ? found : in_fixed_steps(std::nullopt, found);
  }

  ProtocolStrength of_lengths(const std::vector<double>& durations, double rheobase) {
    ProtocolStrength found;
    found.rheobase = rheobase;
    Trials trials(asked_.run.cell, *start_, steps_of_all), shown(asked_.run.cell, *start_, steps_of_all);
    for (double duration : durations) {
      if (trials.exhausted() || !(left_ > 0)) break;
      Sought one = of(trials, duration, rheobase);
      if (!exact(asked_.run)) one = in_fixed_steps(duration, one);
      if (!one.amplitude) continue;
      const std::vector<Stretch> list = lasting(duration);
      const auto fires = [&](double amplitude) {
        return (exact(asked_.run) ? shown.fires(list, amplitude) : run_fires(amplitude, duration)) == Fate::fires_on;
      };
      found.duration.push_back(duration);
      found.current.push_back(*one.amplitude);
      double above = just_above({*one.amplitude}).front();
      for (double share = 1e-3; share > 1e-10 && !fires(above); share /= 10)
        above = little_above(*one.amplitude, share * *one.amplitude);
      found.above.push_back(above);
    }
    return found;
  }

  /// The shortest step [ms] of an amplitude with which a spike comes, up to 1e5 ms.
  std::optional<double> shortest(double amplitude) {
    Trials trials(asked_.run.cell, *start_, steps_of_one);
    const Does fires = [&](double duration) {
      return (exact(asked_.run) ? trials.fires(lasting(duration), amplitude) : run_fires(amplitude, duration)) ==
             Fate::fires_on;
    };
    double high = 1e-3;
    while (!fires(high)) {
      if (high >= longest_run || trials.exhausted() || !(left_ > 0)) return std::nullopt;
      high *= 2;
    }
    const double duration = bisected(0, high, 1e-9 * high, fires);
    return trials.exhausted() || !(left_ > 0) ? std::nullopt : std::optional(duration);
  }

 private:
  std::vector<Stretch> lasting(std::optional<double> duration) const {
    const double onset = asked_.onset;
    return stretches(asked_.others, onset, duration ? std::optional(onset + *duration) : std::nullopt);
  }

  Sought of(Trials& trials, std::optional<double> duration, double top) {
    const std::vector<Stretch> list = lasting(duration);
    return smallest(
        top, [&](double amplitude) { return trials.fires(list, amplitude); }, [&] { return trials.exhausted(); });
  }

  /// Whether a spike comes in the run itself, before its end, by its own method: what `strength_run` shows.
  Fate run_fires(double amplitude, std::optional<double> duration) {
    if (!(left_ > 0)) return Fate::undecided;
    const Experiment run = asked_.of_length(amplitude, duration);
    const Recording recorded = simulate(run, whole_run(run));
    left_ -= recorded.ended.steps;
    if (!spikes_from(recorded, asked_.onset).empty()) return Fate::fires_on;
    return recorded.ended.kind == End::finished ? Fate::rests : Fate::undecided;
  }

  /// The threshold of a run in fixed steps, beside that of the exact method.
  Sought in_fixed_steps(std::optional<double> duration, const Sought& exactly) {
    const FateAt fate_at = [&](double amplitude) { return run_fires(amplitude, duration); };
    const Does fires = [&](double amplitude) { return fate_at(amplitude) == Fate::fires_on; };
    Sought found = exactly;
    found.amplitude.reset();
    found.reason_id.clear();
    if (fires(0))
      found.reason_id = "without";
    else if (exactly.amplitude)
      found.amplitude = edge_near(*exactly.amplitude, fires);
    if (found.reason_id.empty() && !found.amplitude)
      found = smallest(exactly.amplitude.value_or(rest_is_lost(asked_.run.cell) - asked_.setting.background), fate_at,
                       [&] { return !(left_ > 0); });
    return left_ > 0 ? found : Sought{{}, {}, "undecided", {}, {}, {}, 1};
  }

  Asked asked_;
  std::optional<State> start_;
  double left_ = steps_in_fixed;
};

/// What one run does from its onset on, in the columns of a curve: its rates are those while the step is on.
void add_run(FiCurve& curve, const Asked& asked, double amplitude) {
  const double end = std::min(asked.setting.end.value_or(unbounded), asked.run.duration), hold = end - asked.onset;
  const Recording run = simulate(asked.at(amplitude, asked.run.duration), whole_run(asked.run));
  const std::vector<double> spikes = spikes_from(run, asked.onset);
  const std::size_t all = spikes.size();
  const auto count = static_cast<std::size_t>(std::upper_bound(spikes.begin(), spikes.end(), end) - spikes.begin());
  const bool whole = run.ended.kind == End::finished;
  const double first = all > 1 ? spikes[1] - spikes[0] : 0;
  const double last = count > 1 ? spikes[count - 1] - spikes[count - 2] : 0;
  const auto put = [](std::vector<double>& rates, std::vector<double>& known, bool is, double rate) {
    rates.push_back(is ? rate : 0);
    known.push_back(is ? 1 : 0);
  };
  curve.current.push_back(amplitude);
  put(curve.count_rate, curve.count_known, whole, 1000 * static_cast<double>(count) / hold);
  put(curve.last_rate, curve.last_known, whole && last > 0, 1000 / last);
  put(curve.steady_rate, curve.steady_known, false, 0);
  curve.first_rate.push_back(first > 0 ? 1000 / first : 0);
  curve.latency.push_back(all ? spikes[0] - asked.onset : 0);
  curve.spikes.push_back(static_cast<double>(all));
  curve.count.push_back(static_cast<double>(count));
  curve.cycle.push_back(0);
  curve.silent.push_back(all || !whole ? 0 : 1);
  curve.followed.push_back(std::max(0.0, run.ended.time - asked.onset));
  curve.course.push_back(static_cast<double>(whole                                    ? Course::varies
                                             : run.ended.kind == End::too_many_spikes ? Course::runs_away
                                                                                      : Course::unknown));
  curve.below.push_back(0);
  curve.hold = hold;
  curve.simulated += static_cast<double>(all);
}

}  // namespace

ProtocolSetting protocol_setting(const Experiment& experiment, const Protocol& protocol) {
  require("protocol_setting", experiment);
  require_described("protocol_setting", protocol);
  if (const auto place = protocol.stimulus; place && *place != std::floor(*place))
    throw std::invalid_argument("protocol_setting: the place of a stimulus must be a whole number from 0 on");
  ProtocolSetting found;
  found.stimulus = selected(experiment, protocol);
  const Step* step =
      found.stimulus ? std::get_if<Step>(&experiment.stimulus[static_cast<std::size_t>(*found.stimulus)]) : nullptr;
  const double end = step && step->duration ? step->onset + *step->duration : unbounded;
  if (!found.stimulus)
    found.refused = "no_stimulus";
  else if (!step)
    found.refused = "no_step";
  else if (!(step->onset < experiment.duration && end > 0))
    found.refused = "outside";
  if (!found.refused.empty() || protocol.of == ProtocolOf::rest) {
    found.of = ProtocolOf::rest;
    return found;
  }
  found.onset = std::max(0.0, step->onset);
  if (!exact(experiment)) found.method = "fixed steps";
  if (end < unbounded) found.end = end;
  const std::vector<Stimulus> others = others_of(experiment, found);
  found.background = current_at(others, found.onset);
  const std::optional<double> change = first_change(others, found.onset);
  if (found.end) {
    found.changes = "step_ends";
    found.changes_at = found.end;
  } else if (change) {
    found.changes = "others_change";
    found.changes_at = change;
  } else if (!exact(experiment)) {
    found.changes = "fixed_steps";
  }
  return found;
}

Experiment protocol_run(const Experiment& experiment, const Protocol& protocol, double amplitude, double duration) {
  require("protocol_run", "amplitude", amplitude, valid_amplitude, "pA");
  require("protocol_run", "duration", duration, valid_length, "ms");
  return Asked(experiment, protocol).at(amplitude, duration);
}

ProtocolThresholds protocol_thresholds(const Experiment& experiment, const Protocol& protocol) {
  const Asked asked(experiment, protocol);
  ProtocolThresholds found;
  found.setting = asked.setting;
  found.saddle_node = saddle_node_current(experiment.cell);
  const std::optional<State> start = state_at(asked.run, asked.onset, asked.setting.of);
  if (!start) {
    found.first.reason_id = found.lasting.reason_id = "not_reached";
    return found;
  }
  found.v = start->v;
  found.u = start->u;
  find_exactly(found, asked, *start);
  if (!exact(asked.run)) {
    const std::optional<double> near = found.within ? found.within : found.first.amplitude;
    found.first = found.lasting = {};
    found.within.reset();
    find_in_fixed_steps(found, asked, near);
  }
  if (!first_change(asked.others, asked.onset)) {
    total(found.first, found.setting.background);
    total(found.lasting, found.setting.background);
  }
  return found;
}

ProtocolStrength protocol_strength(const Experiment& experiment, const Protocol& protocol,
                                   const std::vector<double>& durations) {
  require("protocol_strength", "durations", durations, valid_length, "ms", 2000);
  Strength strength(experiment, protocol);
  ProtocolStrength found;
  found.reason_id = "not_reached";
  if (!strength.reached()) return found;
  const Sought endless = strength.without_end();
  found.reason_id = endless.reason_id;
  if (!endless.amplitude) return found;
  found = strength.of_lengths(durations, *endless.amplitude);
  found.chronaxie = strength.shortest(2 * *endless.amplitude);
  return found;
}

ProtocolStrength protocol_step_thresholds(const Experiment& experiment, const Protocol& protocol,
                                          const std::vector<double>& durations, double rheobase) {
  require("protocol_step_thresholds", "durations", durations, valid_length, "ms", 2000);
  require("protocol_step_thresholds", "rheobase", rheobase, {0, 1e6}, "pA");
  Strength strength(experiment, protocol);
  return strength.reached() ? strength.of_lengths(durations, rheobase) : ProtocolStrength{};
}

Experiment strength_run(const Experiment& experiment, const Protocol& protocol, double amplitude, double length) {
  require("strength_run", "amplitude", amplitude, valid_amplitude, "pA");
  require("strength_run", "length", length, valid_length, "ms");
  const Asked asked(experiment, protocol);
  Experiment run = asked.of_length(amplitude, length);
  const double own = run.duration;
  if (exact(run)) run.duration = longest_run;
  double steps = 0;
  run.duration = shown_by(run, asked.onset, 1, own, steps).value_or(own);
  return run;
}

FiCurve protocol_curve(const Experiment& experiment, const Protocol& protocol, const std::vector<double>& amplitudes,
                       double hold) {
  require("protocol_curve", "amplitudes", amplitudes, valid_amplitude, "pA", 2000);
  require("protocol_curve", "hold", hold, {100, 1e5}, "ms");
  const Asked asked(experiment, protocol);
  if (asked.setting.of == ProtocolOf::rest) return fi_curve(at_rest(experiment), amplitudes, hold);
  FiCurve curve;
  std::optional<State> start;
  if (asked.setting.changes.empty()) start = state_at(asked.run, asked.onset, asked.setting.of);
  if (!start) {
    for (double amplitude : amplitudes) add_run(curve, asked, amplitude);
    return curve;
  }
  std::vector<double> currents = amplitudes;
  for (double& current : currents) current += asked.setting.background;
  curve = fi_curve_from(experiment.cell, *start, currents, experiment.duration - asked.onset);
  curve.current = amplitudes;
  return curve;
}

Experiment steady_protocol(const Experiment& experiment, const Protocol& protocol) {
  const Asked asked(experiment, protocol);
  Experiment steady{experiment.cell, Rest{}, {}, 1000, Exact{}};
  if (asked.setting.of == ProtocolOf::rest || !asked.setting.changes.empty()) return steady;
  if (const std::optional<State> start = state_at(asked.run, asked.onset, asked.setting.of))
    steady.initial = At{start->v, start->u};
  return steady;
}

}  // namespace izh
