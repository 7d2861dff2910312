#include "core/plane/closed_forms.hpp"

#include <cmath>

#include "core/model/resolve.hpp"

namespace izh {

namespace {

namespace say = form_texts;

constexpr double two_pi = 6.283185307179586;

bool moves(const Cell& cell) { return cell.a > 0; }

// --- substituting numbers into formulas

std::string minus(double x) { return x < 0 ? " + " + readable(-x) : " - " + readable(x); }

// Built up piece by piece: g++ 12 warns spuriously (-Wrestrict) about some sums that begin with a literal.

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

/// A list of closed forms, each with its value or the reason why there is none.
class Forms {
 public:
  void add(ClosedForm what, std::optional<double> value, std::string substituted, Text reason) {
    if (value && std::isfinite(*value)) {
      what.value = value;
      what.substituted = std::move(substituted);
    } else {
      what.reason = std::move(reason);
    }
    all.push_back(std::move(what));
  }

  std::vector<ClosedForm> all;
};

ClosedForm named(const char* id, Text name, const char* symbol, const char* unit, const char* formula, Text condition,
                 const char* mark, Text means) {
  return {id, std::move(name), symbol, unit, formula, "", {}, std::move(condition), mark, std::move(means), {}};
}

void add_bifurcations(Forms& list, const Cell& cell) {
  const Terms with(cell);
  const std::optional<double> at_peak = rest_at_peak_current(cell);
  const auto bounded = [&](Text means) { return at_peak ? say::up_to_peak(std::move(means), *at_peak) : means; };
  list.add(named("saddle_node_current", say::saddle_node(), "I_SN", "pA",
                 moves(cell) ? "(b + k (vt - vr))²/(4 k)" : "(k (vt - vr))²/(4 k)", {}, "current",
                 bounded(say::saddle_node_means())),
           saddle_node_current(cell), with.square + "/" + with.four_k, {});

  const Text no_hopf = moves(cell) ? say::no_hopf(cell.b, cell.a * cell.C) : say::still();
  list.add(named("andronov_hopf_current", say::hopf(), "I_H", "pA", "((b + k (vt - vr))² - (b - a C)²)/(4 k)",
                 say::if_hopf(), "current", bounded(say::hopf_means())),
           andronov_hopf_current(cell),
           "(" + with.square + " - (" + with.b + " - " + with.relaxation + ")²)/" + with.four_k, no_hopf);
  std::optional<double> period;
  if (moves(cell) && (cell.b - cell.a * cell.C) > 0)
    period = two_pi * std::sqrt(cell.C / (cell.a * (cell.b - cell.a * cell.C)));
  list.add(named("hopf_period", say::period(), "T_H", "ms", "2π √(C/(a (b - a C)))", say::if_hopf(), "",
                 say::period_means()),
           period,
           "2π·√(" + readable(cell.C) + "/(" + readable(cell.a) + "·(" + with.b + " - " + with.relaxation + ")))",
           no_hopf);
}

void add_parabola_and_focus(Forms& list, const Cell& cell) {
  const Terms with(cell);
  list.add(named("invariant_parabola_current", say::parabola(), "I*", "pA", "((b + k (vt - vr))² - (b - a C/2)²)/(4 k)",
                 say::if_parabola(), "parabola", say::parabola_means()),
           invariant_parabola_current(cell),
           "(" + with.square + " - (" + with.b + " - " + with.relaxation + "/2)²)/" + with.four_k,
           moves(cell) ? say::no_parabola(cell.b, cell.a * cell.C / 2) : say::still_parabola());

  const std::optional<FocusRange> focus = focus_currents(cell);
  const Text no_focus = moves(cell) ? say::never_rings(cell.b) : say::still();
  const auto end = [&](const char* sign) {
    return "(" + with.square + " - (√" + with.b + sign + "√(" + with.relaxation + "))⁴)/" + with.four_k;
  };
  std::optional<double> from, to;
  if (focus) {
    from = focus->from;
    to = focus->to;
  }
  list.add(named("focus_from", say::focus_from(), "I", "pA", "((b + k (vt - vr))² - (√b + √(a C))⁴)/(4 k)",
                 say::if_rings(), "fixed points", say::focus_from_means()),
           from, end(" + "), no_focus);
  list.add(named("focus_to", say::focus_to(), "I", "pA", "((b + k (vt - vr))² - (√b - √(a C))⁴)/(4 k)", say::if_rings(),
                 "fixed points", say::focus_to_means()),
           to, end(" - "), no_focus);
}

/// C over the slope of the membrane current k w (p - w) at rest: k p at w = 0, and -(k p + 2 b) at w = p + b/k.
void add_passive(Forms& list, const Cell& cell, bool below) {
  const double leak = cell.k * (cell.vt - cell.vr), b = moves(cell) ? cell.b : 0;
  const double slope = below ? -(leak + 2 * b) : leak;
  ClosedForm what = named("passive_time_constant", say::passive(), "τ₀", "ms", "C/(k (vt - vr))", say::if_above(),
                          "rest", say::passive_means());
  std::string substituted = readable(cell.C) + "/(" + Terms(cell).leak + ")";
  Text reason = say::not_above();
  if (below && moves(cell)) {
    what.formula = "-C/(k (vt - vr) + 2 b)";
    what.condition = say::if_decays();
    substituted = negative(readable(cell.C) + "/(" + Terms(cell).leak + " + 2·" + factor(cell.b) + ")");
    reason = say::no_decay();
  } else if (below) {
    what.formula = "-C/(k (vt - vr))";
    what.condition = say::if_below();
    substituted = negative(substituted);
  }
  list.add(std::move(what), slope > 0 ? std::optional(cell.C / slope) : std::nullopt, std::move(substituted), reason);
}

void add_conductances(Forms& list, const Cell& cell) {
  const Terms with(cell);
  const double conductance = input_conductance(cell);
  // The slope of I = (k p + b) w - k w² at the resting state, w = v - vr; at the saddle it is the opposite.
  const bool below = rest_state(cell).v < cell.vr;
  const char* formula =
      moves(cell) ? (below ? "-(b + k (vt - vr))" : "b + k (vt - vr)") : (below ? "-(k (vt - vr))" : "k (vt - vr)");
  list.add(named("input_conductance", say::conductance(), "g", "nS", formula, {}, "rest", say::conductance_means()),
           conductance, below ? negative(in_brackets(with.conductance)) : with.conductance, {});

  const Text no_rest = moves(cell) ? say::no_rest() : say::no_rest_v();
  const auto per_conductance = [&](double x) {
    return conductance > 0 ? std::optional(x / conductance) : std::nullopt;
  };
  list.add(named("input_resistance", say::resistance(), "R", "MΩ", "1/g", say::if_conducts(), "rest",
                 say::resistance_means()),
           per_conductance(1000), "1/(" + readable(conductance) + " nS)", no_rest);
  add_passive(list, cell, below);
  list.add(named("membrane_time_constant", say::membrane(), "C R", "ms", "C/g", say::if_conducts(), "rest",
                 say::membrane_means()),
           per_conductance(cell.C), readable(cell.C) + "/" + factor(conductance), no_rest);
}

/// A number within a formula, from which its value can be worked out again: six significant digits.
std::string within_formula(double x) { return rounded(x, 6); }

/// -1/λ for one real eigenvalue.
void add_decay(Forms& list, ClosedForm what, double eigenvalue) {
  list.add(std::move(what), eigenvalue < 0 ? std::optional(-1 / eigenvalue) : std::nullopt,
           "-1/(" + within_formula(eigenvalue) + ")", eigenvalue > 0 ? say::grows() : say::no_return());
}

void add_eigenvalues(Forms& list, const Cell& cell) {
  const auto [vv, vu, uv, uu] = jacobian(cell, rest_state(cell).v);
  const double trace = vv + uu, det = vv * uu - vu * uv;
  const double discriminant = trace * trace / 4 - det;
  ClosedForm fast = named("fast_time_constant", say::fast(), "τ₁", "ms", "-1/λ₁", {}, "rest", say::fast_means());
  ClosedForm slow = named("slow_time_constant", say::slow(), "τ₂", "ms", "-1/λ₂", {}, "rest", say::slow_means());
  if (discriminant < 0) {
    list.add(fast, {}, "", say::rings());
    list.add(slow, {}, "", say::rings());
    list.add(named("ring_time_constant", say::ring_decay(), "τ", "ms", "-1/Re λ", {}, "rest", say::ring_decay_means()),
             trace < 0 ? std::optional(-2 / trace) : std::nullopt, "-1/(" + within_formula(trace / 2) + ")",
             say::unstable());
    const double turn = std::sqrt(-discriminant);
    list.add(named("ring_frequency", say::ring_rate(), "f", "Hz", "1000 |Im λ|/2π", {}, "rest", say::ring_rate_means()),
             1000 * turn / two_pi, "1000·" + within_formula(turn) + "/2π", {});
    return;
  }
  // The root of larger magnitude has no cancellation; the other follows from their product.
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
  const double fold = saddle_node_current(cell);
  if (!(input_conductance(cell) > 0))
    return {"neither", say::neither(), moves(cell) ? say::no_rest() : say::no_rest_v()};
  if (!moves(cell)) return {"integrator", say::integrator(), say::still_rest(fold)};
  const std::optional<FocusRange> focus = focus_currents(cell);
  if (!focus) return {"integrator", say::integrator(), say::node_to_end(cell.b, fold)};
  const std::optional<double> hopf = andronov_hopf_current(cell);
  const double bound = cell.a * cell.C;
  return {"resonator", say::resonator(),
          hopf ? say::lost_ringing(cell.b, focus->from, bound, *hopf)
               : say::lost_at_fold(cell.b, focus->from, bound, fold)};
}

}  // namespace izh
