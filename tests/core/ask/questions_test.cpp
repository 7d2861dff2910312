#include "core/ask/questions.hpp"

#include <stdexcept>

#include "core/schema/merge.hpp"
#include "core/sweep/fi_curve.hpp"
#include "core/sweep/sweep.hpp"
#include "support.hpp"

namespace izh {

namespace {

using Object = Value::Object;

Problem problem_with(const char* name, const Value& current, const Value& partial) {
  const Question question = resolve_question(name, current, partial);
  if (!current.is_null()) CHECK(question.value == current);
  REQUIRE(question.problems.size() == 1);
  return question.problems[0];
}

Value range(Value from, Value to, Value points) { return Object{{"from", from}, {"to", to}, {"points", points}}; }

}  // namespace

// Fails with: the partial merged into the defaults instead of the current values.
TEST_CASE("a question keeps what an edit does not name", "[questions]") {
  const Question question = resolve_question("current_range", range(10, 20, 30), Object{{"to", 25}});
  CHECK(question.problems.empty());
  CHECK(*question.value.find("from") == 10);
  CHECK(*question.value.find("to") == 25);
  CHECK(*question.value.find("points") == 30);
  CHECK(described_from<CurrentRange>(question.value, "test").to == 25);
}

// Fails with: >= for >; the other end blamed; the problem without a range.
TEST_CASE("a range that is empty or reversed is refused, and the end that was touched is blamed", "[questions]") {
  const Value current = range(0, 100, 200);
  const Problem reversed = problem_with("current_range", current, Object{{"from", 120}});
  CHECK(reversed.path == "from");
  CHECK(reversed.code == "reversed_range");
  CHECK(reversed.high == 100.0);
  CHECK(in_english(reversed) == "from = 120 must be below to = 100: the range is reversed.");
  const Problem empty = problem_with("sweep", nullptr, Object{{"from", 400}});
  CHECK(empty.code == "empty_range");
  CHECK(problem_with("map_range", range(0, 100, 20), Object{{"to", -1}}).path == "to");
  CHECK(problem_with("duration_range", nullptr, Object{{"from", 5}, {"to", 5}}).path == "to");
}

// Fails with: points silently rounded down; 2 001 points let through.
TEST_CASE("points are a whole number of at most 2000, and every number is finite", "[questions]") {
  const Value current = range(0, 100, 200);
  CHECK(in_english(problem_with("current_range", current, Object{{"points", 2001}})) ==
        "points = 2001 is out of range (allowed: 2 to 2000).");
  CHECK(problem_with("current_range", current, Object{{"points", 20.5}}).code == "not_whole");
  CHECK(problem_with("current_range", current, Object{{"points", 1}}).code == "out_of_range");
  CHECK(problem_with("current_range", current, Object{{"to", unbounded}}).code == "not_finite");
  CHECK(problem_with("current_range", current, Object{{"to", "far"}}).code == "not_a_number");
  CHECK(problem_with("current_range", current, Object{{"to", ""}}).code == "empty");
  CHECK(problem_with("current_range", current, Object{{"upto", 3}}).code == "unknown_field");
  CHECK(problem_with("protocol", nullptr, Object{{"stimulus", -1}}).code == "out_of_range");
  CHECK(in_english(problem_with("protocol", nullptr, Object{{"stimulus", 0.5}})) ==
        "stimulus = 0.5 is not a whole number (allowed: 0 to 10000).");
}

// Fails with: an unknown choice taken for the first; the options left out of the sentence.
TEST_CASE("what is swept is one of the named parameters", "[questions]") {
  const Question question = resolve_question("sweep", nullptr, Object{{"parameter", "b"}, {"from", -3}, {"to", 3}});
  CHECK(question.problems.empty());
  CHECK(described_from<Sweep>(question.value, "test").parameter == Parameter::b);
  const Problem problem = problem_with("sweep", question.value, Object{{"parameter", "g"}});
  CHECK(problem.code == "unknown_choice");
  CHECK(in_english(problem) == "parameter cannot be \"g\" (allowed: current, C, k, vr, vt, vpeak, a, b, c, d).");
  CHECK(problem_with("sweep", question.value, Object{{"parameter", 3}}).code == "unknown_choice");
  // null restores the default, as everywhere.
  CHECK(described_from<Sweep>(resolve_question("sweep", question.value, Object{{"parameter", nullptr}}).value, "test")
            .parameter == Parameter::current);
}

// A name that does not exist is a programmer's mistake.
TEST_CASE("a question that does not exist throws", "[questions]") {
  CHECK_THROWS_AS(resolve_question("everything", nullptr, nullptr), std::invalid_argument);
  CHECK_THROWS_WITH(described_from<CurrentRange>(Object{{"points", 0}}, "fi_curve"),
                    "fi_curve: points = 0 is out of range (allowed: 2 to 2000).");
}

// Fails with: a question left out of the list.
TEST_CASE("the schema of the questions names their fields, with the options of a choice", "[questions]") {
  const Value asked = question_schemas();
  for (const char* name : {"current_range", "sweep", "duration_range", "map_range", "protocol"})
    REQUIRE(asked.find(name));
  const Value::List& fields = *asked.find("sweep")->find("fields")->list();
  REQUIRE(fields.size() == 5);
  CHECK(*fields[0].find("type") == Value("choice"));
  CHECK(fields[0].find("options")->list()->size() == 10);
  CHECK(*fields[2].find("id") == Value("sweep.from"));
}

TEST_CASE("a problem with an end of a sweep has the unit of the swept parameter", "[questions]") {
  const auto unit = [](const char* parameter) {
    const Value current = Object{{"parameter", parameter}, {"from", 1}, {"to", 2}};
    return problem_with("sweep", resolve_question("sweep", nullptr, current).value, Object{{"from", "x"}}).unit;
  };
  CHECK(unit("current") == "pA");
  CHECK(unit("k") == "nS/mV");
  CHECK(unit("vpeak") == "mV");
}

// Fails with: the given value returned as it was.
TEST_CASE("a question never returns NaN or an infinite number", "[questions]") {
  const double nan = std::nan("");
  const Question question = resolve_question("sweep", Object{{"from", nan}}, Object{{"to", nan}});
  CHECK(*question.value.find("from")->number() == 0);  // the default
  REQUIRE(question.problems.size() == 2);
  for (const Problem& problem : question.problems) CHECK(*problem.value.text() == "NaN");
}

}  // namespace izh
