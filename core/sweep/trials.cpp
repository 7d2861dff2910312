#include "core/sweep/trials.hpp"

#include <algorithm>

namespace izh {

namespace {

constexpr double most_steps = 1e5;  // for one trial

}  // namespace

std::vector<StepPart> step_parts(const std::vector<Stimulus>& others, double onset, std::optional<double> end) {
  double last = end.value_or(onset);
  for (const Stimulus& one : others)
    for (double edge : {extent(one).start, extent(one).end})
      if (edge < unbounded) last = std::max(last, edge);
  std::vector<Stimulus> all = others;
  for (double edge : {onset, end.value_or(onset)}) all.push_back(Step{0, edge, {}});  // no current, only its edge
  std::vector<StepPart> result;
  for (const Segment& one : segments(all, std::max(last, 0.0) + 1))
    if (one.start >= onset) result.push_back({one, !end || one.start < *end});
  result.back().others.end = unbounded;
  return result;
}

Fate Trials::fires(const std::vector<StepPart>& parts, double amplitude, double until) {
  Orbit orbit{parts.front().others.start, 0, form_.z(start_.v), 0};
  if (orbit.z >= form_.peak()) return Fate::fires_on;
  State state = start_;
  for (const auto& [others, on] : parts) {
    Segment drive = others;
    if (on) drive.current += amplitude;
    const double end = std::min(drive.end, until);
    if (end == unbounded) return fate_from(state, drive.current, 0);
    if (!(end > drive.start)) break;
    if (drive.slope == 0 && holds_still(cell_, state, drive.current)) {
      orbit.time = end;
      orbit.time_low = 0;
      continue;
    }
    orbit.q = form_.q(state.u, drive.at(orbit.time));
    const double most = std::min(most_steps, left_);
    double steps = most;
    const Stop stop = follow(form_, orbit, drive, end, steps);
    left_ -= most - steps;
    if (stop == Stop::spike) return Fate::fires_on;
    if (stop != Stop::reached) return Fate::undecided;
    state = {form_.v(orbit.z), form_.u(orbit.q, drive.at(orbit.time))};
  }
  return Fate::rests;
}

Fate Trials::fate_from(const State& state, double current, double most_spikes) {
  const Outcome found = outcome(cell_, state, current, most_spikes, std::min(most_steps, left_));
  left_ -= found.steps;
  return found.fate;
}

}  // namespace izh
