#include "core/read/table.hpp"

#include "raw_cells.hpp"
#include "support.hpp"

namespace izh {

namespace {

std::string told(const std::string& text) { return izh::told(table_cells(text)); }

}  // namespace

TEST_CASE("rows under a heading are cells, whatever separates their fields", "[read]") {
  const std::string expected = "C=100, k=0.7, vr=-60 | C=150, k=1.2, vr=-75";
  CHECK(told("C\tk\tvr\n100\t0.7\t-60\n150\t1.2\t-75\n") == expected);
  CHECK(told("C,k,vr\n100,0.7,-60\n\n150,1.2,-75") == expected);
  CHECK(told("C; k; vr\n100; 0.7; -60\n150; 1.2; -75") == expected);
  CHECK(told("  C   k   vr\n100 0.7  -60\n150  1.2 -75") == expected);
  CHECK(told("| C | k | vr |\n|---|:-:|---:|\n| 100 | 0.7 | -60 |\n| 150 | 1.2 | -75 |") == expected);
  CHECK(told("\"C\",\"k\",\"vr\"\n\"100\",0.7,\"-60\"\n150,1.2,-75") == expected);
  CHECK(told("Table 1: the cells\nC\tk\tvr\n100\t0.7\t-60\n150\t1.2\t-75\n") == expected);
}

TEST_CASE("columns beside their names are cells too", "[read]") {
  CHECK(told("C\t100\t150\nk\t0.7\t1.2\nvr\t-60\t-75") == "C=100, k=0.7, vr=-60 | C=150, k=1.2, vr=-75");
  CHECK(told("C 100\nk 0,7\nvr -60") == "C=100, k=0,7, vr=-60");
}

TEST_CASE("units stand in the heading, or in a row or column of their own", "[read]") {
  const std::string expected = "C=100 [pF], k=0.7 [nS/mV], vr=-60 [mV]";
  CHECK(told("C (pF)\tk [nS/mV]\tvr/mV\n100\t0.7\t-60") == expected);
  CHECK(told("C\tk\tvr\n(pF)\t(nS/mV)\tmV\n100\t0.7\t-60") == expected);
  CHECK(told("C 100 pF\nk 0.7 nS/mV\nvr -60 mV") == expected);
  CHECK(told("Parameter\tValue\tUnit\nC\t100\tpF\nk\t0.7\tnS/mV\nvr\t-60\tmV") == "Value: " + expected);
}

TEST_CASE("text in a column of another name is the name of the cell", "[read]") {
  CHECK(told("type,C,k,vr\nRS,100,0.7,-60\nIB,150,1.2,-75") == "RS: C=100, k=0.7, vr=-60 | IB: C=150, k=1.2, vr=-75");
  CHECK(told("\tRS\tIB\nC\t100\t150\nk\t0.7\t1.2\nvr\t-60\t-75") ==
        "RS: C=100, k=0.7, vr=-60 | IB: C=150, k=1.2, vr=-75");
  CHECK(told("C,k,vr,N\n100,0.7,-60,12") == "C=100, k=0.7, vr=-60, N=12");
}

TEST_CASE("a text with fewer than three names of parameters is no table", "[read]") {
  for (const char* text :
       {"", "\n\n", "C\tk\n1\t2", "C k vr", "1\t2\t3", "C = 100\nk = 0.7\nvr = -60", "\t\t\t", "|||"})
    CHECK(told(text).empty());
  CHECK(told("C\tk\tvr\n\t\t\n100").size() > 0);  // a row may be short
  CHECK(told(std::string(60000, '\t')).empty());
}

}  // namespace izh
