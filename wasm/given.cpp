// wasm/given.cpp: experiments are given to JavaScript frozen, so that one that comes back unchanged need not be read
// again: an edit asks a dozen questions about each run, which may have a thousand stimuli.
#include <algorithm>
#include <utility>

#include "wasm/convert.hpp"

namespace izh::border {

namespace {

struct Given {
  val object, list;  // the whole, and its stimulus
  Experiment experiment;
};

/// An edit of a figure has six runs before and six after, and there may be four more to compare with.
constexpr std::size_t most = 24;

/// The most recently used come last.
std::vector<Given>& all() {
  static std::vector<Given> given;
  return given;
}

/// Everything ever given out, so that what is no longer in `all` is still recognised.
const val& ours() {
  static const val ours = val::global("WeakSet").new_();
  return ours;
}

/// The most recent one that `matches`, which becomes the most recently used; null if there is none.
template <class Matches>
const Given* find(Matches&& matches) {
  std::vector<Given>& given = all();
  const auto found = std::find_if(given.rbegin(), given.rend(), matches);
  if (found == given.rend()) return nullptr;
  std::rotate(found.base() - 1, found.base(), given.end());
  return &given.back();
}

void remember(Given given) {
  if (all().size() == most) all().erase(all().begin());
  all().push_back(std::move(given));
}

val frozen(const val& object) {
  static const val builtin = val::global("Object");
  return builtin.call<val>("freeze", object);
}

/// A list of stimuli; those that equal the most recently used one's at the same index are the same objects.
val frozen(const std::vector<Stimulus>& stimulus) {
  const Given* last = all().empty() ? nullptr : &all().back();
  val list = val::array();
  for (std::size_t i = 0; i < stimulus.size(); ++i) {
    const bool known = last && i < last->experiment.stimulus.size() && last->experiment.stimulus[i] == stimulus[i];
    const val at(static_cast<double>(i));
    list.set(at, known ? last->list[at] : frozen(to_js(stimulus[i])));
  }
  return frozen(list);
}

}  // namespace

const Stimulus* given_stimulus(const val& source, std::size_t index) {
  if (all().empty() || index >= all().back().experiment.stimulus.size()) return nullptr;
  const Given& last = all().back();
  return source.strictlyEquals(last.list[static_cast<double>(index)]) ? &last.experiment.stimulus[index] : nullptr;
}

val to_js(const Experiment& experiment) {
  const Given* same = find([&](const Given& one) { return one.experiment.stimulus == experiment.stimulus; });
  const val list = same ? same->list : frozen(experiment.stimulus);
  val object = val::object();
  for (const Entry& entry : shape<Experiment>().fields)
    set(object, entry.name, entry.type == Entry::Type::list ? list : frozen(to_js(entry.in(&experiment), entry)));
  ours().call<val>("add", frozen(object));
  remember({object, list, experiment});
  return object;
}

template <>
Experiment from_js<Experiment>(const val& source, const std::string& what) {
  if (const Given* known = find([&](const Given& one) { return source.strictlyEquals(one.object); }))
    return known->experiment;
  const Experiment experiment = argument<Experiment>(kept_value_from(source), what);
  if (ours().call<bool>("has", source)) remember({source, source["stimulus"], experiment});
  return experiment;
}

template <>
std::vector<Stimulus> from_js<std::vector<Stimulus>>(const val& source, const std::string& what) {
  const Given* known = find([&](const Given& one) { return source.strictlyEquals(one.list); });
  return known ? known->experiment.stimulus : argument<std::vector<Stimulus>>(kept_value_from(source), what);
}

}  // namespace izh::border
