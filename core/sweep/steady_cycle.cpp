#include "core/sweep/steady_cycle.hpp"

#include <algorithm>
#include <cmath>

#include "core/solve/bottleneck.hpp"
#include "core/solve/exact.hpp"
#include "core/solve/firing.hpp"
#include "core/solve/settling.hpp"
#include "core/train/intervals.hpp"

namespace izh {

namespace {

constexpr double of_a_passage = 20;  // steps: the cost of a passage of the bottleneck in closed form

/// The times and the states after the spikes of a train, up to its repeat.
class Record {
 public:
  /// Notes a spike; `scale` is the size relative to which the state is known. Returns the cycle, once there is one.
  std::optional<SteadyCycle> add(double time, double state, double scale) {
    state_.push_back(state);
    time_.push_back(time);
    const std::size_t p = repeats(scale);
    return p ? std::optional(SteadyCycle{static_cast<double>(p), back(time_, 0) - back(time_, p), 0}) : std::nullopt;
  }

  /// The last intervals.
  std::vector<double> intervals(std::size_t spikes) const {
    std::vector<double> list;
    for (std::size_t i = time_.size() - spikes; i < time_.size(); ++i) list.push_back(time_[i] - time_[i - 1]);
    return list;
  }

  /// u after the spikes so far [pA], by `u_of(state)`.
  template <class UOf>
  std::vector<double> u(UOf&& u_of) const {
    std::vector<double> list;
    for (double state : state_) list.push_back(u_of(state));
    return list;
  }
  std::size_t spikes() const { return state_.size(); }

  /// Without a repeat: the mean interval of the second half.
  SteadyCycle mean() const {
    const std::size_t half = time_.size() / 2;
    return {0, (back(time_, 0) - back(time_, half)) / static_cast<double>(half), 0};
  }

 private:
  static double back(const std::vector<double>& list, std::size_t spikes) { return list[list.size() - 1 - spikes]; }

  /// The number of spikes after which the state has repeated twice in a row, to nine digits: a rate needs no more, and
  /// near a bifurcation rounding leaves no more. 0 if it has not.
  std::size_t repeats(double size) const {
    const double scale = 1e-9 * std::max(std::fabs(state_.back()), size);
    for (std::size_t p = 1; p <= longest_cycle && 2 * p < state_.size(); ++p) {
      const double change = std::fabs(back(state_, 0) - back(state_, p));
      const double before = std::fabs(back(state_, p) - back(state_, 2 * p));
      if (change <= scale && before <= scale) return p;
      if (change <= 1000 * scale) return 0;  // it is about to repeat, and a multiple of it would seem to repeat first
    }
    return 0;
  }

  std::vector<double> state_, time_;
};

/// Like `cycle_of`; `last`, if given, receives the cycle's states and intervals.
std::optional<SteadyCycle> cycle_of(const Cell& cell, const State& start, double current, double& steps,
                                    int most_spikes, CertainCycle* last) {
  const NormalForm form(cell);
  const Segment drive{0, 1e12, current, 0};
  const auto passes = [&](const State& state) { return past_bottleneck(cell, state, current).v != state.v; };
  const State from = past_bottleneck(cell, start, current);
  const bool passed = passes(start);
  const std::optional<Bottleneck> bottleneck = Bottleneck::of(cell, current);
  Orbit orbit{0, 0, form.z(from.v), form.q(from.u, current)};
  Record record;
  double first_time = 0;
  const auto note = [&](double spikes) {
    if (!last) return;
    const auto number = static_cast<std::size_t>(spikes);
    last->u = record.u([&](double q) { return form.u(q, current); });
    last->u.erase(last->u.begin(), last->u.end() - static_cast<std::ptrdiff_t>(number));
    last->interval = record.intervals(number);
  };
  std::size_t look = 32;  // spikes after which to look for what it settles to, doubled each time
  const double runaway_q = form.q(runaway_level(cell, current), current);
  for (int i = 0; i < most_spikes; ++i) {
    bool passes_again = false;
    for (Stop stop = orbit.z < form.peak() ? Stop::out_of_steps : Stop::spike; stop != Stop::spike;) {
      if (!(steps > 0)) return std::nullopt;
      const double few = std::min(steps, bottleneck || (passed && !passes_again) ? 4.0 : steps);
      double left = few;
      stop = follow(form, orbit, drive, drive.end, left);
      steps -= few - left;
      if (stop != Stop::spike && stop != Stop::out_of_steps) return std::nullopt;
      const State now{form.v(orbit.z), form.u(orbit.q, current)};
      passes_again = passes_again || (passed && passes(now));
      if (stop == Stop::spike || !bottleneck) continue;
      if (const std::optional<double> time = bottleneck->time_from(now)) {
        const State beyond = bottleneck->beyond();
        orbit.z = form.z(beyond.v);
        orbit.q = form.q(beyond.u, current);
        taylor::move<double>(orbit.time, orbit.time_low, *time);
        steps -= of_a_passage;
      }
    }
    orbit.z = form.after_reset();
    orbit.q += form.jump();
    if (orbit.q < runaway_q) return std::nullopt;
    // Every orbit comes out of the bottleneck the same way, wherever it came from: the cycle is complete.
    if (i == 0) first_time = orbit.time;
    auto cycle = record.add(orbit.time, orbit.q, form.scale() * form.scale());
    if (i > 0 && passes_again) cycle = SteadyCycle{static_cast<double>(i), orbit.time - first_time, 0};
    if (cycle) {
      note(cycle->spikes);
      cycle->u = form.u(orbit.q, current);
      return cycle;
    }
    if (record.spikes() != look) continue;
    // Near a fold of cycles trains settle slowly.
    look *= 2;
    const auto to = settling(cell, current, record.u([&](double q) { return form.u(q, current); })).cycle;
    if (to) {
      note(static_cast<double>(to->spikes));
      return SteadyCycle{static_cast<double>(to->spikes), to->period, to->u};
    }
  }
  return record.mean();
}

/// Whether what seems to be a cycle is only a train creeping past the ghost of one.
bool creeps(const Passages& passages, const Cell& cell, double current, const SteadyCycle& cycle) {
  constexpr double turns = 8;
  std::vector<double> reset_u{cycle.u};
  for (double i = 0; i < turns * cycle.spikes; ++i) {
    const Passage next = passages.after(reset_u.back());
    if (next.next != Next::spike) return true;
    reset_u.push_back(next.state.u);
  }
  return settling(cell, current, reset_u).beyond.has_value();
}

}  // namespace

CertainCycle certain_cycle(const Cell& cell, const State& start, double current) {
  double steps = 2e5;
  CertainCycle found;
  if (must_fire(cell, current) && !can_run_away(cell)) cycle_of(cell, start, current, steps, usual_spikes, &found);
  return found;
}

std::optional<SteadyCycle> cycle_of(const Cell& cell, const State& start, double current, double& steps,
                                    int most_spikes) {
  return cycle_of(cell, start, current, steps, most_spikes, nullptr);
}

std::optional<SteadyCycle> cycle_from(const ToSpike& to_spike, const Cell& cell, double u, double scale) {
  Record record;
  double time = 0, steps = 2e5;
  for (int i = 0; i < usual_spikes && steps > 0; ++i) {
    const Passage next = to_spike({cell.c, u}, steps);
    if (next.next != Next::spike) return std::nullopt;
    steps -= next.steps;
    time += next.time;
    u = next.state.u;
    if (auto cycle = record.add(time, u, scale)) {
      cycle->u = u;
      return cycle;
    }
  }
  return std::nullopt;
}

std::optional<SteadyCycle> lasting_cycle(const Cell& cell, double current, double u) {
  const Passages passages(cell, current);
  const auto to_spike = [&](const State& state, double most_steps) { return passages.from(state, most_steps); };
  const std::optional<SteadyCycle> cycle = cycle_from(to_spike, cell, u, std::fabs(current));
  return cycle && !creeps(passages, cell, current, *cycle) ? cycle : std::nullopt;
}

}  // namespace izh
