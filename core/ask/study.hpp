// core/ask/study.hpp: everything that a view needs to know of one run, in one answer.
#pragma once

#include <tuple>
#include <vector>

#include "core/ask/run_orbit.hpp"
#include "core/ask/sag.hpp"
#include "core/ask/verdict.hpp"
#include "core/model/cell.hpp"
#include "core/model/experiment.hpp"
#include "core/model/recording.hpp"
#include "core/model/stimulus.hpp"
#include "core/schema/field.hpp"
#include "core/schema/text.hpp"
#include "core/train/pattern.hpp"
#include "core/train/spikes.hpp"

namespace izh {

/// The currents [pA] in a stretch of time: the smallest, the largest, and the one at its end (just before it, if the
/// current jumps there).
struct Currents {
  double low = 0.0, high = 0.0, last = 0.0;
};

template <>
inline constexpr auto fields<Currents> = std::tuple{
    result(&Currents::low, "low", "pA", "The least."),
    result(&Currents::high, "high", "pA", "The greatest."),
    result(&Currents::last, "last", "pA", "At the end."),
};

/// The currents from `from` to `to` [ms] of a sum of stimuli given by its corners; beyond those the last current
/// continues.
Currents currents_within(const Corners& corners, double from, double to);

/// What a plot of the plane should include for a cell whose current ranges from the smallest to the largest of
/// `currents`: vr, vt, c, the fixed points at the two, and the lowest points of their v-nullclines.
struct Landmarks {
  std::vector<double> v, u;
  double depth = 0.0;  // pA: how far the v-nullcline dips below its height at vr and vt, k (vt - vr)²/4
};

template <>
inline constexpr auto fields<Landmarks> = std::tuple{
    samples(&Landmarks::v, "v", "mV", "Membrane potentials."),
    samples(&Landmarks::u, "u", "pA", "Recovery currents."),
    result(&Landmarks::depth, "depth", "pA", "Depth of the parabola."),
};

Landmarks landmarks(const Cell& cell, const Currents& currents);

struct Study {
  State start, rest;  // where the run starts, and the cell's resting state at I = 0
  Recording recording;
  std::vector<OrbitStretch> orbit;  // over the window
  Measures measures;
  Pattern pattern;
  RunVerdict verdict;                  // without thresholds that take a search
  std::vector<StepResponse> response;  // one if the run finished without a spike, else none
  RateCurve rates;
  Corners corners;
  Currents currents;  // of the whole run, except `last`: at the end of the window
  Landmarks landmarks;
  std::vector<double> held;  // pA: held_currents of its stimulus
  std::vector<double> clipped;
  Text headline;
};

template <>
inline constexpr auto fields<Study> = std::tuple{
    part(&Study::start, "start", "Where the run starts."),
    part(&Study::rest, "rest", "Where its cell rests without a current."),
    part(&Study::recording, "recording", "The run."),
    list(&Study::orbit, "orbit", 2, "Its way through the plane."),
    part(&Study::measures, "measures", "Its spikes by numbers."),
    part(&Study::pattern, "pattern", "Its train in words."),
    part(&Study::verdict, "verdict", "Why it fires as it does."),
    list(&Study::response, "response", 1, "How v answers the first step, of a run without a spike."),
    part(&Study::rates, "rates", "Its intervals against the current."),
    part(&Study::corners, "corners", "Its stimulus, as a line."),
    part(&Study::currents, "currents", "The currents of its stimulus."),
    part(&Study::landmarks, "landmarks", "What a picture of the plane should hold."),
    samples(&Study::held, "held", "pA", "The constant currents that it holds."),
    samples(&Study::clipped, "clipped", "", "The stimuli that lie in part outside the run, from 0 on."),
    said(&Study::headline, "headline", "What the cell did, in a sentence."),
};

/// The run of `experiment`, sampled over `window`, and everything derived from it: `simulate`, `run_orbit`,
/// `run_measures`, `run_pattern`, `run_verdict`, `rate_against_current`, `corners`, `held_currents`, `clipped`,
/// `headline` and, for a run without a spike, `step_response`. The orbit may take the window's budget once more. As
/// exact as each of them says. Throws std::invalid_argument when the experiment or the window is not valid.
Study study(const Experiment& experiment, const Window& window);

}  // namespace izh
