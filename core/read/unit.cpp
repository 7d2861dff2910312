#include "core/read/unit.hpp"

#include <utility>

#include "core/read/plain_text.hpp"

namespace izh {

namespace {

constexpr std::size_t longest = 40;

std::optional<Measure> symbol(std::string_view text) {
  for (const UnitSymbol& unit : unit_symbols) {
    const std::string_view name = unit.symbol;
    if (text.size() < name.size() || text.substr(text.size() - name.size()) != name) continue;
    const std::string_view before = text.substr(0, text.size() - name.size());
    if (before.empty()) return Measure{0, unit.of};
    for (const Prefix& prefix : prefixes)
      if (before == prefix.symbol) return Measure{prefix.power, unit.of};
  }
  return std::nullopt;
}

/// Reads one unit from left to right.
class UnitReader {
 public:
  explicit UnitReader(std::string_view text) : text_(text) {}

  std::optional<Measure> all() {
    while (at_ < text_.size())
      if (!step()) return std::nullopt;
    return group_ == 0 && !divides_ ? std::optional(result_) : std::nullopt;
  }

 private:
  bool skip(std::string_view what) {
    if (text_.substr(at_, what.size()) != what) return false;
    at_ += what.size();
    return true;
  }

  /// "per", as a word.
  bool per() {
    const bool begins = at_ == 0 || text_[at_ - 1] == ' ' || text_[at_ - 1] == '_';
    return begins && (skip("per_") || skip("per "));
  }

  bool step() {
    if (per() || skip("/")) {
      sign_ = -sign_;
      return !std::exchange(divides_, true);
    }
    if (skip(" ") || skip("_") || skip("*")) return true;
    if (skip("(")) {
      if (group_ != 0) return false;
      divides_ = false;
      return group_ = sign_, true;
    }
    if (skip(")")) {
      if (group_ == 0) return false;
      return group_ = 0, sign_ = 1, true;
    }
    return factor();
  }

  bool factor() {
    const std::size_t from = at_;
    while (at_ < text_.size() && is_letter(text_[at_])) ++at_;
    const std::string_view name = text_.substr(from, at_ - from);
    const std::optional<Measure> unit =
        name.empty() ? (skip("1") ? std::optional(Measure{}) : std::nullopt) : symbol(name);
    const std::optional<int> exponent = power();
    if (!unit || !exponent) return false;
    const int times = sign_ * *exponent;
    result_.power += times * unit->power;
    result_.of.ampere += times * unit->of.ampere;
    result_.of.volt += times * unit->of.volt;
    result_.of.second += times * unit->of.second;
    sign_ = group_ ? group_ : 1;
    divides_ = false;
    return true;
  }

  /// The exponent after a factor; 1 if there is none.
  std::optional<int> power() {
    const bool raised = skip("^") || skip("**"), bracket = raised && skip("(");
    const bool negative = skip("-");
    if (at_ < text_.size() && is_digit(text_[at_])) {
      const int found = text_[at_++] - '0';
      if (found < 1 || found > 3 || (bracket && !skip(")"))) return std::nullopt;
      return negative ? -found : found;
    }
    return raised || negative ? std::nullopt : std::optional(1);
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int sign_ = 1, group_ = 0;  // of the exponents of the next factor; of those within parentheses, 0 outside
  bool divides_ = false;      // by a factor that is still to come
  Measure result_;
};

}  // namespace

std::optional<Measure> unit_from(std::string_view text) {
  text = trimmed(text);
  if (text.size() > longest) return std::nullopt;
  return UnitReader(text).all();
}

}  // namespace izh
