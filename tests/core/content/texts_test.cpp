#include "core/content/texts.hpp"

#include <set>

#include "core/ask/sag.hpp"
#include "support.hpp"
#include "told.hpp"

namespace izh {

namespace {

constexpr Says alone{"alone"};
constexpr Says filled_in{"filled_in",           slot::measured("from", "ms").bare(),
                         slot::count("spikes"), slot::field("what"),
                         slot::text("then"),    slot::texts("also")};

}  // namespace

// Fails with: two modules with one id; a list left out.
TEST_CASE("every text has an id of its own, and every slot of a text a name of its own", "[texts]") {
  std::set<std::string> ids;
  for (const Declared& text : declared_texts()) {
    CHECK(ids.insert(text.id).second);
    std::set<std::string> slots;
    for (const Slot& slot : text.slots) CHECK(slots.insert(slot.name).second);
  }
  CHECK(ids.count("sentences") == 1);
  CHECK(ids.size() > 10);
}

TEST_CASE("a text is its id and the arguments of its slots, unchanged", "[texts]") {
  CHECK(Text{}.empty());
  CHECK_FALSE(alone().empty());
  CHECK(alone() == alone());
  CHECK(alone() != Text{});
  const Text text = filled_in(1.0 / 3, 2, "cell.C", alone(), {alone(), alone()});
  CHECK(text.arguments.at(0).number == 1.0 / 3);  // nothing is rounded
  CHECK(text.arguments.at(1).number == 2);
  CHECK(text.arguments.at(2).name == "cell.C");
  CHECK(text.arguments.at(3).texts.size() == 1);
  CHECK(text.arguments.at(4).texts.size() == 2);
  CHECK(text == filled_in(1.0 / 3, 2, "cell.C", alone(), {alone(), alone()}));
  CHECK(text != filled_in(1.0 / 3, 2, "cell.C", alone(), {alone()}));
  CHECK(text != filled_in(1.0 / 3, 3, "cell.C", alone(), {alone(), alone()}));
  CHECK(filled_in(0, 2, "", {}, {}).arguments.at(3).texts.empty());  // an empty text
}

TEST_CASE("texts are told with their numbers and units", "[texts]") {
  CHECK(told(sag_texts::to_end()) == "sag.to_end");
  CHECK(told(sag_texts::by_exact(sentences({sag_texts::stays(-60, -64.123456789), sag_texts::rebound(2)}))) ==
        "sag.by_exact(answer=sentences(all=[sag.stays(from=-60 mV, to=-64.1235 mV), sag.rebound(spikes=2)]))");
  CHECK(number_in(sentences({sag_texts::returns(), sag_texts::swings(0.25)}), "by") == 0.25);
  CHECK_THROWS(told(alone()));  // it is not in the list
}

}  // namespace izh
