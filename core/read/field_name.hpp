// core/read/field_name.hpp: what the names in use for a parameter mean.
#pragma once

#include <string_view>

namespace izh {

/// What a name stands for.
enum class Means {
  nothing,
  C,
  k,
  vr,
  vt,
  vpeak,
  a,
  b,
  c,
  d,
  threshold,  // vt in the form of 2007, vpeak in that of 2003
  v,          // at time 0, as u
  u,
  current,
  name,    // of the cell
  silent,  // known, and of no interest: what a NeuroML element has beside its parameters
};

constexpr bool is_parameter(Means one) { return one >= Means::C && one <= Means::threshold; }

/// What `name` stands for. Spelling, spaces, lines, dots and capitals do not matter (v_r, Vr, "resting potential"),
/// except between C and c. What stands in front of a dot (self.C), a type (double C) and "and" do not count.
Means meaning_of(std::string_view name);

/// A name with the unit that stands beside it: "C (pF)", "k [nS/mV]", "vr/mV".
struct Heading {
  std::string_view name, unit;
};
Heading heading_of(std::string_view text);

}  // namespace izh
