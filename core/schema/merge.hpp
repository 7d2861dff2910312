// core/schema/merge.hpp: merges a plain value into any described struct, and converts back: the mechanics of `resolve`,
// driven by the tables alone.
#pragma once

#include <string>

#include "core/schema/field.hpp"
#include "core/schema/problem.hpp"
#include "core/schema/shape.hpp"
#include "core/schema/value.hpp"

namespace izh {

/// Appends what is wrong with `number`, if anything: it must be finite and within `valid`.
void check_number(double number, hard valid, const char* unit, const std::string& path, Problems& problems);

/// The same for every number of the object of `shape` at `source`, and for the lengths of its lists.
void check_described(const void* source, const Shape& shape, const std::string& path, Problems& problems);

/// Merges `part` into the object of `shape` at `target`, and appends what is wrong with it to `problems`, each with its
/// path, which starts with `path`. Objects merge by key, a list replaces the list, an object with a `kind` is replaced
/// when its kind changes, null restores the default. If there are problems, `target` may be left partly merged: work on
/// a copy.
void merge(void* target, const Shape& shape, const Value& part, const std::string& path, Problems& problems);

/// The object at `source` as a plain value, in the form that `merge` takes.
Value value_of(const void* source, const Shape& shape);

/// Appends the `fields` of a struct or the `kinds` of a variant to `target`; ids are paths that start with `path`.
void add_schema(Value::Object& target, const Shape& shape, const std::string& path);

/// Merges `value` into the object of `shape` at `target`; throws std::invalid_argument, naming `what` and listing the
/// problems.
void read_described(void* target, const Shape& shape, const Value& value, const std::string& what);

/// Any described struct from a plain value; missing fields take their defaults. Throws like `read_described`.
template <class T>
T described_from(const Value& value, const std::string& what) {
  T result{};
  if (!value.is_null()) read_described(&result, shape<T>(), value, what);
  return result;
}

}  // namespace izh
