#include "core/sweep/sweep_part.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <stdexcept>

#include "core/model/resolve.hpp"
#include "core/schema/require.hpp"
#include "core/solve/crisis.hpp"
#include "core/solve/firing.hpp"
#include "core/solve/passage.hpp"
#include "core/solve/repeats.hpp"
#include "core/solve/settling.hpp"
#include "core/sweep/fi_curve.hpp"
#include "core/sweep/steady_cycle.hpp"
#include "core/train/intervals.hpp"

namespace izh {

namespace {

constexpr std::size_t most_spikes = 500, most_to_run_away = 20000, shown = 64;
constexpr std::size_t first_look = 32;  // spikes after which to look for what a train settles to, doubled each time
constexpr double steps_of_one = 2e5;    // of the solver, for one value; a stiff cell takes ten thousand per spike

/// What a cell does at one value.
struct Doing {
  bool known = true;  // false: it took too long to find, or has no rate
  bool firing = false;
  State state;                 // where it rests, or after its last spike
  std::size_t cycle = 0;       // spikes
  std::vector<double> u, isi;  // of the cycle, or of the last spikes
  double steps = 0;            // of the solver
  bool runs_away = false;
  double below = 0;  // Hz: upper bound of the rate if it is certain to fire but did not while followed
};

/// Follows the cell from `state` until its long-term behaviour is known.
Doing followed(const Setting& setting, const Passages& passages, State state) {
  const Cell& cell = setting.cell;
  const double p = cell.vt - cell.vr, size = std::fabs(setting.current) + cell.k * p * p / 4;
  Doing doing;
  CycleWatch watch;
  double steps = steps_of_one;
  const double runaway = runaway_level(cell, setting.current);
  const std::size_t most = can_run_away(cell) ? most_to_run_away : most_spikes;
  std::size_t look = can_run_away(cell) ? most : first_look;
  std::optional<SpikeCycle> settles;
  for (std::size_t spikes = 0; spikes < most && !doing.cycle; ++spikes) {
    // For a train that settles slowly, find what it settles to, as in the f-I curve.
    if (spikes == look) {
      const Settling to = settling(cell, setting.current, doing.u);
      if ((settles = to.cycle)) break;
      look *= 2;
      if (to.beyond) {  // it creeps past a fold of cycles: its fate is decided beyond
        state = {cell.c, *to.beyond};
        doing.u.clear();
        doing.isi.clear();
        watch = {};
        look = spikes + first_look;
      }
    }
    const Passage passage = passages.from(state, steps);
    steps -= passage.steps;
    doing.steps += passage.steps;
    doing.state = state = passage.state;
    doing.known = passage.next != Next::undecided;
    doing.runs_away = passage.next == Next::spike && state.u < runaway;
    if (!doing.known && must_fire(cell, setting.current)) {
      if (const CertainCycle cycle = certain_cycle(cell, state, setting.current); !cycle.u.empty())
        return {true,  true, {cell.c, cycle.u.back()}, cycle.u.size(), cycle.u, cycle.interval, doing.steps + 2e5,
                false, 0};
      if (spikes < 2) doing.below = 1000 / passage.time;
    }
    if (doing.runs_away) doing.known = false;
    if (passage.next != Next::spike || doing.runs_away) return doing;
    doing.isi.push_back(passage.time);
    doing.u.push_back(state.u);
    doing.cycle = watch.add(state.u, std::max(std::fabs(state.u), size));
  }
  doing.firing = true;
  if (!doing.cycle && !settles) settles = approached_cycle(cell, setting.current, doing.u);
  if (settles) {
    state = {cell.c, settles->u};
    for (std::size_t i = 0; i < settles->spikes; ++i) {
      const Passage passage = passages.from(state);
      state = passage.state;
      doing.isi.push_back(passage.time);
      doing.u.push_back(state.u);
    }
    doing.state = state;
    doing.cycle = settles->spikes;
  }
  // A train whose u falls from spike to spike, as when it nearly runs away, has no mean rate.
  const auto half = doing.u.begin() + static_cast<std::ptrdiff_t>(doing.u.size() / 2);
  if (!doing.cycle && cell.d < 0 && std::is_sorted(half, doing.u.end(), std::greater<>())) {
    doing.known = false;
    return doing;
  }
  // A chaotic train may have a way out that it has not yet found.
  if (!doing.cycle && cell.a > 0) {
    const auto last = static_cast<std::ptrdiff_t>(std::min(most_spikes / 2, doing.u.size()));
    const auto [low, high] = std::minmax_element(doing.u.end() - last, doing.u.end());
    if (passages.rest() && lasting(cell, setting.current, passages, *low, *high) == Lasting::ends)
      return {true, false, *passages.rest(), 0, {}, {}, doing.steps, false, 0};
  }
  const std::size_t kept = doing.cycle ? doing.cycle : std::min(shown, doing.u.size());
  doing.isi.erase(doing.isi.begin(), doing.isi.end() - static_cast<std::ptrdiff_t>(kept));
  doing.u.erase(doing.u.begin(), doing.u.end() - static_cast<std::ptrdiff_t>(kept));
  return doing;
}

/// A cell at rest stays there while its resting state is stable; it is followed only if it has none.
Doing next(const Setting& setting, const SweepState& before, const State& start) {
  const Passages passages(setting.cell, setting.current);
  constexpr double beside = 1e-6;  // mV: from the unstable point itself it would never leave
  if (before.started == 0) {
    const bool unstable = holds_still(setting.cell, start, setting.current) && !passages.rest();
    return followed(setting, passages, unstable ? State{start.v + beside, start.u} : start);
  }
  if (before.firing != 0) return followed(setting, passages, {setting.cell.c, before.u});
  if (passages.rest()) return {true, false, *passages.rest(), 0, {}, {}, 0, false, 0};
  return followed(setting, passages, {before.v + beside, before.u});
}

double sum(const std::vector<double>& values) {
  double total = 0;
  for (double value : values) total += value;
  return total;
}

/// The intervals are those of a cycle, or of a long train, so the last one precedes the first. Two long intervals in a
/// row surround a single spike, which is not a burst.
void note_bursts(SweepPart& part, const std::vector<double>& isi) {
  const std::optional<Place> place = burst_place({isi.begin(), isi.end()});
  double bursts = 0, singles = 0, gaps = 0;
  bool after_long = place && isi.back() >= place->limit;
  for (double interval : isi) {
    const bool is_long = place && interval >= place->limit;
    if (is_long) {
      (after_long ? singles : bursts) += 1;
      gaps += interval;
    }
    after_long = is_long;
  }
  part.burst_spikes.push_back(place ? (static_cast<double>(isi.size()) - singles) / bursts : 0);
  part.burst_gap.push_back(place ? gaps / (bursts + singles) : 0);
}

void note(SweepPart& part, double value, const Doing& doing) {
  part.value.push_back(value);
  const double time = doing.firing ? sum(doing.isi) : 0;
  part.rate.push_back(time > 0 ? 1000 * static_cast<double>(doing.isi.size()) / time : 0);
  part.cycle.push_back(doing.firing ? static_cast<double>(doing.cycle) : 0);
  note_bursts(part, doing.firing ? doing.isi : std::vector<double>{});
  if (!doing.firing) return;
  part.after_value.insert(part.after_value.end(), doing.u.size(), value);
  part.after_u.insert(part.after_u.end(), doing.u.begin(), doing.u.end());
}

void note_without_rate(SweepPart& part, double value, const Doing& doing) {
  (doing.runs_away ? part.runs_away : doing.below > 0 ? part.slow : part.undecided).push_back(value);
  if (!doing.runs_away && doing.below > 0) part.slow_below.push_back(doing.below);
}

/// What the cell does at a setting, starting where the sweep stands.
Doing doing_at(const Experiment& experiment, const Setting& setting, const SweepState& before) {
  Experiment there = experiment;
  there.cell = setting.cell;
  return next(setting, before, initial_state(there));
}

SweepState state_at(double value, const Doing& doing) {
  return {doing.state.v, doing.state.u, doing.firing ? 1.0 : 0.0, 1.0, value};
}

/// Finds the edges of firing along a sweep.
class Edges {
 public:
  Edges(const Experiment& experiment, const Sweep& sweep) : experiment_(experiment), sweep_(sweep) {}

  /// Notes where firing begins or ends between where the sweep stands and `value`, where one step from there found the
  /// opposite, `there`. Returns what the cell does at `value`: a train that one long step ends may survive when led
  /// there slowly, and then there is no edge.
  Doing note(SweepPart& part, SweepState state, double value, Doing there) const {
    const bool fired = state.firing != 0;
    double steps = most_for_edge, far = value;
    const double enough = 1e-9 * std::max(std::fabs(state.value), std::fabs(value));
    const auto taken = [&] { part.steps += most_for_edge - steps; };
    if (fired && fires_for_certain(state.value) && !fires_for_certain(value)) {
      // Firing continues at least to where it is no longer certain; a train from just before that place shows what it
      // does beyond.
      double high = state.value;
      while (std::fabs(high - far) > enough) {
        const double middle = high + (far - high) / 2;
        if (middle == high || middle == far) break;
        (fires_for_certain(middle) ? high : far) = middle;
      }
      if (const std::optional<Doing> beside = at(state, high + (state.value - high) * nearby, steps))
        if (beside->firing) state = state_at(high, *beside);
      state.value = high;
      if (far != value) {
        const std::optional<Doing> beyond = at(state, far, steps);
        if (!beyond || !beyond->firing) {
          note_edge(part, high, far, true);
          taken();
          return there;
        }
        state = state_at(far, *beyond);
        far = value;
      }
    }
    for (bool known = true; known;) {
      while (known && std::fabs(far - state.value) > enough) {
        const double middle = state.value + (far - state.value) / 2;
        const std::optional<Doing> doing = at(state, middle, steps);
        known = doing && middle != far && middle != state.value;
        if (!known) break;
        if (doing->firing == fired)
          state = state_at(middle, *doing);
        else
          far = middle;
      }
      // Does it still fire from here?
      const std::optional<Doing> again = fired && known ? at(state, far, steps) : std::nullopt;
      if (!again || again->firing != fired) break;
      if (far == value) {
        taken();
        return *again;
      }
      state = state_at(far, *again);
      far = value;
    }
    note_edge(part, state.value, far, fired);
    taken();
    return there;
  }

 private:
  static constexpr double most_for_edge = 2e6;  // steps of the solver
  static constexpr double nearby = 1e-3;  // of the way: how far before the place where firing is no longer certain

  /// The edge between `here`, where the cell `fired` or not, and `far`.
  static void note_edge(SweepPart& part, double here, double far, bool fired) {
    part.edges.insert(part.edges.end(), {std::min(far, here), std::max(far, here), (far > here) == fired ? 0.0 : 1.0});
  }

  /// True where the cell cannot rest and no train runs away.
  bool fires_for_certain(double value) const {
    const Set set = set_at(experiment_, sweep_, value);
    return set.setting && must_fire(set.setting->cell, set.setting->current) && !can_run_away(set.setting->cell);
  }

  /// What the cell does at `value` from `state`; none if the cell is not valid or that takes too long to find.
  std::optional<Doing> at(const SweepState& state, double value, double& steps) const {
    const Set set = set_at(experiment_, sweep_, value);
    if (!set.setting || !(steps > 0)) return std::nullopt;
    Doing doing;
    // Where rest is lost, a cell that was at rest fires (with a = 0 it may come to rest elsewhere).
    if (state.firing == 0 && set.setting->cell.a > 0 && !Passages(set.setting->cell, set.setting->current).rest())
      doing.firing = true;
    else
      doing = doing_at(experiment_, *set.setting, state);
    steps -= doing.steps;
    return doing.known ? std::optional(doing) : std::nullopt;
  }

  const Experiment& experiment_;
  const Sweep& sweep_;
};

}  // namespace

SweepPart sweep_part(const Experiment& experiment, const Sweep& sweep, double down, double first, double count,
                     const SweepState& state) {
  require("sweep_part", experiment);
  require("sweep_part", "down", down, {0, 1});
  require("sweep_part", "first", first, {0, 2000});
  require("sweep_part", "count", count, {0, 2000});
  require_described("sweep_part", state);
  std::vector<double> values = values_of(sweep);
  if (down != 0) std::reverse(values.begin(), values.end());
  SweepPart part;
  part.state = state;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto number = static_cast<double>(i);
    if (!(number >= first && number < first + count)) continue;
    const Set set = set_at(experiment, sweep, values[i]);
    if (!set.setting) continue;
    Doing doing = doing_at(experiment, *set.setting, part.state);
    part.steps += doing.steps;
    if (!doing.known) {
      note_without_rate(part, values[i], doing);
      continue;
    }
    if (part.state.started != 0 && doing.firing != (part.state.firing != 0))
      doing = Edges(experiment, sweep).note(part, part.state, values[i], doing);
    note(part, values[i], doing);
    part.state = state_at(values[i], doing);
  }
  return part;
}

}  // namespace izh
