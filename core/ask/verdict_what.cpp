#include "core/ask/verdict_what.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

#include "core/ask/verdict_text.hpp"
#include "core/train/pattern_text.hpp"

namespace izh {

namespace {

namespace say = verdict_texts;

bool is(const Text& text, const char* id) { return std::strcmp(text.id, id) == 0; }

/// The whole sentence about the train, without what is added about its window.
const Text& first_sentence(const Text& text) {
  return is(text, sentences.id) && !text.arguments[0].texts.empty() ? text.arguments[0].texts[0] : text;
}

bool fell_silent(const Pattern& pattern) { return is(first_sentence(pattern.text), pattern_texts::falls_silent.id); }

/// The pattern's words without an addition that has a colon of its own: "tonic firing at 20 Hz, still settling: ...".
Text without_colon(Text text) {
  if (is(text, pattern_texts::settling.id)) return pattern_texts::tonic(text.arguments[0].texts[0]);
  for (Argument& one : text.arguments)
    for (Text& part : one.texts) part = without_colon(std::move(part));
  return text;
}

VerdictKind kind_of(PatternKind kind) {
  switch (kind) {
    case PatternKind::silent:
      return VerdictKind::silent;
    case PatternKind::single:
      return VerdictKind::single;
    case PatternKind::few:
      return VerdictKind::few;
    case PatternKind::onset_burst_then_silent:
    case PatternKind::firing_that_stops:
      return VerdictKind::then_silent;
    case PatternKind::tonic:
      return VerdictKind::tonic;
    case PatternKind::adapting:
      return VerdictKind::adapting;
    case PatternKind::speeding_up:
      return VerdictKind::speeding_up;
    case PatternKind::onset_burst_then_tonic:
    case PatternKind::pair_then_tonic:
      return VerdictKind::onset_then_tonic;
    case PatternKind::onset_burst:
      return VerdictKind::onset_then_other;
    case PatternKind::bursting:
      return VerdictKind::bursting;
    case PatternKind::in_turn:
      return VerdictKind::groups;
    case PatternKind::irregular:
      return VerdictKind::irregular;
    default:
      return VerdictKind::runaway;
  }
}

What none(const VerdictRun& run) {
  if (run.rests()) return {VerdictKind::silent, say::silent()};
  if (run.goes_on()) return {VerdictKind::not_yet, say::not_yet(run.lasts() + run.next->time, run.lasts())};
  return {run.will_fire() ? VerdictKind::not_yet : VerdictKind::silent, say::silent_here()};
}

/// v [mV] at rest after the run.
double rest_v(const VerdictRun& run) {
  const std::optional<State> rest = rest_at(run.cell(), run.course.parts.back().current);
  return rest ? rest->v : run.ended.v;
}

/// Whether the wait for the first spike is what stands out: at least half of the longest interval, or a third of the
/// run.
bool is_delayed(const VerdictRun& run) {
  const double latency = run.since.front() - run.course.onset;
  double longest = 0;
  for (std::size_t i = 1; i < run.since.size(); ++i) longest = std::max(longest, run.since[i] - run.since[i - 1]);
  return longest > 0 ? latency >= longest / 2 : latency >= run.lasts() / 3;
}

What single(const VerdictRun& run) {
  if (run.rests()) return {VerdictKind::single, say::single(rest_v(run))};
  const double latency = run.since.front() - run.course.onset;
  if (is_delayed(run)) return {VerdictKind::delayed, say::delayed(latency)};
  if (!run.goes_on()) return {VerdictKind::single, say::one()};
  return {VerdictKind::single, say::so_far(run.ended.time - run.since.front() + run.next->time)};
}

/// A train that has stopped: for good, for a while, or as far as the run tells.
What stopped(const VerdictRun& run, VerdictKind kind, const Text& what) {
  if (run.rests()) return {kind, say::then_rest(what, rest_v(run))};
  if (run.goes_on()) return {kind, say::then_pause(what, run.ended.time - run.since.back() + run.next->time)};
  return {kind, say::then_silence(what)};
}

What groups(const Text& phrase, VerdictKind kind) {
  if (!is(phrase, pattern_texts::fast_groups.id) && !is(phrase, pattern_texts::slow_groups.id)) return {kind, phrase};
  const auto at = [&](std::size_t i) { return phrase.arguments[i].number; };
  return {kind, say::groups(at(0), at(1), at(2), at(3), at(4))};
}

/// `alone`: without single spikes between them.
Text bursts(const Pattern& pattern, bool alone) {
  const double fewest = *pattern.burst_spikes_low, most = *pattern.burst_spikes_high;
  return alone ? say::bursts(fewest, most, *pattern.gap_low, *pattern.gap_high)
               : say::bursts_and_singles(fewest, most, *pattern.gap_low, *pattern.gap_high);
}

What train(const VerdictRun& run, const Pattern& pattern) {
  const VerdictKind kind = kind_of(pattern.kind);
  const Text phrase = phrase_of(pattern);
  switch (pattern.kind) {
    case PatternKind::firing_that_stops: {
      const double spikes = static_cast<double>(run.since.size());
      return stopped(run, kind, say::spikes_within(spikes, run.since.back() - run.since.front()));
    }
    case PatternKind::onset_burst_then_silent:
      return stopped(run, kind, phrase);
    case PatternKind::few:
      if (run.rests()) return stopped(run, kind, phrase);
      if (is_delayed(run)) return {VerdictKind::delayed, say::delayed(run.since.front() - run.course.onset)};
      return fell_silent(pattern) ? stopped(run, kind, phrase) : What{kind, phrase};
    case PatternKind::adapting:
      return {kind, say::adapting(*pattern.first_isi, *pattern.last_isi)};
    case PatternKind::speeding_up:
      return {kind, say::speeding_up(*pattern.first_isi, *pattern.last_isi)};
    case PatternKind::bursting:
      return {kind, bursts(pattern, is(phrase, pattern_texts::bursting.id))};
    case PatternKind::onset_burst_then_tonic:
      // "onset burst of 3 spikes, then tonic firing at ...", of one burst that comes first.
      if (pattern.burst_first.size() == 1 && pattern.onset_spikes && is(phrase, pattern_texts::then.id))
        return {kind, say::burst_then(*pattern.onset_spikes, phrase.arguments[1].texts[0])};
      return {kind, phrase};
    case PatternKind::in_turn:
      return groups(phrase, kind);
    default:
      return {kind, phrase};
  }
}

/// The pattern from the onset of the current to its end.
Pattern pattern_since(const VerdictRun& run, double end) {
  const Span whole = stimulus_span(run.experiment.stimulus, run.experiment.duration);
  if (whole.start == run.course.onset && whole.end == end) return run.pattern;
  return pattern(run.between(run.course.onset, end), {run.course.onset, end}, run.ended);
}

}  // namespace

VerdictKind kind_of(std::size_t spikes) {
  return spikes == 0   ? VerdictKind::silent
         : spikes == 1 ? VerdictKind::single
         : spikes < 4  ? VerdictKind::few
                       : VerdictKind::then_silent;
}

Text phrase_of(const Pattern& pattern) {
  const Text& sentence = first_sentence(pattern.text);
  const bool says = is(sentence, pattern_texts::does.id) || is(sentence, pattern_texts::falls_silent.id);
  return says ? without_colon(sentence.arguments[0].texts[0]) : Text{};
}

What under_steady(const VerdictRun& run) {
  if (run.since.empty()) return none(run);
  if (run.since.size() == 1) return single(run);
  const Pattern its = pattern_since(run, run.experiment.duration);
  if (phrase_of(its).empty()) return {VerdictKind::irregular, say::one()};
  return train(run, its);
}

What with_step(const VerdictRun& run) {
  const std::size_t during = run.between(run.course.onset, run.course.end).size(), all = run.since.size();
  const double spikes = static_cast<double>(all);
  if (all == 0) return {VerdictKind::silent, say::silent_step()};
  if (during == 0) return {kind_of(all), say::after_step(spikes, run.since.front() - run.course.end)};
  if (during == 1) return {kind_of(all), say::one()};
  const Pattern its = pattern_since(run, run.course.end);
  const Text phrase = phrase_of(its);
  if (phrase.empty()) return {kind_of(all), say::one()};
  VerdictRun within = run;
  within.next.reset();
  within.since = run.between(run.course.onset, run.course.end);
  What what = train(within, its);
  const bool lasts = what.kind != VerdictKind::then_silent && !fell_silent(its);
  if (lasts) what.text = say::until_end(what.text);
  return what;
}

}  // namespace izh
