#include "core/sweep/onset_zones.hpp"

#include <algorithm>

#include "core/sweep/thresholds.hpp"

namespace izh {

std::vector<OnsetZone> onset_zones(std::optional<double> first, std::optional<double> lasting,
                                   std::optional<double> lost) {
  if (!first) return {};
  std::vector<OnsetZone> zones{{ZoneKind::silent, {}, {}}};
  const auto begin = [&](ZoneKind kind, double at) {
    zones.back().to = at;
    zones.push_back({kind, at, {}});
  };
  if (!lasting) {
    begin(ZoneKind::fires, *first);
    return zones;
  }
  const double always = std::max(*lasting, lost.value_or(*lasting));
  if (*lasting - *first >= same_threshold) begin(ZoneKind::stops, *first);
  if (always - *lasting >= same_threshold) begin(ZoneKind::either, *lasting);
  begin(ZoneKind::always, always);
  return zones;
}

}  // namespace izh
