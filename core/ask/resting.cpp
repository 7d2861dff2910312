#include "core/ask/resting.hpp"

#include "core/model/resolve.hpp"

namespace izh {

Resting resting(const Cell& cell) {
  namespace say = resting_texts;
  require("resting", cell);
  const double v = rest_state(cell).v;
  if (v == cell.vr) return {};
  return {cell.a == 0 ? say::without_recovery(v) : say::below_saddle(v)};
}

}  // namespace izh
