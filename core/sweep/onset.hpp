// core/sweep/onset.hpp: how lasting firing begins above its rheobase, and the class of excitability that this argues
// for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/sweep/thresholds.hpp"

namespace izh {

enum class Excitability { class_1, class_2, bursts, class_3, fires_at_rest, unknown };

inline const char* names(Excitability kind) {
  constexpr const char* all[] = {"class 1", "class 2", "bursts", "class 3", "fires at rest", "unknown"};
  return all[static_cast<std::size_t>(kind)];
}

/// How the steady rate begins above the current at which lasting firing begins.
struct Onset {
  std::optional<double> current;   // pA: rheobase of lasting firing, without end
  std::vector<double> distance;    // pA above it, three a decade, from 1e-6 to 100
  std::vector<double> rate;        // Hz: spikes per cycle over its period
  std::vector<double> cycle_rate;  // Hz: cycles, that is bursts, per second
  std::vector<double> cycle;       // spikes per cycle
  std::vector<double> law;         // Hz: by the law found, at each distance; empty without one
  Excitability kind = Excitability::unknown;
  std::optional<double> exponent;           // slope of log rate against log distance over the lowest decades
  std::optional<double> jump;               // Hz: where the rate jumps, the rate that it jumps to, if it is known
  std::optional<double> period_per_decade;  // ms by which a cycle grows with each decade nearer, where that is steady
  std::string text;                         // the argument, with its numbers
  double steps = 0.0;                       // of the solver, that all this took; it does not cross the border
};

template <>
inline constexpr auto fields<Onset> = std::tuple{
    result(&Onset::current, "current", "pA", "Where lasting firing begins."),
    samples(&Onset::distance, "distance", "pA", "Current above the onset."),
    samples(&Onset::rate, "rate", "Hz", "Steady rate there."),
    samples(&Onset::cycle_rate, "cycle_rate", "Hz", "Cycles (of a bursting cell, bursts) per second."),
    samples(&Onset::cycle, "cycle", "", "Spikes per cycle."),
    samples(&Onset::law, "law", "Hz", "Rate by the law found."),
    choice(&Onset::kind, "kind", "The class that this argues for."),
    result(&Onset::exponent, "exponent", "", "Slope of log rate against log distance over the lowest decades."),
    result(&Onset::jump, "jump", "Hz", "The rate that it jumps to."),
    result(&Onset::period_per_decade, "period_per_decade", "ms", "Growth of the cycle with each decade nearer."),
    words(&Onset::text, "text", "The argument, with its numbers."),
};

/// The scaling of the rate near the onset, which is the lasting `rheobase` of the same experiment under a step
/// without end, over decades of I - I_onset, and the class argued from the structure of the map where that decides.
/// Class 1: each decade nearer adds √10 times as much to the period as the one before (a square root). Class 2: the
/// cycle itself lasts below the onset, or at I*, where it is followed in coordinates that lose nothing (parabola.hpp);
/// or the onset is a crisis (crisis.hpp); or the decades add less and less, down to 1e-8 pA; or they add as much each
/// time but the saddle's orbits part faster than they come together, so that no attracting cycle comes near it: then
/// `jump` is empty and the text says the lowest rate seen. The logarithm (bursts, or class 1 with one spike a cycle):
/// the decades add as much three times over, or the onset is I*, and the saddle's orbits come together faster. Class 3:
/// only transients, no lasting firing below 1e5 pA. `unknown`, with the reason in `text`, for all else. The rates are
/// those of cycles that repeat to nine digits; of a train without one (`cycle` 0) the mean of the second half of 320
/// intervals. A distance at which it falls silent or takes too long (the nearest first) is left out. `law` is the curve
/// through the rate at the nearest distance by the power as fitted, or through the rate of its cycles by the fitted
/// growth of their period (0 beyond where that would end), or the rate that it jumps to; empty where `unknown`. Source
/// of the classes: Hodgkin (1948), J. Physiol. 107; Izhikevich (2007), ch. 7.
Onset onset(const Experiment& experiment, const Rheobase& rheobase);

}  // namespace izh
