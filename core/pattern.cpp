#include "core/pattern.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <numeric>

#include "core/spikes.hpp"

namespace izh {

namespace {

// The rule. The intervals are sorted; where one is at least twice the next shorter one, the widest such place parts
// short from long, and short ones that keep coming back make bursts. The second half of the train is sorted first, as
// intervals of the transient may fill the place; the whole train where half of it is too short to show them in turn.
// Else a first few that end in a jump to at least twice as long, and are never met again, are an onset burst; else the
// first against the last tells adaptation.
//
// A train that stops is a burst of its own unless it had settled: under a steady current a train that repeats goes on
// for good, so the current stopped it. One that drifts with its current never settles, but fills much of the window,
// while a burst that ends by itself is short against the silence after it.
constexpr double apart = 2.0;        // long intervals are at least so many times the short ones
constexpr double adapted = 0.8;      // a first interval below this share of the last one: adapting
constexpr double steady_cv = 0.1;    // no more than this: tonic
constexpr double coincident = 1e-9;  // ms; spikes as close as that are no train that a cell fires
constexpr double repeats = 0.02;     // intervals of a cycle come back to within this share of themselves
constexpr std::size_t even = 3;      // so many such intervals at the end: settled
constexpr std::size_t few = 5;       // spikes: the note's bursts have two to five

std::string about(double x) { return rounded(x, 3); }

std::string about(double low, double high) {
  return about(low) == about(high) ? about(low) : about(low) + " to " + about(high);
}

std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

/// Some of the intervals, from `begin` to before `end`.
struct Intervals {
  std::vector<double>::const_iterator begin, end;
  std::size_t size() const { return static_cast<std::size_t>(end - begin); }
  double low() const { return *std::min_element(begin, end); }
  double high() const { return *std::max_element(begin, end); }
  double mean() const { return std::accumulate(begin, end, 0.0) / static_cast<double>(size()); }
};

double variation(const Intervals& part) {
  const double mean = part.mean();
  double squares = 0;
  for (auto isi = part.begin; isi != part.end; ++isi) squares += (*isi - mean) * (*isi - mean);
  return std::sqrt(squares / static_cast<double>(part.size())) / mean;
}

/// The widest place in the sorted intervals: the longest short one and the shortest long one.
struct Place {
  double below = 0.0, above = 0.0;
  double ratio() const { return above / below; }
};

bool near(double now, double before) { return std::fabs(now - before) <= repeats * now; }

std::optional<Place> widest_place(std::vector<double> isi) {
  std::sort(isi.begin(), isi.end());
  std::optional<Place> widest;
  for (std::size_t i = 1; i < isi.size(); ++i) {
    const Place place{isi[i - 1], isi[i]};
    if (!widest || place.ratio() > widest->ratio()) widest = place;
  }
  return widest;
}

/// Spikes that no long interval parts: indices of the first and the last.
struct Group {
  std::size_t first, last;
  std::size_t size() const { return last - first + 1; }
};

std::vector<Group> groups(const std::vector<double>& isi, double limit) {
  std::vector<Group> result{{0, 0}};
  for (std::size_t i = 0; i < isi.size(); ++i)
    if (isi[i] < limit)
      result.back().last = i + 1;
    else
      result.push_back({i + 1, i + 1});
  return result;
}

/// The length of the shortest cycle, of two intervals or more, that the part repeats three times at its end, or twice
/// where it is too short for three; 0: none.
std::size_t cycle(const Intervals& part) {
  for (std::size_t length = 2; 2 * length <= part.size() && length <= 16; ++length) {
    const std::size_t again = 3 * length <= part.size() ? 2 : 1;
    const auto from = part.end - static_cast<std::ptrdiff_t>(again * length);
    if (std::equal(from, part.end, from - static_cast<std::ptrdiff_t>(length), near)) return length;
  }
  return 0;
}

/// How often short intervals follow long ones or long ones short ones.
std::size_t changes(const Intervals& part, double limit) {
  std::size_t count = 0;
  for (auto isi = part.begin + 1; isi < part.end; ++isi) count += (*isi < limit) != (*(isi - 1) < limit);
  return count;
}

class Reading {
 public:
  Reading(const std::vector<double>& spikes, const Span& window, std::size_t offset)
      : isi_(measures(spikes, window).isi),
        quiet_(spikes.empty() ? 0 : window.end - spikes.back()),
        count_(spikes.size()),
        offset_(offset) {}

  Pattern read() {
    if (count_ == 0)
      return say(PatternKind::silent, "Silent: no spike.", "There is no spike while the stimulus is on.");
    if (count_ == 1) return say(PatternKind::single, "A single spike.", "There is one spike while the stimulus is on.");
    found_.first_isi = isi_.front();
    found_.last_isi = isi_.back();
    if (*std::min_element(isi_.begin(), isi_.end()) < coincident)
      return say(PatternKind::irregular, "Irregular: some spikes coincide.", "There are intervals of 0 ms.");
    place_ = widest_place(isi_);
    if (place_) found_.separation = place_->ratio();
    settle(isi_.size() / 2);
    const double longest = *std::max_element(isi_.begin(), isi_.end());
    const bool bursts = steady_turns();
    if (quiet_ > apart * longest) return fallen_silent(longest, bursts);
    if (bursts || whole_turns()) return bursting();
    if (const std::size_t opening = intervals_of_onset_burst()) return onset_burst(opening);
    if (isi_.size() == 1)
      return say(PatternKind::tonic, "Tonic at " + about(rate()) + " Hz.",
                 "There is one interval only, of " + about(isi_.front()) + " ms.");
    return one_sort();
  }

 private:
  Pattern say(PatternKind kind, const std::string& text, const std::string& rule) {
    found_.kind = kind;
    found_.text = text;
    found_.rule = rule;
    return found_;
  }

  /// Takes the intervals from number `from` on as the steady part.
  void settle(std::size_t from) {
    steady_ = {isi_.begin() + static_cast<std::ptrdiff_t>(from), isi_.end()};
    found_.cv = variation(steady_);
  }

  void note_burst(const Group& group) {
    if (group.size() < 2) return;
    found_.burst_first.push_back(static_cast<double>(group.first + offset_));
    found_.burst_last.push_back(static_cast<double>(group.last + offset_));
  }

  Pattern fallen_silent(double longest, bool bursts) {
    const std::string silence = "then silent for the last " + about(quiet_) + " ms.";
    const std::string rule = "The last " + about(quiet_) + " ms without a spike are " + about(quiet_ / longest) +
                             " times the longest interval, " + about(longest) +
                             " ms (2 times or more: it has fallen silent). ";
    if (bursts) {
      bursting();
      return say(found_.kind, found_.text.substr(0, found_.text.size() - 1) + "; " + silence, rule + found_.rule);
    }
    const double time = std::accumulate(isi_.begin(), isi_.end(), 0.0);
    if (const std::optional<Stop> stop = stopped(time))
      return say(stop->kind,
                 "Firing that stops: " + counted(count_, "spike") + " over " + about(time) + " ms, " + silence,
                 rule + stop->why);
    found_.onset_spikes = static_cast<double>(count_);
    note_burst({0, count_ - 1});
    return say(PatternKind::onset_burst_then_silent, "Onset burst of " + counted(count_, "spike") + ", " + silence,
               rule + "The intervals had not settled, and " +
                   (count_ > few ? "the silence is " + silence_over(time) + "(2 times or more: a burst)."
                                 : "the spikes are " + std::to_string(count_) + " (up to 5: a burst)."));
  }

  /// Why a train that stops is no burst, and what it was.
  struct Stop {
    PatternKind kind;
    std::string why;
  };

  std::optional<Stop> stopped(double time) const {
    if (const auto stop = settled(isi_.end(), "Before the silence ", "the intervals")) return stop;
    // The current may have changed within the last interval: then those before it tell.
    if (const auto stop = settled(isi_.end() - 1, "Before the last interval ", "the others")) return stop;
    if (count_ <= few || quiet_ >= apart * time) return std::nullopt;
    return Stop{grown(isi_.back()), "The " + counted(count_, "spike") + " are more than 5, and the silence is " +
                                        silence_over(time) + "(below 2 times: no burst)."};
  }

  std::optional<Stop> settled(std::vector<double>::const_iterator end, const std::string& before,
                              const std::string& those) const {
    const std::string so = " to within 2 %, so the firing had settled and is no burst.";
    if (is_even({isi_.begin(), end}))
      return Stop{grown(*(end - 1)), before + std::to_string(even) + " intervals are the same" + so};
    if (const std::size_t length = cycle({steady_.begin, end}))
      return Stop{PatternKind::tonic, before + those + " repeat after every " + std::to_string(length) + "," + so};
    return std::nullopt;
  }

  PatternKind grown(double last) const {
    return isi_.front() < adapted * last ? PatternKind::adapting : PatternKind::tonic;
  }

  std::string silence_over(double time) const {
    return about(quiet_ / time) + " times the time that they take, " + about(time) + " ms ";
  }

  /// The last few intervals of the part are the same.
  static bool is_even(const Intervals& part) {
    return part.size() >= even && std::all_of(part.end - static_cast<std::ptrdiff_t>(even), part.end,
                                              [&](double isi) { return near(*(part.end - 1), isi); });
  }

  void part_at(const Place& place) {
    parting_ = place;
    limit_ = std::sqrt(place.below * place.above);
    groups_ = groups(isi_, limit_);
  }

  /// True when the steady part by itself has two sorts, and comes back to one from the other.
  bool steady_turns() {
    late_ = widest_place({steady_.begin, steady_.end});
    if (!late_ || late_->ratio() < apart) return false;
    part_at(*late_);
    turns_ = changes(steady_, limit_);
    return turns_ >= 2;
  }

  bool whole_turns() {
    turns_ = 0;
    if (!place_ || place_->ratio() < apart) return false;
    part_at(*place_);
    return bursts_recur();
  }

  /// True when the steady part has intervals of both sorts, and a short one after a long one.
  bool bursts_recur() const {
    return steady_.high() >= limit_ && std::any_of(groups_.begin() + 1, groups_.end(), [&](const Group& group) {
             return group.size() > 1 && isi_.begin() + static_cast<std::ptrdiff_t>(group.last) > steady_.begin;
           });
  }

  /// The groups that begin and end within the steady part, or all of them when there are none.
  std::vector<Group> steady_groups() const {
    std::vector<Group> whole;
    const auto begin = static_cast<std::size_t>(steady_.begin - isi_.begin());
    for (const Group& group : groups_)
      if (group.first > begin && (group.last + 1 < count_ || quiet_ >= limit_)) whole.push_back(group);
    if (!whole.empty()) return whole;
    // The run's end may have cut the last one short.
    whole = groups_;
    if (whole.size() > 1 && quiet_ < limit_) whole.pop_back();
    return whole;
  }

  std::string two_sorts() const {
    return std::string(turns_ ? "In the second half of the train the" : "The") +
           " intervals fall into two sorts, up to " + about(parting_.below) + " ms and from " + about(parting_.above) +
           " ms on, " + about(parting_.ratio()) + " times as long (2 times or more: two sorts), so those below " +
           about(limit_) + " ms lie within a burst. " +
           (turns_ ? "There they change over " + std::to_string(turns_) + " times (2 times or more), so it bursts."
                   : "Short ones keep coming back in the second half of the train, so it bursts.");
  }

  Pattern bursting() {
    found_.limit = limit_;
    found_.separation = parting_.ratio();
    for (const Group& group : groups_) note_burst(group);
    const std::vector<Group> steady = steady_groups();
    const auto [least, most] = std::minmax_element(
        steady.begin(), steady.end(), [](const Group& one, const Group& other) { return one.size() < other.size(); });
    const std::size_t low = least->size(), high = most->size(), first = groups_.front().size();
    std::vector<double> gaps;
    std::copy_if(steady_.begin, steady_.end, std::back_inserter(gaps), [&](double isi) { return isi >= limit_; });
    found_.burst_spikes_low = static_cast<double>(low);
    found_.burst_spikes_high = static_cast<double>(high);
    found_.gap_low = *std::min_element(gaps.begin(), gaps.end());
    found_.gap_high = *std::max_element(gaps.begin(), gaps.end());
    found_.onset_spikes = static_cast<double>(first);
    std::string text = "Bursting: " + (low == high ? "" : std::to_string(low) + " to ") + counted(high, "spike") +
                       " per burst, " + about(*found_.gap_low, *found_.gap_high) + " ms between bursts";
    if (first < low || first > high) text += "; the first burst has " + counted(first, "spike");
    return say(PatternKind::bursting, text + ".", two_sorts());
  }

  /// How many intervals come before the largest jump from one to the next, if they are an onset burst; else 0.
  std::size_t intervals_of_onset_burst() const {
    std::size_t opening = 0;
    double largest = apart;
    for (std::size_t i = 1; i < isi_.size(); ++i)
      if (const double jump = isi_[i] / isi_[i - 1]; jump >= largest) {
        largest = jump;
        opening = i;
      }
    if (opening == 0) return 0;
    const auto end = isi_.begin() + static_cast<std::ptrdiff_t>(opening);
    return Intervals{isi_.begin(), end}.high() < Intervals{end, isi_.end()}.low() ? opening : 0;
  }

  Pattern onset_burst(std::size_t opening) {
    const auto end = isi_.begin() + static_cast<std::ptrdiff_t>(opening);
    const double longest = Intervals{isi_.begin(), end}.high(), shortest = Intervals{end, isi_.end()}.low();
    found_.limit = std::sqrt(longest * shortest);
    found_.separation = shortest / longest;
    note_burst({0, opening});
    found_.onset_spikes = static_cast<double>(opening + 1);
    settle(std::max(opening, isi_.size() / 2));
    const std::string first = "Onset burst of " + counted(opening + 1, "spike") + ", then ";
    const std::string rule = "After spike " + std::to_string(opening + 1) + " the interval jumps from " +
                             about(isi_[opening - 1]) + " to " + about(isi_[opening]) + " ms, " +
                             about(isi_[opening] / isi_[opening - 1]) +
                             " times as long (2 times or more: an onset burst), and none is as short again (from " +
                             about(shortest) + " ms on). ";
    if (is_tonic())
      return say(PatternKind::onset_burst_then_tonic, first + "tonic at " + about(rate()) + " Hz.",
                 rule + variation_rule());
    if (const std::size_t length = cycle(steady_))
      return say(PatternKind::onset_burst_then_tonic, first + "tonic, " + cycle_text(length) + ".",
                 rule + cycle_rule(length));
    return say(PatternKind::irregular,
               first + "irregular intervals of " + about(steady_.low(), steady_.high()) + " ms.",
               rule + variation_rule());
  }

  /// Of the last intervals, as `measures` has the steady rate.
  double rate() const {
    const auto count = static_cast<std::ptrdiff_t>(std::min<std::size_t>(6, steady_.size()));
    return 1000 / Intervals{steady_.end - count, steady_.end}.mean();
  }

  /// Even intervals, or such as change one way only.
  bool is_tonic() const {
    return *found_.cv <= steady_cv || std::is_sorted(steady_.begin, steady_.end) ||
           std::is_sorted(std::make_reverse_iterator(steady_.end), std::make_reverse_iterator(steady_.begin));
  }

  std::string variation_rule() const {
    if (steady_.size() < 2) return "One interval follows.";
    const double percent = 100 * *found_.cv;
    return "The last " + std::to_string(steady_.size()) + " intervals vary by " +
           (percent < 0.1 ? "less than 0.1" : about(percent)) + " % (coefficient of variation; up to 10 %: tonic).";
  }

  std::string cycle_text(std::size_t length) const {
    const Intervals last{steady_.end - static_cast<std::ptrdiff_t>(length), steady_.end};
    const std::string rate = " (" + about(1000 / last.mean()) + " Hz on average)";
    if (length == 2) return "intervals of " + about(last.low()) + " and " + about(last.high()) + " ms in turn" + rate;
    return "intervals of " + about(last.low()) + " to " + about(last.high()) + " ms that repeat after every " +
           std::to_string(length) + rate;
  }

  std::string cycle_rule(std::size_t length) const {
    return "The intervals repeat after every " + std::to_string(length) + ", to within 2 %.";
  }

  std::string not_two_sorts() const {
    if (!place_) return "";
    if (place_->ratio() < apart && late_ && late_->ratio() >= apart)
      return "In the second half of the train intervals of up to " + about(late_->below) + " ms and from " +
             about(late_->above) + " ms on, " + about(late_->ratio()) +
             " times as long, change over once only, so there are no bursts. ";
    if (place_->ratio() < apart)
      return "No interval is twice as long as the next shorter one (" + about(place_->ratio()) +
             " times at the most), so there are no bursts. ";
    return "Intervals of up to " + about(place_->below) + " ms and from " + about(place_->above) + " ms on, " +
           about(place_->ratio()) +
           " times as long, do not take turns in the second half of the train, so there are no bursts. ";
  }

  Pattern one_sort() {
    const double ratio = isi_.front() / isi_.back();
    const std::string from_to = " from " + about(isi_.front()) + " ms to " + about(isi_.back()) + " ms";
    const std::string shares = "The first interval is " + about(ratio) + " times the last one ";
    if (is_tonic()) {
      if (ratio < adapted)
        return say(PatternKind::adapting, "Adapting: the intervals grow" + from_to + " (" + about(rate()) + " Hz).",
                   not_two_sorts() + shares + "(below 0.8: adapting).");
      if (ratio > 1 / adapted)
        return say(PatternKind::tonic, "Tonic and speeding up: the intervals shrink" + from_to + ".",
                   not_two_sorts() + shares + "(above 1.25: speeding up).");
      return say(PatternKind::tonic, "Tonic at " + about(rate()) + " Hz.",
                 not_two_sorts() + shares + "(0.8 to 1.25: hardly adapting). " + variation_rule());
    }
    if (const std::size_t length = cycle(steady_))
      return say(PatternKind::tonic,
                 "Tonic, " + cycle_text(length) + "; the first interval is " + about(isi_.front()) + " ms.",
                 not_two_sorts() + cycle_rule(length));
    return say(PatternKind::irregular,
               "Irregular: intervals of " + about(steady_.low(), steady_.high()) + " ms (" +
                   about(1000 / steady_.mean()) + " Hz on average).",
               not_two_sorts() + variation_rule() + " They repeat after no number of intervals up to 16.");
  }

  std::vector<double> isi_;
  double quiet_;  // ms from the last spike to the end
  std::size_t count_, offset_;
  std::optional<Place> place_, late_;  // of the whole train, of its steady part
  Place parting_;                      // the one of them that is applied
  std::size_t turns_ = 0;              // changes from sort to sort in the steady part, where its own place is applied
  double limit_ = 0.0;
  std::vector<Group> groups_;
  Intervals steady_;
  Pattern found_;
};

}  // namespace

std::optional<double> burst_limit(const std::vector<double>& isi) {
  const std::optional<Place> place = widest_place(isi);
  return place && place->ratio() >= apart ? std::optional(std::sqrt(place->below * place->above)) : std::nullopt;
}

Pattern pattern(const std::vector<double>& spikes, const Span& window) {
  measures(spikes, window);  // throws what is no train or no window
  const auto first = std::lower_bound(spikes.begin(), spikes.end(), window.start);
  const auto last = std::upper_bound(first, spikes.end(), window.end);
  return Reading({first, last}, window, static_cast<std::size_t>(first - spikes.begin())).read();
}

}  // namespace izh
