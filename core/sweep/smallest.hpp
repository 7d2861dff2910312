// core/sweep/smallest.hpp: the smallest current with which a cell fires, and the shortest step, found by trial.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/model/cell.hpp"
#include "core/solve/outcome.hpp"

namespace izh {

inline constexpr double most_current = 1e5;  // pA: none higher is tried
inline constexpr double longest_step = 1e5;  // ms: none longer is tried
inline constexpr double promised = 1e-6;     // pA: the promised accuracy of a current found
inline constexpr double edge_width = 2e-7;   // pA: the accuracy of the search, a fifth of that

// Not template parameters: each instantiation would add code, and the page must stay small enough to send.
using FateAt = std::function<Fate(double current)>;
using Happens = std::function<bool(double value)>;
using StepsLeft = std::function<double()>;

/// A current found by search, or why there is none.
struct Smallest {
  std::optional<double> current;  // pA
  // "without" (it fires at 0), "none_below" (at none of the currents tried), "undecided", "runs_away"; or empty
  std::string reason_id;
  std::optional<double> runs_away_from;  // pA: the smallest current of "runs_away"
};

/// The smallest current [pA], from 0 to 1e5, at which `cell` fires according to `fate_at`, while solver steps are
/// `left`. Tries `top` first, then `top` doubled repeatedly; below the first of these at which it fires, tries 128
/// parts of the range from below (fewer for a cell that takes long), and finds the edge in the lowest part that fires
/// to 1e-6 pA. The cell does not fire at `low` or below, and may begin to at one of the currents `known` in closed
/// form.
Smallest smallest_current(const Cell& cell, const FateAt& fate_at, const StepsLeft& left, double top, double low = 0,
                          const std::vector<double>& known = {});

/// A current [pA] a little above the one at which rest is lost, at the saddle-node or before it: the first to try.
double rest_is_lost(const Cell& cell);

/// The same for an edge likely to lie `near` another current, such as that of another method: the edge nearest to it if
/// there is one within half of it either way, which takes far fewer trials than a search from 0 up.
Smallest smallest_near(const Cell& cell, const FateAt& fate_at, const StepsLeft& left, std::optional<double> near,
                       double top);

/// The shortest step [ms] that `fires`, to 1e-9 of it; none if it is longer than 1e5 ms, or takes more solver steps
/// than are `left`.
std::optional<double> shortest_step(const Happens& fires, const StepsLeft& left);

}  // namespace izh
