#include "core/sweep/onset.hpp"

#include <algorithm>
#include <cmath>

#include "core/model/critical_currents.hpp"
#include "core/model/resolve.hpp"
#include "core/plane/beside_saddle.hpp"
#include "core/schema/require.hpp"
#include "core/solve/outcome.hpp"
#include "core/solve/search.hpp"
#include "core/sweep/smallest.hpp"
#include "core/sweep/steady_cycle.hpp"

namespace izh {

namespace {

namespace say = onset_texts;

constexpr double steps_of_all = 2.5e5,
                 steps_of_nearest = 2.5e4;  // of the solver: for all distances, and for a few nearer ones
constexpr double closest = 1e-8;            // pA above the onset, examined unless the law is a square root

/// I* if the edge lies within 1e-6 pA of it, the accuracy of a search: in doubles a train that passes close to the
/// parabola may seem to end that far above it.
std::optional<double> onset_at_parabola(const Cell& cell, const State& start, double near) {
  const std::optional<double> star = invariant_parabola_current(cell);
  constexpr double search = 1e-6;
  if (!star || !(std::fabs(near - *star) < search)) return std::nullopt;
  return outcome(cell, start, *star - search).fate == Fate::rests ? star : std::nullopt;
}

/// Why there is no current from which on it fires for good.
Text reason(const Threshold& lasting) {
  if (lasting.reason_id == "fires_at_rest") return say::fires_at_rest();
  if (lasting.reason_id == "no_rest") return say::no_rest();
  if (lasting.reason_id == "none_below") return say::none_below(most_current);
  if (lasting.reason_id == "step_ends") return say::step_ends();
  if (lasting.reason_id == "runs_away" && lasting.runs_away_from) return say::runs_away(*lasting.runs_away_from);
  return say::undecided();
}

/// The answer without a current from which on it fires for good.
Onset without(const Rheobase& rheobase) {
  Onset found;
  found.text = reason(rheobase.lasting);
  if (rheobase.lasting.reason_id == "fires_at_rest") found.kind = Excitability::fires_at_rest;
  if (rheobase.lasting.reason_id == "none_below" && rheobase.single.reason_id != "none_below") {
    found.kind = Excitability::class_3;
    found.text = sentences({say::class_3(most_current), found.text});
  }
  return found;
}

}  // namespace

Onset onset(const Experiment& experiment, const Rheobase& rheobase) {
  require("onset", experiment);
  require_described("onset", rheobase);
  if (rheobase.lasting.current) require("onset", "lasting.current", *rheobase.lasting.current, {0, 1e5}, "pA");
  const Cell& cell = experiment.cell;
  const State start = initial_state(experiment);
  if (!rheobase.lasting.current) return without(rheobase);

  // The nearest distances need more digits than the search gives.
  Onset found;
  const double near = *rheobase.lasting.current;
  const auto fires = [&](double current) { return outcome(cell, start, current).fate == Fate::fires_on; };
  if (std::fabs(near - rheobase.saddle_node) < 1e-6)
    found.current = rheobase.saddle_node;
  else
    found.current = onset_at_parabola(cell, start, near).value_or(0);
  if (*found.current == 0) found.current = bisected(near - 2e-7, near, 1e-10, fires);
  // From far to near, as the nearest take longest: a stiff cell takes a million steps to pass the ghost of its
  // saddle-node.
  double steps = steps_of_all;
  double u = 0;  // after a spike of the train at the nearest distance
  for (int i = per_decade * shown_decades; i >= 0; --i) {
    const double distance = nearest * std::pow(10, static_cast<double>(i) / per_decade);
    const std::optional<SteadyCycle> cycle = cycle_of(cell, start, *found.current + distance, steps);
    if (!cycle) continue;
    found.distance.push_back(distance);
    found.cycle.push_back(cycle->spikes);
    found.rate.push_back(1000 * std::max(1.0, cycle->spikes) / cycle->period);
    found.cycle_rate.push_back(1000 / cycle->period);
    u = cycle->u;
  }
  for (std::vector<double>* list : {&found.distance, &found.cycle, &found.rate, &found.cycle_rate})
    std::reverse(list->begin(), list->end());
  const bool too_long = !(steps > 0);
  const double taken = steps_of_all - steps;
  steps = steps_of_nearest;
  argue(found, cell, u, too_long, [&](const Lowest& lowest) {
    constexpr int many_spikes = 2000;
    Decades decades{{lowest.far, lowest.near}, lowest.period[0]};
    if (found.distance[0] > nearest * 1.001) return decades;
    for (double distance = nearest / 10; distance > closest / 2; distance /= 10) {
      // Near the parabola start from the train itself, as in doubles the initial state may seem to fall back so close
      // to it.
      const State from = near_parabola(cell, *found.current) ? State{cell.c, u} : start;
      const std::optional<SteadyCycle> cycle = cycle_of(cell, from, *found.current + distance, steps, many_spikes);
      if (!cycle || cycle->spikes != found.cycle[0]) break;
      decades.added.push_back(cycle->period - decades.period);
      decades.period = cycle->period;
    }
    return decades;
  });
  found.law_text = law_text(found);
  found.steps = taken + steps_of_nearest - steps;
  return found;
}

}  // namespace izh
