#include "core/plane/closed_forms.hpp"

#include <cmath>

#include "core/model/resolve.hpp"
#include "core/schema/digits.hpp"

namespace izh {

namespace {

constexpr double two_pi = 6.283185307179586;

bool moves(const Cell& cell) { return cell.a > 0; }

// --- numbers put into formulas
// ----------------------------------------------------------------------------------------

std::string minus(double x) { return x < 0 ? " + " + readable(-x) : " - " + readable(x); }

// Put together piece by piece: of some sums that begin with a literal, g++ 12 warns by mistake (-Wrestrict).

std::string negative(const std::string& formula) {
  std::string made = "-";
  return made += formula;
}

std::string in_brackets(const std::string& formula) {
  std::string made = "(";
  return (made += formula) += ")";
}

std::string factor(double x) { return x < 0 ? in_brackets(readable(x)) : readable(x); }

/// k (vt - vr), b + k (vt - vr), a C and 4 k with numbers.
struct Terms {
  explicit Terms(const Cell& cell)
      : leak(readable(cell.k) + "·(" + readable(cell.vt) + minus(cell.vr) + ")"),
        conductance(moves(cell) ? readable(cell.b) + " + " + leak : leak),
        relaxation(readable(cell.a) + "·" + readable(cell.C)),
        four_k("(4·" + readable(cell.k) + ")"),
        b(readable(cell.b)),
        square("(" + conductance + ")²") {}

  std::string leak, conductance, relaxation, four_k, b, square;
};

// --- the list
// ---------------------------------------------------------------------------------------------------------

struct Reason {
  const char* id;
  std::string text;
};

/// A list that grows by what has a value, or a reason why not.
class Forms {
 public:
  void add(ClosedForm what, std::optional<double> value, std::string substituted, const Reason& reason) {
    if (value && std::isfinite(*value)) {
      what.value = value;
      what.substituted = std::move(substituted);
    } else {
      what.reason_id = reason.id;
      what.reason = reason.text;
    }
    all.push_back(std::move(what));
  }

  std::vector<ClosedForm> all;
};

ClosedForm named(const char* id, const char* name, const char* symbol, const char* unit, const char* formula,
                 const char* condition, const char* mark, const char* text) {
  return {id, name, symbol, unit, formula, "", {}, condition, mark, text, "", ""};
}

const Reason& still() {
  static const Reason reason{"recovery_still", "With a = 0, u never moves: v alone cannot oscillate."};
  return reason;
}

std::string is_not_above(double b, const char* name, double bound) {
  return "b = " + readable(b) + " nS is not above " + name + " = " + located(bound) + " nS";
}

void add_bifurcations(Forms& list, const Cell& cell) {
  const Terms with(cell);
  list.add(named("saddle_node_current", "Saddle-node current", "I_SN", "pA",
                 moves(cell) ? "(b + k (vt - vr))²/(4 k)" : "(k (vt - vr))²/(4 k)", "", "current",
                 "Above this constant current no resting state is left (saddle-node bifurcation)."),
           saddle_node_current(cell), with.square + "/" + with.four_k, {"", ""});
  const std::optional<double> at_peak = rest_at_peak_current(cell);
  const std::string before =
      at_peak ? " But rest lies below vpeak only up to " + located(*at_peak) + " pA, and is lost there." : "";
  list.all.back().text += before;

  const Reason no_hopf = moves(cell) ? Reason{"saddle_node_first", is_not_above(cell.b, "a C", cell.a * cell.C) +
                                                                       ", so rest is lost at the saddle-node."}
                                     : still();
  list.add(
      named("andronov_hopf_current", "Andronov-Hopf current", "I_H", "pA", "((b + k (vt - vr))² - (b - a C)²)/(4 k)",
            "a > 0 and b > a C", "current",
            "From this constant current on rest rings ever more widely instead of less. Just below it, an unstable "
            "cycle around rest is the threshold (the bifurcation is always subcritical)."),
      andronov_hopf_current(cell), "(" + with.square + " - (" + with.b + " - " + with.relaxation + ")²)/" + with.four_k,
      no_hopf);
  if (list.all.back().value) list.all.back().text += before;
  std::optional<double> period;
  if (moves(cell) && (cell.b - cell.a * cell.C) > 0)
    period = two_pi * std::sqrt(cell.C / (cell.a * (cell.b - cell.a * cell.C)));
  list.add(named("hopf_period", "Period at the Andronov-Hopf current", "T_H", "ms", "2π √(C/(a (b - a C)))",
                 "a > 0 and b > a C", "", "How long one turn around rest takes at I_H."),
           period,
           "2π·√(" + readable(cell.C) + "/(" + readable(cell.a) + "·(" + with.b + " - " + with.relaxation + ")))",
           no_hopf);
}

void add_parabola_and_focus(Forms& list, const Cell& cell) {
  const Terms with(cell);
  const Reason no_parabola =
      moves(cell) ? Reason{"not_through_saddle", is_not_above(cell.b, "a C/2", cell.a * cell.C / 2) +
                                                     ", so the parabola does not pass through the saddle."}
                  : Reason{"recovery_still", "With a = 0, u never moves: there is no such parabola."};
  list.add(named("invariant_parabola_current", "Current of the invariant parabola", "I*", "pA",
                 "((b + k (vt - vr))² - (b - a C/2)²)/(4 k)", "a > 0 and b > a C/2", "parabola",
                 "Under this current a parabola through the saddle is an orbit: what starts on it stays on it. Where "
                 "resets come back from its left, lasting firing begins here."),
           invariant_parabola_current(cell),
           "(" + with.square + " - (" + with.b + " - " + with.relaxation + "/2)²)/" + with.four_k, no_parabola);

  const std::optional<FocusRange> focus = focus_currents(cell);
  const Reason no_focus =
      moves(cell) ? Reason{"never_rings", "b = " + readable(cell.b) + " nS is not above 0, so rest never rings."}
                  : still();
  const auto end = [&](const char* sign) {
    return "(" + with.square + " - (√" + with.b + sign + "√(" + with.relaxation + "))⁴)/" + with.four_k;
  };
  std::optional<double> from, to;
  if (focus) {
    from = focus->from;
    to = focus->to;
  }
  list.add(named("focus_from", "Rest rings from", "I", "pA", "((b + k (vt - vr))² - (√b + √(a C))⁴)/(4 k)",
                 "a > 0 and b > 0", "fixed points",
                 "Above this constant current rest is a focus: the way back to it rings."),
           from, end(" + "), no_focus);
  list.add(
      named("focus_to", "Rest rings up to", "I", "pA", "((b + k (vt - vr))² - (√b - √(a C))⁴)/(4 k)", "a > 0 and b > 0",
            "fixed points", "From here on up to I_SN the lower fixed point is a node again, and no longer rings."),
      to, end(" - "), no_focus);
}

/// C over the slope of the membrane's current k w (p - w) at rest: k p at w = 0, and -(k p + 2 b) at w = p + b/k.
void add_passive(Forms& list, const Cell& cell, bool below) {
  const double leak = cell.k * (cell.vt - cell.vr), b = moves(cell) ? cell.b : 0;
  const double slope = below ? -(leak + 2 * b) : leak;
  ClosedForm what = named("passive_time_constant", "Passive time constant", "τ₀", "ms", "C/(k (vt - vr))", "vt > vr",
                          "rest", "Decay of v alone, were u held still.");
  std::string substituted = readable(cell.C) + "/(" + Terms(cell).leak + ")";
  Reason reason{"threshold_not_above_rest", "vt is not above vr, so v alone does not decay."};
  if (below && moves(cell)) {
    what.formula = "-C/(k (vt - vr) + 2 b)";
    what.condition = "k (vt - vr) + 2 b < 0";
    substituted = negative(readable(cell.C) + "/(" + Terms(cell).leak + " + 2·" + factor(cell.b) + ")");
    reason.text = "k (vt - vr) + 2 b is not below 0, so v alone does not decay.";
  } else if (below) {
    what.formula = "-C/(k (vt - vr))";
    what.condition = "vt < vr";
    substituted = negative(substituted);
  }
  list.add(std::move(what), slope > 0 ? std::optional(cell.C / slope) : std::nullopt, std::move(substituted), reason);
}

void add_conductances(Forms& list, const Cell& cell) {
  const Terms with(cell);
  const double conductance = input_conductance(cell);
  // With w = v - vr of the rest, the slope of I = (k p + b) w - k w²; the saddle has the opposite one.
  const bool below = rest_state(cell).v < cell.vr;
  const char* formula =
      moves(cell) ? (below ? "-(b + k (vt - vr))" : "b + k (vt - vr)") : (below ? "-(k (vt - vr))" : "k (vt - vr)");
  list.add(named("input_conductance", "Input conductance", "g", "nS", formula, "", "rest",
                 "Steady change of current per change of v near rest."),
           conductance, below ? negative(in_brackets(with.conductance)) : with.conductance, {"", ""});

  const Reason no_rest{"no_rest", moves(cell) ? "b + k (vt - vr) is 0: without a current, rest and saddle are one."
                                              : "k (vt - vr) is 0: without a current, rest and saddle are one."};
  const auto per_conductance = [&](double x) {
    return conductance > 0 ? std::optional(x / conductance) : std::nullopt;
  };
  list.add(named("input_resistance", "Input resistance", "R", "MΩ", "1/g", "g > 0", "rest",
                 "Steady change of v per change of current near rest."),
           per_conductance(1000), "1/(" + readable(conductance) + " nS)", no_rest);
  add_passive(list, cell, below);
  list.add(named("membrane_time_constant", "Membrane time constant", "C R", "ms", "C/g", "g > 0", "rest",
                 "The textbook product of capacitance and input resistance."),
           per_conductance(cell.C), readable(cell.C) + "/" + factor(conductance), no_rest);
}

/// A number within a formula, from which its value can be worked out again: six significant digits.
std::string within_formula(double x) { return rounded(x, 6); }

/// -1/λ of one real eigenvalue.
void add_decay(Forms& list, ClosedForm what, double eigenvalue) {
  const Reason reason = eigenvalue > 0
                            ? Reason{"grows", "This eigenvalue is positive: rest is not stable."}
                            : Reason{"no_decay", "This eigenvalue is 0: nothing drives that direction back."};
  list.add(std::move(what), eigenvalue < 0 ? std::optional(-1 / eigenvalue) : std::nullopt,
           "-1/(" + within_formula(eigenvalue) + ")", reason);
}

void add_eigenvalues(Forms& list, const Cell& cell) {
  const auto [vv, vu, uv, uu] = jacobian(cell, rest_state(cell).v);
  const double trace = vv + uu, det = vv * uu - vu * uv;
  const double discriminant = trace * trace / 4 - det;
  ClosedForm fast = named("fast_time_constant", "Fast time constant", "τ₁", "ms", "-1/λ₁", "", "rest",
                          "The faster of the two decays back to rest.");
  ClosedForm slow = named("slow_time_constant", "Slow time constant", "τ₂", "ms", "-1/λ₂", "", "rest",
                          "The slower of the two decays back to rest.");
  if (discriminant < 0) {
    const Reason rings{
        "rings", "The eigenvalues at rest are complex: the cell rings, and has one time constant and a frequency."};
    list.add(fast, {}, "", rings);
    list.add(slow, {}, "", rings);
    list.add(named("ring_time_constant", "Decay of the ringing", "τ", "ms", "-1/Re λ", "", "rest",
                   "The time constant with which the ringing around rest decays."),
             trace < 0 ? std::optional(-2 / trace) : std::nullopt, "-1/(" + within_formula(trace / 2) + ")",
             {"unstable", "Rest is not stable: a small disturbance grows."});
    const double turn = std::sqrt(-discriminant);
    list.add(named("ring_frequency", "Frequency of the ringing", "f", "Hz", "1000 |Im λ|/2π", "", "rest",
                   "The frequency of the ringing around rest."),
             1000 * turn / two_pi, "1000·" + within_formula(turn) + "/2π", {"", ""});
    return;
  }
  // The root of larger magnitude has no cancellation; the other follows from the product of the two.
  const double root = std::sqrt(discriminant);
  const double larger = trace / 2 + (trace < 0 ? -root : root);
  const double smaller = larger == 0 ? 0 : det / larger;
  add_decay(list, fast, larger);
  add_decay(list, slow, smaller);
}

}  // namespace

std::vector<ClosedForm> closed_forms(const Cell& cell) {
  require("closed_forms", cell);
  Forms list;
  add_bifurcations(list, cell);
  add_parabola_and_focus(list, cell);
  add_conductances(list, cell);
  add_eigenvalues(list, cell);
  return std::move(list.all);
}

Verdict integrator_or_resonator(const Cell& cell) {
  require("integrator_or_resonator", cell);
  const std::string b = "b = " + readable(cell.b) + " nS";
  if (!(input_conductance(cell) > 0))
    return {"neither", "Neither",
            moves(cell) ? "b + k (vt - vr) is 0: without a current, rest and saddle are one."
                        : "k (vt - vr) is 0: without a current, rest and saddle are one."};
  if (!moves(cell))
    return {"integrator", "Integrator",
            "With a = 0, u never moves: rest cannot ring, and is lost at the saddle-node, I_SN = " +
                located(saddle_node_current(cell)) + " pA."};
  const std::optional<FocusRange> focus = focus_currents(cell);
  if (!focus)
    return {"integrator", "Integrator",
            b + " is not above 0, so rest never rings: it stays a node until it is lost at the saddle-node, I_SN = " +
                located(saddle_node_current(cell)) + " pA."};
  const std::optional<double> hopf = andronov_hopf_current(cell);
  const std::string a_C = "a C = " + located(cell.a * cell.C) + " nS";
  return {"resonator", "Resonator",
          b + " is above 0, so rest rings from " + located(focus->from) + " pA on" +
              (hopf ? ", and b is above " + a_C + ": rest is lost by ringing, at I_H = " + located(*hopf) +
                          " pA, before the saddle-node."
                    : ". But b is not above " + a_C +
                          ": it is lost at the saddle-node, I_SN = " + located(saddle_node_current(cell)) + " pA.")};
}

}  // namespace izh
