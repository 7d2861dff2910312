// core/ask/course.hpp: what the current of a run does, as far as its verdict must know.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/model/experiment.hpp"
#include "core/model/stimulus.hpp"

namespace izh {

/// - none: no current flows during the run;
/// - steady: one current from some time on, to the end of the run;
/// - pulse: one current for some time, and then that of before again;
/// - ramp: it changes steadily at some time;
/// - changes: it jumps more often.
enum class CourseKind { none, steady, pulse, ramp, changes };

struct Course {
  CourseKind kind = CourseKind::none;
  double before = 0.0, current = 0.0;  // pA: before the onset, and from then on (of `changes`: at the end of the run)
  double onset = 0.0, end = 0.0;       // ms: while it is `current`
  std::optional<std::size_t> step;     // the index of the step that begins at the onset, and ends at the end
  double others = 0.0;                 // pA: what flows beside that step
  std::vector<Segment> parts;          // of the run, equal ones joined
};

/// The course of the current of `experiment`, which must be valid. A current is the sum of all stimuli.
Course course_of(const Experiment& experiment);

}  // namespace izh
