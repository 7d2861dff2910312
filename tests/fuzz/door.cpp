// tests/fuzz/door.cpp: one of the doors as a target of libFuzzer, chosen by the name in IZH_DOOR when it is compiled.
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/doors.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  izh::fuzz::IZH_DOOR({bytes, size});
  return 0;
}
