#include "core/ask/moment.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "core/plane/boundary.hpp"
#include "core/plane/orbit.hpp"

namespace izh {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
/// Lines may be off by this fraction of the span: less than a pixel of a plane on a large screen.
constexpr double fineness = 4000;

std::vector<Curve> orbit_around(const Experiment& experiment, const std::vector<double>& spikes,
                                const std::vector<double>& before, const std::vector<double>& reset_v,
                                const std::vector<double>& reset_u, const Instant& instant,
                                const MomentQuestion& question) {
  const auto next = static_cast<std::size_t>(instant.spikes);
  if (next > spikes.size()) return {};
  const auto when = [&](std::size_t spike) { return spike < spikes.size() ? spikes[spike] : infinity; };
  // Fixed steps go in a straight line from the last grid point before a spike to the state after its reset.
  const bool jumps = next < spikes.size() && instant.time > before[next];
  const double end = std::min({when(jumps ? next + 1 : next), question.to, question.ended});
  const State start = initial_state(experiment);
  OrbitPart part;
  part.time = next ? spikes[next - 1] : 0;
  part.v = next ? reset_v[next - 1] : start.v;
  part.u = next ? reset_u[next - 1] : start.u;
  part.from = std::min(std::max(part.time, question.from), instant.time);
  part.to = std::max(end, instant.time);
  part.near_v = std::max((question.plane.v_high - question.plane.v_low) / fineness, 1e-9);
  part.near_u = std::max((question.plane.u_high - question.plane.u_low) / fineness, 1e-9);
  part.budget = question.budget;
  std::vector<Curve> curves = orbit(experiment, part);
  curves.resize(std::min<std::size_t>(curves.size(), jumps ? 2 : 1));
  return curves;
}

struct Range {
  double low = infinity, high = -infinity;
  void take(double x) {
    low = std::min(low, x);
    high = std::max(high, x);
  }
  double size() const { return high - low; }
};

/// A close-up is never narrower than this fraction of |vt - vr|.
constexpr double closest = 0.15;

}  // namespace

Moment moment(const Experiment& experiment, const std::vector<double>& spikes, const std::vector<double>& before,
              const std::vector<double>& reset_v, const std::vector<double>& reset_u, const MomentQuestion& question) {
  if (before.size() != spikes.size() || reset_v.size() != spikes.size() || reset_u.size() != spikes.size())
    throw std::invalid_argument("moment: spikes, before, reset_v and reset_u must be of one length.");
  Moment found;
  if (question.time) {
    const double time = *question.time;
    const auto past = std::upper_bound(spikes.begin(), spikes.end(), time);
    const auto count = static_cast<std::size_t>(past - spikes.begin());
    const auto at = count == 0 ? instant(experiment, time, question.budget)
                               : instant_after(experiment, time, question.budget,
                                               {count, spikes[count - 1], {reset_v[count - 1], reset_u[count - 1]}});
    if (at) found.instant.push_back(*at);
  }
  const Instant* here = found.instant.empty() ? nullptr : &found.instant.front();
  const double current = here ? here->current : question.current;
  found.plane = phase_plane(experiment.cell, current, question.plane);
  found.steady = steady_train(experiment, spikes, reset_u, current);
  if (found.plane.invariant_current && (found.plane.invariant == 1 || question.parabola == 1))
    found.parabola.push_back(invariant_parabola(experiment.cell, question.plane));
  if (here) found.around = orbit_around(experiment, spikes, before, reset_v, reset_u, *here, question);
  if (question.past == 1) {
    const State past = here && question.chosen == 1 ? State{here->v, here->u} : initial_state(experiment);
    found.past.push_back(backward_orbit(experiment.cell, current, past, enclosing(experiment.cell, question.plane),
                                        experiment.duration));
  }
  return found;
}

CloseUp close_up(const Cell& cell, double current, const PlaneWindow& window) {
  if (window.straight == 1) {
    // Over the line, the parabola reaches I - I_SN + k x² at a distance x from where they come closest. It takes up the
    // upper three quarters, and the fixed points below I_SN, at a distance √((I_SN - I)/k), are well inside.
    const PhasePlane plane =
        phase_plane(cell, current, {window.v_low, window.v_high, window.u_low, window.u_high, 2, 0});
    const double above = plane.above.value_or(0), bottleneck = std::sqrt(std::fabs(above) / cell.k);
    const double half = std::max(4.5 * bottleneck, 0.06 * std::fabs(cell.vt - cell.vr)), tall = cell.k * half * half;
    return {plane.touch_v - half, plane.touch_v + half, -tall / 3, std::max(above, 0.0) + tall};
  }
  PlaneWindow fine = window;
  fine.points = 400;
  fine.arrows = 0;
  const PhasePlane plane = phase_plane(cell, current, fine);
  Range v, u;
  for (const FixedPoint& point : plane.fixed_points) {
    v.take(point.v);
    u.take(point.u);
  }
  if (plane.fixed_points.empty()) {
    const auto gap = [&](std::size_t i) { return plane.v_nullcline[i] - plane.u_nullcline[i]; };
    std::size_t nearest = 0;
    for (std::size_t i = 1; i < plane.v.size(); ++i)
      if (gap(i) < gap(nearest)) nearest = i;
    v.take(plane.v[nearest]);
    u.take(plane.v_nullcline[nearest]);
    u.take(plane.u_nullcline[nearest]);
  }
  const double least = (plane.fixed_points.size() > 1 ? 1 : 3) * closest * std::abs(cell.vt - cell.vr);
  const double half = 0.75 * std::max(v.size(), least);
  Range tall = u;
  for (std::size_t i = 0; i < plane.v.size(); ++i)
    if (plane.v[i] >= v.low - half && plane.v[i] <= v.high + half) tall.take(plane.v_nullcline[i]);
  const double room = std::max({0.75 * u.size(), 0.3 * tall.size(), 1e-3});
  return {v.low - half, v.high + half, u.low - room, u.high + room};
}

}  // namespace izh
