#include "core/solve/crisis.hpp"

#include <algorithm>
#include <cmath>

namespace izh {

namespace {

/// The v-nullcline's u at v = c, at which the map turns.
double turning_u(const Cell& cell, double current) {
  return cell.k * (cell.c - cell.vr) * (cell.c - cell.vt) + current;
}

}  // namespace

bool way_out(const Cell& cell, double current) {
  const Passages passages(cell, current);
  const Passage top = passages.after(turning_u(cell, current));
  return top.next == Next::spike && passages.after(top.state.u).next == Next::rest;
}

Lasting lasting(const Cell& cell, double current, const Passages& passages, double low, double high) {
  const double turning = turning_u(cell, current);
  const Passage top = passages.after(turning);
  if (top.next != Next::spike) return Lasting::unknown;
  const double highest = top.state.u, little = 1e-9 * (std::fabs(highest) + std::fabs(turning));
  // A map that does not turn between its lowest and highest values has no chaotic train.
  if (!(turning < highest && low < turning && turning < high && high <= highest + little)) return Lasting::unknown;
  const Passage bottom = passages.after(highest);
  if (bottom.next == Next::rest) return Lasting::ends;
  if (bottom.next != Next::spike) return Lasting::unknown;
  const double lowest = bottom.state.u;
  if (!(low >= lowest - little)) return Lasting::unknown;
  const Passage back = passages.after(lowest);
  if (back.next == Next::rest) return Lasting::ends;
  if (back.next != Next::spike || !(back.state.u >= lowest)) return Lasting::unknown;
  // Make sure that there is no other gap in between.
  constexpr int places = 64;
  for (int i = 1; i < places; ++i)
    if (passages.after(lowest + (highest - lowest) * i / places).next != Next::spike) return Lasting::unknown;
  return Lasting::lasts;
}

}  // namespace izh
