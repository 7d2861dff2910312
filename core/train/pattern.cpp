#include "core/train/pattern.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "core/solve/sampling.hpp"
#include "core/train/formed.hpp"
#include "core/train/intervals.hpp"
#include "core/train/pattern_rule.hpp"
#include "core/train/pattern_text.hpp"
#include "core/train/run_measures.hpp"
#include "core/train/spikes.hpp"
#include "core/train/steady_rate.hpp"
#include "core/train/stretch.hpp"

namespace izh {

namespace {

namespace say = pattern_texts;
namespace because = rule_texts;

double count(std::size_t many) { return static_cast<double>(many); }

/// The pattern of a train of two spikes or more.
Pattern of_train(const FormedTrain& train) {
  const Form& form = train.form;
  Pattern found;
  found.kind = form.kind;
  found.first_isi = train.isi.front();
  found.last_isi = train.isi.back();
  found.cv = train.steady().variation();
  for (const Group& burst : form.bursts) {
    found.burst_first.push_back(count(burst.first));
    found.burst_last.push_back(count(burst.last));
  }
  if (!form.bursts.empty() && form.bursts[0].first == 0) found.onset_spikes = count(form.bursts[0].size());
  std::optional<Place> place = form.place;
  if (form.jump && found.onset_spikes) {
    const Intervals rest = train.from(form.opening);
    place = place_above_bursts(Intervals{train.isi.begin(), rest.begin}.high(), rest.low());
  }
  if (place) {
    found.limit = place->limit;
    found.separation = place->ratio();
  }
  if (form.kind == PatternKind::bursting) {
    const auto [fewest, most] = sizes_of(train.bursts());
    const auto [low, high] = train.pauses();
    found.burst_spikes_low = fewest;
    found.burst_spikes_high = most;
    found.gap_low = low;
    found.gap_high = high;
  }
  found.text = pattern_text(train);
  found.rule = pattern_rule(train);
  return found;
}

/// The spikes within the window, and how many come before and after it.
struct Seen {
  std::vector<double> spikes;
  std::size_t before, after;
  Span window;
};

Seen seen(const std::vector<double>& spikes, const Span& window, const Ended& ended) {
  Span span = window;
  if (ended.kind != End::finished) span.end = std::min(span.end, ended.time);
  const auto first = std::lower_bound(spikes.begin(), spikes.end(), span.start);
  const auto last = std::upper_bound(first, spikes.end(), std::max(span.start, span.end));
  return {{first, last},
          static_cast<std::size_t>(first - spikes.begin()),
          static_cast<std::size_t>(spikes.end() - last),
          span};
}

Pattern told(PatternKind kind, Text text, Text rule) {
  Pattern result;
  result.kind = kind;
  result.text = std::move(text);
  result.rule = std::move(rule);
  return result;
}

/// What is known of a run besides its spikes.
struct Known {
  bool steady = true;      // its current does not change within the window
  bool named = false;      // the text names the window, so it is not called that of the stimulus
  bool stimulated = true;  // there is a stimulus within the run; without one the window is the whole run
  Text runaway = {};       // why it is certain to run away
};

/// The steady rate [Hz], for a run followed to its end under a steady current.
std::optional<double> hertz(const Seen& seen, const Ended& ended, const Known& known) {
  return ended.kind == End::finished && known.steady ? steady_rate(seen.spikes, seen.window).rate : std::nullopt;
}

Pattern one_or_none(const Seen& seen, const Known& known) {
  const bool elsewhere = !known.named && seen.before + seen.after > 0;
  if (seen.spikes.empty())
    return told(PatternKind::silent, elsewhere ? say::silent_meanwhile() : say::silent(),
                known.named        ? because::none_in_stretch()
                : known.stimulated ? because::none_in_stimulus()
                                   : because::none_in_run());
  return told(PatternKind::single, elsewhere ? say::single_meanwhile() : say::single(),
              known.named        ? because::one_in_stretch()
              : known.stimulated ? because::one_in_stimulus()
                                 : because::one_in_run());
}

Pattern within(const Seen& seen, const Ended& ended, const Known& known) {
  const std::vector<double>& spikes = seen.spikes;
  if (spikes.size() < 2) return one_or_none(seen, known);
  std::vector<double> isi;
  for (std::size_t i = 1; i < spikes.size(); ++i) isi.push_back(spikes[i] - spikes[i - 1]);
  const double first = isi.front(), last = isi.back();
  Pattern result;
  if (!known.runaway.empty() || ended.kind == End::too_many_spikes) {
    // With fixed steps no interval is shorter than a step.
    result = told(PatternKind::runaway, last < first ? say::shrink_without_end(first, last) : say::u_falls(last),
                  known.runaway.empty() ? because::too_fast(count(most_in_millisecond)) : known.runaway);
  } else if (Intervals{isi.begin(), isi.end()}.low() < coincident) {
    result = told(PatternKind::irregular, say::coincide(), because::coincide(0));
  } else {
    const double quiet = seen.window.end - spikes.back();
    const Form form = form_of(isi, quiet);
    return of_train({std::move(isi), quiet, hertz(seen, ended, known), form});
  }
  result.first_isi = first;
  result.last_isi = last;
  return result;
}

Pattern of_window(const std::vector<double>& spikes, const Span& window, const Ended& ended, const Known& known) {
  const Seen part = seen(spikes, window, ended);
  const double before = count(part.before), after = count(part.after);
  Pattern result = within(part, ended, known);
  for (auto* indices : {&result.burst_first, &result.burst_last})
    for (double& index : *indices) index += before;
  result.text = together({
      result.text,
      known.named ? say::stretch(window.start, window.end) : Text{},
      known.steady ? Text{} : say::current_changes(),
      before == 0   ? Text{}
      : known.named ? say::before_stretch(before)
                    : say::before_stimulus(before),
      after == 0    ? Text{}
      : known.named ? say::after_stretch(after)
                    : say::after_stimulus(after),
      ended.kind == End::finished ? Text{} : say::stopped(ended.time),
  });
  return result;
}

/// Why a train is certain to run away.
Text runaway_rule(const Experiment& experiment, const Ended& ended, double u) {
  if (ended.kind == End::too_many_spikes) return because::too_fast(count(most_in_millisecond));
  const Cell& cell = experiment.cell;
  return because::u_falls(u, -cell.d, cell.a * cell.C * (cell.vpeak - cell.c));
}

}  // namespace

Pattern pattern(const std::vector<double>& spikes, const Span& window, const Ended& ended) {
  measures(spikes, window);  // throws if it is not a train or not a window
  return of_window(spikes, window, ended, {});
}

Pattern run_pattern(const Experiment& experiment, const std::vector<double>& spikes, const std::vector<double>& reset_u,
                    const Ended& ended) {
  run_measures(experiment, spikes, reset_u, ended);  // throws if it is not a run
  const Judged judged = judged_stretch(experiment, spikes, ended);
  Known known{judged.steady, !judged.whole, is_stimulated(experiment.stimulus, experiment.duration), {}};
  if (train_runs_away(experiment, reset_u, ended)) known.runaway = runaway_rule(experiment, ended, reset_u.back());
  return of_window(spikes, judged.span, ended, known);
}

}  // namespace izh
