#include "core/content/presets.hpp"

#include <set>

#include "core/ask/questions.hpp"
#include "core/ask/sag.hpp"
#include "core/model/resolve.hpp"
#include "core/plane/closed_forms.hpp"
#include "core/plane/phase_plane.hpp"
#include "core/sweep/bifurcation.hpp"
#include "core/train/spikes.hpp"
#include "golden.hpp"
#include "support.hpp"

namespace izh {

namespace {

const Preset& named(const std::string& id) {
  const Preset* found = preset(id);
  if (!found) throw std::invalid_argument("there is no preset " + id);
  return *found;
}

std::vector<double> spikes_in(const std::string& id, std::size_t run = 0) {
  return simulate(named(id).runs.at(run), {0, {}, 0, 1e5}).spikes;
}

std::vector<std::size_t> counts(const std::string& id) {
  std::vector<std::size_t> result;
  for (std::size_t run = 0; run < named(id).runs.size(); ++run) result.push_back(spikes_in(id, run).size());
  return result;
}

/// The same run from rest.
std::vector<double> from_rest(Experiment run) {
  run.initial = Rest{};
  return spikes_of(run);
}

/// The intervals of the last whole cycle of a train with `burst` spikes per cycle.
std::vector<double> last_cycle(const std::vector<double>& spikes, std::size_t burst) {
  const std::vector<double> all = intervals(spikes);
  return {all.end() - static_cast<std::ptrdiff_t>(burst), all.end()};
}

double sum(const std::vector<double>& values) {
  double total = 0;
  for (double value : values) total += value;
  return total;
}

}  // namespace

// Fails with: note-10-347 renamed to note-10.
TEST_CASE("every figure of the note has a permanent link", "[presets]") {
  std::set<std::string> ids;
  for (const Preset& one : presets()) CHECK(ids.insert(one.id).second);
  for (const char* id : {"RS",          "IB",          "CH",          "note-1",          "note-2",
                         "note-3",      "note-4",      "note-5",      "note-6",          "note-7",
                         "note-8",      "note-9",      "note-10",     "note-10-347",     "note-11",
                         "note-CH-150", "note-CH-200", "note-CH-500", "note-CH-600",     "why-sag",
                         "why-delay",   "why-cycle",   "why-map",     "why-bifurcation", "why-bursts"})
    CHECK(ids.count(id) == 1);
  CHECK(presets().front().id == "RS");  // what the page opens with
  CHECK(preset("note-99") == nullptr);
  CHECK(preset("") == nullptr);
}

// Fails with: a stretch reversed.
TEST_CASE("every preset has its runs, and each run is valid, exact and short", "[presets]") {
  const std::set<std::string> plots{"v",          "u",   "current", "phase",       "rate",
                                    "thresholds", "why", "map",     "bifurcation", "bursts"};
  for (const Preset& one : presets()) {
    INFO(one.id);
    CHECK(plots.count(names(one.view.plot)) == 1);
    CHECK_FALSE(one.view.stretches.empty());
    REQUIRE_FALSE(one.runs.empty());
    CHECK(one.runs.size() <= 32);
    double steps = 0;
    for (const Experiment& run : one.runs) {
      CHECK(resolve({}, to_value(run)).problems.empty());
      const Recording recording = simulate(run, spikes_only);
      CHECK(recording.ended.kind == End::finished);
      if (std::holds_alternative<Exact>(run.solver)) steps += recording.ended.steps;
      for (const Stretch& stretch : one.view.stretches) {
        CHECK(stretch.from >= 0);
        CHECK(stretch.from < stretch.to.value_or(run.duration));
        CHECK(stretch.to.value_or(0) <= run.duration);
      }
    }
    CHECK(steps < 5000);  // about 0.1 us each: a preset opens at once
  }
}

// Fails with: b vr for b v; dt = 5000/9999.
TEST_CASE("the note's start is v = -60 mV and u = b v for every cell", "[presets]") {
  CHECK(note_start(regular_spiking).v == -60);
  CHECK(note_start(regular_spiking).u == 120);
  CHECK(note_start(intrinsically_bursting).v == -60);
  CHECK(note_start(intrinsically_bursting).u == -300);
  CHECK(note_start(chattering).u == -60);
  CHECK_THAT(note_dt * 9998, WithinAbs(5000, 1e-9));  // 9999 points over 5000 ms
}

// Fails with: an onset of 110 ms.
TEST_CASE("the three cells fire as the reference runs do, 90 ms later", "[presets]") {
  // The reference runs have their onset at 10 ms, these at 100; from rest that is the only difference.
  const auto reference = [](const char* id) {
    std::vector<double> times;
    for (double spike : plus(golden_case(id).spikes, 90))
      if (spike <= 1000) times.push_back(spike);
    return times;
  };
  CHECK(largest_difference(spikes_in("RS"), reference("RS-step70-rest")) < 1e-10);
  CHECK(largest_difference(spikes_in("IB"), reference("IB-step600-rest")) < 1e-10);
  CHECK(largest_difference(spikes_in("CH"), reference("CH-step200-rest")) < 1e-10);
}

// Fails with: the ramp over 600 ms; 51.4 as 51.5 pA in figure 3; a stretch reversed.
TEST_CASE("the regular spiking figures show what their captions say", "[presets]") {
  // Figure 1: one action potential in the stretch shown at first, and u still decaying after it.
  const Stretch close_up = named("note-1").view.stretches.front();
  const std::vector<double> spikes = spikes_in("note-1");
  CHECK(std::count_if(spikes.begin(), spikes.end(),
                      [&](double at) { return at > close_up.from && at < close_up.to.value(); }) == 1);
  const Recording after = simulate(named("note-1").runs[0], {spikes[0] + 1, spikes[0] + 60, 2, 2e5});
  CHECK(after.u[0] > 0);
  CHECK(after.v[1] < -50);  // below the reset: the after-hyperpolarisation
  CHECK(after.u[1] < after.u[0]);

  // Figure 2: the current itself, 0 and then 70 pA.
  const Recording stimulus = simulate(named("note-2").runs[0], {0, 1000, 11, 2e5});
  CHECK(stimulus.current == std::vector<double>{0, 70, 70, 70, 70, 70, 70, 70, 70, 70, 70});

  CHECK(counts("note-3") == std::vector<std::size_t>{0, 0});

  // Figures 5 and 6: u jumps by d at each spike, and the train settles to a repeating spike.
  const Recording recovery = simulate(named("note-5").runs[0]);
  const std::vector<double> jumps = recovery.spike_u;
  REQUIRE(jumps.size() == 6);
  for (std::size_t i = 3; i < 6; ++i) CHECK_THAT(jumps[i], WithinAbs(jumps[i - 1], 1e-3));
  CHECK_THAT(intervals(recovery.spikes).back(), WithinAbs(147.8545, 5e-5));

  // Figures 7 to 9: 0.5 pA/ms for 500 ms; 10 spikes; the rate rises with the current.
  for (const char* id : {"note-7", "note-8", "note-9"}) {
    const Ramp ramp = std::get<Ramp>(named(id).runs.at(0).stimulus.at(0));
    CHECK((ramp.to - ramp.from) / ramp.duration == 0.5);
    CHECK(ramp.duration == 500);
    CHECK(counts(id) == std::vector<std::size_t>{10});
  }
  const RateCurve curve = rate_against_current(spikes_in("note-9"), named("note-9").runs[0].stimulus);
  CHECK(std::is_sorted(curve.rate.begin(), curve.rate.end()));
}

// Fails with: 2387 for what is printed; the current of a fixed step held at its end.
TEST_CASE("figure 4 shows the printed, the true and the script's intervals side by side", "[presets]") {
  const Preset& figure = named("note-4");
  REQUIRE(figure.runs.size() == 6);
  REQUIRE(figure.printed.size() == 3);
  const std::vector<double> isi{2386, 867, 147}, rate{0.42, 1.15, 6.79}, exact{2388.26, 867.26, 147.855};
  for (std::size_t i = 0; i < 3; ++i) {
    CHECK(figure.printed[i].isi == isi[i]);
    CHECK(figure.printed[i].rate == rate[i]);
    CHECK(std::holds_alternative<Exact>(figure.runs[i].solver));
    CHECK(std::get<Rk4>(figure.runs[i + 3].solver).dt == note_dt);
    CHECK_THAT(measures(spikes_in("note-4", i), {100, 5000}).mean_isi.value(), WithinAbs(exact[i], 0.005));
    const Measures script = measures(spikes_in("note-4", i + 3), {100, 5000});
    CHECK(std::round(script.mean_isi.value()) == isi[i]);
    CHECK(std::round(100 * script.mean_instantaneous_rate.value()) / 100 == rate[i]);
  }
}

// Fails with: figure 10 from rest.
TEST_CASE("the bursting figures show what their captions say", "[presets]") {
  CHECK(counts("note-10") == std::vector<std::size_t>{0, 1, 1, 2, 2, 3});
  const std::vector<double> lasting = spikes_in("note-10-347");
  CHECK(lasting.size() == 12);
  CHECK(lasting[1] - lasting[0] < 50);                              // a first pair
  CHECK_THAT(intervals(lasting).back(), WithinAbs(458.04, 0.005));  // then one every 458 ms
  CHECK(5000 - lasting.back() < 459);                               // to the end
  CHECK(from_rest(named("note-10").runs[0]).empty());               // 242 pA
  CHECK(from_rest(named("note-10").runs[2]).size() == 1);           // 342 pA: above 304.739
  CHECK(from_rest(named("note-10").runs[4]).size() == 1);           // 346 pA: no pairs from rest
  CHECK(from_rest(named("note-10-347").runs[0]).size() > 9);        // 347 pA: for good

  // Figure 11. From the note's start the gaps are 10.0, 13.8, 27.3 and 75.5 ms; from rest a clean triplet, 11.7 and
  // 18.2, then 63.9; both settle near 62.
  const std::vector<double> gaps = intervals(spikes_in("note-11")),
                            rested = intervals(from_rest(named("note-11").runs[0]));
  const std::vector<double> expected{10.0, 13.8, 27.3, 75.5}, expected_rested{11.7, 18.2, 63.9};
  CHECK(largest_difference({gaps.begin(), gaps.begin() + 4}, expected) < 0.05);
  CHECK(largest_difference({rested.begin(), rested.begin() + 3}, expected_rested) < 0.05);
  CHECK_THAT(gaps.back(), WithinAbs(62, 1));
  CHECK_THAT(rested.back(), WithinAbs(62, 1));
}

// Fails with: note-CH-500 at 450 pA.
TEST_CASE("the chattering figures show silence, pairs and triplets", "[presets]") {
  CHECK(spikes_in("note-CH-150").empty());

  const std::vector<double> pairs = spikes_in("note-CH-200");
  CHECK_THAT(std::min(last_cycle(pairs, 2)[0], last_cycle(pairs, 2)[1]), WithinAbs(5.2, 0.05));
  CHECK_THAT(sum(last_cycle(pairs, 2)), WithinAbs(96.3, 0.05));

  const auto first_burst = [](const std::vector<double>& spikes) {
    std::size_t count = 1;
    while (spikes[count] - spikes[count - 1] < 15) ++count;
    return count;
  };
  const std::vector<double> slow = spikes_in("note-CH-500"), fast = spikes_in("note-CH-600");
  CHECK(first_burst(slow) == 4);
  CHECK(first_burst(fast) == 5);
  CHECK_THAT(sum(last_cycle(slow, 3)), WithinAbs(39.4, 0.05));
  CHECK_THAT(sum(last_cycle(fast, 3)), WithinAbs(32.4, 0.05));
  for (const std::vector<double>& spikes : {slow, fast}) {
    std::vector<double> cycle = last_cycle(spikes, 3);
    std::sort(cycle.begin(), cycle.end());
    CHECK(cycle[1] < 7);  // two short gaps and a long one: a triplet
    CHECK(cycle[2] > 20);
  }
  for (const char* id : {"note-CH-150", "note-CH-200", "note-CH-500", "note-CH-600"})
    CHECK(named(id).view.stretches.size() == 2);  // whole and zoomed
}

// Fails with: IB kicked to -44.8 instead of -44.9 mV.
TEST_CASE("the runs that are meant to show where note and model differ do show it", "[presets]") {
  CHECK(counts("truth-kick") == std::vector<std::size_t>{0, 1, 0, 1, 0, 1});
  CHECK(counts("truth-rheobase").at(0) == 0);
  CHECK(counts("truth-rheobase").at(1) > 0);
  CHECK(spikes_in("truth-rheobase", 1).front() > 5000);  // after a longer wait than the note's
  // At 347 pA: 143.4 ms, then 426.4 ms, then every 458.0 ms up to 5 s: 2 + floor(4430.2/458.0) = 11.
  CHECK(counts("truth-IB-rest") == std::vector<std::size_t>{0, 1, 1, 11});
  // RS from rest: 147.79, then 147.85 ms at 70 pA; 73.5 to 76.0 at 100; 20.6 to 28.5 at 200.
  const auto ends = [](std::size_t run) {
    const std::vector<double> gaps = intervals(spikes_in("truth-adaptation", run));
    return std::vector<double>{gaps.front(), gaps.back()};
  };
  CHECK(largest_difference(ends(0), {147.79, 147.85}) < 0.005);
  CHECK(largest_difference(ends(1), {73.5, 76.0}) < 0.05);
  CHECK(largest_difference(ends(2), {20.6, 28.5}) < 0.05);
}

// Fails with: the hold at 280 pA; RS in the place of the IB cell from rest.
TEST_CASE("a cell with b > 0 sags and overshoots, one with b < 0 does neither", "[presets]") {
  const std::vector<Experiment>& runs = named("why-sag").runs;
  const StepResponse held = step_response(runs.at(0)), rested = step_response(runs.at(1)),
                     RS = step_response(runs.at(2));
  for (const StepResponse* each : {&held, &rested, &RS}) CHECK(each->rebound_spikes == 0.0);
  // A few mV, the same as by a Runge-Kutta program in steps of 0.01 ms: 1.15 and 4.99 mV, 0.51 and 0.71 mV.
  CHECK_THAT(*held.sag, WithinAbs(1.15, 0.005));
  CHECK_THAT(*held.overshoot, WithinAbs(4.99, 0.005));
  CHECK_THAT(*rested.sag, WithinAbs(0.51, 0.005));
  CHECK_THAT(*rested.overshoot, WithinAbs(0.71, 0.005));
  CHECK(*RS.sag < 1e-6);
  CHECK(*RS.overshoot < 1e-3);
}

// Fails with: 62 for 60 pA.
TEST_CASE("the first spike of a regular spiking cell comes later and later towards rheobase", "[presets]") {
  std::vector<double> waits;
  for (std::size_t run = 0; run < named("why-delay").runs.size(); ++run)
    waits.push_back(spikes_in("why-delay", run).front() - 100);
  CHECK(largest_difference(waits, {72, 172, 296, 470, 805}) < 0.5);
}

// Fails with: the start within the cycle at -58.9 mV.
TEST_CASE("at 347 pA the bursting cell rests or fires, whichever its start", "[presets]") {
  const Cell& cell = named("why-cycle").runs.front().cell;
  const FixedPoint rest = fixed_points(cell, 347).front();
  CHECK(347 < *andronov_hopf_current(cell));
  CHECK_THAT(initial_state(named("why-cycle").runs[0]).v - rest.v, WithinAbs(0.3, 0.1));
  CHECK_THAT(initial_state(named("why-cycle").runs[1]).v - rest.v, WithinAbs(1.0, 0.1));
  CHECK(counts("why-cycle").at(0) == 0);
  for (std::size_t run : {1u, 2u}) CHECK(intervals(spikes_in("why-cycle", run)).back() < 459);  // for good: 458 ms
}

// Fails with: 455 pA, where it is irregular.
TEST_CASE("at 450 pA the chattering cell alternates between two kinds of pairs", "[presets]") {
  std::vector<double> cycle = last_cycle(spikes_in("why-map"), 4);
  std::sort(cycle.begin(), cycle.end());
  CHECK(cycle[1] < 4);
  CHECK_THAT(cycle[2], WithinAbs(24.6, 0.05));
  CHECK_THAT(cycle[3], WithinAbs(30.8, 0.05));
}

// Fails with: a range of 242 to 340 pA; 650 points.
TEST_CASE("the diagrams have valid ranges, which include what their captions mention", "[presets]") {
  for (const Preset& one : presets()) {
    INFO(one.id);
    CHECK(one.view.from.has_value() == one.view.to.has_value());
    if (!one.view.from) continue;
    Value::Object range{{"from", *one.view.from}, {"to", *one.view.to}, {"points", one.view.points}};
    CHECK(resolve_question("sweep", {}, range).problems.empty());
    const double step = (*one.view.to - *one.view.from) / (one.view.points - 1);
    CHECK((step == 0.5 || step == 5.0));  // so that its values can be read off
  }
  const Preset& diagram = named("why-bifurcation");
  CHECK(*diagram.view.from == 242);
  CHECK(*diagram.view.to == 360);
}

}  // namespace izh
