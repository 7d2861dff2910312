#include "core/cell.hpp"

#include <cmath>

namespace izh {

State derivative(const Cell& cell, const State& state, double current) {
  const auto& [C, k, vr, vt, vpeak, a, b, c, d] = cell;
  const double v = state.v, u = state.u;
  return {(k * (v - vr) * (v - vt) - u + current) / C, a * (b * (v - vr) - u)};
}

std::array<double, 4> jacobian(const Cell& cell, double v) {
  const double slope = cell.k * (2 * v - cell.vr - cell.vt);
  return {slope / cell.C, -1 / cell.C, cell.a * cell.b, -cell.a};
}

State reset(const Cell& cell, const State& state) { return {cell.c, state.u + cell.d}; }

double input_conductance(const Cell& cell) {
  const double leak = cell.k * (cell.vt - cell.vr);
  return cell.a > 0 ? cell.b + leak : leak;  // with a = 0, u stays what it is and b has no effect
}

double saddle_node_current(const Cell& cell) {
  const double conductance = input_conductance(cell);
  return conductance * conductance / (4 * cell.k);
}

namespace {

Derived present(const char* id, const char* name, const char* symbol, const char* unit, const char* formula,
                double value, const char* text) {
  return {id, name, symbol, unit, formula, value, text, "", ""};
}

Derived absent(Derived what, const char* reason_id, const char* reason) {
  what.value.reset();
  what.reason_id = reason_id;
  what.reason = reason;
  return what;
}

void add_eigenvalues(std::vector<Derived>& list, const Cell& cell) {
  const auto [vv, vu, uv, uu] = jacobian(cell, cell.vr);
  const double trace = vv + uu, det = vv * uu - vu * uv;
  const double discriminant = trace * trace / 4 - det;
  Derived fast = present("fast_time_constant", "Fast time constant", "τ₁", "ms", "-1/λ₁", 0,
                         "The faster of the two decays back to rest.");
  Derived slow = present("slow_time_constant", "Slow time constant", "τ₂", "ms", "-1/λ₂", 0,
                         "The slower of the two decays back to rest.");
  if (discriminant < 0) {
    const char* reason =
        "The eigenvalues at rest are complex: the cell rings, and has one time constant and a frequency.";
    list.push_back(absent(fast, "rings", reason));
    list.push_back(absent(slow, "rings", reason));
    Derived ring = present("ring_time_constant", "Decay of the ringing", "τ", "ms", "-1/Re λ", -2 / trace,
                           "The time constant with which the ringing around rest decays.");
    if (trace >= 0) ring = absent(ring, "unstable", "Rest is not stable: a small disturbance grows.");
    list.push_back(ring);
    constexpr double two_pi = 6.283185307179586;
    list.push_back(present("ring_frequency", "Frequency of the ringing", "f", "Hz", "1000 |Im λ|/2π",
                           1000 * std::sqrt(-discriminant) / two_pi, "The frequency of the ringing around rest."));
    return;
  }
  // The root of larger magnitude has no cancellation; the other follows from the product of the two.
  const double root = std::sqrt(discriminant);
  const double larger = trace / 2 + (trace < 0 ? -root : root);
  const double smaller = larger == 0 ? 0 : det / larger;
  const auto decay = [](Derived what, double eigenvalue) {
    if (eigenvalue < 0) {
      what.value = -1 / eigenvalue;
      return what;
    }
    return eigenvalue > 0 ? absent(what, "grows", "This eigenvalue is positive: rest is not stable.")
                          : absent(what, "no_decay", "This eigenvalue is 0: nothing drives that direction back.");
  };
  list.push_back(decay(fast, larger));
  list.push_back(decay(slow, smaller));
}

}  // namespace

std::vector<Derived> derived(const Cell& cell) {
  std::vector<Derived> list;
  const double leak = cell.k * (cell.vt - cell.vr), conductance = input_conductance(cell);

  list.push_back(present("input_conductance", "Input conductance", "g", "nS", "b + k (vt - vr)", conductance,
                         "Steady change of current per change of v near rest."));
  Derived resistance = present("input_resistance", "Input resistance", "R", "MΩ", "1/g", 1000 / conductance,
                               "Steady change of v per change of current near rest.");
  Derived passive = present("passive_time_constant", "Passive time constant", "τ₀", "ms", "C/(k (vt - vr))",
                            cell.C / leak, "Decay of v alone, were u held still.");
  Derived membrane = present("membrane_time_constant", "Membrane time constant", "C R", "ms", "C/g",
                             cell.C / conductance, "The textbook product of capacitance and input resistance.");
  if (!(conductance > 0)) {
    const char* reason = "b + k (vt - vr) is not positive, so v = vr does not hold as a resting state.";
    resistance = absent(resistance, "no_rest", reason);
    membrane = absent(membrane, "no_rest", reason);
  }
  if (!(leak > 0))
    passive = absent(passive, "threshold_not_above_rest", "vt is not above vr, so v alone does not decay.");
  list.push_back(resistance);
  list.push_back(passive);
  list.push_back(membrane);
  add_eigenvalues(list, cell);

  list.push_back(present("saddle_node_current", "Saddle-node current", "I_SN", "pA", "(b + k (vt - vr))²/(4 k)",
                         saddle_node_current(cell),
                         "Above this constant current no resting state is left (saddle-node bifurcation)."));
  return list;
}

}  // namespace izh
