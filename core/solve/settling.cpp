#include "core/solve/settling.hpp"

#include <algorithm>
#include <cmath>

#include "core/solve/passage.hpp"

namespace izh {

namespace {

constexpr std::size_t longest = 15;  // spikes in a cycle, as for CycleWatch
constexpr double even = 0.02;        // how far apart successive ratios of differences may be
constexpr double attracts = 0.999;   // a steeper iterate cannot be told from one that does not attract

/// The limit of u, taken once a cycle, and the ratio by which its changes shrink.
struct Approach {
  double u, ratio;
};

/// The same from the last five values `p` spikes apart; none where their differences do not shrink by a constant ratio.
std::optional<Approach> approach(const std::vector<double>& u, std::size_t p) {
  if (u.size() < 4 * p + 1) return std::nullopt;
  const auto ago = [&](std::size_t turns) { return u[u.size() - 1 - turns * p]; };
  double difference[4], ratio[3];
  for (std::size_t i = 0; i < 4; ++i) difference[i] = ago(i) - ago(i + 1);
  for (std::size_t i = 0; i < 3; ++i) ratio[i] = difference[i] / difference[i + 1];
  for (double one : ratio)
    if (!(std::fabs(one) <= attracts && std::fabs(one - ratio[0]) <= even)) return std::nullopt;
  return Approach{ago(0) + difference[0] * ratio[0] / (1 - ratio[0]), ratio[0]};
}

/// u after p more spikes, and when; none where they do not follow.
std::optional<Passage> turn(const Passages& passages, double u, std::size_t p) {
  Passage whole;
  whole.state.u = u;
  for (std::size_t i = 0; i < p; ++i) {
    const Passage one = passages.after(whole.state.u);
    if (one.next != Next::spike) return std::nullopt;
    whole.time += one.time;
    whole.state = one.state;
  }
  return whole;
}

/// The cycle through u, which may close after fewer than p spikes: p is then a multiple of its length.
SpikeCycle shortest(const Passages& passages, double u, std::size_t p, double period) {
  for (std::size_t part = 1; 2 * part <= p; ++part) {
    if (p % part != 0) continue;
    const std::optional<Passage> next = turn(passages, u, part);
    if (next && std::fabs(next->state.u - u) <= 1e-9 * std::max(std::fabs(u), 1.0))
      return {part, period * static_cast<double>(part) / static_cast<double>(p), u};
  }
  return {p, period, u};
}

/// The secant method for a fixed point of `turn`, starting with the slope `from.ratio`.
std::optional<SpikeCycle> fixed(const Passages& passages, const Approach& from, std::size_t p, double far) {
  double u = from.u, slope = from.ratio, before = 0, step = 0;
  for (int round = 0; round < 12; ++round) {
    const std::optional<Passage> next = turn(passages, u, p);
    if (!next) return std::nullopt;
    const double change = next->state.u - u;
    // Once the changes are mere rounding, their ratio means nothing.
    if (round > 0 && std::fabs(step) > 1e-9 * std::fabs(u)) slope = 1 + (change - before) / step;
    if (!(std::fabs(slope) <= attracts && std::fabs(slope - from.ratio) <= 5 * even)) return std::nullopt;
    if (std::fabs(change) <= 1e-13 * std::max(std::fabs(u), 1.0)) return shortest(passages, u, p, next->time);
    step = change / (1 - slope);
    before = change;
    u += step;
    if (!(std::fabs(u - from.u) <= far)) return std::nullopt;
  }
  return std::nullopt;
}

// --- creeping past a fold of cycles

constexpr std::size_t creeps = 6;  // successive changes one way, each 9/10 to 10/9 of the one before

/// The smallest p for which the last values, taken every p spikes, creep one way; 0: none.
std::size_t creeping(const std::vector<double>& u) {
  for (std::size_t p = 1; p <= longest; ++p) {
    if (u.size() < creeps * p + 1) return 0;
    const auto change = [&](std::size_t turns) {
      return u[u.size() - 1 - turns * p] - u[u.size() - 1 - (turns + 1) * p];
    };
    bool even_so = true;
    for (std::size_t i = 0; even_so && i + 1 < creeps; ++i) {
      const double ratio = change(i) / change(i + 1);
      even_so = ratio > 0.9 && ratio < 1 / 0.9;
    }
    if (even_so) return p;
  }
  return 0;
}

/// f, g' and the time [ms] of one cycle from u.
struct Turn {
  double u, change, slope, period;
};

class Creeping {
 public:
  Creeping(const Passages& passages, std::size_t p, double u, double room) : passages_(passages), p_(p), room_(room) {
    first_ = at(u);
  }

  Settling found() const {
    if (!first_ || !(first_->slope > 0)) return {};
    if (first_->slope >= 1) return leaving();
    Turn left = *first_;
    for (int round = 0; round < 60; ++round) {
      if (still(left)) return attracting(left);
      const std::optional<Turn> right = ahead(left);
      if (!right) return {};
      if (still(*right)) return attracting(*right);
      if (!onward(*right)) return between(left, *right);
      if (right->slope >= 1) return least(left, *right);
      left = *right;
    }
    return {};
  }

 private:
  std::optional<Turn> at(double u) const {
    Turn turn{u, 0, 1, 0};
    double to = u;
    for (std::size_t i = 0; i < p_; ++i) {
      const Passage one = passages_.after(to);
      const std::optional<double> slope = one.next == Next::spike ? passages_.slope(to) : std::nullopt;
      if (!slope) return std::nullopt;
      turn.slope *= *slope;
      turn.period += one.time;
      to = one.state.u;
    }
    turn.change = to - u;
    return turn;
  }

  bool onward(const Turn& turn) const { return (turn.change > 0) == (first_->change > 0); }
  static bool still(const Turn& turn) { return std::fabs(turn.change) <= 1e-13 * std::max(std::fabs(turn.u), 1.0); }

  /// One step of Newton's method, halved while no spike follows from its end.
  std::optional<Turn> ahead(const Turn& from) const {
    double step = std::clamp(from.change / (1 - from.slope), -room_, room_);
    for (int round = 0; round < 12; ++round) {
      if (const std::optional<Turn> next = at(from.u + step)) return next;
      step /= 2;
    }
    return std::nullopt;
  }

  Settling attracting(const Turn& turn) const {
    if (!(std::fabs(turn.slope) < 1)) return {};
    // Make sure that no other zero lies on the way there.
    constexpr int places = 8;
    for (int i = 1; i < places; ++i) {
      const std::optional<Turn> on_the_way = at(first_->u + (turn.u - first_->u) * i / places);
      if (!on_the_way || !(onward(*on_the_way) || still(*on_the_way))) return {};
    }
    return {shortest(passages_, turn.u, p_, turn.period), {}};
  }

  /// The answer when f has a zero between the two.
  Settling between(Turn left, Turn right) const {
    for (int round = 0; round < 60; ++round) {
      // Newton's method from the left while it stays between the two, else bisection.
      double middle = left.u + left.change / (1 - left.slope);
      if (round % 3 == 2 || !((middle - left.u) * (right.u - middle) > 0)) middle = left.u + (right.u - left.u) / 2;
      const std::optional<Turn> there = at(middle);
      if (!there) return {};
      if (still(*there) || middle == left.u || middle == right.u) return attracting(*there);
      (onward(*there) ? left : right) = *there;
    }
    return attracting(left);
  }

  /// The answer when |f| is smallest between the two, where g' = 1.
  Settling least(Turn left, Turn right) const {
    for (int round = 0; round < 60; ++round) {
      const double share = (1 - left.slope) / (right.slope - left.slope);
      const double part = round % 3 == 2 ? 0.5 : std::clamp(share, 0.01, 0.99);
      const std::optional<Turn> middle = at(left.u + (right.u - left.u) * part);
      if (!middle) return {};
      if (still(*middle) && middle->slope < 1) return attracting(*middle);
      if (!onward(*middle)) return between(left, *middle);
      (middle->slope < 1 ? left : right) = *middle;
      if (std::fabs(right.u - left.u) <= 1e-9 * std::max(std::fabs(right.u), 1.0)) break;
      // Between the two, |f| can fall only by a negligible part of itself.
      if (std::fabs((right.u - left.u) * (1 - left.slope)) < 1e-3 * std::fabs(left.change)) break;
    }
    return {{}, beyond(right.u, right.u - first_->u)};
  }

  /// The answer when the train is already past the slowest place.
  Settling leaving() const {
    const double far = beyond(first_->u, first_->change > 0 ? room_ : -room_);
    return far == first_->u ? Settling{} : Settling{{}, far};
  }

  /// As `far` beyond the slowest place as the train was before it, halved until the train keeps going all the way from
  /// there.
  double beyond(double slowest, double far) const {
    for (; std::fabs(far) > 1e-6 * std::fabs(slowest); far /= 2) {
      constexpr int places = 4;
      bool goes_on = true;
      for (int i = places; goes_on && i > 0; --i) {
        const std::optional<Turn> there = at(slowest + far * i / places);
        goes_on = there && onward(*there) && !still(*there);
      }
      if (goes_on) return slowest + far;
    }
    return slowest;
  }

  const Passages& passages_;
  std::size_t p_;
  double room_;  // pA: the longest step
  std::optional<Turn> first_;
};

Settling creeping_on(const Passages& passages, const std::vector<double>& reset_u) {
  const std::size_t p = creeping(reset_u);
  if (p == 0) return {};
  const auto [low, high] = std::minmax_element(reset_u.begin(), reset_u.end());
  const double room = std::max(*high - *low, 0.01 * std::max(std::fabs(reset_u.back()), 1.0));
  return Creeping(passages, p, reset_u.back(), room).found();
}

}  // namespace

std::size_t settling_cycle(const std::vector<double>& reset_u) {
  for (std::size_t p = 1; p <= longest; ++p)
    if (approach(reset_u, p)) return p;
  return 0;
}

Settling settling(const Cell& cell, double current, const std::vector<double>& reset_u) {
  const Passages passages(cell, current);
  for (std::size_t p = 1; p <= longest; ++p) {
    const std::optional<Approach> from = approach(reset_u, p);
    if (!from) continue;
    // The cycle must lie where the differences point, no farther from it than the train still is.
    const double far = std::fabs(from->u - reset_u.back()) + 1e-9 * std::fabs(from->u);
    if (const std::optional<SpikeCycle> cycle = fixed(passages, *from, p, far)) return {cycle, {}};
  }
  return creeping_on(passages, reset_u);
}

std::optional<SpikeCycle> approached_cycle(const Cell& cell, double current, const std::vector<double>& reset_u) {
  return settling(cell, current, reset_u).cycle;
}

}  // namespace izh
