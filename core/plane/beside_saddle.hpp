// core/plane/beside_saddle.hpp: how fast orbits near the saddle diverge and converge.
#pragma once

#include <optional>

#include "core/model/cell.hpp"

namespace izh {

/// The magnitudes [1/ms] of the saddle's growing and decaying eigenvalues. An attracting orbit can pass arbitrarily
/// close to the saddle only where orbits converge faster than they diverge (Shilnikov's saddle value).
struct Saddle {
  double parts, gathers;
};

/// The saddle of `cell` under the steady `current` [pA], in closed form. None if there is no saddle, if a = 0 (u then
/// never changes between spikes), or if the saddle lies at or beyond vpeak, where no orbit comes near it.
std::optional<Saddle> saddle_at(const Cell& cell, double current);

/// How much longer [ms] an orbit takes to leave the saddle for every tenfold decrease of its distance from it: ln 10
/// over the growing eigenvalue.
double leaving_time(const Saddle& saddle);

/// Whether a current [pA] is within 1e-8 pA of I*, too close for doubles to tell trains near the parabola apart.
bool near_parabola(const Cell& cell, double current);

}  // namespace izh
