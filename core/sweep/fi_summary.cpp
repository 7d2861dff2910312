#include "core/sweep/fi_summary.hpp"

#include <algorithm>
#include <utility>

#include "core/schema/require.hpp"

namespace izh {

namespace {

using Column = std::vector<double>;

void check(const char* function, const FiCurve& curve, const char* name, const Column& column,
           hard valid = any_number) {
  require(function, name, column, valid);
  require_pairs(function, name, column.size(), "current", curve.current.size());
}

double highest(const Column& column) { return column.empty() ? 0 : *std::max_element(column.begin(), column.end()); }

bool some(const Column& column) {
  return std::any_of(column.begin(), column.end(), [](double one) { return one > 0; });
}

Text note_of(const FiCurve& curve) {
  if (curve.current.empty() || some(curve.spikes)) return {};
  if (some(curve.below)) return fi_texts::slow(highest(curve.below));
  const auto count = static_cast<double>(curve.current.size());
  const bool rests = std::all_of(curve.silent.begin(), curve.silent.end(), [](double one) { return one > 0; });
  return rests ? fi_texts::silent(count) : fi_texts::no_spike_within(count, highest(curve.followed));
}

/// Whether a rate grows with the current instead of going up and down.
bool grows(const Column& rate) {
  constexpr double most = 0.2;  // of its range
  if (rate.empty()) return false;
  double fall = 0;
  for (std::size_t i = 1; i < rate.size(); ++i) fall += std::max(0.0, rate[i - 1] - rate[i]);
  const auto [low, high] = std::minmax_element(rate.begin(), rate.end());
  return fall <= most * (*high - *low);
}

std::optional<double> gain_of(const FiCurve& curve, const Column& rate, const Column& known, double from) {
  Column at, of, above;
  for (std::size_t i = 0; i < rate.size(); ++i) {
    if (!(known[i] > 0)) continue;
    at.push_back(curve.current[i]);
    of.push_back(rate[i]);
    if (curve.current[i] >= from) above.push_back(rate[i]);
  }
  return grows(above) ? gain(at, of, from) : std::nullopt;
}

}  // namespace

FiSummary fi_summary(const FiCurve& curve) {
  require("fi_summary", "current", curve.current, valid_current, "pA");
  check("fi_summary", curve, "course", curve.course);
  check("fi_summary", curve, "below", curve.below);
  check("fi_summary", curve, "spikes", curve.spikes);
  check("fi_summary", curve, "silent", curve.silent);
  check("fi_summary", curve, "followed", curve.followed);
  FiSummary found;
  found.runs_away = ranges_where(
      curve.current, [&](std::size_t i) { return curve.course[i] == static_cast<double>(Course::runs_away); });
  std::vector<Text> all;
  for (const auto& [from, to] : found.runs_away)
    all.push_back(from == to ? fi_texts::runs_away_at(from) : fi_texts::runs_away(from, to));
  found.text = together(std::move(all));
  found.note = note_of(curve);
  return found;
}

Gains gains(const FiCurve& curve, double from) {
  require("gains", "current", curve.current, valid_current, "pA");
  require("gains", "from", from, valid_current, "pA");
  check("gains", curve, "count_rate", curve.count_rate, valid_rate);
  check("gains", curve, "count_known", curve.count_known);
  check("gains", curve, "last_rate", curve.last_rate, valid_rate);
  check("gains", curve, "last_known", curve.last_known);
  check("gains", curve, "steady_rate", curve.steady_rate, valid_rate);
  check("gains", curve, "steady_known", curve.steady_known);
  return {gain_of(curve, curve.count_rate, curve.count_known, from),
          gain_of(curve, curve.last_rate, curve.last_known, from),
          gain_of(curve, curve.steady_rate, curve.steady_known, from)};
}

}  // namespace izh
