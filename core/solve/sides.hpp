// core/solve/sides.hpp: both polynomials of a piece at once, in vectors: at one time, or at many.
#pragma once

#include <cstddef>

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

/// z and q of `piece` at `count` times `x` [ms] after it began, ascending and within it. Terms that together stay below
/// `tolerance` are left out: early in a step few terms matter.
void evaluate_many(const Piece<taylor::order>& piece, double tolerance, const double* x, std::size_t count, double* z,
                   double* q);

// One of each, in sides.cpp.
extern template taylor::Lanes<2> taylor::evaluate<taylor::order, taylor::Lanes<2>>(
    const taylor::Lanes<2> (&c)[taylor::order + 1], taylor::Lanes<2> x);

}  // namespace izh
