#include "core/sweep/sought.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace izh {

namespace {

constexpr double most_exact = 1e6, most_fixed = 1.5e7;  // solver steps to find a run that shows it

/// Whether a run cut at `end` seems to have fallen silent: its last spike is longer ago than twice its longest
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

}  // namespace

double room_for(double time) {
  const double digit = std::pow(10, std::floor(std::log10(time)) - 1);
  return std::min(std::ceil(1.1 * time / digit) * digit, longest_run);
}

Sought sought(const Smallest& found) {
  return {found.current, {}, found.reason_id, {}, {}, found.runs_away_from, false, 1};
}

Sought sought(const Threshold& found) {
  return {
      found.current, {}, found.reason_id == "fires_at_rest" ? "without" : found.reason_id, {}, {}, found.runs_away_from,
      false,         1};
}

bool no_rest(const UnderProtocol& asked, const State& start) {
  return asked.setting.background == 0 && start.v < asked.run.cell.vpeak && does_not_hold(asked.run.cell, start);
}

Rheobase rheobase_of(const UnderProtocol& asked, const State& start) {
  const Initial initial = asked.setting.of == ProtocolOf::rest ? asked.run.initial : At{start.v, start.u};
  return rheobase({asked.run.cell, initial, {}, asked.run.duration, Exact{}}, {});
}

std::optional<double> shown_by(const Experiment& longest, double onset, std::size_t count, double own, double& steps) {
  // In growing lengths, as many spikes may follow the one waited for.
  Experiment run = longest;
  for (run.duration = std::min(longest.duration, std::max(own, onset + 100));; run.duration *= 10) {
    run.duration = std::min(run.duration, longest.duration);
    const Recording found = recorded(run);
    steps -= found.ended.steps;
    const std::vector<double> spikes = spikes_from(found, onset);
    for (std::size_t i = count - 1; i < spikes.size(); ++i) {
      const double shown = spikes[i] <= own ? own : room_for(spikes[i]);
      if (count == 1 || (shown <= run.duration && !seems_silent(spikes, shown))) return shown;
    }
    if (run.duration == longest.duration || found.ended.kind != End::finished) return std::nullopt;
  }
}

void show(Sought& found, std::optional<double> next, std::size_t count, const UnderProtocol& asked,
          const Happens& does) {
  if (!found.amplitude) return;
  const double amplitude = *found.amplitude;
  const double own = asked.run.duration, longest = asked.exact() ? longest_run : own;
  double left = asked.exact() ? most_exact : most_fixed;
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
  // If its spikes do not come within the longest run, they come sooner farther above.
  if (left > 0 && does(first)) {
    for (double above = 2 * (first - amplitude); amplitude + above < most_current && left > 0; above *= 2)
      if (tried(little_above(amplitude, above))) {
        found.far = true;
        return;
      }
    return;
  }
  for (double share = 1e-3; share > 1e-10; share /= 10)
    if (tried(little_above(amplitude, std::max(share * amplitude, 1e-9)))) return;
  tried(amplitude);
}

}  // namespace izh
