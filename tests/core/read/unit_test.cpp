#include "core/read/unit.hpp"

#include "support.hpp"

namespace izh {

namespace {

bool same(const char* one, const char* other) {
  const auto a = unit_from(one), b = unit_from(other);
  return a && b && a->power == b->power && alike(a->of, b->of);
}

}  // namespace

TEST_CASE("one unit has many spellings", "[read]") {
  for (const char* text : {"nS_per_mV", "nS per mV", "pA/mV^2", "pA/mV**2", "pA mV^-2", "pA*mV-2", "nS * mV^-1",
                           "pA/(mV*mV)", "uS/V", "\u00b5S/V", "pA/(mV**2)", "pA/mV/mV"})
    CHECK(same(text, "nS/mV"));
  for (const char* text :
       {"per_ms", "per ms", "/ms", "1 / ms", "ms^-1", "ms-1", "kHz", "msec^-1", "1/(ms)", "ms**(-1)"})
    CHECK(same(text, "1/ms"));
  CHECK(same("pamp", "pA"));
  CHECK(same("mvolt", "mV"));
  CHECK(same("nsiemens/mvolt", "nS/mV"));
  CHECK(same("pA/mV", "nS"));
  CHECK(unit_from("")->power == 0);
  CHECK(unit_from("uF")->power == -6);
  CHECK(unit_from("S")->power == 0);
}

TEST_CASE("a unit with anything unknown in it is none", "[read]") {
  for (const char* text : {"mm", "nS/furlong", "m", "nS/(mV", "nS)", "mV^9", "mV^", "per_", "((mV))", "5", "x", "%",
                           "\u00b0", "mV^-", "perms", "nS//mV", "/"})
    CHECK_FALSE(unit_from(text));
  CHECK_FALSE(unit_from(std::string(1000, '1')));
}

}  // namespace izh
