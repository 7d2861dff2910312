#include "core/read/number.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "core/read/plain_text.hpp"

namespace izh {

namespace {

/// A number of twice the digits: the unevaluated sum of two doubles (Dekker 1971).
struct Two {
  double high, low;
};

Two sum(double a, double b) {  // |a| >= |b|
  const double s = a + b;
  return {s, b - (s - a)};
}

Two product(double a, double b) {
  const auto split = [](double x) {
    const double c = 134217729 * x, high = c - (c - x);  // 2^27 + 1
    return Two{high, x - high};
  };
  const Two x = split(a), y = split(b);
  const double p = a * b;
  return {p, ((x.high * y.high - p) + x.high * y.low + x.low * y.high) + x.low * y.low};
}

Two times(const Two& a, const Two& b) {
  const Two p = product(a.high, b.high);
  return sum(p.high, p.low + (a.high * b.low + a.low * b.high));
}

Two over(const Two& a, const Two& b) {
  const double q = a.high / b.high;
  const Two p = times({q, 0}, b);
  return sum(q, ((a.high - p.high) - p.low + a.low) / b.high);
}

Two ten_to(int power) {
  Two result{1, 0};
  for (; power >= 22; power -= 22) result = times(result, {1e22, 0});  // a double, as are all powers below
  double rest = 1;
  for (; power > 0; --power) rest *= 10;
  return times(result, {rest, 0});
}

}  // namespace

double value_of(const Decimal& number, int shift) {
  int digits = 0;
  for (std::int64_t rest = number.digits; rest > 0; rest /= 10) ++digits;
  if (digits == 0) return 0;
  const int power = number.power + shift, size = power + digits;
  const double sign = number.negative ? -1 : 1;
  if (size > 280) return sign * std::numeric_limits<double>::infinity();
  if (size < -280) return 0;
  const double high = static_cast<double>(number.digits);
  const Two whole{high, static_cast<double>(number.digits - static_cast<std::int64_t>(high))};
  const Two scaled = power < 0 ? over(whole, ten_to(-power)) : times(whole, ten_to(power));
  return sign * (scaled.high + scaled.low);
}

namespace {

/// The digits of a number and the marks between them: "1,234.5" is {"1", "234", "5"} with ",.".
struct Groups {
  std::vector<std::string_view> groups;
  std::string marks;
  std::string_view rest;
};

constexpr std::size_t most_groups = 200;

Groups groups_at(std::string_view text) {
  Groups found;
  std::size_t from = 0, at = 0;
  while (found.groups.size() < most_groups) {
    while (at < text.size() && is_digit(text[at])) ++at;
    found.groups.push_back(text.substr(from, at - from));
    // A mark at the end of a sentence or a list belongs to it; one in front, as in .5, to the number.
    const bool mark = at < text.size() && (text[at] == '.' || text[at] == ',');
    const bool digits_follow = at + 1 < text.size() && is_digit(text[at + 1]);
    if (!mark || !digits_follow) {
      if (mark && text[at] == '.' && at > from && found.marks.empty()) ++at;  // 70.
      break;
    }
    found.marks += text[at];
    from = ++at;
  }
  found.rest = text.substr(at);
  return found;
}

bool are_thousands(const std::vector<std::string_view>& groups, std::size_t count) {
  if (groups[0].empty() || groups[0].size() > 3 || groups[0][0] == '0') return false;
  return std::all_of(groups.begin() + 1, groups.begin() + static_cast<std::ptrdiff_t>(count),
                     [](std::string_view group) { return group.size() == 3; });
}

/// How many of the groups are in front of the decimal mark; none if the groups are of no known kind.
std::optional<std::size_t> whole_groups(const Groups& found, char mark) {
  const auto& [groups, marks, rest] = found;
  const std::size_t count = groups.size();
  if (marks.empty()) return 1;
  const char last = marks.back();
  if (marks.size() == 1) return last != mark && are_thousands(groups, count) ? count : 1;
  const bool alike = marks.find_first_not_of(last) == std::string::npos;
  if (alike) return are_thousands(groups, count) ? std::optional(count) : std::nullopt;
  const bool others_alike = marks.find_last_not_of(marks[0], marks.size() - 2) == std::string::npos;
  return others_alike && last != marks[0] && are_thousands(groups, count - 1) ? std::optional(count - 1) : std::nullopt;
}

/// Skips `what` at the start of `text`, and says whether it is there.
bool skip(std::string_view& text, std::string_view what) {
  if (text.substr(0, what.size()) != what) return false;
  text.remove_prefix(what.size());
  return true;
}

/// The whole number with an optional sign at the start of `text`, which it is taken from; beyond ±9999 it is that.
std::optional<int> whole(std::string_view& text, bool sign_needed = false) {
  std::string_view rest = text;
  const bool bracket = skip(rest, "(");
  const bool negative = skip(rest, "-"), positive = !negative && skip(rest, "+");
  if (rest.empty() || !is_digit(rest[0]) || (sign_needed && !negative && !positive)) return std::nullopt;
  int found = 0;
  for (; !rest.empty() && is_digit(rest[0]); rest.remove_prefix(1))
    found = std::min(9999, found * 10 + (rest[0] - '0'));
  if (bracket && !skip(rest, ")")) return std::nullopt;
  text = rest;
  return negative ? -found : found;
}

/// The power of ten at the start of `text`, which it is taken from; 0 if there is none.
int power_at(std::string_view& text, bool after_ten) {
  std::string_view rest = text;
  const auto take = [&](bool sign_needed = false) -> std::optional<int> {
    const std::optional<int> power = whole(rest, sign_needed);
    if (power) text = rest;
    return power;
  };
  if (skip(rest, "e") || skip(rest, "E")) {
    if (const auto power = take()) return *power;
    return 0;
  }
  if (after_ten && (skip(rest, "^") || skip(rest, "**"))) {
    if (const auto power = take()) return *power - 1;
    return 0;
  }
  skip(rest, " ");
  if (!skip(rest, "*") && !skip(rest, "x")) return 0;
  skip(rest, " ");
  if (!skip(rest, "10")) return 0;
  const bool raised = skip(rest, "^") || skip(rest, "**");
  if (const auto power = take(!raised)) return *power;
  return 0;
}

}  // namespace

std::optional<NumberFound> number_at(std::string_view text, char mark) {
  Decimal number;
  number.negative = skip(text, "-");
  if (!number.negative) skip(text, "+");
  skip(text, " ");
  const Groups found = groups_at(text);
  if (found.groups[0].empty() && found.marks.empty()) return std::nullopt;
  const std::optional<std::size_t> before = whole_groups(found, mark);
  if (!before) return std::nullopt;
  int written = 0;
  for (std::size_t i = 0; i < found.groups.size(); ++i)
    for (const char digit : found.groups[i]) {
      const bool counts = written < 18;
      if (counts) number.digits = number.digits * 10 + (digit - '0');
      if (counts && number.digits > 0) ++written;
      number.power += (i < *before ? 0 : -1) + (counts ? 0 : 1);
    }
  std::string_view rest = found.rest;
  const bool ten = number.digits == 10 && number.power == 0;
  number.power += power_at(rest, ten);
  return NumberFound{number, rest};
}

char certain_mark(std::string_view text) {
  skip(text, "-") || skip(text, "+");
  const Groups found = groups_at(text);
  if (found.marks.empty()) return 0;
  const char last = found.marks.back();
  const char other = last == '.' ? ',' : '.';
  const std::size_t count = found.groups.size();
  if (found.marks.size() == 1) return are_thousands(found.groups, count) ? 0 : last;
  if (found.marks.find_first_not_of(last) == std::string::npos) return are_thousands(found.groups, count) ? other : 0;
  return whole_groups(found, last) ? last : 0;
}

}  // namespace izh
