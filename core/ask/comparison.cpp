#include "core/ask/comparison.hpp"

#include <vector>

#include "core/schema/digits.hpp"
#include "core/schema/require.hpp"

namespace izh {

Comparison comparison(const Compared& run, const Compared& other) {
  namespace say = comparison_texts;
  require_described("comparison", run);
  require_described("comparison", other);
  if (other.ended.kind == End::out_of_budget && run.ended.kind != End::out_of_budget)
    return {say::not_followed(other.ended.time)};
  std::vector<Text> parts;
  const double more = run.count - other.count;
  parts.push_back(more > 0 ? say::more_spikes(more) : more < 0 ? say::fewer_spikes(-more) : say::as_many_spikes());
  if (run.last_isi && other.last_isi) {
    const double longer = *run.last_isi - *other.last_isi;
    if (!slight(longer, "ms")) parts.push_back(longer > 0 ? say::longer(longer) : say::shorter(-longer));
  }
  if (run.pattern != other.pattern) parts.push_back(say::pattern(names(run.pattern), names(other.pattern)));
  return {say::differs(parts)};
}

}  // namespace izh
