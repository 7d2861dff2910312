// core/plane/closed_forms.hpp: what follows from the nine parameters without running the cell: thresholds,
// conductances, and whether the cell integrates or resonates.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/cell.hpp"
#include "core/model/critical_currents.hpp"

namespace izh {

/// A number that follows from the parameters in closed form, or the reason why there is none.
struct ClosedForm {
  std::string id;  // stable: names the text in other languages
  std::string name, symbol, unit;
  std::string formula;      // "(b + k (vt - vr))²/(4 k)"
  std::string substituted;  // the same with this cell's numbers, "(-2 + 0.7·(-40 + 60))²/(4·0.7)"; empty without value
  std::optional<double> value;
  std::string condition;  // when it exists: "b > a C", empty for always
  std::string mark;       // what it marks in the plots: "current" (a vertical line where I is an axis), "fixed points",
                          // "parabola", "rest", or nothing
  std::string text;       // what it means
  std::string reason_id, reason;  // why there is no value; empty when there is one
};

template <>
inline constexpr auto fields<ClosedForm> = std::tuple{
    words(&ClosedForm::id, "id", "Stable name."),
    words(&ClosedForm::name, "name", "Name."),
    words(&ClosedForm::symbol, "symbol", "Symbol."),
    words(&ClosedForm::unit, "unit", "Unit."),
    words(&ClosedForm::formula, "formula", "Closed form."),
    words(&ClosedForm::substituted, "substituted", "The same with the numbers put in."),
    result(&ClosedForm::value, "value", "", "Value, or none."),
    words(&ClosedForm::condition, "condition", "When it exists."),
    words(&ClosedForm::mark, "mark", "What it marks in the plots."),
    words(&ClosedForm::text, "text", "Meaning."),
    words(&ClosedForm::reason_id, "reason_id", "Stable name of the reason why there is no value."),
    words(&ClosedForm::reason, "reason", "Why there is no value."),
};

/// In this order: saddle_node_current, andronov_hopf_current, hopf_period (at I_H), invariant_parabola_current,
/// focus_from, focus_to, input_conductance, input_resistance, passive_time_constant, membrane_time_constant, and the
/// two time constants at rest (fast_time_constant, slow_time_constant; where rest rings: ring_time_constant,
/// ring_frequency, and the first two without a value). "At rest" is at `rest_state`. All exact up to rounding.
std::vector<ClosedForm> closed_forms(const Cell& cell);

/// A judgement with the reason for it.
struct Verdict {
  std::string id;    // "integrator", "resonator", "neither"
  std::string name;  // "Resonator"
  std::string reason;
};

template <>
inline constexpr auto fields<Verdict> = std::tuple{
    words(&Verdict::id, "id", "Stable name."),
    words(&Verdict::name, "name", "Name."),
    words(&Verdict::reason, "reason", "Why."),
};

/// Integrator: rest is lost at the saddle-node and is a node until it (b <= 0, or the focus range is empty).
/// Resonator: rest rings below threshold (b > 0), and with b > a C it is lost at the Hopf point. Neither where rest
/// and saddle are one without a current (b + k (vt - vr) = 0).
Verdict integrator_or_resonator(const Cell& cell);

}  // namespace izh
