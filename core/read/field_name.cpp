#include "core/read/field_name.hpp"

#include <string>

#include "core/read/plain_text.hpp"
#include "core/read/unit.hpp"

namespace izh {

namespace {

struct Synonyms {
  Means means;
  const char* names;  // in lower case, without what separates words; with spaces around each
};

// In use: vr, vt, vpeak, v0 in NeuroML; v_r, v_t, v_peak in papers; v_th, v_min, i_e in NEST; i_offset in PyNN; vR, vT,
// vPeak, vMin in Hippocampome.org, whose vMin is c.
constexpr Synonyms synonyms[] = {
    {Means::C, " cm cap capacitance membranecapacitance "},
    {Means::k, " k "},
    {Means::vr, " vr vrest rest restingpotential restingmembranepotential "},
    {Means::vt, " vt instantaneousthreshold instantaneousthresholdpotential "},
    {Means::vpeak, " vpeak vp peak vmax vcut vcutoff spikecutoff spikepeak cutoff "},
    {Means::a, " a "},
    {Means::b, " b "},
    {Means::c, " vreset reset resetpotential vmin "},
    {Means::d, " d "},
    {Means::threshold, " thresh threshold vth vthresh vthreshold "},
    {Means::v, " v v0 vinit vinitial vm initialv "},
    {Means::u, " u u0 uinit uinitial um initialu "},
    {Means::current, " i iext iapp idc iinj istim ie iamp ioffset current inputcurrent injectedcurrent amplitude "},
    {Means::name, " name id label cell celltype neuron neurontype type model "},
    {Means::silent, " metaid notes neurolexid "},
};

Means meaning_of_plain(std::string_view name) {
  std::string plain = " ";
  for (const char one : name)
    if (is_letter(one) || is_digit(one)) plain += lower(one);
  plain += ' ';
  if (plain == " c ") return name.find('C') != std::string_view::npos ? Means::C : Means::c;
  if (plain.size() < 3) return Means::nothing;
  for (const Synonyms& one : synonyms)
    if (std::string_view(one.names).find(plain) != std::string_view::npos) return one.means;
  return Means::nothing;
}

/// Words that may stand in front of a name, in any case: declarations, and those of a sentence; with spaces around
/// each.
constexpr std::string_view in_front =
    " double float const static real var let set par param parameter and with where we used using parameters are ";

bool is_no_name(std::string_view word) {
  std::string small = " ";
  for (const char one : word) small += lower(one);
  return in_front.find(small + ' ') != std::string_view::npos;
}

}  // namespace

Means meaning_of(std::string_view name) {
  if (name.size() > 80) return Means::nothing;
  name = name.substr(name.rfind('.') + 1);
  if (name.substr(0, 4) == "izh_") name.remove_prefix(4);
  if (name.substr(0, 5) == "xmlns") return Means::silent;
  for (std::size_t end; (end = name.find(' ')) != std::string_view::npos && is_no_name(name.substr(0, end));)
    name.remove_prefix(end + 1);
  return meaning_of_plain(name);
}

Heading heading_of(std::string_view text) {
  text = trimmed(text);
  const std::size_t open = text.find_first_of("([");
  if (open != std::string_view::npos && open > 0 && (text.back() == ')' || text.back() == ']')) {
    const std::string_view unit = trimmed(text.substr(open + 1, text.size() - open - 2));
    return {trimmed(text.substr(0, open)), unit};
  }
  const std::size_t slash = text.find('/');
  if (slash != std::string_view::npos && slash > 0 && unit_from(text.substr(slash + 1)))
    return {trimmed(text.substr(0, slash)), trimmed(text.substr(slash + 1))};
  return {text, ""};
}

}  // namespace izh
