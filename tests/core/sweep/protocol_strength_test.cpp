#include "core/sweep/protocol_strength.hpp"

#include "core/sweep/thresholds.hpp"
#include "protocol.hpp"
#include "told.hpp"

namespace izh {

// Fails with: the state at the start; the onset.
TEST_CASE("a strength-duration curve starts in the state at the onset of the step", "[protocol]") {
  const Experiment& run = run_of("note-10");
  const std::vector<double> lengths{1, 10, 100};
  const ProtocolStrength found = protocol_strength(run, this_run, lengths);
  REQUIRE(found.duration == lengths);
  CHECK_THAT(found.rheobase.value(), WithinAbs(bisected_run(run, 242, 243), 1e-6));
  const auto with_length = [&](double length) {
    Experiment brief = run;
    std::get<Step>(brief.stimulus[0]).duration = length;
    return brief;
  };
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    const Experiment brief = with_length(lengths[i]);
    const double little = std::max(1e-6, 1e-12 * found.current[i]);
    CHECK_FALSE(fires(brief, 0, found.current[i] - little, 5000));
    CHECK(fires(brief, 0, found.current[i] + little, 5000));
    CHECK(fires(brief, 0, found.above[i], 5000));
    CHECK(found.current[i] == protocol_step_thresholds(run, this_run, {lengths[i]}, *found.rheobase).current[0]);
    const Experiment shown = strength_run(run, this_run, found.above[i], lengths[i]);
    CHECK_FALSE(spikes_from(shown, 100).empty());
    CHECK(std::get<Step>(shown.stimulus[0]).duration == lengths[i]);
    CHECK(std::get<Step>(shown.stimulus[0]).onset == 100);
  }
  const double chronaxie = found.chronaxie.value();
  CHECK_FALSE(fires(with_length(chronaxie * (1 - 2e-9)), 0, 2 * *found.rheobase, 5000));
  CHECK(fires(with_length(chronaxie * (1 + 2e-9)), 0, 2 * *found.rheobase, 5000));
  // From rest it is the curve that the cell alone has.
  const StrengthDuration alone = strength_duration({run.cell, Rest{}, {}, 1000, Exact{}}, lengths);
  CHECK(protocol_strength(run, from_rest, lengths).current == alone.current);
  CHECK(protocol_strength(on_background(60), this_run, lengths).reason_id == "without");
}

// Fails with: the exact method's amplitudes, at which a run in fixed steps is silent.
TEST_CASE("a strength-duration curve is that of the run as its button shows it, by its own method", "[protocol]") {
  const std::vector<double> lengths{1, 1.5, 2.2, 2.7, 3.5, 7.3, 50};
  for (const Cell& cell : {regular_spiking, chattering})
    for (const double onset : {100.0, 100.3})
      for (const Solver& solver : {Solver{Exact{}}, Solver{Euler{1, SwitchEdge::at}},
                                   Solver{Euler{0.5, SwitchEdge::after}}, Solver{Rk4{1, SwitchEdge::at}}}) {
        const Experiment run{cell, Rest{}, {Step{70, onset, {}}}, 1000, solver};
        const ProtocolStrength found = protocol_strength(run, this_run, lengths);
        CHECK(found.duration.size() >= 5);
        for (std::size_t i = 0; i < found.duration.size(); ++i) {
          INFO(found.duration[i] << " ms from " << onset << ", method " << solver.index());
          const auto shown = [&](double amplitude) {
            return !spikes_from(strength_run(run, this_run, amplitude, found.duration[i]), onset).empty();
          };
          const double little = std::max(1e-6, 1e-12 * found.current[i]);
          CHECK_FALSE(shown(found.current[i] - little));
          CHECK(shown(found.current[i] + little));
          CHECK(shown(found.above[i]));
        }
      }
  // Euler, dt 1 ms, from 100.3 ms, 'at': bisected in the run itself, 1.5 ms take 1946.6 pA, 2.7 ms 1006.4 pA and 3.5 ms
  // 688.4 pA; of the same run from 100 ms, 1.5 ms take 1006.4 pA and 2.2 ms 688.4 pA.
  const auto euler = [](double onset, const std::vector<double>& durations) {
    return protocol_strength({regular_spiking, Rest{}, {Step{70, onset, {}}}, 1000, Euler{1, SwitchEdge::at}}, this_run,
                             durations)
        .current;
  };
  const std::vector<double> late = euler(100.3, {1.5, 2.7, 3.5}), even = euler(100, {1.5, 2.2});
  REQUIRE(late.size() == 3);
  REQUIRE(even.size() == 2);
  CHECK_THAT(late[0], WithinAbs(1946.6, 0.05));
  CHECK_THAT(late[1], WithinAbs(1006.4, 0.05));
  CHECK_THAT(late[2], WithinAbs(688.4, 0.05));
  CHECK_THAT(even[0], WithinAbs(1006.4, 0.05));
  CHECK_THAT(even[1], WithinAbs(688.4, 0.05));
}

// Fails with: lengths tried below those that a run may have.
TEST_CASE("in fixed steps a chronaxie shorter than any step that can be run is none", "[protocol]") {
  // Euler, dt 0.5 ms: whatever is shorter acts for 0.5 ms, and twice this cell's rheobase fires it in that time.
  const Experiment run{{100, 0.455, -60, 1e4, 11, 0.0017, -2, -1e4, 223},
                       Rest{},
                       {Step{51.44, 100, {}}},
                       1000,
                       Euler{0.5, SwitchEdge::at}};
  const ProtocolStrength found = protocol_strength(run, this_run, {0.2, 0.4});
  const Experiment shortest = strength_run(run, this_run, 2 * found.rheobase.value(), 1e-3);
  CHECK_FALSE(spikes_from(shortest, 100).empty());
  CHECK_FALSE(found.chronaxie);
}

// Fails with: the exact method claimed of a run in fixed steps; spikes after its end counted there.
TEST_CASE("a strength-duration curve says how it was asked, its rheobase and which spikes count", "[protocol]") {
  const auto said = [](const Experiment& run, const Protocol& protocol = this_run) {
    return told(protocol_strength(run, protocol, {10}).text);
  };
  Experiment run = under_step(regular_spiking, 70, 100);
  // RS rests until I_SN = 360/7 = 51.4286 pA.
  CHECK_THAT(said(run), StartsWith("sentences(all=[strength.of_run(rheobase=51.4286 pA), strength.chronaxie(") &&
                            Contains(", strength.counts])"));
  CHECK_THAT(said(run, from_rest),
             StartsWith("sentences(all=[strength.from_rest(rheobase=51.4286 pA), ") && Contains(", strength.counts])"));
  const ProtocolStrength found = protocol_strength(run, this_run, {10});
  CHECK(number_in(found.text, "chronaxie") == found.chronaxie);
  run.solver = Euler{1, SwitchEdge::at};
  CHECK_THAT(said(run),
             StartsWith("sentences(all=[strength.of_run_in_steps(") && Contains(", strength.counts_before_end])"));
  CHECK(said(on_background(60)).empty());
  // 60 pA alone are above I_SN, so it fires at an amplitude of 0.
  CHECK(told(protocol_strength(on_background(60), this_run, {10}).none) ==
        "strength.none(why=threshold.without(amplitude=0 pA))");
}

}  // namespace izh
