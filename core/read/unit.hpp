// core/read/unit.hpp: units as people write them, from the symbols and prefixes of core/schema/units.hpp.
#pragma once

#include <optional>
#include <string_view>

#include "core/schema/units.hpp"

namespace izh {

/// 10^`power` times the coherent unit of that dimension.
struct Measure {
  int power = 0;
  Dimension of{0, 0, 0};
};

constexpr bool alike(const Dimension& one, const Dimension& other) {
  return one.ampere == other.ampere && one.volt == other.volt && one.second == other.second;
}

/// A product or quotient of prefixed symbols: nS/mV, 1/ms, ms^-1, nS_per_mV, per_ms, pA/(mV*mV), pA/mV**2; "" has no
/// dimension. A slash or "per" divides by one factor, or by those in parentheses. None if a symbol is unknown.
std::optional<Measure> unit_from(std::string_view text);

}  // namespace izh
