#include "core/train/pattern_rule.hpp"

#include <optional>
#include <utility>
#include <vector>

namespace izh {

namespace {

namespace say = rule_texts;

constexpr double least_percent = 0.1;  // the smallest variation worth a number
constexpr double percent_alike = 100 * interval_repeats, percent_even = 100 * steady_cv;
constexpr double enough_alike = 3;
constexpr std::size_t enough_turns = 2;

double count(std::size_t many) { return static_cast<double>(many); }

class Explainer {
 public:
  explicit Explainer(const FormedTrain& train) : train_(train), form_(train.form), isi_(train.isi) {}

  Text whole() {
    if (form_.fell_silent) {
      const double longest = train_.all().high();
      add(say::fell_silent(train_.quiet, train_.quiet / longest, longest, long_to_short));
    }
    explain();
    return together(std::move(all_));
  }

 private:
  void add(Text one) { all_.push_back(std::move(one)); }

  void explain() {
    switch (form_.kind) {
      case PatternKind::bursting:
        return bursting();
      case PatternKind::onset_burst_then_silent:
        return burst_before_silence();
      case PatternKind::firing_that_stops:
        return add(stop());
      case PatternKind::tonic:
      case PatternKind::adapting:
      case PatternKind::speeding_up:
        return one_sort();
      default:
        if (form_.kind == PatternKind::in_turn && form_.place) return groups();
        form_.opening ? opening_and_rest() : one_sort();
    }
  }

  // --- silence ---

  double silence_ratio() const { return train_.quiet / train_.time(); }

  void burst_before_silence() {
    if (form_.jump) jump();
    add(say::not_settled());
    if (isi_.size() == form_.opening) add(say::all_shorter(longest_in_burst));
    add(isi_.size() < few_in_burst ? say::few_spikes(count(train_.spikes()), count(few_in_burst))
                                   : say::long_silence(silence_ratio(), train_.time(), long_to_short));
  }

  Text stop() const {
    const double spikes = count(train_.spikes());
    if (form_.had_settled) {
      if (form_.cycle)
        return form_.left_out ? say::repeated_but_last(count(form_.cycle), percent_alike)
                              : say::had_repeated(count(form_.cycle), percent_alike);
      return form_.left_out ? say::settled_but_last(enough_alike, percent_alike)
                            : say::had_settled(enough_alike, percent_alike);
    }
    if (train_.all().high() >= longest_in_burst) return say::too_slow(train_.all().high(), longest_in_burst);
    if (isi_.size() > longest_burst) return say::too_many(spikes, count(longest_burst + 1));
    return say::short_silence(spikes, count(few_in_burst), silence_ratio(), train_.time(), long_to_short);
  }

  // --- two sorts ---

  void two_sorts() {
    const Place& place = *form_.place;
    add(form_.late ? say::two_late_sorts(place.below, place.above, place.ratio(), long_to_short)
                   : say::two_sorts(place.below, place.above, place.ratio(), long_to_short));
  }

  void bursting() {
    two_sorts();
    add(say::burst_limit(longest_in_burst, shortest_pause, form_.place->limit));
    add(form_.late ? say::turns(count(form_.turns), count(enough_turns)) : say::comes_back());
  }

  void groups() {
    two_sorts();
    add(say::take_turns());
    add(form_.place->above < shortest_pause      ? say::groups_pause_short(shortest_pause)
        : form_.place->below >= longest_in_burst ? say::groups_too_slow(longest_in_burst)
                                                 : say::groups_not_late());
  }

  // --- one sort, after an opening or without ---

  void jump() {
    const std::size_t burst = form_.opening, at = form_.jump;
    const double before = isi_[at - 1], after = isi_[at];
    add(say::jump(count(at + 1), before, after, after / before, long_to_short, train_.from(at).low()));
    if (at > burst) add(say::outside_burst(isi_[burst], longest_in_burst));
  }

  void opening() {
    if (form_.bursts.empty()) {
      add(say::pair(isi_[0], longest_in_burst, train_.from(1).low() / isi_[0], pair_apart));
    } else if (form_.bursts.size() > 1 || form_.bursts[0].first > 0) {
      two_sorts();
      add(say::bursts_of_onset());
    } else if (form_.jump) {
      jump();
    }
  }

  void opening_and_rest() {
    opening();
    if (isi_.size() == form_.opening + 1)
      add(say::one_follows());
    else if (form_.steadiness == Steadiness::too_few)
      add(say::two_follow());
    else
      goes_on();
  }

  void one_sort() {
    const double ratio = isi_.front() / form_.last;
    if (form_.kind == PatternKind::few)
      return add(isi_.size() == 1 ? say::one_interval(isi_[0]) : say::two_intervals());
    add(no_bursts());
    if (form_.kind == PatternKind::adapting)
      add(ratio < adapted_strongly ? say::strongly_adapting(ratio, adapted_strongly) : say::adapting(ratio, adapted));
    if (form_.kind == PatternKind::tonic) add(say::hardly_adapting(ratio, adapted, 1 / adapted));
    if (form_.kind == PatternKind::speeding_up)
      add(say::speeding_up(ratio, 1 / adapted));
    else
      goes_on();
  }

  /// What the last intervals do.
  void goes_on() {
    switch (form_.steadiness) {
      case Steadiness::settling:
        return add(say::draw_together());
      case Steadiness::cycle:
        return add(say::repeats(count(form_.cycle), percent_alike));
      case Steadiness::drifting:
        return add(say::one_way());
      default:
        add(variation());
        if (form_.steadiness == Steadiness::uneven) add(say::no_cycle(count(longest_cycle)));
    }
  }

  Text variation() const {
    const Intervals steady = train_.steady();
    const double cv = steady.variation();
    if (form_.steadiness == Steadiness::even && cv > steady_cv) return say::last_alike(enough_alike, percent_alike);
    if (isi_.size() - form_.opening == 2) return say::two_differ(100 * apart(steady), percent_even);
    return 100 * cv < least_percent ? say::hardly_vary(count(steady.size()), least_percent, percent_even)
                                    : say::vary(count(steady.size()), 100 * cv, percent_even);
  }

  /// Why there are no bursts, where one might expect them.
  Text no_bursts() const {
    if (isi_.size() < 2) return {};
    Place place = *widest_place(train_.all());
    const bool late = place.ratio() < long_to_short;
    if (late) {
      const std::optional<Place> found = widest_place(train_.steady());
      if (!found || found->ratio() < long_to_short) return say::one_sort(long_to_short, place.ratio());
      place = *found;
    }
    const double low = train_.all().low(), high = train_.all().high();
    if (low >= longest_in_burst) return say::all_too_long(low, longest_in_burst);
    if (high < shortest_pause) return say::all_too_short(high, shortest_pause);
    if (place.below >= longest_in_burst)
      return say::short_too_long(place.below, place.above, place.ratio(), longest_in_burst);
    if (place.above < shortest_pause)
      return say::long_too_short(place.below, place.above, place.ratio(), shortest_pause);
    return late && changes(train_.steady(), place.limit) < enough_turns
               ? say::late_once(place.below, place.above, place.ratio())
               : say::no_turns(place.below, place.above, place.ratio());
  }

  const FormedTrain& train_;
  const Form& form_;
  const std::vector<double>& isi_;
  std::vector<Text> all_;
};

}  // namespace

Text pattern_rule(const FormedTrain& train) { return Explainer(train).whole(); }

}  // namespace izh
