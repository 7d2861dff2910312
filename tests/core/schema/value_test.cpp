#include "core/schema/value.hpp"

#include "support.hpp"

namespace izh {

// Fails with: a text literal taken for a bool.
TEST_CASE("a value is what it was made of", "[value]") {
  CHECK(Value().is_null());
  CHECK(Value(nullptr).is_null());
  CHECK(*Value(70).number() == 70);
  CHECK(*Value(-0.5).number() == -0.5);
  CHECK(*Value("step").text() == "step");  // not true, to which a pointer would convert
  CHECK(*Value(std::string("ramp")).text() == "ramp");
  CHECK(*Value(std::string_view("at")).text() == "at");
  CHECK(std::get<bool>(Value(false).data) == false);
  CHECK(Value(Value::List{1, "two"}).list()->size() == 2);
  CHECK(Value(Value::Object{{"a", 1}}).object()->size() == 1);
  CHECK_FALSE(Value(70).text());
  CHECK_FALSE(Value("70").number());
  CHECK_FALSE(Value(Value::List{}).object());
  CHECK_FALSE(Value(true).number());
}

// Fails with: `find` that sees the last member only.
TEST_CASE("an object finds its members by name and keeps their order", "[value]") {
  const Value object = Value::Object{{"vt", -40}, {"vr", -60}, {"nothing", nullptr}, {"vt", 1}};
  REQUIRE(object.find("vt"));
  CHECK(*object.find("vt")->number() == -40);
  CHECK(object.find("nothing")->is_null());
  CHECK_FALSE(object.find("C"));
  CHECK_FALSE(Value(Value::List{"vt"}).find("vt"));
  CHECK_FALSE(Value("vt").find("vt"));
  CHECK(object.object()->at(1).key == "vr");
}

// Fails with: members compared by their values alone.
TEST_CASE("values are equal when they hold the same in the same order", "[value]") {
  const auto nested = [](double amplitude) {
    return Value(Value::Object{{"stimulus", Value::List{Value::Object{{"kind", "step"}, {"amplitude", amplitude}}}}});
  };
  CHECK(nested(70) == nested(70));
  CHECK_FALSE(nested(70) == nested(71));
  CHECK_FALSE(Value(1) == Value(true));
  CHECK_FALSE(Value(1) == Value("1"));
  CHECK_FALSE(Value(Value::Object{{"a", 1}}) == Value(Value::Object{{"b", 1}}));
  CHECK(Value() == Value(nullptr));
}

}  // namespace izh
