#include "core/ask/edit_effect.hpp"

#include <cmath>
#include <cstring>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/model/critical_currents.hpp"
#include "core/model/resolve.hpp"
#include "core/schema/digits.hpp"
#include "core/schema/require.hpp"
#include "core/solve/capture.hpp"
#include "core/sweep/thresholds.hpp"

namespace izh {

namespace {

namespace say = effect_texts;

bool same(double one, double other) { return std::fabs(one - other) < same_threshold; }

/// Where a cell begins to fire [pA].
struct Begins {
  std::optional<double> first, lasting;
  bool known = false;

  bool together() const { return first && lasting && same(*first, *lasting); }
};

/// The threshold in closed form of a cell that is held at rest up to I_SN, see VerdictRun::held.
std::optional<double> closed(const Experiment& experiment) {
  const Cell& cell = experiment.cell;
  if (!(cell.a > 0 && cell.b <= 0) || !std::holds_alternative<Exact>(experiment.solver) ||
      !std::holds_alternative<Rest>(experiment.initial) || experiment.stimulus.size() != 1)
    return std::nullopt;
  const Step* step = std::get_if<Step>(&experiment.stimulus.front());
  const double fold = saddle_node_current(cell);
  const bool alone = step && step->onset >= 0 && step->onset < experiment.duration && !step->duration;
  return alone && held_by_saddle(cell, rest_state(cell), fold - 1e-9 * (1 + fold)) ? std::optional(fold) : std::nullopt;
}

Begins begins_of(const Experiment& experiment, const ProtocolThresholds& found) {
  if (const std::optional<double> fold = closed(experiment)) return {fold, fold, true};
  Begins begins{found.first.amplitude, found.lasting.amplitude, false};
  begins.known = begins.first || !found.first.reason_id.empty();
  if (found.lasting.certain == 0) begins.lasting.reset();
  return begins;
}

/// A parameter that was edited.
struct Edited {
  const char* name;
  const char* unit;
  double was, now;
};

std::vector<Edited> edits(const Cell& was, const Cell& now) {
  std::vector<Edited> all;
  for_each_field<Cell>([&](const auto& field) {
    const double before = was.*field.member, after = now.*field.member;
    if (before != after) all.push_back({field.name, field.unit, before, after});
  });
  return all;
}

bool is(const Edited& one, const char* name) { return std::strcmp(one.name, name) == 0; }

/// Says from where to where a current has moved, or that it has not.
template <class Moved, class Stays>
Text told(double was, double now, const Moved& moved, const Stays& stays) {
  if (slight(now - was, "pA")) return stays(compared(now, now));
  const double by = std::fabs(now - was);
  return moved(compared(now, by), compared(was, by));
}

/// What has happened to the curves; empty if neither has moved.
Text shape(const std::vector<Edited>& all) {
  std::vector<Text> found;
  for (const Edited& one : all) {
    if (is(one, "b")) found.push_back(say::tilts());
    if (is(one, "k")) found.push_back(one.now > one.was ? say::steepens() : say::flattens());
    if (is(one, "vr")) found.push_back(say::left_foot());
    if (is(one, "vt")) found.push_back(say::right_foot());
  }
  return found.empty() ? Text{} : found.size() == 1 ? found.front() : say::curves();
}

/// What an edit that moves neither curve means, if it is of a single parameter.
Text unmoved(const std::vector<Edited>& all) {
  if (all.size() != 1) return {};
  const Edited& one = all.front();
  if (is(one, "vpeak")) return say::cuts();
  const std::string name = one.name;
  return is(one, "c") || is(one, "d") ? say::at_spikes(name) : say::pace(name);
}

Text cause(const std::vector<Edited>& all, const Cell& was, const Cell& now) {
  if ((was.a > 0) != (now.a > 0)) return now.a > 0 ? say::moves() : say::stands();
  if (now.a == 0 && all.size() == 1 && is(all.front(), "b")) return say::no_b();
  const Text moved = shape(all);
  if (moved.empty()) return unmoved(all);
  return told(
      saddle_node_current(was), saddle_node_current(now),
      [&](double after, double before) { return say::lifts(moved, after, before); },
      [&](double at) { return say::lifts_still(moved, at); });
}

/// What has become of the Hopf point; empty where there is none, or rest is lost at vpeak first, or it stays, or goes
/// along with the curves.
Text hopf_point(const Cell& was, const Cell& now, bool curves) {
  const bool before = andronov_hopf_current(was) && !rest_at_peak_current(was);
  const bool after = andronov_hopf_current(now) && !rest_at_peak_current(now);
  const double lost = lost_at(was), loses = lost_at(now);
  if ((!before && !after) || slight(loses - lost, "pA")) return {};
  const double by = std::fabs(loses - lost), there = compared(loses, by), then = compared(lost, by);
  if (before && after) return curves ? Text{} : say::hopf(there, then);
  return after ? say::hopf_comes(there, then) : say::hopf_goes(there, then);
}

/// Where firing begins now, and did before.
std::vector<Text> firing(const Begins& was, const Begins& now, const Cell& cell, bool lifted) {
  if (!was.first || !now.first) return {};
  if (was.together() && now.together()) {
    if (lifted && same(*now.first, saddle_node_current(cell))) return {say::there()};
    return {told(*was.first, *now.first, say::begins, say::begins_still)};
  }
  const Text first = told(*was.first, *now.first, say::first, say::first_still);
  if (!was.lasting || !now.lasting) return {first};
  return {first, told(*was.lasting, *now.lasting, say::lasting, say::lasting_still)};
}

Text heard(const std::vector<Edited>& all, std::vector<Text> begins) {
  std::vector<Text> values;
  for (const Edited& one : all) values.push_back(say::value(std::string(one.name), Quantity{one.now, one.unit}));
  return say::heard(std::move(values), std::move(begins));
}

void check(const ProtocolThresholds& found) {
  for (const Sought* one : {&found.first, &found.lasting})
    if (one->amplitude) require("edit_effect", "amplitude", *one->amplitude, valid_current, "pA");
}

}  // namespace

EditEffect edit_effect(const Experiment& experiment, const Experiment& edited, const ProtocolThresholds& was,
                       const ProtocolThresholds& now) {
  require("edit_effect", experiment);
  require("edit_effect", edited);
  check(was);
  check(now);
  const std::vector<Edited> all = edits(experiment.cell, edited.cell);
  if (all.empty()) return {};
  const Begins before = begins_of(experiment, was), after = begins_of(edited, now);
  const bool curves = !shape(all).empty(), lifted = curves && experiment.cell.a > 0 && edited.cell.a > 0;
  EditEffect found;
  std::vector<Text> parts = firing(before, after, edited.cell, lifted);
  parts.insert(parts.begin(),
               {cause(all, experiment.cell, edited.cell), hopf_point(experiment.cell, edited.cell, curves)});
  found.text = together(std::move(parts));
  found.heard = heard(all, firing(before, after, edited.cell, false));
  found.pending = before.known && after.known ? 0 : 1;
  return found;
}

}  // namespace izh
