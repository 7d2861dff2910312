// core/read/pairs.hpp: cells as names with values: lines of a script, a Python dict, JSON.
#pragma once

#include <string_view>
#include <vector>

#include "core/read/raw_cell.hpp"

namespace izh {

/// How pairs are written.
enum class PairStyle {
  plain,   // C = 100, k: 0.7
  python,  // {'C': 100} or dict(C=100)
  json     // {"C": 100}
};

struct Pairs {
  std::vector<RawCell> cells;
  PairStyle style = PairStyle::plain;
};

/// Every group of pairs in the plain text `text` that has a parameter in it. A group is what stands in braces, brackets
/// or the parentheses of a call, called by the name in front of it or by its name, id and so on; and whatever stands in
/// none. A word with a colon and no value begins a group too, if the present one has parameters. Between pairs there
/// may be commas, semicolons, ends of lines or spaces; comments after #, // or % are skipped. Values are texts: they
/// end where the next pair begins. A comma between two digits belongs to a value that stands in no braces.
Pairs pairs_in(std::string_view text);

}  // namespace izh
