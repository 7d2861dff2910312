#include "core/train/form.hpp"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace izh {

namespace {

bool is_burst(const Group& group) { return group.size() > 1; }

bool one_way(const Intervals& part) {
  return std::is_sorted(part.begin, part.end) ||
         std::is_sorted(std::make_reverse_iterator(part.end), std::make_reverse_iterator(part.begin));
}

class Former {
 public:
  Former(const std::vector<double>& isi, double quiet) : isi_(isi), quiet_(quiet) {}

  Form form() {
    form_.fell_silent = has_ended(isi_, quiet_);
    ending_ = ending_of(isi_);
    settle(isi_.size() / 2);
    if (isi_.size() == 1)
      two_spikes();
    else if (!bursts_late() && !bursts_at_all() && !takes_turns(steady()) && !takes_turns(all())) {
      if (form_.fell_silent)
        stop();
      else if (!opens_with_burst() && !opens_with_bursts() && !opens_with_pair())
        form_.kind = one_sort();
    }
    return form_;
  }

 private:
  Intervals all() const { return from(0); }
  Intervals steady() const { return from(form_.steady); }
  Intervals from(std::size_t first) const { return {isi_.begin() + static_cast<std::ptrdiff_t>(first), isi_.end()}; }

  /// Takes the intervals from index `first` on as the steady part, at least two of them where possible.
  void settle(std::size_t first) {
    form_.steady = first + 1 == isi_.size() && first > form_.opening ? first - 1 : first;
    form_.cycle = 0;
    form_.steadiness = steadiness();
    form_.last = form_.steadiness == Steadiness::settling ? from(isi_.size() - 2).mean() : isi_.back();
  }

  Steadiness steadiness() {
    const Intervals part = steady(), rest = from(form_.opening);
    if (part.size() < 2) return Steadiness::too_few;
    if (rest.size() == 2) return two_alike(rest) ? Steadiness::even : Steadiness::too_few;
    if (part.variation() <= steady_cv) return Steadiness::even;
    // A train with a steady rate is even, converges to even intervals, or is in a cycle.
    if (is_even(part)) return ending_.paused ? Steadiness::uneven : Steadiness::even;
    if (ending_.settled()) return ending_.cycle == 1 ? Steadiness::even : in_cycle(part, ending_.cycle);
    if (one_way(part.size() > 2 ? part : rest)) return Steadiness::drifting;
    return in_cycle(part, cycle_of(rest));
  }

  /// The steadiness of intervals that repeat after every `length`; 0: they do not repeat.
  Steadiness in_cycle(const Intervals& part, std::size_t length) {
    if (draws_together(part)) return Steadiness::settling;
    form_.cycle = length;
    return length ? Steadiness::cycle : Steadiness::uneven;
  }

  bool is_tonic() const { return form_.steadiness == Steadiness::even || form_.steadiness == Steadiness::settling; }

  void two_spikes() {
    const bool burst = isi_[0] < longest_in_burst && form_.fell_silent && quiet_ >= shortest_pause;
    form_.kind = PatternKind::few;
    if (burst) burst_then_silent(1);
  }

  void burst_then_silent(std::size_t opening, std::size_t jump = 0) {
    form_.kind = PatternKind::onset_burst_then_silent;
    form_.opening = opening;
    form_.jump = jump;
    form_.bursts = {{0, opening}};
  }

  /// Splits the whole train at a place.
  void part_at(const Place& place, std::size_t turns) {
    const std::vector<Group> groups = groups_of(isi_, place.limit);
    form_.place = place;
    form_.turns = turns;
    form_.groups = whole(groups);
    std::copy_if(groups.begin(), groups.end(), std::back_inserter(form_.bursts), is_burst);
  }

  /// True when the steady part by itself has burst intervals and pauses, and alternates between them.
  bool bursts_late() {
    const std::optional<Place> place = burst_place(steady());
    if (!place || changes(steady(), place->limit) < 2) return false;
    part_at(*place, changes(steady(), place->limit));
    form_.late = true;
    form_.kind = PatternKind::bursting;
    return true;
  }

  /// True when the whole train has both, and its steady part has a pause and a burst that follows one.
  bool bursts_at_all() {
    const std::optional<Place> place = burst_place(all());
    if (form_.fell_silent || !place || steady().high() < place->limit) return false;
    const std::vector<Group> groups = groups_of(isi_, place->limit);
    if (!std::any_of(groups.begin() + 1, groups.end(),
                     [&](const Group& group) { return is_burst(group) && group.last > form_.steady; }))
      return false;
    part_at(*place, 0);
    form_.kind = PatternKind::bursting;
    return true;
  }

  /// The groups that begin and end within the steady part. If none of them is a burst: all groups, except a single
  /// spike at the start, and the last group if the end of the run may have cut it.
  std::vector<Group> whole(std::vector<Group> groups) const {
    const bool ends = quiet_ >= form_.place->limit;
    std::vector<Group> steady;
    for (const Group& group : groups)
      if (group.first > form_.steady && (group.last < isi_.size() || ends)) steady.push_back(group);
    if (std::any_of(steady.begin(), steady.end(), is_burst)) return steady;
    if (!is_burst(groups.front())) groups.erase(groups.begin());
    if (!ends && std::any_of(groups.begin(), groups.end() - 1, is_burst)) groups.pop_back();
    return groups;
  }

  /// True when the part has two sorts that do not fit bursts and alternate in equal groups: doublets, triplets and so
  /// on. The first group may belong to the transient, and the end of the run may have cut the last one.
  bool takes_turns(const Intervals& part) {
    const std::optional<Place> place = widest_place(part);
    if (!place || place->ratio() < long_to_short || changes(part, place->limit) < 2) return false;
    const auto begin = static_cast<std::size_t>(part.begin - isi_.begin());
    std::vector<Group> groups;
    for (const Group& group : groups_of(isi_, place->limit))
      if (group.last >= begin) groups.push_back(group);
    const std::size_t size = groups.size() > 2 ? groups[1].size() : 0;
    const auto same = [&](const Group& group) { return group.size() == size; };
    if (size < 2 || !std::all_of(groups.begin() + 1, groups.end() - 1, same) || groups.back().size() > size ||
        std::count_if(groups.begin(), groups.end(), same) < 2)
      return false;
    form_.kind = PatternKind::in_turn;
    form_.place = place;
    form_.late = begin > 0;
    form_.turns = changes(part, place->limit);
    std::copy_if(groups.begin(), groups.end(), std::back_inserter(form_.groups), same);
    return true;
  }

  void stop() {
    const double time = std::accumulate(isi_.begin(), isi_.end(), 0.0);
    form_.kind = PatternKind::firing_that_stops;
    if (had_settled(0) || had_settled(1)) return;  // the current may have ended within the last interval
    const bool at_once = isi_.size() < few_in_burst || quiet_ >= long_to_short * time;
    if (all().high() < longest_in_burst && quiet_ >= shortest_pause) {
      if (at_once && isi_.size() <= longest_burst) burst_then_silent(isi_.size());
      return;
    }
    if (const std::optional<OnsetBurst> burst = onset_burst(isi_); burst && at_once)
      burst_then_silent(burst->intervals, burst->jump);
  }

  /// Whether the train had settled before its last `left_out` intervals.
  bool had_settled(std::size_t left_out) {
    const Intervals part{isi_.begin(), isi_.end() - static_cast<std::ptrdiff_t>(left_out)};
    const Intervals late{std::min(steady().begin, part.end), part.end};
    form_.cycle = is_even(part) ? 0 : cycle_of(late);
    form_.had_settled = is_even(part) || form_.cycle > 0;
    form_.left_out = left_out;
    return form_.had_settled;
  }

  void open_with(std::size_t opening, std::size_t jump) {
    form_.opening = opening;
    form_.jump = jump;
    settle(std::max(opening, isi_.size() / 2));
  }

  bool opens_with_burst() {
    const std::optional<OnsetBurst> burst = onset_burst(isi_);
    if (!burst) return false;
    open_with(burst->intervals, burst->jump);
    form_.bursts = {{0, burst->intervals}};
    form_.kind = is_tonic() ? PatternKind::onset_burst_then_tonic : PatternKind::onset_burst;
    return true;
  }

  /// True when there are bursts, but only in the first half.
  bool opens_with_bursts() {
    const std::optional<Place> place = burst_place(all());
    if (!place || steady().low() < place->limit) return false;
    const std::vector<Group> groups = groups_of(isi_, place->limit);
    if (std::any_of(groups.begin(), groups.end(), [](const Group& one) { return one.size() > longest_burst + 1; }))
      return false;
    part_at(*place, 0);
    form_.groups.clear();
    form_.opening = form_.bursts.back().last;
    form_.kind = is_tonic() ? PatternKind::onset_burst_then_tonic : PatternKind::onset_burst;
    return true;
  }

  bool opens_with_pair() {
    if (!stands_apart(isi_)) return false;
    open_with(1, 1);
    form_.kind = is_tonic() ? PatternKind::pair_then_tonic : isi_.size() == 2 ? PatternKind::few : one_sort();
    return true;
  }

  PatternKind one_sort() const {
    if (form_.steadiness == Steadiness::too_few) return PatternKind::few;
    if (form_.steadiness == Steadiness::cycle) return PatternKind::in_turn;
    const bool drifts = form_.steadiness == Steadiness::drifting, grows = *steady().begin < isi_.back();
    if (!is_tonic() && !drifts) return PatternKind::irregular;
    if (isi_.front() < adapted * form_.last && (grows || !drifts)) return PatternKind::adapting;
    if (isi_.front() * adapted > form_.last && (!grows || !drifts)) return PatternKind::speeding_up;
    return drifts ? PatternKind::irregular : PatternKind::tonic;
  }

  const std::vector<double>& isi_;
  double quiet_;
  Ending ending_;
  Form form_;
};

}  // namespace

Form form_of(const std::vector<double>& isi, double quiet) { return Former(isi, quiet).form(); }

}  // namespace izh
