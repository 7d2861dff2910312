// core/model/stimulus.hpp: injected currents; those in a list add up.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "core/schema/field.hpp"

namespace izh {

/// `amplitude` from `onset` for `duration` (none: to the end of the run); 0 before and after.
struct Step {
  double amplitude = 70.0, onset = 100.0;
  std::optional<double> duration;
  bool operator==(const Step&) const = default;
};

template <>
inline constexpr Kind kind<Step> = {"step"};
template <>
inline constexpr auto fields<Step> = std::tuple{
    number(&Step::amplitude, "amplitude", "pA", hard{-1e6, 1e6}, usual{-200, 800}, "Current while the step is on."),
    number(&Step::onset, "onset", "ms", hard{-1e5, 1e5}, usual{0, 1000}, "When the step begins."),
    number(&Step::duration, "duration", "ms", hard{1e-3, 1e5}, usual{1, 5000},
           "How long the step lasts; none: to the end."),
};

/// Linear from `from` at `onset` to `to` at `onset` + `duration`; 0 before and after.
struct Ramp {
  double from = 0.0, to = 250.0, onset = 0.0, duration = 500.0;
  bool operator==(const Ramp&) const = default;
};

template <>
inline constexpr Kind kind<Ramp> = {"ramp"};
template <>
inline constexpr auto fields<Ramp> = std::tuple{
    number(&Ramp::from, "from", "pA", hard{-1e6, 1e6}, usual{-200, 800}, "Current at the ramp's start."),
    number(&Ramp::to, "to", "pA", hard{-1e6, 1e6}, usual{-200, 800}, "Current at the ramp's end."),
    number(&Ramp::onset, "onset", "ms", hard{-1e5, 1e5}, usual{0, 1000}, "When the ramp begins."),
    number(&Ramp::duration, "duration", "ms", hard{1e-3, 1e5}, usual{10, 5000}, "How long the ramp lasts."),
};

using Stimulus = std::variant<Step, Ramp>;
template <>
inline constexpr bool listed<Stimulus> = true;

/// I(t) = current + slope (t - start) for start <= t < end.
struct Segment {
  double start, end;      // ms
  double current, slope;  // pA, pA/ms
  double at(double time) const { return current + slope * (time - start); }
};

/// One stimulus alone, from its start to its end, which is infinite for a step without a duration.
Segment extent(const Step& step);
Segment extent(const Ramp& ramp);
template <class... Kinds>
Segment extent(const std::variant<Kinds...>& stimulus) {
  return std::visit([](const auto& one) { return extent(one); }, stimulus);
}

template <class... Kinds>
std::vector<Segment> extents(const std::vector<std::variant<Kinds...>>& stimulus) {
  std::vector<Segment> all;
  for (const auto& one : stimulus) all.push_back(extent(one));
  return all;
}

/// The sum of currents, each given by its extent, from 0 to `duration` [ms] as contiguous segments, in order; at least
/// one. Whatever reaches beyond the run is clipped.
std::vector<Segment> sum_of(const std::vector<Segment>& extents, double duration);

/// The same for a list of stimuli.
std::vector<Segment> segments(const std::vector<Stimulus>& stimulus, double duration);

/// The sum of all currents as the corners of an unbroken line from 0 to `duration` [ms]: both values at each jump.
/// Throws std::invalid_argument unless the stimuli and the duration are valid.
struct Corners {
  std::vector<double> time, current;
};
template <>
inline constexpr auto fields<Corners> = std::tuple{
    samples(&Corners::time, "time", "ms", "Time."),
    samples(&Corners::current, "current", "pA", "Injected current I."),
};
Corners corners(const std::vector<Stimulus>& stimulus, double duration);

/// The sum of all currents [pA] at `time` [ms]; at a jump, the value after it.
double current_at(const std::vector<Stimulus>& stimulus, double time);

/// The constant currents [pA] that a run of `duration` [ms] holds, other than 0, each once, in the order in which they
/// come; none if a ramp changes its current. Throws like `corners`.
std::vector<double> held_currents(const std::vector<Stimulus>& stimulus, double duration);

/// When the first stimulus begins and the last one ends, clipped to 0 ... duration [ms]; the whole run when no stimulus
/// falls within it. Throws like `corners`.
struct Span {
  double start = 0.0, end = 0.0;
};
template <>
inline constexpr auto fields<Span> = std::tuple{
    result(&Span::start, "start", "ms", "Start."),
    result(&Span::end, "end", "ms", "End."),
};

Span stimulus_span(const std::vector<Stimulus>& stimulus, double duration);

/// Whether a stimulus, even one of 0 pA, is on at some time within the run of `duration` [ms].
bool is_stimulated(const std::vector<Stimulus>& stimulus, double duration);

/// The indices, ascending, of the stimuli that lie partly or wholly outside 0 ... duration [ms], so that a page can say
/// so. Throws like `corners`.
std::vector<double> clipped(const std::vector<Stimulus>& stimulus, double duration);

/// Throws std::invalid_argument, naming `function`, unless every stimulus is valid by its table.
void require(const char* function, const std::vector<Stimulus>& stimulus);

/// Throws std::invalid_argument, naming `function` and `argument`, unless the span ends after it starts and both times
/// are within ±1e9 ms.
void require_span(const char* function, const char* argument, const Span& span);

}  // namespace izh
