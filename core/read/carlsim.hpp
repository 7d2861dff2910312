// core/read/carlsim.hpp: the parameters in calls of CARLsim's setNeuronParameters.
#pragma once

#include <string_view>
#include <vector>

#include "core/read/raw_cell.hpp"

namespace izh {

/// Every call of setNeuronParameters in `text`; its first argument, the group, is the cell's name. The arguments by
/// their number, after the group:
///
///   4: a, b, c, d, the form of 2003             8: the same with the standard deviation of each behind it
///   9: C, k, vr, vt, a, b, vpeak, c, d         18: the same with the standard deviation of each behind it
///
/// Standard deviations are values of the names a_sd and so on, unless they are 0. Calls with other numbers of arguments
/// are skipped, as are comments.
/// Source: CARLsim 4 and later, carlsim/interface/inc/carlsim.h, setNeuronParameters.
std::vector<RawCell> carlsim_cells(std::string_view text);

}  // namespace izh
