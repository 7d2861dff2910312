#include "core/sweep/protocol_curve.hpp"

#include "protocol.hpp"

namespace izh {

// Fails with: rates from time 0; the background left out; the run held longer than it lasts.
TEST_CASE("an f-I curve under the run's protocol is what the run does at each amplitude", "[protocol]") {
  const auto check = [](const Experiment& run, const std::vector<double>& amplitudes) {
    const FiCurve curve = protocol_curve(run, this_run, amplitudes, 5000);
    CHECK(curve.current == amplitudes);
    const ProtocolSetting setting = protocol_setting(run, this_run);
    const double onset = setting.onset, end = std::min(setting.end.value_or(unbounded), run.duration);
    CHECK(curve.hold == end - onset);
    for (std::size_t i = 0; i < amplitudes.size(); ++i) {
      const std::vector<double> spikes = spikes_from(protocol_run(run, this_run, amplitudes[i], run.duration), onset);
      INFO(amplitudes[i] << " pA");
      CHECK((curve.spikes[i] == 0) == spikes.empty());
      // The curve's clock begins at the onset; the last digits of a time are lost in the run's.
      CHECK_THAT(curve.latency[i], WithinAbs(spikes.empty() ? 0 : spikes[0] - onset, 1e-8));
      const auto on = std::count_if(spikes.begin(), spikes.end(), [&](double at) { return at <= end; });
      CHECK(curve.count[i] == static_cast<double>(on));
      CHECK_THAT(curve.count_rate[i], WithinAbs(1000 * curve.count[i] / (end - onset), 1e-9));
      CHECK_THAT(curve.first_rate[i], WithinAbs(spikes.size() < 2 ? 0 : 1000 / (spikes[1] - spikes[0]), 1e-6));
    }
    return curve;
  };
  // Figure 10 of the note: no spike at 242 pA, one at 243 and 342, two at 343 and 346.
  const FiCurve curve = check(run_of("note-10"), {242, 243, 342, 343, 346});
  CHECK(curve.spikes == std::vector<double>{0, 1, 1, 2, 2});
  CHECK(curve.silent == std::vector<double>{1, 1, 1, 1, 1});
  check(on_background(), {21, 23, 60});
  // If something changes after the onset there is no steady rate, and no rest for good.
  Experiment pulse = run_of("RS");
  std::get<Step>(pulse.stimulus[0]).duration = 500;
  const FiCurve brief = check(pulse, {50, 60, 100, 200});
  CHECK(brief.steady_known == std::vector<double>{0, 0, 0, 0});
  CHECK(brief.hold == 500);
  const auto varies = static_cast<double>(Course::varies), fixed = static_cast<double>(Course::fixed_steps);
  CHECK(brief.course == std::vector<double>(4, varies));
  // Nothing changes after the onset here: it is the method by which there is none. Fails with: `varies`.
  Experiment by_script = run_of("RS");
  by_script.solver = Euler{1.0, SwitchEdge::at};
  CHECK(protocol_curve(by_script, this_run, {40, 70}, 1000).course == std::vector<double>{fixed, fixed});
  by_script.stimulus = pulse.stimulus;
  CHECK(protocol_curve(by_script, this_run, {40, 70}, 1000).course == std::vector<double>{varies, varies});
  // 500 ms of RS at 100 pA: the run's own count while the step is on, over half a second.
  const std::vector<double> on = spikes_from(protocol_run(pulse, this_run, 100, pulse.duration), 100);
  const double count = static_cast<double>(std::count_if(on.begin(), on.end(), [](double at) { return at <= 600; }));
  CHECK(count >= 3);
  CHECK(brief.count[2] == count);
  CHECK_THAT(brief.count_rate[2], WithinAbs(2 * count, 1e-9));
  CHECK(brief.followed == std::vector<double>{900, 900, 900, 900});
  // From rest it is the curve of the cell alone.
  const FiCurve alone = fi_curve({pulse.cell, Rest{}, {}, 1000, Exact{}}, {60, 70}, 5000);
  const FiCurve rest = protocol_curve(pulse, from_rest, {60, 70}, 5000);
  CHECK(rest.steady_rate == alone.steady_rate);
  CHECK(rest.latency == alone.latency);
}

TEST_CASE("questions about steady currents under a protocol start in the state at the onset", "[protocol]") {
  const Experiment steady = steady_protocol(run_of("note-10"), this_run);
  const Ended waited =
      simulate({intrinsically_bursting, run_of("note-10").initial, {}, 100, Exact{}}, spikes_only).ended;
  CHECK_THAT(std::get<At>(steady.initial).u, WithinAbs(waited.u, 1e-9));
  CHECK(std::holds_alternative<Rest>(steady_protocol(run_of("note-10"), from_rest).initial));
  CHECK(std::holds_alternative<Rest>(steady_protocol(run_of("why-sag"), this_run).initial));  // its step ends
}

}  // namespace izh
