// wasm/guarded.cpp: the one place that catches what the core throws.
#include <exception>

#include "wasm/convert.hpp"

namespace izh::border {

val guarded(Thunk thunk, val* const* arguments, std::size_t count) {
  // Throwing in JavaScript unwinds no C++ frame, so nothing may be left to free: the Error is held in a static, and the
  // arguments are released.
  static val thrown = val::undefined();
  try {
    return thunk(arguments);
  } catch (const std::exception& error) {
    thrown = val::global("Error").new_(std::string(error.what()));
  }
  for (std::size_t i = 0; i < count; ++i) *arguments[i] = val::undefined();
  thrown.throw_();
  return val::undefined();
}

}  // namespace izh::border
