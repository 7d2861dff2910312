// core/read/read_cells.hpp: cells from a text as people have it: a line of a script, a Python dict, JSON, NeuroML, a
// CARLsim call, a table; in the form of 2007 or of 2003.
#pragma once

#include <string>
#include <vector>

#include "core/model/experiment.hpp"
#include "core/read/read_cell.hpp"
#include "core/schema/field.hpp"

namespace izh {

/// What a text was taken for.
enum class Notation { none, pairs, python, json, neuroml, carlsim, table };
inline const char* names(Notation notation) {
  constexpr const char* all[] = {"none", "pairs", "Python", "JSON", "NeuroML", "CARLsim", "table"};
  return all[static_cast<std::size_t>(notation)];
}

struct CellsRead {
  Notation notation = Notation::none;
  std::vector<ReadCell> cells;
  std::vector<LeftOut> problems;  // of the text as a whole
};

template <>
inline constexpr auto fields<CellsRead> = std::tuple{
    choice(&CellsRead::notation, "notation", "What the text was taken for."),
    list(&CellsRead::cells, "cells", 200, "The cells in it, in their order."),
    list(&CellsRead::problems, "problems", 2, "What is wrong with it as a whole."),
};

/// A longer text is refused [bytes].
inline constexpr std::size_t longest_text = 65536;

/// The cells in `text`. `mark` is the reader's decimal mark, "." or ","; it decides only where the text does not.
/// A field that the text does not name, or of which it gives something invalid or two different values, keeps the value
/// of `present`. A cell with a, b, c and d but without C, k, vr and vt is in the form of 2003
/// (core/model/form_2003.hpp), unless b or d has a unit of our form. v at time 0 without u means u = 0 there, in the
/// form of 2007, as in NeuroML.
/// Throws std::invalid_argument unless `present` is valid and `mark` is a decimal mark.
CellsRead read_cells(const Experiment& present, const std::string& text, const std::string& mark);

}  // namespace izh
