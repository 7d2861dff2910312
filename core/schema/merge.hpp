// core/schema/merge.hpp: a plain value laid over any described struct, and back: the mechanics of `resolve`, by the
// tables alone.
#pragma once

#include <string>
#include <vector>

#include "core/schema/field.hpp"
#include "core/schema/shape.hpp"
#include "core/schema/value.hpp"

namespace izh {

using Problems = std::vector<Problem>;

/// "70 pA": a number as `readable` writes it, with its unit.
std::string with_unit(double x, const std::string& unit);

/// A text as a message quotes it: in quotes, and of a long one its beginning.
std::string quoted(const std::string& text);

/// "0 to 100 ms": a range as problems state it; "any finite number" where it has no end.
std::string allowed(hard valid, const std::string& unit);

/// Appends what is wrong with `number`, if anything: it must be finite and within `valid`.
void check_number(double number, hard valid, const char* unit, const std::string& path, Problems& problems);

/// The same of every number of the object of `shape` at `source`, and of the lengths of its lists.
void check_described(const void* source, const Shape& shape, const std::string& path, Problems& problems);

/// Lays `part` over the object of `shape` at `target`, and appends what is wrong with it to `problems`, each with its
/// path from `path` down. Objects merge by key, a list replaces the list, an object with a `kind` is replaced when its
/// kind changes, null restores the default. With problems, `target` may hold a part of it: work on a copy.
void merge(void* target, const Shape& shape, const Value& part, const std::string& path, Problems& problems);

/// The object at `source` as a plain value, in the form that `merge` takes.
Value value_of(const void* source, const Shape& shape);

/// Appends {fields} of a struct or {kinds} of a variant to `target`; ids are paths from `path` down.
void add_schema(Value::Object& target, const Shape& shape, const std::string& path);

/// Makes the values of problems fit to be told: a number that is none, or has no end, becomes its name ("NaN").
void tell(Problems& problems);

/// Throws std::invalid_argument with all the problems, naming the function (and the argument, as "simulate: window").
[[noreturn]] void refuse(const std::string& function, const Problems& problems);

/// Lays `value` over the object of a described struct at `target`; throws std::invalid_argument, naming `what`, with
/// the problems.
void read_described(void* target, const Shape& shape, const Value& value, const std::string& what);

/// Any described struct from a plain value; what is missing has its default. Throws as `read_described`.
template <class T>
T described_from(const Value& value, const std::string& what) {
  T result{};
  if (!value.is_null()) read_described(&result, shape<T>(), value, what);
  return result;
}

}  // namespace izh
