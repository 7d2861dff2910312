// wasm/texts.cpp: writes what the core may say as a JavaScript module: every text by its id, with what fills each of
// its slots ("measured ms", "count"); and the ids of the presets and the codes of problems, for which each language has
// words. The page writes numbers by it, and tsc checks every language against it.
#include <cstdio>

#include "core/content/presets.hpp"
#include "core/content/texts.hpp"
#include "core/schema/problem.hpp"

int main() {
  std::puts("export const texts = /** @type {const} */ ({");
  for (const izh::Declared& text : izh::declared_texts()) {
    std::printf("  '%s': {", text.id);
    for (const izh::Slot& slot : text.slots)
      std::printf("%s: '%s%s%s%s', ", slot.name, slot.bare ? "bare " : "", names(slot.as), *slot.unit ? " " : "",
                  slot.unit);
    std::puts("},");
  }
  std::puts("});");
  std::puts("export const presets = /** @type {const} */ ([");
  for (const izh::Preset& preset : izh::presets()) std::printf("  '%s',\n", preset.id.c_str());
  std::puts("]);");
  std::puts("export const problems = /** @type {const} */ ([");
  for (const char* code : izh::problem_codes) std::printf("  '%s',\n", code);
  std::puts("]);");
}
