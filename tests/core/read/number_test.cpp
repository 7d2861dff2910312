#include "core/read/number.hpp"

#include <cstdio>
#include <cstdlib>

#include "support.hpp"

namespace izh {

namespace {

/// The value of a text that is a number from its first to its last character.
std::optional<double> number(const std::string& text, char mark = '.') {
  const auto found = number_at(text, mark);
  if (!found || !found->rest.empty()) return std::nullopt;
  return value_of(found->number);
}

}  // namespace

TEST_CASE("a number is read as the double nearest to it", "[read]") {
  CHECK(number("70") == 70);
  CHECK(number("-60.5") == -60.5);
  CHECK(number("+.5") == 0.5);
  CHECK(number("5.") == 5);
  CHECK(number("0.000") == 0);
  CHECK(number("0.03") == 0.03);
  CHECK(number("9007199254740993") == 9007199254740992);  // 2^53 + 1 lies between two doubles: the even one
  CHECK(number("0.1e-250") == 0.1e-250);
  CHECK(number("1e999") == std::numeric_limits<double>::infinity());
  CHECK(number("1e-999") == 0);
  CHECK(number(std::string(400, '9')) == std::numeric_limits<double>::infinity());
  CHECK(number("0." + std::string(5000, '0') + "1") == 0);
  Chance chance(1);
  for (int i = 0; i < 200000; ++i) {
    char text[64];
    const int digits = 1 + static_cast<int>(chance.below(17));
    std::snprintf(text, sizeof text, "%.*e", digits - 1, chance.between(-1, 1) * chance.magnitude(1e-30, 1e30));
    if (number(text) != std::strtod(text, nullptr)) FAIL(text);
  }
}

TEST_CASE("a power of ten may have any of its forms", "[read]") {
  for (const char* text : {"1e-3", "1E-3", "1*10^-3", "1 * 10^-3", "1x10^-3", "1*10**-3", "1*10^(-3)", "1*10-3",
                           "10^-3", "10**-3", "0.01e-1"})
    CHECK(number(text) == 0.001);
  CHECK(number("2.5*10^2") == 250);
  CHECK(number("10^3") == 1000);
  // What is no power of ten is left over.
  CHECK(number_at("5 * pF", '.')->rest == " * pF");
  CHECK(number_at("3eV", '.')->rest == "eV");
  CHECK(number_at("1*103", '.')->rest == "*103");
}

TEST_CASE("the decimal mark of the reader decides what a point or a comma is", "[read]") {
  CHECK(number("0,7", ',') == 0.7);
  CHECK(number("0,7", '.') == 0.7);  // no group of thousands has one digit
  CHECK(number("1,250", ',') == 1.25);
  CHECK(number("1,250", '.') == 1250);
  CHECK(number("1.250", ',') == 1250);
  CHECK(number("0.125", ',') == 0.125);  // nor does one begin with 0
  CHECK(number("1,234,567.5", '.') == 1234567.5);
  CHECK(number("1.234.567,5", '.') == 1234567.5);
  CHECK(number("1.234.567", '.') == 1234567);
  for (const char* text : {"1,2,3", "1.2.3", "12,34.5", "1,234.567.8", "", "-", ".", "x", ",", "- -5"})
    CHECK_FALSE(number(text));
}

TEST_CASE("some numbers show what the decimal mark is", "[read]") {
  CHECK(certain_mark("0.7") == '.');
  CHECK(certain_mark("-0,7 nS") == ',');
  CHECK(certain_mark("1,234.5") == '.');
  CHECK(certain_mark("1.234.567") == ',');
  CHECK(certain_mark("1.250") == 0);
  CHECK(certain_mark("100") == 0);
  CHECK(certain_mark("") == 0);
}

}  // namespace izh
