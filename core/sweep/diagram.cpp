#include "core/sweep/diagram.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/schema/require.hpp"

namespace izh {

namespace {

namespace say = diagram_texts;

constexpr const char* function = "diagram";
constexpr std::size_t most = 10000;  // entries of a column: a sweep has 2000 values, and a branch some more

// --- arguments ------------------------------------------------------------------------------------------------------

/// Each of the columns is finite, and as long as the values.
struct Checked {
  std::string argument;
  const std::vector<double>& value;

  void operator()(const char* name, const std::vector<double>& column) const {
    const std::string path = argument + "." + name, values = argument + ".value";
    require(function, path.c_str(), column, any_number, "", most);
    require_pairs(function, path.c_str(), column.size(), values.c_str(), value.size());
  }
};

void check(const char* name, const FixedBranch& branch) {
  const Checked checked{name, branch.value};
  checked("value", branch.value);
  checked("v", branch.v);
  checked("u", branch.u);
  checked("kind", branch.kind);
}

void check(const char* name, const SweepPart& part) {
  const Checked checked{name, part.value};
  checked("value", part.value);
  checked("rate", part.rate);
  checked("cycle", part.cycle);
  checked("burst_spikes", part.burst_spikes);
  checked("burst_gap", part.burst_gap);
  const Checked slow{name, part.slow};
  slow("slow", part.slow);
  slow("slow_below", part.slow_below);
  require(function, "runs_away", part.runs_away, any_number, "", most);
  require(function, "undecided", part.undecided, any_number, "", most);
}

// --- rows -----------------------------------------------------------------------------------------------------------

/// What is known at each value, by the row in which the value stands.
class Rows {
 public:
  explicit Rows(std::vector<double> values) : values_(std::move(values)) {
    std::sort(values_.begin(), values_.end());
    values_.erase(std::unique(values_.begin(), values_.end()), values_.end());
  }

  const std::vector<double>& values() const { return values_; }

  /// A column with `entries` at `value`, and 0 elsewhere; of two at one value the last counts.
  std::vector<double> column(const std::vector<double>& value, const std::vector<double>& entries) const {
    std::vector<double> result(values_.size());
    for (std::size_t i = 0; i < value.size(); ++i) result[row(value[i])] = entries[i];
    return result;
  }
  std::vector<double> known(const std::vector<double>& value) const {
    return column(value, std::vector<double>(value.size(), 1.0));
  }

  SweptColumn swept(const SweepPart& part) const {
    SweptColumn found{known(part.value),
                      column(part.value, part.rate),
                      column(part.slow, part.slow_below),
                      column(part.value, part.cycle),
                      column(part.value, part.burst_spikes),
                      column(part.value, part.burst_gap)};
    const auto mark = [&](const std::vector<double>& value, SweptDoes does) {
      for (double one : value) found.does[row(one)] = static_cast<double>(does);
    };
    for (std::size_t i = 0; i < part.value.size(); ++i)
      mark({part.value[i]}, part.rate[i] > 0 ? SweptDoes::fires : SweptDoes::rests);
    mark(part.runs_away, SweptDoes::runs_away);
    mark(part.slow, SweptDoes::slow);
    mark(part.undecided, SweptDoes::undecided);
    return found;
  }

 private:
  std::size_t row(double value) const {
    return static_cast<std::size_t>(std::lower_bound(values_.begin(), values_.end(), value) - values_.begin());
  }

  std::vector<double> values_;
};

DiagramRows rows_of(const FixedBranch& lower, const FixedBranch& upper, const CycleExtent& cycle, const SweepPart& up,
                    const SweepPart& down) {
  std::vector<double> all;
  const auto add = [&](const std::vector<double>& values) { all.insert(all.end(), values.begin(), values.end()); };
  for (const auto* values : {&lower.value, &upper.value, &cycle.value}) add(*values);
  for (const SweepPart* part : {&up, &down})
    for (const auto* values : {&part->value, &part->runs_away, &part->slow, &part->undecided}) add(*values);
  const Rows rows(std::move(all));
  return {rows.values(),
          rows.known(lower.value),
          rows.column(lower.value, lower.v),
          rows.column(lower.value, lower.kind),
          rows.known(upper.value),
          rows.column(upper.value, upper.v),
          rows.known(cycle.value),
          rows.column(cycle.value, cycle.v_low),
          rows.column(cycle.value, cycle.v_high),
          rows.swept(up),
          rows.swept(down)};
}

/// Values of the branches alone, which no sweep has reached, part no range.
std::vector<ValueRange> where_it_runs_away(const DiagramRows& rows) {
  std::vector<double> value, does;
  for (std::size_t i = 0; i < rows.value.size(); ++i) {
    if (rows.up.does[i] == static_cast<double>(SweptDoes::not_reached)) continue;
    value.push_back(rows.value[i]);
    does.push_back(rows.up.does[i]);
  }
  return ranges_where(value, [&](std::size_t i) { return does[i] == static_cast<double>(SweptDoes::runs_away); });
}

// --- sentences ------------------------------------------------------------------------------------------------------

/// Says values in the unit of what is swept.
class Speaker {
 public:
  explicit Speaker(const Sweep& sweep) : sweep_(sweep), unit_(unit_of(sweep.parameter)) {}

  Text runs_away(const ValueRange& range) const {
    return range.from == range.to ? say::runs_away_at(in_unit(range.from))
                                  : say::runs_away(in_unit(range.from), in_unit(range.to));
  }

  Text firing(const SweptFiring& found, const SweepPart& up, const SweepPart& down, bool away) const {
    switch (found.where) {
      case FiresWhere::unknown:
        break;
      case FiresWhere::nowhere:
        return away ? say::nowhere_else() : say::nowhere();
      case FiresWhere::everywhere:
        return away ? say::everywhere_else() : say::everywhere();
      case FiresWhere::somewhere:
        return say::somewhere(upwards(found), stretch(found.from, found.to));
    }
    if (!up.undecided.empty() || !down.undecided.empty()) return away ? Text{} : say::undecided();
    double below = 0;
    for (const SweepPart* part : {&up, &down})
      for (double one : part->slow_below) below = std::max(below, one);
    return below > 0 && !away ? say::slow(below) : Text{};
  }

  Text bistable(const BistableRange& range) const { return say::bistable(stretch(range.from, range.to)); }

  Text bursts(const SweptColumn& up, const SweptColumn& down) const {
    std::vector<double> gaps, spikes;
    for (const SweptColumn* one : {&up, &down})
      for (std::size_t i = 0; i < one->burst_gap.size(); ++i) {
        if (!(one->burst_gap[i] > 0)) continue;
        gaps.push_back(one->burst_gap[i]);
        spikes.push_back(one->burst_spikes[i]);
      }
    if (gaps.empty()) return say::no_bursts(in_unit(sweep_.from), in_unit(sweep_.to));
    const auto gap = std::minmax_element(gaps.begin(), gaps.end());
    const auto of = std::minmax_element(spikes.begin(), spikes.end());
    return say::bursts(in_unit(sweep_.from), in_unit(sweep_.to), *gap.first, *gap.second, *of.first, *of.second);
  }

 private:
  Quantity in_unit(double value) const { return {value, unit_}; }

  /// One value where it is known to 1e-8 of it.
  Text edge(const Edge& edge) const {
    const double size = std::max(std::fabs(edge.low), std::fabs(edge.high));
    return edge.high - edge.low <= 1e-8 * size ? say::at(in_unit(edge.low + (edge.high - edge.low) / 2))
                                               : say::between(in_unit(edge.low), in_unit(edge.high));
  }

  Text stretch(const Edge& from, const Edge& to) const {
    if (from.end != 0) return to.end != 0 ? say::start_end(edge(from), edge(to)) : say::start_to(edge(from), edge(to));
    return to.end != 0 ? say::from_end(edge(from), edge(to)) : say::from_to(edge(from), edge(to));
  }

  Text upwards(const SweptFiring& found) const {
    switch (found.upwards) {
      case FiresUpwards::unknown:
        return say::up_unknown();
      case FiresUpwards::rests:
        return say::up_rests();
      case FiresUpwards::from_the_start:
        return say::up_from_the_start();
      case FiresUpwards::from:
        return say::up_from(edge(found.begins));
      case FiresUpwards::first_at:
        return say::up_first(edge(found.begins));
    }
    return {};
  }

  const Sweep& sweep_;
  std::string unit_;
};

/// A direction as `swept_firing` takes it. Slow firing counts as firing, at the rate that it is below, unless nothing
/// else is known.
struct Swept {
  explicit Swept(const SweepPart& part)
      : value(part.value), rate(part.rate), without(together(part.runs_away, part.undecided)) {
    if (value.empty()) return;
    value = together(value, part.slow);
    rate = together(rate, part.slow_below);
  }

  static std::vector<double> together(std::vector<double> one, const std::vector<double>& other) {
    one.insert(one.end(), other.begin(), other.end());
    return one;
  }

  std::vector<double> value, rate, without;
};

SweptFiring firing_of(const SweepPart& up, const SweepPart& down) {
  const Swept one(up), other(down);
  return swept_firing(one.value, one.rate, up.edges, other.value, other.rate, down.edges, one.without, other.without);
}

}  // namespace

Diagram diagram(const Sweep& sweep, const FixedBranch& lower, const FixedBranch& upper, const CycleExtent& cycle,
                const SweepPart& up, const SweepPart& down) {
  require_described(function, sweep);
  require_ascending(function, "from", sweep.from, "to", sweep.to);
  check("lower", lower);
  check("upper", upper);
  const Checked checked{"cycle", cycle.value};
  checked("value", cycle.value);
  checked("v_low", cycle.v_low);
  checked("v_high", cycle.v_high);
  check("up", up);
  check("down", down);
  Diagram found;
  found.rows = rows_of(lower, upper, cycle, up, down);
  found.runs_away = where_it_runs_away(found.rows);
  found.firing = firing_of(up, down);
  const Speaker speaker(sweep);
  std::vector<Text> all;
  for (const ValueRange& range : found.runs_away) all.push_back(speaker.runs_away(range));
  all.push_back(speaker.firing(found.firing, up, down, !found.runs_away.empty()));
  for (const BistableRange& range : found.firing.bistable) all.push_back(speaker.bistable(range));
  found.text = together(std::move(all));
  found.bursts = speaker.bursts(found.rows.up, found.rows.down);
  return found;
}

}  // namespace izh
