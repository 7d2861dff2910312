// core/model/cell.hpp: the simple model, its state and its resting state.
#pragma once

#include <array>

#include "core/schema/field.hpp"

namespace izh {

/// The simple model: C v' = k (v - vr)(v - vt) - u + I, u' = a (b (v - vr) - u); at vpeak, v becomes c and u gains d.
/// The defaults are the regular spiking cell.
/// Source: Izhikevich (2007), Dynamical Systems in Neuroscience, ch. 8.
struct Cell {
  double C = 100.0, k = 0.7, vr = -60.0, vt = -40.0, vpeak = 35.0;
  double a = 0.03, b = -2.0, c = -50.0, d = 100.0;
};

template <>
inline constexpr auto fields<Cell> = std::tuple{
    number(&Cell::C, "C", "pF", hard{1e-3, 1e6}, usual{10, 500}, "Membrane capacitance.", "membrane"),
    number(&Cell::k, "k", "nS/mV", hard{1e-4, 1e3}, usual{0.1, 3}, "Curvature of the v-nullcline.", "membrane"),
    number(&Cell::vr, "vr", "mV", hard{-1e4, 1e4}, usual{-90, -45}, "Resting membrane potential.", "membrane"),
    number(&Cell::vt, "vt", "mV", hard{-1e4, 1e4}, usual{-65, -20}, "Instantaneous threshold.", "membrane"),
    number(&Cell::vpeak, "vpeak", "mV", hard{-1e4, 1e4}, usual{0, 60}, "Peak of the spike.", "membrane"),
    number(&Cell::a, "a", "1/ms", hard{0, 100}, usual{0, 0.2}, "Recovery rate.", "recovery"),
    number(&Cell::b, "b", "nS", hard{-1e5, 1e5}, usual{-10, 15}, "Coupling of u to v.", "recovery"),
    number(&Cell::c, "c", "mV", hard{-1e4, 1e4}, usual{-80, -20}, "v just after a spike.", "reset"),
    number(&Cell::d, "d", "pA", hard{-1e6, 1e6}, usual{-50, 300}, "Jump of u at each spike.", "reset"),
};

/// The model in one line, for the heading of a download.
inline constexpr const char* model_text =
    "C v' = k (v - vr)(v - vt) - u + I;  u' = a (b (v - vr) - u);  v >= vpeak: v <- c, u <- u + d";

/// Membrane potential v [mV] and recovery current u [pA].
struct State {
  double v = -60.0, u = 0.0;
};

template <>
inline constexpr auto fields<State> = std::tuple{
    result(&State::v, "v", "mV", "Membrane potential."),
    result(&State::u, "u", "pA", "Recovery current."),
};

/// dv/dt [mV/ms] and du/dt [pA/ms] of `cell` at `state` under the current I [pA], between spikes.
State derivative(const Cell& cell, const State& state, double current);

/// The Jacobian of `derivative` in row order: dv'/dv [1/ms], dv'/du [mV/(ms pA)], du'/dv [nS/ms], du'/du [1/ms].
/// It does not depend on u or I.
std::array<double, 4> jacobian(const Cell& cell, double v);

/// The state just after a spike: v = c, u + d.
State reset(const Cell& cell, const State& state);

/// The resting state at I = 0: the lower of the two fixed points, v = min(vr, vt + b/k) [mV] and u = b (v - vr) [pA].
/// Exact up to rounding, and exactly (vr, 0) where that is the lower fixed point. It need not be stable: see
/// `fixed_points`. Derivation: with w = v - vr and p = vt - vr the fixed points solve k w² - (k p + b) w = 0, so w is 0
/// or p + b/k. The upper one is a saddle, so where b + k p < 0, v = vr is the saddle. With a = 0, u is constant between
/// spikes and b has no effect: v = min(vr, vt) and u = 0.
State rest_state(const Cell& cell);

/// Whether `state` is a fixed point under the current I [pA], as far as doubles can tell: both rates of change are 0 to
/// within the rounding of their terms, of v and of u. A cell that starts there stays there. The solver needs this test:
/// in its own coordinates rounding displaces a fixed point, and a saddle amplifies the displacement until the cell
/// fires.
bool holds_still(const Cell& cell, const State& state, double current);

/// Input conductance at rest [nS], |b + k (vt - vr)|; 0 where the resting state and the saddle coincide at I = 0. With
/// a = 0, u is constant and b drops out.
/// Derivation: along the fixed points I = (k p + b) w - k w², whose slope is k p + b at w = 0 and -(k p + b) at w = p +
/// b/k; the lower of the two is the resting state.
double input_conductance(const Cell& cell);

/// Regular spiking, intrinsically bursting and chattering neocortical cells.
/// Source: Izhikevich (2007), ch. 8; vpeak of CH as in I. Cooper's note (35 mV; the book has 25 mV).
inline constexpr Cell regular_spiking{};
inline constexpr Cell intrinsically_bursting{150, 1.2, -75, -45, 50, 0.01, 5, -56, 130};
inline constexpr Cell chattering{50, 1.5, -60, -40, 35, 0.03, 1, -40, 150};

}  // namespace izh
