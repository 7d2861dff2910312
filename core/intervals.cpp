#include "core/intervals.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace izh {

namespace {

bool near(double now, double before) { return std::fabs(now - before) <= interval_repeats * now; }

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

double highest_before(const std::vector<double>& isi, std::size_t end) {
  return *std::max_element(isi.begin(), isi.begin() + static_cast<std::ptrdiff_t>(end));
}

double lowest_from(const std::vector<double>& isi, std::size_t begin) {
  return *std::min_element(isi.begin() + static_cast<std::ptrdiff_t>(begin), isi.end());
}

/// The burst before the jump from interval `jump` - 1 to interval `jump`, in intervals; 0: there is none.
std::size_t burst_before(const std::vector<double>& isi, std::size_t jump) {
  if (!(isi[jump] >= long_to_short * isi[jump - 1] && isi[jump] >= shortest_pause)) return 0;
  if (!(highest_before(isi, jump) < lowest_from(isi, jump))) return 0;
  std::size_t within = 0;
  while (within < jump && isi[within] < longest_in_burst) ++within;
  return within + 1 >= jump ? within : 0;
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

std::optional<Place> widest_place(const Intervals& part) {
  return widest(part, [](const Place&) { return true; });
}

std::optional<Place> burst_place(const Intervals& part) {
  std::optional<Place> place = widest(part, [](const Place& one) {
    return one.ratio() >= long_to_short && one.below < longest_in_burst && one.above >= shortest_pause;
  });
  if (place) place->limit = std::min(place->limit, longest_in_burst);
  return place;
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

std::size_t cycle_of(const Intervals& part) {
  for (std::size_t length = 2; 2 * length <= part.size() && length <= longest_cycle; ++length) {
    const auto from = part.end - static_cast<std::ptrdiff_t>(length);
    if (std::equal(from, part.end, from - static_cast<std::ptrdiff_t>(length), near)) return length;
  }
  return 0;
}

bool draws_together(const Intervals& part) {
  constexpr std::size_t enough = 5;
  constexpr double less = 0.998;  // a cycle that stays has come to far less than this by the time it is seen
  if (part.size() < enough) return false;
  const auto step = [&](std::size_t ago) {
    const auto now = part.end - 1 - static_cast<std::ptrdiff_t>(ago);
    return *now - *(now - 1);
  };
  for (std::size_t ago = 0; ago + 2 < enough; ++ago)
    if (!(step(ago) * step(ago + 1) < 0 && std::fabs(step(ago)) < less * std::fabs(step(ago + 1)))) return false;
  return true;
}

bool is_even(const Intervals& part) {
  return part.size() >= 3 &&
         std::all_of(part.end - 3, part.end, [&](double isi) { return near(*(part.end - 1), isi); });
}

std::optional<OnsetBurst> onset_burst(const std::vector<double>& isi) {
  std::optional<OnsetBurst> found;
  double widest = 0;
  for (std::size_t i = 1; i < isi.size(); ++i) {
    const std::size_t burst = burst_before(isi, i);
    if (burst == 0 || isi[i] / isi[i - 1] <= widest) continue;
    widest = isi[i] / isi[i - 1];
    found = OnsetBurst{burst, i};
  }
  return found;
}

bool has_ended(const std::vector<double>& isi, double quiet) {
  return quiet >= long_to_short * *std::max_element(isi.begin(), isi.end());
}

bool stands_apart(const std::vector<double>& isi) {
  return isi.size() > 1 && isi[0] >= longest_in_burst && lowest_from(isi, 1) >= pair_apart * isi[0];
}

}  // namespace izh
