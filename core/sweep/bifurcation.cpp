#include "core/sweep/bifurcation.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/model/resolve.hpp"
#include "core/plane/closed_forms.hpp"
#include "core/plane/cycle.hpp"
#include "core/plane/phase_plane.hpp"
#include "core/schema/require.hpp"
#include "core/sweep/mark_text.hpp"
#include "core/sweep/thresholds.hpp"

namespace izh {

namespace {

/// A current at which the dynamics change, as a function of the cell, and which fixed point it concerns.
struct Changing {
  Change id;
  std::optional<double> (*current)(const Cell& cell);
  bool of_saddle;
};

std::optional<double> saddle_node(const Cell& cell) { return saddle_node_current(cell); }
std::optional<double> focus_from(const Cell& cell) {
  const auto range = focus_currents(cell);
  return range ? std::optional(range->from) : std::nullopt;
}
std::optional<double> focus_to(const Cell& cell) {
  const auto range = focus_currents(cell);
  return range ? std::optional(range->to) : std::nullopt;
}

const Changing node_to_focus{Change::node_to_focus, focus_from, false};
const Changing focus_to_node{Change::focus_to_node, focus_to, false};
const Changing homoclinic{Change::homoclinic, homoclinic_current, true};
const Changing closed[] = {
    {Change::saddle_node, saddle_node, false},
    {Change::andronov_hopf, andronov_hopf_current, false},
    {Change::invariant_parabola, invariant_parabola_current, true},
    node_to_focus,
    focus_to_node,
};

/// How far the current of a change lies above the sweep's own [pA]; none if there is no such current.
using Distance = std::optional<double>;

/// The distance to the homoclinic current. It lies between I* and I_H, which are closed forms, so the search is needed
/// only between these two; beyond them only the sign matters.
Distance to_homoclinic(const Setting& setting) {
  const auto low = invariant_parabola_current(setting.cell), high = andronov_hopf_current(setting.cell);
  if (!low || !high) return std::nullopt;
  if (setting.current <= *low) return *low - setting.current + 1;
  if (setting.current >= *high) return *high - setting.current - 1;
  const auto current = homoclinic_current(setting.cell);
  return current ? Distance(*current - setting.current) : std::nullopt;
}

/// True where the lower fixed point is a focus.
bool is_focus(const Setting& setting) {
  const auto range = focus_currents(setting.cell);
  return range && setting.current > range->from && setting.current < range->to;
}

/// True where `to_homoclinic` needs a search: between I* and I_H, the only currents at which the unstable cycle may
/// exist.
bool takes_search(const Setting& setting) {
  const auto low = invariant_parabola_current(setting.cell), high = andronov_hopf_current(setting.cell);
  return low && high && setting.current > *low && setting.current < *high;
}

/// The values of a sweep at which the cell is valid.
class Valid {
 public:
  Valid(const Experiment& experiment, const Sweep& sweep) : experiment_(experiment), sweep_(sweep) {
    for (double value : values_of(sweep)) {
      Set set = set_at(experiment, sweep, value);
      if (set.setting) {
        values.push_back(value);
        settings.push_back(*set.setting);
      } else if (values.empty() || !stopped || *stopped < values.front()) {
        // The last invalid value below the valid ones, or the first above them.
        stopped = value;
        invalid = set.invalid;
      }
    }
  }

  Setting at(double value) const { return *set_at(experiment_, sweep_, value).setting; }

  /// Whether `is` holds for the setting a little above `value`.
  bool just_above(double value, bool (*is)(const Setting&)) const {
    return is(at(std::min(value + 1e-9 * (sweep_.to - sweep_.from), values.back())));
  }

  /// Where the distance `measure(setting)` changes sign between one value and the next, of the values whose index
  /// `counts`, to within `enough` of the range.
  template <class Measure, class Counts>
  std::vector<double> crossings(Measure&& measure, Counts&& counts, double enough) const {
    std::vector<double> found;
    Distance before;
    std::size_t last = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (!counts(i)) continue;
      const Distance here = measure(settings[i]);
      if (here && *here == 0)
        found.push_back(values[i]);
      else if (before && here && *before != 0 && (*before > 0) != (*here > 0))
        if (const auto value = crossing(values[last], values[i], *before, measure, enough)) found.push_back(*value);
      before = here;
      last = i;
    }
    return found;
  }

  std::vector<double> values;
  std::vector<Setting> settings;
  std::optional<double> stopped;
  Invalid invalid;

 private:
  /// By bisection. None where the distance jumps over 0 or ceases to exist.
  template <class Measure>
  std::optional<double> crossing(double low, double high, double at_low, Measure&& measure, double enough) const {
    Distance distance = at_low;
    while (high - low > enough * (sweep_.to - sweep_.from)) {
      const double middle = low + (high - low) / 2;
      if (!(middle > low && middle < high)) break;
      distance = measure(at(middle));
      if (!distance) return std::nullopt;
      ((*distance > 0) == (at_low > 0) ? low : high) = middle;
    }
    if (std::fabs(*distance) > 1e-3 * std::fabs(at_low)) return std::nullopt;
    return low + (high - low) / 2;
  }

  const Experiment& experiment_;
  const Sweep& sweep_;
};

/// v of the fixed point that changes at `setting` [mV]: the saddle or the lower one.
double v_there(const Setting& setting, bool of_saddle) {
  const Cell& cell = setting.cell;
  const double sum = cell.k * (cell.vt - cell.vr) + cell.b;
  const double root = std::sqrt(std::max(0.0, sum * sum - 4 * cell.k * setting.current));
  return cell.vr + (sum + (of_saddle ? root : -root)) / (2 * cell.k);
}

void mark(std::vector<Mark>& marks, const Changing& change, double value, const Setting& setting) {
  marks.push_back({change.id, value, v_there(setting, change.of_saddle)});
}

/// Along the current the changes are closed forms.
std::vector<Mark> marks_along_current(const Cell& cell, const Sweep& sweep) {
  std::vector<Mark> marks;
  const auto note = [&](const Changing& change) {
    const auto current = change.current(cell);
    if (current && *current >= sweep.from && *current <= sweep.to) mark(marks, change, *current, {cell, *current});
  };
  for (const Changing& change : closed) note(change);
  note(homoclinic);
  return marks;
}

std::vector<Mark> marks_along_parameter(const Valid& valid) {
  std::vector<Mark> marks;
  for (const Changing& change : closed) {
    const auto distance = [&](const Setting& setting) {
      const auto current = change.current(setting.cell);
      return current ? Distance(*current - setting.current) : std::nullopt;
    };
    const auto all = [](std::size_t) { return true; };
    for (double value : valid.crossings(distance, all, 1e-12)) {
      const bool of_focus = change.current == focus_from || change.current == focus_to;
      const Changing& upwards = valid.just_above(value, is_focus) ? node_to_focus : focus_to_node;
      mark(marks, of_focus ? upwards : change, value, valid.at(value));
    }
  }
  // Where a search would be needed, the sign at both ends of the sweep is enough.
  const auto few = [&](std::size_t i) {
    return i == 0 || i + 1 == valid.values.size() || !takes_search(valid.settings[i]);
  };
  for (double value : valid.crossings(to_homoclinic, few, 1e-9)) mark(marks, homoclinic, value, valid.at(value));
  return marks;
}

/// For a sweep of the current with a = 0: u stays at its initial value, and only v can come to rest.
bool held(const Experiment& experiment, const Sweep& sweep) {
  return experiment.cell.a == 0 && sweep.parameter == Parameter::current;
}

/// With u held, v rests where k (v - vr)(v - vt) = u - I, so that rest and threshold meet at the current u + k p²/4.
std::optional<Mark> mark_of_held(const Experiment& experiment, const Sweep& sweep) {
  const Cell& cell = experiment.cell;
  const double value = saddle_node_current(cell) + initial_state(experiment).u;
  if (!(value >= sweep.from && value <= sweep.to)) return std::nullopt;
  return Mark{Change::saddle_node, value, (cell.vr + cell.vt) / 2};
}

/// Values ascending. No orbit reaches what lies at or above vpeak, and parameters of the reset change no fixed point.
/// With a = 0, u stays at its initial value, and only the effect of the current on v is marked.
std::vector<Mark> marks_along(const Valid& valid, const Experiment& experiment, const Sweep& sweep) {
  const bool of_resets =
      sweep.parameter == Parameter::vpeak || sweep.parameter == Parameter::c || sweep.parameter == Parameter::d;
  const bool still = experiment.cell.a == 0;
  if (of_resets || (still && sweep.parameter != Parameter::a && sweep.parameter != Parameter::current)) return {};
  std::vector<Mark> marks;
  if (held(experiment, sweep)) {
    if (const auto one = mark_of_held(experiment, sweep)) marks.push_back(*one);
  } else {
    marks = sweep.parameter == Parameter::current ? marks_along_current(experiment.cell, sweep)
                                                  : marks_along_parameter(valid);
  }
  marks.erase(
      std::remove_if(marks.begin(), marks.end(), [&](const Mark& one) { return one.v >= experiment.cell.vpeak; }),
      marks.end());
  std::stable_sort(marks.begin(), marks.end(),
                   [](const Mark& one, const Mark& other) { return one.value < other.value; });
  return marks;
}

void add(FixedBranch& branch, double value, double v, double u, Stability kind) {
  branch.value.push_back(value);
  branch.v.push_back(v);
  branch.u.push_back(u);
  branch.kind.push_back(static_cast<double>(kind));
}

/// The values of the sweep, and increasingly closely spaced ones on both sides of every saddle-node, where the branches
/// bend like a square root.
std::vector<double> with_folds(const Valid& valid, const std::vector<Mark>& marks) {
  std::vector<double> values = valid.values;
  const double step = values.size() > 1 ? values[1] - values[0] : 0;
  for (const Mark& one : marks) {
    if (one.id != Change::saddle_node) continue;
    values.push_back(one.value);
    for (double away = step / 2; away > step / 2000; away /= 4)
      for (double value : {one.value - away, one.value + away})
        if (value > values.front() && value < valid.values.back()) values.push_back(value);
  }
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
  return values;
}

void trace(Skeleton& found, const Valid& valid) {
  const auto is_fold = [&](double value) {
    return std::any_of(found.marks.begin(), found.marks.end(),
                       [&](const Mark& one) { return one.id == Change::saddle_node && one.value == value; });
  };
  for (double value : with_folds(valid, found.marks)) {
    const Setting setting = valid.at(value);
    if (is_fold(value)) {  // after rounding, the two points may or may not exist
      const double v = v_there(setting, false), u = setting.cell.b * (v - setting.cell.vr);
      add(found.lower, value, v, u, Stability::degenerate);
      add(found.upper, value, v, u, Stability::degenerate);
      continue;
    }
    FixedBranch* branch = &found.lower;
    for (const FixedPoint& point : fixed_points(setting.cell, setting.current)) {
      if (point.v < setting.cell.vpeak) add(*branch, value, point.v, point.u, point.kind);
      branch = &found.upper;
    }
  }
}

/// The same with u held: the v at which it rests, and above it the threshold.
void trace_held(Skeleton& found, const Valid& valid, const Experiment& experiment) {
  const Cell& cell = experiment.cell;
  const double u = initial_state(experiment).u, middle = (cell.vr + cell.vt) / 2, lost = saddle_node_current(cell) + u;
  for (double value : with_folds(valid, found.marks)) {
    if (value > lost) continue;
    const double off = std::sqrt((lost - value) / cell.k);
    if (middle - off < cell.vpeak)
      add(found.lower, value, middle - off, u, off > 0 ? Stability::stable_node : Stability::degenerate);
    if (middle + off < cell.vpeak)
      add(found.upper, value, middle + off, u, off > 0 ? Stability::saddle : Stability::degenerate);
  }
}

/// Values that close in on both `low` and `high`, where the cycle's branch bends.
std::vector<double> closing_in(double low, double high) {
  std::vector<double> values;
  for (double share : {1e-4, 1e-3, 0.01, 0.03, 0.07, 0.14, 0.25, 0.38}) {
    values.push_back(low + share * (high - low));
    values.push_back(high - share * (high - low));
  }
  values.push_back(low + (high - low) / 2);
  return values;
}

/// Values of the sweep at which the cycle may exist, and some more that close in on its ends.
std::vector<double> of_cycle(const Valid& valid, const std::vector<Mark>& marks) {
  std::vector<double> values, ends;
  for (std::size_t i = 0; i < valid.values.size(); ++i)
    if (takes_search(valid.settings[i])) values.push_back(valid.values[i]);
  for (const Mark& one : marks)
    if (one.id == Change::andronov_hopf || one.id == Change::homoclinic) ends.push_back(one.value);
  for (std::size_t i = 1; i < ends.size(); ++i)
    for (double value : closing_in(ends[i - 1], ends[i])) values.push_back(value);
  std::sort(values.begin(), values.end());
  return values;
}

Text changes_at(const std::vector<Mark>& marks, const char* unit) {
  std::vector<Text> all;
  for (const Mark& mark : marks) all.push_back(mark_text(names(mark.id), {mark.value, unit}));
  return mark_texts::changes(std::move(all));
}

}  // namespace

Skeleton bifurcation_skeleton(const Experiment& experiment, const Sweep& sweep) {
  require("bifurcation_skeleton", experiment);
  const Valid valid(experiment, sweep);
  Skeleton found;
  found.stopped = valid.stopped;
  found.invalid = valid.invalid;
  found.marks = marks_along(valid, experiment, sweep);
  found.cycle = of_cycle(valid, found.marks);
  if (valid.values.empty()) return found;
  held(experiment, sweep) ? trace_held(found, valid, experiment) : trace(found, valid);
  found.text = !found.marks.empty()        ? changes_at(found.marks, unit_of(sweep.parameter))
               : found.lower.value.empty() ? mark_texts::no_rest()
                                           : mark_texts::no_change();
  return found;
}

CycleExtent cycle_extent(const Experiment& experiment, const Sweep& sweep, const std::vector<double>& values) {
  require("cycle_extent", experiment);
  require_described("cycle_extent", sweep);
  require("cycle_extent", "values", values, {-1e6, 1e6}, "", 4000);
  CycleExtent found;
  for (double value : values) {
    const Set set = set_at(experiment, sweep, value);
    const auto cycle = set.setting ? unstable_cycle(set.setting->cell, set.setting->current) : std::nullopt;
    if (!cycle) continue;
    found.value.push_back(value);
    found.v_low.push_back(cycle->v_low);
    found.v_high.push_back(cycle->v_high);
  }
  return found;
}

}  // namespace izh
