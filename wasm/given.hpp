// wasm/given.hpp: experiments that JavaScript was given, so that one that comes back unchanged need not be read again:
// an edit asks about each run several times, and it may have a thousand stimuli.
#pragma once

#include <cstddef>
#include <vector>

#include "core/model/experiment.hpp"

namespace izh::border {

struct Given {
  std::size_t place = 0;  // under which JavaScript keeps the same experiment
  Experiment experiment;
};

/// The experiment in a place, which becomes the most recently used. Throws std::invalid_argument if there is none.
const Given& given_in(std::size_t place);

/// The most recent one with that stimulus, which becomes the most recently used; null if there is none.
const Given* given_with(const std::vector<Stimulus>& stimulus);

/// The most recently used; null if none has been given yet.
const Given* given_last();

/// Keeps an experiment and returns its place, replacing the least recently used if there is no room.
std::size_t keep_given(const Experiment& experiment);

}  // namespace izh::border
