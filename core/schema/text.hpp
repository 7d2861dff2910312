// core/schema/text.hpp: what the core says, as facts: which sentence, and the numbers that belong in it. How it is
// worded, and how its numbers are written, is up to the reader's language.
//
// A text is declared once, beside the code that says it, and said by a call:
//
//   inline constexpr Says adapting{"pattern.adapting", slot::measured("from", "ms"), slot::measured("to", "ms")};
//   return adapting(intervals.front(), intervals.back());
//
// A header that declares texts lists them in a tuple; core/content/texts.cpp joins the lists, against which the page's
// languages are checked.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <vector>

namespace izh {

struct Text;

/// A number with a unit that is known only when it is said, as of what a sweep varies.
struct Quantity {
  double number = 0;
  std::string unit;
};

/// What fills one slot of a text.
struct Argument {
  enum class Kind { number, quantity, name, texts };

  Kind kind = Kind::number;
  double number = 0;
  std::string name;  // of a quantity its unit
  std::vector<Text> texts;
};

/// A text, by its id, with the arguments for its slots, in the order of its declaration. An empty id says nothing.
struct Text {
  const char* id = "";
  std::vector<Argument> arguments;

  bool empty() const { return *id == '\0'; }
};

bool operator==(const Text& one, const Text& other);
inline bool operator!=(const Text& one, const Text& other) { return !(one == other); }

/// What a slot is for, which decides how a language writes its argument.
enum class Writing {
  measured,  // a number measured in a run: digits by its unit
  located,   // a number from a closed form or a search to 1e-6, or a current that flows: six decimals
  chosen,    // a number that a person chose: all its digits
  rounded,   // a number within a formula, from which its value can be worked out again: six significant digits
  bound,     // an upper bound of something measured: as measured, rounded up
  count,     // how many
  name,      // a field, by its path ("cell.C")
  pattern,   // the pattern of a train, by its name
  text,      // another text, within the sentence or after it; it may be empty
  texts      // any number of texts
};

/// The word for a Writing, as the page's build knows it.
constexpr const char* names(Writing writing) {
  constexpr const char* all[] = {"measured", "located", "chosen",  "rounded", "bound",
                                 "count",    "name",    "pattern", "text",    "texts"};
  return all[static_cast<std::size_t>(writing)];
}

/// One slot of a text. A number is written with its unit unless the slot is `bare`, like the first number of "20 to 30
/// ms".
struct Slot {
  const char* name;
  Writing as;
  const char* unit = "";
  bool bare = false;
};

/// A slot whose argument is a T.
template <class T>
struct SlotOf {
  using Given = T;
  Slot slot;

  /// The same without the unit behind the number.
  constexpr SlotOf bare() const { return {{slot.name, slot.as, slot.unit, true}}; }
};

namespace slot {

using Number = SlotOf<double>;

constexpr Number measured(const char* name, const char* unit = "") { return {{name, Writing::measured, unit}}; }
constexpr Number located(const char* name, const char* unit) { return {{name, Writing::located, unit}}; }
constexpr Number chosen(const char* name, const char* unit = "") { return {{name, Writing::chosen, unit}}; }
constexpr Number rounded(const char* name, const char* unit = "") { return {{name, Writing::rounded, unit}}; }
constexpr Number bound(const char* name, const char* unit) { return {{name, Writing::bound, unit}}; }
constexpr Number count(const char* name) { return {{name, Writing::count}}; }
constexpr SlotOf<Quantity> quantity(const char* name, Writing as) { return {{name, as}}; }
constexpr SlotOf<std::string> field(const char* name) { return {{name, Writing::name}}; }
constexpr SlotOf<std::string> pattern(const char* name) { return {{name, Writing::pattern}}; }
constexpr SlotOf<Text> text(const char* name) { return {{name, Writing::text}}; }
constexpr SlotOf<std::vector<Text>> texts(const char* name) { return {{name, Writing::texts}}; }

}  // namespace slot

namespace detail {

// Out of line, so that saying something takes little code.
void fill(Text& text, double number);
void fill(Text& text, Quantity quantity);
void fill(Text& text, std::string name);
void fill(Text& text, Text one);
void fill(Text& text, std::vector<Text> all);

}  // namespace detail

/// The declaration of a text: its id, "file.what_it_says", and its slots.
template <class... Slots>
struct Says {
  const char* id;
  std::array<Slot, sizeof...(Slots)> slots;

  constexpr explicit Says(const char* given, Slots... all) : id(given), slots{all.slot...} {}

  // Always inlined: the declaration is then not needed at run time, and its names take no space in the page.
  [[gnu::always_inline]] Text operator()(typename Slots::Given... given) const {
    Text text{id, {}};
    (detail::fill(text, std::move(given)), ...);
    return text;
  }
};

/// Several sentences in a row.
inline constexpr Says sentences{"sentences", slot::texts("all")};

/// The texts that are not empty, as `sentences`; a single one as it is.
Text together(std::vector<Text> all);

}  // namespace izh
