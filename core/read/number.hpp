// core/read/number.hpp: numbers as people write them, with either decimal mark, and powers of ten in every form.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace izh {

/// A number as it was written: `digits` times 10^`power`, of which the sign is apart. At most 18 digits count.
struct Decimal {
  bool negative = false;
  std::int64_t digits = 0;
  int power = 0;
};

/// `number` times 10^`shift`: the nearest double, but for one case in about 10^12, in which it is the second nearest.
/// Infinite from 1e280 on; 0 below 1e-280.
double value_of(const Decimal& number, int shift = 0);

/// A number at the start of a text, and what follows it.
struct NumberFound {
  Decimal number;
  std::string_view rest;
};

/// The number at the start of `text`, a plain text (plain_text.hpp). `mark`, '.' or ',', is the decimal mark: it is
/// never anything else, but may separate thousands where it is repeated. The other mark separates thousands if the
/// groups are as those of thousands are, and is a decimal mark otherwise. Exponents: 1e-3, 1*10^-3, 10^-3, 10**-3, and
/// 1*10-3, as copied from a paper. None if the text does not begin with a number, or its groups are of no known kind.
std::optional<NumberFound> number_at(std::string_view text, char mark);

/// The decimal mark that the number at the start of `text` must have, whatever the language: '.' or ','; 0 if it could
/// be either, or has none.
char certain_mark(std::string_view text);

}  // namespace izh
