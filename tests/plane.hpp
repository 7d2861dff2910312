// tests/plane.hpp: random cells and windows for the phase plane, and the fate of an initial state.
#pragma once

#include "core/plane/boundary.hpp"
#include "core/plane/closed_forms.hpp"
#include "core/solve/capture.hpp"
#include "support.hpp"

namespace izh {

/// A cell with parameters drawn from the ranges of the sliders.
inline Cell usual_cell(Chance& chance) {
  Cell cell;
  cell.C = chance.between(10, 500);
  cell.k = chance.between(0.1, 3);
  cell.vr = chance.between(-90, -60);
  cell.vt = chance.between(-58, -30);
  cell.vpeak = chance.between(20, 60);
  cell.a = chance.between(0.002, 0.2);
  cell.b = chance.between(-8, 15);
  cell.c = chance.between(-80, -40);
  cell.d = chance.between(-50, 300);
  return cell;
}

/// Any valid cell, including ones with vt below vr or a = 0.
inline Cell wild_cell(Chance& chance) {
  const auto either = [&](double x) { return chance.below(2) ? x : -x; };
  Cell cell;
  cell.C = chance.magnitude(1e-3, 1e6);
  cell.k = chance.magnitude(1e-4, 1e3);
  cell.vr = either(chance.magnitude(1e-3, 1e4));
  cell.vt = either(chance.magnitude(1e-3, 1e4));
  cell.vpeak = either(chance.magnitude(1e-3, 1e4));
  cell.a = chance.below(7) == 0 ? 0 : chance.magnitude(1e-6, 100);
  cell.b = chance.below(5) == 0 ? 0 : either(chance.magnitude(1e-3, 1e5));
  cell.c = chance.between(-1e4, cell.vpeak);
  cell.d = either(chance.magnitude(1e-3, 1e6));
  return cell;
}

/// A cell that loses its resting state at a Hopf point: b > a C.
inline Cell hopf_cell(Chance& chance) {
  Cell cell = usual_cell(chance);
  cell.b = chance.between(1, 15);
  cell.a = chance.between(0.1, 0.9) * cell.b / cell.C;
  return cell;
}

/// A window that shows both fixed points of such a cell with some room around them.
inline PlaneWindow window_around(const std::vector<FixedPoint>& points) {
  const FixedPoint &lower = points.front(), &upper = points.back();
  const double wide = 20 + 2 * (upper.v - lower.v), high = 200 + 2 * std::fabs(upper.u - lower.u);
  return {lower.v - wide, upper.v + wide, std::min(lower.u, upper.u) - high, std::max(lower.u, upper.u) + high};
}

/// `cell` from `start` under a steady current.
inline Experiment steady(const Cell& cell, const State& start, double current, double duration) {
  return {cell, At{start.v, start.u}, {Step{current, 0, {}}}, duration, Exact{}};
}

enum class Ending { fires, rests, unknown };

/// Whether a state fires or is caught by the region of capture around rest, within 100 s.
inline Ending ending(const Cell& cell, State state, double current) {
  const auto capture = capture_region(cell, current);
  for (double span = 100, time = 0; time < 1e5; time += span, span *= 2) {
    const Recording run = simulate(steady(cell, state, current, span), {0, {}, 0, 1e5});
    if (!run.spikes.empty()) return Ending::fires;
    if (run.ended.kind != End::finished) return Ending::unknown;
    state = {run.ended.v, run.ended.u};
    if (capture && capture->holds(state)) return Ending::rests;
  }
  return Ending::unknown;
}

}  // namespace izh
