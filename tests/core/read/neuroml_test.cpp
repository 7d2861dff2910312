#include "core/read/neuroml.hpp"

#include "support.hpp"

namespace izh {

namespace {

/// The values of a cell in one line: "C=100 pF; k=0.7nS_per_mV".
std::string told(const RawCell& cell) {
  std::string all;
  for (const RawValue& one : cell.values) all += (all.empty() ? "" : "; ") + one.name + "=" + one.text;
  return all;
}

}  // namespace

TEST_CASE("the attributes of NeuroML's cells are values", "[read]") {
  const auto cells = neuroml_cells(R"(<?xml version="1.0"?>
    <!-- <izhikevich2007Cell id="commented" C="1pF"/> -->
    <nml:neuroml xmlns:nml="http://www.neuroml.org/schema/neuroml2">
      <nml:izhikevich2007Cell id = "RS" C="100pF" v0='-60 mV'
                              k = "0.7nS_per_mV" xmlns:x="y"><notes>C="5pF"</notes></nml:izhikevich2007Cell>
      <izhikevichCell id="tonic &amp; more" a="0.02" thresh="30mV"/>
      <![CDATA[<izhikevich2007Cell id="data"/>]]>
      <iafCell C="1nF"/>
      <Component id="lems" type="izhikevich2007Cell" C="50 pF"/>
    </nml:neuroml>)");
  REQUIRE(cells.size() == 3);
  CHECK(cells[0].name == "RS");
  CHECK(cells[0].form == SaidForm::of_2007);
  CHECK(told(cells[0]) == "C=100pF; v0=-60 mV; k=0.7nS_per_mV");
  CHECK(cells[1].name == "tonic & more");
  CHECK(cells[1].form == SaidForm::of_2003);
  CHECK(told(cells[1]) == "a=0.02; thresh=30mV");
  CHECK(cells[2].name == "lems");
  CHECK(told(cells[2]) == "C=50 pF");
}

TEST_CASE("no entity expands but the five of XML", "[read]") {
  const auto cells = neuroml_cells(R"(<!DOCTYPE x [<!ENTITY a "&b;&b;"> <!ENTITY b SYSTEM "file:///etc/passwd">]>
    <izhikevich2007Cell id="&a;&lt;&gt;&apos;&quot;&b;" C="&a;" k="&#49;"/>)");
  REQUIRE(cells.size() == 1);
  CHECK(cells[0].name == "&a;<>'\"&b;");
  CHECK(told(cells[0]) == "C=&a;; k=&#49;");
}

TEST_CASE("what is not well formed is read as far as it goes", "[read]") {
  for (const char* text : {"", "<", "<>", "</", "<!", "<!--", "<?", "<![CDATA[", "<a", "<a b", "<a b=", "<a b='",
                           "< izhikevich2007Cell C='1'"})
    CHECK(neuroml_cells(text).empty());
  CHECK(told(neuroml_cells("<izhikevich2007Cell C='1' k=\"2").at(0)) == "C=1; k=2");
  CHECK(told(neuroml_cells("<izhikevich2007Cell C=1 k='2' / a='3'").at(0)) == "k=2; a=3");
  CHECK(neuroml_cells("<izhikevich2007Cell C='1'<izhikevich2007Cell C='2'/>").size() == 2);
}

}  // namespace izh
