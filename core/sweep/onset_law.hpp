// core/sweep/onset_law.hpp: the law by which the rate rises above an onset, and the class of excitability that follows.
#pragma once

#include <functional>
#include <optional>
#include <tuple>
#include <vector>

#include "core/model/cell.hpp"
#include "core/schema/field.hpp"
#include "core/schema/text.hpp"
#include "core/sweep/onset_decades.hpp"

namespace izh {

enum class Excitability { class_1, class_2, bursts, class_3, fires_at_rest, unknown };

inline const char* names(Excitability kind) {
  constexpr const char* all[] = {"class 1", "class 2", "bursts", "class 3", "fires at rest", "unknown"};
  return all[static_cast<std::size_t>(kind)];
}

/// How the steady rate rises above the current at which lasting firing begins.
struct Onset {
  std::optional<double> current;   // pA: rheobase of lasting firing, for an endless step
  std::vector<double> distance;    // pA above it, three per decade, from 1e-6 to 100
  std::vector<double> rate;        // Hz: spikes per cycle over its period
  std::vector<double> cycle_rate;  // Hz: cycles per second; bursts, if the cell bursts
  std::vector<double> cycle;       // spikes per cycle
  std::vector<double> law;         // Hz: by the law found, at each distance; empty without a law
  Excitability kind = Excitability::unknown;
  std::optional<double> exponent;           // slope of log rate against log distance over the lowest decades
  std::optional<double> jump;               // Hz: the rate that it jumps to, if it jumps and that is known
  std::optional<double> period_per_decade;  // ms that each decade nearer adds to a cycle, if constant
  Text text;                                // the argument, with its numbers
  Text law_text;                            // the law, in a few words; empty without one
  double steps = 0.0;                       // solver steps taken in all; does not cross the border
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
    said(&Onset::text, "text", "The argument, with its numbers."),
    said(&Onset::law_text, "law_text", "The law in a few words."),
};

/// The argument about an onset. `from` and `to`: the farthest and the nearest distance above the onset at which rates
/// were read; `added`: what each decade nearer adds to the period.
namespace onset_texts {

// The law itself.
inline constexpr Says jump_to{"onset.jump_to", slot::measured("rate", "Hz")};
inline constexpr Says per_decade{"onset.per_decade", slot::measured("time", "ms")};
inline constexpr Says power{"onset.power", slot::measured("exponent")};
inline constexpr std::tuple of_law{jump_to, per_decade, power};

inline constexpr auto from = slot::chosen("from").bare();
inline constexpr auto to = slot::chosen("to", "pA");
inline constexpr auto added = slot::texts("added");

// No onset: why no current makes the cell fire for good.
inline constexpr Says fires_at_rest{"onset.fires_at_rest"};
inline constexpr Says no_rest{"onset.no_rest"};
inline constexpr Says none_below{"onset.none_below", slot::chosen("most", "pA")};
inline constexpr Says undecided{"onset.undecided"};
inline constexpr Says runs_away{"onset.runs_away", slot::located("from", "pA")};
inline constexpr Says step_ends{"onset.step_ends"};
inline constexpr Says class_3{"onset.class_3", slot::chosen("most", "pA")};
// No law.
inline constexpr Says no_cycle{"onset.no_cycle", slot::count("most"), slot::count("followed")};
inline constexpr Says uneven{"onset.uneven"};
inline constexpr Says too_long{"onset.too_long"};
inline constexpr Says some_end{"onset.some_end"};
inline constexpr Says no_law{"onset.no_law", from, to, slot::measured("rate", "Hz")};
// The square root. `period`: that of a cycle, times the root of the distance in pA; `passage`: past the saddle-node
// alone.
inline constexpr Says root{"onset.root", from, to, slot::measured("exponent"), slot::measured("period", "ms")};
inline constexpr Says root_passage{"onset.root_passage", slot::measured("passage", "ms")};
// What a decade adds to a period, for single spikes and for bursts.
inline constexpr Says adds{"onset.adds", slot::measured("time", "ms")};
inline constexpr Says grows_spikes{"onset.grows_spikes", from, to, added};
inline constexpr Says grows_bursts{"onset.grows_bursts", from, to, added};
// The logarithm.
inline constexpr Says evenly_spikes{"onset.evenly_spikes", from, to, added};
inline constexpr Says evenly_bursts{"onset.evenly_bursts", from, to, added};
inline constexpr Says logarithm{"onset.logarithm"};
inline constexpr Says logarithm_saddle{"onset.logarithm_saddle"};  // as for an orbit that passes near the saddle
inline constexpr Says parabola{"onset.parabola"};
inline constexpr Says nearer_still{"onset.nearer_still", slot::measured("time", "ms")};
inline constexpr Says class_1{"onset.class_1"};
inline constexpr Says begins_bursts{"onset.begins_bursts", slot::count("spikes")};
// The jump: why the period has a limit, and the limit.
inline constexpr Says start{"onset.start"};
inline constexpr Says at_parabola{"onset.at_parabola"};
inline constexpr Says parts{"onset.parts", slot::measured("parts", "1/ms"), slot::measured("gathers", "1/ms")};
inline constexpr Says beyond_peak{"onset.beyond_peak"};
inline constexpr Says limit{"onset.limit", slot::measured("period", "ms"), slot::measured("rate", "Hz")};
inline constexpr Says unseen{"onset.unseen", slot::measured("rate", "Hz")};
inline constexpr Says at_least{"onset.at_least", slot::measured("seen", "Hz"), slot::measured("longest", "ms"),
                               slot::measured("rate", "Hz")};
inline constexpr Says less{"onset.less", from, to, slot::measured("period", "ms"), added, slot::measured("rate", "Hz")};
inline constexpr Says crisis{"onset.crisis", slot::count("most"), slot::count("followed"),
                             slot::measured("rate", "Hz")};

inline constexpr std::tuple all{
    fires_at_rest, no_rest,      none_below,   undecided,     runs_away,     step_ends,   class_3,
    no_cycle,      uneven,       too_long,     some_end,      no_law,        root,        root_passage,
    adds,          grows_spikes, grows_bursts, evenly_spikes, evenly_bursts, logarithm,   logarithm_saddle,
    parabola,      nearer_still, class_1,      begins_bursts, start,         at_parabola, parts,
    beyond_peak,   limit,        unseen,       at_least,      less,          crisis};

}  // namespace onset_texts

/// Adds to `found`, which holds the rates above its onset, the law that they follow and the argument for it. `u` is u
/// after a spike of the train at the nearest distance [pA]. A square root shows in the periods: each decade nearer adds
/// √10 times as much as the one before. All other laws are decided by whether the train itself survives at the onset
/// or, if it does not, by whether it can come arbitrarily close to the saddle: such an orbit attracts only if orbits
/// near the saddle converge faster than they diverge (Shilnikov's saddle value). If neither decides, the decades do, of
/// which `nearer` finds some more: they add the same if the period grows logarithmically, and less and less if it has a
/// limit. `too_long`: some rates were not found, as their trains take too long.
void argue(Onset& found, const Cell& cell, double u, bool too_long,
           const std::function<Decades(const Lowest&)>& nearer);

/// The law of `found` in a few words; empty if it has none.
Text law_text(const Onset& found);

}  // namespace izh
