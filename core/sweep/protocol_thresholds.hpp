// core/sweep/protocol_thresholds.hpp: the smallest amplitudes of the step of a protocol that give a spike, and lasting
// firing.
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "core/schema/text.hpp"
#include "core/sweep/protocol.hpp"
#include "core/sweep/sought.hpp"

namespace izh {

/// An amplitude that a plot marks.
struct ThresholdMark {
  double amplitude = 0.0;
  Text text;
};

template <>
inline constexpr auto fields<ThresholdMark> = std::tuple{
    result(&ThresholdMark::amplitude, "amplitude", "pA", "Where the mark stands."),
    said(&ThresholdMark::text, "text", "What begins there."),
};

struct ProtocolThresholds {
  ProtocolSetting setting;
  std::optional<double> v, u;         // mV, pA: the state at the onset
  Sought first;                       // a spike at the onset or later, however late
  Sought lasting;                     // firing that lasts
  std::optional<double> within;       // pA: for a spike before the end of the run on show, if that takes more
  double saddle_node = 0.0;           // pA: I_SN, for comparison
  double together = 0.0;              // 1: lasting firing begins with the first spike, as far as the searches can tell
  Text text, state;                   // all of it in words, and where the step finds the cell
  Text first_reason, lasting_reason;  // why there is no such amplitude; empty where there is one
  Text first_details, lasting_details;  // what else is known of it
  std::vector<ThresholdMark> marks;     // on the axis of the amplitude, lowest first
};

template <>
inline constexpr auto fields<ProtocolThresholds> = std::tuple{
    part(&ProtocolThresholds::setting, "setting", "What the protocol means."),
    result(&ProtocolThresholds::v, "v", "mV", "Membrane potential at the onset."),
    result(&ProtocolThresholds::u, "u", "pA", "Recovery current at the onset."),
    part(&ProtocolThresholds::first, "first", "Smallest amplitude with a spike."),
    part(&ProtocolThresholds::lasting, "lasting", "Smallest amplitude with lasting firing."),
    result(&ProtocolThresholds::within, "within", "pA", "Smallest amplitude with a spike before the run's end."),
    result(&ProtocolThresholds::saddle_node, "saddle_node", "pA", "The saddle-node current, to compare."),
    result(&ProtocolThresholds::together, "together", "", "1 where lasting firing begins with the first spike."),
    said(&ProtocolThresholds::text, "text", "What was found, in words."),
    said(&ProtocolThresholds::state, "state", "Where the step finds the cell."),
    said(&ProtocolThresholds::first_reason, "first_reason", "Why there is no amplitude with a spike, or nothing."),
    said(&ProtocolThresholds::lasting_reason, "lasting_reason", "Why there is none with lasting firing, or nothing."),
    said(&ProtocolThresholds::first_details, "first_details", "What else is known of the amplitude with a spike."),
    said(&ProtocolThresholds::lasting_details, "lasting_details", "What else is known of that with lasting firing."),
    list(&ProtocolThresholds::marks, "marks", 2, "What a plot over the amplitude marks."),
};

/// What is said of the thresholds under a protocol.
namespace threshold_texts {

inline constexpr auto amplitude = slot::located("amplitude", "pA");
inline constexpr auto total = slot::located("total", "pA");
inline constexpr auto run = slot::chosen("run", "ms");  // how long the run on show lasts

// Why there is none.
inline constexpr Says without{"threshold.without", amplitude};
inline constexpr Says none_below{"threshold.none_below", slot::chosen("most", "pA")};
inline constexpr Says undecided{"threshold.undecided"};
inline constexpr Says no_rest{"threshold.no_rest"};
inline constexpr Says not_reached{"threshold.not_reached"};
inline constexpr Says runs_away{"threshold.runs_away", slot::located("from", "pA")};
// What stands behind an amplitude.
inline constexpr Says details{"threshold.details", slot::texts("all")};
inline constexpr Says in_its_steps{"threshold.in_its_steps"};
inline constexpr Says with_others{"threshold.with_others", total};
inline constexpr Says within{"threshold.within", run, amplitude};
inline constexpr Says uncertain{"threshold.uncertain", slot::count("spikes")};
// The summary: what was asked, and what was found.
inline constexpr Says summary{"threshold.summary", slot::text("asked"), slot::texts("found")};
inline constexpr Says this_run{"threshold.this_run"};
inline constexpr Says from_rest{"threshold.from_rest"};
inline constexpr Says first{"threshold.first", slot::text("comes")};
inline constexpr Says first_in_its_steps{"threshold.first_in_its_steps", slot::text("comes")};
inline constexpr Says lasting{"threshold.lasting", slot::text("comes")};
inline constexpr Says soon{"threshold.soon", run, amplitude};
inline constexpr Says from{"threshold.from", amplitude};
inline constexpr Says from_in_all{"threshold.from_in_all", amplitude, total};
inline constexpr Says state{"threshold.state", slot::measured("v", "mV"), slot::measured("u", "pA")};
// At a mark.
inline constexpr Says firing_begins{"threshold.firing_begins"};
inline constexpr Says first_spike{"threshold.first_spike"};
inline constexpr Says lasts{"threshold.lasts"};

inline constexpr std::tuple all{
    without,     none_below, undecided, no_rest,     not_reached, runs_away,     details,     in_its_steps,
    with_others, within,     uncertain, summary,     this_run,    from_rest,     first,       first_in_its_steps,
    lasting,     soon,       from,      from_in_all, state,       firing_begins, first_spike, lasts};

}  // namespace threshold_texts

/// Why there is no threshold, by the reason of a Sought; `runs_away_from` [pA] as there.
Text reason_text(const std::string& reason_id, const ProtocolSetting& setting, std::optional<double> runs_away_from);

/// The smallest amplitudes, from 0 to 1e5 pA, of the step of a protocol. `first`: a spike comes at its onset or later,
/// even after its end and after the end of the run (whose currents are continued); spikes before the onset do not
/// count. `lasting`: firing goes on (see `outcome`), if nothing changes after the onset. By the exact method to 1e-6
/// pA, found as in `rheobase`. With fixed steps the run itself decides: a spike must come before its end, and the
/// threshold is the one nearest to that of the exact method.
/// The amplitude `shown` has been checked by a run: it does what is claimed within `duration`, which is the
/// experiment's own if that is enough. Throws as `protocol_setting` does, and when the cell is not valid.
ProtocolThresholds protocol_thresholds(const Experiment& experiment, const Protocol& protocol);

}  // namespace izh
