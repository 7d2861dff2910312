// core/plane/beside_saddle.hpp: how fast orbits beside the saddle part and come together.
#pragma once

#include <optional>

#include "core/model/cell.hpp"

namespace izh {

/// The growing and the decaying eigenvalue of the saddle, in size [1/ms]: an attracting orbit can pass as near to the
/// saddle as it likes only where orbits come together faster than they part (Shilnikov's saddle value).
struct Saddle {
  double parts, gathers;
};

/// The saddle of `cell` under the steady `current` [pA], in closed form; none where there is none, u never moves (a =
/// 0), or it lies at or beyond the peak, where no orbit comes near it.
std::optional<Saddle> saddle_at(const Cell& cell, double current);

/// ms that a tenth of the distance adds to the time in which an orbit leaves the saddle: ln 10 over its growing
/// eigenvalue.
double leaving_time(const Saddle& saddle);

/// Whether a current [pA] is I* as far as doubles tell trains beside the parabola apart.
bool near_parabola(const Cell& cell, double current);

}  // namespace izh
