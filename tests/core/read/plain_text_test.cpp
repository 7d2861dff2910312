#include "core/read/plain_text.hpp"

#include "support.hpp"

namespace izh {

TEST_CASE("every dash is a minus sign", "[read]") {
  for (const char* dash :
       {"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "\ufe63", "\uff0d"})
    CHECK(plain_text(std::string(dash) + "60") == "-60");
}

TEST_CASE("what is raised stands after a caret, spaces are spaces, and what is invisible is gone", "[read]") {
  CHECK(plain_text("10⁻³ mV² ms⁻¹") == "10^-3 mV^2 ms^-1");
  CHECK(plain_text("10^⁻³") == "10^-3");
  CHECK(plain_text("a\u00a0b\u2009c\u202fd") == "a b c d");
  CHECK(plain_text("\ufeffa\u200bb") == "ab");
  CHECK(plain_text("1\r\n2") == "1\n\n2");
  CHECK(plain_text("0.7\u00b7mV \u00d7 2") == "0.7*mV * 2");
  CHECK(plain_text("\u201cC\u201d \u2018k\u2019") == "\"C\" 'k'");
  CHECK(plain_text("\uff23\uff1d\uff11") == "C=1");
  CHECK(plain_text("\u00b5F \u03bcF \u2126") == "\u00b5F \u03bcF \u2126");  // as they are
}

TEST_CASE("what is not valid UTF-8 stays as it is", "[read]") {
  for (const std::string text : {"\xff\xfe", "\xc3", "a\xe2\x80", "\x80zz", "\xf0\x9f\x98"})
    CHECK(plain_text(text) == text);
  CHECK(plain_text(std::string("a\0b", 3)) == std::string("a\0b", 3));
}

TEST_CASE("a text is cut between two characters", "[read]") {
  CHECK(cut("abc", 3) == "abc");
  CHECK(cut("abc", 2) == "ab");
  CHECK(cut("a\u00b5F", 2) == "a");
  CHECK(trimmed(" \t\n a b \n") == "a b");
}

}  // namespace izh
