// wasm/value_type.hpp: the types of plain values, for the constant tables that the core returns.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/schema/value.hpp"

namespace izh {

/// Types of plain values. An object with a member `type` gets a named type ("number": NumberField), shared by all
/// objects of that name; in a list, all objects without one share a type as well. Members that not all of them have are
/// optional. The values of `type`, `kind`, `name`, `id` and `group`, and the texts in a list, become unions of
/// literals; lists of numbers that all have the same length become tuples.
class ValueTypes {
 public:
  /// The type of `value`; the types it names are in `named`.
  std::string of(const Value& value);

  /// The named types, in the order of their names.
  std::map<std::string, std::string> named();

 private:
  using Objects = std::vector<const Value::Object*>;

  std::string of_all(const std::vector<const Value*>& values);
  std::string listed(const std::vector<const Value*>& items);
  std::string of_objects(const Objects& objects);
  void collect(const Value& value);

  std::map<std::string, Objects> fields_;
};

}  // namespace izh
