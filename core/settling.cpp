#include "core/settling.hpp"

#include <algorithm>
#include <cmath>

#include "core/passage.hpp"

namespace izh {

namespace {

constexpr std::size_t longest = 15;  // spikes in a cycle, as for CycleWatch
constexpr double even = 0.02;        // how far the ratios of differences in a row may be apart
constexpr double attracts = 0.999;   // a steeper iterate is not told from one that does not attract

/// Where the u after a spike of one turn goes on to, and by which ratio its changes shrink.
struct Approach {
  double u, ratio;
};

/// What the values `p` spikes apart say, the last four of them.
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

/// u after p more spikes, and when; none where they do not come.
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

/// The cycle through u, which may close before p spikes have come: p is then a multiple of its spikes.
SpikeCycle shortest(const Passages& passages, double u, std::size_t p, double period) {
  for (std::size_t part = 1; 2 * part <= p; ++part) {
    if (p % part != 0) continue;
    const std::optional<Passage> next = turn(passages, u, part);
    if (next && std::fabs(next->state.u - u) <= 1e-9 * std::max(std::fabs(u), 1.0))
      return {part, period * static_cast<double>(part) / static_cast<double>(p), u};
  }
  return {p, period, u};
}

/// Newton's method for a fixed point of the turn, whose slope is `from.ratio` nearly and gets better as it goes.
std::optional<SpikeCycle> fixed(const Passages& passages, const Approach& from, std::size_t p, double far) {
  double u = from.u, slope = from.ratio, before = 0, step = 0;
  for (int round = 0; round < 12; ++round) {
    const std::optional<Passage> next = turn(passages, u, p);
    if (!next) return std::nullopt;
    const double change = next->state.u - u;
    // Where the changes are rounding alone, their ratio says nothing any more.
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

}  // namespace

std::size_t settling_cycle(const std::vector<double>& reset_u) {
  for (std::size_t p = 1; p <= longest; ++p)
    if (approach(reset_u, p)) return p;
  return 0;
}

std::optional<SpikeCycle> approached_cycle(const Cell& cell, double current, const std::vector<double>& reset_u) {
  const Passages passages(cell, current);
  for (std::size_t p = 1; p <= longest; ++p) {
    const std::optional<Approach> from = approach(reset_u, p);
    if (!from) continue;
    // The cycle must lie where the differences point to, no farther off than what is left of the way.
    const double far = std::fabs(from->u - reset_u.back()) + 1e-9 * std::fabs(from->u);
    if (const std::optional<SpikeCycle> cycle = fixed(passages, *from, p, far)) return cycle;
  }
  return std::nullopt;
}

}  // namespace izh
