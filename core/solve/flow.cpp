#include "core/solve/flow.hpp"

#include <algorithm>
#include <cmath>

namespace izh {

bool Flow::step(double most) {
  const double now = current(time_);
  if (drive_.slope == 0 && holds_still(cell_, state_, now)) {
    piece_ = {};
    piece_.z[0] = form_.z(state_.v);
    piece_.q[0] = form_.q(state_.u, now);
    sides_ = Sides(piece_);
    begin_ = time_;
    length_ = most;
    time_ += most;
    return true;
  }
  piece_.z[0] = form_.z(state_.v);
  piece_.q[0] = form_.q(state_.u, now);
  taylor::expand<order>(piece_, form_.A, form_.a, form_.forcing(now, drive_.slope));
  if (!std::isfinite(piece_.z[order]) || !std::isfinite(piece_.q[order])) return false;
  const double reach = taylor::step_length<order>(piece_, taylor::epsilon * form_.scale());
  sides_ = Sides(piece_);
  begin_ = time_;
  length_ = std::copysign(std::min(std::fabs(most), reach), most);
  state_ = at(length_);
  time_ += length_;
  return true;
}

State Flow::at(double x) const {
  const Sides::Both found = sides_.at(x);
  return {form_.v(found[0]), form_.u(found[1], current(begin_ + x))};
}

}  // namespace izh
