// core/sweep/protocol_thresholds.hpp: the smallest amplitudes of the step of a protocol that give a spike, and lasting
// firing.
#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "core/schema/text.hpp"
#include "core/sweep/onset_zones.hpp"
#include "core/sweep/protocol.hpp"
#include "core/sweep/sought.hpp"

namespace izh {

/// A threshold in words.
struct ThresholdSaid {
  Text reason;      // why there is none; empty where there is one
  Text details;     // what else is known of it
  Text mark;        // at its place in a plot; empty where there is none, or where the other begins there, too
  Text show, hint;  // of a run at `shown`: its amplitude, and what run that is; empty where nothing can be shown
};

template <>
inline constexpr auto fields<ThresholdSaid> = std::tuple{
    said(&ThresholdSaid::reason, "reason", "Why there is none, or nothing."),
    said(&ThresholdSaid::details, "details", "What else is known of it."),
    said(&ThresholdSaid::mark, "mark", "What begins there, for a plot."),
    said(&ThresholdSaid::show, "show", "What amplitude a run that shows it has."),
    said(&ThresholdSaid::hint, "hint", "What run that is."),
};

struct ProtocolThresholds {
  ProtocolSetting setting;
  std::optional<double> v, u;    // mV, pA: the state at the onset
  Sought first;                  // a spike at the onset or later, however late
  Sought lasting;                // firing that lasts
  std::optional<double> within;  // pA: for a spike before the end of the run on show, if that takes more
  double saddle_node = 0.0;      // pA: I_SN, for comparison
  double together = 0.0;         // 1: lasting firing begins with the first spike, as far as the searches can tell
  // 1: lasting firing begins at I*, as far as two decimals show
  double at_parabola = 0.0;
  std::vector<OnsetZone> zones;  // what the cell does along the amplitude
  Text text, state;              // all of it in words, and where the step finds the cell
  ThresholdSaid first_said, lasting_said;
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
    result(&ProtocolThresholds::at_parabola, "at_parabola", "", "1 where lasting firing begins at I*."),
    list(&ProtocolThresholds::zones, "zones", 5, "What the cell does along the amplitude."),
    said(&ProtocolThresholds::text, "text", "What was found, in words."),
    said(&ProtocolThresholds::state, "state", "Where the step finds the cell."),
    part(&ProtocolThresholds::first_said, "first_said", "The amplitude with a spike in words."),
    part(&ProtocolThresholds::lasting_said, "lasting_said", "That with lasting firing in words."),
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
// A run that shows it; it may have to be made longer.
inline constexpr auto shown = slot::chosen("shown", "pA");
inline constexpr auto length = slot::chosen("length", "ms");
inline constexpr Says show{"threshold.show", shown};
inline constexpr Says show_longer{"threshold.show_longer", shown, length};
inline constexpr Says just_above{"threshold.just_above", slot::text("asked")};
inline constexpr Says far_above{"threshold.far_above", slot::text("asked")};
inline constexpr Says made_longer{"threshold.made_longer", slot::text("hint"), length};
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
    without,     none_below,  undecided,  no_rest,     not_reached, runs_away,     details,     in_its_steps,
    with_others, within,      uncertain,  summary,     this_run,    from_rest,     first,       first_in_its_steps,
    lasting,     soon,        from,       from_in_all, state,       firing_begins, first_spike, lasts,
    show,        show_longer, just_above, far_above,   made_longer};

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
