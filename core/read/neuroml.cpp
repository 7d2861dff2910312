#include "core/read/neuroml.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "core/read/plain_text.hpp"

namespace izh {

namespace {

/// `value` with the five entities of XML replaced; others stay as they are.
std::string unescaped(std::string_view value) {
  static constexpr std::pair<std::string_view, char> entities[] = {
      {"&lt;", '<'}, {"&gt;", '>'}, {"&amp;", '&'}, {"&apos;", '\''}, {"&quot;", '"'}};
  std::string result;
  for (std::size_t at = 0; at < value.size();) {
    const auto found = std::find_if(std::begin(entities), std::end(entities),
                                    [&](const auto& one) { return value.substr(at, one.first.size()) == one.first; });
    if (found == std::end(entities)) {
      result += value[at++];
    } else {
      result += found->second;
      at += found->first.size();
    }
  }
  return result;
}

/// Without its namespace.
std::string_view local(std::string_view name) { return name.substr(name.rfind(':') + 1); }

class XmlReader {
 public:
  explicit XmlReader(std::string_view text) : text_(text) {}

  std::vector<RawCell> cells() {
    std::vector<RawCell> all;
    while (all.size() <= most_cells && find("<")) {
      if (skip("!--")) {
        find("-->");
      } else if (skip("![CDATA[")) {
        find("]]>");
      } else if (skip("?")) {
        find("?>");
      } else if (skip("!")) {
        declaration();
      } else if (!skip("/")) {
        RawCell cell = element();
        if (cell.form != SaidForm::unsaid) all.push_back(std::move(cell));
      }
    }
    return all;
  }

 private:
  /// Goes behind the next `what`, or to the end.
  bool find(std::string_view what) {
    const std::size_t found = text_.find(what, at_);
    at_ = found == std::string_view::npos ? text_.size() : found + what.size();
    return found != std::string_view::npos;
  }
  bool skip(std::string_view what) {
    if (text_.substr(at_, what.size()) != what) return false;
    at_ += what.size();
    return true;
  }
  void spaces() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }
  std::string_view until(std::string_view ends) {
    const std::size_t from = at_;
    at_ = std::min(text_.find_first_of(ends, at_), text_.size());
    return text_.substr(from, at_ - from);
  }

  /// <!DOCTYPE ... [ ... ]>
  void declaration() {
    until("[>");
    if (skip("[")) find("]");
    find(">");
  }

  /// The element whose name begins here; of no form if it is not a cell.
  RawCell element() {
    RawCell cell;
    const std::string_view name = local(until(" \t\n/><"));
    const auto is_cell = [&](std::string_view type) {
      if (type == "izhikevich2007Cell") cell.form = SaidForm::of_2007;
      if (type == "izhikevichCell") cell.form = SaidForm::of_2003;
    };
    is_cell(name);
    const bool component = name == "Component";
    for (;;) {
      spaces();
      const std::string_view key = until(" \t\n=/><");
      spaces();
      if (!skip("=")) {
        if (key.empty() && !skip("/")) return cell;  // at the end of the tag, or of what can be read
        continue;
      }
      spaces();
      const bool single = skip("'");
      if (!single && !skip("\"")) continue;
      const std::string value = unescaped(until(single ? "'" : "\""));
      if (at_ < text_.size()) ++at_;
      if (component && key == "type")
        is_cell(value);
      else if (key == "id")
        cell.name = cut(value, 80);
      else if (cell.values.size() < most_values && key.substr(0, 5) != "xmlns")
        cell.values.push_back({cut(local(key), 80), cut(value, 80)});
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<RawCell> neuroml_cells(std::string_view text) { return XmlReader(text).cells(); }

}  // namespace izh
