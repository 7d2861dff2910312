// tests/support.hpp: Catch2, the matchers, shorthands for runs, and reproducible random numbers.
#pragma once

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "chance.hpp"
#include "core/model/experiment.hpp"
#include "core/model/recording.hpp"
#include "core/solve/simulate.hpp"

namespace izh {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using Catch::Matchers::WithinAbs;

inline constexpr Window spikes_only{0.0, {}, 0.0, 2e5};

/// `cell` with everything else by default.
inline Experiment with(const Cell& cell) {
  Experiment experiment;
  experiment.cell = cell;
  return experiment;
}

/// A cell of any class, such as a cortex might contain, that rests at vr: b + k (vt - vr) > 0.
inline Cell cortical_cell(Chance& chance, double largest_b = 15) {
  Cell cell;
  cell.C = chance.magnitude(20, 300);
  cell.k = chance.magnitude(0.3, 3);
  cell.vr = chance.between(-75, -55);
  cell.vt = cell.vr + chance.between(10, 40);
  cell.vpeak = cell.vt + chance.between(40, 100);
  cell.a = chance.magnitude(0.005, 0.2);
  cell.b = chance.between(-0.8 * cell.k * (cell.vt - cell.vr), largest_b);
  cell.c = cell.vt + chance.between(-20, 8);
  cell.d = chance.between(0, 200);
  return cell;
}

/// `cell` from rest under a step of `amplitude` [pA] that begins at `onset` [ms] and lasts to the end.
inline Experiment under_step(const Cell& cell, double amplitude, double onset = 10.0, double duration = 1000.0) {
  return {cell, Rest{}, {Step{amplitude, onset, {}}}, duration, Exact{}};
}

inline std::vector<double> spikes_of(const Experiment& experiment) { return simulate(experiment, spikes_only).spikes; }

inline std::vector<double> intervals(const std::vector<double>& spikes) {
  std::vector<double> result;
  for (std::size_t i = 1; i < spikes.size(); ++i) result.push_back(spikes[i] - spikes[i - 1]);
  return result;
}

/// The largest |a[i] - b[i]|, or infinity if the lengths differ or an element is NaN.
inline double largest_difference(const std::vector<double>& a, const std::vector<double>& b) {
  if (a.size() != b.size()) return std::numeric_limits<double>::infinity();
  double largest = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double difference = std::fabs(a[i] - b[i]);
    if (!(difference <= largest)) largest = difference >= 0 ? difference : std::numeric_limits<double>::infinity();
  }
  return largest;
}

inline std::vector<double> plus(std::vector<double> values, double shift) {
  for (double& value : values) value += shift;
  return values;
}

inline std::vector<double> times(std::vector<double> values, double factor) {
  for (double& value : values) value *= factor;
  return values;
}

inline bool all_finite(const std::vector<double>& values) {
  return std::all_of(values.begin(), values.end(), [](double value) { return std::isfinite(value); });
}

inline bool all_finite(const Recording& recording) {
  return all_finite(recording.time) && all_finite(recording.v) && all_finite(recording.u) &&
         all_finite(recording.current) && all_finite(recording.spikes) && all_finite(recording.spike_v) &&
         all_finite(recording.spike_u);
}

}  // namespace izh
