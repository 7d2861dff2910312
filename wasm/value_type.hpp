// wasm/value_type.hpp: the type of a plain value, for tables that the core gives as such, the same every time.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/schema/value.hpp"

namespace izh {

/// Types of plain values. An object that says its `type` has a name of its own ("number": NumberField), and all of that
/// name are one; in a list, objects that say none are one too. What not all of them have is optional. What an object
/// says as its `type`, `kind` or `name`, and what a list of texts has, are names, which are told; lists of numbers that
/// are all of one length are tuples.
class ValueTypes {
 public:
  /// The type of `value`; what it names stands in `named`.
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
