// core/sweep/smallest.hpp: the smallest current with which a cell fires, and the shortest step, by trying.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/model/cell.hpp"
#include "core/solve/outcome.hpp"

namespace izh {

inline constexpr double most_current = 1e5;  // pA: none above is tried
inline constexpr double longest_step = 1e5;  // ms: nor a longer step
inline constexpr double promised = 1e-6;     // pA: how near a current that is found lies to the edge
inline constexpr double edge_width = 2e-7;   // pA: how near it is sought; a fifth of what is promised

// Not as template arguments, of which each would be compiled anew: the page travels by mail and by telephone.
using FateAt = std::function<Fate(double current)>;
using Happens = std::function<bool(double value)>;
using StepsLeft = std::function<double()>;

/// A current found by search, or why there is none.
struct Smallest {
  std::optional<double> current;  // pA
  // "without" (it fires at 0), "none_below" (with none that was tried), "undecided", "runs_away"; or empty
  std::string reason_id;
  std::optional<double> runs_away_from;  // pA: the smallest current of "runs_away"
};

/// The smallest current [pA], from 0 to 1e5, from which on `cell` fires, as `fate_at` tells it while solver steps are
/// `left`. `top` is where to look first, then at its doubles; 128 parts of the range below the first that does it are
/// tried from below, or fewer of a cell that takes long, and the edge in the lowest that does it is found to 1e-6 pA.
/// At `low` or below it does not fire; at one of the currents `known` in closed form it may begin to.
Smallest smallest_current(const Cell& cell, const FateAt& fate_at, const StepsLeft& left, double top, double low = 0,
                          const std::vector<double>& known = {});

/// A current [pA] a little above that at which rest is lost, whether at the saddle-node or before it: where to look
/// first.
double rest_is_lost(const Cell& cell);

/// The same where it is likely to lie `near` another current, such as that of another method: the edge nearest to that,
/// where there is one within half of it either way, which takes far fewer tries than a search from 0 up.
Smallest smallest_near(const Cell& cell, const FateAt& fate_at, const StepsLeft& left, std::optional<double> near,
                       double top);

/// The shortest step [ms] with which `fires`, to 1e-9 of it; none where it takes more than 1e5 ms, or more solver steps
/// than are `left`.
std::optional<double> shortest_step(const Happens& fires, const StepsLeft& left);

}  // namespace izh
