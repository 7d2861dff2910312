// core/sweep/mark_text.hpp: what is said of the values at which something changes along a sweep.
#pragma once

#include <string>
#include <tuple>

#include "core/schema/text.hpp"

namespace izh {

/// What changes along a sweep. The values have the unit of what is swept.
namespace mark_texts {

inline constexpr Says no_rest{"sweep.no_rest"};
inline constexpr Says no_change{"sweep.no_change"};
inline constexpr Says changes{"sweep.changes", slot::texts("all")};
inline constexpr Says saddle_node{"sweep.saddle_node", slot::quantity("at", Writing::located)};
inline constexpr Says andronov_hopf{"sweep.andronov_hopf", slot::quantity("at", Writing::located)};
inline constexpr Says homoclinic{"sweep.homoclinic", slot::quantity("at", Writing::located)};
inline constexpr Says invariant_parabola{"sweep.invariant_parabola", slot::quantity("at", Writing::located)};
inline constexpr Says node_to_focus{"sweep.node_to_focus", slot::quantity("at", Writing::located)};
inline constexpr Says focus_to_node{"sweep.focus_to_node", slot::quantity("at", Writing::located)};

inline constexpr std::tuple all{no_rest,    no_change,          changes,       saddle_node,  andronov_hopf,
                                homoclinic, invariant_parabola, node_to_focus, focus_to_node};

}  // namespace mark_texts

/// The change called `id` (see Mark), at the value `at`; empty where there is no such id.
Text mark_text(const std::string& id, Quantity at);

}  // namespace izh
