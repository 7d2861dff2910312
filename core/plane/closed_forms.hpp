// core/plane/closed_forms.hpp: what follows from the nine parameters without simulation: thresholds, conductances, and
// whether the cell is an integrator or a resonator.
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "core/model/cell.hpp"
#include "core/model/critical_currents.hpp"
#include "core/schema/text.hpp"

namespace izh {

/// A number that follows from the parameters in closed form, or the reason why there is none.
struct ClosedForm {
  std::string id;  // stable name
  Text name;
  std::string symbol, unit;
  std::string formula;      // "(b + k (vt - vr))²/(4 k)"
  std::string substituted;  // the same with this cell's numbers, "(-2 + 0.7·(-40 + 60))²/(4·0.7)"; empty without value
  std::optional<double> value;
  Text condition;    // when it exists; empty if always
  std::string mark;  // what it marks in the plots: "current" (a vertical line where I is an axis), "fixed points",
                     // "parabola", "rest", or nothing
  Text text;         // what it means
  Text reason;       // why there is no value; empty when there is one
};

template <>
inline constexpr auto fields<ClosedForm> = std::tuple{
    words(&ClosedForm::id, "id", "Stable name."),
    said(&ClosedForm::name, "name", "Name."),
    words(&ClosedForm::symbol, "symbol", "Symbol."),
    words(&ClosedForm::unit, "unit", "Unit."),
    words(&ClosedForm::formula, "formula", "Closed form."),
    words(&ClosedForm::substituted, "substituted", "The same with the numbers put in."),
    result(&ClosedForm::value, "value", "", "Value, or none."),
    said(&ClosedForm::condition, "condition", "When it exists."),
    words(&ClosedForm::mark, "mark", "What it marks in the plots."),
    said(&ClosedForm::text, "text", "Meaning."),
    said(&ClosedForm::reason, "reason", "Why there is no value."),
};

/// The texts of closed_forms and integrator_or_resonator.
namespace form_texts {

// What each is called, and what it means.
inline constexpr Says saddle_node{"form.saddle_node"}, saddle_node_means{"form.saddle_node_means"};
inline constexpr Says hopf{"form.hopf"}, hopf_means{"form.hopf_means"};
inline constexpr Says period{"form.period"}, period_means{"form.period_means"};
inline constexpr Says parabola{"form.parabola"}, parabola_means{"form.parabola_means"};
inline constexpr Says focus_from{"form.focus_from"}, focus_from_means{"form.focus_from_means"};
inline constexpr Says focus_to{"form.focus_to"}, focus_to_means{"form.focus_to_means"};
inline constexpr Says conductance{"form.conductance"}, conductance_means{"form.conductance_means"};
inline constexpr Says resistance{"form.resistance"}, resistance_means{"form.resistance_means"};
inline constexpr Says passive{"form.passive"}, passive_means{"form.passive_means"};
inline constexpr Says membrane{"form.membrane"}, membrane_means{"form.membrane_means"};
inline constexpr Says fast{"form.fast"}, fast_means{"form.fast_means"};
inline constexpr Says slow{"form.slow"}, slow_means{"form.slow_means"};
inline constexpr Says ring_decay{"form.ring_decay"}, ring_decay_means{"form.ring_decay_means"};
inline constexpr Says ring_rate{"form.ring_rate"}, ring_rate_means{"form.ring_rate_means"};
// The meaning where the resting state reaches vpeak first.
inline constexpr Says up_to_peak{"form.up_to_peak", slot::text("means"), slot::located("current", "pA")};
// When they exist.
inline constexpr Says if_hopf{"form.if_hopf"};          // a > 0 and b > a C
inline constexpr Says if_parabola{"form.if_parabola"};  // a > 0 and b > a C/2
inline constexpr Says if_rings{"form.if_rings"};        // a > 0 and b > 0
inline constexpr Says if_conducts{"form.if_conducts"};  // g > 0
inline constexpr Says if_above{"form.if_above"};        // vt > vr
inline constexpr Says if_below{"form.if_below"};        // vt < vr
inline constexpr Says if_decays{"form.if_decays"};      // k (vt - vr) + 2 b < 0
// Why there is no value.
inline constexpr Says still{"form.still"};  // a = 0: no oscillation
inline constexpr Says no_hopf{"form.no_hopf", slot::chosen("b", "nS"), slot::located("bound", "nS")};
inline constexpr Says still_parabola{"form.still_parabola"};
inline constexpr Says no_parabola{"form.no_parabola", slot::chosen("b", "nS"), slot::located("bound", "nS")};
inline constexpr Says never_rings{"form.never_rings", slot::chosen("b", "nS")};
inline constexpr Says not_above{"form.not_above"};  // vt is not above vr
inline constexpr Says no_decay{"form.no_decay"};    // k (vt - vr) + 2 b is not below 0
inline constexpr Says no_rest{"form.no_rest"};      // rest and saddle coincide
inline constexpr Says no_rest_v{"form.no_rest_v"};  // the same for v alone
inline constexpr Says grows{"form.grows"};          // a positive eigenvalue
inline constexpr Says no_return{"form.no_return"};  // an eigenvalue of 0
inline constexpr Says rings{"form.rings"};          // complex eigenvalues
inline constexpr Says unstable{"form.unstable"};
// Verdicts and their reasons.
inline constexpr Says integrator{"form.integrator"}, resonator{"form.resonator"}, neither{"form.neither"};
inline constexpr Says still_rest{"form.still_rest", slot::located("saddle_node", "pA")};
inline constexpr Says node_to_end{"form.node_to_end", slot::chosen("b", "nS"), slot::located("saddle_node", "pA")};
inline constexpr Says lost_ringing{"form.lost_ringing", slot::chosen("b", "nS"), slot::located("from", "pA"),
                                   slot::located("bound", "nS"), slot::located("hopf", "pA")};
inline constexpr Says lost_at_fold{"form.lost_at_fold", slot::chosen("b", "nS"), slot::located("from", "pA"),
                                   slot::located("bound", "nS"), slot::located("saddle_node", "pA")};

inline constexpr std::tuple all{saddle_node,    saddle_node_means,
                                hopf,           hopf_means,
                                period,         period_means,
                                parabola,       parabola_means,
                                focus_from,     focus_from_means,
                                focus_to,       focus_to_means,
                                conductance,    conductance_means,
                                resistance,     resistance_means,
                                passive,        passive_means,
                                membrane,       membrane_means,
                                fast,           fast_means,
                                slow,           slow_means,
                                ring_decay,     ring_decay_means,
                                ring_rate,      ring_rate_means,
                                up_to_peak,     if_hopf,
                                if_parabola,    if_rings,
                                if_conducts,    if_above,
                                if_below,       if_decays,
                                still,          no_hopf,
                                still_parabola, no_parabola,
                                never_rings,    not_above,
                                no_decay,       no_rest,
                                no_rest_v,      grows,
                                no_return,      rings,
                                unstable,       integrator,
                                resonator,      neither,
                                still_rest,     node_to_end,
                                lost_ringing,   lost_at_fold};

}  // namespace form_texts

/// In this order: saddle_node_current, andronov_hopf_current, hopf_period (at I_H), invariant_parabola_current,
/// focus_from, focus_to, input_conductance, input_resistance, passive_time_constant, membrane_time_constant, and the
/// two time constants at rest (fast_time_constant, slow_time_constant; if the resting state is a focus:
/// ring_time_constant, ring_frequency, and the first two without a value). "At rest" means at `rest_state`. All exact
/// up to rounding.
std::vector<ClosedForm> closed_forms(const Cell& cell);

/// A verdict and its reason.
struct Verdict {
  std::string id;  // "integrator", "resonator", "neither"
  Text name, reason;
};

template <>
inline constexpr auto fields<Verdict> = std::tuple{
    words(&Verdict::id, "id", "Stable name."),
    said(&Verdict::name, "name", "Name."),
    said(&Verdict::reason, "reason", "Why."),
};

/// Integrator: the resting state is lost at the saddle-node and is a node up to it (b <= 0, or the focus range is
/// empty). Resonator: the resting state is a focus below threshold (b > 0), and with b > a C it is lost at the Hopf
/// point. Neither: rest and saddle coincide at I = 0 (b + k (vt - vr) = 0).
Verdict integrator_or_resonator(const Cell& cell);

}  // namespace izh
