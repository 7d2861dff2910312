#include "core/train/stretch.hpp"

#include <algorithm>
#include <optional>

#include "core/solve/firing.hpp"
#include "core/train/steady_rate.hpp"

namespace izh {

namespace {

/// How much of the stimulus the run saw [ms]; a run that stopped early saw no more than until then.
double seen(const Experiment& experiment, const Ended& ended) {
  return ended.time > 0 ? std::min(experiment.duration, ended.time) : experiment.duration;
}

/// The last stretch of steady current within `window`; none if the current changes right up to its end.
std::optional<Span> last_steady(const std::vector<Segment>& all, const Span& window) {
  std::optional<Span> stretch;
  double current = 0;
  for (const Segment& one : all) {
    if (!(one.end > one.start) || one.start >= window.end || one.end <= window.start) continue;
    const double start = std::max(one.start, window.start), end = std::min(one.end, window.end);
    if (one.slope != 0)
      stretch.reset();
    else if (stretch && one.current == current)
      stretch->end = end;
    else
      stretch = Span{start, end};
    current = one.current;
  }
  return stretch;
}

/// True when the steady stretch at the end of `window` says something about its train. With two spikes or more it does
/// unless it is shorter than an interval that ends in it, as in a pulse train. With one or none it must be at least
/// half of the window and as long as any interval.
bool tells(const std::vector<double>& spikes, const Span& stretch, const Span& window) {
  const auto all = std::lower_bound(spikes.begin(), spikes.end(), window.start);
  const auto first = std::lower_bound(all, spikes.end(), stretch.start);
  const auto end = std::upper_bound(first, spikes.end(), stretch.end);
  const double length = stretch.end - stretch.start;
  const bool few = end - first < 2;
  if (stretch.start == window.start) return true;
  if (few && length < (window.end - window.start) / 2) return false;
  const auto from = few || first == all ? all : first - 1;
  return std::adjacent_find(from, end, [&](double one, double next) { return next - one > length; }) == end;
}

}  // namespace

Judged judged_stretch(const Experiment& experiment, const std::vector<double>& spikes, const Ended& ended) {
  const double until = seen(experiment, ended);
  const Span window = stimulus_span(experiment.stimulus, until);
  if (!(window.end > window.start)) return {window, true, true};
  const std::optional<Span> last = last_steady(segments(experiment.stimulus, until), window);
  const bool told = last && tells(spikes, *last, window);
  if (told && steady_rate(spikes, *last).rate) return {*last, true, last->start == window.start};
  if (window.end < until && steady_rate(spikes, {window.end, until}).rate) return {{window.end, until}, true, false};
  if (told) return {*last, true, last->start == window.start};
  return {window, false, true};
}

bool train_runs_away(const Experiment& experiment, const std::vector<double>& reset_u, const Ended& ended) {
  if (reset_u.empty() || !can_run_away(experiment.cell)) return false;
  if (ended.kind == End::too_many_spikes) return true;
  const std::vector<Segment> all = segments(experiment.stimulus, seen(experiment, ended));
  double least = all.front().current;
  for (const Segment& one : all) least = std::min({least, one.current, one.at(one.end)});
  return reset_u.back() < runaway_level(experiment.cell, least);
}

}  // namespace izh
