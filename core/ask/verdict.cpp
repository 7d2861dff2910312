#include "core/ask/verdict.hpp"

#include <algorithm>
#include <cmath>

#include "core/ask/verdict_reason.hpp"
#include "core/ask/verdict_run.hpp"
#include "core/ask/verdict_text.hpp"
#include "core/ask/verdict_what.hpp"
#include "core/model/critical_currents.hpp"
#include "core/schema/digits.hpp"
#include "core/solve/firing.hpp"
#include "core/solve/sampling.hpp"
#include "core/sweep/sought.hpp"
#include "core/sweep/thresholds.hpp"
#include "core/train/run_measures.hpp"

namespace izh {

namespace {

namespace say = verdict_texts;

double count(std::size_t many) { return static_cast<double>(many); }

/// The two together.
struct Told {
  What what;
  Reason reason;
};

// --- by u ---

/// u after the resets that another spike follows at once, and after the one that a pause follows, of the last whole
/// burst.
Reason by_resets(const VerdictRun& run) {
  Reason reason;
  const std::vector<double>&first = run.pattern.burst_first, &last = run.pattern.burst_last;
  for (std::size_t i = first.size(); i-- > 0;) {
    const auto from = static_cast<std::size_t>(first[i]), to = static_cast<std::size_t>(last[i]);
    // The end of the run may have cut the last one.
    if (to <= from || to + 1 >= run.reset_u.size()) continue;
    const double inside = run.reset_u[to - 1], outside = run.reset_u[to];
    reason.place = reset_place(run, outside, run.course.current);
    const double level = *reason.place.to;
    reason.text =
        inside < level && level < outside ? say::resets_beside(inside, outside, level) : say::resets(inside, outside);
    return reason;
  }
  return reason;
}

Told rebound(const VerdictRun& run) {
  Told told;
  told.what = {VerdictKind::rebound, say::released(count(run.since.size()), run.since.front() - run.course.end)};
  const std::optional<State> from = run.state_at(run.course.onset), at = run.state_at(run.course.end);
  if (!from || !at) return told;
  told.reason.text = run.course.before == 0 ? say::rebound(at->v, from->u, at->u)
                                            : say::rebound_held(at->v, from->u, at->u, run.course.before);
  told.reason.place = {PlaceKind::state, run.course.before, at->v, at->u, {}};
  return told;
}

Told held_down(const VerdictRun& run) {
  Told told;
  told.what = {VerdictKind::silent, say::no_spike()};
  const std::optional<State> at = run.state_at(run.course.end);
  if (!at) return told;
  const std::optional<State> back = rest_at(run.cell(), run.course.before);
  told.reason.text = say::held_down(told_current(run), at->v, run.rests() && back ? back->v : run.ended.v);
  told.reason.place = rest_place(run.cell(), run.course.before);
  return told;
}

// --- by the course of the current ---

Told steady(const VerdictRun& run, const ProtocolThresholds* thresholds) {
  Told told{under_steady(run), {}};
  if (told.what.kind == VerdictKind::bursting) told.reason = by_resets(run);
  if (told.reason.text.empty() && run.started()) told.reason = by_start(run);
  if (told.reason.text.empty()) told.reason = by_thresholds(run, thresholds);
  const bool even = told.what.kind == VerdictKind::tonic || told.what.kind == VerdictKind::adapting;
  if (told.reason.more == say::unheld() && !even) told.reason.more = {};
  const bool burst = told.what.kind == VerdictKind::onset_then_tonic && run.pattern.onset_spikes &&
                     run.pattern.burst_first.size() == 1;
  if (burst) {
    told.reason.more = say::jumps(*run.pattern.onset_spikes);
    told.reason.shown = true;
  }
  return told;
}

Told none(const VerdictRun& run, const ProtocolThresholds* thresholds) {
  Told told{under_steady(run), {}};
  if (run.started()) told.reason = by_start(run);
  if (!told.reason.text.empty()) return told;
  if (told.what.kind == VerdictKind::silent) told.what.text = say::no_spike();
  told.reason = without_current(run, thresholds);
  return told;
}

Told pulse(const VerdictRun& run, const ProtocolThresholds* thresholds) {
  const bool down = run.course.current < run.course.before;
  if (down && run.since.empty()) return held_down(run);
  if (down && run.between(run.course.onset, run.course.end).empty()) return rebound(run);
  return {with_step(run), by_step(run, thresholds)};
}

/// Compares the current at which a ramp makes the cell fire, or stop, with the one at which rest is lost.
template <class Above, class Below>
void compare_ramp(Told& told, const Cell& cell, double current, const Above& above, const Below& below) {
  const double lost = lost_at(cell), by = std::fabs(current - lost);
  const double distance = compared(by, by), threshold = compared(lost, by);
  told.reason.text = current > lost ? above(distance, threshold) : below(distance, threshold);
  told.reason.compared = current;
  told.reason.first = lost;
  told.reason.reveals = true;
  told.reason.place = current > saddle_node_current(cell) ? gap_at(cell, current) : rest_place(cell, current);
}

Told ramp(const VerdictRun& run) {
  Told told;
  told.what = {VerdictKind::ramp, say::no_spike()};
  const Cell& cell = run.cell();
  const auto slope =
      std::find_if(run.course.parts.begin(), run.course.parts.end(), [](const Segment& one) { return one.slope != 0; });
  const bool rises = slope->slope > 0;
  if (run.since.empty()) {
    double most = slope->current;
    for (const Segment& one : run.course.parts) most = std::max({most, one.current, one.at(one.end)});
    compare_ramp(
        told, cell, most, [&](double by, double lost) { return say::ramp_reaches(most, by, lost); },
        [&](double by, double lost) { return say::ramp_stays(most, by, lost); });
    return told;
  }
  const double time = rises ? run.since.front() : run.since.back(), current = slope->at(time);
  if (!(time < slope->end)) {
    told.what.text = say::changing(count(run.since.size()), count(run.course.parts.size() - 1));
    return told;
  }
  const double shown = compared(current, 100);
  told.what.text = rises ? say::rising(shown) : say::falling(shown);
  if (rises)
    compare_ramp(told, cell, current, say::ramp_above, say::ramp_below);
  else
    compare_ramp(told, cell, current, say::falls_above, say::falls_below);
  return told;
}

/// How many equal pulses the run has, with nothing between them; 0: it is not such a run.
std::size_t equal_pulses(const std::vector<Segment>& parts) {
  const Segment* one = nullptr;
  std::size_t many = 0;
  for (const Segment& part : parts) {
    if (part.current == 0) continue;
    const bool same = !one || (part.current == one->current &&
                               std::fabs((part.end - part.start) - (one->end - one->start)) < 1e-9 * part.end);
    if (!same) return 0;
    if (!one) one = &part;
    many += 1;
  }
  return many;
}

Told changes(const VerdictRun& run) {
  Told told;
  told.what.kind = VerdictKind::changes;
  const std::vector<Segment>& parts = run.course.parts;
  const double spikes = count(run.spikes.size());
  if (const std::size_t many = equal_pulses(parts); many > 1) {
    const auto one = std::find_if(parts.begin(), parts.end(), [](const Segment& part) { return part.current != 0; });
    told.what.text = say::pulses(spikes, count(many), one->current, compared(one->end - one->start, 1));
    return told;
  }
  // What is said of the last current, if the pattern is of its time.
  const Text phrase = phrase_of(run.pattern);
  const bool last = run.measures.steady_from && *run.measures.steady_from == run.course.onset;
  if (!last || phrase.empty()) {
    told.what.text = say::changing(spikes, count(parts.size() - 1));
    return told;
  }
  const What within = under_steady(run);
  told.what = {VerdictKind::changes, say::later(run.course.onset, run.course.current, within.text)};
  told.reason = by_rest(run, run.course.current);
  return told;
}

// --- runs that stop or run away ---

Told runaway(const VerdictRun& run) {
  Told told;
  const Cell& cell = run.cell();
  told.what = {VerdictKind::runaway, say::runs_away(count(run.since.size()), run.lasts())};
  told.reason.text = can_run_away(cell) ? say::takes_more(-cell.d, cell.a * cell.C * (cell.vpeak - cell.c))
                                        : say::too_dense(count(most_in_millisecond));
  if (!run.reset_u.empty()) told.reason.place = reset_place(run, run.reset_u.back(), run.course.current);
  return told;
}

Told stopped(const VerdictRun& run) {
  Told told;
  told.what = {VerdictKind::stopped, say::stopped(run.ended.time, run.experiment.duration)};
  told.reason.text = run.ended.kind == End::out_of_budget ? say::budget(count(run.spikes.size()))
                     : run.ended.kind == End::diverged    ? say::overflow()
                                                          : say::too_dense(count(most_in_millisecond));
  return told;
}

Told told_of(const VerdictRun& run, const ProtocolThresholds* thresholds) {
  if (run.pattern.kind == PatternKind::runaway) return runaway(run);
  if (!run.finished()) return stopped(run);
  switch (run.course.kind) {
    case CourseKind::none:
      return none(run, thresholds);
    case CourseKind::steady:
      return steady(run, thresholds);
    case CourseKind::pulse:
      return pulse(run, thresholds);
    case CourseKind::ramp:
      return ramp(run);
    default:
      return changes(run);
  }
}

PlaceShows shown_by(const VerdictPlace& place, std::optional<double> first, const Cell& cell) {
  if (place.kind != PlaceKind::gap) return PlaceShows::all;
  return first && std::fabs(*first - saddle_node_current(cell)) < same_threshold ? PlaceShows::first : PlaceShows::none;
}

RunVerdict answered(const VerdictRun& run, Told told) {
  auto& [what, reason] = told;
  RunVerdict found;
  const Text alone = say::only(what.text);
  const Text whole = reason.text.empty() ? alone : say::because(what.text, reason.text);
  found.kind = what.kind;
  found.text = together({whole, reason.more});
  found.neutral = reason.reveals ? together({alone, reason.shown ? reason.more : Text{}}) : found.text;
  found.reveals = reason.reveals ? 1 : 0;
  found.pending = reason.pending ? 1 : 0;
  found.compared = reason.compared;
  found.first = reason.first;
  found.second = reason.second;
  found.asks = reason.asks;
  found.place = reason.place;
  found.place.shows = shown_by(reason.place, reason.first, run.cell());
  found.spikes = run.measures.count;
  found.after = run.measures.latency;
  found.last_isi = run.measures.last_isi;
  found.rate = run.measures.steady_rate;
  if (what.kind == VerdictKind::not_yet && run.goes_on()) {
    const double spike = run.ended.time + run.next->time;
    if (spike < longest_run) found.long_enough = room_for(spike);
  }
  return found;
}

}  // namespace

RunVerdict verdict_of(const Experiment& experiment, const std::vector<double>& spikes,
                      const std::vector<double>& reset_u, const Ended& ended, const Pattern& pattern,
                      const Measures& measures, const ProtocolThresholds* thresholds) {
  const VerdictRun run(experiment, spikes, reset_u, ended, pattern, measures);
  return answered(run, told_of(run, thresholds));
}

RunVerdict run_verdict(const Experiment& experiment, const std::vector<double>& spikes,
                       const std::vector<double>& reset_u, const Ended& ended) {
  return verdict_of(experiment, spikes, reset_u, ended, run_pattern(experiment, spikes, reset_u, ended),
                    run_measures(experiment, spikes, reset_u, ended), nullptr);
}

RunVerdict compared_verdict(const Experiment& experiment, const std::vector<double>& spikes,
                            const std::vector<double>& reset_u, const Ended& ended,
                            const ProtocolThresholds& thresholds) {
  return verdict_of(experiment, spikes, reset_u, ended, run_pattern(experiment, spikes, reset_u, ended),
                    run_measures(experiment, spikes, reset_u, ended), &thresholds);
}

}  // namespace izh
