// tests/told.hpp: what the core says, in the form that tests compare: "sag.stays(from=-60 mV, to=-64.5 mV)".
#pragma once

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <string>

#include "core/content/texts.hpp"
#include "core/schema/field.hpp"

namespace izh {

/// The declaration of `text`, which must be one that the page knows, with as many slots as arguments.
inline const Declared& declaration_of(const Text& text) {
  static const std::vector<Declared> all = declared_texts();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Declared& one) { return std::strcmp(one.id, text.id) == 0; });
  if (found == all.end()) throw std::logic_error(std::string("core/content/texts.cpp does not list ") + text.id);
  if (found->slots.size() != text.arguments.size()) throw std::logic_error(std::string(text.id) + " has other slots");
  return *found;
}

/// A text as its id and arguments: numbers to six significant digits, a list in brackets.
inline std::string told(const Text& text) {
  if (text.empty()) return "";
  const std::vector<Slot>& slots = declaration_of(text).slots;
  std::string filled;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    const Argument& one = text.arguments[i];
    filled += (i ? ", " : "") + std::string(slots[i].name) + "=";
    if (one.kind == Argument::Kind::name) filled += one.name;
    if (one.kind == Argument::Kind::number)
      filled += rounded(one.number, 6) + (*slots[i].unit ? std::string(" ") + slots[i].unit : "");
    if (one.kind == Argument::Kind::quantity) filled += rounded(one.number, 6) + " " + one.name;
    if (one.kind != Argument::Kind::texts) continue;
    std::string list;
    for (const Text& inner : one.texts) list += (list.empty() ? "" : ", ") + told(inner);
    filled += slots[i].as == Writing::texts ? "[" + list + "]" : list;
  }
  return text.id + (filled.empty() ? "" : "(" + filled + ")");
}

/// The argument for the slot `name` of `text`, or of the first text within it that has such a slot; null if none has.
inline const Argument* filled(const Text& text, const char* name) {
  if (text.empty()) return nullptr;
  const std::vector<Slot>& slots = declaration_of(text).slots;
  for (std::size_t i = 0; i < slots.size(); ++i)
    if (std::strcmp(slots[i].name, name) == 0) return &text.arguments[i];
  for (const Argument& one : text.arguments)
    for (const Text& inner : one.texts)
      if (const Argument* found = filled(inner, name)) return found;
  return nullptr;
}

/// The number in the slot `name` of `text`, or of the first text within it that has such a slot.
inline double number_in(const Text& text, const char* name) {
  const Argument* found = filled(text, name);
  if (!found || (found->kind != Argument::Kind::number && found->kind != Argument::Kind::quantity))
    throw std::logic_error(std::string("no number ") + name);
  return found->number;
}

/// Whether `text`, or a text within it, is one that `says` declares.
template <class... Slots>
bool mentions(const Text& text, const Says<Slots...>& says) {
  if (std::strcmp(text.id, says.id) == 0) return true;
  for (const Argument& one : text.arguments)
    for (const Text& inner : one.texts)
      if (mentions(inner, says)) return true;
  return false;
}

}  // namespace izh
