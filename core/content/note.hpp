// core/content/note.hpp: where the teaching note and the model part ways, every number computed here and now.
#pragma once

#include <string>
#include <vector>

#include "core/schema/field.hpp"

namespace izh {

/// A number within a sentence, written as a closed form in its unit is (digits.hpp); the unit is in the sentence.
struct Quoted {
  std::string name;
  double value = 0.0;
  std::string unit;
};

template <>
inline constexpr auto fields<Quoted> = std::tuple{
    words(&Quoted::name, "name", "The placeholder it stands for."),
    result(&Quoted::value, "value", "", "Value."),
    words(&Quoted::unit, "unit", "Its unit, or none."),
};

/// One point on which the note and the model part ways.
struct Finding {
  std::string id, title;
  std::string note;   // what the note says, in our words
  std::string finds;  // what the model does, with {names} for the numbers
  std::vector<Quoted> numbers;
  std::string preset;  // the preset that shows it
};

template <>
inline constexpr auto fields<Finding> = std::tuple{
    words(&Finding::id, "id", "Stable name."),
    words(&Finding::title, "title", "Title."),
    words(&Finding::note, "note", "What the note says."),
    words(&Finding::finds, "finds", "What the model does, with {names} for the numbers."),
    list(&Finding::numbers, "numbers", 16, "The numbers."),
    words(&Finding::preset, "preset", "The preset that shows it."),
};

/// The findings, in the order in which the note comes to them. Computed by closed forms, runs and searches: a few ms.
std::vector<Finding> findings();

}  // namespace izh
