#include "core/read/plain_text.hpp"

namespace izh {

namespace {

/// What a range of characters becomes: `to`; with `raised`, `to` and what follows it in the order of the range, raised;
/// 0: nothing.
struct Change {
  char32_t first, last;
  char to;
  bool raised = false;
};

constexpr Change changes[] = {
    {'\r', '\r', '\n'},          {0x85, 0x85, '\n'},          {0xa0, 0xa0, ' '},           {0xab, 0xab, '"'},
    {0xad, 0xad, '-'},           {0xb2, 0xb3, '2', true},     {0xb7, 0xb7, '*'},           {0xb9, 0xb9, '1', true},
    {0xbb, 0xbb, '"'},           {0xd7, 0xd7, '*'},           {0x2000, 0x200a, ' '},       {0x200b, 0x200f, 0},
    {0x2010, 0x2015, '-'},       {0x2018, 0x201b, '\''},      {0x201c, 0x201f, '"'},       {0x2028, 0x2029, '\n'},
    {0x202a, 0x202e, 0},         {0x202f, 0x202f, ' '},       {0x205f, 0x205f, ' '},       {0x2060, 0x206f, 0},
    {0x2070, 0x2070, '0', true}, {0x2074, 0x2079, '4', true}, {0x207a, 0x207a, '+', true}, {0x207b, 0x207b, '-', true},
    {0x2212, 0x2212, '-'},       {0x2219, 0x2219, '*'},       {0x22c5, 0x22c5, '*'},       {0x3000, 0x3000, ' '},
    {0xfe58, 0xfe58, '-'},       {0xfe63, 0xfe63, '-'},       {0xfeff, 0xfeff, 0}};

/// The character at `at` and its length in bytes; 1 and the byte itself if it is not valid there.
char32_t character(std::string_view text, std::size_t at, std::size_t& length) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(at);
  length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
  if (length == 1 || at + length > text.size()) return length = 1, first < 0x80 ? first : char32_t{0xfffd};
  char32_t found = first & (0xffu >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xc0) != 0x80) return length = 1, char32_t{0xfffd};
    found = found << 6 | (byte(at + i) & 0x3fu);
  }
  return found;
}

}  // namespace

std::string plain_text(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  bool was_raised = false;
  for (std::size_t at = 0, length = 0; at < text.size(); at += length) {
    const char32_t one = character(text, at, length);
    const Change* change = nullptr;
    if (one == '\r' || one >= 0x80)
      for (const Change& other : changes)
        if (one >= other.first && one <= other.last) change = &other;
    const bool raised = change && change->raised;
    if (raised && !was_raised && (plain.empty() || plain.back() != '^')) plain += '^';
    was_raised = raised;
    if (one >= 0xff01 && one <= 0xff5e)
      plain += static_cast<char>(one - 0xfee0);
    else if (!change)
      plain.append(text.substr(at, length));
    else if (raised)
      plain += static_cast<char>(static_cast<char32_t>(change->to) + one - change->first);
    else if (change->to)
      plain += change->to;
  }
  return plain;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string cut(std::string_view text, std::size_t most) {
  if (text.size() <= most) return std::string(text);
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xc0) == 0x80) --most;
  return std::string(text.substr(0, most));
}

}  // namespace izh
