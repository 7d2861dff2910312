#include "core/train/pattern.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>

#include "core/schema/digits.hpp"
#include "core/train/run_measures.hpp"
#include "core/train/spikes.hpp"
#include "core/train/steady_rate.hpp"
#include "core/train/stretch.hpp"

namespace izh {

namespace {

std::string ms(double time) { return measured(time, "ms"); }
std::string pA(double u) { return measured(u, "pA"); }
std::string hertz(double rate) { return measured(rate, "Hz"); }
std::string factor(double ratio) { return measured(ratio); }

std::string ms(const Intervals& part) {
  const std::string low = ms(part.low()), high = ms(part.high());
  return low == high ? low : low + " to " + high;
}

std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

/// The fewest and the most spikes of some groups.
struct Sizes {
  std::size_t low, high;
};

Sizes sizes_of(const std::vector<Group>& groups) {
  const auto [low, high] = std::minmax_element(
      groups.begin(), groups.end(), [](const Group& one, const Group& other) { return one.size() < other.size(); });
  return {low->size(), high->size()};
}

std::string range_of(const Sizes& sizes) {
  return (sizes.low == sizes.high ? "" : std::to_string(sizes.low) + " to ") + counted(sizes.high, "spike");
}

std::vector<Group> bursts_among(const std::vector<Group>& groups) {
  std::vector<Group> bursts;
  std::copy_if(groups.begin(), groups.end(), std::back_inserter(bursts),
               [](const Group& group) { return group.size() > 1; });
  return bursts;
}

/// Doublets, triplets, groups of 4 spikes.
std::string name_of_groups(std::size_t size) {
  return size == 2 ? "doublets" : size == 3 ? "triplets" : "groups of " + std::to_string(size) + " spikes";
}

std::string a_burst_lasts() { return "intervals within a burst last less than " + ms(longest_in_burst) + " ms"; }

/// Says of a train of two spikes or more what it does, and why.
class Teller {
 public:
  /// `hertz` is the steady rate [Hz] that `measures` gives, where there is one.
  Teller(const std::vector<double>& isi, double quiet, std::optional<double> hertz)
      : isi_(isi), quiet_(quiet), steady_rate_(hertz), form_(form_of(isi, quiet)) {
    found_.kind = form_.kind;
    found_.first_isi = isi.front();
    found_.last_isi = isi.back();
    found_.cv = steady().variation();
    for (const Group& burst : form_.bursts) {
      found_.burst_first.push_back(static_cast<double>(burst.first));
      found_.burst_last.push_back(static_cast<double>(burst.last));
    }
    if (!form_.bursts.empty() && form_.bursts[0].first == 0)
      found_.onset_spikes = static_cast<double>(form_.bursts[0].size());
    if (form_.place) {
      found_.limit = form_.place->limit;
      found_.separation = form_.place->ratio();
    }
  }

  Pattern told() {
    if (form_.fell_silent) rule_ = silence_rule();
    tell();
    found_.text = text_ + (form_.fell_silent ? silence() : "") + ".";
    found_.rule = rule_;
    return found_;
  }

 private:
  void tell() {
    switch (form_.kind) {
      case PatternKind::bursting:
        return tell_bursts();
      case PatternKind::in_turn:
        return form_.place ? tell_groups() : tell_opening_and_rest();
      case PatternKind::onset_burst_then_silent:
        return tell_burst_then_silence();
      case PatternKind::firing_that_stops:
        return tell_stop();
      case PatternKind::tonic:
      case PatternKind::adapting:
      case PatternKind::speeding_up:
        return tell_train();
      default:
        return tell_opening_and_rest();
    }
  }

  Intervals all() const { return from(0); }
  Intervals steady() const { return from(form_.steady); }
  Intervals from(std::size_t first) const { return {isi_.begin() + static_cast<std::ptrdiff_t>(first), isi_.end()}; }

  /// The steady rate; of intervals that have not settled to one, "about" that of where they seem to settle: the last
  /// one where they go one way, the mean of the last two where they go to and fro and these are alike or draw together,
  /// else of the last few, which are those of no transient.
  std::string rate() const {
    return steady_rate_ ? hertz(*steady_rate_) + " Hz"
                        : "about " + hertz(1000 / from(isi_.size() - last_few()).mean()) + " Hz";
  }

  std::size_t last_few() const {
    const std::size_t count = isi_.size(), half = std::min(std::min<std::size_t>(6, (count + 1) / 2), steady().size());
    if (form_.steadiness == Steadiness::settling) return std::max<std::size_t>(2, half - half % 2);
    if (count < 2) return count;
    const double last = isi_[count - 1], change = last - isi_[count - 2];
    if (std::fabs(change) <= interval_repeats * last &&
        !(count > 2 && change * (isi_[count - 2] - isi_[count - 3]) > 0))
      return 2;
    return count == 2 || change * (isi_[count - 2] - isi_[count - 3]) > 0 ? 1 : half;
  }

  // --- silence ---

  std::string silence() const { return ", then silent for the last " + ms(quiet_) + " ms"; }

  std::string silence_rule() const {
    const double longest = all().high();
    return "The last " + ms(quiet_) + " ms without a spike are " + factor(quiet_ / longest) +
           " times the longest interval, " + ms(longest) + " ms (2 times or more: it has fallen silent). ";
  }

  std::string silence_over(double time) const {
    return factor(quiet_ / time) + " times the time that they take, " + ms(time) + " ms ";
  }

  double time() const { return std::accumulate(isi_.begin(), isi_.end(), 0.0); }

  void tell_burst_then_silence() {
    const std::size_t burst = form_.opening, later = isi_.size() - burst;
    text_ = "Onset burst of " + counted(burst + 1, "spike");
    if (later == 1)
      text_ += ", then one more spike " + ms(isi_.back()) + " ms later";
    else if (later > 1)
      text_ += ", then " + std::to_string(later) + " more spikes over " +
               ms(std::accumulate(isi_.begin() + static_cast<std::ptrdiff_t>(burst), isi_.end(), 0.0)) + " ms";
    if (form_.jump) rule_ += jump_rule();
    rule_ += "The intervals had not settled, " + std::string(later ? "" : "all last less than 25 ms, ") + "and " +
             (isi_.size() < few_in_burst ? "the spikes are " + std::to_string(isi_.size() + 1) + " (up to 5: a burst)."
                                         : "the silence is " + silence_over(time()) + "(2 times or more: a burst).");
  }

  void tell_stop() {
    text_ = "Firing that stops: " + counted(isi_.size() + 1, "spike") + " over " + ms(time()) + " ms";
    if (form_.had_settled) {
      rule_ += form_.left_out ? "Before the last interval " : "Before the silence ";
      rule_ += form_.cycle ? std::string(form_.left_out ? "the others" : "the intervals") + " repeat after every " +
                                 std::to_string(form_.cycle) + ","
                           : std::string("3 intervals are the same");
      rule_ += " to within 2 %, so the firing had settled and is no burst.";
    } else if (all().high() >= longest_in_burst) {
      rule_ += "The longest interval is " + ms(all().high()) + " ms, and " + a_burst_lasts() + ": no burst.";
    } else if (isi_.size() > longest_burst) {
      rule_ += "The " + counted(isi_.size() + 1, "spike") + " are more than " + std::to_string(longest_burst + 1) +
               ", the most of a burst that ends by itself: no burst.";
    } else {
      rule_ += "The " + counted(isi_.size() + 1, "spike") + " are more than 5, and the silence is " +
               silence_over(time()) + "(below 2 times: no burst).";
    }
  }

  // --- two sorts ---

  std::string where() const { return form_.late ? "In the second half of the train the" : "The"; }

  std::string two_sorts() const {
    const Place& place = *form_.place;
    return where() + " intervals fall into two sorts, up to " + ms(place.below) + " ms and from " + ms(place.above) +
           " ms on, " + factor(place.ratio()) + " times as long (2 times or more: two sorts)";
  }

  void tell_bursts() {
    const double limit = form_.place->limit;
    const std::vector<Group> bursts = bursts_among(form_.groups);
    const Sizes sizes = sizes_of(bursts);
    const bool singles = bursts.size() < form_.groups.size();
    std::vector<double> gaps;
    std::copy_if(steady().begin, steady().end, std::back_inserter(gaps), [&](double isi) { return isi >= limit; });
    const Intervals pauses{gaps.begin(), gaps.end()};
    found_.burst_spikes_low = static_cast<double>(sizes.low);
    found_.burst_spikes_high = static_cast<double>(sizes.high);
    found_.gap_low = pauses.low();
    found_.gap_high = pauses.high();
    if (!singles)
      text_ = "Bursting: " + range_of(sizes) + " per burst, " + ms(pauses) + " ms between bursts" + first_burst(sizes);
    else if (in_turn())
      text_ =
          "Bursting: bursts of " + range_of(sizes) + " and single spikes in turn, " + ms(pauses) + " ms between them";
    else
      text_ =
          "Irregular bursting: bursts of " + range_of(sizes) + " and single spikes, " + ms(pauses) + " ms between them";
    rule_ += two_sorts() + ", and those of a burst last less than " + ms(longest_in_burst) + " ms, a pause " +
             ms(shortest_pause) + " ms at the least. So intervals below " + ms(limit) + " ms lie within a burst. " +
             (form_.late
                  ? "There they change over " + std::to_string(form_.turns) + " times (2 times or more), so it bursts."
                  : "Short ones keep coming back in the second half of the train, so it bursts.");
  }

  /// Bursts and single spikes one after the other.
  bool in_turn() const {
    for (std::size_t i = 1; i < form_.groups.size(); ++i)
      if ((form_.groups[i].size() > 1) == (form_.groups[i - 1].size() > 1)) return false;
    return form_.groups.size() > 2;
  }

  std::string first_burst(const Sizes& sizes) const {
    if (!found_.onset_spikes) return "; a single spike comes first";
    const std::size_t first = form_.bursts[0].size();
    return first < sizes.low || first > sizes.high ? "; the first burst has " + counted(first, "spike") : "";
  }

  void tell_groups() {
    const Place& place = *form_.place;
    const std::size_t first = form_.groups.front().first, last = form_.groups.back().first;
    const Intervals turns{from(first).begin, from(last).begin};
    std::vector<double> within, between;
    for (auto isi = turns.begin; isi != turns.end; ++isi) (*isi < place.limit ? within : between).push_back(*isi);
    const bool fast = place.above < shortest_pause;
    text_ = (fast ? "Fast " : "Slow ") + name_of_groups(form_.groups.front().size()) + ": " +
            ms({within.begin(), within.end()}) + " ms within each, " + ms({between.begin(), between.end()}) +
            " ms between them (" + hertz(steady_rate_.value_or(1000 / turns.mean())) + " Hz on average)";
    rule_ += two_sorts() + ", which take turns. They are no bursts: ";
    rule_ += fast ? "a pause between bursts lasts " + ms(shortest_pause) + " ms at the least." : a_burst_lasts() + ".";
  }

  // --- one sort, after an opening or without ---

  std::string jump_rule() const {
    const std::size_t burst = form_.opening, jump = form_.jump;
    std::string rule = "After spike " + std::to_string(jump + 1) + " the interval jumps from " + ms(isi_[jump - 1]) +
                       " to " + ms(isi_[jump]) + " ms, " + factor(isi_[jump] / isi_[jump - 1]) +
                       " times as long (2 times or more: an onset burst), and none is as short again (from " +
                       ms(from(jump).low()) + " ms on). ";
    if (jump > burst)
      rule += "The interval of " + ms(isi_[burst]) + " ms before the jump lies outside the burst: " + a_burst_lasts() +
              ". ";
    return rule;
  }

  std::string opening() {
    const std::size_t burst = form_.opening;
    if (form_.bursts.size() == 1 && form_.bursts[0].first == 0) {
      if (form_.jump) rule_ += jump_rule();
      return "Onset burst of " + counted(burst + 1, "spike");
    }
    if (!form_.bursts.empty()) return opening_bursts();
    rule_ += "The first interval, " + ms(isi_[0]) + " ms, is too long for a burst, as " + a_burst_lasts() +
             "; but all others are " + factor(from(1).low() / isi_[0]) + " times as long and more (" +
             factor(pair_apart) + " times or more: a pair). ";
    return "A pair of spikes " + ms(isi_[0]) + " ms apart";
  }

  std::string opening_bursts() {
    rule_ += two_sorts() + ", and no short one comes in the second half of the train, so the bursts are those of the " +
             "onset. ";
    const std::size_t count = form_.bursts.size();
    if (count == 1)
      return "After " + counted(form_.bursts[0].first, "single spike") + " a burst of " +
             counted(form_.bursts[0].size(), "spike");
    if (count == 2)
      return "2 bursts at the onset, of " + std::to_string(form_.bursts[0].size()) + " and " +
             counted(form_.bursts[1].size(), "spike");
    return std::to_string(count) + " bursts at the onset, of " + range_of(sizes_of(form_.bursts));
  }

  void tell_opening_and_rest() {
    if (form_.opening == 0) return tell_train();
    const std::string first = opening();
    if (form_.jump && found_.onset_spikes) {
      const Place place{Intervals{isi_.begin(), from(form_.opening).begin}.high(), from(form_.opening).low()};
      found_.limit = place.limit;
      found_.separation = place.ratio();
    }
    const Intervals rest = from(form_.opening);
    if (rest.size() == 1) {
      text_ = first + ", then one more spike " + ms(rest.low()) + " ms later";
      rule_ += "One interval follows, which names no train.";
    } else if (form_.steadiness == Steadiness::too_few) {
      text_ = first + ", then 2 more spikes after " + ms(*rest.begin) + " and " + ms(*(rest.begin + 1)) + " ms";
      rule_ += "Two unlike intervals follow, which name no train.";
    } else {
      text_ = first + ", then " + steady_text();
      rule_ += steady_rule();
    }
  }

  std::string steady_text() const {
    switch (form_.steadiness) {
      case Steadiness::even:
        return "tonic firing at " + rate();
      case Steadiness::settling:
        return "tonic firing at " + rate() + ", still settling: intervals of " + last_two() +
               " ms in turn draw together";
      case Steadiness::cycle:
        return cycle_text();
      case Steadiness::drifting:
        return "intervals that " + std::string(*steady().begin < isi_.back() ? "grow" : "shrink") + " from " +
               ms(*steady().begin) + " ms to " + ms(isi_.back()) + " ms";
      default:
        return "irregular intervals of " + ms(steady()) + " ms (" + hertz(1000 / steady().mean()) + " Hz on average)";
    }
  }

  std::string steady_rule() const {
    switch (form_.steadiness) {
      case Steadiness::settling:
        return "The last intervals are longer and shorter in turn, by ever less.";
      case Steadiness::cycle:
        return "The intervals repeat after every " + std::to_string(form_.cycle) + ", to within 2 %.";
      case Steadiness::drifting:
        return "The last intervals change one way only.";
      case Steadiness::uneven:
        return variation_rule() + " They repeat after no number of intervals up to 15.";
      default:
        return variation_rule();
    }
  }

  std::string last_two() const {
    const Intervals last = from(isi_.size() - 2);
    return ms(last.low()) + " and " + ms(last.high());
  }

  std::string variation_rule() const {
    if (form_.steadiness == Steadiness::even && *found_.cv > steady_cv)
      return "The last 3 intervals are the same to within 2 %.";
    if (isi_.size() - form_.opening == 2)
      return "The two intervals differ by " + factor(100 * apart(steady())) + " % (up to 10 %: tonic).";
    const double percent = 100 * *found_.cv;
    return "The last " + std::to_string(steady().size()) + " intervals vary by " +
           (percent < 0.1 ? "less than 0.1" : factor(percent)) + " % (coefficient of variation; up to 10 %: tonic).";
  }

  std::string cycle_text() const {
    const Intervals last = from(isi_.size() - form_.cycle);
    const std::string rate = " (" + hertz(steady_rate_.value_or(1000 / last.mean())) + " Hz on average)";
    if (form_.cycle == 2) return "intervals of " + ms(last.low()) + " and " + ms(last.high()) + " ms in turn" + rate;
    return "intervals of " + ms(last) + " ms that repeat after every " + std::to_string(form_.cycle) + rate;
  }

  /// Why there are no bursts, where there might be.
  std::string no_bursts() const {
    if (isi_.size() < 2) return "";
    const Place place = *widest_place(all());
    const std::string two = "Intervals of up to " + ms(place.below) + " ms and from " + ms(place.above) + " ms on, " +
                            factor(place.ratio()) + " times as long, ";
    if (place.ratio() < long_to_short) {
      const std::optional<Place> late = widest_place(steady());
      if (late && late->ratio() >= long_to_short)
        return "In the second half of the train intervals of up to " + ms(late->below) + " ms and from " +
               ms(late->above) + " ms on, " + factor(late->ratio()) +
               " times as long, change over once only, so there are no bursts. ";
      return "No interval is twice as long as the next shorter one (" + factor(place.ratio()) +
             " times at the most), so there are no bursts. ";
    }
    if (all().low() >= longest_in_burst)
      return "The shortest interval is " + ms(all().low()) + " ms, and " + a_burst_lasts() +
             ", so there are no bursts. ";
    if (all().high() < shortest_pause)
      return "The longest interval is " + ms(all().high()) + " ms, and a pause between bursts lasts " +
             ms(shortest_pause) + " ms at the least, so there are no bursts. ";
    if (place.below >= longest_in_burst)
      return two + "are two sorts, but " + a_burst_lasts() + ", so there are no bursts. ";
    if (place.above < shortest_pause)
      return two + "are two sorts, but a pause between bursts lasts " + ms(shortest_pause) +
             " ms at the least, so there are no bursts. ";
    return two + "do not take turns in the second half of the train, so there are no bursts. ";
  }

  void tell_train() {
    const double ratio = isi_.front() / form_.last;
    const std::string from_to = " from " + ms(isi_.front()) + " ms to " + ms(isi_.back()) + " ms";
    const std::string shares = "The first interval is " + factor(ratio) + " times the last one ";
    switch (form_.kind) {
      case PatternKind::few:
        return tell_few();
      case PatternKind::adapting: {
        const bool strongly = ratio < adapted_strongly;
        text_ = std::string(strongly ? "Strongly adapting" : "Adapting") + ": the intervals grow" + from_to;
        if (steady_rate_ || form_.steadiness == Steadiness::even) text_ += " (" + rate() + ")";
        rule_ += no_bursts() + shares + (strongly ? "(below 0.5: adapting strongly). " : "(below 0.8: adapting). ") +
                 steady_rule();
        break;
      }
      case PatternKind::speeding_up:
        text_ = "Speeding up: the intervals shrink" + from_to;
        if (steady_rate_) text_ += " (" + rate() + ")";
        rule_ += no_bursts() + shares + "(above 1.25: speeding up).";
        break;
      case PatternKind::tonic:
        text_ = capital(steady_text());
        rule_ += no_bursts() + shares + "(0.8 to 1.25: hardly adapting). " + steady_rule();
        break;
      case PatternKind::in_turn:
        text_ = capital(cycle_text()) + "; the first interval is " + ms(isi_.front()) + " ms";
        rule_ += no_bursts() + steady_rule();
        break;
      default:
        text_ = "Irregular: intervals of " + ms(steady()) + " ms (" + hertz(1000 / steady().mean()) + " Hz on average)";
        rule_ += no_bursts() + steady_rule();
    }
    if (form_.kind == PatternKind::adapting && form_.steadiness == Steadiness::settling) rule_ += " " + steady_rule();
  }

  void tell_few() {
    if (isi_.size() == 1 && form_.fell_silent)
      text_ = "A pair of spikes " + ms(isi_[0]) + " ms apart";
    else
      text_ = counted(isi_.size() + 1, "spike") + ", " + ms(isi_[0]) + (isi_.size() > 1 ? " and " + ms(isi_[1]) : "") +
              " ms apart";
    rule_ += isi_.size() == 1 ? "There is one interval only, of " + ms(isi_[0]) + " ms: it names no train."
                              : std::string("There are two unlike intervals only: they name no train.");
  }

  static std::string capital(std::string text) {
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
  }

  const std::vector<double>& isi_;
  double quiet_;  // ms from the last spike to the end of the window
  std::optional<double> steady_rate_;
  Form form_;
  Pattern found_;
  std::string text_, rule_;
};

/// The spikes within the window, and how many come before it.
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

Pattern said(PatternKind kind, const std::string& text, const std::string& rule) {
  Pattern result;
  result.kind = kind;
  result.text = text;
  result.rule = rule;
  return result;
}

/// What is known of a run beside its spikes.
struct Known {
  bool steady = true;                  // its current does not change within the window
  bool named = false;                  // the text names the window, so that it need not be called that of the stimulus
  bool stimulated = true;              // there is a stimulus within the run; without one the window is all of it
  std::optional<std::string> runaway;  // why it is certain to run away
};

/// The steady rate, which a run has that was followed to its end under a steady current.
std::optional<double> hertz(const Seen& seen, const Ended& ended, const Known& known) {
  return ended.kind == End::finished && known.steady ? steady_rate(seen.spikes, seen.window).rate : std::nullopt;
}

Pattern few_or_none(const Seen& seen, const Known& known) {
  const bool elsewhere = !known.named && seen.before + seen.after > 0;
  const std::string where = known.named        ? "in this time."
                            : known.stimulated ? "while the stimulus is on."
                                               : "in this run, which has no stimulus.";
  if (seen.spikes.empty())
    return said(PatternKind::silent, elsewhere ? "Silent while the stimulus is on." : "Silent: no spike.",
                "There is no spike " + where);
  return said(PatternKind::single, elsewhere ? "A single spike while the stimulus is on." : "A single spike.",
              "There is one spike " + where);
}

Pattern within(const Seen& seen, const Ended& ended, const Known& known) {
  const std::vector<double>& spikes = seen.spikes;
  if (spikes.size() < 2) return few_or_none(seen, known);
  std::vector<double> isi;
  for (std::size_t i = 1; i < spikes.size(); ++i) isi.push_back(spikes[i] - spikes[i - 1]);
  Pattern result;
  if (known.runaway || ended.kind == End::too_many_spikes)
    // In fixed steps no interval is shorter than a step.
    result = said(
        PatternKind::runaway,
        isi.back() < isi.front()
            ? "Runaway: the intervals shrink without end, from " + ms(isi.front()) + " ms to " + ms(isi.back()) + " ms."
            : "Runaway: u falls without end, with intervals of " + ms(isi.back()) + " ms.",
        known.runaway.value_or("Spikes followed one another faster than 1000 a millisecond."));
  else if (Intervals{isi.begin(), isi.end()}.low() < coincident)
    result = said(PatternKind::irregular, "Irregular: some spikes coincide.", "There are intervals of 0 ms.");
  else
    return Teller(isi, seen.window.end - spikes.back(), hertz(seen, ended, known)).told();
  result.first_isi = isi.front();
  result.last_isi = isi.back();
  return result;
}

std::string others(std::size_t count, const std::string& where) {
  return count == 0 ? "" : " " + counted(count, "spike") + (count == 1 ? " comes " : " come ") + where + ".";
}

Pattern of_window(const std::vector<double>& spikes, const Span& window, const Ended& ended, const Known& known) {
  const Seen part = seen(spikes, window, ended);
  Pattern result = within(part, ended, known);
  for (auto* indices : {&result.burst_first, &result.burst_last})
    for (double& index : *indices) index += static_cast<double>(part.before);
  if (known.named)
    result.text +=
        " This is from " + ms(window.start) + " ms to " + ms(window.end) + " ms, while the current is steady.";
  if (!known.steady) result.text += " The current changes meanwhile.";
  const std::string what = known.named ? "that" : "the stimulus";
  result.text += others(part.before, "before " + what) + others(part.after, "after " + what);
  if (ended.kind != End::finished) result.text += " The run stopped at " + ms(ended.time) + " ms.";
  return result;
}

/// Why a train is certain to run away that goes on as it does.
std::string runaway_rule(const Experiment& experiment, const Ended& ended, double u) {
  if (ended.kind == End::too_many_spikes) return "Spikes followed one another faster than 1000 a millisecond.";
  const Cell& cell = experiment.cell;
  return "After its last spike u is " + pA(u) + " pA, so low that each spike takes more from it (" + readable(-cell.d) +
         " pA) than an interval gives back (about " + pA(cell.a * cell.C * (cell.vpeak - cell.c)) + " pA).";
}

}  // namespace

Pattern pattern(const std::vector<double>& spikes, const Span& window, const Ended& ended) {
  measures(spikes, window);  // throws what is no train or no window
  return of_window(spikes, window, ended, {});
}

Pattern run_pattern(const Experiment& experiment, const std::vector<double>& spikes, const std::vector<double>& reset_u,
                    const Ended& ended) {
  run_measures(experiment, spikes, reset_u, ended);  // throws what is no run
  const Judged judged = judged_stretch(experiment, spikes, ended);
  Known known{judged.steady, !judged.whole, is_stimulated(experiment.stimulus, experiment.duration), {}};
  if (train_runs_away(experiment, reset_u, ended)) known.runaway = runaway_rule(experiment, ended, reset_u.back());
  return of_window(spikes, judged.span, ended, known);
}

}  // namespace izh
