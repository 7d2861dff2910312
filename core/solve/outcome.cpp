#include "core/solve/outcome.hpp"

#include <cmath>
#include <stdexcept>
#include <vector>

#include "core/solve/capture.hpp"
#include "core/solve/crisis.hpp"
#include "core/solve/exact.hpp"
#include "core/solve/firing.hpp"
#include "core/solve/repeats.hpp"
#include "core/solve/settling.hpp"

namespace izh {

namespace {

constexpr double forever = 1e12;  // ms

/// For a = 0: v is below its threshold at this u, so that it falls back to its resting value.
bool falls_back(const Cell& cell, const State& state, double current) {
  const double leak = cell.k * (cell.vt - cell.vr), square = leak * leak - 4 * cell.k * (current - state.u);
  if (square < 0) return false;
  const double w = state.v - cell.vr, root = std::sqrt(square);
  return w < (leak + root) / (2 * cell.k) && (leak - root) / (2 * cell.k) < cell.vpeak - cell.vr;
}

/// A cell under a steady current, followed until its fate is known.
class Following {
 public:
  Following(const Cell& cell, const State& state, double current)
      : cell_(cell),
        current_(current),
        form_(cell),
        orbit_{0, 0, form_.z(state.v), form_.q(state.u, current)},
        region_(capture_region(cell, current)),
        runaway_q_(form_.q(runaway_level(cell, current), current)) {}

  Outcome to_end(double most_spikes, double most_steps) {
    bool fires = orbit_.z >= form_.peak();
    for (;;) {
      if (fires) {
        if (const std::optional<Fate> fate = after_spike(most_spikes)) return found(*fate);
      }
      if (captured()) return found(Fate::rests);
      if (!(steps_ < most_steps)) return found(Fate::undecided);
      // A few steps at a time: near rest each step is long.
      const double few = std::fmin(most_steps - steps_, 4);
      double left = few;
      const Stop stop = follow(form_, orbit_, {0, forever, current_, 0}, forever, left);
      steps_ += few - left;
      if (stop == Stop::diverged || stop == Stop::reached) return found(Fate::undecided);
      fires = stop == Stop::spike;
    }
  }

 private:
  State state() const { return {form_.v(orbit_.z), form_.u(orbit_.q, current_)}; }

  bool captured() const {
    if (cell_.a == 0) return falls_back(cell_, state(), current_);
    return (region_ && region_->holds(state())) || held_by_saddle(cell_, state(), current_);
  }

  /// Applies the reset; returns the fate if this spike decides it.
  std::optional<Fate> after_spike(double most_spikes) {
    spikes_ += 1;
    orbit_.z = form_.after_reset();
    orbit_.q += form_.jump();
    if (most_spikes != 0 && holds_still(cell_, {cell_.c, state().u}, current_)) return Fate::rests;
    if (most_spikes == 0) return Fate::fires_on;
    if (watch_.add(orbit_.q, std::fmax(std::fabs(orbit_.q), form_.scale() * form_.scale()))) return Fate::fires_on;
    if (orbit_.q < runaway_q_) return Fate::runs_away;
    if (spikes_ > 1000 && spikes_ > 1000 * orbit_.time)
      return can_run_away(cell_) ? Fate::runs_away : Fate::undecided;  // they pile up
    if (cell_.a > 0 && settles()) return Fate::fires_on;
    if (const std::optional<Fate> fate = without_cycle(most_spikes)) return fate;
    if (spikes_ <= most_spikes) return std::nullopt;
    if (can_run_away(cell_)) return Fate::undecided;
    // With a = 0 and d > 0 nothing brings u back down, and every spike adds to it until v stays below its threshold.
    certain_ = cell_.a == 0;
    return cell_.a == 0 && cell_.d > 0 ? Fate::rests : Fate::fires_on;
  }

  /// Whether the train approaches a cycle, however slowly. If it creeps past a fold of cycles instead, skips to beyond
  /// the fold.
  bool settles() {
    reset_u_.push_back(form_.u(orbit_.q, current_));
    if (reset_u_.size() < look_) return false;
    look_ *= 2;
    const Settling to = settling(cell_, current_, reset_u_);
    if (to.beyond) {
      orbit_.q = form_.q(*to.beyond, current_);
      watch_ = {};
      reset_u_.clear();
      look_ = first_look;
    }
    return to.cycle.has_value();
  }

  /// What the map says about a train that shows no cycle.
  std::optional<Fate> without_cycle(double most_spikes) {
    constexpr double transient = 100, first = 2 * transient;
    const double u = form_.u(orbit_.q, current_);
    low_ = spikes_ == transient ? u : std::fmin(low_, u);
    high_ = spikes_ == transient ? u : std::fmax(high_, u);
    if (cell_.a == 0 || (spikes_ != first && spikes_ != most_spikes)) return std::nullopt;
    const Lasting found = lasting(cell_, current_, Passages(cell_, current_), low_, high_);
    if (found == Lasting::lasts) return Fate::fires_on;
    // While it may still settle to a cycle, a way out decides nothing.
    return found == Lasting::ends && spikes_ == most_spikes ? std::optional(Fate::rests) : std::nullopt;
  }

  Outcome found(Fate fate) const { return {fate, spikes_, orbit_.time, state(), steps_, certain_}; }

  const Cell& cell_;
  double current_;
  NormalForm form_;
  Orbit orbit_;
  std::optional<Capture> region_;
  double runaway_q_;
  CycleWatch watch_;
  double spikes_ = 0, steps_ = 0;
  bool certain_ = true;
  static constexpr std::size_t first_look = 32;  // spikes
  std::vector<double> reset_u_;                  // pA, since the train began or was last moved beyond a fold
  std::size_t look_ = first_look;
  double low_ = unbounded, high_ = -unbounded;  // u after the last spikes
};

}  // namespace

Outcome outcome(const Cell& cell, const State& state, double current, double most_spikes, double most_steps) {
  if (!(cell.C > 0 && cell.k > 0 && cell.a >= 0 && cell.c < cell.vpeak && std::isfinite(current)))
    throw std::invalid_argument("outcome: needs C > 0, k > 0, a >= 0, c < vpeak and a finite current");
  if (state.v < cell.vpeak && holds_still(cell, state, current)) return {Fate::rests, 0, 0, state, 0, true};
  if (must_fire(cell, current) && (most_spikes == 0 || !can_run_away(cell)))
    return {Fate::fires_on, 0, 0, state, 0, true};
  return Following(cell, state, current).to_end(most_spikes, most_steps);
}

}  // namespace izh
