#include "core/train/steady_rate.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/train/form.hpp"

namespace izh {

namespace {

constexpr double hardly = 0.005;      // a change that may be rounding to the time grid
constexpr std::size_t fewest = 3;     // intervals needed to have settled
constexpr std::size_t most_mean = 6;  // intervals in the mean

using Lengths = std::vector<double>;

double change(double from, double to) { return to > 0 ? std::fabs(to - from) / to : from > 0; }

/// True if a train of this form fires evenly or increasingly so.
bool goes_evenly(const Form& form) {
  return form.steadiness != Steadiness::cycle && form.steadiness != Steadiness::uneven &&
         form.kind != PatternKind::bursting && form.kind != PatternKind::in_turn && form.kind != PatternKind::irregular;
}

/// The reason for three or more intervals that do not repeat, followed by `quiet` ms without a spike: `few_alike` if
/// only the last two agree; else, if their form is even or becoming so, `still_changing` with the larger of the last
/// two changes [%], or the last one if these go to and fro; `irregular` for any other form.
SteadyRate unsettled(const Lengths& isi, double quiet) {
  const double *last = &isi.back(), first = last[-1] - last[-2], second = last[0] - last[-1];
  const double one = change(last[-2], last[-1]), other = change(last[-1], last[0]);
  const bool to_and_fro = first * second < 0;
  if (other <= hardly || (to_and_fro && other <= interval_repeats)) return {{}, {}, {}, NoRate::few_alike, 2};
  const bool apart = Intervals{isi.begin(), isi.end()}.low() >= coincident;  // else it has no form
  if (!apart || !goes_evenly(form_of(isi, quiet))) return {{}, {}, {}, NoRate::irregular, {}};
  return {{}, {}, {}, NoRate::still_changing, 100 * (to_and_fro && one > hardly ? other : std::max(one, other))};
}

SteadyRate none(NoRate reason, std::optional<double> number = {}) { return {{}, {}, {}, reason, number}; }

}  // namespace

SteadyRate steady_rate(const std::vector<double>& spikes, const Span& stretch) {
  if (!(stretch.start < stretch.end))
    throw std::invalid_argument("steady_rate: needs a stretch that ends after it starts");
  const bool finite = std::all_of(spikes.begin(), spikes.end(), [](double time) { return std::isfinite(time); });
  if (!finite || !std::is_sorted(spikes.begin(), spikes.end()))
    throw std::invalid_argument("steady_rate: needs finite spike times in ascending order");
  const auto first = std::lower_bound(spikes.begin(), spikes.end(), stretch.start);
  const auto end = std::upper_bound(first, spikes.end(), stretch.end);
  if (first == end) return none(NoRate::no_spike);
  if (end - first == 1) return none(NoRate::one_spike);

  Lengths isi;
  for (auto spike = first + 1; spike != end; ++spike) isi.push_back(*spike - spike[-1]);
  const double quiet = stretch.end - end[-1];
  if (has_ended(isi, quiet)) return none(NoRate::silent, quiet);
  if (isi.size() == 1) return none(NoRate::one_interval);
  if (isi.size() < fewest) return none(NoRate::few_intervals, static_cast<double>(isi.size()));
  const Ending ending = ending_of(isi);
  const std::size_t p = ending.cycle;
  if (ending.paused) return none(NoRate::irregular);
  if (p == 0) return unsettled(isi, quiet);
  const auto last = isi.end() - static_cast<std::ptrdiff_t>(std::max(p, fewest));
  if (has_ended({last, isi.end()}, quiet)) return none(NoRate::irregular);
  if (!ending.settled()) return none(NoRate::still_changing, 100 * ending.still_changes);
  const std::size_t half = std::min({most_mean, (isi.size() + 1) / 2, ending.alike});
  const auto count = static_cast<std::ptrdiff_t>(p * std::max<std::size_t>(1, half / p));
  return {1000 / Intervals{isi.end() - count, isi.end()}.mean(),
          static_cast<double>(count),
          static_cast<double>(p),
          NoRate::none,
          {}};
}

}  // namespace izh
