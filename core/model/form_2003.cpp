#include "core/model/form_2003.hpp"

#include <cmath>
#include <cstdlib>
#include <string>
#include <utility>

#include "core/schema/merge.hpp"

namespace izh {

namespace {

/// x times 100, as one would write it: 0.07 becomes 7, although 0.07 * 100 is 7.000000000000001 in doubles.
double hundredfold(double x) {
  const double product = x * 100;
  double scale = 1;
  for (int decimals = 0; decimals < 13; ++decimals, scale *= 10) {
    const double near = std::round(product * scale) / scale;
    if (near / 100 == x) return near;
  }
  return product;
}

/// The smaller root of x² + (125 - 25 b) x + 3500, which is 25 (0.04 x² + (5 - b) x + 140), if it has any; computed
/// without cancellation.
std::optional<double> rest_of(double b) {
  const double linear = 125 - 25 * b, square = linear * linear - 14000;
  if (square < 0) return std::nullopt;
  const double root = std::sqrt(square);
  return linear > 0 ? -(linear + root) / 2 : 7000 / (root - linear);
}

constexpr double middle = -62.5;  // of the parabola

double vr_of(const Form2003& form) { return rest_of(form.b).value_or(middle); }

}  // namespace

Cell cell_of(const Form2003& form) {
  const double vr = vr_of(form);
  return {100, 4, vr, 2 * middle - vr, form.vpeak, form.a, hundredfold(form.b), form.c, hundredfold(form.d)};
}

At start_of(const Form2003& form) {
  const double vr = vr_of(form);
  return {form.v, form.u ? 100 * (*form.u - form.b * vr) : 100 * form.b * (form.v - vr)};
}

double offset_of(const Form2003& form) { return rest_of(form.b) ? 0 : 100 * (62.5 * form.b - 16.25); }

Resolved resolve_2003(const Experiment& current, const Value& partial) {
  require("resolve_2003", current);
  Resolved result{current, {}};
  Form2003 form;
  if (!partial.is_null()) merge(&form, shape<Form2003>(), partial, "", result.problems);
  if (result.problems.empty() && !(form.c < form.vpeak))
    result.problems.push_back({"c", "reset_not_below_peak", form.c, -500.0, form.vpeak, "mV"});
  tell(result.problems);
  if (!result.problems.empty()) return result;

  Experiment& experiment = result.experiment;
  experiment.cell = cell_of(form);
  experiment.initial = start_of(form);
  const double offset = offset_of(form);
  const Step constant{form.I ? hundredfold(*form.I) + offset : offset, 0, {}};
  auto& stimulus = experiment.stimulus;
  if (form.I) {
    stimulus = {constant};
  } else if (offset != 0 && (stimulus.empty() || stimulus.front() != Stimulus{constant})) {
    if (stimulus.size() == most_stimuli) stimulus.pop_back();
    stimulus.insert(stimulus.begin(), constant);
  }
  return result;
}

std::optional<Form2003> form_2003(const Experiment& experiment) {
  require("form_2003", experiment);
  const auto& [C, k, vr, vt, vpeak, a, b, c, d] = experiment.cell;
  // Numbers with all their digits, or a sum of two that were rounded once each.
  if (!(std::fabs(k / C - 0.04) <= 1e-15) || !(std::fabs(vr + vt - 2 * middle) <= 1e-12)) return std::nullopt;
  Form2003 form{a, b / C, c, d / C, {}, vpeak, 0, {}};
  const State start = initial_state(experiment);
  form.v = start.v;
  form.u = start.u / C + form.b * vr;
  // What flows in the form where none flows here: 0.04 vr vt, from the product, for 140 - b vr.
  const double none = 0.04 * vr * vt + form.b * vr - 140;
  const auto all = segments(experiment.stimulus, experiment.duration);
  bool constant = true;
  for (const Segment& one : all) constant = constant && one.slope == 0 && one.current == all.front().current;
  if (constant) form.I = all.front().current / C + (std::fabs(none) <= 1e-11 ? 0 : none);
  return form;
}

}  // namespace izh
