// batch.cpp: the cost of an f-I curve of 200 currents in the batch: every spike exact, stopped once the train repeats
// or run to its end; compared with rk4 at 0.05 ms in the same vectors and with the scalar solver.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <vector>

#include "core/solve/batch.hpp"
#include "core/solve/lanes.hpp"
#include "core/solve/simulate.hpp"
#include "core/sweep/fi_curve.hpp"

namespace izh {
namespace {

using taylor::Lanes;
using taylor::Mask;

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

/// Milliseconds for one call: the best of many, since other load on the machine can only add.
template <class F>
double milliseconds(F f) {
  double best = 1e300;
  const double start = seconds();
  for (int round = 0; round < 3 || seconds() - start < 2; ++round) {
    const double before = seconds();
    f();
    best = std::min(best, (seconds() - before) * 1e3);
  }
  return best;
}

constexpr double duration = 5000, dt = 0.05;

/// Spikes of `cell` from rest under `currents`, by rk4 in steps of dt with the reset on the grid, four at a time: as
/// one would write it for speed, with all constants hoisted out of the loop.
template <int W>
double rk4_spikes(const Cell& cell, const std::vector<double>& currents) {
  using Numbers = Lanes<W>;
  const auto all = [](double value) {
    Numbers result;
    for (int lane = 0; lane < W; ++lane) result.set(lane, value);
    return result;
  };
  // w = v - vr, in which v' = kC w (w - p) + (I - u)/C and u' = ab w - a u; y = u/C.
  const Numbers kC = all(cell.k / cell.C), p = all(cell.vt - cell.vr), ab = all(cell.a * cell.b / cell.C);
  const Numbers a = all(cell.a), peak = all(cell.vpeak - cell.vr), c = all(cell.c - cell.vr), d = all(cell.d / cell.C);
  const Numbers h = all(dt), half = all(dt / 2), sixth = all(dt / 6), one = all(1), zero = all(0);
  const int steps = static_cast<int>(duration / dt);
  double count = 0;
  for (std::size_t first = 0; first < currents.size(); first += W) {
    Numbers I, w = zero, y = zero, spikes = zero;
    for (int lane = 0; lane < W; ++lane)
      I.set(lane, currents[std::min(first + static_cast<std::size_t>(lane), currents.size() - 1)] / cell.C);
    for (int step = 0; step < steps; ++step) {
      const Numbers k1 = kC * (w * (w - p)) - y + I, l1 = ab * w - a * y;
      const Numbers w2 = w + half * k1, y2 = y + half * l1;
      const Numbers k2 = kC * (w2 * (w2 - p)) - y2 + I, l2 = ab * w2 - a * y2;
      const Numbers w3 = w + half * k2, y3 = y + half * l2;
      const Numbers k3 = kC * (w3 * (w3 - p)) - y3 + I, l3 = ab * w3 - a * y3;
      const Numbers w4 = w + h * k3, y4 = y + h * l3;
      const Numbers k4 = kC * (w4 * (w4 - p)) - y4 + I, l4 = ab * w4 - a * y4;
      w = w + sixth * (k1 + 2 * (k2 + k3) + k4);
      y = y + sixth * (l1 + 2 * (l2 + l3) + l4);
      const Mask<W> fires = w >= peak;
      w = select(fires, c, w);
      y = y + select(fires, d, zero);
      spikes = spikes + select(fires, one, zero);
    }
    for (int lane = 0; lane < W && first + static_cast<std::size_t>(lane) < currents.size(); ++lane)
      count += spikes[lane];
  }
  return count;
}

std::vector<Job> jobs_of(const Cell& cell, const std::vector<double>& currents, bool stop) {
  std::vector<Job> jobs;
  for (double current : currents) {
    Job job;
    job.cell = cell;
    job.start = {cell.vr, 0};
    job.current = current;
    job.duration = duration;
    job.stop_at_cycle = job.stop_at_rest = job.stop_at_runaway = stop;
    jobs.push_back(job);
  }
  return jobs;
}

void measure(const char* name, const Cell& cell, double to) {
  Experiment experiment;
  experiment.cell = cell;
  const std::vector<double> currents = currents_of({0, to, 200});
  const double curve = milliseconds([&] { fi_curve(experiment, currents, duration); });
  const double spikes = fi_curve(experiment, currents, duration).simulated;
  std::printf("%s, 0 to %.0f pA: %.0f spikes\n", name, to, spikes);
  std::printf("  %-44s %9.2f ms\n", "f-I curve", curve);
  for (int lanes : {1, 2, 4}) {
    const auto stopped = jobs_of(cell, currents, true), whole = jobs_of(cell, currents, false);
    std::printf("  exact, %d lane%s                                %9.2f ms, without stop %9.2f ms\n", lanes,
                lanes > 1 ? "s" : " ", milliseconds([&] { batch::run_with_lanes(stopped, lanes); }),
                milliseconds([&] { batch::run_with_lanes(whole, lanes); }));
  }
  const double scalar = milliseconds([&] {
    for (double current : currents)
      simulate({cell, Rest{}, {Step{current, 0, {}}}, duration, Exact{}}, {0, {}, 0, 1e9});
  });
  std::printf("  %-44s %9.2f ms\n", "exact, one after another by the scalar solver", scalar);
  double counted = 0;
  const double rk4 = std::min(milliseconds([&] { counted = rk4_spikes<4>(cell, currents); }),
                              milliseconds([&] { counted = rk4_spikes<2>(cell, currents); }));
  std::printf("  %-44s %9.2f ms, %.0f spikes\n", "rk4 at 0.05 ms, in the same vectors", rk4, counted);
  std::printf("  the f-I curve takes %.2f ms (wanted: 6), and rk4 %.0f times as long (wanted: 20)\n", curve,
              rk4 / curve);
}

}  // namespace
}  // namespace izh

int main(int argc, char**) {
#ifdef __EMSCRIPTEN__
  std::printf("as wasm: ");
#else
  std::printf("natively: ");
#endif
  std::printf("f-I curves of 200 currents for %.0f s, one thread, best of many\n", izh::duration / 1000);
  izh::measure("RS", izh::regular_spiking, 400);
  if (argc > 1) return 0;
  izh::measure("IB", izh::intrinsically_bursting, 600);
  izh::measure("CH", izh::chattering, 600);
}
