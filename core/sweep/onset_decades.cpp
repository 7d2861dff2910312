#include "core/sweep/onset_decades.hpp"

#include <cmath>
#include <cstddef>

namespace izh {

namespace {

constexpr std::size_t all = 2 * per_decade + 1;

}  // namespace

double slope(const std::vector<double>& x, const std::vector<double>& y) {
  double mean_x = 0, mean_y = 0, xx = 0, xy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    mean_x += x[i] / static_cast<double>(x.size());
    mean_y += y[i] / static_cast<double>(x.size());
  }
  for (std::size_t i = 0; i < x.size(); ++i) {
    xx += (x[i] - mean_x) * (x[i] - mean_x);
    xy += (x[i] - mean_x) * (y[i] - mean_y);
  }
  return xy / xx;
}

double power_of_ten(double exponent) { return 1 / std::round(std::pow(10, std::round(-exponent))); }

Lowest::Lowest(const std::vector<double>& distance, const std::vector<double>& cycle,
               const std::vector<double>& cycle_rate, const std::vector<double>& rate) {
  const auto read = [&](std::size_t first) {
    for (std::vector<double>* list : {&log_distance, &inverse_root, &log_rate, &period}) list->clear();
    for (std::size_t i = first; i < distance.size() && period.size() < all; ++i) {
      // All with equally many spikes per cycle, and none left out.
      const double expected = decade + static_cast<double>(period.size()) / per_decade;
      const double log = std::log10(distance[i]);
      if (cycle[i] == 0 || cycle[i] != cycle[0] || std::fabs(log - expected) > 1e-3) return;
      log_distance.push_back(log);
      inverse_root.push_back(1 / std::sqrt(distance[i]));
      log_rate.push_back(std::log10(rate[i]));
      period.push_back(1000 / cycle_rate[i]);
    }
    complete = period.size() == all;
    if (!complete) return;
    near = period[0] - period[per_decade];
    far = period[per_decade] - period[2 * per_decade];
  };
  for (std::size_t first = 0; first < distance.size() && !complete; ++first) {
    decade = std::log10(distance[first]);
    if (decade > -4 + 1e-9) break;
    if (std::fabs(decade - std::round(decade)) < 1e-9) read(first);
    // The nearest are used, those farther off only if the nearest took too long.
    if (distance[first] < nearest * 1.001) break;
  }
}

bool agree(double one, double other) { return other > 0 && std::fabs(one - other) <= 0.1 * other; }

}  // namespace izh
