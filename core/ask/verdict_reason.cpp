#include "core/ask/verdict_reason.hpp"

#include <algorithm>
#include <cmath>

#include "core/ask/verdict_text.hpp"
#include "core/model/critical_currents.hpp"
#include "core/plane/cycle.hpp"
#include "core/schema/digits.hpp"
#include "core/sweep/thresholds.hpp"

namespace izh {

namespace {

namespace say = verdict_texts;

constexpr double most_steps = 4000;  // of the solver, to find the edge beside a start
constexpr double closest = 1e-6;     // mV, to which it is found

/// A current and the thresholds beside it [pA].
struct Beside {
  double current;
  std::optional<double> first, lasting;
  bool is_lost = false;  // rest is lost at the first
  bool closed = false;   // in closed form
};

bool same(double one, double other) { return std::fabs(one - other) < same_threshold; }

/// Whether the run fires, if only later.
bool fires(const VerdictRun& run) { return !run.since.empty() || run.will_fire(); }

/// Notes what is compared, and the text that says so with the distance from the first of two numbers.
template <class Says>
void compare(Reason& reason, const Says& says, const Text& current, double compared_, double threshold) {
  const double by = std::fabs(compared_ - threshold);
  reason.text = says(current, compared(by, by), compared(threshold, by));
  reason.compared = compared_;
  reason.first = threshold;
  reason.reveals = true;
}

/// Whether the thresholds are those of the step that the run's current comes from.
bool concern(const ProtocolThresholds* thresholds, const VerdictRun& run) {
  return thresholds && run.course.step && thresholds->setting.of == ProtocolOf::run &&
         thresholds->setting.stimulus == static_cast<double>(*run.course.step);
}

/// The thresholds of the step that the run's current comes from, as sums of all currents.
Beside beside(const VerdictRun& run, const ProtocolThresholds* thresholds) {
  Beside found{run.course.current, {}, {}, false, run.course.kind == CourseKind::steady && run.held()};
  if (found.closed) {
    found.first = found.lasting = saddle_node_current(run.cell());
  } else if (concern(thresholds, run)) {
    const auto total = [&](const Sought& one) {
      return one.amplitude ? std::optional(*one.amplitude + run.course.others) : std::nullopt;
    };
    found.first = total(thresholds->first);
    found.lasting = total(thresholds->lasting);
    if (thresholds->lasting.certain == 0) found.lasting.reset();
  }
  found.is_lost = found.first && same(*found.first, lost_at(run.cell()));
  return found;
}

/// Whether the run does what the thresholds say.
bool agrees(const VerdictRun& run, const Beside& its) {
  if (its.first && !same(its.current, *its.first) && fires(run) != (its.current > *its.first)) return false;
  return !(its.lasting && its.current > *its.lasting + same_threshold && run.rests());
}

/// Asks for the thresholds of the step, unless they were given.
void ask(Reason& reason, const VerdictRun& run, const ProtocolThresholds* thresholds) {
  if (concern(thresholds, run) || !run.course.step) return;
  reason.pending = true;
  reason.asks = static_cast<double>(*run.course.step);
}

void compare_two(Reason& reason, const VerdictRun& run, const Beside& its) {
  const double above = its.current - *its.first, below = *its.lasting - its.current;
  reason.text = say::between(told_current(run), compared(above, above), compared(*its.first, above),
                             compared(below, below), compared(*its.lasting, below));
  reason.compared = its.current;
  reason.first = its.first;
  reason.second = its.lasting;
  reason.reveals = true;
}

/// What the approach to rest looks like.
Text approach(const VerdictRun& run, const Beside& its) {
  const std::optional<State> rest = rest_at(run.cell(), its.current);
  if (!rest || !run.since.empty()) return {};
  const bool close = its.is_lost && *its.first - its.current < 0.02 * *its.first;
  return close ? say::creeps(rest->v) : say::settles(rest->v);
}

void compare_one(Reason& reason, const VerdictRun& run, const Beside& its) {
  const Text current = told_current(run);
  const double I = its.current, first = *its.first;
  if (std::fabs(I - first) < same_threshold / 4) {
    reason.text = say::at(current);
    reason.compared = I;
    reason.first = first;
    reason.reveals = true;
  } else if (I < first) {
    if (its.is_lost)
      compare(reason, say::below_rest, current, I, first);
    else if (its.lasting && same(first, *its.lasting))
      compare(reason, say::below_start, current, I, first);
    else
      compare(reason, say::below_first, current, I, first);
    reason.more = approach(run, its);
  } else if (its.lasting && I < *its.lasting && !same(first, *its.lasting)) {
    compare_two(reason, run, its);
  } else if (its.is_lost && !run.rests()) {
    const bool close = I - first < 0.05 * first, waits = close && !run.since.empty() && run.since.size() < 3;
    if (waits)
      compare(reason, say::barely_above, current, I, first);
    else if (close)
      compare(reason, say::just_above_rest, current, I, first);
    else
      compare(reason, say::above_rest, current, I, first);
    reason.more = waits ? say::ghost() : close ? Text{} : say::unheld();
    reason.shown = false;
  } else if (its.lasting && same(first, *its.lasting)) {
    compare(reason, say::above_start, current, I, first);
  } else if (its.lasting) {
    compare(reason, say::above_lasting, current, I, *its.lasting);
  } else {
    compare(reason, say::above_first, current, I, first);
    if (run.cell().a == 0 && run.cell().d > 0 && run.rests()) reason.more = say::for_good();
  }
}

VerdictPlace place_of(const VerdictRun& run, double current) {
  if (current > saddle_node_current(run.cell())) return gap_at(run.cell(), current);
  if (run.since.empty() || run.reset_u.empty()) return rest_place(run.cell(), current);
  return reset_place(run, run.reset_u.back(), current);
}

/// In fixed steps the first spike must come before the end of the run.
Reason in_fixed_steps(const VerdictRun& run, const ProtocolThresholds* thresholds) {
  Reason reason;
  reason.place = place_of(run, run.course.current);
  const Beside its = beside(run, thresholds);
  ask(reason, run, thresholds);
  if (!its.first || !agrees(run, its)) return reason;
  const double dt = std::visit(
      [](const auto& solver) {
        if constexpr (std::is_same_v<std::decay_t<decltype(solver)>, Exact>)
          return 0.0;
        else
          return solver.dt;
      },
      run.experiment.solver);
  const double by = std::fabs(its.current - *its.first);
  const Text current = told_current(run);
  reason.text = its.current < *its.first ? say::fixed_below(current, compared(by, by), compared(*its.first, by), dt)
                                         : say::fixed_above(current, compared(by, by), compared(*its.first, by), dt);
  reason.compared = its.current;
  reason.first = its.first;
  reason.reveals = true;
  return reason;
}

/// The edge between a v that rests and a higher one that fires, at the u of `start`, if the steps are enough.
std::optional<double> edge_between(const Passages& passages, double u, double rests, double fires_at) {
  double left = most_steps;
  while (fires_at - rests > closest) {
    const double middle = rests + (fires_at - rests) / 2;
    const Passage tried = passages.from({middle, u}, left);
    left -= tried.steps;
    if (tried.next == Next::undecided || !(left > 0)) return std::nullopt;
    (tried.next == Next::spike ? fires_at : rests) = middle;
  }
  return fires_at;
}

}  // namespace

Text told_current(const VerdictRun& run) {
  return run.course.others == 0 ? say::alone(run.course.current) : say::in_all(run.course.current);
}

VerdictPlace gap_at(const Cell& cell, double current) {
  const double p = cell.vt - cell.vr, b = cell.a > 0 ? cell.b : 0, w = (cell.k * p + b) / (2 * cell.k);
  return {PlaceKind::gap, current, cell.vr + w, b * w, current + cell.k * w * (w - p)};
}

VerdictPlace rest_place(const Cell& cell, double current) {
  const std::optional<State> rest = rest_at(cell, current);
  if (!rest) return current > saddle_node_current(cell) ? gap_at(cell, current) : VerdictPlace{};
  const std::optional<double> parabola = invariant_parabola_current(cell), hopf = andronov_hopf_current(cell);
  const bool may = parabola && hopf && current > *parabola && current < *hopf;
  return {may && unstable_cycle(cell, current) ? PlaceKind::cycle : PlaceKind::rest, current, rest->v, rest->u, {}};
}

VerdictPlace reset_place(const VerdictRun& run, double u, double current) {
  const Cell& cell = run.cell();
  return {PlaceKind::reset, current, cell.c, u, cell.k * (cell.c - cell.vr) * (cell.c - cell.vt) + current};
}

Reason by_thresholds(const VerdictRun& run, const ProtocolThresholds* thresholds) {
  if (!run.exact) return in_fixed_steps(run, thresholds);
  Reason reason;
  reason.place = place_of(run, run.course.current);
  const Beside its = beside(run, thresholds);
  if (!its.closed) ask(reason, run, thresholds);
  if (its.first && agrees(run, its)) {
    compare_one(reason, run, its);
  } else if (!reason.pending) {
    reason = by_rest(run, its.current);
  } else if (run.rests() && run.since.empty()) {
    if (const std::optional<State> rest = rest_at(run.cell(), its.current)) reason.more = say::settles(rest->v);
  }
  return reason;
}

Reason by_rest(const VerdictRun& run, double current) {
  Reason reason;
  reason.place = place_of(run, current);
  const double lost = lost_at(run.cell());
  if (current > lost && fires(run))
    compare(reason, say::above_rest, say::alone(current), current, lost);
  else if (current < lost && run.rests())
    compare(reason, say::below_rest, say::alone(current), current, lost);
  return reason;
}

Reason by_step(const VerdictRun& run, const ProtocolThresholds* thresholds) {
  Reason reason;
  const double current = run.course.current, length = run.course.end - run.course.onset;
  reason.place = run.since.empty() ? rest_place(run.cell(), run.course.before) : place_of(run, run.course.before);
  const double fold = saddle_node_current(run.cell());
  if (run.since.empty() && run.held() && current <= fold) {
    compare(reason, say::below_rest, told_current(run), current, fold);
    return reason;
  }
  const Beside its = beside(run, thresholds);
  ask(reason, run, thresholds);
  if (!its.first || !agrees(run, its)) return reason;
  const double by = std::fabs(current - *its.first);
  reason.text = current < *its.first
                    ? say::step_below(told_current(run), compared(by, by), compared(*its.first, by), length)
                    : say::step_above(told_current(run), compared(by, by), compared(*its.first, by), length);
  reason.compared = current;
  reason.first = its.first;
  reason.reveals = true;
  return reason;
}

Reason without_current(const VerdictRun& run, const ProtocolThresholds* thresholds) {
  Reason reason;
  const std::optional<State> rest = rest_at(run.cell(), 0);
  reason.place = rest_place(run.cell(), 0);
  if (!rest || !run.since.empty()) return reason;
  const bool known = thresholds && thresholds->setting.of == ProtocolOf::rest;
  const std::optional<double> first = run.held() ? std::optional(saddle_node_current(run.cell()))
                                      : known    ? thresholds->first.amplitude
                                                 : std::nullopt;
  reason.more = say::settles(rest->v);
  reason.pending = !first && !known;
  if (!first) return reason;
  reason.text = say::needs(compared(*first, *first), rest->v);
  reason.more = {};
  reason.compared = 0;
  reason.first = first;
  reason.reveals = true;
  return reason;
}

Reason by_start(const VerdictRun& run) {
  const double current = run.course.current;
  const Passages passages(run.cell(), current);
  const State start = initial_state(run.experiment);
  const std::optional<State> rest = rest_at(run.cell(), current);
  if (!rest) return {};
  Reason reason;
  reason.compared = start.v;
  reason.place = {PlaceKind::state, current, start.v, start.u, {}};
  if (start.v >= run.cell().vpeak) {
    reason.text = say::at_peak(start.v, run.cell().vpeak);
    reason.first = run.cell().vpeak;
    return reason;
  }
  const Passage from = passages.from(start, most_steps);
  if (from.next == Next::spike && start.v <= rest->v && start.u < rest->u) {
    const double by = rest->u - start.u;
    reason.text = say::low_u(start.u, compared(by, by), compared(rest->u, by));
    reason.compared = start.u;
    reason.first = rest->u;
    return reason;
  }
  reason.reveals = true;
  // Whatever rests without a spike where there is a cycle begins inside it.
  if (from.next == Next::rest)
    if (const std::optional<Cycle> cycle = unstable_cycle(run.cell(), current)) {
      reason.text = say::inside(cycle->v_low, cycle->v_high);
      reason.place = {PlaceKind::cycle, current, rest->v, rest->u, {}};
      reason.first = cycle->v_low;
      reason.second = cycle->v_high;
      return reason;
    }
  std::optional<double> edge;
  if (from.next == Next::rest)
    edge = edge_between(passages, start.u, start.v, run.cell().vpeak);
  else if (from.next == Next::spike && start.v > rest->v &&
           passages.from({rest->v, start.u}, most_steps).next == Next::rest)
    edge = edge_between(passages, start.u, rest->v, start.v);
  if (!edge) return {};
  reason.first = edge;
  const double by = std::fabs(start.v - *edge), distance = compared(by, by), there = compared(*edge, by);
  reason.text = from.next == Next::spike ? say::start_above(start.v, distance, there, start.u)
                                         : say::start_below(start.v, distance, there, start.u);
  return reason;
}

}  // namespace izh
