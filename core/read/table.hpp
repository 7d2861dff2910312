// core/read/table.hpp: cells in rows or columns of a table, as copied from a spreadsheet or a paper.
#pragma once

#include <string_view>
#include <vector>

#include "core/read/raw_cell.hpp"

namespace izh {

/// The cells of a table with the names of parameters in its first row, one cell in each row below, or in its first
/// column, one cell in each column; the names may have units (field_name.hpp). Of a row or column without any number,
/// units apply to the others. What stands in a row or column without a known name, if it is no number, names the cells.
/// Between the fields there are tabs, vertical bars, semicolons, commas or spaces: the first of these that the first
/// line has. Empty if fewer than three names are known.
std::vector<RawCell> table_cells(std::string_view text);

}  // namespace izh
