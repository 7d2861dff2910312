#include "core/thresholds.hpp"

#include <algorithm>
#include <cmath>

#include "core/closed_forms.hpp"
#include "core/exact.hpp"
#include "core/search.hpp"

namespace izh {

namespace {

constexpr double most_current = 1e5;  // pA
constexpr double tolerance = 2e-7;    // pA; a fifth of what is promised
constexpr int parts = 128;

/// The current [pA] at which rest is lost, whether at the saddle-node or before it.
double rest_is_lost(const Cell& cell) {
  const double saddle_node = saddle_node_current(cell);
  return std::max(0.0, andronov_hopf_current(cell).value_or(saddle_node));
}

/// The smallest current from which on `fate(current)` is fires_on. `top` is where to look first.
template <class FateAt>
Threshold smallest(double top, const char* what, FateAt&& fate_at) {
  const auto fires = [&](double current) { return fate_at(current) == Fate::fires_on; };
  if (fires(0)) return {{}, "fires_at_rest", "It " + std::string(what) + " without any current."};
  top = std::min(top, most_current);
  Fate fate = fate_at(top);
  while (fate != Fate::fires_on && top < most_current) {
    top = std::min(2 * top, most_current);
    fate = fate_at(top);
  }
  if (fate == Fate::fires_on) return {lowest(0, top, parts, tolerance, fires), "", ""};
  if (fate == Fate::undecided)
    return {{},
            "undecided",
            "Whether it " + std::string(what) + " could not be decided: its numbers run away, or it takes too long."};
  return {{}, "none_below", "Below 100000 pA it never " + std::string(what) + "."};
}

/// Whether a spike comes within `duration` of a steady current.
bool fires_within(const Cell& cell, const State& state, double current, double duration) {
  const NormalForm form(cell);
  Orbit orbit{0, 0, form.z(state.v), form.q(state.u, current)};
  double steps = 1e5;
  return orbit.z >= form.peak() || follow(form, orbit, {0, duration, current, 0}, duration, steps) == Stop::spike;
}

std::string in_pA(double current) { return readable(std::round(current * 1e6) / 1e6) + " pA"; }

/// How a threshold compares with the current at which rest is lost.
std::string compared(const Cell& cell, double current) {
  const double saddle_node = saddle_node_current(cell);
  const std::optional<double> hopf = andronov_hopf_current(cell);
  const std::string name = hopf ? "I_H = " + in_pA(*hopf) : "I_SN = " + in_pA(saddle_node);
  const double lost = hopf.value_or(saddle_node);
  if (std::fabs(current - lost) < 1e-6) return ": there rest is lost, at " + name + ".";
  return (current < lost ? "; rest itself is lost only at " : "; rest itself is lost already at ") + name + ".";
}

std::string in_words(const Cell& cell, const Threshold& single, const Threshold& lasting) {
  if (single.current && lasting.current) {
    const std::string last = "asting firing from " + in_pA(*lasting.current) + " on" + compared(cell, *lasting.current);
    return std::fabs(*single.current - *lasting.current) < 1e-6
               ? "L" + last
               : "A spike from " + in_pA(*single.current) + " on, l" + last;
  }
  if (single.current) return "A spike from " + in_pA(*single.current) + " on. " + lasting.reason;
  if (lasting.current)
    return single.reason + " Lasting firing from " + in_pA(*lasting.current) + " on" + compared(cell, *lasting.current);
  return single.reason_id == lasting.reason_id ? lasting.reason : single.reason + " " + lasting.reason;
}

}  // namespace

Rheobase rheobase(const Experiment& experiment, const Search& search) {
  const Cell& cell = experiment.cell;
  const State start = initial_state(experiment);
  Rheobase found;
  found.saddle_node = saddle_node_current(cell);
  // A little above it, so that rest is lost in rounded numbers too.
  const double top = rest_is_lost(cell) * (1 + 1e-12) + 1e-9;
  if (const std::optional<double> duration = search.duration) {
    found.single = smallest(std::max(top, 1.0), "fires", [&](double current) {
      return fires_within(cell, start, current, *duration) ? Fate::fires_on : Fate::rests;
    });
    found.lasting = {{}, "step_ends", "Firing that lasts is asked of a step without end."};
    found.text = found.single.current ? "A spike during " + readable(*duration) + " ms from " +
                                            in_pA(*found.single.current) + " on" + compared(cell, *found.single.current)
                                      : found.single.reason;
    return found;
  }
  found.single = smallest(top, "fires", [&](double current) { return outcome(cell, start, current, 0).fate; });
  found.lasting = smallest(top, "fires on", [&](double current) { return outcome(cell, start, current).fate; });
  found.text = in_words(cell, found.single, found.lasting);
  return found;
}

}  // namespace izh
