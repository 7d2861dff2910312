// core/model/recording.hpp: the result of a run: evenly spaced samples, spikes, and how it ended.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "core/schema/field.hpp"

namespace izh {

/// Which part of a run to sample, at how many points, and how many solver steps the run may take.
struct Window {
  double from = 0.0;
  std::optional<double> to;  // none: to the end of the run
  double points = 1600;      // 0: spikes only
  double budget = 2e5;
};

template <>
inline constexpr auto fields<Window> = std::tuple{
    number(&Window::from, "from", "ms", hard{0, 1e5}, usual{0, 1000}, "Start of the window."),
    number(&Window::to, "to", "ms", hard{0, 1e5}, usual{0, 1000}, "End of the window; none: of the run."),
    number(&Window::points, "points", "", hard{0, 4e6}, usual{2, 4000}, "Number of samples."),
    number(&Window::budget, "budget", "steps", hard{1, 1e9}, usual{1e3, 1e7}, "Most solver steps the run may take."),
};

enum class End { finished, too_many_spikes, out_of_budget, diverged };

inline const char* names(End end) {
  constexpr const char* all[] = {"finished", "too many spikes", "out of budget", "diverged"};
  return all[static_cast<std::size_t>(end)];
}

template <>
inline constexpr std::size_t choices<End> = 4;

/// How a run ended, when, and the solver steps it took.
struct Ended {
  End kind = End::finished;
  double time = 0.0;
  double v = 0.0, u = 0.0;
  double steps = 0.0;
};

template <>
inline constexpr auto fields<Ended> = std::tuple{
    choice(&Ended::kind, "kind", "How the run ended."),        result(&Ended::time, "time", "ms", "When it ended."),
    result(&Ended::v, "v", "mV", "Membrane potential then."),  result(&Ended::u, "u", "pA", "Recovery current then."),
    result(&Ended::steps, "steps", "", "Solver steps taken."),
};

/// Evenly spaced samples over the window (fewer if the run ended early), right-continuous at spikes and jumps of the
/// current, and the spikes of the whole run. An exact run's samples and spikes are exact up to rounding. A fixed-step
/// run's samples lie on the straight lines between its grid points, as a script would plot them.
struct Recording {
  std::vector<double> time, v, u, current;
  std::vector<double> spikes;  // ms; in a fixed-step run, the grid points that are reset
  // The last point before each reset: the peak itself; in a fixed-step run the last grid point before.
  std::vector<double> before, spike_v, spike_u;
  // The state just after each reset.
  std::vector<double> reset_v, reset_u;
  Ended ended;
};

template <>
inline constexpr auto fields<Recording> = std::tuple{
    samples(&Recording::time, "time", "ms", "Time."),
    samples(&Recording::v, "v", "mV", "Membrane potential."),
    samples(&Recording::u, "u", "pA", "Recovery current."),
    samples(&Recording::current, "current", "pA", "Injected current I."),
    samples(&Recording::spikes, "spikes", "ms", "Spike times."),
    samples(&Recording::before, "before", "ms", "Time of the last point before each reset."),
    samples(&Recording::spike_v, "spike_v", "mV", "Membrane potential just before each reset."),
    samples(&Recording::spike_u, "spike_u", "pA", "Recovery current just before each reset."),
    samples(&Recording::reset_v, "reset_v", "mV", "Membrane potential just after each reset."),
    samples(&Recording::reset_u, "reset_u", "pA", "Recovery current just after each reset."),
    part(&Recording::ended, "ended", "How the run ended."),
};

/// Adds a spike: its time, the last point before its reset, and the state after it.
inline void note_spike(Recording& recording, double time, double before, double v, double u, double reset_v,
                       double reset_u) {
  recording.spikes.push_back(time);
  recording.before.push_back(before);
  recording.spike_v.push_back(v);
  recording.spike_u.push_back(u);
  recording.reset_v.push_back(reset_v);
  recording.reset_u.push_back(reset_u);
}

}  // namespace izh
