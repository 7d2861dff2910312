#include "core/read/field_name.hpp"

#include "support.hpp"

namespace izh {

TEST_CASE("the names in use for a parameter mean that parameter", "[read]") {
  const std::pair<Means, std::vector<const char*>> all[] = {
      {Means::C, {"C", "Cm", "C_m", "cap", "capacitance", "self.C", "double C", "izh_C"}},
      {Means::k, {"k", "K"}},
      {Means::vr, {"vr", "v_r", "Vr", "VR", "v_rest", "Vrest", "resting potential", "p.vr"}},
      {Means::vt, {"vt", "v_t", "Vt", "vT"}},
      {Means::threshold, {"thresh", "V_th", "v_thresh", "threshold"}},
      {Means::vpeak, {"vpeak", "v_peak", "vp", "Vpeak", "vPeak", "V_peak"}},
      {Means::a, {"a", "A", "const double a"}},
      {Means::c, {"c", "v_reset", "vMin", "izh_c"}},
      {Means::v, {"v0", "v_init", "V_m"}},
      {Means::current, {"I", "I_app", "Iext", "I_e", "i_offset", "Iamp"}},
      {Means::name, {"name", "id", "Cell type"}},
      {Means::nothing, {"", "x", "cc", "tau", "C2", "a b c", "\u03c4"}}};
  for (const auto& [means, names] : all)
    for (const char* name : names) {
      CAPTURE(name);
      CHECK(meaning_of(name) == means);
    }
  CHECK(meaning_of(std::string(1000, 'c')) == Means::nothing);
}

TEST_CASE("a heading has a name and perhaps a unit", "[read]") {
  const auto check = [](const char* text, const char* name, const char* unit) {
    const Heading heading = heading_of(text);
    CHECK(heading.name == name);
    CHECK(heading.unit == unit);
  };
  check("C (pF)", "C", "pF");
  check("k [nS/mV]", "k", "nS/mV");
  check("vr/mV", "vr", "mV");
  check(" vpeak ", "vpeak", "");
  check("and/or", "and/or", "");
  check("(pF)", "(pF)", "");
}

}  // namespace izh
