#include "core/schema/require.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/schema/merge.hpp"

namespace izh {

void require(const char* function, const char* argument, double value, hard valid, const char* unit) {
  if (std::isfinite(value) && value >= valid.low && value <= valid.high) return;
  Problems problems;
  check_number(value, valid, unit, argument, problems);
  refuse(function, problems);
}

void require(const char* function, const char* argument, const std::vector<double>& values, hard valid,
             const char* unit, std::size_t most) {
  if (values.size() > most)
    throw std::invalid_argument(std::string(function) + ": " + argument + " has " +
                                readable(static_cast<double>(values.size())) + " numbers (allowed: at most " +
                                readable(static_cast<double>(most)) + ").");
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!(std::isfinite(values[i]) && values[i] >= valid.low && values[i] <= valid.high))
      require(function, (std::string(argument) + "[" + std::to_string(i) + "]").c_str(), values[i], valid, unit);
}

void require_described(const char* function, const void* object, const Shape& shape) {
  Problems problems;
  check_described(object, shape, "", problems);
  if (!problems.empty()) refuse(function, problems);
}

void require_pairs(const char* function, const char* one, std::size_t ones, const char* other, std::size_t others) {
  if (ones == others) return;
  throw std::invalid_argument(std::string(function) + ": " + one + " has " + std::to_string(ones) + " numbers and " +
                              other + " " + std::to_string(others) +
                              "; there must be as many of the one as of the other.");
}

void require_ascending(const char* function, const char* low_name, double low, const char* high_name, double high) {
  if (low < high) return;
  throw std::invalid_argument(std::string(function) + ": " + low_name + " = " + readable(low) + " must be below " +
                              high_name + " = " + readable(high) + ".");
}

void require_train(const char* function, const std::vector<double>& spikes) {
  // Far beyond the times of any run, yet small enough for differences to keep their precision.
  constexpr hard times{-1e9, 1e9};
  require(function, "spikes", spikes, times, "ms");
  const auto turn = std::is_sorted_until(spikes.begin(), spikes.end());
  if (turn == spikes.end()) return;
  throw std::invalid_argument(std::string(function) + ": spikes must be in ascending order, and " +
                              with_unit(*turn, "ms") + " comes after " + with_unit(*(turn - 1), "ms") + ".");
}

}  // namespace izh
