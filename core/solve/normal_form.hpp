// core/solve/normal_form.hpp: a cell in the variables of the exact solver, z and q (exact.hpp).
#pragma once

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/model/cell.hpp"

namespace izh {

/// What the solver needs to know of a cell: the normal form, its peak, its reset and the terms of its series.
class NormalForm {
 public:
  explicit NormalForm(const Cell& cell)
      : kappa_(cell.k / cell.C),
        middle_((cell.vr + cell.vt) / 2),
        P_(kappa_ * (cell.vt - cell.vr)),
        quarter_(P_ * P_ / 4),
        constant_(cell.a * (cell.b / cell.C) * P_ / 2 + cell.a * quarter_),
        per_current_(kappa_ / cell.C),
        jump_(per_current_ * cell.d),
        c_(cell.c),
        vpeak_(cell.vpeak),
        A(cell.a * cell.b / cell.C),
        a(cell.a) {}

  double z(double v) const { return kappa_ * (v - middle_); }
  double v(double z) const { return z / kappa_ + middle_; }
  double q(double u, double current) const { return per_current_ * u + quarter_ - per_current_ * current; }
  double u(double q, double current) const { return (q - quarter_) / per_current_ + current; }
  /// v and u are ({z, q} - origin) / unit + {middle, current}.
  double unit_of_z() const { return kappa_; }
  double unit_of_q() const { return per_current_; }
  double origin_of_q() const { return quarter_; }
  double middle() const { return middle_; }
  double peak() const { return z(vpeak_); }
  double after_reset() const { return z(c_); }
  double jump() const { return jump_; }

  /// F(t + x) = first + second x while I(t + x) = current + slope x.
  std::pair<double, double> forcing(double current, double slope) const {
    const double J = per_current_ * current, dJ = per_current_ * slope;
    return {constant_ - a * J - dJ, -a * dJ};
  }

  /// The scale of z that errors are relative to: half the distance from vr to vt (in z), never below the spike's own
  /// scale, and positive for every valid cell.
  double scale() const {
    return std::max(std::max(std::fabs(P_) / 2, kappa_ * 1e-3),
                    std::max(std::fabs(peak()), std::fabs(after_reset())) / 1000);
  }

 private:
  double kappa_, middle_, P_, quarter_, constant_, per_current_, jump_, c_, vpeak_;

 public:
  const double A, a;
};

}  // namespace izh
