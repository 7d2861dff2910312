#include "core/read/carlsim.hpp"

#include <algorithm>
#include <string>

#include "core/read/plain_text.hpp"

namespace izh {

namespace {

constexpr const char* of_2003[] = {"a", "b", "c", "d"};
constexpr const char* of_2007[] = {"C", "k", "vr", "vt", "a", "b", "vpeak", "c", "d"};
constexpr std::size_t most_arguments = 19;

/// `text` without the comments of C++.
std::string without_comments(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const bool line = text.substr(at, 2) == "//", block = text.substr(at, 2) == "/*";
    if (line)
      at = std::min(text.find('\n', at), text.size());
    else if (block)
      at = std::min(text.find("*/", at + 2), text.size() - 2) + 2;
    else
      result += text[at++];
  }
  return result;
}

/// The arguments from `at` on, which is behind the opening parenthesis, to the closing one; at most one too many.
std::vector<std::string_view> arguments_at(std::string_view text, std::size_t& at) {
  std::vector<std::string_view> all;
  std::size_t from = at;
  int depth = 0;
  for (; at < text.size() && all.size() <= most_arguments; ++at) {
    const char one = text[at];
    const bool end = one == ')' && depth == 0;
    if (end || (one == ',' && depth == 0)) {
      all.push_back(trimmed(text.substr(from, at - from)));
      from = at + 1;
    }
    if (end) return ++at, all;
    if (one == '(') ++depth;
    if (one == ')') --depth;
  }
  return all;
}

RawCell cell_from(const std::vector<std::string_view>& arguments) {
  const std::size_t count = arguments.size() - 1;
  const bool deviations = count == 8 || count == 18;
  RawCell cell;
  cell.name = cut(arguments[0], 80);
  cell.form = count == 4 || count == 8 ? SaidForm::of_2003 : SaidForm::of_2007;
  const auto* names = cell.form == SaidForm::of_2003 ? of_2003 : of_2007;
  for (std::size_t i = 0; i < count; ++i) {
    const std::string text = cut(arguments[1 + i], 80);
    const std::string name = names[deviations ? i / 2 : i];
    const bool deviation = deviations && i % 2 == 1;
    if (deviation && text.find_first_not_of("0.f") == std::string::npos) continue;
    cell.values.push_back({deviation ? name + "_sd" : name, text});
  }
  return cell;
}

}  // namespace

std::vector<RawCell> carlsim_cells(std::string_view text) {
  constexpr std::string_view called = "setNeuronParameters";
  const std::string code = without_comments(text);
  const std::string_view all = code;
  std::vector<RawCell> cells;
  for (std::size_t at = 0; cells.size() <= most_cells && (at = all.find(called, at)) != std::string_view::npos;) {
    at += called.size();
    while (at < all.size() && is_space(all[at])) ++at;
    if (at >= all.size() || all[at] != '(') continue;
    const std::vector<std::string_view> arguments = arguments_at(all, ++at);
    for (const std::size_t count : {5u, 9u, 10u, 19u})
      if (arguments.size() == count) cells.push_back(cell_from(arguments));
  }
  return cells;
}

}  // namespace izh
