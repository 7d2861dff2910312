// core/schema/require.hpp: checks of arguments against the tables of fields, and the errors when they fail.
#pragma once

#include <string>
#include <vector>

#include "core/schema/field.hpp"
#include "core/schema/shape.hpp"

namespace izh {

/// Any finite number.
inline constexpr hard any_number{-unbounded, unbounded};

/// Times and durations [ms] that a run can have.
inline constexpr hard valid_time{0, 1e5};

/// Currents [pA]: the closed forms of extreme cells reach 1e14.
inline constexpr hard valid_current{-1e15, 1e15};

/// Rates [Hz]: the upper end is far beyond any real one.
inline constexpr hard valid_rate{0, 1e15};

// Each throws std::invalid_argument unless the argument is valid: "fi_curve: hold = 1e20 ms is out of range (allowed:
// 100 to 100000 ms)."

/// `value` is finite and within `valid`, both ends included.
void require(const char* function, const char* argument, double value, hard valid = any_number, const char* unit = "");

/// So is each of `values`, and there are at most `most` of them.
void require(const char* function, const char* argument, const std::vector<double>& values, hard valid = any_number,
             const char* unit = "", std::size_t most = 10000000);

/// Every number of a described object is valid by its table, and no list is too long.
void require_described(const char* function, const void* object, const Shape& shape);
template <class T>
void require_described(const char* function, const T& object) {
  require_described(function, &object, shape<T>());
}

/// `ones` = `others`: the arguments called `one` and `other` have the same length.
void require_pairs(const char* function, const char* one, std::size_t ones, const char* other, std::size_t others);

/// `low` < `high`.
void require_ascending(const char* function, const char* low_name, double low, const char* high_name, double high);

/// Spike times [ms] of a run: within ±1e9 and in ascending order.
void require_train(const char* function, const std::vector<double>& spikes);

}  // namespace izh
