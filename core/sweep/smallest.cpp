#include "core/sweep/smallest.hpp"

#include <algorithm>
#include <cmath>

#include "core/model/critical_currents.hpp"
#include "core/solve/firing.hpp"
#include "core/solve/search.hpp"

namespace izh {

namespace {

constexpr int parts = 128;  // of the range, in which to find the lowest edge

bool happens(Fate fate) { return fate == Fate::fires_on || fate == Fate::runs_away; }

/// The edge nearest to `near`, which is above 0, if there is one within half of it either way.
std::optional<double> edge_near(double near, const Happens& happens) {
  double low = near, high = near, part = 1e-4;
  if (happens(near)) {
    do {
      high = low;
      low = near * (1 - part);
      part *= 4;
    } while (happens(low) && part < 0.5);
    if (happens(low)) return std::nullopt;
  } else {
    do {
      low = high;
      high = near * (1 + part);
      part *= 4;
    } while (!happens(high) && part < 0.5);
    if (!happens(high)) return std::nullopt;
  }
  return bisected(low, high, edge_width, happens);
}

}  // namespace

Smallest smallest_current(const Cell& cell, const FateAt& fate_at, const StepsLeft& left, double top, double low,
                          const std::vector<double>& known) {
  if (low == 0 && fate_at(0) == Fate::fires_on) return {{}, "without", {}};
  top = std::min(std::max(top, low), most_current);
  Fate fate = fate_at(top);
  while (!happens(fate) && top < most_current) {
    top = std::min(2 * top, most_current);
    fate = fate_at(top);
  }
  if (fate == Fate::rests) return {{}, "none_below", {}};
  if (fate == Fate::undecided) return {{}, "undecided", {}};
  const double before = left();
  fate_at(low + (top - low) / 2);
  // A cell that takes long at one current is tried at fewer.
  const double affordable = 0.3 * left() / std::max(1.0, before - left());
  const int of_range =
      static_cast<int>(std::ceil(std::clamp(affordable, 1.0, std::max(1.0, parts * (top - low) / top))));
  const double current = lowest(
      low, top, of_range, edge_width, [&](double tried) { return happens(fate_at(tried)); }, known, promised);
  if (can_run_away(cell) && fate_at(current + promised) == Fate::runs_away) return {{}, "runs_away", current};
  return left() > 0 ? Smallest{current, "", {}} : Smallest{{}, "undecided", {}};
}

double rest_is_lost(const Cell& cell) {
  const double current = andronov_hopf_current(cell).value_or(saddle_node_current(cell));
  return std::max(0.0, current) * (1 + 1e-12) + 1e-9;
}

Smallest smallest_near(const Cell& cell, const FateAt& fate_at, const StepsLeft& left, std::optional<double> near,
                       double top) {
  const Happens fires = [&](double current) { return fate_at(current) == Fate::fires_on; };
  if (fires(0)) return {{}, "without", {}};
  const std::optional<double> edge = near ? edge_near(*near, fires) : std::nullopt;
  if (!(left() > 0)) return {{}, "undecided", {}};
  return edge ? Smallest{edge, "", {}} : smallest_current(cell, fate_at, left, top);
}

std::optional<double> shortest_step(const Happens& fires, const StepsLeft& left) {
  double high = 1e-3;
  while (!fires(high)) {
    if (high >= longest_step || !(left() > 0)) return std::nullopt;
    high *= 2;
  }
  const double duration = bisected(0, high, 1e-9 * high, fires);
  return left() > 0 ? std::optional(duration) : std::nullopt;
}

}  // namespace izh
