#include "core/fi_curve.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/batch.hpp"
#include "core/passage.hpp"
#include "core/settling.hpp"

namespace izh {

namespace {

/// The mean rate [Hz] over the second half of the intervals of a train whose end is not known; 0 where it has been
/// silent for more than twice its longest interval.
double mean_rate(const std::vector<double>& spikes, double end) {
  if (spikes.size() < 2) return 0;
  double longest = 0;
  for (std::size_t i = 1; i < spikes.size(); ++i) longest = std::max(longest, spikes[i] - spikes[i - 1]);
  if (end - spikes.back() > 2 * longest) return 0;
  const std::size_t intervals = spikes.size() - 1, first = intervals / 2;
  const double span = spikes.back() - spikes[first];
  return span > 0 ? 1000 * static_cast<double>(intervals - first) / span : 0;
}

double steady_rate(const Train& train) {
  if (train.cycle > 0) return 1000 * static_cast<double>(train.cycle) / train.cycle_period;
  return train.end == BatchEnd::rest ? 0 : mean_rate(train.spikes, train.time);
}

/// Whether it rests for good: the run may have ended first, in one long step. Not inline: that cost the loop over the
/// batch, which wasm-opt draws into fi_curve, a third of its speed.
[[gnu::noinline]] bool rests(const Train& train, const Cell& cell, double current) {
  if (train.end == BatchEnd::rest) return true;
  if (train.end != BatchEnd::finished || train.cycle > 0) return false;
  return Passages(cell, current).rests(train.state);
}

// A train that has not shown within some hundred spikes what it settles to is chaotic, or repeats after more spikes
// than are looked for.
constexpr double enough_spikes = 500, longest_hold = 60000;

/// Looks for the cycle that a train approaches; true where it is known now what becomes of it.
bool known(Train& train, const Job& job) {
  if (train.end != BatchEnd::finished && train.end != BatchEnd::most_spikes) return true;
  if (rests(train, job.cell, job.current)) return true;
  const std::optional<SpikeCycle> cycle = approached_cycle(job.cell, job.current, train.reset_u);
  if (!cycle) return false;
  train.cycle = cycle->spikes;
  train.cycle_period = cycle->period;
  return true;
}

/// Goes on with the trains that are not known yet, for longer.
void follow_on(const std::vector<Job>& jobs, std::vector<Train>& trains) {
  std::vector<Job> longer;
  std::vector<std::size_t> which;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    if (known(trains[i], jobs[i]) || static_cast<double>(trains[i].spikes.size()) >= enough_spikes) continue;
    which.push_back(i);
    longer.push_back(jobs[i]);
    longer.back().duration = std::max(jobs[i].duration, longest_hold);
    longer.back().most_spikes = enough_spikes;
  }
  std::vector<Train> found = run_batch(longer);
  for (std::size_t i = 0; i < found.size(); ++i) {
    known(found[i], longer[i]);
    found[i].count = trains[which[i]].count;  // of the time that was asked for
    trains[which[i]] = std::move(found[i]);
  }
}

void add(FiCurve& curve, const Job& job, const Train& train) {
  const std::vector<double>& spikes = train.spikes;
  const double interval = spikes.size() > 1 ? spikes[1] - spikes[0] : 0;
  curve.current.push_back(job.current);
  curve.steady_rate.push_back(steady_rate(train));
  curve.first_rate.push_back(interval > 0 ? 1000 / interval : 0);
  curve.latency.push_back(spikes.empty() ? 0 : spikes[0]);
  curve.spikes.push_back(static_cast<double>(spikes.size()));
  curve.cycle.push_back(static_cast<double>(train.cycle));
  curve.silent.push_back(rests(train, job.cell, job.current) ? 1 : 0);
  curve.followed.push_back(train.time);
  curve.simulated += train.count;
}

}  // namespace

FiCurve fi_curve(const Experiment& experiment, const std::vector<double>& currents, double hold) {
  std::vector<Job> jobs;
  jobs.reserve(currents.size());
  for (double current : currents) {
    Job job;
    job.cell = experiment.cell;
    job.start = initial_state(experiment);
    job.current = current;
    job.duration = hold;
    jobs.push_back(job);
  }
  std::vector<Train> trains = run_batch(jobs);
  follow_on(jobs, trains);
  FiCurve curve;
  for (std::size_t i = 0; i < jobs.size(); ++i) add(curve, jobs[i], trains[i]);
  return curve;
}

std::vector<double> currents_of(const CurrentRange& range) {
  const auto& [from, to, points, hold] = range;
  if (!(std::isfinite(from) && std::isfinite(to) && points >= 2 && points <= 1e6))
    throw std::invalid_argument("currents_of: needs finite ends and at least 2 points");
  std::vector<double> currents(static_cast<std::size_t>(points));
  const double last = static_cast<double>(currents.size() - 1);
  for (std::size_t i = 0; i < currents.size(); ++i)
    currents[i] = from + (to - from) * static_cast<double>(i) / last;  // in this order, so that round numbers stay so
  currents.back() = to;
  return currents;
}

std::optional<double> gain(const std::vector<double>& current, const std::vector<double>& rate, double rheobase) {
  if (current.size() != rate.size()) throw std::invalid_argument("gain: needs one rate for each current");
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
