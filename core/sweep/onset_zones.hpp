// core/sweep/onset_zones.hpp: what a cell does along the amplitude of a step, as zones between the amplitudes at which
// something begins.
#pragma once

#include <cstddef>
#include <optional>
#include <tuple>
#include <vector>

#include "core/schema/field.hpp"

namespace izh {

enum class ZoneKind {
  silent,
  fires,   // at least once; whether for good is not known
  stops,   // after some spikes
  either,  // rests or fires for good: the start decides
  always   // fires for good
};

inline const char* names(ZoneKind kind) {
  constexpr const char* all[] = {"silent", "fires", "stops", "either", "always"};
  return all[static_cast<std::size_t>(kind)];
}
template <>
inline constexpr std::size_t choices<ZoneKind> = 5;

/// What the cell does from one amplitude [pA] to another; none: however low, or high.
struct OnsetZone {
  ZoneKind kind = ZoneKind::silent;
  std::optional<double> from, to;
};

template <>
inline constexpr auto fields<OnsetZone> = std::tuple{
    choice(&OnsetZone::kind, "kind", "What the cell does."),
    result(&OnsetZone::from, "from", "pA", "From which amplitude on; none: however low."),
    result(&OnsetZone::to, "to", "pA", "Up to which amplitude; none: however high."),
};
template <>
inline constexpr bool listed<OnsetZone> = true;

/// The zones from the lowest amplitude to the highest, by the amplitudes [pA] with a `first` spike, with `lasting`
/// firing (none where it is not asked or there is none), and at which rest is `lost` under a current that stays (none
/// where it does not). Those that the searches cannot tell apart (`same_threshold`) bound no zone. Empty without a
/// first spike: no amplitude makes the cell fire, or all do.
std::vector<OnsetZone> onset_zones(std::optional<double> first, std::optional<double> lasting,
                                   std::optional<double> lost);

}  // namespace izh
