#include "core/ask/course.hpp"

#include <algorithm>

namespace izh {

namespace {

/// The parts of the run, equal ones joined.
std::vector<Segment> joined(const Experiment& experiment) {
  std::vector<Segment> parts;
  for (const Segment& one : segments(experiment.stimulus, experiment.duration)) {
    if (!(one.end > one.start)) continue;
    Segment* last = parts.empty() ? nullptr : &parts.back();
    if (last && last->slope == 0 && one.slope == 0 && last->current == one.current)
      last->end = one.end;
    else
      parts.push_back(one);
  }
  return parts;
}

void speak_of(Course& course, CourseKind kind, const Segment& part, double before) {
  course.kind = kind;
  course.before = before;
  course.current = part.current;
  course.onset = part.start;
  course.end = part.end;
}

/// Finds the step that makes the current what it is from the onset to the end.
void find_step(Course& course, const Experiment& experiment) {
  const bool ends = course.end < experiment.duration;
  for (std::size_t i = 0; i < experiment.stimulus.size(); ++i) {
    const Step* step = std::get_if<Step>(&experiment.stimulus[i]);
    if (!step) continue;
    const Segment its = extent(*step);
    if (std::max(0.0, its.start) != course.onset || (ends ? its.end != course.end : its.end < experiment.duration))
      continue;
    course.step = i;
    course.others = course.current - step->amplitude;
  }
}

}  // namespace

Course course_of(const Experiment& experiment) {
  Course course;
  course.parts = joined(experiment);
  course.end = experiment.duration;
  const std::vector<Segment>& parts = course.parts;
  const auto ramp = std::find_if(parts.begin(), parts.end(), [](const Segment& one) { return one.slope != 0; });
  const Segment &first = parts.front(), &last = parts.back();
  if (ramp != parts.end())
    speak_of(course, CourseKind::ramp, *ramp, ramp == parts.begin() ? 0 : (ramp - 1)->at((ramp - 1)->end));
  else if (parts.size() == 1 && first.current != 0)
    speak_of(course, CourseKind::steady, first, 0);
  else if (parts.size() == 2 && last.current == 0)
    speak_of(course, CourseKind::pulse, first, 0);
  else if (parts.size() == 2)
    speak_of(course, CourseKind::steady, last, first.current);
  else if (parts.size() == 3 && first.current == last.current)
    speak_of(course, CourseKind::pulse, parts[1], first.current);
  else if (parts.size() > 2)
    speak_of(course, CourseKind::changes, last, (parts.end() - 2)->current);
  if (course.kind == CourseKind::steady || course.kind == CourseKind::pulse) find_step(course, experiment);
  return course;
}

}  // namespace izh
