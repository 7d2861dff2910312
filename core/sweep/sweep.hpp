// core/sweep/sweep.hpp: a cell and its current while one of its parameters or the current is swept through a range.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/experiment.hpp"

namespace izh {

/// What is swept.
enum class Parameter { current, C, k, vr, vt, vpeak, a, b, c, d };

inline const char* names(Parameter parameter) {
  constexpr const char* all[] = {"current", "C", "k", "vr", "vt", "vpeak", "a", "b", "c", "d"};
  return all[static_cast<std::size_t>(parameter)];
}
template <>
inline constexpr std::size_t choices<Parameter> = 10;

/// The unit of a parameter: that of the cell's field, and of the current pA.
const char* unit_of(Parameter parameter);

struct Sweep {
  Parameter parameter = Parameter::current;
  double current = 70.0;  // pA, while a parameter of the cell is swept
  double from = 0.0, to = 400.0, points = 201.0;
};

template <>
inline constexpr auto fields<Sweep> = std::tuple{
    choice(&Sweep::parameter, "parameter", "What is swept: the current or a parameter of the cell."),
    number(&Sweep::current, "current", "pA", hard{-1e6, 1e6}, usual{-200, 800},
           "The steady current while another parameter is swept."),
    number(&Sweep::from, "from", "", hard{-1e6, 1e6}, usual{-200, 800}, "Lowest value."),
    number(&Sweep::to, "to", "", hard{-1e6, 1e6}, usual{-200, 800}, "Highest value."),
    number(&Sweep::points, "points", "", hard{2, 2000}, usual{20, 400}, "Number of values."),
};

/// The values of a sweep, including both ends, ascending. Throws std::invalid_argument when the range is not finite or
/// does not go from low to high, or does not have 2 to 2000 points.
std::vector<double> values_of(const Sweep& sweep);

/// The cell at one value of a sweep, and the steady current it is under.
struct Setting {
  Cell cell;
  double current = 0.0;
};

/// Why a cell is not valid at a value of a sweep: the members of a Problem about a number.
struct Invalid {
  std::string path, code;  // empty if valid
  double value = 0.0;
  std::optional<double> low, high;
  std::string unit;
};

template <>
inline constexpr auto fields<Invalid> = std::tuple{
    words(&Invalid::path, "path", "The field, as in Problem."),
    words(&Invalid::code, "code", "What is wrong with it, as in Problem; nothing where it is valid."),
    result(&Invalid::value, "value", "", "The value, to four decimals if that is not valid either."),
    result(&Invalid::low, "low", "", "The least that is allowed."),
    result(&Invalid::high, "high", "", "The most that is allowed."),
    words(&Invalid::unit, "unit", "Unit of these."),
};

/// The setting of `experiment` at `value`, or why there is none.
struct Set {
  std::optional<Setting> setting;
  Invalid invalid;
};
Set set_at(const Experiment& experiment, const Sweep& sweep, double value);

}  // namespace izh
