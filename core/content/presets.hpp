// core/content/presets.hpp: named experiments, each with its source: three cells, the teaching note's figures, the runs
// that show where the note and the model differ, and those that show why.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/model/experiment.hpp"
#include "core/schema/field.hpp"

namespace izh {

/// A stretch of time [ms] worth looking at; without `to`, up to the end of the run.
struct Stretch {
  std::string id;  // "whole", "zoom", ...: each language has a text for it
  double from = 0.0;
  std::optional<double> to;
};

template <>
inline constexpr auto fields<Stretch> = std::tuple{
    words(&Stretch::id, "id", "Stable name."),
    result(&Stretch::from, "from", "ms", "Start."),
    result(&Stretch::to, "to", "ms", "End; none: the end of the run."),
};

/// A plot or an analysis that a figure is about. bursts: a bifurcation diagram with its bursts.
enum class About { v, u, current, phase, rate, thresholds, why, map, bifurcation, bursts };

inline const char* names(About plot) {
  constexpr const char* all[] = {"v",          "u",   "current", "phase",       "rate",
                                 "thresholds", "why", "map",     "bifurcation", "bursts"};
  return all[static_cast<std::size_t>(plot)];
}
template <>
inline constexpr std::size_t choices<About> = 10;

/// What a figure is about, and the stretches of time it offers, beginning with the first. A diagram may
/// have its own range of currents.
struct View {
  About plot = About::v;
  std::vector<Stretch> stretches;
  std::optional<double> from, to;  // pA; none: as suggested
  double points = 200.0;
};

template <>
inline constexpr auto fields<View> = std::tuple{
    choice(&View::plot, "plot", "The plot or analysis that the figure is about."),
    list(&View::stretches, "stretches", 8, "Stretches of time, the first shown at first."),
    result(&View::from, "from", "pA", "Lowest current of its diagram; none: as suggested."),
    result(&View::to, "to", "pA", "Highest current of its diagram."),
    result(&View::points, "points", "", "Number of currents of its diagram."),
};

/// What a source prints for one run.
struct Printed {
  double isi = 0.0, rate = 0.0;
};

template <>
inline constexpr auto fields<Printed> = std::tuple{
    result(&Printed::isi, "isi", "ms", "Interspike interval as printed."),
    result(&Printed::rate, "rate", "Hz", "Rate as printed."),
};

/// A named list of runs that belong together. Its id never changes: links contain it, and each language has its title,
/// caption, source and names of runs under it.
struct Preset {
  std::string id, group;
  View view;
  std::vector<Experiment> runs;
  std::vector<Printed> printed;
};

template <>
inline constexpr auto fields<Preset> = std::tuple{
    words(&Preset::id, "id", "Permanent name, as in a link."),
    words(&Preset::group, "group", "cells, note, truth or why."),
    part(&Preset::view, "view", "What to look at."),
    list(&Preset::runs, "runs", 32, "The experiments it compares."),
    list(&Preset::printed, "printed", 32, "What the source prints, in the order of the runs."),
};

/// All presets in the order in which a gallery shows them. The first is the one shown at the start.
const std::vector<Preset>& presets();

/// The preset called `id`, or nullptr.
const Preset* preset(const std::string& id);

/// The fixed step of the note's script: 9999 points over 5000 ms. Inferred from the numbers that the note prints.
inline constexpr double note_dt = 5000.0 / 9998.0;

/// The initial state that the note uses for `cell`, inferred: v = -60 mV whatever vr is, and u = b v.
inline At note_start(const Cell& cell) { return {-60.0, cell.b * -60.0}; }

}  // namespace izh
