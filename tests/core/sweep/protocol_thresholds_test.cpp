#include "core/sweep/protocol_thresholds.hpp"

#include "core/sweep/protocol_strength.hpp"
#include "hippocampome.hpp"
#include "protocol.hpp"
#include "told.hpp"

namespace izh {

// Fails with: the search from the start of the run instead of the state at the onset (32.953344 and 123.087650 pA).
TEST_CASE("a threshold is that of the run on show", "[protocol]") {
  // The note's start for IB is u = b v = -300, which has not decayed after 100 ms without a current: 242 pA give no
  // spike and 243 pA one, as the note has it.
  const Experiment& IB = run_of("note-10");
  const ProtocolThresholds found = protocol_thresholds(IB, this_run);
  CHECK(*found.first.amplitude > 242);
  CHECK(*found.first.amplitude < 243);
  CHECK_THAT(*found.first.amplitude, WithinAbs(bisected_run(IB, 242, 243), 1e-6));
  const Ended waited = simulate({IB.cell, IB.initial, {}, 100, Exact{}}, spikes_only).ended;
  CHECK_THAT(found.v.value(), WithinAbs(waited.v, 1e-9));
  CHECK_THAT(found.u.value(), WithinAbs(waited.u, 1e-9));
  CHECK(found.lasting.amplitude.value() > 346);  // two spikes at 346 pA, firing that lasts at 347 pA, says the note
  CHECK(found.lasting.amplitude.value() < 347);

  const Experiment& CH = run_of("note-CH-150");
  const ProtocolThresholds chatters = protocol_thresholds(CH, this_run);
  CHECK(*chatters.first.amplitude > 150);  // at which it is silent
  CHECK_THAT(*chatters.first.amplitude, WithinAbs(bisected_run(CH, 150, 200), 1e-6));
}

// Fails with: the initial state of the run kept.
TEST_CASE("from rest an endless step has the thresholds that an independent program found", "[protocol]") {
  const auto check = [](const char* id, double single, double lasting, double at_parabola) {
    const ProtocolThresholds found = protocol_thresholds(run_of(id), from_rest);
    CHECK(found.setting.of == ProtocolOf::rest);
    CHECK_THAT(found.first.amplitude.value(), WithinAbs(single, 1e-6));
    CHECK_THAT(found.lasting.amplitude.value(), WithinAbs(lasting, 1e-6));
    // I* of IB is (41² - 4.25²)/4.8 = 346.445313 pA, that of CH (31² - 0.25²)/6 = 160.15625 pA; RS has none.
    CHECK(found.at_parabola == at_parabola);
  };
  check("note-4", 51.428571, 51.428571, 0);
  check("note-10", 304.739051, 346.445353, 1);
  check("note-CH-150", 157.594178, 160.156250, 1);
}

// CA1 Axo-axonic (hippocampome.org) bursts every 1467 ms just above its threshold: of 1000 ms the last 790 are silent.
TEST_CASE("a run that shows lasting firing does not end in a pause between bursts", "[protocol]") {
  Experiment run;
  run.cell = {234, 9.825328921, -66.75901769, -65.78239061, 3.182780355, .002249737, 14.46836874, -62.22075087, 26};
  const ProtocolThresholds found = protocol_thresholds(run, Protocol{});
  REQUIRE(found.lasting.shown);
  const Experiment shown = protocol_run(run, Protocol{}, *found.lasting.shown, found.lasting.duration.value());
  const std::vector<double> spikes = simulate(shown, {0, {}, 0, 2e5}).spikes;
  double longest = 0;
  for (std::size_t i = 1; i < spikes.size(); ++i) longest = std::max(longest, spikes[i] - spikes[i - 1]);
  CHECK(longest > 1000);  // the pause is in sight
  CHECK(shown.duration - spikes.back() < 2 * longest);
}

// Fails with: nothing shown where a hundredth above its threshold the first spike takes more than 100 s.
TEST_CASE("every threshold of the preferred cells of the Hippocampome is shown by a run that does it", "[protocol]") {
  int shown = 0, farther = 0;
  for (const NamedCell& one : hippocampome_cells()) {
    INFO(one.name);
    const ProtocolThresholds found = protocol_thresholds({one.cell, Rest{}, {}, 1000, Exact{}}, from_rest);
    for (const Sought* sought : {&found.first, &found.lasting}) {
      if (!sought->amplitude) continue;
      REQUIRE(sought->shown);
      CHECK(*sought->shown > *sought->amplitude);
      const Experiment run =
          protocol_run({one.cell, Rest{}, {}, 1000, Exact{}}, from_rest, *sought->shown, sought->duration.value());
      CHECK(spikes_from(run, 100).size() >= (sought == &found.first ? 1 : 5));
      ++shown;
      // "Just above" is 1 % above.
      const bool far = *sought->shown - *sought->amplitude > std::max(0.015 * *sought->amplitude, 2e-3);
      CHECK(sought->far == far);
      const ThresholdSaid& said = sought == &found.first ? found.first_said : found.lasting_said;
      CHECK(mentions(said.hint, threshold_texts::far_above) == far);
      farther += far;
    }
  }
  CHECK(shown > 160);
  CHECK(farther >= 22);  // of 11 cells, both
}

// Fails with: the onset ignored; the duration of the step; the other stimuli; the run to be shown not tried.
TEST_CASE("just below its threshold a run is silent from the onset on, and just above it, and where shown, it fires",
          "[protocol]") {
  for (const Preset& one : presets()) {
    for (std::size_t i = 0; i < one.runs.size(); ++i) {
      const Experiment& run = one.runs[i];
      for (const Protocol& protocol : {this_run, from_rest}) {
        INFO(one.id << ", run " << i << ", " << names(protocol.of));
        const ProtocolThresholds found = protocol_thresholds(run, protocol);
        const bool fixed = found.setting.changes == Changes::fixed_steps;
        // The experiment itself, as the protocol runs it.
        const Experiment asked = protocol_run(run, protocol, 0, run.duration);
        const auto place =
            static_cast<std::size_t>(found.setting.of == ProtocolOf::rest ? 0 : found.setting.stimulus.value());
        const double long_enough = fixed ? run.duration : 1e5;
        const double first = found.first.amplitude.value();
        // Just above the saddle-node a spike may be hours away; there 1e-3 pA is close enough.
        const double little = first > found.saddle_node - 1e-6 && !fixed ? 1e-3 : 1e-6;
        CHECK_FALSE(fires(asked, place, first - 1e-6, long_enough));
        CHECK(fires(asked, place, first + little, long_enough));
        if (found.within) {
          CHECK(*found.within > first);
          CHECK_FALSE(fires(asked, place, *found.within - 1e-6, run.duration));
          CHECK(fires(asked, place, *found.within + 1e-6, run.duration));
        } else if (found.setting.of == ProtocolOf::run) {
          CHECK(fires(asked, place, first + 1e-6, run.duration));
        }
        const Experiment shown = protocol_run(run, protocol, found.first.shown.value(), found.first.duration.value());
        CHECK(*found.first.shown > first);
        CHECK_FALSE(spikes_from(shown, std::max(0.0, std::get<Step>(shown.stimulus[place]).onset)).empty());

        CHECK(found.lasting.amplitude.has_value() == (found.setting.changes == Changes::nothing));
        if (!found.lasting.amplitude) continue;
        const double lasting = *found.lasting.amplitude;
        CHECK(lasting > first - 1e-6);
        CHECK_FALSE(fires_on(asked, place, lasting - 1e-6));
        CHECK(fires_on(asked, place, lasting + (lasting > found.saddle_node - 1e-6 ? 1e-3 : 1e-6)));
        CHECK(fires_on(asked, place, found.lasting.shown.value()));
        const Experiment on = protocol_run(run, protocol, *found.lasting.shown, found.lasting.duration.value());
        CHECK(spikes_from(on, std::max(0.0, std::get<Step>(on.stimulus[place]).onset)).size() >= 5);
      }
    }
  }
}

// Fails with: the other currents left out; the amplitude taken for the total.
TEST_CASE("other currents add to the step, and are reported", "[protocol]") {
  // RS settles under 30 pA. Its resting state is a node until it is lost at I_SN = 360/7 pA, so both together need
  // that.
  const ProtocolThresholds found = protocol_thresholds(on_background(), this_run);
  CHECK(found.setting.background == 30);
  CHECK(found.setting.changes == Changes::nothing);
  CHECK_THAT(found.first.amplitude.value(), WithinAbs(360.0 / 7 - 30, 1e-6));
  CHECK_THAT(found.first.total.value(), WithinAbs(360.0 / 7, 1e-6));
  CHECK_THAT(found.lasting.total.value(), WithinAbs(360.0 / 7, 1e-6));
  CHECK(fires_on(on_background(), 0, found.lasting.shown.value()));
  // The other step can be varied as well: the state at 0 is rest, and 30 pA are added after 500 ms.
  const ProtocolThresholds other = protocol_thresholds(on_background(), {ProtocolOf::run, 1.0});
  CHECK(other.setting.stimulus == 1.0);
  CHECK(other.setting.onset == 0);
  CHECK(other.setting.changes == Changes::others_change);
  CHECK(other.setting.changes_at == 500.0);
  CHECK(other.lasting.reason_id == "changes");
  CHECK_THAT(other.first.amplitude.value(), WithinAbs(360.0 / 7 - 30, 1e-6));
  // If they are enough by themselves there is no threshold, not one of 0.
  const ProtocolThresholds enough = protocol_thresholds(on_background(60), this_run);
  CHECK_FALSE(enough.first.amplitude);
  CHECK(enough.first.reason_id == "without");
  CHECK(enough.lasting.reason_id == "without");
}

// Fails with: spikes before the onset counted; spikes after the end of the run not.
TEST_CASE("only what comes from the onset on counts, before the run's end or after", "[protocol]") {
  // 200 pA for 200 ms make it fire; 100 ms later a step of 20 ms, and 50 ms on a slow ramp.
  Experiment run{
      regular_spiking, Rest{}, {Step{200, 0, 200.0}, Step{100, 300, 20.0}, Ramp{0, 30, 350, 200}}, 400, Exact{}};
  const Protocol second{ProtocolOf::run, 1.0};
  REQUIRE(spikes_of(run).size() > 2);
  const ProtocolThresholds found = protocol_thresholds(run, second);
  CHECK(found.setting.changes == Changes::step_ends);
  CHECK(found.setting.changes_at == 320.0);
  const double first = found.first.amplitude.value();
  CHECK_FALSE(fires(run, 1, first - 1e-6, 5000));
  CHECK(fires(run, 1, first + 1e-6, 5000));
  // From rest RS first fires beyond I_SN however long one waits, and within 900 ms only at some pA more.
  const ProtocolThresholds slow = protocol_thresholds(run_of("RS"), this_run);
  CHECK_THAT(slow.first.amplitude.value(), WithinAbs(360.0 / 7, 1e-6));
  CHECK_THAT(slow.within.value(), WithinAbs(bisected_run(run_of("RS"), 51.5, 53), 1e-6));
  // A cell that starts above vpeak spikes at the onset.
  run.initial = At{40, 0};
  run.stimulus = {Step{10, 0, {}}};
  CHECK(protocol_thresholds(run, this_run).first.reason_id == "without");
}

// Fails with: the others' edges; the state at the onset.
TEST_CASE("whatever the cell, its start and its other currents, the simulator agrees with the threshold",
          "[protocol]") {
  Chance chance(311);
  int found_one = 0, lasts = 0;
  for (int i = 0; i < 60; ++i) {
    const Cell cells[] = {regular_spiking, intrinsically_bursting, chattering};
    Experiment run{cells[chance.below(3)], At{chance.between(-80, -45), chance.between(-200, 200)}, {}, 1000, Exact{}};
    const double onset = chance.between(-20, 200);
    const bool ends = i % 2 == 0;
    run.stimulus = {Step{0, onset, ends ? std::optional(chance.magnitude(21, 500)) : std::nullopt}};
    if (i % 3 > 0) run.stimulus.push_back(Step{chance.between(-200, 100), chance.between(-10, 50), {}});
    if (i % 5 == 1) run.stimulus.push_back(Ramp{chance.between(-50, 20), chance.between(-50, 50), 100, 300});
    const ProtocolThresholds found = protocol_thresholds(run, this_run);
    INFO("run " << i << ": " << found.first.reason_id);
    CHECK(found.first.reason_id != "undecided");
    if (found.first.reason_id == "without") CHECK(fires(run, 0, 0, 1e5));
    if (!found.first.amplitude) continue;
    ++found_one;
    const double first = *found.first.amplitude, rest_lost = found.saddle_node - found.setting.background - 1e-6;
    CHECK_FALSE(fires(run, 0, first - 1e-6, 1e5));
    CHECK(fires(run, 0, first + (!ends && first > rest_lost ? 1e-3 : 1e-6), 1e5));
    CHECK(fires(run, 0, found.first.shown.value(), found.first.duration.value()));
    if (!found.lasting.amplitude) continue;
    ++lasts;
    CHECK_FALSE(fires_on(run, 0, *found.lasting.amplitude - 1e-6));
    CHECK(fires_on(run, 0, found.lasting.shown.value()));
  }
  CHECK(found_one > 40);
  CHECK(lasts > 15);
}

// Fails with: the exact method used.
TEST_CASE("the thresholds of a fixed-step run are found by its own method", "[protocol]") {
  for (const Solver& solver : {Solver{Euler{1}}, Solver{Rk4{0.5}}}) {
    const Experiment run{chattering, Rest{}, {Step{200, 100, {}}}, 500, solver};
    const ProtocolThresholds found = protocol_thresholds(run, this_run);
    CHECK(found.setting.changes == Changes::fixed_steps);
    CHECK_THAT(found.first.amplitude.value(), WithinAbs(bisected_run(run, 100, 300), 1e-6));
    CHECK(fires(run, 0, found.first.shown.value(), 500));
    CHECK(found.first.duration == 500.0);
  }
}

// Fails with: the other currents at the onset added although they go on changing.
TEST_CASE("a total is given only for currents that stay constant", "[protocol]") {
  // The spike comes when the ramp is over: I_SN = (k p + b)²/4k = 35.001647 pA is for the step alone.
  const Cell cell{204,          .3688414042,  -70.5321713, -39.98677077, 3.963451648, .0009049716611,
                  -4.080294972, -54.94826994, 13};
  const Experiment run{cell, At{-80.097, 47.60}, {Step{60, 26, {}}, Ramp{0, -137, 0, 1000}}, 1000, Exact{}};
  const ProtocolThresholds found = protocol_thresholds(run, this_run);
  CHECK_THAT(found.first.amplitude.value(), WithinAbs(35.001647, 2e-6));
  CHECK_FALSE(found.first.total);
}

// Fails with: the saddle taken for a resting state, with a threshold of 0 pA.
TEST_CASE("from a fixed point that does not hold there is no threshold under a protocol either", "[protocol]") {
  // b + k (vt - vr) = -6 nS: v = vr is the saddle.
  Experiment run = run_of("RS");
  run.cell.b = -20;
  run.initial = At{run.cell.vr, 0};
  for (const std::optional<double> duration : {std::optional<double>(), std::optional(50.0)}) {
    std::get<Step>(run.stimulus[0]).duration = duration;
    CHECK(protocol_thresholds(run, this_run).first.reason_id == "no_rest");
    CHECK(protocol_strength(run, this_run, {10}).reason_id == "no_rest");
  }
  // From rest, which is lower, there is one.
  CHECK(protocol_thresholds(run, from_rest).first.amplitude);
}

// u takes 1/a = 100 s to come back, so that a trial takes thousands of steps: 128 of them would be too many.
// Fails with: as many parts of the range for every cell ("undecided").
TEST_CASE("a step into a very slow cell has a threshold too", "[protocol]") {
  const Cell slow{1.5, 0.042, -75, -45, 50, 1e-5, 5, -56, 130};
  const Experiment run{slow, At{-49, -13}, {Step{100, 189, 10.0}, Step{50, 237, 543.0}}, 500, Exact{}};
  const double first = protocol_thresholds(run, this_run).first.amplitude.value();
  CHECK_FALSE(fires(run, 0, first - 1e-6, 1e5));
  CHECK(fires(run, 0, first + 1e-6, 1e5));
}

// The step for RS with d = -1000, on top of 20 pA that are always on: 360/7 - 20 pA.
// Fails with: "undecided"; the other currents left out.
TEST_CASE("a train that runs away is reported with the amplitude from which on it does", "[protocol]") {
  Experiment run = run_of("RS");
  run.cell.d = -1000;
  run.stimulus.push_back(Step{20, 0, {}});
  const ProtocolThresholds found = protocol_thresholds(run, this_run);
  CHECK(found.lasting.reason_id == "runs_away");
  CHECK_FALSE(found.lasting.amplitude);
  CHECK_THAT(found.lasting.runs_away_from.value(), WithinAbs(360.0 / 7 - 20, 1e-4));
}

// The cell of crisis_test.cpp whose map has a gap that the rule cannot decide, and the one for which it can.
// Fails with: the warning given from rest alone.
TEST_CASE("a protocol, too, says where the last digits of a threshold may not hold", "[protocol]") {
  const auto certain = [](const Cell& cell, const Initial& start) {
    const ProtocolThresholds found = protocol_thresholds({cell, start, {Step{70, 0, {}}}, 1000, Exact{}}, this_run);
    CHECK(mentions(found.lasting_said.details, threshold_texts::uncertain) == (found.lasting.certain == 0));
    return found.lasting.certain;
  };
  CHECK(certain({133.0, 0.6674675085, -60.27870988, -47.12115298, 0.5867101945, 0.004344768788, 15.6605335,
                 -60.13981458, -30.0},
                Rest{}) == 0);
  CHECK(certain({120.05, 2.3444, -76.4142, -44.0216, 54.955213, .06206876, 11.14817, -49.7, 33.31}, At{-78.52, 10.3}) ==
        1);
  CHECK(certain(regular_spiking, Rest{}) == 1);
}

// RS rests until I_SN = 360/7 = 51.4286 pA and then fires for good; its first spike comes late, so that within the run
// it takes more.
// Fails with: two thresholds told where there is one; one told of another protocol.
TEST_CASE("the thresholds are summed up in words, with marks for a plot", "[protocol]") {
  const ProtocolThresholds rest = protocol_thresholds(run_of("RS"), from_rest);
  CHECK(told(rest.text) ==
        "threshold.summary(asked=threshold.from_rest, "
        "found=[threshold.lasting(comes=threshold.from(amplitude=51.4286 pA))])");
  CHECK(told(rest.first_said.mark) == "threshold.firing_begins");
  CHECK(rest.lasting_said.mark.empty());
  CHECK(rest.first_said.details.empty());
  CHECK(rest.first_said.reason.empty());

  const ProtocolThresholds own = protocol_thresholds(run_of("RS"), this_run);
  CHECK_THAT(told(own.text), StartsWith("threshold.summary(asked=threshold.this_run, found=[threshold.lasting(") &&
                                 Contains("threshold.soon(run=1000 ms, amplitude="));
  CHECK(own.first_said.details ==
        threshold_texts::details({threshold_texts::within(run_of("RS").duration, own.within.value())}));
  CHECK(own.lasting_said.details.empty());
  CHECK(told(own.state) == "threshold.state(v=-60 mV, u=0 pA)");  // RS rests at vr

  // IB: the note has two spikes at 346 pA and lasting firing at 347 pA.
  const ProtocolThresholds IB = protocol_thresholds(run_of("note-10"), this_run);
  CHECK_THAT(told(IB.text), Contains("found=[threshold.first(comes=threshold.from(") &&
                                Contains("threshold.lasting(comes=threshold.from("));
  CHECK(told(IB.first_said.mark) == "threshold.first_spike");
  CHECK(told(IB.lasting_said.mark) == "threshold.lasts");
}

// Fails with: the total left out; a reason given beside an amplitude; the exact method claimed of fixed steps.
TEST_CASE("a threshold has its details, and a missing one its reason", "[protocol]") {
  // 30 pA are always on, so 360/7 - 30 pA of the step bring all to 360/7 pA.
  const ProtocolThresholds added = protocol_thresholds(on_background(30), this_run);
  CHECK_THAT(told(added.text), Contains("threshold.from_in_all(amplitude=21.4286 pA, total=51.4286 pA)"));
  CHECK(told(added.lasting_said.details) == "threshold.details(all=[threshold.with_others(total=51.4286 pA)])");
  const ProtocolThresholds without = protocol_thresholds(on_background(60), this_run);
  CHECK(told(without.first_said.reason) == "threshold.without(amplitude=0 pA)");
  CHECK(without.first_said.mark.empty());

  Experiment run = under_step(chattering, 200, 100, 500);
  run.solver = Euler{1};
  const ProtocolThresholds fixed = protocol_thresholds(run, this_run);
  CHECK_THAT(told(fixed.text), Contains("threshold.first_in_its_steps(comes=threshold.from("));
  CHECK(told(fixed.first_said.details) == "threshold.details(all=[threshold.in_its_steps])");
  CHECK(told(fixed.lasting_said.reason) == "asked.fixed_steps");
}

// Fails with: the length of the run on show said; a run that need not be longer made longer.
TEST_CASE("a run that shows a threshold is described, with its length if it must be longer", "[protocol]") {
  namespace say = threshold_texts;
  for (const bool rest : {false, true})
    for (const double duration : {120.0, 1e5}) {  // too short for any spike just above; as long as a run may be
      const Experiment run = under_step(regular_spiking, 70, 100, duration);
      const ProtocolThresholds found = protocol_thresholds(run, rest ? from_rest : this_run);
      const double shown = found.first.shown.value(), length = found.first.duration.value();
      const Text hint = say::just_above(rest ? say::from_rest() : say::this_run());
      CHECK((length > duration) == (duration == 120));
      CHECK(found.first_said.show == (length > duration ? say::show_longer(shown, length) : say::show(shown)));
      CHECK(found.first_said.hint == (length > duration ? say::made_longer(hint, length) : hint));
    }
  CHECK(protocol_thresholds(on_background(60), this_run).first_said.show.empty());
}

TEST_CASE("every reason for a missing threshold has its text", "[protocol]") {
  const ProtocolSetting setting = protocol_setting(under_step(regular_spiking, 70), this_run);
  const auto said = [&](const char* reason, std::optional<double> from = {}) {
    return told(reason_text(reason, setting, from));
  };
  CHECK(said("without") == "threshold.without(amplitude=0 pA)");
  CHECK(said("none_below") == "threshold.none_below(most=100000 pA)");
  CHECK(said("undecided") == "threshold.undecided");
  CHECK(said("no_rest") == "threshold.no_rest");
  CHECK(said("not_reached") == "threshold.not_reached");
  CHECK(said("runs_away", 31.5) == "threshold.runs_away(from=31.5 pA)");
}

}  // namespace izh
