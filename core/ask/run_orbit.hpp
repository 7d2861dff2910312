// core/ask/run_orbit.hpp: the way of a run through the phase plane in a stretch of time, as much of it as a picture can
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

/// Spikes that an orbit shows at either end of a long train, and at the most in its last cycle.
inline constexpr std::size_t orbit_spikes = 6, longest_orbit_cycle = 24;

/// A part of an orbit: one curve more than it has resets, which lie between one and the next.
struct OrbitStretch {
  std::vector<Curve> curves;
  std::optional<double> cycle_from, cycle_to;  // of the curves, which are one turn of the last cycle; none: none is
};

template <>
inline constexpr auto fields<OrbitStretch> = std::tuple{
    list(&OrbitStretch::curves, "curves", 1000, "From reset to reset."),
    result(&OrbitStretch::cycle_from, "cycle_from", "", "The first curve of the last cycle, from 0 on."),
    result(&OrbitStretch::cycle_to, "cycle_to", "", "The one after its last."),
};

/// The orbit of a run of `experiment` whose `recording` has samples of a stretch of time and all spikes up to its end,
/// and whose train is called `pattern`, over that stretch: all of it, or of a long train the first `orbit_spikes`
/// spikes, and then the last cycle with what follows it; each part may take `budget` steps. The last cycle has the
/// spikes after which the train repeats (steady.hpp); of a train that does not repeat (yet) it goes from burst to burst
/// or from spike to spike; where nothing comes round there is none. Lines between the points lie within a 4000th of
/// what the recording spans of v and u; exact otherwise, as `orbit` is. Empty where there are no samples.
std::vector<OrbitStretch> run_orbit(const Experiment& experiment, const Recording& recording, const Pattern& pattern,
                                    double budget);

}  // namespace izh
