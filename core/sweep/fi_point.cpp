#include "core/sweep/fi_point.hpp"

#include <cstddef>
#include <stdexcept>
#include <vector>

#include "core/schema/require.hpp"
#include "core/schema/shape.hpp"

namespace izh {

namespace {

namespace say = fi_point_texts;

/// One current of a curve.
struct Row {
  const FiCurve& curve;
  std::size_t i;

  Course course() const { return static_cast<Course>(static_cast<int>(curve.course[i])); }
  double spikes() const { return curve.spikes[i]; }
  double followed() const { return curve.followed[i]; }
};

Text course_of(const Row& row) {
  switch (row.course()) {
    case Course::rests:
      return course_texts::rests();
    case Course::repeats:
      return course_texts::repeats();
    case Course::irregular:
      return course_texts::irregular();
    case Course::slow:
      return course_texts::slow(row.curve.below[row.i]);
    case Course::runs_away:
      return course_texts::runs_away();
    case Course::changing:
      return course_texts::changing();
    case Course::varies:
      return course_texts::varies();
    case Course::fixed_steps:
      return course_texts::fixed_steps();
    case Course::unknown:
      break;
  }
  return course_texts::unknown();
}

Text steady(const Row& row) {
  const double rate = row.curve.steady_rate[row.i];
  switch (row.course()) {
    case Course::rests:
      return say::then_silent(row.spikes());
    case Course::repeats:
      return say::steady(rate, row.curve.cycle[row.i]);
    case Course::irregular:
      return say::steady_mean(rate, row.followed());
    case Course::slow:
      return say::surely_fires(row.curve.below[row.i]);
    case Course::runs_away:
      return say::no_rate();
    case Course::changing:
      return say::still_changing(row.spikes());
    case Course::varies:
      return say::current_varies(row.spikes(), row.followed());
    case Course::fixed_steps:
      return say::fixed_steps(row.spikes(), row.followed());
    case Course::unknown:
      break;
  }
  return say::no_rest(row.spikes(), row.followed());
}

/// The rate by count or of the last interval.
Text counted(const Row& row, RateKind kind) {
  const FiCurve& curve = row.curve;
  const double count = curve.count[row.i];
  if (kind == RateKind::count)
    return curve.count_known[row.i] > 0 ? say::by_count(curve.count_rate[row.i], count, curve.hold)
                                        : say::not_by_count(course_of(row));
  return curve.last_known[row.i] > 0 ? say::of_last(curve.last_rate[row.i], curve.hold)
                                     : say::no_last(count, curve.hold);
}

Text rate_of(const Row& row, RateKind kind) {
  const Course course = row.course();
  if (kind == RateKind::steady || course == Course::runs_away) return steady(row);
  const Text rate = counted(row, kind);
  return course == Course::repeats || course == Course::slow ? say::and_steady(rate, steady(row)) : rate;
}

Text text_of(const Row& row, RateKind kind) {
  const FiCurve& curve = row.curve;
  const double current = curve.current[row.i], latency = curve.latency[row.i];
  if (row.spikes() == 0 && curve.silent[row.i] > 0) return say::silent(current);
  const Text rate = rate_of(row, kind);
  if (row.spikes() == 0) return say::rate_only(current, rate);
  if (!(curve.first_rate[row.i] > 0)) return say::one_spike(current, rate, latency);
  return say::spikes_follow(current, rate, curve.first_rate[row.i], latency);
}

}  // namespace

FiPoint fi_point(const FiCurve& curve, const RateChoice& drawn, double at) {
  require_described("fi_point", drawn);
  require_described("fi_point", curve);
  for (const Entry& entry : shape<FiCurve>().fields) {
    if (entry.type != Entry::Type::samples) continue;
    const auto& column = *static_cast<const std::vector<double>*>(entry.in(&curve));
    if (!(at >= 0 && at < static_cast<double>(column.size())))
      throw std::invalid_argument("fi_point: no column of the curve may be shorter than its index");
  }
  const Row row{curve, static_cast<std::size_t>(at)};
  if (!(curve.course[row.i] >= 0 && curve.course[row.i] < static_cast<double>(courses)))
    throw std::invalid_argument("fi_point: there is no such course of a train");
  return {text_of(row, drawn.rate), course_of(row)};
}

}  // namespace izh
