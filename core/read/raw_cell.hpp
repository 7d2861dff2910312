// core/read/raw_cell.hpp: a cell as a text has it, before anything is converted: names, and what stands behind them.
#pragma once

#include <string>
#include <vector>

namespace izh {

struct RawValue {
  std::string name, text;
  std::string unit = "";  // of the column or the row, where that has one
};

/// Which form of the model a notation says that it is.
enum class SaidForm { unsaid, of_2003, of_2007 };

struct RawCell {
  std::string name;
  std::vector<RawValue> values;
  SaidForm form = SaidForm::unsaid;
};

/// A reader stops after this many; a spreadsheet of all hippocampal types has 167.
inline constexpr std::size_t most_cells = 200;

/// A cell keeps so many values, known or not.
inline constexpr std::size_t most_values = 60;

}  // namespace izh
