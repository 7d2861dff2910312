#include "core/model/stimulus.hpp"

#include <algorithm>
#include <set>
#include <stdexcept>

#include "core/schema/merge.hpp"
#include "core/schema/require.hpp"

namespace izh {

namespace {

/// The sum of n numbers that change one at a time; a change takes about log2 n additions. Unlike a running sum it
/// leaves no residue of past values: once all are zero it is exactly 0.
class Sum {
 public:
  explicit Sum(std::size_t count) {
    while (leaves_ < count) leaves_ *= 2;
    tree_.resize(2 * leaves_);
  }

  void set(std::size_t index, double value) {
    std::size_t at = leaves_ + index;
    tree_[at] = value;
    for (at /= 2; at > 0; at /= 2) tree_[at] = tree_[2 * at] + tree_[2 * at + 1];
  }

  double total() const { return tree_[1]; }

 private:
  std::size_t leaves_ = 1;
  std::vector<double> tree_;
};

/// The beginning or end of a stimulus.
struct Switch {
  double time;
  bool on;
  std::size_t index;
};

}  // namespace

Segment extent(const Step& step) {
  return {step.onset, step.duration ? step.onset + *step.duration : unbounded, step.amplitude, 0.0};
}

Segment extent(const Ramp& ramp) {
  return {ramp.onset, ramp.onset + ramp.duration, ramp.from, (ramp.to - ramp.from) / ramp.duration};
}

std::vector<Segment> sum_of(const std::vector<Segment>& parts, double duration) {
  std::vector<Switch> switches;
  for (std::size_t index = 0; index < parts.size(); ++index) {
    const Segment& part = parts[index];
    // A stimulus that ends at or before the start of the run is never on.
    if (!(part.end > 0 && part.start < duration)) continue;
    switches.push_back({std::max(part.start, 0.0), true, index});
    if (part.end < duration) switches.push_back({part.end, false, index});
  }
  std::sort(switches.begin(), switches.end(),
            [](const Switch& one, const Switch& other) { return one.time < other.time; });

  Sum steps(parts.size()), slopes(parts.size());
  std::set<std::size_t> ramps;  // currently on: their currents change from segment to segment
  std::vector<Segment> result;
  for (std::size_t i = 0, next = 0; next == 0 || i < switches.size(); ++next) {
    const double start = next == 0 ? 0.0 : switches[i].time;
    for (; i < switches.size() && switches[i].time == start; ++i) {
      const auto& [time, on, index] = switches[i];
      const Segment& part = parts[index];
      if (part.slope == 0) {
        steps.set(index, on ? part.current : 0.0);
      } else {
        slopes.set(index, on ? part.slope : 0.0);
        if (on)
          ramps.insert(index);
        else
          ramps.erase(index);
      }
    }
    Segment sum{start, i < switches.size() ? switches[i].time : duration, steps.total(), slopes.total()};
    for (std::size_t index : ramps) sum.current += parts[index].at(start);
    result.push_back(sum);
  }
  return result;
}

std::vector<Segment> segments(const std::vector<Stimulus>& stimulus, double duration) {
  return sum_of(extents(stimulus), duration);
}

Corners corners(const std::vector<Stimulus>& stimulus, double duration) {
  require("corners", stimulus);
  require("corners", "duration", duration, valid_time, "ms");
  Corners result;
  for (const Segment& segment : segments(stimulus, duration))
    for (double time : {segment.start, segment.end}) {
      result.time.push_back(time);
      result.current.push_back(segment.at(time));
    }
  return result;
}

double current_at(const std::vector<Stimulus>& stimulus, double time) {
  double sum = 0;
  for (const Stimulus& one : stimulus) {
    const Segment part = extent(one);
    if (part.start <= time && time < part.end) sum += part.at(time);
  }
  return sum;
}

Span stimulus_span(const std::vector<Stimulus>& stimulus, double duration) {
  require("stimulus_span", stimulus);
  require("stimulus_span", "duration", duration, valid_time, "ms");
  Span span{duration, 0.0};
  for (const Stimulus& one : stimulus) {
    span.start = std::min(span.start, std::max(0.0, extent(one).start));
    span.end = std::max(span.end, std::min(duration, extent(one).end));
  }
  return span.start < span.end ? span : Span{0.0, duration};
}

std::vector<double> held_currents(const std::vector<Stimulus>& stimulus, double duration) {
  require("held_currents", stimulus);
  require("held_currents", "duration", duration, valid_time, "ms");
  std::vector<double> held;
  for (const Segment& one : segments(stimulus, duration)) {
    if (one.slope != 0) return {};
    const bool known = std::find(held.begin(), held.end(), one.current) != held.end();
    if (one.current != 0 && one.end > one.start && !known) held.push_back(one.current);
  }
  return held;
}

bool is_stimulated(const std::vector<Stimulus>& stimulus, double duration) {
  return std::any_of(stimulus.begin(), stimulus.end(), [&](const Stimulus& one) {
    return std::max(0.0, extent(one).start) < std::min(duration, extent(one).end);
  });
}

std::vector<double> clipped(const std::vector<Stimulus>& stimulus, double duration) {
  require("clipped", stimulus);
  require("clipped", "duration", duration, valid_time, "ms");
  std::vector<double> indices;
  for (std::size_t i = 0; i < stimulus.size(); ++i) {
    const Segment part = extent(stimulus[i]);
    const bool endless = part.end == unbounded;  // a step to the end ends where the run ends, so nothing is cut
    if (part.start < 0 || part.start >= duration || (!endless && part.end > duration))
      indices.push_back(static_cast<double>(i));
  }
  return indices;
}

void require(const char* function, const std::vector<Stimulus>& stimulus) {
  Problems problems;
  for (std::size_t i = 0; i < stimulus.size(); ++i)
    check_described(&stimulus[i], shape<Stimulus>(), "stimulus." + std::to_string(i), problems);
  if (!problems.empty()) refuse(function, problems);
}

void require_span(const char* function, const char* argument, const Span& span) {
  const std::string name = argument;
  constexpr hard times{-1e9, 1e9};
  require(function, (name + ".start").c_str(), span.start, times, "ms");
  require(function, (name + ".end").c_str(), span.end, times, "ms");
  if (!(span.start < span.end))
    throw std::invalid_argument(std::string(function) + ": " + name + " must end after it starts, and " +
                                with_unit(span.end, "ms") + " is not after " + with_unit(span.start, "ms") + ".");
}

}  // namespace izh
