// core/ask/run_orbit.hpp: the orbit of a run in the phase plane over a stretch of time, as much of it as a plot can
// show.
#pragma once

#include <optional>
#include <tuple>
#include <vector>

#include "core/model/experiment.hpp"
#include "core/model/recording.hpp"
#include "core/plane/orbit.hpp"
#include "core/plane/phase_plane.hpp"
#include "core/schema/field.hpp"
#include "core/train/pattern.hpp"

namespace izh {

/// Spikes that an orbit shows at either end of a long train, and the most in its last cycle.
inline constexpr std::size_t orbit_spikes = 6, longest_orbit_cycle = 24;

/// A part of an orbit: one curve more than there are resets, each of which lies between two curves.
struct OrbitStretch {
  std::vector<Curve> curves;
  std::optional<double> cycle_from, cycle_to;  // the curves of one turn of the last cycle; none: no cycle
};

template <>
inline constexpr auto fields<OrbitStretch> = std::tuple{
    list(&OrbitStretch::curves, "curves", 1000, "From reset to reset."),
    result(&OrbitStretch::cycle_from, "cycle_from", "", "The first curve of the last cycle, from 0 on."),
    result(&OrbitStretch::cycle_to, "cycle_to", "", "The one after its last."),
};

/// The orbit of a run of `experiment` over the stretch of time that `recording` has samples of; it has all spikes up to
/// the end of the stretch, and the train's pattern is `pattern`. The whole orbit or, for a long train, the first
/// `orbit_spikes` spikes and then the last cycle with what follows it; each part may take `budget` steps. The last
/// cycle has as many spikes as the train repeats after (steady.hpp); if the train does not repeat (yet), it goes from
/// burst to burst or from spike to spike; a train that does not come round has none. Lines between points stay within
/// 1/4000 of the recording's span of v and u; otherwise as exact as `orbit`. Empty if there are no samples.
/// Drawn from the pieces of the run in `track` if all of them are there; otherwise the run is solved again.
std::vector<OrbitStretch> run_orbit(const Experiment& experiment, const Recording& recording, const Pattern& pattern,
                                    double budget, const Track* track = nullptr);

}  // namespace izh
