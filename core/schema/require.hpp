// core/schema/require.hpp: what functions demand of their arguments, by the tables of fields, and the words in which
// they refuse.
#pragma once

#include <string>
#include <vector>

#include "core/schema/field.hpp"
#include "core/schema/shape.hpp"

namespace izh {

/// What a number is at least: finite.
inline constexpr hard any_number{-unbounded, unbounded};

/// Times [ms] and lengths of time that a run can have.
inline constexpr hard valid_time{0, 1e5};

/// Currents [pA]: the closed forms of extreme cells reach 1e14.
inline constexpr hard valid_current{-1e15, 1e15};

/// Rates [Hz], far beyond any.
inline constexpr hard valid_rate{0, 1e15};

// Each throws std::invalid_argument unless the argument is valid: "fi_curve: hold = 1e20 ms is out of range (allowed:
// 100 to 100000 ms)."

/// `value` is finite and within `valid`, both ends included.
void require(const char* function, const char* argument, double value, hard valid = any_number, const char* unit = "");

/// So is each of `values`, of which there are at most `most`.
void require(const char* function, const char* argument, const std::vector<double>& values, hard valid = any_number,
             const char* unit = "", std::size_t most = 10000000);

/// So is every number of a described object, by its table; its lists are no longer than they may be.
void require_described(const char* function, const void* object, const Shape& shape);
template <class T>
void require_described(const char* function, const T& object) {
  require_described(function, &object, shape<T>());
}

/// As many of one as of the other.
void require_pairs(const char* function, const char* one, std::size_t ones, const char* other, std::size_t others);

/// A range from low to high.
void require_ascending(const char* function, const char* low_name, double low, const char* high_name, double high);

/// Spike times [ms] of a run: finite and ascending.
void require_train(const char* function, const std::vector<double>& spikes);

}  // namespace izh
