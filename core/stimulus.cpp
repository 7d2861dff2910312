#include "core/stimulus.hpp"

#include <algorithm>

#include "core/require.hpp"

namespace izh {

namespace {

Segment whole(const Step& step) {
  return {step.onset, step.duration ? step.onset + *step.duration : unbounded, step.amplitude, 0.0};
}

Segment whole(const Ramp& ramp) {
  return {ramp.onset, ramp.onset + ramp.duration, ramp.from, (ramp.to - ramp.from) / ramp.duration};
}

Segment whole(const Stimulus& stimulus) {
  return std::visit([](const auto& one) { return whole(one); }, stimulus);
}

}  // namespace

std::vector<Segment> segments(const std::vector<Stimulus>& stimulus, double duration) {
  std::vector<double> edges{0.0, duration};
  for (const Stimulus& one : stimulus)
    for (double edge : {whole(one).start, whole(one).end})
      if (edge > 0 && edge < duration) edges.push_back(edge);
  std::sort(edges.begin(), edges.end());
  edges.erase(std::unique(edges.begin(), edges.end()), edges.end());

  std::vector<Segment> result;
  for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
    Segment sum{edges[i], edges[i + 1], 0.0, 0.0};
    for (const Stimulus& one : stimulus) {
      const Segment part = whole(one);
      if (part.start > sum.start || part.end <= sum.start) continue;
      sum.current += part.at(sum.start);
      sum.slope += part.slope;
    }
    result.push_back(sum);
  }
  return result;
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
    const Segment part = whole(one);
    if (part.start <= time && time < part.end) sum += part.at(time);
  }
  return sum;
}

Span stimulus_span(const std::vector<Stimulus>& stimulus, double duration) {
  require("stimulus_span", stimulus);
  require("stimulus_span", "duration", duration, valid_time, "ms");
  if (stimulus.empty()) return {0.0, duration};
  Span span{duration, 0.0};
  for (const Stimulus& one : stimulus) {
    span.start = std::min(span.start, std::max(0.0, whole(one).start));
    span.end = std::max(span.end, std::min(duration, whole(one).end));
  }
  return span.start < span.end ? span : Span{0.0, duration};
}

std::vector<double> clipped(const std::vector<Stimulus>& stimulus, double duration) {
  require("clipped", stimulus);
  require("clipped", "duration", duration, valid_time, "ms");
  std::vector<double> indices;
  for (std::size_t i = 0; i < stimulus.size(); ++i) {
    const Segment part = whole(stimulus[i]);
    const bool endless = part.end == unbounded;  // a step to the end ends where the run ends, so nothing is cut
    if (part.start < 0 || part.start >= duration || (!endless && part.end > duration))
      indices.push_back(static_cast<double>(i));
  }
  return indices;
}

}  // namespace izh
