# cmake -D FROM=file -D TO=header -D NAME=name -P embed.cmake: a text file as a string_view in a header.
file(READ "${FROM}" text)
file(WRITE "${TO}" "// Generated from ${FROM}.\n#pragma once\n#include <string_view>\n"
  "inline constexpr std::string_view ${NAME} = R\"~~~(${text})~~~\";\n")
