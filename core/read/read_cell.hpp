// core/read/read_cell.hpp: what was understood of one cell in a text, field by field.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/experiment.hpp"
#include "core/schema/field.hpp"

namespace izh {

/// The form of the model in which the text gives a cell.
enum class CellForm { of_2007, of_2003 };
inline const char* names(CellForm form) { return form == CellForm::of_2007 ? "2007" : "2003"; }

/// Where a value comes from: the text; the form, which has or implies it; the present experiment, as the text has none.
enum class Origin { text, form, present };
inline const char* names(Origin origin) {
  constexpr const char* all[] = {"text", "form", "present"};
  return all[static_cast<std::size_t>(origin)];
}

/// The value of one field, and what in the text it was understood from.
struct Understood {
  std::string path;
  double value = 0.0;
  std::string unit, text, text_unit;  // of the field; as written; the one in the text, if any
  Origin origin = Origin::present;
};

template <>
inline constexpr auto fields<Understood> = std::tuple{
    words(&Understood::path, "path", "cell.C, initial.v, stimulus.0.amplitude."),
    result(&Understood::value, "value", "", "The value, in the field's unit."),
    words(&Understood::unit, "unit", "The field's unit."),
    words(&Understood::text, "text", "What the text says; empty if it says nothing."),
    words(&Understood::text_unit, "text_unit", "The unit in the text; empty if it has none."),
    choice(&Understood::origin, "origin", "Where the value comes from."),
};

/// What was not taken, and why: a problem (core/schema/problem.hpp) whose value is the text.
struct LeftOut {
  std::string path, code, value;  // the path is the name in the text where that means no field
  std::optional<double> low, high;
  std::string unit;
};

template <>
inline constexpr auto fields<LeftOut> = std::tuple{
    words(&LeftOut::path, "path", "The field, or what the text calls it."),
    words(&LeftOut::code, "code", "What is wrong."),
    words(&LeftOut::value, "value", "What the text says."),
    result(&LeftOut::low, "low", "", "The lowest valid value."),
    result(&LeftOut::high, "high", "", "The highest valid value."),
    words(&LeftOut::unit, "unit", "The unit of the field."),
};

/// One cell of a text: the nine parameters in the order of the table of fields, then what the text says about the start
/// and the current; and the present experiment with all of that in it, which is valid.
struct ReadCell {
  std::string name;
  CellForm form = CellForm::of_2007;
  std::vector<Understood> values;
  std::vector<LeftOut> left_out;
  Experiment experiment;
};

template <>
inline constexpr auto fields<ReadCell> = std::tuple{
    words(&ReadCell::name, "name", "What the text calls the cell; may be empty."),
    choice(&ReadCell::form, "form", "The form of the model."),
    list(&ReadCell::values, "values", 14, "What was understood, and what stays."),
    list(&ReadCell::left_out, "left_out", 60, "What was not taken."),
    part(&ReadCell::experiment, "experiment", "The present experiment with the cell in it."),
};

}  // namespace izh
