#include <algorithm>
#include <cmath>

#include "core/exact.hpp"
#include "core/fi_curve.hpp"
#include "core/search.hpp"
#include "core/thresholds.hpp"

namespace izh {

namespace {

// --- the steady rate at one current
// -----------------------------------------------------------------------------------

struct Cycle {
  double spikes, period;  // 0 spikes: no repeat was seen, and the period is the mean interval
};

/// The train of spikes under a steady current, up to its repeat.
class Train {
 public:
  Train(const Cell& cell, const State& start, double current)
      : form_(cell), orbit_{0, 0, form_.z(start.v), form_.q(start.u, current)}, drive_{0, 1e9, current, 0} {}

  std::optional<Cycle> cycle(double& steps) {
    constexpr int most_spikes = 400;
    for (int i = 0; i < most_spikes; ++i) {
      if (orbit_.z < form_.peak() && follow(form_, orbit_, drive_, drive_.end, steps) != Stop::spike)
        return std::nullopt;
      orbit_.z = form_.after_reset();
      orbit_.q += form_.jump();
      q_.push_back(orbit_.q);
      time_.push_back(orbit_.time);
      if (const std::size_t p = repeats()) return Cycle{static_cast<double>(p), back(time_, 0) - back(time_, p)};
    }
    const std::size_t half = q_.size() / 2;
    return Cycle{0, (back(time_, 0) - back(time_, half)) / static_cast<double>(half)};
  }

 private:
  static double back(const std::vector<double>& list, std::size_t spikes) { return list[list.size() - 1 - spikes]; }

  /// The spikes after which the state after a spike has repeated twice over, to nine digits: a rate needs no more, and
  /// near a bifurcation rounding leaves no more.
  std::size_t repeats() const {
    const double scale = 1e-9 * std::max(std::fabs(q_.back()), form_.scale() * form_.scale());
    for (std::size_t p = 1; p <= 15 && 2 * p < q_.size(); ++p) {
      const double change = std::fabs(back(q_, 0) - back(q_, p)), before = std::fabs(back(q_, p) - back(q_, 2 * p));
      if (change <= scale && before <= scale) return p;
      if (change <= 1000 * scale) return 0;  // it is on its way, and a multiple of it would repeat before
    }
    return 0;
  }

  NormalForm form_;
  Orbit orbit_;
  Segment drive_;
  std::vector<double> q_, time_;
};

// --- the law of the rate
// ----------------------------------------------------------------------------------------------

constexpr double nearest = 1e-6;  // pA above the onset
constexpr int per_decade = 3, decades = 8;

/// The slope of y against x by least squares.
double slope(const std::vector<double>& x, const std::vector<double>& y) {
  double mean_x = 0, mean_y = 0, xx = 0, xy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    mean_x += x[i] / static_cast<double>(x.size());
    mean_y += y[i] / static_cast<double>(x.size());
  }
  for (std::size_t i = 0; i < x.size(); ++i) {
    xx += (x[i] - mean_x) * (x[i] - mean_x);
    xy += (x[i] - mean_x) * (y[i] - mean_y);
  }
  return xy / xx;
}

/// The two decades next to the onset.
struct Lowest {
  explicit Lowest(const Onset& found) {
    for (std::size_t i = 0; i < found.distance.size() && i <= 2 * per_decade; ++i) {
      // Each with a cycle of as many spikes, and none left out.
      if (found.cycle[i] == 0 || found.cycle[i] != found.cycle[0] || found.distance[i] > 1e2 * nearest * 1.001) break;
      log_distance.push_back(std::log10(found.distance[i]));
      inverse_root.push_back(1 / std::sqrt(found.distance[i]));
      log_rate.push_back(std::log10(found.rate[i]));
      period.push_back(1000 / found.cycle_rate[i]);
    }
    complete = period.size() == 2 * per_decade + 1;
    if (!complete) return;
    near = period[0] - period[per_decade];
    far = period[per_decade] - period[2 * per_decade];
  }

  bool complete = false;
  std::vector<double> log_distance, inverse_root, log_rate, period;
  double near = 0, far = 0;  // ms that the nearest decade and the one before it add to the period
};

constexpr const char* range = "From 0.0001 to 0.000001 pA above the onset ";

/// The law at each of the distances, from its rate [Hz] at one that is so many times the nearest.
template <class Rate>
void draw(Onset& found, Rate&& rate) {
  for (const double distance : found.distance) found.law.push_back(rate(distance / found.distance[0]));
}

void argue_root(Onset& found, const Lowest& lowest, const Cell& cell) {
  found.kind = Excitability::class_1;
  draw(found, [&](double times) { return found.rate[0] * std::pow(times, *found.exponent); });
  found.text = std::string(range) + "the rate falls to zero as the square root of the distance (exponent " +
               rounded(*found.exponent, 4) + "): class 1. A cycle lasts " +
               rounded(slope(lowest.inverse_root, lowest.period), 5) + " ms over the root of the distance in pA";
  // Near the saddle-node u = b w - (b/a) w', so that v moves as if C were C - b/a.
  if (cell.a > 0 && cell.C > cell.b / cell.a) {
    constexpr double pi = 3.141592653589793;
    found.text += "; to pass the saddle-node takes π (C - b/a)/√k = " +
                  rounded(pi * (cell.C - cell.b / cell.a) / std::sqrt(cell.k), 5) + " ms";
  }
  found.text += ".";
}

void argue_logarithm(Onset& found, const Lowest& lowest) {
  const bool bursts = found.cycle[0] > 1;
  found.kind = bursts ? Excitability::bursts : Excitability::class_1;
  found.period_per_decade = -slope(lowest.log_distance, lowest.period);
  draw(found, [&](double times) {
    const double period = lowest.period[0] - *found.period_per_decade * std::log10(times);
    return period > 0 ? 1000 / period : 0.0;
  });
  found.text = std::string(range) + "each decade nearer to it adds as much to the time from " +
               (bursts ? "burst to burst: " : "spike to spike: ") + rounded(lowest.far, 4) + " ms, then " +
               rounded(lowest.near, 4) +
               " ms. So it grows with the logarithm of the distance, as of an orbit that passes ever closer to the "
               "saddle, and the rate goes to zero, but slowly. " +
               (bursts ? "Firing begins with bursts of " + rounded(found.cycle[0], 3) + " spikes." : "Class 1.");
}

void argue_jump(Onset& found, const Lowest& lowest) {
  found.kind = Excitability::class_2;
  found.jump = found.rate[0];
  found.law.assign(found.distance.size(), *found.jump);
  found.text = std::string(range) + "each decade nearer to it adds less to the period: " + rounded(lowest.far, 3) +
               " ms, then " + rounded(lowest.near, 3) + " ms of " + rounded(lowest.period[0], 4) +
               " ms. So the rate does not go to zero: it jumps to " + rounded(*found.jump, 4) + " Hz. Class 2.";
}

/// Which of the three laws the rate follows. What a decade nearer adds to the period tells: √10 times what the one
/// before added where the period grows as the inverse square root, the same where it grows as the logarithm, and less
/// and less where it has a limit. Halfway between the first two lies 10^¼.
void argue(Onset& found, const Cell& cell) {
  const Lowest lowest(found);
  if (!lowest.complete) {
    found.text = "Near its onset no cycle of one kind was found within 400 spikes, from which a law could be read.";
    return;
  }
  found.exponent = slope(lowest.log_distance, lowest.log_rate);
  const double near = lowest.near, far = lowest.far;
  // A hundredth of the period is as good as nothing.
  if (std::max(std::fabs(near), std::fabs(far)) < 0.01 * lowest.period[0] || std::fabs(near) < 0.6 * std::fabs(far))
    return argue_jump(found, lowest);
  if (far > 0 && near > 0.6 * far && near < 1.7 * far) return argue_logarithm(found, lowest);
  if (far > 0 && near > 1.9 * far && std::fabs(*found.exponent - 0.5) < 0.1) return argue_root(found, lowest, cell);
  found.text =
      std::string(range) + "the rate follows neither a square root nor a logarithm, nor does it tend to a limit.";
}

/// Without a current from which on it fires for good.
Onset without(const Rheobase& rheobase) {
  Onset found;
  if (rheobase.lasting.reason_id == "fires_at_rest") found.kind = Excitability::fires_at_rest;
  if (rheobase.lasting.reason_id == "none_below" && rheobase.single.reason_id != "none_below") {
    found.kind = Excitability::class_3;
    found.text = "It answers a step with a few spikes and then falls silent, whatever the current: class 3. ";
  }
  found.text += rheobase.lasting.reason;
  return found;
}

}  // namespace

Onset onset(const Experiment& experiment, const Rheobase& rheobase) {
  const Cell& cell = experiment.cell;
  const State start = initial_state(experiment);
  if (!rheobase.lasting.current) return without(rheobase);

  // The nearest distances ask for more digits than the search gives.
  Onset found;
  const double near = *rheobase.lasting.current;
  const auto fires = [&](double current) { return outcome(cell, start, current).fate == Fate::fires_on; };
  found.current =
      std::fabs(near - rheobase.saddle_node) < 1e-6 ? rheobase.saddle_node : bisected(near - 2e-7, near, 1e-10, fires);
  double steps = 2e6;  // the solver's, for all of them
  for (int i = 0; i <= per_decade * decades; ++i) {
    const double distance = nearest * std::pow(10, static_cast<double>(i) / per_decade);
    const std::optional<Cycle> cycle = Train(cell, start, *found.current + distance).cycle(steps);
    if (!cycle) continue;
    found.distance.push_back(distance);
    found.cycle.push_back(cycle->spikes);
    found.rate.push_back(1000 * std::max(1.0, cycle->spikes) / cycle->period);
    found.cycle_rate.push_back(1000 / cycle->period);
  }
  argue(found, cell);
  return found;
}

}  // namespace izh
