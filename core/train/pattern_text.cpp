#include "core/train/pattern_text.hpp"

#include <vector>

namespace izh {

namespace {

namespace say = pattern_texts;

double count(std::size_t many) { return static_cast<double>(many); }

class Teller {
 public:
  explicit Teller(const FormedTrain& train) : train_(train), form_(train.form), isi_(train.isi) {}

  Text what() const {
    switch (form_.kind) {
      case PatternKind::bursting:
        return bursting();
      case PatternKind::onset_burst_then_silent:
        return burst_before_silence();
      case PatternKind::firing_that_stops:
        return say::stops(count(train_.spikes()), train_.time());
      case PatternKind::adapting:
        return adapting();
      case PatternKind::speeding_up:
        return say::speeding_up(isi_.front(), isi_.back(), train_.steady_rate ? named_rate() : Text{});
      default:
        if (form_.kind == PatternKind::in_turn && form_.place) return groups();
        return form_.opening ? opening_and_rest() : one_sort();
    }
  }

 private:
  Text rate() const { return train_.steady_rate ? say::rate(*train_.steady_rate) : say::about(train_.late_rate()); }

  /// The same behind an interval, of which it need not be the inverse.
  Text named_rate() const { return train_.steady_rate ? say::steady_rate(*train_.steady_rate) : rate(); }

  // --- two sorts of intervals ---

  Text bursting() const {
    const std::vector<Group> bursts = train_.bursts();
    const auto [fewest, most] = sizes_of(bursts);
    const auto [low, high] = train_.pauses();
    if (bursts.size() == form_.groups.size()) return say::bursting(fewest, most, low, high, beginning({fewest, most}));
    return in_turn() ? say::bursts_and_singles_in_turn(fewest, most, low, high)
                     : say::bursts_and_singles(fewest, most, low, high);
  }

  /// True when bursts and single spikes alternate.
  bool in_turn() const {
    for (std::size_t i = 1; i < form_.groups.size(); ++i)
      if ((form_.groups[i].size() > 1) == (form_.groups[i - 1].size() > 1)) return false;
    return form_.groups.size() > 2;
  }

  /// How bursting begins, if it begins differently: with single spikes, or with a burst whose size is outside `sizes`.
  Text beginning(const Extent& sizes) const {
    const Group& first = form_.bursts[0];
    if (first.first > 0) return say::single_first();
    const double spikes = count(first.size());
    return spikes < sizes.low || spikes > sizes.high ? say::first_burst(spikes) : Text{};
  }

  /// Doublets, triplets and so on.
  Text groups() const {
    const Intervals turns{train_.from(form_.groups.front().first).begin, train_.from(form_.groups.back().first).begin};
    std::vector<double> within, between;
    for (auto isi = turns.begin; isi != turns.end; ++isi)
      (*isi < form_.place->limit ? within : between).push_back(*isi);
    const Intervals one{within.begin(), within.end()}, next{between.begin(), between.end()};
    const double spikes = count(form_.groups.front().size());
    const double average = train_.steady_rate.value_or(1000 / turns.mean());
    return form_.place->above < shortest_pause
               ? say::fast_groups(spikes, one.low(), one.high(), next.low(), next.high(), average)
               : say::slow_groups(spikes, one.low(), one.high(), next.low(), next.high(), average);
  }

  // --- one sort, after an opening or without ---

  Text burst_before_silence() const {
    const std::size_t later = isi_.size() - form_.opening;
    const Text burst = say::onset_burst(count(form_.opening + 1));
    if (later == 0) return burst;
    return say::then(
        burst, later == 1 ? say::one_more(isi_.back()) : say::more(count(later), train_.time_from(form_.opening)));
  }

  Text opening() const {
    const std::vector<Group>& bursts = form_.bursts;
    if (bursts.empty()) return say::pair(isi_[0]);
    const double first = count(bursts[0].size());
    if (bursts.size() == 1)
      return bursts[0].first == 0 ? say::onset_burst(first) : say::late_burst(count(bursts[0].first), first);
    if (bursts.size() == 2) return say::two_bursts(first, count(bursts[1].size()));
    const auto [fewest, most] = sizes_of(bursts);
    return say::more_bursts(count(bursts.size()), fewest, most);
  }

  Text opening_and_rest() const {
    const Intervals rest = train_.from(form_.opening);
    if (rest.size() == 1) return say::then(opening(), say::one_more(*rest.begin));
    if (form_.steadiness == Steadiness::too_few)
      return say::then(opening(), say::two_more(*rest.begin, *(rest.begin + 1)));
    return say::then(opening(), goes_on());
  }

  Text one_sort() const {
    if (form_.kind == PatternKind::few) return few();
    if (form_.kind == PatternKind::tonic) return goes_on();
    return form_.kind == PatternKind::in_turn ? say::after_first(cycle(), isi_.front()) : irregular();
  }

  /// What it does for as long as it goes on.
  Text goes_on() const {
    const double from = *train_.steady().begin, to = isi_.back();
    switch (form_.steadiness) {
      case Steadiness::even:
        return say::tonic(rate());
      case Steadiness::settling:
        return say::settling(rate(), train_.last(2).low(), train_.last(2).high());
      case Steadiness::cycle:
        return cycle();
      case Steadiness::drifting:
        return from < to ? say::growing(from, to) : say::shrinking(from, to);
      default:
        return irregular();
    }
  }

  Text irregular() const {
    const Intervals steady = train_.steady();
    return say::irregular(steady.low(), steady.high(), 1000 / steady.mean());
  }

  Text cycle() const {
    const Intervals last = train_.last(form_.cycle);
    const double average = train_.steady_rate.value_or(1000 / last.mean());
    return form_.cycle == 2 ? say::alternating(last.low(), last.high(), average)
                            : say::cycle(count(form_.cycle), last.low(), last.high(), average);
  }

  Text adapting() const {
    const Text at = train_.steady_rate || form_.steadiness == Steadiness::even ? named_rate() : Text{};
    return isi_.front() < adapted_strongly * form_.last ? say::strongly_adapting(isi_.front(), isi_.back(), at)
                                                        : say::adapting(isi_.front(), isi_.back(), at);
  }

  Text few() const {
    if (isi_.size() > 1) return say::three_spikes(isi_[0], isi_[1]);
    return form_.fell_silent ? say::pair(isi_[0]) : say::two_spikes(isi_[0]);
  }

  const FormedTrain& train_;
  const Form& form_;
  const std::vector<double>& isi_;
};

}  // namespace

Text pattern_text(const FormedTrain& train) {
  const Text what = Teller(train).what();
  return train.form.fell_silent ? say::falls_silent(what, train.quiet) : say::does(what);
}

}  // namespace izh
