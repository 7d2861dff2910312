// core/model/experiment.hpp: everything about a run, and nothing about how it is drawn.
#pragma once

#include <variant>
#include <vector>

#include "core/model/cell.hpp"
#include "core/model/stimulus.hpp"
#include "core/schema/field.hpp"

namespace izh {

/// The lower fixed point at I = 0, `rest_state`. It stays symbolic, so it follows changes of the cell.
struct Rest {};
template <>
inline constexpr Kind kind<Rest> = {"rest"};
template <>
inline constexpr auto fields<Rest> = std::tuple{};

/// A given initial state. With v at or above vpeak the cell fires at time 0.
struct At {
  double v = -60.0, u = 0.0;
};
template <>
inline constexpr Kind kind<At> = {"at"};
template <>
inline constexpr auto fields<At> = std::tuple{
    number(&At::v, "v", "mV", hard{-1e4, 1e4}, usual{-90, 40}, "Membrane potential at time 0."),
    number(&At::u, "u", "pA", hard{-1e6, 1e6}, usual{-400, 400}, "Recovery current at time 0."),
};

/// The adaptive Taylor method: spike times exact to the last bits.
struct Exact {};
template <>
inline constexpr Kind kind<Exact> = {"exact"};
template <>
inline constexpr auto fields<Exact> = std::tuple{};

/// The first fixed step to see a current that begins at `onset`. Throughout a step of length dt the current is that at
/// the step's start t. It is on for onset <= t < end with `at`, like a script that tests `t >= onset`, or for onset < t
/// <= end with `after`, like one that tests `t > onset`, which is one step later.
enum class SwitchEdge { at, after };
inline const char* names(SwitchEdge edge) { return edge == SwitchEdge::at ? "at" : "after"; }
template <>
inline constexpr std::size_t choices<SwitchEdge> = 2;

/// Fixed steps with the reset on the time grid, as in many scripts.
struct Rk4 {
  double dt = 0.05;
  SwitchEdge edge = SwitchEdge::at;
};
struct Euler {
  double dt = 0.5;
  SwitchEdge edge = SwitchEdge::at;
};
inline constexpr hard valid_dt{1e-6, 1e5};
inline constexpr usual usual_dt{0.01, 1};
template <>
inline constexpr Kind kind<Rk4> = {"rk4"};
template <>
inline constexpr auto fields<Rk4> = std::tuple{
    number(&Rk4::dt, "dt", "ms", valid_dt, usual_dt, "Time step."),
    choice(&Rk4::edge, "edge", "Which steps see a current."),
};
template <>
inline constexpr Kind kind<Euler> = {"euler"};
template <>
inline constexpr auto fields<Euler> = std::tuple{
    number(&Euler::dt, "dt", "ms", valid_dt, usual_dt, "Time step."),
    choice(&Euler::edge, "edge", "Which steps see a current."),
};

using Initial = std::variant<Rest, At>;
using Solver = std::variant<Exact, Rk4, Euler>;

/// Pulse trains have hundreds.
inline constexpr std::size_t most_stimuli = 1000;

/// Everything that defines a run. The default is the regular spiking cell, from rest, under a 70 pA step.
struct Experiment {
  Cell cell;
  Initial initial;
  std::vector<Stimulus> stimulus{Step{}};
  double duration = 1000.0;
  Solver solver;
};

template <>
inline constexpr auto fields<Experiment> = std::tuple{
    part(&Experiment::cell, "cell", "The nine parameters of the cell."),
    part(&Experiment::initial, "initial", "Where the run starts."),
    list(&Experiment::stimulus, "stimulus", most_stimuli, "Injected currents, which add up."),
    number(&Experiment::duration, "duration", "ms", hard{1e-3, 1e5}, usual{100, 5000}, "How long the run lasts."),
    part(&Experiment::solver, "solver", "How the equations are integrated."),
};

/// The state at time 0.
inline State initial_state(const Experiment& experiment) {
  if (const At* at = std::get_if<At>(&experiment.initial)) return {at->v, at->u};
  return rest_state(experiment.cell);
}

}  // namespace izh
