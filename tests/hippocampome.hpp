// tests/hippocampome.hpp: the cells of tests/reference/hippocampome.json.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/model/cell.hpp"
#include "hippocampome_json.hpp"

namespace izh {

struct NamedCell {
  std::string name;  // "2-000-1 CA3 Pyramidal"
  Cell cell;
};

inline std::vector<NamedCell> hippocampome_cells() {
  const auto json = nlohmann::json::parse(hippocampome_json);
  std::vector<NamedCell> cells;
  for (const auto& one : json.at("cells")) {
    const auto x = one.at("parameters").get<std::vector<double>>();
    cells.push_back({one.at("id").get<std::string>() + " " + one.at("name").get<std::string>(),
                     {x.at(0), x.at(1), x.at(2), x.at(3), x.at(4), x.at(5), x.at(6), x.at(7), x.at(8)}});
  }
  return cells;
}

}  // namespace izh
