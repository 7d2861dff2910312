#include "core/read/table.hpp"

#include <algorithm>
#include <string>

#include "core/read/field_name.hpp"
#include "core/read/plain_text.hpp"
#include "core/read/unit.hpp"

namespace izh {

namespace {

using Row = std::vector<std::string_view>;
using Grid = std::vector<Row>;

constexpr std::size_t widest = 256, tallest = 4096;
constexpr std::ptrdiff_t fewest_names = 3;

char separator_of(std::string_view line) {
  for (const char one : {'\t', '|', ';', ','})
    if (line.find(one) != std::string_view::npos) return one;
  return ' ';
}

std::string_view unquoted(std::string_view text) {
  text = trimmed(text);
  const bool quoted = text.size() > 1 && text.front() == '"' && text.back() == '"';
  return quoted ? trimmed(text.substr(1, text.size() - 2)) : text;
}

/// The fields of a line; a separator between quotation marks is none. Spaces separate however many they are.
Row fields_of(std::string_view line, char separator) {
  if (separator == '|' || separator == ' ') line = trimmed(line);
  if (separator == '|' && !line.empty() && line.front() == '|') line.remove_prefix(1);
  if (separator == '|' && !line.empty() && line.back() == '|') line.remove_suffix(1);
  Row row;
  std::size_t from = 0;
  bool quoted = false;
  for (std::size_t at = 0; at <= line.size() && row.size() < widest; ++at) {
    if (at < line.size() && line[at] == '"') quoted = !quoted;
    if (at < line.size() && (quoted || line[at] != separator)) continue;
    if (separator != ' ' || at > from) row.push_back(unquoted(line.substr(from, at - from)));
    from = at + 1;
  }
  return row;
}

/// Whether a row, or the first column, has the names of a table.
bool heads(const Row& row) {
  const auto names = std::count_if(row.begin(), row.end(), [](std::string_view field) {
    return field.find_first_of("=:") == std::string_view::npos && is_parameter(meaning_of(heading_of(field).name));
  });
  return names >= fewest_names;
}

/// What is in front of the next end of line in `text`, from which it is taken.
std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return line;
}

/// The table that `text` is, without empty lines and the rules of Markdown, and without what stands above a row of
/// names.
Grid grid_of(std::string_view text) {
  for (std::string_view rest = text; !rest.empty();) {
    const std::string_view from = rest, line = take_line(rest);
    if (!heads(fields_of(line, separator_of(line)))) continue;
    text = from;
    break;
  }
  Grid grid;
  char separator = 0;
  while (!text.empty() && grid.size() < tallest) {
    const std::string_view line = take_line(text);
    if (line.find_first_not_of(" \t|:-") == std::string_view::npos) continue;
    if (!separator) separator = separator_of(line);
    grid.push_back(fields_of(line, separator));
  }
  return grid;
}

Grid transposed(const Grid& grid) {
  std::size_t width = 0;
  for (const Row& row : grid) width = std::max(width, row.size());
  Grid turned(width);
  for (std::size_t column = 0; column < width; ++column)
    for (const Row& row : grid) turned[column].push_back(column < row.size() ? row[column] : std::string_view());
  return turned;
}

bool is_number(std::string_view field) {
  const std::size_t first = field.find_first_not_of("+-., ");
  return first != std::string_view::npos && is_digit(field[first]);
}

std::string_view without_parentheses(std::string_view field) {
  const bool has = field.size() > 1 && (field.front() == '(' || field.front() == '[');
  return has ? field.substr(1, field.size() - 2) : field;
}

/// One cell from each row below the first, which has the names.
class TableReader {
 public:
  explicit TableReader(const Grid& grid) : grid_(grid) {
    for (const std::string_view field : grid[0]) {
      headings_.push_back(heading_of(field));
      means_.push_back(meaning_of(headings_.back().name));
    }
  }

  std::vector<RawCell> cells() {
    std::vector<RawCell> all;
    for (std::size_t i = 1; i < grid_.size() && all.size() <= most_cells; ++i) {
      const bool numbers = std::any_of(grid_[i].begin(), grid_[i].end(), is_number);
      if (numbers)
        all.push_back(cell(grid_[i]));
      else
        take_units(grid_[i]);
    }
    // A row or column of units may stand behind the numbers.
    for (RawCell& cell : all)
      for (RawValue& value : cell.values)
        for (const Heading& heading : headings_)
          if (heading.name == value.name && value.unit.empty()) value.unit = cut(heading.unit, 40);
    return all;
  }

 private:
  RawCell cell(const Row& row) const {
    RawCell result;
    for (std::size_t i = 0; i < std::min(row.size(), headings_.size()); ++i) {
      const bool names = means_[i] == Means::name || (means_[i] == Means::nothing && !is_number(row[i]));
      if (names && (result.name.empty() || means_[i] == Means::name))
        result.name = cut(row[i], 80);
      else if (!names && !headings_[i].name.empty() && !row[i].empty() && result.values.size() < most_values)
        result.values.push_back({cut(headings_[i].name, 80), cut(row[i], 80), cut(headings_[i].unit, 40)});
    }
    return result;
  }

  void take_units(const Row& row) {
    for (std::size_t i = 0; i < std::min(row.size(), headings_.size()); ++i) {
      const std::string_view unit = without_parentheses(row[i]);
      if (is_parameter(means_[i]) && headings_[i].unit.empty() && unit_from(unit)) headings_[i].unit = unit;
    }
  }

  const Grid& grid_;
  std::vector<Heading> headings_;
  std::vector<Means> means_;
};

}  // namespace

std::vector<RawCell> table_cells(std::string_view text) {
  Grid grid = grid_of(text);
  for (const Row& row : grid)
    if (std::any_of(row.begin(), row.end(), [](std::string_view field) { return field == "=" || field == ":"; }))
      return {};
  if (grid.size() < 2 || !heads(grid[0])) {
    Row first;
    for (const Row& row : grid) first.push_back(row.empty() ? std::string_view() : row[0]);
    if (!heads(first)) return {};
    grid = transposed(grid);
  }
  return TableReader(grid).cells();
}

}  // namespace izh
