// core/schema/merge.hpp: a plain value laid over any described struct, and back: the mechanics of `resolve`, by the
// tables alone.
#pragma once

#include <string>

#include "core/schema/field.hpp"
#include "core/schema/problem.hpp"
#include "core/schema/shape.hpp"
#include "core/schema/value.hpp"

namespace izh {

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
