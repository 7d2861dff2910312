# Finds Emscripten by the em++ on PATH (Debian's package or an emsdk), and works around faults of Debian's package.

find_program(IZH_EMXX em++ NO_CMAKE_FIND_ROOT_PATH)
if(NOT IZH_EMXX)
  message(FATAL_ERROR "There is no em++ on PATH: install Debian's emscripten, or activate an emsdk.")
endif()
get_filename_component(IZH_EMSCRIPTEN "${IZH_EMXX}" REALPATH)
get_filename_component(IZH_EMSCRIPTEN "${IZH_EMSCRIPTEN}" DIRECTORY)

include("${IZH_EMSCRIPTEN}/cmake/Modules/Platform/Emscripten.cmake")

# emcmake and some versions pass node old flags that newer ones reject (--experimental-wasm-threads), so plain node.
find_program(IZH_NODE NAMES node nodejs NO_CMAKE_FIND_ROOT_PATH)
if(IZH_NODE)
  set(CMAKE_CROSSCOMPILING_EMULATOR "${IZH_NODE}")
endif()

# Debian installs acorn, which Emscripten needs to link, where only Debian's own node looks; others must be told.
if(IZH_EMSCRIPTEN STREQUAL "/usr/share/emscripten" AND EXISTS "/usr/share/nodejs/acorn")
  set(CMAKE_C_LINKER_LAUNCHER "${CMAKE_COMMAND}" -E env NODE_PATH=/usr/share/nodejs)
  set(CMAKE_CXX_LINKER_LAUNCHER "${CMAKE_COMMAND}" -E env NODE_PATH=/usr/share/nodejs)
endif()
