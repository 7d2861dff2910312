#include "core/solve/search.hpp"

#include "support.hpp"

namespace izh {

// Fails with: only two parts; the other side of the edge returned.
TEST_CASE("the lowest of two ranges in which something happens is found", "[search]") {
  const auto happens = [](double x) { return (x > 3 && x < 4) || x > 7; };
  const double edge = lowest(0, 10, 64, 1e-9, happens);
  CHECK_THAT(edge, WithinAbs(3, 1e-9));
  CHECK(happens(edge));
  // A search ends at neighbouring doubles.
  CHECK_THAT(bisected(0, 10, 0, [](double x) { return x > 7; }), WithinAbs(7, 1e-15));
}

}  // namespace izh
