#include "core/ask/comparison.hpp"

#include "support.hpp"
#include "told.hpp"

namespace izh {

namespace {

Compared ran(double count, std::optional<double> last_isi, PatternKind pattern, End end = End::finished) {
  return {count, last_isi, pattern, {end, 250, -60, 0, 0}};
}

std::string compared(const Compared& run, const Compared& other) { return told(comparison(run, other).text); }

}  // namespace

// Fails with: the two exchanged; a pattern that is the same mentioned.
TEST_CASE("a run is compared by its spikes, its last interval and its pattern", "[comparison]") {
  const Compared tonic = ran(6, 147.75, PatternKind::tonic), adapting = ran(4, 150, PatternKind::adapting);
  CHECK(compared(tonic, adapting) ==
        "compare.differs(parts=[compare.more_spikes(spikes=2), compare.shorter(by=2.25 ms), "
        "compare.pattern(is=tonic, was=adapting)])");
  CHECK(compared(adapting, tonic) ==
        "compare.differs(parts=[compare.fewer_spikes(spikes=2), compare.longer(by=2.25 ms), "
        "compare.pattern(is=adapting, was=tonic)])");
  CHECK(compared(tonic, tonic) == "compare.differs(parts=[compare.as_many_spikes])");
}

// Two decimals are written of a time: half of the last is 0.005 ms.
// Fails with: any difference mentioned; a missing interval taken for 0.
TEST_CASE("a last interval is compared if both runs have one, and not if it is written alike", "[comparison]") {
  const Compared run = ran(3, 100, PatternKind::tonic);
  const std::string alike = "compare.differs(parts=[compare.as_many_spikes])";
  CHECK(compared(run, ran(3, 100.004, PatternKind::tonic)) == alike);
  CHECK(compared(run, ran(3, 99.996, PatternKind::tonic)) == alike);
  CHECK_THAT(compared(run, ran(3, 100.006, PatternKind::tonic)), Contains("compare.shorter(by=0.006 ms)"));
  CHECK_THAT(compared(run, ran(3, 99.994, PatternKind::tonic)), Contains("compare.longer(by=0.006 ms)"));
  CHECK(compared(run, ran(1, std::nullopt, PatternKind::tonic)) ==
        "compare.differs(parts=[compare.more_spikes(spikes=2)])");
}

// Fails with: a run compared with less of another than there is of it; two runs stopped alike not compared.
TEST_CASE("a run is not compared with one that was not followed as far", "[comparison]") {
  const Compared whole = ran(6, 100, PatternKind::tonic), part = ran(2, 100, PatternKind::few, End::out_of_budget);
  CHECK(compared(whole, part) == "compare.not_followed(to=250 ms)");
  CHECK(compared(part, part) == "compare.differs(parts=[compare.as_many_spikes])");
  CHECK_THAT(compared(part, whole), Contains("compare.fewer_spikes(spikes=4)"));
}

TEST_CASE("what is compared must be finite", "[comparison]") {
  const double nan = std::numeric_limits<double>::quiet_NaN(), infinite = std::numeric_limits<double>::infinity();
  const Compared run = ran(6, 100, PatternKind::tonic);
  for (const Compared& wrong : {ran(nan, 100, PatternKind::tonic), ran(-1, 100, PatternKind::tonic),
                                ran(6, infinite, PatternKind::tonic), ran(6, -1, PatternKind::tonic)}) {
    CHECK_THROWS_AS(comparison(run, wrong), std::invalid_argument);
    CHECK_THROWS_AS(comparison(wrong, run), std::invalid_argument);
  }
}

}  // namespace izh
