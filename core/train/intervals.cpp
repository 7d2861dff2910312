#include "core/train/intervals.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace izh {

namespace {

constexpr double hardly = 0.005;    // of an interval: a change that may be rounding to the time grid
constexpr double unchecked = 0.01;  // largest relative change allowed if changes do not shrink
constexpr double one_ratio = 0.1;   // ratios of changes this close count as equal
constexpr double resolved = 1e-6;   // of an interval: a smaller change may be solver error
constexpr double no_less = 0.999;   // a change of at least this much of the one before has not shrunk
constexpr std::size_t enough = 3;   // this many alike in a row have settled

bool near(double now, double before) { return std::fabs(now - before) <= interval_repeats * now; }

/// How many intervals at the end belong to a cycle of p, including its first turn; 0: fewer than two turns, or than
/// three for p = 1.
std::size_t alike_at_end(const std::vector<double>& isi, std::size_t p) {
  std::size_t compared = 0;
  while (compared + p < isi.size() && near(isi[isi.size() - 1 - compared], isi[isi.size() - 1 - compared - p]))
    ++compared;
  if (compared >= std::max(p, enough - 1)) return compared + p;
  return p == 1 && is_even({isi.begin(), isi.end()}) ? enough : 0;
}

/// Interval lengths, sorted to find whether any of them is near a given one.
class Lengths {
 public:
  Lengths(std::vector<double>::const_iterator begin, std::vector<double>::const_iterator end) : sorted_(begin, end) {
    std::sort(sorted_.begin(), sorted_.end());
  }
  bool any_near(double one) const {
    // The nearest one above is the smallest of those above, the nearest below the largest of those below.
    const auto above = std::lower_bound(sorted_.begin(), sorted_.end(), one);
    return (above != sorted_.end() && near(*above, one)) || (above != sorted_.begin() && near(above[-1], one));
  }
  double longest() const { return sorted_.back(); }

 private:
  std::vector<double> sorted_;
};

/// True when the train fired like its last `alike` intervals before and has paused since, as between bursts: it has not
/// settled to them.
bool paused(const std::vector<double>& isi, std::size_t alike) {
  const auto end = isi.end() - static_cast<std::ptrdiff_t>(alike);
  const Lengths settled(end, isi.end());
  const auto before = std::find_if(isi.begin(), end, [&](double one) { return settled.any_near(one); });
  return std::any_of(before, end, [&](double one) { return one >= long_to_short * settled.longest(); });
}

/// Mean intervals over the last turns of a cycle, or groups of turns: `part` intervals each, counted from 0 at the end.
class Means {
 public:
  Means(const std::vector<double>& isi, std::size_t part) : isi_(isi), part_(part) {}
  double of(std::size_t ago) const {
    const auto end = isi_.end() - static_cast<std::ptrdiff_t>(ago * part_);
    return Intervals{end - static_cast<std::ptrdiff_t>(part_), end}.mean();
  }
  double change(std::size_t ago) const { return of(ago) - of(ago + 1); }
  double ratio(std::size_t ago) const { return change(ago) / change(ago + 1); }

 private:
  const std::vector<double>& isi_;
  std::size_t part_;
};

/// True when the last four turns of p intervals approach their limit by a constant ratio and are nearly there.
bool nearly_there(const std::vector<double>& isi, std::size_t p, std::size_t alike) {
  if (alike < 4 * p) return false;
  const Means turn(isi, p);
  const double last = turn.ratio(0), before = turn.ratio(1), ratio = std::max(last, before);
  return std::min(last, before) > 0 && ratio < 1 && std::fabs(last - before) <= one_ratio &&
         std::fabs(turn.change(0)) * ratio / (1 - ratio) <= hardly * turn.of(0);
}

/// True when the last four parts of `part` intervals, or the last three single intervals if there are no more, change
/// one way without shrinking, and so does each turn of p intervals in them: rounding to the time grid would send them
/// to and fro.
bool drifts(const std::vector<double>& isi, std::size_t p, std::size_t part, std::size_t alike) {
  const std::size_t parts = std::min<std::size_t>(4, alike / part);
  if (parts < (p == 1 ? 3 : 4)) return false;
  const Means mean(isi, part), turn(isi, p);
  const double changed = mean.change(0);
  if (std::fabs(changed) <= resolved * mean.of(0)) return false;
  for (std::size_t ago = 0; ago + 2 < parts; ++ago)
    if (!(mean.ratio(ago) >= no_less)) return false;
  for (std::size_t ago = 0; ago + 1 < parts * part / p; ++ago)
    if (turn.change(ago) * changed < 0) return false;
  return true;
}

/// The relative amount by which the last `alike` intervals, in a cycle of p, still change; 0: they have settled.
double still_changes(const std::vector<double>& isi, std::size_t p, std::size_t alike) {
  const std::size_t part = p * std::max<std::size_t>(1, alike / (4 * p));
  const Means mean(isi, part);
  const double changed = std::fabs(mean.change(0)) / mean.of(0);
  const double drift = drifts(isi, p, part, alike) ? changed : 0;
  if (!(changed > hardly) || alike < 3 * part || nearly_there(isi, p, alike)) return drift;
  const double ratio = mean.ratio(0);  // below 0: to and fro
  const bool shrinks = ratio < 1;
  const double most = shrinks ? interval_repeats / std::max(1.0, ratio / (1 - ratio)) : unchecked;
  if (changed <= most) return drift;
  // The last two may be the same by chance, as on a time grid; then the change of the means counts.
  const double last_two = std::fabs(isi.back() - isi[isi.size() - 1 - p]) / isi.back();
  return last_two > hardly ? last_two : changed;
}

template <class Fits>
std::optional<Place> widest(const Intervals& part, Fits fits) {
  std::vector<double> isi(part.begin, part.end);
  std::sort(isi.begin(), isi.end());
  std::optional<Place> found;
  for (std::size_t i = 1; i < isi.size(); ++i) {
    const Place place{isi[i - 1], isi[i], std::sqrt(isi[i - 1] * isi[i])};
    if (fits(place) && (!found || place.ratio() > found->ratio())) found = place;
  }
  return found;
}

double lowest_from(const std::vector<double>& isi, std::size_t begin) {
  return *std::min_element(isi.begin() + static_cast<std::ptrdiff_t>(begin), isi.end());
}

}  // namespace

double Intervals::low() const { return *std::min_element(begin, end); }
double Intervals::high() const { return *std::max_element(begin, end); }
double Intervals::mean() const { return std::accumulate(begin, end, 0.0) / static_cast<double>(size()); }

double Intervals::variation() const {
  const double middle = mean();
  double squares = 0;
  for (auto isi = begin; isi != end; ++isi) squares += (*isi - middle) * (*isi - middle);
  return std::sqrt(squares / static_cast<double>(size())) / middle;
}

Place place_above_bursts(double below, double above) {
  return {below, above, std::min(std::sqrt(below * above), longest_in_burst)};
}

std::optional<Place> widest_place(const Intervals& part) {
  return widest(part, [](const Place&) { return true; });
}

std::optional<Place> burst_place(const Intervals& part) {
  const std::optional<Place> place = widest(part, [](const Place& one) {
    return one.ratio() >= long_to_short && one.below < longest_in_burst && one.above >= shortest_pause;
  });
  return place ? std::optional(place_above_bursts(place->below, place->above)) : std::nullopt;
}

std::vector<Group> groups_of(const std::vector<double>& isi, double limit) {
  std::vector<Group> result{{0, 0}};
  for (std::size_t i = 0; i < isi.size(); ++i)
    if (isi[i] < limit)
      result.back().last = i + 1;
    else
      result.push_back({i + 1, i + 1});
  return result;
}

std::size_t changes(const Intervals& part, double limit) {
  std::size_t count = 0;
  for (auto isi = part.begin; isi != part.end && isi + 1 != part.end; ++isi)
    count += (*isi < limit) != (*(isi + 1) < limit);
  return count;
}

Ending ending_of(const std::vector<double>& isi) {
  bool returned = false;
  for (std::size_t p = 1; p <= longest_cycle; ++p) {
    const std::size_t alike = alike_at_end(isi, p);
    if (alike && !paused(isi, alike)) return {p, alike, still_changes(isi, p, alike), false};
    if (alike && p == 1) returned = true;
  }
  return {0, 0, 0, returned};
}

std::size_t cycle_of(const Intervals& part) {
  for (std::size_t length = 2; 2 * length <= part.size() && length <= longest_cycle; ++length) {
    const auto from = part.end - static_cast<std::ptrdiff_t>(length);
    if (std::equal(from, part.end, from - static_cast<std::ptrdiff_t>(length), near)) return length;
  }
  return 0;
}

bool draws_together(const Intervals& part) {
  constexpr std::size_t seen = 5;
  constexpr double less = 0.998;  // once a lasting cycle is seen, its steps shrink far less than this
  if (part.size() < seen) return false;
  const auto step = [&](std::size_t ago) {
    const auto now = part.end - 1 - static_cast<std::ptrdiff_t>(ago);
    return *now - *(now - 1);
  };
  for (std::size_t ago = 0; ago + 2 < seen; ++ago)
    if (!(step(ago) * step(ago + 1) < 0 && std::fabs(step(ago)) < less * std::fabs(step(ago + 1)))) return false;
  return true;
}

bool is_even(const Intervals& part) {
  return part.size() >= 3 &&
         std::all_of(part.end - 3, part.end, [&](double isi) { return near(*(part.end - 1), isi); });
}

std::optional<OnsetBurst> onset_burst(const std::vector<double>& isi) {
  std::optional<OnsetBurst> found;
  std::vector<double> lowest(isi);  // lowest from each one on
  for (std::size_t i = isi.size(); i-- > 1;) lowest[i - 1] = std::min(lowest[i - 1], lowest[i]);
  double highest = 0, widest = 0;
  std::size_t within = 0;
  for (std::size_t jump = 1; jump < isi.size(); ++jump) {
    const double before = isi[jump - 1], ratio = isi[jump] / before;
    highest = std::max(highest, before);
    if (within + 1 == jump && before < longest_in_burst) ++within;
    if (isi[jump] < long_to_short * before || isi[jump] < shortest_pause || highest >= lowest[jump]) continue;
    if (within == 0 || within > longest_burst || within + 1 < jump || ratio <= widest) continue;
    if (within > few_in_burst - 1 && jump + 1 == isi.size()) continue;
    widest = ratio;
    found = OnsetBurst{within, jump};
  }
  return found;
}

bool has_ended(const std::vector<double>& isi, double quiet) {
  return quiet >= long_to_short * *std::max_element(isi.begin(), isi.end());
}

bool stands_apart(const std::vector<double>& isi) {
  return isi.size() > 1 && isi[0] >= longest_in_burst && lowest_from(isi, 1) >= pair_apart * isi[0];
}

double apart(const Intervals& two) { return (two.high() - two.low()) / two.high(); }

bool two_alike(const Intervals& two) { return apart(two) <= most_apart; }

}  // namespace izh
