#include "core/train/no_rate.hpp"

#include "support.hpp"
#include "told.hpp"

namespace izh {

// Fails with: two reasons exchanged; a number left out.
TEST_CASE("every reason why there is no rate is said, with its number", "[no_rate]") {
  const auto said = [](NoRate reason, std::optional<double> number = {}) { return told(no_rate_text(reason, number)); };
  CHECK(said(NoRate::none).empty());
  CHECK(said(NoRate::few_intervals, 2) == "no_rate.few_intervals(intervals=2)");
  CHECK(said(NoRate::few_alike, 2) == "no_rate.few_alike(intervals=2)");
  CHECK(said(NoRate::silent, 430) == "no_rate.silent(time=430 ms)");
  CHECK(said(NoRate::still_changing, 3.5) == "no_rate.still_changing(by=3.5 %)");
  for (const auto& [reason, id] : {std::pair{NoRate::no_spike, "no_rate.no_spike"},
                                   {NoRate::one_spike, "no_rate.one_spike"},
                                   {NoRate::one_interval, "no_rate.one_interval"},
                                   {NoRate::irregular, "no_rate.irregular"},
                                   {NoRate::current_changes, "no_rate.current_changes"},
                                   {NoRate::runs_away, "no_rate.runs_away"},
                                   {NoRate::out_of_budget, "no_rate.out_of_budget"},
                                   {NoRate::diverged, "no_rate.diverged"}})
    CHECK(said(reason) == id);
}

}  // namespace izh
