#include "core/read/carlsim.hpp"

#include "support.hpp"

namespace izh {

namespace {

std::string told(const RawCell& cell) {
  std::string all;
  for (const RawValue& one : cell.values) all += (all.empty() ? "" : " ") + one.name + "=" + one.text;
  return all;
}

}  // namespace

TEST_CASE("the arguments of setNeuronParameters are in the order of CARLsim's interface", "[read]") {
  const auto cells = carlsim_cells(R"(
    sim.setNeuronParameters(gExc, 100.0f, 0.7f, -60.0f, -40.0f, 0.03f, -2.0f, 35.0f, -50.0f, 100.0f);
    sim->setNeuronParameters( gInh, 0.1f, 0.2f, /* c */ -65.0f, 2.0f ); // 2003
    // sim.setNeuronParameters(gOff, 1, 2, 3, 4);
    sim.setNeuronParameters(g3, 0.02, 0.01, 0.2, 0, -65, 0.0f, 8, 0.00f);
    sim.setNeuronParameters(g4, 1,2);)");
  REQUIRE(cells.size() == 3);
  CHECK(cells[0].name == "gExc");
  CHECK(cells[0].form == SaidForm::of_2007);
  CHECK(told(cells[0]) == "C=100.0f k=0.7f vr=-60.0f vt=-40.0f a=0.03f b=-2.0f vpeak=35.0f c=-50.0f d=100.0f");
  CHECK(cells[1].form == SaidForm::of_2003);
  CHECK(told(cells[1]) == "a=0.1f b=0.2f c=-65.0f d=2.0f");
  CHECK(told(cells[2]) == "a=0.02 a_sd=0.01 b=0.2 c=-65 d=8");
}

TEST_CASE("each of the nine parameters may have its standard deviation", "[read]") {
  const auto cells = carlsim_cells("setNeuronParameters(g,1,0,2,0,3,0,4,0,5,0,6,0,7,0,8,0,9,1)");
  REQUIRE(cells.size() == 1);
  CHECK(told(cells[0]) == "C=1 k=2 vr=3 vt=4 a=5 b=6 vpeak=7 c=8 d=9 d_sd=1");
}

TEST_CASE("a call that does not end, or has another number of arguments, is skipped", "[read]") {
  for (const char* text :
       {"setNeuronParameters", "setNeuronParameters(", "setNeuronParameters(g,1,2,3,4",
        "setNeuronParameters(g,(1,2,3),4)", "setNeuronParameters()", "/*", "//", "setNeuronParameters(g,1,2,3,/*4)"})
    CHECK(carlsim_cells(text).empty());
}

}  // namespace izh
