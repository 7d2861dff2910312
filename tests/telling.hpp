// tests/telling.hpp: matchers for what the core says, with numbers within a tolerance.
#pragma once

#include <catch2/catch.hpp>

#include <cmath>
#include <cstring>
#include <limits>
#include <string>
#include <utility>

#include "core/schema/text.hpp"
#include "told.hpp"

namespace izh {

/// Wildcards in an expected text: any number; any text or none.
inline constexpr double any_number = std::numeric_limits<double>::quiet_NaN();
inline Text any_text() { return sentences({}); }

/// Whether two texts say the same, with numbers that differ by at most `within`.
inline bool alike(const Text& text, const Text& expected, double within) {
  if (std::strcmp(text.id, expected.id) != 0 || text.arguments.size() != expected.arguments.size()) return false;
  for (std::size_t i = 0; i < text.arguments.size(); ++i) {
    const Argument &one = text.arguments[i], &other = expected.arguments[i];
    if (one.kind != other.kind || one.name != other.name) return false;
    if (!std::isnan(other.number) && !(std::fabs(one.number - other.number) <= within)) return false;
    if (other.texts.size() == 1 && other.texts[0] == any_text()) continue;
    if (one.texts.size() != other.texts.size()) return false;
    for (std::size_t j = 0; j < one.texts.size(); ++j)
      if (!alike(one.texts[j], other.texts[j], within)) return false;
  }
  return true;
}

/// Matches a text that says what is expected, with numbers within a tolerance, as a whole or somewhere in it.
class Telling : public Catch::MatcherBase<Text> {
 public:
  Telling(Text expected, double within, bool whole) : expected_(std::move(expected)), within_(within), whole_(whole) {}

  bool match(const Text& text) const override {
    if (alike(text, expected_, within_)) return true;
    for (const Argument& one : text.arguments)
      for (const Text& inner : one.texts)
        if (!whole_ && match(inner)) return true;
    return false;
  }

  std::string describe() const override {
    return std::string(whole_ ? "is " : "has ") + told(expected_) + " to within " + rounded(within_, 3);
  }

 private:
  Text expected_;
  double within_;
  bool whole_;
};

// Rounding of sums and differences of times near 1000 ms is below 1e-9 of the numbers given.
inline Telling Tells(Text expected, double within = 1e-9) { return {std::move(expected), within, true}; }
inline Telling Has(Text expected, double within = 1e-9) { return {std::move(expected), within, false}; }

}  // namespace izh
