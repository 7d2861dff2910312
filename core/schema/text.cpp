#include "core/schema/text.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace izh {

namespace {

bool operator==(const Argument& one, const Argument& other) {
  return one.kind == other.kind && one.number == other.number && one.name == other.name && one.texts == other.texts;
}

}  // namespace

bool operator==(const Text& one, const Text& other) {
  if (std::strcmp(one.id, other.id) != 0 || one.arguments.size() != other.arguments.size()) return false;
  for (std::size_t i = 0; i < one.arguments.size(); ++i)
    if (!(one.arguments[i] == other.arguments[i])) return false;
  return true;
}

namespace detail {

void fill(Text& text, double number) { text.arguments.push_back({Argument::Kind::number, number, {}, {}}); }

void fill(Text& text, Quantity quantity) {
  text.arguments.push_back({Argument::Kind::quantity, quantity.number, std::move(quantity.unit), {}});
}

void fill(Text& text, std::string name) { text.arguments.push_back({Argument::Kind::name, 0, std::move(name), {}}); }

void fill(Text& text, Text one) {
  std::vector<Text> all;
  if (!one.empty()) all.push_back(std::move(one));
  fill(text, std::move(all));
}

void fill(Text& text, std::vector<Text> all) {
  text.arguments.push_back({Argument::Kind::texts, 0, {}, std::move(all)});
}

}  // namespace detail

Text together(std::vector<Text> all) {
  all.erase(std::remove_if(all.begin(), all.end(), [](const Text& one) { return one.empty(); }), all.end());
  return all.size() == 1 ? all.front() : all.empty() ? Text{} : sentences(std::move(all));
}

}  // namespace izh
