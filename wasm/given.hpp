// wasm/given.hpp: experiments that JavaScript was given, so that one that comes back as it was given need not be read
// again: an edit asks about each run more than once, and its stimuli may be a thousand.
#pragma once

#include <cstddef>
#include <vector>

#include "core/model/experiment.hpp"

namespace izh::border {

struct Given {
  std::size_t place = 0;  // under which JavaScript keeps the same experiment
  Experiment experiment;
};

/// The one in a place, which then is the one used last. Throws std::invalid_argument where there is none.
const Given& given_in(std::size_t place);

/// The last one with that stimulus, which then is the one used last; null where there is none.
const Given* given_with(const std::vector<Stimulus>& stimulus);

/// The one used last; null where none was given yet.
const Given* given_last();

/// Keeps one, in the place of the one not used for longest where there is no room; answers its place.
std::size_t keep_given(const Experiment& experiment);

}  // namespace izh::border
