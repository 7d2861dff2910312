#include "core/schema/shape.hpp"

#include "core/content/presets.hpp"
#include "core/model/experiment.hpp"
#include "support.hpp"

namespace izh {

namespace {

const Entry& entry_of(const Shape& of, const std::string& name) {
  for (const Entry& one : of.fields)
    if (name == one.name) return one;
  throw std::invalid_argument("there is no entry called " + name);
}

}  // namespace

// Fails with: every offset that of the first member.
TEST_CASE("an entry leads to the member of its name, in any object of its kind", "[shape]") {
  Cell cell = chattering;
  const Shape& of = shape<Cell>();
  REQUIRE(of.fields.size() == 9);
  CHECK_FALSE(of.is_variant());
  const std::vector<double> expected{50, 1.5, -60, -40, 35, 0.03, 1, -40, 150};
  for (std::size_t i = 0; i < 9; ++i) {
    CHECK(of.fields[i].type == Entry::Type::number);
    CHECK(*static_cast<const double*>(of.fields[i].in(static_cast<const void*>(&cell))) == expected[i]);
  }
  *static_cast<double*>(entry_of(of, "vt").in(static_cast<void*>(&cell))) = -42;
  CHECK(cell.vt == -42);
  CHECK(std::string(entry_of(of, "C").unit) == "pF");
  CHECK(entry_of(of, "a").valid.low == 0);
  CHECK(static_cast<const Cell*>(of.defaults)->C == 100);
}

// Fails with: `choose` that always takes the first kind.
TEST_CASE("a variant has one shape for each of its kinds, and becomes the one that is chosen", "[shape]") {
  const Shape& of = shape<Solver>();
  REQUIRE(of.is_variant());
  REQUIRE(of.kinds.size() == 3);
  CHECK(std::string(of.kinds[0].kind.name) == "exact");
  CHECK(std::string(of.kinds[2].kind.name) == "euler");
  CHECK(of.kinds[0].shape->fields.empty());
  Solver solver = Rk4{0.125};
  CHECK(of.index(&solver) == 1);
  const Entry& dt = entry_of(*of.kinds[1].shape, "dt");
  CHECK(*static_cast<const double*>(dt.in(of.active(&solver))) == 0.125);
  of.choose(&solver, 2);
  CHECK(std::get<Euler>(solver).dt == 0.5);
  of.choose(&solver, 0);
  CHECK(std::holds_alternative<Exact>(solver));
}

// Fails with: `append` that gives the first element.
TEST_CASE("a list that may be given from outside can be read, filled and emptied", "[shape]") {
  const Entry& list = entry_of(shape<Experiment>(), "stimulus");
  CHECK(list.type == Entry::Type::list);
  CHECK(list.longest == 1000);
  CHECK(list.shape == &shape<Stimulus>());
  Experiment experiment;
  experiment.stimulus = {Step{1, 2, {}}, Ramp{3, 4, 5, 6}};
  void* const inside = list.in(static_cast<void*>(&experiment));
  REQUIRE(list.list->size(inside) == 2);
  CHECK(std::get<Ramp>(*static_cast<const Stimulus*>(list.list->at(inside, 1))).to == 4);
  shape<Stimulus>().choose(list.list->append(inside), 1);
  REQUIRE(experiment.stimulus.size() == 3);
  CHECK(std::holds_alternative<Ramp>(experiment.stimulus[2]));
  CHECK(std::get<Step>(experiment.stimulus[0]).amplitude == 1);
  const std::vector<Stimulus> other{Step{9, 9, {}}};
  list.list->assign(inside, &other);
  CHECK(std::get<Step>(experiment.stimulus.at(0)).amplitude == 9);
  list.list->clear(inside);
  CHECK(experiment.stimulus.empty());
}

// Fails with: an optional number taken for a number.
TEST_CASE("every member has the right type", "[shape]") {
  CHECK(entry_of(shape<Step>(), "duration").type == Entry::Type::optional_number);
  CHECK(entry_of(shape<Step>(), "onset").type == Entry::Type::number);
  CHECK(entry_of(shape<Experiment>(), "cell").type == Entry::Type::part);
  CHECK(entry_of(shape<Experiment>(), "cell").shape == &shape<Cell>());
  CHECK(entry_of(shape<Recording>(), "spikes").type == Entry::Type::samples);
  CHECK(entry_of(shape<Preset>(), "group").type == Entry::Type::text);
  const Entry& kind = entry_of(shape<Ended>(), "kind");
  REQUIRE(kind.type == Entry::Type::choice);
  const Ended ended{End::out_of_budget, 0, 0};
  CHECK(std::string(kind.chosen(kind.in(static_cast<const void*>(&ended)))) == "out of budget");
}

}  // namespace izh
