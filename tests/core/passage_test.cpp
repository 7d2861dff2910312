#include "core/passage.hpp"

#include "support.hpp"

namespace izh {

// Red when tried: rest never told, and waited for until the steps run out; u before the reset.
TEST_CASE("from any state either a spike follows or it is certain that none does", "[passage]") {
  Chance chance(4);
  for (const Cell& cell : {regular_spiking, intrinsically_bursting, chattering})
    for (int n = 0; n < 40; ++n) {
      const double current = chance.between(0, 500);
      const State start{chance.between(-90, cell.vpeak + 10), chance.between(-100, 400)};
      CAPTURE(cell.C, current, start.v, start.u);
      const Passage passage = Passages(cell, current).from(start);
      // 20 s are many times what any of these needs, none of them being close to a bifurcation.
      const Recording run = simulate({cell, At{start.v, start.u}, {Step{current, 0, {}}}, 2e4, Exact{}}, spikes_only);
      REQUIRE(passage.next == (run.spikes.empty() ? Next::rest : Next::spike));
      if (run.spikes.empty()) continue;
      CHECK_THAT(passage.time, WithinAbs(run.spikes[0], 1e-9));  // the same steps, but for the end of the run
      CHECK_THAT(passage.state.u, WithinAbs(run.reset_u[0], 1e-8));
      CHECK(passage.state.v == cell.c);
    }
}

// Red when tried: rest never told.
TEST_CASE("without recovery a spike follows if v rises all the way to the peak", "[passage]") {
  // u stays. dv/dt > 0 from c to vpeak iff I - u > k (vt - vr)²/4 = 70 where the middle of vr and vt, at -50 mV, is on
  // the way, and iff I - u > 0 from c = vt on.
  Cell cell = regular_spiking;
  cell.a = 0;
  for (const auto& [c, needed] : {std::pair(-55.0, 70.0), std::pair(-40.0, 0.0)}) {
    cell.c = c;
    const Passages passages(cell, 80);
    CHECK(passages.after(80 - needed - 1e-6).next == Next::spike);
    CHECK(passages.after(80 - needed + 1e-6).next == Next::rest);
    CHECK_THAT(passages.after(-20).state.u, WithinAbs(-20 + cell.d, 1e-10));
  }
  cell.c = -50;
  CHECK(Passages(cell, 80).after(10 - 1e-6).next == Next::spike);
}

// Red when tried: a start above the peak followed downwards.
TEST_CASE("a start at or above the peak fires at once, even where u pulls it down", "[passage]") {
  const Passage passage = Passages(regular_spiking, 0).from({40, 1e5});
  CHECK(passage.next == Next::spike);
  CHECK(passage.time == 0);
  CHECK_THAT(passage.state.u, WithinAbs(1e5 + 100, 1e-9));
}

// Red when tried: the bound ignored.
TEST_CASE("what cannot be decided in so many steps is left undecided", "[passage]") {
  CHECK(Passages(regular_spiking, 70).after(0, 3).next == Next::undecided);
}

}  // namespace izh
