// wasm/bindings.cpp: exposes the functions of bound.hpp to JavaScript.

#include "wasm/bound.hpp"

#include <emscripten/bind.h>

#include "wasm/convert.hpp"

using namespace izh;

EMSCRIPTEN_BINDINGS(izh) {
  each_bound([]<auto function>(const Bound<function>& bound) {
    border::Exposed<function>::as = {bound.name, bound.arguments};
    emscripten::function(bound.name, &border::Exposed<function>::call);
  });
}
