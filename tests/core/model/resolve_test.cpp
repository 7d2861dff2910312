#include "core/model/resolve.hpp"

#include <stdexcept>

#include "core/ask/catalogue.hpp"
#include "core/content/presets.hpp"
#include "support.hpp"

namespace izh {

namespace {

using Object = Value::Object;
using Items = Value::List;

Value edit(const char* key, Value value) { return Object{{key, std::move(value)}}; }
Value edit(const char* part, const char* key, Value value) { return edit(part, edit(key, std::move(value))); }

Value step(Value amplitude) { return Object{{"kind", "step"}, {"amplitude", std::move(amplitude)}}; }

/// The one problem with `partial`, which must leave `current` as it is.
Problem problem_with(const Value& partial, const Experiment& current = {}) {
  const Resolved resolved = resolve(current, partial);
  CHECK(to_value(resolved.experiment) == to_value(current));
  REQUIRE(resolved.problems.size() == 1);
  return resolved.problems[0];
}

Experiment resolved(const Experiment& current, const Value& partial) {
  const Resolved result = resolve(current, partial);
  for (const Problem& problem : result.problems) FAIL_CHECK(in_english(problem));
  return result.experiment;
}

Experiment with_dt(double dt) {
  Experiment experiment;
  experiment.solver = Rk4{dt};
  return experiment;
}

}  // namespace

// Fails with: the cell reset to its default before the merge.
TEST_CASE("an edit changes what it names and nothing else", "[resolve]") {
  Experiment current;
  current.cell = chattering;
  current.initial = At{-50, 20};
  current.duration = 700;
  const Experiment edited = resolved(current, edit("cell", "b", 3));
  CHECK(edited.cell.b == 3);
  CHECK(edited.cell.C == 50);
  CHECK(edited.cell.d == 150);
  CHECK(std::get<At>(edited.initial).u == 20);
  CHECK(edited.duration == 700);
  CHECK(to_value(resolved(current, Object{})) == to_value(current));
  // Within a part of the same kind, too, v stays.
  CHECK(std::get<At>(resolved(current, edit("initial", "u", 7)).initial).v == -50);
  CHECK(std::get<At>(resolved(current, edit("initial", Object{{"kind", "at"}, {"u", 7}})).initial).v == -50);
}

// Fails with: a list appended; a new kind that leaves the old one; the same kind reset to its defaults.
TEST_CASE("a list replaces the list, and a new kind begins with its defaults", "[resolve]") {
  Experiment current;
  current.stimulus = {Step{1, 2, 3.0}, Ramp{}};
  const Experiment listed = resolved(current, edit("stimulus", Items{step(500)}));
  REQUIRE(listed.stimulus.size() == 1);
  CHECK(std::get<Step>(listed.stimulus[0]).amplitude == 500);
  CHECK(std::get<Step>(listed.stimulus[0]).onset == 100);  // the default, not the 2 of the one replaced
  CHECK_FALSE(std::get<Step>(listed.stimulus[0]).duration);
  CHECK(resolved(current, edit("stimulus", Items{})).stimulus.empty());

  CHECK(std::get<Euler>(resolved(with_dt(0.01), edit("solver", "kind", "euler")).solver).dt == 0.5);
  CHECK(std::get<Rk4>(resolved(with_dt(0.01), edit("solver", "kind", "rk4")).solver).dt == 0.01);  // the same kind
  CHECK(std::holds_alternative<Exact>(resolved(with_dt(0.01), edit("solver", "kind", "exact")).solver));
  current.initial = At{-50, 20};
  CHECK(std::holds_alternative<Rest>(resolved(current, edit("initial", "kind", "rest")).initial));
}

// Fails with: null taken as "no change".
TEST_CASE("null restores the default", "[resolve]") {
  Experiment current;
  current.cell = chattering;
  current.initial = At{-50, 20};
  current.stimulus = {Step{1, 2, 3.0}, Step{4, 5, 6.0}};
  current.duration = 77;
  current.solver = Euler{0.25};
  CHECK(resolved(current, edit("cell", "C", nullptr)).cell.C == 100);
  CHECK(resolved(current, edit("cell", "C", nullptr)).cell.k == 1.5);
  CHECK(resolved(current, edit("cell", nullptr)).cell.k == 0.7);
  CHECK(std::holds_alternative<Rest>(resolved(current, edit("initial", nullptr)).initial));
  CHECK(resolved(current, edit("duration", nullptr)).duration == 1000);
  CHECK(std::get<Euler>(resolved(current, edit("solver", "dt", nullptr)).solver).dt == 0.5);
  CHECK(to_value(resolved(current, edit("stimulus", nullptr))).find("stimulus")->list()->size() == 1);
  CHECK(to_value(resolved(current, nullptr)) == to_value(Experiment{}));
  // Where "none" has a meaning, null stands for it.
  const Value endless = edit("stimulus", Items{Object{{"kind", "step"}, {"duration", nullptr}}});
  CHECK_FALSE(std::get<Step>(resolved(current, endless).stimulus[0]).duration);
}

// Fails with: the unit left out of the message; low and high exchanged; finiteness not tested.
TEST_CASE("a bad number is named with its value and the allowed range", "[resolve]") {
  struct Line {
    Value partial;
    const char *path, *code, *message;
    double low, high;
  };
  const double infinity = std::numeric_limits<double>::infinity();
  const std::vector<Line> lines{
      {edit("cell", "C", 0), "cell.C", "out_of_range", "C = 0 pF is out of range (allowed: 0.001 to 1000000 pF).", 1e-3,
       1e6},
      {edit("cell", "C", -100), "cell.C", "out_of_range", "C = -100 pF is out of range (allowed: 0.001 to 1000000 pF).",
       1e-3, 1e6},
      {edit("cell", "k", 0), "cell.k", "out_of_range", "k = 0 nS/mV is out of range (allowed: 0.0001 to 1000 nS/mV).",
       1e-4, 1e3},
      {edit("cell", "k", -0.7), "cell.k", "out_of_range",
       "k = -0.7 nS/mV is out of range (allowed: 0.0001 to 1000 nS/mV).", 1e-4, 1e3},
      {edit("cell", "a", -0.03), "cell.a", "out_of_range", "a = -0.03 1/ms is out of range (allowed: 0 to 100 1/ms).",
       0, 100},
      {edit("cell", "b", 1e308), "cell.b", "out_of_range",
       "b = 1e308 nS is out of range (allowed: -100000 to 100000 nS).", -1e5, 1e5},
      {edit("cell", "d", std::nan("")), "cell.d", "not_finite",
       "d = NaN is not a finite number (allowed: -1000000 to 1000000 pA).", -1e6, 1e6},
      {edit("cell", "vr", infinity), "cell.vr", "not_finite",
       "vr = infinity is not a finite number (allowed: -10000 to 10000 mV).", -1e4, 1e4},
      {edit("cell", "vt", -infinity), "cell.vt", "not_finite",
       "vt = -infinity is not a finite number (allowed: -10000 to 10000 mV).", -1e4, 1e4},
      {edit("cell", "vpeak", "abc"), "cell.vpeak", "not_a_number",
       "vpeak = \"abc\" is not a number (allowed: -10000 to 10000 mV).", -1e4, 1e4},
      {edit("cell", "vpeak", "35"), "cell.vpeak", "not_a_number",  // a text is not read as a number: the page does that
       "vpeak = \"35\" is not a number (allowed: -10000 to 10000 mV).", -1e4, 1e4},
      {edit("cell", "c", ""), "cell.c", "empty", "c needs a number (allowed: -10000 to 10000 mV).", -1e4, 1e4},
      {edit("cell", "c", "  "), "cell.c", "empty", "c needs a number (allowed: -10000 to 10000 mV).", -1e4, 1e4},
      {edit("cell", "c", true), "cell.c", "not_a_number", "c = true is not a number (allowed: -10000 to 10000 mV).",
       -1e4, 1e4},
      {edit("cell", "c", Items{1}), "cell.c", "not_a_number",
       "c = a list is not a number (allowed: -10000 to 10000 mV).", -1e4, 1e4},
      {edit("duration", 0), "duration", "out_of_range",
       "duration = 0 ms is out of range (allowed: 0.001 to 100000 ms).", 1e-3, 1e5},
      {edit("duration", -1), "duration", "out_of_range",
       "duration = -1 ms is out of range (allowed: 0.001 to 100000 ms).", 1e-3, 1e5},
      {edit("duration", 100001), "duration", "out_of_range",
       "duration = 100001 ms is out of range (allowed: 0.001 to 100000 ms).", 1e-3, 1e5},
      {edit("solver", Object{{"kind", "rk4"}, {"dt", 0}}), "solver.dt", "out_of_range",
       "dt = 0 ms is out of range (allowed: 0.000001 to 100000 ms).", 1e-6, 1e5},
      {edit("initial", Object{{"kind", "at"}, {"u", 2e6}}), "initial.u", "out_of_range",
       "initial u = 2000000 pA is out of range (allowed: -1000000 to 1000000 pA).", -1e6, 1e6},
      {edit("stimulus", Items{step(70), step("x")}), "stimulus.1.amplitude", "not_a_number",
       "stimulus 2, amplitude = \"x\" is not a number (allowed: -1000000 to 1000000 pA).", -1e6, 1e6},
      {edit("stimulus", Items{Object{{"kind", "ramp"}, {"duration", 0}}}), "stimulus.0.duration", "out_of_range",
       "stimulus 1, duration = 0 ms is out of range (allowed: 0.001 to 100000 ms).", 1e-3, 1e5},
  };
  for (const auto& [partial, path, code, message, low, high] : lines) {
    const Problem problem = problem_with(partial);
    CHECK(problem.path == path);
    CHECK(problem.code == code);
    CHECK(in_english(problem) == message);
    CHECK(problem.low.value() == low);
    CHECK(problem.high.value() == high);
  }
  CHECK(*problem_with(edit("cell", "C", -100)).value.number() == -100);
  CHECK(*problem_with(edit("cell", "vpeak", "abc")).value.text() == "abc");
  // A long text is quoted only in part, so that the sentence stays readable.
  CHECK(in_english(problem_with(edit("cell", "C", std::string(100000, 'x')))).size() < 200);
}

// Fails with: `>` and `<` as `>=` and `<=`.
TEST_CASE("both ends of a range are valid", "[resolve]") {
  for (double C : {1e-3, 1e6}) CHECK(resolved({}, edit("cell", "C", C)).cell.C == C);
  for (double a : {0.0, 100.0}) CHECK(resolved({}, edit("cell", "a", a)).cell.a == a);
  for (double ms : {1e-3, 1e5}) CHECK(resolved({}, edit("duration", ms)).duration == ms);
  CHECK(problem_with(edit("duration", std::nextafter(1e5, 1e6))).code == "out_of_range");
  CHECK(problem_with(edit("cell", "a", -1e-300)).code == "out_of_range");
}

// Fails with: unknown keys ignored; the length of a list not tested.
TEST_CASE("whatever does not belong in an experiment is named", "[resolve]") {
  struct Line {
    Value partial;
    const char *path, *code, *part_of_message;
  };
  const std::vector<Line> lines{
      {edit("color", "red"), "color", "unknown_field", "There is no field called color."},
      {edit("cell", "D", 5), "cell.D", "unknown_field", "There is no field called cell.D."},
      {edit("cell", "kind", "RS"), "cell.kind", "unknown_field", "cell.kind"},
      {edit("initial", "v", -50), "initial.v", "unknown_field", "initial.v"},  // rest has no v
      {edit("solver", "dt", 0.1), "solver.dt", "unknown_field", "solver.dt"},  // exact has no dt
      {edit("solver", "kind", "rk5"), "solver.kind", "unknown_kind",
       "solver cannot be of kind \"rk5\" (allowed: exact, rk4, euler)."},
      {edit("initial", "kind", 3), "initial.kind", "unknown_kind", "(allowed: rest, at)"},
      {edit("initial", "kind", nullptr), "initial.kind", "unknown_kind", "kind null"},
      {edit("stimulus", Items{step(1), Object{{"kind", "sine"}}}), "stimulus.1.kind", "unknown_kind",
       "stimulus 2 cannot be of kind \"sine\" (allowed: step, ramp)."},
      {edit("stimulus", Items{Object{{"amplitude", 5}}}), "stimulus.0.kind", "kind_missing", "stimulus 1 has no kind."},
      {edit("stimulus", Items{nullptr}), "stimulus.0", "not_an_object", "stimulus 1 = null is not an object."},
      {edit("stimulus", 70), "stimulus", "not_a_list", "stimulus = 70 is not a list."},
      {edit("stimulus", Object{}), "stimulus", "not_a_list", "stimulus = an object is not a list."},
      {edit("stimulus", Items(1001, step(1))), "stimulus", "too_many",
       "stimulus has 1001 entries; at most 1000 are allowed."},
      {edit("cell", "RS"), "cell", "not_an_object", "cell = \"RS\" is not an object."},
      {edit("cell", Items{}), "cell", "not_an_object", "cell = a list is not an object."},
      {edit("solver", 4), "solver", "not_an_object", "solver = 4 is not an object."},
      {edit("duration", Object{}), "duration", "not_a_number", "duration = an object is not a number"},
      {Value(5), "", "not_an_object", "experiment = 5 is not an object."},
      {Value("#RS"), "", "not_an_object", "experiment"},
      {Value(Items{}), "", "not_an_object", "experiment = a list"},
  };
  for (const auto& [partial, path, code, part_of_message] : lines) {
    INFO(path);
    const Problem problem = problem_with(partial);
    CHECK(problem.path == path);
    CHECK(problem.code == code);
    CHECK_THAT(in_english(problem), Contains(part_of_message));
  }
  CHECK(resolved({}, edit("stimulus", Items(1000, step(1)))).stimulus.size() == 1000);
}

// Fails with: c <= vpeak let through; the blame always on c.
TEST_CASE("c must lie below vpeak, and the field that was edited is the one to blame", "[resolve]") {
  for (double c : {35.0, 36.0, 9999.0}) {
    const Problem reset = problem_with(edit("cell", "c", c));
    CHECK(reset.path == "cell.c");
    CHECK(reset.code == "reset_not_below_peak");
    CHECK(*reset.value.number() == c);
    CHECK(reset.high.value() == 35);
    CHECK(in_english(reset) ==
          "c = " + readable(c) + " mV must be below vpeak = 35 mV, or the cell would fire without end at one instant.");
  }
  const Problem peak = problem_with(edit("cell", "vpeak", -50));
  CHECK(peak.path == "cell.vpeak");
  CHECK(peak.code == "peak_not_above_reset");
  CHECK(peak.low.value() == -50);
  CHECK_THAT(in_english(peak), Contains("vpeak = -50 mV must be above c = -50 mV"));
  // Both edited at once are judged together.
  CHECK(resolved({}, edit("cell", Object{{"c", 40}, {"vpeak", 50}})).cell.c == 40);
  CHECK(problem_with(edit("cell", Object{{"c", 60}, {"vpeak", 50}})).path == "cell.c");
}

// Fails with: `>` as `>=` at 1e7 steps, and at dt = duration; the blame always on dt.
TEST_CASE("a time step must fit the duration and need no more than ten million steps", "[resolve]") {
  const Problem longer = problem_with(edit("solver", Object{{"kind", "rk4"}, {"dt", 2000}}));
  CHECK(longer.path == "solver.dt");
  CHECK(longer.code == "longer_than_duration");
  CHECK(longer.high.value() == 1000);
  CHECK_THAT(longer.low.value(), WithinAbs(1e-4, 1e-18));
  CHECK_THAT(in_english(longer), Contains("dt = 2000 ms is longer than the duration (allowed: 0.0001 to 1000 ms)."));

  const Problem fine = problem_with(edit("solver", Object{{"kind", "euler"}, {"dt", 5e-5}}));
  CHECK(fine.path == "solver.dt");
  CHECK(fine.code == "too_many_steps");
  CHECK_THAT(in_english(fine), Contains("dt = 0.00005 ms needs 20000000 steps; at most 10000000 are allowed"));

  const Problem brief = problem_with(edit("duration", 0.05), with_dt(0.1));
  CHECK(brief.path == "duration");
  CHECK(brief.code == "shorter_than_dt");
  CHECK(brief.low.value() == 0.1);
  const Problem endless = problem_with(edit("duration", 1e5), with_dt(1e-3));
  CHECK(endless.path == "duration");
  CHECK(endless.code == "too_many_steps");
  CHECK_THAT(endless.high.value(), WithinAbs(1e4, 1e-9));
  CHECK_THAT(in_english(endless), Contains("needs 100000000 steps"));

  CHECK(resolved({}, edit("solver", Object{{"kind", "rk4"}, {"dt", 1e-4}})).duration == 1000);  // 1e7 steps
  CHECK(resolved({}, edit("solver", Object{{"kind", "rk4"}, {"dt", 1000}})).duration == 1000);  // one step
  CHECK(resolved(with_dt(0.1), Object{{"duration", 0.05}, {"solver", edit("dt", 0.01)}}).duration == 0.05);
}

// Fails with: a return at the first problem; rules between fields checked although a field fails.
TEST_CASE("everything that is wrong is reported at once, in the order of the edit", "[resolve]") {
  const Value partial = Object{{"duration", -5},
                               {"cell", Object{{"C", "x"}, {"vpeak", -70}, {"k", 0}}},
                               {"stimulus", Items{step(nullptr), step(1e9), Object{}}},
                               {"extra", 1}};
  const Resolved result = resolve({}, partial);
  std::vector<std::string> paths;
  for (const Problem& problem : result.problems) paths.push_back(problem.path);
  // vpeak = -70 is valid by itself, and rules between fields wait until every field passes its own.
  CHECK(paths ==
        std::vector<std::string>{"duration", "cell.C", "cell.k", "stimulus.1.amplitude", "stimulus.2.kind", "extra"});
  CHECK(to_value(result.experiment) == to_value(Experiment{}));
}

// Fails with: to_value without optional durations; the kind misnamed.
TEST_CASE("an experiment survives being written down", "[resolve]") {
  Experiment other;
  other.cell = intrinsically_bursting;
  other.initial = At{-50.125, 1e-7};
  other.stimulus = {Ramp{-1, 2, -3, 4}, Step{1.0 / 3, 0, 12.5}, Step{}};
  other.duration = 1234.5;
  other.solver = Euler{0.125};
  // What is written is what was there,
  const Value written = to_value(other);
  CHECK(*written.find("cell")->find("C")->number() == 150);
  CHECK(*written.find("initial")->find("kind")->text() == "at");
  CHECK(*written.find("initial")->find("u")->number() == 1e-7);
  const Value::List& currents = *written.find("stimulus")->list();
  REQUIRE(currents.size() == 3);
  CHECK(*currents[0].find("kind")->text() == "ramp");
  CHECK(*currents[0].find("onset")->number() == -3);
  CHECK(*currents[1].find("duration")->number() == 12.5);
  CHECK(currents[2].find("duration")->is_null());
  CHECK(*written.find("duration")->number() == 1234.5);
  CHECK(*written.find("solver")->find("dt")->number() == 0.125);
  // and reading it back gives the same again.
  for (const Experiment& one : {Experiment{}, other, with_dt(0.02)}) {
    CHECK(to_value(resolved({}, to_value(one))) == to_value(one));
    CHECK(to_value(resolved(other, to_value(one))) == to_value(one));
    CHECK(to_value(experiment_from(to_value(one))) == to_value(one));
  }
  for (const Preset& preset : presets())
    for (const Experiment& run : preset.runs) CHECK(to_value(resolved(other, to_value(run))) == to_value(run));
}

namespace {

/// Any value at all, often one that nearly fits: names and kinds from the schema, with numbers of every sort.
Value any_value(Chance& chance, int depth);

Value any_number(Chance& chance) {
  switch (chance.below(8)) {
    case 0:
      return std::nan("");
    case 1:
      return std::numeric_limits<double>::infinity();
    case 2:
      return -1e308;
    case 3:
      return 0;
    case 4:
      return chance.magnitude(1e-12, 1e12);
    default:
      return chance.between(-100, 100);
  }
}

Value any_object(Chance& chance, int depth) {
  static const std::vector<const char*> keys{"cell", "initial", "stimulus", "duration",  "solver", "C",     "k",
                                             "vr",   "vt",      "vpeak",    "a",         "b",      "c",     "d",
                                             "kind", "v",       "u",        "amplitude", "onset",  "from",  "to",
                                             "dt",   "",        "cell.C",   "__proto__", "0",      "points"};
  static const std::vector<const char*> kinds{"rest", "at", "step", "ramp", "exact", "rk4", "euler", "", "none"};
  Object members;
  for (std::size_t i = chance.below(7); i > 0; --i) {
    const char* key = keys[chance.below(keys.size())];
    if (std::string_view(key) == "kind" && chance.below(4))
      members.push_back({key, kinds[chance.below(kinds.size())]});
    else
      members.push_back({key, any_value(chance, depth - 1)});
  }
  return members;
}

Value any_value(Chance& chance, int depth) {
  const std::size_t choice = chance.below(depth > 0 ? 12 : 6);
  if (choice == 0) return nullptr;
  if (choice == 1) return chance.below(2) == 1;
  if (choice == 2) return std::string(chance.below(50), static_cast<char>(chance.below(256)));
  if (choice < 6) return any_number(chance);
  if (choice < 8) {
    Items list;
    for (std::size_t i = chance.below(chance.below(20) ? 5 : 40); i > 0; --i)
      list.push_back(chance.below(3) ? any_object(chance, depth - 1) : any_value(chance, depth - 1));
    return list;
  }
  return any_object(chance, depth);
}

/// An edit of the right shape whose numbers are mostly valid.
Value likely_edit(Chance& chance) {
  const auto number = [&](double low, double high) {
    return chance.below(12) ? Value(chance.between(low, high)) : any_number(chance);
  };
  Object cell, top;
  for (const char* key : {"C", "k", "vr", "vt", "vpeak", "a", "b", "c", "d"})
    if (chance.below(3) == 0) cell.push_back({key, number(0.001, 80)});
  top.push_back({"cell", cell});
  if (chance.below(2)) top.push_back({"duration", number(1, 2000)});
  if (chance.below(2)) top.push_back({"solver", Object{{"kind", "rk4"}, {"dt", number(1e-4, 1)}}});
  if (chance.below(2)) top.push_back({"initial", Object{{"kind", "at"}, {"v", number(-90, 40)}}});
  if (chance.below(2)) top.push_back({"stimulus", Items{step(number(-900, 900)), Object{{"kind", "ramp"}}}});
  return top;
}

}  // namespace

// Fails with: the experiment changed in spite of problems; finiteness not tested.
TEST_CASE("no edit throws, or leaves an experiment that cannot be written down", "[resolve]") {
  Chance chance(2024);
  Experiment current;
  int accepted = 0, refused = 0;
  for (int i = 0; i < 20000; ++i) {
    const Value partial = i % 2 ? any_value(chance, 4) : likely_edit(chance);
    Resolved result;
    REQUIRE_NOTHROW(result = resolve(current, partial));
    if (!result.problems.empty()) {
      ++refused;
      if (!(to_value(result.experiment) == to_value(current)))
        FAIL_CHECK("edit " << i << " was refused and yet changed");
      for (const Problem& problem : result.problems)
        if (problem.code.empty() || in_english(problem).size() < 10 || in_english(problem).back() != '.')
          FAIL_CHECK("edit " << i << ": " << problem.path << ' ' << problem.code << ' ' << in_english(problem));
      continue;
    }
    ++accepted;
    current = result.experiment;
    const Value written = to_value(current);
    const Resolved again = resolve({}, written);
    for (const Problem& problem : again.problems) FAIL_CHECK("edit " << i << ": " << in_english(problem));
    if (!(to_value(again.experiment) == written)) FAIL_CHECK("edit " << i << " does not survive being written down");
    if (i % 10 == 0) {
      // What resolve lets through, simulate runs.
      Recording recording;
      REQUIRE_NOTHROW(recording = simulate(current, {0, {}, 10, 1000}));
      CHECK(all_finite(recording));
    }
  }
  CHECK(accepted > 2000);
  CHECK(refused > 2000);
}

// Fails with: the id of a field without the kind it belongs to; optional always false.
TEST_CASE("the schema names every field of an experiment, with a stable id of its own", "[resolve]") {
  std::vector<std::string> ids;
  const auto walk = [&](const auto& self, const Value& shape) -> void {
    if (const Value* kinds = shape.find("kinds"))
      for (const Value& one : *kinds->list()) {
        ids.push_back(*one.find("id")->text());
        self(self, one);
      }
    if (const Value* listed = shape.find("fields"))
      for (const Value& field : *listed->list()) {
        ids.push_back(*field.find("id")->text());
        const std::string& type = *field.find("type")->text();
        if (type == "number") {
          CHECK(field.find("hard")->find("low")->number());
          CHECK(field.find("usual")->find("high")->number());
          CHECK(field.find("unit")->text());
          const bool none = field.find("initial")->is_null();
          CHECK(std::get<bool>(field.find("optional")->data) == none);
        }
        self(self, field);
      }
  };
  walk(walk, schema());
  const std::vector<std::string> expected{"cell",
                                          "cell.C",
                                          "cell.k",
                                          "cell.vr",
                                          "cell.vt",
                                          "cell.vpeak",
                                          "cell.a",
                                          "cell.b",
                                          "cell.c",
                                          "cell.d",
                                          "initial",
                                          "initial.rest",
                                          "initial.at",
                                          "initial.at.v",
                                          "initial.at.u",
                                          "stimulus",
                                          "stimulus.step",
                                          "stimulus.step.amplitude",
                                          "stimulus.step.onset",
                                          "stimulus.step.duration",
                                          "stimulus.ramp",
                                          "stimulus.ramp.from",
                                          "stimulus.ramp.to",
                                          "stimulus.ramp.onset",
                                          "stimulus.ramp.duration",
                                          "duration",
                                          "solver",
                                          "solver.exact",
                                          "solver.rk4",
                                          "solver.rk4.dt",
                                          "solver.rk4.edge",
                                          "solver.euler",
                                          "solver.euler.dt",
                                          "solver.euler.edge"};
  CHECK(ids == expected);
}

// Fails with: to before from let through.
TEST_CASE("an impossible window is refused in a sentence", "[resolve]") {
  CHECK(window_from(nullptr).points == 1600);
  CHECK(window_from(Object{{"from", 5}, {"to", nullptr}, {"points", 0}}).from == 5);
  CHECK_THROWS_WITH(window_from(Object{{"points", -1}}), Contains("points = -1"));
  CHECK_THROWS_WITH(window_from(Object{{"points", 1e9}}), Contains("points"));
  CHECK_THROWS_WITH(window_from(Object{{"from", 10}, {"to", 5}}), Contains("to lies before from"));
  CHECK_THROWS_WITH(window_from(Object{{"width", 10}}), Contains("width"));
  CHECK_THROWS_WITH(window_from(5), Contains("not an object"));
  CHECK_THROWS_AS(experiment_from(edit("cell", "C", 0)), std::invalid_argument);
  CHECK_THROWS_WITH(experiment_from(edit("cell", "C", 0)), Contains("C = 0 pF"));
}

// "Ω" takes two bytes; the fortieth byte of 39 letters followed by "Ω" is the first of the two.
TEST_CASE("a long text is quoted up to the last whole letter that fits", "[resolve]") {
  const std::string before(39, 'x'), given = before + "\u03a9 and more";
  const Resolved refused = resolve(Experiment{}, edit("cell", "C", given));
  REQUIRE(refused.problems.size() == 1);
  CHECK(in_english(refused.problems[0]) == "C = \"" + before + "...\" is not a number (allowed: 0.001 to 1000000 pF).");
  CHECK(refused.problems[0].unit == "pF");
}

TEST_CASE("an unknown kind is refused with a list of the known ones", "[resolve]") {
  const Resolved refused = resolve(Experiment{}, edit("solver", "kind", "rk5"));
  REQUIRE(refused.problems.size() == 1);
  CHECK(refused.problems[0].options == std::vector<std::string>{"exact", "rk4", "euler"});
}

}  // namespace izh
