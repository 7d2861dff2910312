#include "core/read/read_cells.hpp"

#include <nlohmann/json.hpp>

#include "cells_2003_json.hpp"
#include "cells_2007_json.hpp"
#include "core/model/form_2003.hpp"
#include "core/model/resolve.hpp"
#include "support.hpp"

namespace izh {

namespace {

/// The only cell in a text, into an experiment with another cell.
ReadCell only(const std::string& text, const std::string& mark = ".") {
  const CellsRead read = read_cells(with(intrinsically_bursting), text, mark);
  CAPTURE(text);
  REQUIRE(read.problems.empty());
  REQUIRE(read.cells.size() == 1);
  return read.cells[0];
}

std::vector<double> parameters(const Cell& cell) {
  return {cell.C, cell.k, cell.vr, cell.vt, cell.vpeak, cell.a, cell.b, cell.c, cell.d};
}

const Understood& value_at(const ReadCell& cell, const std::string& path) {
  for (const Understood& one : cell.values)
    if (one.path == path) return one;
  throw std::logic_error("nothing at " + path);
}

/// "cell.C out_of_range 0; x unknown_field 5"
std::string left_out(const ReadCell& cell) {
  std::string all;
  for (const LeftOut& one : cell.left_out)
    all += (all.empty() ? "" : "; ") + one.path + " " + one.code + (one.value.empty() ? "" : " " + one.value);
  return all;
}

/// The names of the fields with that origin: "C k".
std::string with_origin(const ReadCell& cell, Origin origin) {
  std::string all;
  for (const Understood& one : cell.values)
    if (one.origin == origin) all += (all.empty() ? "" : " ") + one.path.substr(one.path.rfind('.') + 1);
  return all;
}

}  // namespace

TEST_CASE("the published cells are read in every notation", "[read]") {
  for (const auto& one : nlohmann::json::parse(cells_2007_json).at("cells")) {
    const auto id = one.at("id").get<std::string>();
    const auto x = one.at("parameters").get<std::vector<double>>();
    const auto n = [&](std::size_t i) { return readable(x[i]); };
    const std::string C = n(0), k = n(1), vr = n(2), vt = n(3), vpeak = n(4), a = n(5), b = n(6), c = n(7), d = n(8);
    const std::pair<Notation, std::string> texts[] = {
        {Notation::pairs, "C=" + C + " k=" + k + " vr=" + vr + " vt=" + vt + " vpeak=" + vpeak + " a=" + a + " b=" + b +
                              " c=" + c + " d=" + d},
        {Notation::pairs, "C = " + C + " pF; k = " + k + " nS/mV; v_r = " + vr + " mV; v_t = " + vt + " mV; v_peak = " +
                              vpeak + " mV; a = " + a + " ms^-1; b = " + b + " nS; c = " + c + " mV; d = " + d + " pA"},
        {Notation::python, "{'C': " + C + ", 'k': " + k + ", 'vr': " + vr + ", 'vt': " + vt + ", 'vp': " + vpeak +
                               ", 'a': " + a + ", 'b': " + b + ", 'c': " + c + ", 'd': " + d + ",}"},
        {Notation::json, "{\"C\": " + C + ", \"k\": " + k + ", \"vr\": " + vr + ", \"vt\": " + vt + ", \"vpeak\": " +
                             vpeak + ", \"a\": " + a + ", \"b\": " + b + ", \"c\": " + c + ", \"d\": " + d + "}"},
        {Notation::neuroml, "<izhikevich2007Cell C=\"" + C + "pF\" k=\"" + k + "nS_per_mV\" vr=\"" + vr + "mV\" vt=\"" +
                                vt + "mV\" vpeak=\"" + vpeak + "mV\" a=\"" + a + "per_ms\" b=\"" + b + "nS\" c=\"" + c +
                                "mV\" d=\"" + d + "pA\"/>"},
        {Notation::carlsim, "setNeuronParameters(g, " + C + "f, " + k + "f, " + vr + ", " + vt + ", " + a + "f, " + b +
                                ", " + vpeak + ", " + c + ", " + d + ")"},
        {Notation::table, "C\tk\tvr\tvt\tvpeak\ta\tb\tc\td\n" + C + "\t" + k + "\t" + vr + "\t" + vt + "\t" + vpeak +
                              "\t" + a + "\t" + b + "\t" + c + "\t" + d},
        {Notation::table, "C (pF)\t" + C + "\nk\t" + k + "\nvR\t" + vr + "\nvT\t" + vt + "\nvPeak\t" + vpeak + "\na\t" +
                              a + "\nb\t" + b + "\nvMin\t" + c + "\nd\t" + d}};
    for (const auto& [notation, text] : texts) {
      CAPTURE(text);
      const CellsRead read = read_cells(with(intrinsically_bursting), text, ".");
      CHECK(read.notation == notation);
      REQUIRE(read.cells.size() == 1);
      CHECK(parameters(read.cells[0].experiment.cell) == x);
      CHECK(left_out(read.cells[0]).empty());
      CHECK(with_origin(read.cells[0], Origin::text) == "C k vr vt vpeak a b c d");
    }
  }
}

TEST_CASE("a cell is answered field by field", "[read]") {
  const ReadCell cell =
      only("C = 0.1 nF, k = 0.7, vr = \u221260 mV, tau = 20 ms, vt = 5 pF, a = 1\u00d710\u207b\u00b2");
  CHECK(value_at(cell, "cell.C").value == 100);
  CHECK(value_at(cell, "cell.C").unit == "pF");
  CHECK(value_at(cell, "cell.C").text == "0.1 nF");
  CHECK(value_at(cell, "cell.C").text_unit == "nF");
  CHECK(value_at(cell, "cell.a").value == 0.01);
  CHECK(value_at(cell, "cell.vt").value == -45);  // as before
  CHECK(with_origin(cell, Origin::text) == "C k vr a");
  CHECK(with_origin(cell, Origin::present) == "vt vpeak b c d");
  CHECK(left_out(cell) == "tau unknown_field 20 ms; cell.vt wrong_unit 5 pF");
  CHECK(cell.left_out[1].unit == "mV");
  CHECK(cell.left_out[1].low == -1e4);
  CHECK(parameters(cell.experiment.cell) == std::vector<double>{100, 0.7, -60, -45, 50, 0.01, 5, -56, 130});
}

TEST_CASE("what resolve refuses is left out with its reason, and the rest is taken", "[read]") {
  CHECK(left_out(only("C=-1, k=0.7, vr=-60")) == "cell.C out_of_range -1");
  CHECK(left_out(only("C=1e999, k=0.7")) == "cell.C not_finite 1e999");
  CHECK(left_out(only("C=x, k=0.7")) == "cell.C not_a_number x");
  // The reset at -30 is above the peak; c stays at -56.
  const ReadCell cell = only("vpeak=-40, c=-30, k=0.7");
  CHECK(left_out(cell) == "cell.c reset_not_below_peak -30");
  CHECK(cell.experiment.cell.c == -56);
  CHECK(cell.experiment.cell.vpeak == -40);
  // A peak below the reset that stays.
  CHECK(left_out(only("vpeak=-60, k=0.7")) == "cell.vpeak peak_not_above_reset -60");
}

TEST_CASE("of two values for one field, the one under the field's own name counts; otherwise neither", "[read]") {
  CHECK(only("vr=-60, v_rest=-60").experiment.cell.vr == -60);
  CHECK(left_out(only("vr=-60, v_rest=-60")).empty());
  CHECK(only("v_rest=-61, vr=-60").experiment.cell.vr == -60);
  CHECK(left_out(only("v_rest=-61, vr=-60")) == "cell.vr given_twice -61");
  CHECK(left_out(only("k=1, k=2, C=3")) == "cell.k given_twice 1; cell.k given_twice 2");
  CHECK(only("k=1, k=2, C=3").experiment.cell.k == 1.2);
}

TEST_CASE("capitals matter between C and c only", "[read]") {
  const ReadCell cell = only("C=100 c=-50 K=0.7 VR=-60 A=0.03");
  CHECK(parameters(cell.experiment.cell) == std::vector<double>{100, 0.7, -60, -45, 50, 0.03, 5, -50, 130});
}

TEST_CASE("the text shows its decimal mark, or else the reader's counts", "[read]") {
  CHECK(only("C=100 k=0,7 a=0,03").experiment.cell.k == 0.7);
  CHECK(only("C=1,250 k=0.7").experiment.cell.C == 1250);
  CHECK(only("C=1,250 k=0,7").experiment.cell.C == 1.25);
  CHECK(only("C=1,250 k=2", ",").experiment.cell.C == 1.25);
  CHECK(only("C=1,250 k=2", ".").experiment.cell.C == 1250);
  CHECK(only("{'C': 1.250}", ",").experiment.cell.C == 1.25);  // code has points
  CHECK(only("C;k;a\n100;0,7;0,03").experiment.cell.a == 0.03);
}

TEST_CASE("a sentence of a paper and the lines of a script are understood", "[read]") {
  const std::vector<double> published{100, 0.7, -60, -40, 35, 0.03, -2, -50, 100};
  const ReadCell paper = only(
      "We used C = 100 pF, k = 0.7 pA\u00b7mV\u207b\u00b2, v_r = \u221260 mV, v_t = \u201340 mV, v_peak = +35 mV, "
      "a = 0.03 ms\u207b\u00b9, b = \u22122 nS, c = \u221250 mV and d = 100 pA.");
  CHECK(parameters(paper.experiment.cell) == published);
  CHECK(left_out(paper).empty());
  const ReadCell script = only(
      "C=100; vr=-60; vt=-40; k=0.7;      % regular spiking\na=0.03; b=-2; c=-50; d=100; vpeak=35; % mV\n"
      "T=1000; dt=0.5; n=round(T/dt);\nx=vr*ones(1,n); y=zeros(1,n);\nfor i=1:n-1\n  "
      "x(i+1)=x(i)+dt*(k*(x(i)-vr));\nend\n");
  CHECK(parameters(script.experiment.cell) == published);
  CHECK(only("par C=100, k=0.7").experiment.cell.C == 100);
  CHECK(only("sim.Izhikevich(a=0.02, b=0.2, c=-65, d=6, i_offset=10)").form == CellForm::of_2003);
}

TEST_CASE("names travel, and each cell of a text is offered", "[read]") {
  const CellsRead read = read_cells({}, "name,C,k,vr\nRS,100,0.7,-60\nIB,150,1.2,-75\n", ".");
  REQUIRE(read.cells.size() == 2);
  CHECK(read.cells[0].name == "RS");
  CHECK(read.cells[1].name == "IB");
  CHECK(read.cells[1].experiment.cell.vr == -75);
  CHECK(only("params = {'C': 100}").name.empty());  // that is no name
}

TEST_CASE("v at time 0 starts the run there, with u = 0 as in NeuroML", "[read]") {
  const ReadCell cell = only(R"(<izhikevich2007Cell id="RS" v0="-55mV" C="100pF" k="0.7nS_per_mV" vr="-60mV" vt="-40mV"
    vpeak="35mV" a="0.03per_ms" b="-2nS" c="-50mV" d="100pA"/>)");
  CHECK(std::get<At>(cell.experiment.initial).v == -55);
  CHECK(std::get<At>(cell.experiment.initial).u == 0);
  CHECK(value_at(cell, "initial.v").origin == Origin::text);
  CHECK(value_at(cell, "initial.u").origin == Origin::form);
  // At rest, it is the resting state by name, so that it follows edits of the cell.
  CHECK(std::holds_alternative<Rest>(only("C=100 k=0.7 vr=-60 vt=-40 b=-2 v0=-60").experiment.initial));
  CHECK(std::get<At>(only("C=100 v0=-50 u0=0.01 nA").experiment.initial).u == 10);
}

TEST_CASE("a current is a step that lasts throughout", "[read]") {
  const ReadCell cell = only("C=100 I=0.07 nA");
  CHECK(cell.experiment.stimulus == std::vector<Stimulus>{Step{70, 0, {}}});
  CHECK(value_at(cell, "stimulus.0.amplitude").value == 70);
  CHECK(only("C=100").experiment.stimulus == Experiment{}.stimulus);
}

TEST_CASE("a, b, c and d without C, k, vr and vt are a cell of 2003", "[read]") {
  for (const auto& one : nlohmann::json::parse(cells_2003_json).at("cells")) {
    const auto n = [&](const char* name) { return readable(one.at(name).get<double>()); };
    const std::string texts[] = {
        "a=" + n("a") + ", b=" + n("b") + ", c=" + n("c") + ", d=" + n("d") + ", I=" + n("I"),
        "{'a': " + n("a") + " / ms, 'b': " + n("b") + " / ms, 'c': " + n("c") + " * mV, 'd': " + n("d") +
            " * mV/ms, 'I': " + n("I") + "}",
        "a\tb\tc\td\tI\n" + n("a") + "\t" + n("b") + "\t" + n("c") + "\t" + n("d") + "\t" + n("I")};
    Value::Object partial;
    for (const char* name : {"a", "b", "c", "d", "I"}) partial.push_back({name, one.at(name).get<double>()});
    Experiment expected = resolve_2003(with(intrinsically_bursting), partial).experiment;
    for (const std::string& text : texts) {
      const ReadCell cell = only(text);
      CHECK(cell.form == CellForm::of_2003);
      CHECK(left_out(cell).empty());
      CHECK(to_value(cell.experiment) == to_value(expected));
      CHECK(with_origin(cell, Origin::text) == "a b c d amplitude");
      CHECK(with_origin(cell, Origin::form) == "C k vr vt vpeak v u");
    }
  }
  const ReadCell neuroml = only(R"(<izhikevichCell id="x" v0="-70mV" thresh="35mV" a="0.02" b="0.2" c="-65" d="6"/>)");
  CHECK(neuroml.form == CellForm::of_2003);
  CHECK(neuroml.experiment.cell.vpeak == 35);
  CHECK(std::get<At>(neuroml.experiment.initial).v == -70);
  CHECK(only("setNeuronParameters(g, 0.02f, 0.2f, -65.0f, 8.0f)").form == CellForm::of_2003);
  CHECK(only("a=0.02 b=0.2 c=-65 d=8 V_th=30").experiment.cell.vpeak == 30);
}

TEST_CASE("a, b, c and d in units of 2007 are no cell of 2003, nor are some of them", "[read]") {
  CHECK(only("a=0.03 b=-2 nS c=-50 d=100 pA").form == CellForm::of_2007);
  CHECK(only("a=0.03 b=-2 nS c=-50 d=100 pA").experiment.cell.b == -2);
  CHECK(only("a=0.03 c=-50 d=100").form == CellForm::of_2007);
  CHECK(only("vt=-40 a=0.03 b=-2 c=-50 d=100").form == CellForm::of_2007);
  CHECK(only("threshold=-40 C=100").experiment.cell.vt == -40);
}

TEST_CASE("of a cell of 2003 with an invalid parameter nothing is taken", "[read]") {
  const ReadCell cell = only("a=0.02 b=200 c=-65 d=8");
  CHECK(cell.form == CellForm::of_2003);
  CHECK(left_out(cell) == "cell.b out_of_range 200");
  CHECK(parameters(cell.experiment.cell) == parameters(intrinsically_bursting));
  CHECK(with_origin(cell, Origin::text).empty());
  CHECK(left_out(only("a=0.02 b=0.2 c=-65 d=8 I=1e5")) == "stimulus.0.amplitude out_of_range 1e5");
  CHECK(only("a=0.02 b=0.2 c=-65 d=8 I=1e5").experiment.cell.C == 100);
}

TEST_CASE("a text without a cell, or too long a text, is said to be one", "[read]") {
  for (const char* text :
       {"", "hello", "100 0.7 -60", "{\"__proto__\": {\"x\": 1}}", "<iafCell C='1nF'/>", "\xff\xfe"}) {
    const CellsRead read = read_cells({}, text, ".");
    CHECK(read.notation == Notation::none);
    CHECK(read.cells.empty());
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems[0].code == "no_cell");
  }
  const CellsRead read = read_cells({}, std::string(5 << 20, 'C'), ".");
  CHECK(read.problems.at(0).code == "too_long");
  CHECK(read.problems.at(0).high == 65536);
  CHECK(read_cells({}, std::string("C=100\0k=0.7", 11), ".").cells.size() == 1);
  std::string many;
  for (int i = 0; i < 300; ++i) many += "{C:1}";
  const CellsRead some = read_cells({}, many, ".");
  CHECK(some.cells.size() == 200);
  CHECK(some.problems.at(0).code == "too_many");
  CHECK_THROWS_WITH(read_cells({}, "C=1", ";"), StartsWith("read_cells: mark = \";\""));
}

// Fails with: a code that the languages have no words for.
TEST_CASE("whatever is left out has a code of the problems", "[read]") {
  for (const char* code : {"unknown_field", "not_a_number", "not_finite", "wrong_unit", "given_twice", "out_of_range",
                           "no_cell", "too_long", "too_many", "reset_not_below_peak", "peak_not_above_reset"})
    CHECK(std::count_if(std::begin(problem_codes), std::end(problem_codes),
                        [&](const char* one) { return std::string(one) == code; }) == 1);
}

}  // namespace izh
