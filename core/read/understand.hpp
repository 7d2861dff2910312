// core/read/understand.hpp: from names and texts to the fields of an experiment.
#pragma once

#include "core/model/experiment.hpp"
#include "core/read/raw_cell.hpp"
#include "core/read/read_cell.hpp"

namespace izh {

/// `raw`, understood, as `read_cells` says, with numbers in which `mark` is the decimal mark.
ReadCell understood(const Experiment& present, const RawCell& raw, char mark);

}  // namespace izh
