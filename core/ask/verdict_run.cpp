#include "core/ask/verdict_run.hpp"

#include <algorithm>

#include "core/model/critical_currents.hpp"
#include "core/plane/phase_plane.hpp"
#include "core/solve/firing.hpp"
#include "core/solve/simulate.hpp"

namespace izh {

namespace {

constexpr double most_steps = 2e4;     // of the solver, to a state within the run
constexpr double most_to_next = 4000;  // to the spike after the run

/// Whether the time after the run is of interest: few spikes so far, or silence at its end.
bool ends_quietly(const std::vector<double>& since, double end) {
  if (since.size() < 4) return true;
  double longest = 0;
  for (std::size_t i = 1; i < since.size(); ++i) longest = std::max(longest, since[i] - since[i - 1]);
  return end - since.back() > longest;
}

}  // namespace

VerdictRun::VerdictRun(const Experiment& run, const std::vector<double>& times, const std::vector<double>& resets,
                       const Ended& end, const Pattern& its_pattern, const Measures& its_measures)
    : experiment(run),
      spikes(times),
      reset_u(resets),
      ended(end),
      pattern(its_pattern),
      measures(its_measures),
      course(course_of(run)),
      exact(std::holds_alternative<Exact>(run.solver)),
      since(between(course.onset, unbounded)) {
  const Segment& last = course.parts.back();
  if (exact && finished() && last.slope == 0 && ends_quietly(since, ended.time))
    next = Passages(cell(), last.current).from({ended.v, ended.u}, most_to_next);
}

std::vector<double> VerdictRun::between(double from, double to) const {
  const auto first = std::lower_bound(spikes.begin(), spikes.end(), from);
  return {first, std::lower_bound(first, spikes.end(), to)};
}

std::optional<State> VerdictRun::state_at(double time) const {
  if (!(time > 0)) return initial_state(experiment);
  Experiment part = experiment;
  part.solver = Exact{};
  part.duration = time;
  const Ended there = recorded(part, {0.0, {}, 0.0, most_steps}).ended;
  return there.kind == End::finished ? std::optional(State{there.v, there.u}) : std::nullopt;
}

bool VerdictRun::held() const {
  if (!(exact && cell().a > 0 && cell().b <= 0)) return false;
  const double fold = saddle_node_current(cell());
  const bool from_rest = std::holds_alternative<Rest>(experiment.initial) && course.before == 0;
  const std::optional<State> at = from_rest ? rest_state(cell()) : state_at(course.onset);
  return at && between(0, course.onset).empty() && held_by_saddle(cell(), *at, fold - 1e-9 * (1 + fold));
}

bool VerdictRun::started() const {
  const bool steady = course.kind == CourseKind::none || course.kind == CourseKind::steady;
  return exact && steady && course.onset == 0 && std::holds_alternative<At>(experiment.initial);
}

bool VerdictRun::will_fire() const {
  return goes_on() ||
         (exact && finished() && course.parts.back().slope == 0 && must_fire(cell(), course.parts.back().current));
}

std::optional<State> rest_at(const Cell& cell, double current) {
  const std::vector<FixedPoint> points = fixed_points(cell, current);
  if (points.empty()) return std::nullopt;
  const FixedPoint& low = points.front();
  const bool unstable =
      low.kind == Stability::unstable_node || low.kind == Stability::unstable_focus || low.kind == Stability::saddle;
  return unstable || low.v >= cell.vpeak ? std::nullopt : std::optional(State{low.v, low.u});
}

}  // namespace izh
