#include "core/read/pairs.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "core/read/field_name.hpp"
#include "core/read/plain_text.hpp"

namespace izh {

namespace {

/// Deeper braces count as those around them.
constexpr std::size_t deepest = 32;

class PairReader {
 public:
  explicit PairReader(std::string_view text) : text_(text) { open(""); }

  Pairs all() {
    while (at_ < text_.size()) step();
    Pairs result;
    for (Group& group : groups_)
      if (group.parameters > 0 && result.cells.size() <= most_cells) result.cells.push_back(std::move(group.cell));
    result.style = !braces_ ? PairStyle::plain : like_json_ ? PairStyle::json : PairStyle::python;
    return result;
  }

 private:
  struct Group {
    RawCell cell;
    std::size_t parameters = 0;
  };

  char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool comes(std::string_view what) const { return text_.substr(at_, what.size()) == what; }
  bool inside() const { return open_.size() > 1; }
  Group& group() { return groups_[open_.back()]; }

  void spaces(bool lines = false) {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t' || (lines && text_[at_] == '\n'))) ++at_;
  }

  void open(std::string_view name) {
    if (open_.size() >= deepest) return open_.push_back(open_.back());
    open_.push_back(groups_.size());
    groups_.push_back({});
    group().cell.name = cut(name, 80);
  }

  void step() {
    const char one = here();
    if (one == '#' || one == '%' || comes("//")) {
      like_json_ = false;
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (one == '{' || one == '[' || one == '(') {
      braces_ = braces_ || one == '{';
      ++at_;
      open("");
    } else if (one == '}' || one == ']' || one == ')') {
      ++at_;
      if (inside()) open_.pop_back();
    } else if (one == '"' || one == '\'') {
      like_json_ = like_json_ && one == '"';
      const std::string key = quoted();
      pair(key);
    } else if (is_letter(one) || one == '_') {
      word();
    } else {
      ++at_;
    }
  }

  /// What stands between two quotation marks on one line, and goes behind it.
  std::string quoted() {
    const char mark = text_[at_++];
    std::string found;
    while (at_ < text_.size() && text_[at_] != mark && text_[at_] != '\n') {
      if (text_[at_] == '\\' && at_ + 1 < text_.size()) ++at_;
      found += text_[at_++];
    }
    if (here() == mark) ++at_;
    return found;
  }

  /// A key without quotation marks, or words that are none.
  void word() {
    const std::size_t from = at_;
    at_ = std::min(text_.find_first_of("=:,;\n{}()[]\"'#", at_), text_.size());
    const bool unit_follows = (here() == '(' || here() == '[') && unit_end() > 0;
    if (unit_follows) at_ = unit_end();
    const std::string_view key = trimmed(text_.substr(from, at_ - from));
    if (here() != '=' && here() != ':' && here() != '(') return;  // words without a value
    if (here() == '(') {                                          // a call: dict(C=100)
      braces_ = true;
      like_json_ = false;
      ++at_;
      return open(key);
    }
    like_json_ = false;
    pair(key);
  }

  /// Where a unit in parentheses ends, with spaces after it, if a value follows: "C (pF) = 100"; otherwise 0.
  std::size_t unit_end() const {
    const std::string_view near = text_.substr(at_, 24);
    const std::size_t close = near.find_first_of(")]");
    if (close == std::string_view::npos) return 0;
    const std::size_t next = near.find_first_not_of(' ', close + 1);
    const bool value = next != std::string_view::npos && (near[next] == '=' || near[next] == ':');
    return value ? at_ + next : 0;
  }

  /// The value behind a key, if one follows.
  void pair(std::string_view key) {
    spaces();
    if (here() != '=' && here() != ':') return;
    like_json_ = like_json_ && here() == ':';
    ++at_;
    if (here() == '=') ++at_;
    spaces(inside());
    if (pair_at(at_)) return add(key, "");  // a title
    const char one = here();
    if (one == '{' || one == '[') {
      braces_ = braces_ || one == '{';
      ++at_;
      return open(key);
    }
    if (one == '"' || one == '\'') {
      like_json_ = like_json_ && one == '"';
      return add(key, quoted());
    }
    const std::string_view value = bare_value();
    if (here() == '(') {  // key = dict(...)
      braces_ = true;
      like_json_ = false;
      ++at_;
      return open(key);
    }
    add(key, value);
  }

  /// A value without quotation marks; before the parenthesis if it is the name of a call.
  std::string_view bare_value() {
    const std::size_t from = at_;
    const bool name = is_letter(here());
    int depth = 0;
    for (; at_ < text_.size(); ++at_) {
      const char one = text_[at_];
      if (one == '\n' || one == ';' || one == '{' || one == '}' || one == ']' || one == '#' || one == '%' ||
          comes("//"))
        break;
      if (one == '(' && name) break;
      if (one == '(') ++depth;
      if (one == ')' && --depth < 0) break;
      if (one == ',' && !decimal_comma()) break;
      if ((one == ' ' || one == '\t') && pair_follows()) break;
    }
    std::string_view value = trimmed(text_.substr(from, at_ - from));
    if (value.size() > 4 && value.substr(value.size() - 4) == " and") value.remove_suffix(4);
    return trimmed(value);
  }

  bool decimal_comma() const {
    return !inside() && at_ > 0 && is_digit(text_[at_ - 1]) && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]);
  }

  /// Goes to the last of the spaces here, and says whether a pair follows.
  bool pair_follows() {
    spaces();
    return pair_at(at_--);
  }

  /// Whether a name of one word and an equals sign or a colon begin at `next`.
  bool pair_at(std::size_t next) const {
    if (next >= text_.size() || !(is_letter(text_[next]) || text_[next] == '_')) return false;
    while (next < text_.size() && (is_letter(text_[next]) || is_digit(text_[next]) || text_[next] == '_')) ++next;
    while (next < text_.size() && text_[next] == ' ') ++next;
    return next < text_.size() && (text_[next] == '=' || text_[next] == ':');
  }

  void add(std::string_view key, std::string_view value) {
    const Heading heading = heading_of(key);
    const Means means = meaning_of(heading.name);
    const bool title = means == Means::nothing && value.empty();
    if (title && group().parameters > 0 && !inside()) {
      open_.clear();
      open("");
    }
    RawCell& cell = group().cell;
    if (title || means == Means::name) {
      if (cell.name.empty() || means == Means::name) cell.name = cut(title ? key : value, 80);
      return;
    }
    if (is_parameter(means)) ++group().parameters;
    if (cell.values.size() < most_values)
      cell.values.push_back({cut(heading.name, 80), cut(value, 80), cut(heading.unit, 40)});
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::vector<Group> groups_;
  std::vector<std::size_t> open_;
  bool braces_ = false, like_json_ = true;
};

}  // namespace

Pairs pairs_in(std::string_view text) { return PairReader(text).all(); }

}  // namespace izh
