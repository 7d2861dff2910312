// bench.cpp: how long a simulated second takes, and how far its spikes are from the truth. Whole runs, without samples,
// in loops within C++, so that nothing else is measured.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "core/ask/suggestions.hpp"
#include "core/content/presets.hpp"
#include "core/solve/simulate.hpp"
#include "core/sweep/fi_curve.hpp"
#include "core/sweep/onset.hpp"
#include "core/sweep/sweep_part.hpp"
#include "core/sweep/thresholds.hpp"
#include "golden.hpp"

namespace izh {
namespace {

constexpr Window spikes_only{0.0, {}, 0.0, 1e9};

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

/// Microseconds for one run: the best of many batches, since other load on the machine can only add.
double microseconds(const Experiment& experiment, const Window& window = spikes_only) {
  int runs = 1;
  double best = 1e300;
  for (int batch = 0; batch < 30; ++batch) {
    const double start = seconds();
    for (int i = 0; i < runs; ++i)
      if (simulate(experiment, window).ended.kind != End::finished) return std::nan("");
    const double taken = seconds() - start;
    if (taken < 5e-3 && batch < 20)
      runs *= 2;  // also warms up: node optimises wasm only once it runs often
    else
      best = std::min(best, taken / runs * 1e6);
  }
  return best;
}

/// The largest error of a spike time [ms], over the spikes that both have.
double largest_error(const std::vector<double>& spikes, const std::vector<double>& truth) {
  double largest = 0;
  for (std::size_t i = 0; i < std::min(spikes.size(), truth.size()); ++i)
    largest = std::max(largest, std::fabs(spikes[i] - truth[i]));
  return largest;
}

struct Case {
  const char* golden;
  const char* name;
  double wanted;  // how many times faster than rk4 at 0.01 ms the exact solver must be in wasm
};

void measure(const Case& one) {
  const Golden golden = golden_case(one.golden);
  const struct {
    const char* name;
    Solver solver;
    double dt;
  } solvers[] = {{"exact", Exact{}, 0.0},
                 {"rk4 0.05 ms", Rk4{0.05}, 0.05},
                 {"rk4 0.01 ms", Rk4{0.01}, 0.01},
                 {"euler 0.5 ms", Euler{0.5}, 0.5}};
  double exact = 0;
  for (const auto& [name, solver, dt] : solvers) {
    Experiment experiment = golden.experiment;
    experiment.solver = solver;
    const std::vector<double> spikes = simulate(experiment, spikes_only).spikes;
    const double cost = microseconds(experiment) / experiment.duration * 1000;
    std::printf("%-11s %-13s %10.2f us/s  %9.2e ms", one.name, name, cost, largest_error(spikes, golden.spikes));
    if (spikes.size() != golden.spikes.size())
      std::printf("  over the first: %zu spikes, not %zu", spikes.size(), golden.spikes.size());
    if (dt > 0) std::printf("  %5.1f ns a step", cost * dt);
    if (dt == 0.01) std::printf("  %.0f times the exact run (wanted: %.0f)", cost / exact, one.wanted);
    if (dt == 0) exact = cost;
    std::printf("\n");
  }
}

/// Milliseconds that `work` takes, the best of several times.
template <class Work>
double milliseconds(Work&& work) {
  double least = 1e9;
  for (int i = 0; i < 7; ++i) {
    const auto start = std::chrono::steady_clock::now();
    work();
    least =
        std::min(least, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  }
  return least;
}

/// Sweeps and searches of slow or stiff cells, compared with those of RS: they may take 10 times as long.
void compare() {
  const Cell spiny{50, 1, -80, -25, 40, 0.01, -20, -55, 150};  // the spiny projection cell: Izhikevich (2007), ch. 8
  const struct {
    const char* name;
    Cell cell;
  } cells[] = {{"RS", regular_spiking}, {"IB", intrinsically_bursting}, {"CH", chattering}, {"spiny", spiny}};
  double first[3] = {};
  for (const auto& [name, cell] : cells) {
    Experiment experiment;
    experiment.cell = cell;
    const Sweep sweep = suggested_sweep(experiment, "current");
    const Rheobase found = rheobase(experiment, {});
    const double took[] = {milliseconds([&] {
                             const SweepPart up = sweep_part(experiment, sweep, 0, 0, sweep.points, {});
                             sweep_part(experiment, sweep, 1, 0, sweep.points, up.state);
                           }),
                           milliseconds([&] { rheobase(experiment, {}); }),
                           milliseconds([&] { onset(experiment, found); })};
    constexpr const char* what[] = {"sweep both ways", "rheobase", "onset"};
    std::printf("%-6s", name);
    for (int i = 0; i < 3; ++i) {
      if (first[i] == 0) first[i] = took[i];
      std::printf("  %s %8.3f ms, %5.1f times RS", what[i], took[i], took[i] / first[i]);
    }
    std::printf("\n");
  }
}

/// Microseconds for all runs of a preset, each with 1600 samples.
double microseconds(const Preset& preset) {
  double sum = 0;
  for (const Experiment& run : preset.runs) sum += microseconds(run, {0.0, {}, 1600, 1e9});
  return sum;
}

}  // namespace
}  // namespace izh

int main(int argc, char** argv) {
  if (argc >
      1) {  // only what border.mjs compares calls with: the runs of a preset or, with any other argument, one run
    for (const izh::Preset& preset : izh::presets())
      if (preset.id == argv[1]) {
        std::printf("%.3f\n", izh::microseconds(preset));
        return 0;
      }
    std::printf("%.3f\n", izh::microseconds(izh::Experiment{}));
    return 0;
  }
#ifdef __EMSCRIPTEN__
  std::printf("wasm\n");
#else
  std::printf("native\n");
#endif
  std::printf("%-11s %-13s %15s  %12s\n", "", "", "per simulated s", "spike error");
  for (const izh::Case& one :
       {izh::Case{"RS-step70-rest", "RS 70 pA", 60}, izh::Case{"IB-step600-rest", "IB 600 pA", 40},
        izh::Case{"CH-step300-rest", "CH 300 pA", 15}})
    izh::measure(one);
  izh::compare();
}
