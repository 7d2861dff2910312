// core/plane/critical_parameters.hpp: the values of the parameters at which a cell begins to lose rest in another way.
#pragma once

#include <string>
#include <tuple>
#include <vector>

#include "core/model/cell.hpp"
#include "core/schema/field.hpp"
#include "core/schema/text.hpp"

namespace izh {

/// A value of one parameter, all others being as they are, at which something changes.
struct CriticalParameter {
  std::string parameter;  // "b"
  double value = 0.0;     // in the parameter's unit
  std::string formula;    // "b = a C"
  Text text;              // what changes there
};

template <>
inline constexpr auto fields<CriticalParameter> = std::tuple{
    words(&CriticalParameter::parameter, "parameter", "Which parameter."),
    result(&CriticalParameter::value, "value", "", "Its value there."),
    words(&CriticalParameter::formula, "formula", "In closed form."),
    said(&CriticalParameter::text, "text", "What changes there."),
};

namespace critical_texts {

inline constexpr Says hopf_above{"critical.hopf_above"}, hopf_below{"critical.hopf_below"};

inline constexpr std::tuple all{hopf_above, hopf_below};

}  // namespace critical_texts

/// The values of a, b and C, in the order of the parameters, at which b = a C: with b above a C rest is lost at a Hopf
/// point, else at the saddle-node (see `andronov_hopf_current`). Those of C and a only where b > 0, that of b only
/// where a > 0, and none that is not valid. Exact up to rounding. Throws std::invalid_argument when the cell is not
/// valid.
std::vector<CriticalParameter> critical_parameters(const Cell& cell);

}  // namespace izh
