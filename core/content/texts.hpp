// core/content/texts.hpp: everything that the core may say.
#pragma once

#include <vector>

#include "core/schema/text.hpp"

namespace izh {

/// A text as declared.
struct Declared {
  const char* id;
  std::vector<Slot> slots;
};

/// Every text that the core may say. The page's languages are checked against this list when the page is built; the
/// page itself does not contain it.
std::vector<Declared> declared_texts();

}  // namespace izh
