// wasm/texts.cpp: writes what the core may say as a JavaScript module: every text by its id, with what fills each of
// its slots ("measured ms", "count"); and the ids of the presets, the codes of problems and the paths of the fields
// that may have no value, for which each language also has words. The page writes numbers by it, and tsc checks every
// language against it.
#include <cstdio>
#include <string>
#include <vector>

#include "core/ask/catalogue.hpp"
#include "core/content/presets.hpp"
#include "core/content/texts.hpp"
#include "core/schema/problem.hpp"

namespace {

/// Adds the ids of the fields of a schema that may be null.
void add_optional(std::vector<std::string>& ids, const izh::Value& schema) {
  if (const izh::Value* optional = schema.find("optional"); optional && std::get<bool>(optional->data))
    ids.push_back(*schema.find("id")->text());
  for (const char* key : {"fields", "kinds"})
    if (const izh::Value* inner = schema.find(key))
      for (const izh::Value& one : *inner->list()) add_optional(ids, one);
}

std::vector<std::string> optional_fields() {
  const izh::Value schema = izh::schema();
  std::vector<std::string> ids;
  add_optional(ids, schema);
  for (const izh::Member& question : *schema.find("questions")->object()) add_optional(ids, question.value);
  return ids;
}

}  // namespace

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
  std::puts("export const optional = /** @type {const} */ ([");
  for (const std::string& id : optional_fields()) std::printf("  '%s',\n", id.c_str());
  std::puts("]);");
}
