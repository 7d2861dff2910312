// core/solve/sides.hpp: both polynomials of a piece side by side, in one vector: the same numbers in half the time.
#pragma once

#include "core/solve/lanes.hpp"
#include "core/solve/piece.hpp"

namespace izh {

class Sides {
 public:
  using Both = taylor::Lanes<2>;

  Sides() = default;
  explicit Sides(const Piece<taylor::order>& piece) {
    for (int n = 0; n <= taylor::order; ++n) series_[n] = Both(Both::Numbers{piece.z[n], piece.q[n]});
  }

  /// z and q, x after the piece began.
  Both at(double x) const { return taylor::evaluate<taylor::order>(series_, Both(Both::Numbers{x, x})); }

 private:
  Both series_[taylor::order + 1];
};

// One of each, in sides.cpp.
extern template taylor::Lanes<2> taylor::evaluate<taylor::order, taylor::Lanes<2>>(
    const taylor::Lanes<2> (&c)[taylor::order + 1], taylor::Lanes<2> x);

}  // namespace izh
