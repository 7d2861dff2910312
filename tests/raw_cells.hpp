// tests/raw_cells.hpp: cells as a text has them, in one line.
#pragma once

#include <string>
#include <vector>

#include "core/read/raw_cell.hpp"

namespace izh {

/// Every cell: "name: C=100 [nF], k=0.7", with " | " between them.
inline std::string told(const std::vector<RawCell>& cells) {
  std::string all;
  for (const RawCell& cell : cells) {
    std::string values;
    for (const RawValue& one : cell.values)
      values +=
          (values.empty() ? "" : ", ") + one.name + "=" + one.text + (one.unit.empty() ? "" : " [" + one.unit + "]");
    all += (all.empty() ? "" : " | ") + (cell.name.empty() ? "" : cell.name + ": ") + values;
  }
  return all;
}

}  // namespace izh
