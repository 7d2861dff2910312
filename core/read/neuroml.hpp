// core/read/neuroml.hpp: cells in a NeuroML or LEMS file, read by their attributes alone.
#pragma once

#include <string_view>
#include <vector>

#include "core/read/raw_cell.hpp"

namespace izh {

/// Every element izhikevich2007Cell (C, k, vr, vt, vpeak, a, b, c, d, v0) or izhikevichCell (the form of 2003: a, b, c,
/// d, thresh, v0) in `text`, in any namespace, and every Component of such a type, with its attributes in order.
/// Comments, CDATA, instructions and declarations are skipped. Only the five entities that every XML file has are
/// replaced; nothing that a file defines expands. What is not well formed is read as far as it goes.
/// Source: NeuroML 2 core types, Cells.xml, ComponentTypes izhikevich2007Cell and izhikevichCell.
std::vector<RawCell> neuroml_cells(std::string_view text);

}  // namespace izh
