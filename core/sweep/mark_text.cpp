#include "core/sweep/mark_text.hpp"

#include <utility>

namespace izh {

Text mark_text(const std::string& id, Quantity at) {
  namespace say = mark_texts;
  if (id == "saddle_node") return say::saddle_node(std::move(at));
  if (id == "andronov_hopf") return say::andronov_hopf(std::move(at));
  if (id == "homoclinic") return say::homoclinic(std::move(at));
  if (id == "invariant_parabola") return say::invariant_parabola(std::move(at));
  if (id == "node_to_focus") return say::node_to_focus(std::move(at));
  if (id == "focus_to_node") return say::focus_to_node(std::move(at));
  return {};
}

}  // namespace izh
