#include "core/ask/resting.hpp"

#include "support.hpp"
#include "told.hpp"

namespace izh {

// The lower of the two fixed points is at min(vr, vt + b/k), or with a = 0 at min(vr, vt).
// Fails with: b counted where u does not move; said of a cell that rests at vr.
TEST_CASE("it is said where a cell rests if that is not at vr", "[resting]") {
  Cell cell = regular_spiking;  // k = 0.7 nS/mV, vr = -60 mV, vt = -40 mV
  CHECK(resting(cell).text.empty());
  cell.b = -21;  // vt + b/k = -40 - 30 mV
  CHECK(told(resting(cell).text) == "resting.below_saddle(v=-70 mV)");
  cell.a = 0;
  CHECK(resting(cell).text.empty());
  cell.vt = -65;
  CHECK(told(resting(cell).text) == "resting.without_recovery(v=-65 mV)");
  cell.vr = std::numeric_limits<double>::infinity();
  CHECK_THROWS_AS(resting(cell), std::invalid_argument);
}

}  // namespace izh
