#include "core/ask/suggestions.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "core/model/critical_currents.hpp"
#include "core/model/resolve.hpp"
#include "core/schema/merge.hpp"
#include "core/schema/require.hpp"
#include "core/schema/shape.hpp"

namespace izh {

namespace {

/// The smallest round number (1, 2 or 5 times a power of ten) at or above `size`.
double round_step(double size) {
  double step = 1e-9;
  while (step * 10 <= size) step *= 10;
  for (double factor : {1.0, 2.0, 5.0})
    if (step * factor >= size) return step * factor;
  return step * 10;
}

/// A range, and a number of points with a round step between them.
struct RoundRange {
  double from, to, points;
};

/// The range with its ends moved outwards to round numbers, and 131 to 281 points.
RoundRange rounded(double low, double high) {
  const double step = round_step((high - low) / 20);
  // A step below 1 is the reciprocal of a whole number; dividing by that gives the double nearest to the decimal
  // number: 0.35.
  const auto times = [&](double count) { return step < 1 ? count / std::round(1 / step) : count * step; };
  const double first = std::floor(low / step + 1e-9), last = std::ceil(high / step - 1e-9), steps = last - first;
  // 1, 2 and 5 stay round when divided by 10 or 20.
  return {times(first), times(last), steps * (steps < 13 ? 20 : 10) + 1};
}

const Entry& entry_of(const std::string& name) {
  const auto& entries = shape<Cell>().fields;
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& one) { return name == one.name; });
  if (found == entries.end()) throw std::invalid_argument("suggested_sweep: no parameter is called " + quoted(name));
  return *found;
}

}  // namespace

CurrentRange suggested_currents(const Experiment& experiment) {
  require("suggested_currents", experiment);
  const Corners line = corners(experiment.stimulus, experiment.duration);
  const auto [least, most] = std::minmax_element(line.current.begin(), line.current.end());
  const double low = std::max(-1e6, std::min(0.0, *least));
  const double wanted = std::max({2 * saddle_node_current(experiment.cell), 1.25 * *most, low + 1.0});
  const auto [from, to, points] = rounded(low, std::min(wanted, 1e6));
  CurrentRange range;
  range.from = std::max(from, -1e6);
  range.to = std::min(to, 1e6);
  range.points = points;
  return range;
}

Sweep suggested_sweep(const Experiment& experiment, const std::string& parameter) {
  require("suggested_sweep", experiment);
  const Corners line = corners(experiment.stimulus, experiment.duration);
  Sweep sweep;
  sweep.current = line.current.empty() ? 0.0 : line.current.back();
  if (parameter == names(Parameter::current)) {
    const CurrentRange range = suggested_currents(experiment);
    sweep.from = range.from;
    sweep.to = range.to;
    sweep.points = range.points;
    return sweep;
  }
  const Entry& entry = entry_of(parameter);
  for (std::size_t i = 1; i < choices<Parameter>; ++i)
    if (parameter == names(static_cast<Parameter>(i))) sweep.parameter = static_cast<Parameter>(i);
  const double value = *static_cast<const double*>(entry.in(&experiment.cell));
  const double half = std::fabs(value) / 2;
  const auto [from, to, points] =
      half > 0 ? rounded(value - half, value + half) : RoundRange{entry.slider.low, entry.slider.high, 201};
  sweep.from = std::max(from, entry.valid.low);
  sweep.to = std::min(to, entry.valid.high);
  sweep.points = points;
  return sweep;
}

MapRange suggested_map_range(const Cell& cell, double current, const std::vector<double>& reset_u) {
  require("suggested_map_range", cell);
  require("suggested_map_range", "current", current, valid_current, "pA");
  require("suggested_map_range", "reset_u", reset_u, any_number, "pA");
  // The first spike from rest comes with u near 0 or near the fixed point; the reset puts it d above that.
  const double lift = std::max(current, 0.0);
  double low = std::min(0.0, cell.d), high = std::max({0.0, cell.d, lift});
  for (double u : reset_u) {
    low = std::min(low, u);
    high = std::max(high, u);
  }
  const double room = std::max((high - low) / 3, 1.0);
  const auto [from, to, points] = rounded(std::max(low - room, -1e9), std::min(high + room, 1e9));
  return {std::max(from, -1e9), std::min(to, 1e9), points};
}

}  // namespace izh
