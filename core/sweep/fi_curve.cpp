#include "core/sweep/fi_curve.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <stdexcept>

#include "core/model/resolve.hpp"
#include "core/schema/require.hpp"
#include "core/solve/batch.hpp"
#include "core/solve/crisis.hpp"
#include "core/solve/firing.hpp"
#include "core/solve/outcome.hpp"
#include "core/solve/passage.hpp"
#include "core/solve/repeats.hpp"
#include "core/solve/settling.hpp"
#include "core/sweep/steady_cycle.hpp"
#include "core/sweep/thresholds.hpp"

namespace izh {

namespace {

// A train that has not settled within a few hundred spikes is chaotic, or has a longer cycle than is looked for; one
// that may run away is followed for more spikes.
constexpr double enough_spikes = 500, enough_to_run_away = 20000;
// How long [ms] a train that does not repeat is held; then one that may be on a slow passage, which takes few steps:
// `train_steps` at most, or `passage_steps` if it is certain to fire.
constexpr double longest_hold = 6e4, longest_passage = 4e6, passage_steps = 1e5, train_steps = 3e4;
constexpr std::size_t few_intervals = 20;  // no mean is taken of this many or fewer

/// A train, and what was found about it.
struct Found {
  Train train;
  Course course = Course::unknown;
  double count = 0;  // spikes while it was held
  bool counted = false;
};

/// Whether it rests for good: the run may have ended first, within one long step. Not inlined: that would cost the loop
/// over the batch, which wasm-opt inlines into fi_curve, a third of its speed.
[[gnu::noinline]] bool rests(const Train& train, const Cell& cell, double current) {
  if (train.end == BatchEnd::rest) return true;
  if (train.end != BatchEnd::finished || train.cycle > 0) return false;
  return Passages(cell, current).rests(train.state);
}

/// Whether u after a spike has changed in one direction only over the second half of a train of more than
/// `few_intervals`.
bool one_way(const std::vector<double>& u) {
  const auto half = u.begin() + static_cast<std::ptrdiff_t>(u.size() / 2);
  return u.size() > few_intervals && (std::is_sorted(half, u.end()) || std::is_sorted(half, u.end(), std::greater<>()));
}

/// Whether it has been silent for more than twice its longest interval.
bool has_stopped(const std::vector<double>& spikes, double end) {
  double longest = 0;
  for (std::size_t i = 1; i < spikes.size(); ++i) longest = std::max(longest, spikes[i] - spikes[i - 1]);
  return end - spikes.back() > 2 * longest;
}

/// The cycle of a train whose states repeat, even if rounding makes its intervals differ.
std::optional<SpikeCycle> repeated(const Train& train, const Job& job) {
  const double p = job.cell.vt - job.cell.vr, size = std::fabs(job.current) + job.cell.k * p * p / 4;
  CycleWatch watch;
  for (std::size_t i = 0; i < train.reset_u.size(); ++i) {
    const double u = train.reset_u[i];
    if (const std::size_t cycle = watch.add(u, std::max(std::fabs(u), size)))
      return SpikeCycle{cycle, train.spikes[i] - train.spikes[i - cycle], u};
  }
  return std::nullopt;
}

/// Whether a chaotic train has a way out that it has not yet found.
bool ends_for_certain(const Train& train, const Job& job) {
  if (!(job.cell.a > 0)) return false;
  const auto half = train.reset_u.begin() + static_cast<std::ptrdiff_t>(train.reset_u.size() / 2);
  const auto [low, high] = std::minmax_element(half, train.reset_u.end());
  return lasting(job.cell, job.current, Passages(job.cell, job.current), *low, *high) == Lasting::ends;
}

/// Looks for the cycle that a train approaches, and decides what becomes of it; `unknown` if it is worth following
/// further.
Course judged(Train& train, const Job& job) {
  if (train.cycle > 0) return Course::repeats;
  if (train.end == BatchEnd::runs_away) return Course::runs_away;
  const bool up = one_way(train.reset_u);
  if (train.end == BatchEnd::too_many_spikes) return up ? Course::runs_away : Course::unknown;
  if (train.end == BatchEnd::diverged) return Course::unknown;
  if (rests(train, job.cell, job.current)) return Course::rests;
  std::optional<SpikeCycle> cycle = approached_cycle(job.cell, job.current, train.reset_u);
  if (!cycle) cycle = repeated(train, job);
  if (cycle) {
    train.cycle = cycle->spikes;
    train.cycle_period = cycle->period;
    return Course::repeats;
  }
  const auto spikes = static_cast<double>(train.spikes.size());
  if (spikes < (can_run_away(job.cell) ? enough_to_run_away : enough_spikes)) return Course::unknown;
  if (!up) return ends_for_certain(train, job) ? Course::rests : Course::irregular;
  // It may creep past a fold of cycles and end beyond it.
  const Outcome later = outcome(job.cell, train.state, job.current);
  return later.fate == Fate::rests && later.certain ? Course::rests : Course::changing;
}

/// The course of a train that was followed as long as any train is.
Course given_up(const Train& train, const Job& job) {
  if (train.end == BatchEnd::diverged || train.end == BatchEnd::too_many_spikes) return Course::unknown;
  const std::vector<double>& spikes = train.spikes;
  if (must_fire(job.cell, job.current) && spikes.size() < 4 && !can_run_away(job.cell)) return Course::slow;
  if (spikes.size() <= few_intervals || has_stopped(spikes, train.time)) return Course::unknown;
  return one_way(train.reset_u) ? Course::changing : Course::irregular;
}

/// Runs the jobs that are still undecided once.
void follow(const std::vector<Job>& jobs, std::vector<Found>& found, double duration, double most_spikes,
            double most_steps, bool certain_only) {
  std::vector<Job> longer;
  std::vector<std::size_t> which;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    const Job& job = jobs[i];
    const BatchEnd end = found[i].train.end;
    if (found[i].course != Course::unknown || end == BatchEnd::diverged || end == BatchEnd::too_many_spikes) continue;
    if (certain_only && !must_fire(job.cell, job.current)) continue;
    which.push_back(i);
    longer.push_back(job);
    longer.back().duration = std::max(job.duration, duration);
    longer.back().most_spikes = can_run_away(job.cell) ? enough_to_run_away : most_spikes;
    longer.back().most_steps = most_steps;
  }
  std::vector<Train> trains = run_batch(longer);
  for (std::size_t i = 0; i < trains.size(); ++i) {
    Found& one = found[which[i]];
    one.train = std::move(trains[i]);
    one.course = judged(one.train, longer[i]);
  }
}

/// Looks again for the cycle of a train that is certain to fire, but has had too few spikes to show a cycle.
void settle_slowly(Found& found, const Job& job) {
  constexpr std::size_t few = 100;
  Train& train = found.train;
  const bool open = found.course == Course::unknown || found.course == Course::irregular ||
                    found.course == Course::changing || found.course == Course::slow;
  if (!open || train.spikes.size() > few || !must_fire(job.cell, job.current)) return;
  const CertainCycle cycle = certain_cycle(job.cell, job.start, job.current);
  if (cycle.u.empty()) return;
  train.cycle = cycle.u.size();
  train.cycle_period = 0;
  for (double interval : cycle.interval) train.cycle_period += interval;
  found.course = Course::repeats;
}

/// What becomes of each job: held for its duration, and longer if that does not decide.
std::vector<Found> followed(const std::vector<Job>& jobs) {
  std::vector<Found> found(jobs.size());
  std::vector<Train> trains = run_batch(jobs);
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    Found& one = found[i];
    one.train = std::move(trains[i]);
    one.course = judged(one.train, jobs[i]);
    one.count = one.train.count;
    const BatchEnd end = one.train.end;
    one.counted = end == BatchEnd::finished || end == BatchEnd::cycle || end == BatchEnd::rest;
  }
  const double most_steps = Job{}.most_steps;
  follow(jobs, found, longest_hold, enough_spikes, most_steps, false);
  follow(jobs, found, longest_passage, enough_spikes, train_steps, false);
  follow(jobs, found, longest_passage, enough_spikes, passage_steps, true);
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    if (found[i].course == Course::unknown) found[i].course = given_up(found[i].train, jobs[i]);
    settle_slowly(found[i], jobs[i]);
  }
  return found;
}

/// The mean rate [Hz] over the second half of the intervals.
double mean_rate(const std::vector<double>& spikes) {
  const std::size_t intervals = spikes.size() - 1, first = intervals / 2;
  return 1000 * static_cast<double>(intervals - first) / (spikes.back() - spikes[first]);
}

/// The last interval [ms] that ends within `hold`; 0 if there is none. For a train that was not followed so far because
/// it repeats, it may be a repeat.
double last_interval(const Train& train, double hold) {
  double last = -1, before = -1;
  const auto note = [&](double time) {
    if (time > hold || time <= before) return;
    before = time > last ? last : time;
    last = std::max(last, time);
  };
  const bool goes_on = train.end == BatchEnd::cycle && train.spikes.back() < hold;
  const std::size_t first = goes_on ? train.spikes.size() - train.cycle : 0;
  for (std::size_t i = 0; i < train.spikes.size(); ++i) {
    note(train.spikes[i]);
    if (i < first || !goes_on) continue;
    const double turns = std::floor((hold - train.spikes[i]) / train.cycle_period);
    for (double m = std::fmax(1, turns - 1); m <= turns; m += 1) note(train.spikes[i] + m * train.cycle_period);
  }
  return before >= 0 ? last - before : 0;
}

void add(FiCurve& curve, const Job& job, const Found& found) {
  const auto& [train, course, count, counted] = found;
  const std::vector<double>& spikes = train.spikes;
  const double interval = spikes.size() > 1 ? spikes[1] - spikes[0] : 0, hold = job.duration;
  const bool runs_away = course == Course::runs_away, repeats = course == Course::repeats;
  const double last = counted && !runs_away ? last_interval(train, hold) : 0;
  const auto put = [](std::vector<double>& rates, std::vector<double>& known, bool is, double rate) {
    rates.push_back(is ? rate : 0);
    known.push_back(is ? 1 : 0);
  };
  curve.current.push_back(job.current);
  put(curve.count_rate, curve.count_known, counted && !runs_away, 1000 * count / hold);
  put(curve.last_rate, curve.last_known, last > 0, 1000 / last);
  put(curve.steady_rate, curve.steady_known, repeats || course == Course::irregular || course == Course::rests,
      repeats                       ? 1000 * static_cast<double>(train.cycle) / train.cycle_period
      : course == Course::irregular ? mean_rate(spikes)
                                    : 0);
  curve.first_rate.push_back(interval > 0 ? 1000 / interval : 0);
  curve.latency.push_back(spikes.empty() ? 0 : spikes[0]);
  curve.spikes.push_back(static_cast<double>(spikes.size()));
  curve.count.push_back(count);
  curve.cycle.push_back(static_cast<double>(train.cycle));
  curve.silent.push_back(course == Course::rests ? 1 : 0);
  curve.followed.push_back(train.time);
  curve.course.push_back(static_cast<double>(course));
  curve.below.push_back(course == Course::slow ? 1000 / (train.time - (spikes.empty() ? 0 : spikes.back())) : 0);
  curve.simulated += count;
}

}  // namespace

FiCurve fi_curve_from(const Cell& cell, const State& start, const std::vector<double>& currents, double hold) {
  require("fi_curve", cell);
  require("fi_curve", "currents", currents, valid_current, "pA", 2000);
  require("fi_curve", "hold", hold, {1e-9, 1e5}, "ms");
  std::vector<Job> jobs;
  jobs.reserve(currents.size());
  for (double current : currents) {
    Job job;
    job.cell = cell;
    job.start = start;
    job.current = current;
    job.duration = hold;
    if (job.cell.d < 0) job.most_spikes = enough_to_run_away;
    jobs.push_back(job);
  }
  const std::vector<Found> found = followed(jobs);
  FiCurve curve;
  curve.hold = hold;
  for (std::size_t i = 0; i < jobs.size(); ++i) add(curve, jobs[i], found[i]);
  return curve;
}

FiCurve fi_curve(const Experiment& experiment, const std::vector<double>& currents, double hold) {
  require("fi_curve", experiment);
  require("fi_curve", "hold", hold, {100, 1e5}, "ms");
  return fi_curve_from(experiment.cell, initial_state(experiment), currents, hold);
}

std::vector<double> currents_of(const CurrentRange& range) {
  require_described("currents_of", range);
  const auto& [from, to, points, hold] = range;
  std::vector<double> currents(static_cast<std::size_t>(points));
  const double last = static_cast<double>(currents.size() - 1);
  for (std::size_t i = 0; i < currents.size(); ++i)
    currents[i] = from + (to - from) * static_cast<double>(i) / last;  // this order keeps round numbers round
  currents.back() = to;
  return currents;
}

std::optional<double> gain(const std::vector<double>& current, const std::vector<double>& rate, double rheobase) {
  require_pairs("gain", "current", current.size(), "rate", rate.size());
  require("gain", "current", current, valid_current, "pA");
  require("gain", "rate", rate, valid_rate, "Hz");
  require("gain", "rheobase", rheobase, valid_current, "pA");
  double count = 0, mean_current = 0, mean_rate = 0;
  for (std::size_t i = 0; i < current.size(); ++i) {
    if (!(current[i] > rheobase)) continue;
    count += 1;
    mean_current += (current[i] - mean_current) / count;
    mean_rate += (rate[i] - mean_rate) / count;
  }
  double square = 0, product = 0;
  for (std::size_t i = 0; i < current.size(); ++i) {
    if (!(current[i] > rheobase)) continue;
    square += (current[i] - mean_current) * (current[i] - mean_current);
    product += (current[i] - mean_current) * (rate[i] - mean_rate);
  }
  if (!(count >= 2 && square > 0)) return std::nullopt;
  return product / square;
}

}  // namespace izh
