#include "core/sweep/swept_firing.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/schema/require.hpp"

namespace izh {

namespace {

double middle(const Edge& edge) { return edge.low + (edge.high - edge.low) / 2; }

/// One direction of a sweep, lowest value first.
struct Direction {
  Direction(const std::vector<double>& value, const std::vector<double>& rate, const std::vector<double>& edges,
            const std::vector<double>& without) {
    if (value.size() != rate.size() || edges.size() % 3 != 0)
      throw std::invalid_argument("swept_firing: needs one rate for each value and three numbers for each edge");
    known = !value.empty();
    if (!known) return;
    const auto [lowest, highest] = std::minmax_element(value.begin(), value.end());
    low = *lowest;
    high = *highest;
    bottom = {low, low, 1};
    top = {high, high, 1};
    for (double other : without) {
      if (other < low && (bottom.end > 0 || other > bottom.low)) bottom = {other, low, 0};
      if (other > high && (top.end > 0 || other < top.high)) top = {high, other, 0};
    }
    fires_at_low = rate[static_cast<std::size_t>(lowest - value.begin())] > 0;
    for (std::size_t i = 0; i < edges.size(); i += 3) changes.push_back({edges[i], edges[i + 1], 0});
    std::sort(changes.begin(), changes.end(), [](const Edge& one, const Edge& other) { return one.low < other.low; });
  }

  bool fires(double value) const {
    const auto below =
        std::count_if(changes.begin(), changes.end(), [&](const Edge& edge) { return middle(edge) < value; });
    return fires_at_low != (below % 2 == 1);
  }
  bool ever() const { return fires_at_low || !changes.empty(); }
  bool always() const { return fires_at_low && changes.empty(); }

  Edge first() const { return fires_at_low ? bottom : changes.front(); }
  Edge last() const { return fires(high) ? top : changes.back(); }

  bool known = false, fires_at_low = false;
  double low = 0, high = 0;
  Edge bottom, top;  // where what has a rate begins and ends
  std::vector<Edge> changes;
};

/// Replaces edges of `other` by those of `one` that they coincide with.
void join(const Direction& one, Direction& other) {
  for (Edge& edge : other.changes)
    for (const Edge& same : one.changes) {
      const double apart = std::max(edge.low - same.high, same.low - edge.high);
      if (apart <= 1e-7 * std::max(std::fabs(edge.low), std::fabs(same.low))) edge = same;
    }
}

std::vector<BistableRange> bistable(const Direction& up, const Direction& down) {
  const double low = std::max(up.low, down.low), high = std::min(up.high, down.high);
  std::vector<Edge> ends{up.low > down.low ? up.bottom : down.bottom};
  for (const Direction* one : {&up, &down})
    for (const Edge& edge : one->changes)
      if (middle(edge) > low && middle(edge) < high) ends.push_back(edge);
  ends.push_back(up.high < down.high ? up.top : down.top);
  std::sort(ends.begin(), ends.end(), [](const Edge& one, const Edge& other) { return middle(one) < middle(other); });
  std::vector<BistableRange> ranges;
  bool open = false;
  for (std::size_t i = 1; i < ends.size(); ++i) {
    const double left = middle(ends[i - 1]), right = middle(ends[i]), between = left + (right - left) / 2;
    if (!(right > left)) continue;
    const bool differ = up.fires(between) != down.fires(between);
    if (differ && !open) ranges.push_back({ends[i - 1], ends[i]});
    if (differ) ranges.back().to = ends[i];
    open = differ;
  }
  return ranges;
}

}  // namespace

SweptFiring swept_firing(const std::vector<double>& up_value, const std::vector<double>& up_rate,
                         const std::vector<double>& up_edges, const std::vector<double>& down_value,
                         const std::vector<double>& down_rate, const std::vector<double>& down_edges,
                         const std::vector<double>& up_without, const std::vector<double>& down_without) {
  require("swept_firing", "up_value", up_value, any_number, "", 4000);
  require("swept_firing", "up_rate", up_rate, any_number, "Hz", 4000);
  require("swept_firing", "up_edges", up_edges);
  require("swept_firing", "down_value", down_value, any_number, "", 4000);
  require("swept_firing", "down_rate", down_rate, any_number, "Hz", 4000);
  require("swept_firing", "down_edges", down_edges);
  require("swept_firing", "up_without", up_without, any_number, "", 4000);
  require("swept_firing", "down_without", down_without, any_number, "", 4000);
  const Direction up(up_value, up_rate, up_edges, up_without);
  Direction down(down_value, down_rate, down_edges, down_without);
  join(up, down);
  SweptFiring found;
  if (up.known) {
    found.upwards = FiresUpwards::rests;
    if (up.fires_at_low)
      found.upwards = FiresUpwards::from_the_start;
    else if (up.ever())
      found.upwards = up.changes.size() == 1 ? FiresUpwards::from : FiresUpwards::first_at;
    if (up.ever()) found.begins = up.first();
  }
  if (!up.known && !down.known) return found;
  const bool ever = up.ever() || down.ever();
  const bool always = (up.always() || !up.known) && (down.always() || !down.known);
  found.where = always ? FiresWhere::everywhere : ever ? FiresWhere::somewhere : FiresWhere::nowhere;
  bool some = false;
  for (const Direction* one : {&up, static_cast<const Direction*>(&down)}) {
    if (!one->known || !one->ever()) continue;
    const Edge first = one->first(), last = one->last();
    if (!some || middle(first) < middle(found.from)) found.from = first;
    if (!some || middle(last) > middle(found.to)) found.to = last;
    some = true;
  }
  if (up.known && down.known) found.bistable = bistable(up, down);
  return found;
}

}  // namespace izh
