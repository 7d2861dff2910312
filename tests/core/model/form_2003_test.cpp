#include "core/model/form_2003.hpp"

#include <nlohmann/json.hpp>

#include "cells_2003_json.hpp"
#include "core/schema/merge.hpp"
#include "integrated_2003.hpp"
#include "support.hpp"

namespace izh {

namespace {

Value partial_of(double a, double b, double c, double d, std::optional<double> current = {}) {
  Value::Object all{{"a", a}, {"b", b}, {"c", c}, {"d", d}};
  if (current) all.push_back({"I", *current});
  return all;
}

Experiment resolved(const Value& partial, const Experiment& current = {}) {
  const Resolved result = resolve_2003(current, partial);
  REQUIRE(result.problems.empty());
  return result.experiment;
}

/// 300 ms of our cell for the form, against the form itself.
void check_spikes(const Value& partial, const Published2003& published, std::size_t fewest) {
  Experiment experiment = resolved(partial);
  experiment.duration = 300;
  experiment.solver = Exact{};
  const std::vector<double> ours = spikes_of(experiment), theirs = spikes_2003(published, 300);
  CHECK(theirs.size() >= fewest);
  // What is asked for. The roundings of the parameters, 1e-16 of each, move spikes of these cells by 1e-12 ms at most.
  CHECK(largest_difference(ours, theirs) < 1e-9);
}

}  // namespace

TEST_CASE("the seven types of 2003 spike at the same times in either form", "[form_2003]") {
  for (const auto& one : nlohmann::json::parse(cells_2003_json).at("cells")) {
    const auto number = [&](const char* name) { return one.at(name).get<double>(); };
    CAPTURE(one.at("id").get<std::string>());
    const double a = number("a"), b = number("b"), c = number("c"), d = number("d"), current = number("I");
    // From the form's own start, v = -65 and u = b v.
    check_spikes(partial_of(a, b, c, d, current), {a, b, c, d, current, 30, -65, -65.0L * b}, 5);
    // And from the start of the figure.
    Value::Object started = *partial_of(a, b, c, d, current).object();
    started.push_back({"v", number("v")});
    started.push_back({"u", number("u")});
    check_spikes(started, {a, b, c, d, current, 30, number("v"), number("u")}, 5);
  }
}

TEST_CASE("a cell of 2003 without a point of rest has vr = vt and an offset of the current", "[form_2003]") {
  // b = 0.28: (5 - 0.28)² = 22.2784 < 22.4. The offset is 100 (62.5 * 0.28 - 16.25) = 125 pA.
  const Experiment experiment = resolved(partial_of(0.02, 0.28, -65, 8, 1));
  CHECK(experiment.cell.vr == -62.5);
  CHECK(experiment.cell.vt == -62.5);
  CHECK(std::get<Step>(experiment.stimulus.at(0)).amplitude == Approx(225).epsilon(1e-15));
  for (const double current : {0.0, 1.0, 10.0})
    check_spikes(partial_of(0.02, 0.28, -65, 8, current), {0.02L, 0.28L, -65, 8, current, 30, -65, -65 * 0.28L}, 3);
}

TEST_CASE("another peak than 30 mV is kept", "[form_2003]") {
  Value::Object partial = *partial_of(0.02, 0.2, -65, 8, 10).object();
  partial.push_back({"vpeak", 45});
  check_spikes(partial, {0.02L, 0.2L, -65, 8, 10, 45, -65, -13}, 5);
}

TEST_CASE("the numbers of our cell are those that one would write", "[form_2003]") {
  const Experiment experiment = resolved(partial_of(0.02, 0.2, -65, 0.07, 10));
  // 0.04 x² + 4.8 x + 140 = 0.04 (x + 70)(x + 50): vr = -70 and vt = -125 + 70. The start: 100 * 0.2 * (-65 + 70).
  CHECK(to_value(experiment) == to_value([] {
          Experiment expected;
          expected.cell = {100, 4, -70, -55, 30, 0.02, 20, -65, 7};
          expected.initial = At{-65, 100};
          expected.stimulus = {Step{1000, 0, {}}};
          return expected;
        }()));
}

TEST_CASE("without a current in the form, the stimulus stays, with an offset where one is needed", "[form_2003]") {
  Experiment current;
  current.stimulus = {Step{70, 100, {}}, Ramp{}};
  CHECK(resolved(partial_of(0.02, 0.2, -65, 8), current).stimulus == current.stimulus);
  const Experiment once = resolved(partial_of(0.02, 0.28, -65, 8), current);
  REQUIRE(once.stimulus.size() == 3);
  CHECK(std::get<Step>(once.stimulus[0]).amplitude == Approx(125));
  CHECK(resolved(partial_of(0.02, 0.28, -65, 8), once).stimulus == once.stimulus);  // not a second time
}

TEST_CASE("the form of 2003 comes back from our cell", "[form_2003]") {
  for (const double b : {-0.1, 0.2, 0.25, 0.26, 0.28, 1.0, 9.9}) {
    const std::optional<Form2003> form = form_2003(resolved(partial_of(0.02, b, -65, 8, 10)));
    REQUIRE(form);
    CHECK(form->a == 0.02);
    CHECK(form->b == b);
    CHECK(form->c == -65);
    CHECK(form->d == 8);
    CHECK(form->vpeak == 30);
    CHECK(form->v == -65);
    // Differences of numbers up to 365 and 140, and a hundredth of numbers up to 1e5.
    CHECK_THAT(form->I.value(), WithinAbs(10, 1e-11));
    CHECK_THAT(form->u.value(), WithinAbs(-65 * b, 1e-11));
  }
  // A tenth of the capacitance and of everything that goes with it is the same cell.
  Experiment tenth = resolved(partial_of(0.02, 0.2, -65, 8, 10));
  tenth.cell.C = 10;
  tenth.cell.k = 0.4;
  tenth.cell.b = 2;
  tenth.cell.d = 0.8;
  tenth.initial = At{-65, 10};
  tenth.stimulus = {Step{100, 0, {}}};
  const std::optional<Form2003> form = form_2003(tenth);
  REQUIRE(form);
  CHECK_THAT(form->b, WithinAbs(0.2, 1e-15));
  CHECK_THAT(form->I.value(), WithinAbs(10, 1e-11));
}

TEST_CASE("a cell with another parabola has no form of 2003, and a changing current no constant", "[form_2003]") {
  CHECK_FALSE(form_2003(Experiment{}));
  Experiment experiment = resolved(partial_of(0.02, 0.2, -65, 8, 10));
  experiment.stimulus = {Step{}};
  REQUIRE(form_2003(experiment));
  CHECK_FALSE(form_2003(experiment)->I);
}

TEST_CASE("what is wrong with a form is said by its own names, and nothing is taken", "[form_2003]") {
  const auto check = [](const Value& partial, const char* path, const char* code) {
    const Experiment current = with({150, 1.2, -75, -45, 50, 0.01, 5, -56, 130});
    const Resolved result = resolve_2003(current, partial);
    REQUIRE(result.problems.size() == 1);
    CHECK(result.problems[0].path == path);
    CHECK(result.problems[0].code == code);
    CHECK(to_value(result.experiment) == to_value(current));
  };
  check(Value::Object{{"b", 11}}, "b", "out_of_range");
  check(Value::Object{{"d", "x"}}, "d", "not_a_number");
  check(Value::Object{{"C", 100}}, "C", "unknown_field");
  check(Value::Object{{"c", 30}}, "c", "reset_not_below_peak");
  check("x", "", "not_an_object");
}

// Fails with: a range of the form that allows for what our form refuses.
TEST_CASE("every form within its ranges is a valid experiment", "[form_2003]") {
  Chance chance(1);
  for (int i = 0; i < 20000; ++i) {
    Value::Object partial;
    for (const Entry& entry : shape<Form2003>().fields) {
      const auto [low, high] = entry.valid;
      partial.push_back({entry.name, chance.below(3) ? chance.between(low, high) : chance.below(2) ? low : high});
    }
    const Resolved result = resolve_2003({}, partial);
    if (!result.problems.empty()) {
      CHECK(result.problems[0].code == "reset_not_below_peak");
      continue;
    }
    const Resolved again = resolve({}, to_value(result.experiment));
    REQUIRE(again.problems.empty());
  }
}

}  // namespace izh
