#include "core/read/read_cells.hpp"

#include <stdexcept>
#include <utility>

#include "core/model/resolve.hpp"
#include "core/read/carlsim.hpp"
#include "core/read/neuroml.hpp"
#include "core/read/number.hpp"
#include "core/read/pairs.hpp"
#include "core/read/plain_text.hpp"
#include "core/read/table.hpp"
#include "core/read/understand.hpp"

namespace izh {

namespace {

struct Found {
  Notation notation;
  std::vector<RawCell> cells;
};

/// The cells in the first notation that has any.
Found cells_in(std::string_view text) {
  std::vector<RawCell> cells = neuroml_cells(text);
  if (!cells.empty()) return {Notation::neuroml, std::move(cells)};
  cells = carlsim_cells(text);
  if (!cells.empty()) return {Notation::carlsim, std::move(cells)};
  cells = table_cells(text);
  if (!cells.empty()) return {Notation::table, std::move(cells)};
  Pairs pairs = pairs_in(text);
  if (pairs.cells.empty()) return {Notation::none, {}};
  const Notation notation = pairs.style == PairStyle::plain    ? Notation::pairs
                            : pairs.style == PairStyle::python ? Notation::python
                                                               : Notation::json;
  return {notation, std::move(pairs.cells)};
}

/// The decimal mark of a text: a point in code; otherwise as its numbers show, or else `own`.
char mark_of(const Found& found, char own) {
  if (found.notation != Notation::pairs && found.notation != Notation::table) return '.';
  bool point = false, comma = false;
  for (const RawCell& cell : found.cells)
    for (const RawValue& one : cell.values) {
      const char mark = certain_mark(one.text);
      point = point || mark == '.';
      comma = comma || mark == ',';
    }
  return point == comma ? own : point ? '.' : ',';
}

}  // namespace

CellsRead read_cells(const Experiment& present, const std::string& text, const std::string& mark) {
  require("read_cells", present);
  if (mark != "." && mark != ",")
    throw std::invalid_argument("read_cells: mark = " + quoted(mark) + " is no decimal mark: a point or a comma is.");
  CellsRead result;
  if (text.size() > longest_text) {
    result.problems.push_back({"text", "too_long", "", {}, static_cast<double>(longest_text), ""});
    return result;
  }
  Found found = cells_in(plain_text(text));
  result.notation = found.notation;
  if (found.cells.empty()) result.problems.push_back({"text", "no_cell", "", {}, {}, ""});
  if (found.cells.size() > most_cells) {
    result.problems.push_back({"cells", "too_many", "", {}, static_cast<double>(most_cells), ""});
    found.cells.resize(most_cells);
  }
  const char decimal = mark_of(found, mark[0]);
  for (const RawCell& cell : found.cells) result.cells.push_back(understood(present, cell, decimal));
  return result;
}

}  // namespace izh
