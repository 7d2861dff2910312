// core/solve/sides.hpp: both polynomials of a piece side by side, in one vector: the same numbers in half the time.
#pragma once

#include <utility>

#include "core/model/cell.hpp"
#include "core/solve/lanes.hpp"
#include "core/solve/normal_form.hpp"
#include "core/solve/piece.hpp"

namespace izh {

class Sides {
 public:
  using Both = taylor::Lanes<2>;

  Sides() = default;
  explicit Sides(const Piece<taylor::order>& piece) {
    for (int n = 0; n <= taylor::order; ++n) series_[n] = Both(Both::Numbers{piece.z[n], piece.q[n]});
  }

  /// z and q where the piece begins.
  const Both& start() const { return series_[0]; }

  /// z and q, x after the piece began.
  Both at(double x) const { return taylor::evaluate<taylor::order>(series_, Both(Both::Numbers{x, x})); }

  /// z and q at two times: the same numbers, sooner, since neither waits for the other.
  std::pair<Both, Both> at(double x, double y) const {
    taylor::PowerSum<taylor::order, Both> one(series_, Both::Numbers{x, x}), other(series_, Both::Numbers{y, y});
#ifdef __clang__  // unrolled, it would need more registers than there are
#pragma clang loop unroll(disable)
#endif
    for (const Both* c = series_ + taylor::order - 4; c != series_;) {
      c -= 4;
      one.add(c);
      other.add(c);
    }
    return {one.sum(), other.sum()};
  }

 private:
  Both series_[taylor::order + 1];
};

/// v and u of both sides, divided at once: the same numbers as those of `form.v` and `form.u`.
class Units {
 public:
  explicit Units(const NormalForm& form)
      : origin_{0, form.origin_of_q()}, unit_{form.unit_of_z(), form.unit_of_q()}, middle_(form.middle()) {}

  State of(const Sides::Both& found, double current) const {
    const Sides::Both::Numbers both = (found.x - origin_) / unit_;
    return {both[0] + middle_, both[1] + current};
  }

 private:
  Sides::Both::Numbers origin_, unit_;
  double middle_;
};

// One of each, in sides.cpp.
extern template taylor::Lanes<2> taylor::evaluate<taylor::order, taylor::Lanes<2>>(
    const taylor::Lanes<2> (&c)[taylor::order + 1], taylor::Lanes<2> x);

}  // namespace izh
