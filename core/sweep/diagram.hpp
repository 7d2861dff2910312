// core/sweep/diagram.hpp: what a bifurcation diagram shows at each of its values, and what it says.
#pragma once

#include <cstddef>
#include <string>
#include <tuple>
#include <vector>

#include "core/schema/text.hpp"
#include "core/sweep/bifurcation.hpp"
#include "core/sweep/sweep_part.hpp"
#include "core/sweep/swept_firing.hpp"
#include "core/sweep/value_range.hpp"

namespace izh {

/// What one direction of a sweep has found at one value: nothing yet; the cell rests; it fires at a rate; its train
/// runs away; it is certain to fire, but too slowly to be followed; or what it does takes too long to find.
enum class SweptDoes { not_reached, rests, fires, runs_away, slow, undecided };

inline const char* names(SweptDoes does) {
  constexpr const char* all[] = {"not reached", "rests", "fires", "runs away", "slow", "undecided"};
  return all[static_cast<std::size_t>(does)];
}
inline constexpr std::size_t swept_doings = 6;

/// What one direction has found, one entry for each row of the diagram. All but `does` is 0 where there is none.
struct SweptColumn {
  std::vector<double> does;                     // indexes SweptDoes
  std::vector<double> rate;                     // Hz, where it fires
  std::vector<double> below;                    // Hz, where it is slow: its rate is below this
  std::vector<double> cycle;                    // spikes after which the train repeats; 0: none was seen
  std::vector<double> burst_spikes, burst_gap;  // mean spikes per burst, mean ms between bursts; 0: no bursts
};

template <>
inline constexpr auto fields<SweptColumn> = std::tuple{
    samples(&SweptColumn::does, "does", "", "0 not reached, 1 rests, 2 fires, 3 runs away, 4 slow, 5 undecided."),
    samples(&SweptColumn::rate, "rate", "Hz", "Steady rate; 0 where it does not fire."),
    samples(&SweptColumn::below, "below", "Hz", "What the rate is below, where it is slow."),
    samples(&SweptColumn::cycle, "cycle", "", "Spikes after which the train repeats."),
    samples(&SweptColumn::burst_spikes, "burst_spikes", "", "Spikes per burst; 0 where it does not burst."),
    samples(&SweptColumn::burst_gap, "burst_gap", "ms", "Time between bursts; 0 where it does not burst."),
};

/// The diagram as a table: one row for each value at which anything is known, ascending.
struct DiagramRows {
  std::vector<double> value;                          // of what is swept
  std::vector<double> rest_known, rest_v, rest_kind;  // 1 where there is a lower fixed point, its v [mV], Stability
  std::vector<double> saddle_known, saddle_v;         // the same of the upper one, a saddle
  std::vector<double> cycle_known, v_low, v_high;     // 1 where the unstable cycle's extent [mV] is known
  SweptColumn up, down;
};

template <>
inline constexpr auto fields<DiagramRows> = std::tuple{
    samples(&DiagramRows::value, "value", "", "Value of what is swept."),
    samples(&DiagramRows::rest_known, "rest_known", "", "1 where there is a lower fixed point."),
    samples(&DiagramRows::rest_v, "rest_v", "mV", "Its v."),
    samples(&DiagramRows::rest_kind, "rest_kind", "", "What it is, by the index of Stability."),
    samples(&DiagramRows::saddle_known, "saddle_known", "", "1 where there is an upper fixed point."),
    samples(&DiagramRows::saddle_v, "saddle_v", "mV", "Its v."),
    samples(&DiagramRows::cycle_known, "cycle_known", "", "1 where the extent of the unstable cycle is known."),
    samples(&DiagramRows::v_low, "v_low", "mV", "Its lowest v."),
    samples(&DiagramRows::v_high, "v_high", "mV", "Its highest v."),
    part(&DiagramRows::up, "up", "Swept up."),
    part(&DiagramRows::down, "down", "Swept down."),
};

struct Diagram {
  DiagramRows rows;
  std::vector<ValueRange> runs_away;  // where the train runs away, swept up; lowest first
  SweptFiring firing;
  Text text;    // where its train runs away, where it fires, and where it does either
  Text bursts;  // how long its bursts are apart, and of how many spikes they are
};

template <>
inline constexpr auto fields<Diagram> = std::tuple{
    part(&Diagram::rows, "rows", "What there is at each value."),
    list(&Diagram::runs_away, "runs_away", 2000, "Where the train runs away."),
    part(&Diagram::firing, "firing", "Where it fires."),
    said(&Diagram::text, "text", "Where it fires, in a sentence or more."),
    said(&Diagram::bursts, "bursts", "What is said of its bursts."),
};

/// What a diagram says of firing. Its values have the unit of what is swept.
namespace diagram_texts {

inline constexpr Says at{"sweep.at", slot::quantity("at", Writing::located)};
inline constexpr Says between{"sweep.between", slot::quantity("low", Writing::located).bare(),
                              slot::quantity("high", Writing::located)};

// From where to where: what begins or ends it, or an end of the sweep, at which nothing is known to change.
inline constexpr Says from_to{"sweep.from_to", slot::text("from"), slot::text("to")};
inline constexpr Says start_to{"sweep.start_to", slot::text("from"), slot::text("to")};
inline constexpr Says from_end{"sweep.from_end", slot::text("from"), slot::text("to")};
inline constexpr Says start_end{"sweep.start_end", slot::text("from"), slot::text("to")};

inline constexpr Says runs_away_at{"sweep.runs_away_at", slot::quantity("at", Writing::located)};
inline constexpr Says runs_away{"sweep.runs_away", slot::quantity("from", Writing::located).bare(),
                                slot::quantity("to", Writing::located)};

inline constexpr Says undecided{"sweep.undecided"};
inline constexpr Says slow{"sweep.slow", slot::bound("below", "Hz")};
inline constexpr Says nowhere{"sweep.nowhere"};
inline constexpr Says nowhere_else{"sweep.nowhere_else"};
inline constexpr Says everywhere{"sweep.everywhere"};
inline constexpr Says everywhere_else{"sweep.everywhere_else"};
inline constexpr Says somewhere{"sweep.somewhere", slot::text("upwards"), slot::text("found")};
inline constexpr Says up_unknown{"sweep.up_unknown"};
inline constexpr Says up_rests{"sweep.up_rests"};
inline constexpr Says up_from_the_start{"sweep.up_from_the_start"};
inline constexpr Says up_from{"sweep.up_from", slot::text("from")};
inline constexpr Says up_first{"sweep.up_first", slot::text("from")};
inline constexpr Says bistable{"sweep.bistable", slot::text("where")};

inline constexpr Says no_bursts{"sweep.no_bursts", slot::quantity("from", Writing::chosen).bare(),
                                slot::quantity("to", Writing::chosen)};
inline constexpr Says bursts{"sweep.bursts",
                             slot::quantity("from", Writing::chosen).bare(),
                             slot::quantity("to", Writing::chosen),
                             slot::measured("gap_low", "ms").bare(),
                             slot::measured("gap_high", "ms"),
                             slot::measured("spikes_low"),
                             slot::measured("spikes_high")};

inline constexpr std::tuple of_edges{at, between, from_to, start_to, from_end, start_end};
inline constexpr std::tuple of_firing{runs_away_at, runs_away,         undecided,       slow,      nowhere,
                                      nowhere_else, everywhere,        everywhere_else, somewhere, up_unknown,
                                      up_rests,     up_from_the_start, up_from,         up_first,  bistable};
inline constexpr std::tuple of_bursts{no_bursts, bursts};

}  // namespace diagram_texts

/// The diagram of `sweep` as far as it is known: `lower` and `upper` as `bifurcation_skeleton` gives them, `cycle` as
/// `cycle_extent` does, and both directions as `sweep_part` does, one part after another in the order in which they
/// were swept. Rows are exact copies of these; what is said of firing rests on its edges, and edges of the two
/// directions count as one by the rule of `swept_firing`. An edge that is known to 1e-8 of its value is said as one
/// value, another as what it lies between. Bursts are told by the shortest and the longest time between them, and the
/// fewest and the most spikes, of all values and both directions. `text` is empty where no value has been reached, and
/// both texts are of what there is so far. Throws std::invalid_argument as `values_of`, and unless the columns of each
/// argument are of one length.
Diagram diagram(const Sweep& sweep, const FixedBranch& lower, const FixedBranch& upper, const CycleExtent& cycle,
                const SweepPart& up, const SweepPart& down);

}  // namespace izh
