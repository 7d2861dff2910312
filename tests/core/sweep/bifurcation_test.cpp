#include "core/sweep/bifurcation.hpp"

#include <stdexcept>

#include "core/plane/closed_forms.hpp"
#include "core/plane/phase_plane.hpp"
#include "support.hpp"

namespace izh {

namespace {

/// Values of the marks called `id`.
std::vector<double> marked(const Skeleton& skeleton, const std::string& id) {
  std::vector<double> values;
  for (const Mark& mark : skeleton.marks)
    if (names(mark.id) == id) values.push_back(mark.value);
  return values;
}

}  // namespace

// Fails with: the lower fixed point at I*; currents outside the range marked.
TEST_CASE("along the current a cell's changes are marked where their closed forms put them", "[bifurcation]") {
  const Skeleton bursting = bifurcation_skeleton(with(intrinsically_bursting), {Parameter::current, 0, 242, 360, 200});
  // I*, I_H and I_SN from the closed forms; the others from an independent program, to the digits that it gave.
  REQUIRE(bursting.marks.size() == 6);
  CHECK_THAT(marked(bursting, "invariant_parabola").at(0), WithinAbs(346.4453125, 1e-9));
  CHECK_THAT(marked(bursting, "andronov_hopf").at(0), WithinAbs(347.65625, 1e-9));
  CHECK_THAT(marked(bursting, "saddle_node").at(0), WithinAbs(41 * 41 / 4.8, 1e-9));
  CHECK_THAT(marked(bursting, "homoclinic").at(0), WithinAbs(346.64, 5e-3));
  CHECK_THAT(marked(bursting, "node_to_focus").at(0), WithinAbs(320.3221, 5e-5));
  CHECK_THAT(marked(bursting, "focus_to_node").at(0), WithinAbs(349.9904, 5e-5));
  for (const Mark& mark : bursting.marks) {
    // k w (w - p) - b w + I = 0 at each of them, with the larger of the two roots for changes of the saddle.
    const double w = mark.v + 75, p = 30;
    CHECK_THAT(1.2 * w * (w - p) - 5 * w + mark.value, WithinAbs(0, 1e-9));
    const bool saddle = mark.id == Change::invariant_parabola || mark.id == Change::homoclinic;
    CHECK((saddle ? w > 41 / 2.4 : w <= 41 / 2.4 + 1e-12));
  }
  const Skeleton regular = bifurcation_skeleton(with(regular_spiking), {Parameter::current, 0, 0, 400, 50});
  REQUIRE(regular.marks.size() == 1);
  CHECK_THAT(regular.marks[0].value, WithinAbs(360.0 / 7, 1e-9));
  const Skeleton chatters = bifurcation_skeleton(with(chattering), {Parameter::current, 0, 0, 400, 50});
  CHECK_THAT(marked(chatters, "saddle_node").at(0), WithinAbs(160.0 + 1.0 / 6, 1e-9));
  CHECK(marked(chatters, "andronov_hopf").empty());  // b = 1 < a C = 1.5
  CHECK(bifurcation_skeleton(with(regular_spiking), {Parameter::current, 0, 60, 400, 50}).marks.empty());
}

// Fails with: a jump of I_SN at a = 0 taken for a root; node to focus named as along the current.
TEST_CASE("along a parameter a change is where its closed form equals the current", "[bifurcation]") {
  const Skeleton skeleton = bifurcation_skeleton(with(intrinsically_bursting), {Parameter::b, 340, -5, 10, 200});
  // I_H = (kp + aC)(kp + 2b - aC)/(4k) = 340 with kp = 36, aC = 1.5: b = (1632/37.5 - 36 + 1.5)/2 = 4.51.
  CHECK_THAT(marked(skeleton, "andronov_hopf").at(0), WithinAbs(4.51, 1e-9));
  // I_SN = (36 + b)²/4.8 = 340: b = sqrt(1632) - 36. I*, with aC/2 for aC: b = (1632/36.75 - 36 + 0.75)/2.
  CHECK_THAT(marked(skeleton, "saddle_node").at(0), WithinAbs(std::sqrt(1632.0) - 36, 1e-9));
  CHECK_THAT(marked(skeleton, "invariant_parabola").at(0), WithinAbs((1632 / 36.75 - 35.25) / 2, 1e-9));
  const double there = marked(skeleton, "homoclinic").at(0);
  CHECK((there > 4.51 && there < (1632 / 36.75 - 35.25) / 2));
  // Just above the b of the saddle-node the unstable fixed point is a node, then a focus, and finally a stable node.
  REQUIRE(marked(skeleton, "node_to_focus").size() == 1);
  REQUIRE(marked(skeleton, "focus_to_node").size() == 1);
  CHECK(marked(skeleton, "node_to_focus")[0] < 4.51);
  CHECK(marked(skeleton, "focus_to_node")[0] > 4.51);
  const Skeleton slow = bifurcation_skeleton(with(intrinsically_bursting), {Parameter::a, 347, 0, 0.05, 200});
  CHECK(marked(slow, "saddle_node").empty());  // I_SN does not depend on a, except that at a = 0 b drops out
  const double met = marked(slow, "andronov_hopf").at(0);
  Cell cell = intrinsically_bursting;
  cell.a = met;
  CHECK_THAT(andronov_hopf_current(cell).value(), WithinAbs(347, 1e-8));
  for (Parameter reset : {Parameter::c, Parameter::d, Parameter::vpeak})
    CHECK(bifurcation_skeleton(with(intrinsically_bursting), {reset, 347, -60, -40, 20}).marks.empty());
}

// Fails with: branches that do not meet at the fold; every point a saddle.
TEST_CASE("the fixed points' branches lie on both nullclines and end in one point at the fold", "[bifurcation]") {
  const Skeleton skeleton = bifurcation_skeleton(with(intrinsically_bursting), {Parameter::current, 0, 242, 360, 60});
  for (const FixedBranch* branch : {&skeleton.lower, &skeleton.upper}) {
    REQUIRE(branch->value.size() == branch->v.size());
    REQUIRE(branch->value.size() == branch->u.size());
    REQUIRE(branch->value.size() == branch->kind.size());
    CHECK(std::is_sorted(branch->value.begin(), branch->value.end()));
    for (std::size_t i = 0; i < branch->value.size(); ++i) {
      const State slope = derivative(intrinsically_bursting, {branch->v[i], branch->u[i]}, branch->value[i]);
      CHECK_THAT(slope.v, WithinAbs(0, 1e-12));
      CHECK_THAT(slope.u, WithinAbs(0, 1e-12));
    }
  }
  CHECK(skeleton.lower.v.back() == skeleton.upper.v.back());
  CHECK_THAT(skeleton.lower.value.back(), WithinAbs(41 * 41 / 4.8, 1e-9));
  for (std::size_t i = 0; i + 1 < skeleton.upper.kind.size(); ++i)
    CHECK(skeleton.upper.kind[i] == static_cast<double>(Stability::saddle));
  for (std::size_t i = 0; i < skeleton.lower.value.size(); ++i) {
    const bool stable = skeleton.lower.kind[i] < static_cast<double>(Stability::unstable_node);
    CHECK(stable == (skeleton.lower.value[i] < 347.65625));
  }
}

// Fails with: the last invalid value given, or no reason.
TEST_CASE("a sweep ends where the cell is no longer valid, and says why", "[bifurcation]") {
  const Experiment experiment = with(intrinsically_bursting);
  const Skeleton reset = bifurcation_skeleton(experiment, {Parameter::c, 300, -60, 60, 13});  // vpeak = 50
  CHECK(reset.stopped.value() == 50);
  CHECK(reset.invalid.path == "cell.c");
  CHECK(reset.invalid.code == "reset_not_below_peak");
  CHECK(reset.invalid.value == 50);
  CHECK(reset.invalid.high == 50);
  CHECK(reset.invalid.unit == "mV");
  CHECK(reset.lower.value.back() == 40);
  const Skeleton capacitance = bifurcation_skeleton(experiment, {Parameter::C, 300, -100, 300, 5});
  CHECK(capacitance.stopped.value() == 0);
  CHECK(capacitance.invalid.path == "cell.C");
  CHECK(capacitance.invalid.code == "out_of_range");
  CHECK(capacitance.invalid.value == 0);
  CHECK(capacitance.invalid.unit == "pF");
  CHECK(capacitance.lower.value == std::vector<double>{100, 200, 300});
  const Skeleton curvature = bifurcation_skeleton(experiment, {Parameter::k, 0, 0, 3, 4});
  CHECK(curvature.stopped.value() == 0);
  CHECK(curvature.invalid.path == "cell.k");
  CHECK(curvature.invalid.value == 0);
  const Skeleton nothing = bifurcation_skeleton(experiment, {Parameter::C, 300, -100, -50, 5});
  CHECK(nothing.stopped.has_value());
  CHECK(nothing.lower.value.empty());
  CHECK_FALSE(bifurcation_skeleton(experiment, {Parameter::b, 300, 0, 10, 5}).stopped);
  CHECK_THROWS_AS(bifurcation_skeleton(experiment, {Parameter::b, 300, 10, 10, 5}), std::invalid_argument);
  CHECK_THROWS_AS(bifurcation_skeleton(experiment, {Parameter::b, 300, 10, 20, 1}), std::invalid_argument);
}

// Fails with: only the sweep's own values; the values in between added by every part before them.
TEST_CASE("the branch of the unstable cycle reaches from the homoclinic loop to zero width at the Hopf point",
          "[bifurcation]") {
  const Experiment experiment = with(intrinsically_bursting);
  const Sweep sweep{Parameter::current, 0, 242, 360, 60};  // values 2 pA apart, where the cycle exists over 1 pA
  const CycleExtent whole = cycle_extent(experiment, sweep, bifurcation_skeleton(experiment, sweep).cycle);
  REQUIRE(whole.value.size() > 10);
  CHECK(std::is_sorted(whole.value.begin(), whole.value.end()));
  // Its half-width shrinks as 2 sqrt((I_H - I)/k) towards I_H, a leading term that holds to a tenth near there.
  const double left = 347.65625 - whole.value.back();
  CHECK(left > 0);
  CHECK_THAT((whole.v_high.back() - whole.v_low.back()) / (4 * std::sqrt(left / 1.2)), WithinAbs(1, 0.1));
  // At its birth it passes through the saddle, w = (41 + sqrt(41² - 4.8 I))/2.4.
  const double saddle = -75 + (41 + std::sqrt(41 * 41 - 4.8 * whole.value.front())) / 2.4;
  CHECK_THAT(whole.v_high.front(), WithinAbs(saddle, 0.05));
  CHECK(bifurcation_skeleton(with(regular_spiking), {Parameter::current, 0, 0, 100, 20}).cycle.empty());
  CHECK(cycle_extent(with(regular_spiking), {Parameter::current, 0, 0, 100, 20}, {20, 40, 60}).value.empty());
}

// Fails with: no mark with a = 0; b used, though u is constant.
TEST_CASE("with a = 0 rest is lost along the current where the closed form says", "[bifurcation]") {
  // With u held at 0, k (v - vr)(v - vt) = -I: at 51.8 pA w (20 - w) = 74, so w = 10 ∓ √26; none from 0.7 · 10² = 70
  // pA.
  Cell cell = regular_spiking;
  cell.a = 0;
  const Skeleton found = bifurcation_skeleton(with(cell), {Parameter::current, 0, 51.8, 100, 5});
  REQUIRE(marked(found, "saddle_node").size() == 1);
  CHECK_THAT(marked(found, "saddle_node")[0], WithinAbs(70, 1e-9));
  CHECK_THAT(found.lower.v.front(), WithinAbs(-60 + 10 - std::sqrt(26), 1e-9));
  CHECK_THAT(found.upper.v.front(), WithinAbs(-60 + 10 + std::sqrt(26), 1e-9));
  CHECK_THAT(found.lower.value.back(), WithinAbs(70, 1e-9));
  // From another u, all of it shifts with u.
  Experiment elsewhere = with(cell);
  elsewhere.initial = At{-60, 15};
  CHECK_THAT(marked(bifurcation_skeleton(elsewhere, {Parameter::current, 0, 51.8, 100, 5}), "saddle_node").at(0),
             WithinAbs(85, 1e-9));
}

}  // namespace izh
