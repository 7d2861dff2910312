#include "core/read/pairs.hpp"

#include "raw_cells.hpp"
#include "support.hpp"

namespace izh {

namespace {

std::string told(const std::string& text) { return izh::told(pairs_in(text).cells); }

}  // namespace

TEST_CASE("pairs may be written in many ways", "[read]") {
  for (const char* text :
       {"C=100 k=0.7 vr=-60", "C = 100, k = 0.7, vr = -60", "C: 100; k: 0.7; vr: -60;", "C=100\nk=0.7\n\nvr=-60",
        "C:100,k:0.7,vr:-60", "{'C': 100, 'k': 0.7, 'vr': -60,}", "{\"C\": 100, \"k\": 0.7, \"vr\": -60}",
        "{\n  'C': 100,  # pF\n  'k': 0.7,\n  'vr': -60,  # mV\n}", "dict(C=100, k=0.7, vr=-60)",
        "{C: 100, k: 0.7, vr: -60}", "double C = 100; // pF\ndouble k = 0.7;\nvr = -60;",
        "[{\"C\":100,\"k\":0.7,\"vr\":-60}]", "% a comment: C=5\nC = 100; k = 0.7; vr = -60;",
        "{\"C\":\n100,\"k\":0.7,\n\"vr\":\"-60\"}"}) {
    CAPTURE(text);
    const std::string found = told(text);
    CHECK((found == "C=100, k=0.7, vr=-60" || found == "double C=100, double k=0.7, vr=-60" ||
           found == "dict: C=100, k=0.7, vr=-60"));
  }
}

TEST_CASE("values keep their units, wherever these stand", "[read]") {
  CHECK(told("C=100 pF k=0.7 nS/mV vr=-60 mV") == "C=100 pF, k=0.7 nS/mV, vr=-60 mV");
  CHECK(told("C (pF) = 100, k [nS/mV]: 0.7") == "C=100 [pF], k=0.7 [nS/mV]");
  CHECK(told("{'C': 100 * pF, 'k': 0.7 * pA/(mV**2), 'b': -2*nS}") == "C=100 * pF, k=0.7 * pA/(mV**2), b=-2*nS");
  CHECK(told("{\"C\": \"100 pF\"}") == "C=100 pF");
}

TEST_CASE("a comma between digits is part of a value outside of braces", "[read]") {
  CHECK(told("C=100, k=0,7, vr=-60") == "C=100, k=0,7, vr=-60");
  CHECK(told("a=0,02,b=0,2") == "a=0,02, b=0,2");
  CHECK(told("{'C': 100,'k': 0.7}") == "C=100, k=0.7");
}

TEST_CASE("each pair of braces with parameters in it is a cell, called by its key or its name", "[read]") {
  CHECK(told("{'RS': {'C': 100, 'k': 0.7}, 'IB': {'C': 150}}") == "RS: C=100, k=0.7 | IB: C=150");
  CHECK(told("[{\"name\": \"RS\", \"C\": 100}, {\"C\": 150, \"id\": \"IB\"}]") == "RS: C=100 | IB: C=150");
  CHECK(told("cells = {\n  \"RS\": dict(C=100),\n}") == "RS: C=100");
  CHECK(told("RS: C=100, k=0.7\nIB: C=150, k=1.2") == "RS: C=100, k=0.7 | IB: C=150, k=1.2");
  CHECK(told("Regular spiking: C=100") == "Regular spiking: C=100");
  CHECK(told("{\"cell\": {\"C\": 100}, \"initial\": {\"kind\": \"rest\"}, \"duration\": 5}") == "cell: C=100");
}

TEST_CASE("the style of the pairs is noticed", "[read]") {
  CHECK(pairs_in("C=100").style == PairStyle::plain);
  CHECK(pairs_in("{'C': 100}").style == PairStyle::python);
  CHECK(pairs_in("{\"C\": 100}  # pF").style == PairStyle::python);
  CHECK(pairs_in("{\"C\": 100}").style == PairStyle::json);
  CHECK(pairs_in("{\"C\": \"it's\"}").style == PairStyle::json);
}

TEST_CASE("a text without parameters has no cell, whatever it is", "[read]") {
  for (const char* text : {"",
                           "a",
                           "=",
                           "a=",
                           ":",
                           "{",
                           "}",
                           "{{{{",
                           "]]]",
                           "'",
                           "\"",
                           "\"a",
                           "\\",
                           "x=1",
                           "{\"__proto__\": 1}",
                           "The capacitance C is 100 pF.",
                           "http://example.org/?q=1",
                           "#C=100",
                           "(",
                           "a(b",
                           "'C'",
                           "{1:2}"})
    if (std::string(text) != "a=") CHECK(told(text).empty());
  CHECK(pairs_in(std::string(60000, '{')).cells.empty());
  CHECK(pairs_in(std::string(60000, ' ')).cells.empty());
}

}  // namespace izh
