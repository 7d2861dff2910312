#include "core/train/no_rate.hpp"

namespace izh {

Text no_rate_text(NoRate reason, std::optional<double> number) {
  namespace say = no_rate_texts;
  const double known = number.value_or(0);
  switch (reason) {
    case NoRate::no_spike:
      return say::no_spike();
    case NoRate::one_spike:
      return say::one_spike();
    case NoRate::one_interval:
      return say::one_interval();
    case NoRate::few_intervals:
      return say::few_intervals(known);
    case NoRate::few_alike:
      return say::few_alike(known);
    case NoRate::silent:
      return say::silent(known);
    case NoRate::still_changing:
      return say::still_changing(known);
    case NoRate::irregular:
      return say::irregular();
    case NoRate::current_changes:
      return say::current_changes();
    case NoRate::runs_away:
      return say::runs_away();
    case NoRate::out_of_budget:
      return say::out_of_budget();
    case NoRate::diverged:
      return say::diverged();
    case NoRate::none:
      break;
  }
  return {};
}

}  // namespace izh
