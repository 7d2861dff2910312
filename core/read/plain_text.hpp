// core/read/plain_text.hpp: text as it comes from papers, tables and web pages, in the few characters that the readers
// know.
#pragma once

#include <string>
#include <string_view>

namespace izh {

/// `text` in UTF-8 with one character for each thing: any dash or minus sign is "-", any multiplication sign "*", any
/// space " ", any end of line "\n", any quotation mark " or '; full-width letters and digits are plain ones; what is
/// raised stands after a "^" (mV² is mV^2); what is invisible is left out. Everything else stays, also what is not
/// valid UTF-8.
std::string plain_text(std::string_view text);

/// `text` without spaces and line ends around it.
std::string_view trimmed(std::string_view text);

/// `text`, cut to at most `most` bytes, with all its characters whole.
std::string cut(std::string_view text, std::size_t most);

/// Lower case of an ASCII letter; everything else as it is.
constexpr char lower(char one) { return one >= 'A' && one <= 'Z' ? static_cast<char>(one + 32) : one; }

constexpr bool is_digit(char one) { return one >= '0' && one <= '9'; }
constexpr bool is_letter(char one) {
  const char low = lower(one);
  return (low >= 'a' && low <= 'z') || static_cast<unsigned char>(one) >= 0x80;
}
constexpr bool is_space(char one) { return one == ' ' || one == '\n' || one == '\t'; }

}  // namespace izh
