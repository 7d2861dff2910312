#include "core/read/understand.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "core/model/form_2003.hpp"
#include "core/model/resolve.hpp"
#include "core/read/field_name.hpp"
#include "core/read/plain_text.hpp"
#include "core/read/quantity.hpp"
#include "core/schema/shape.hpp"

namespace izh {

namespace {

/// A field that a text may give: where it is in an experiment, what the form of 2003 calls it, and its unit in either
/// form; null where a form has no such field. In the form of 2003, b is per ms and d, u and I are in mV/ms, if
/// anything.
struct Field {
  Means means;
  const char *path, *name, *unit, *unit_2003;
};

constexpr Field fields_read[] = {
    {Means::C, "cell.C", "C", "pF", nullptr},          {Means::k, "cell.k", "k", "nS/mV", nullptr},
    {Means::vr, "cell.vr", "vr", "mV", nullptr},       {Means::vt, "cell.vt", "vt", "mV", nullptr},
    {Means::vpeak, "cell.vpeak", "vpeak", "mV", "mV"}, {Means::a, "cell.a", "a", "1/ms", "1/ms"},
    {Means::b, "cell.b", "b", "nS", "1/ms"},           {Means::c, "cell.c", "c", "mV", "mV"},
    {Means::d, "cell.d", "d", "pA", "mV/ms"},          {Means::v, "initial.v", "v", "mV", "mV"},
    {Means::u, "initial.u", "u", "pA", "mV/ms"},       {Means::current, "stimulus.0.amplitude", "I", "pA", "mV/ms"}};
constexpr std::size_t most_left_out = 60;

/// A value of the text that may be taken.
struct Given {
  const Field* field;
  double value;  // in the unit of the form
  const RawValue* raw;
  std::string_view unit;  // in the text
};

/// Names that say nothing about which cell it is.
bool is_generic(std::string_view name) {
  std::string small;
  for (const char one : name) small += lower(one);
  for (const char* one : {"cell", "params", "parameters", "neuron", "dict", "izh_params", "value", "values"})
    if (small == one) return true;
  return false;
}

class Understanding {
 public:
  Understanding(const Experiment& present, const RawCell& raw, char mark)
      : present_(present), raw_(raw), mark_(mark), result_{raw.name, CellForm::of_2007, {}, {}, present} {
    if (is_generic(result_.name)) result_.name.clear();
  }

  ReadCell cell() {
    if (is_2003()) result_.form = CellForm::of_2003;
    for (const RawValue& one : raw_.values) read(one);
    for (const Field& field : fields_read) decide(field);
    of_2003() ? take_2003() : take_2007();
    return std::move(result_);
  }

 private:
  bool of_2003() const { return result_.form == CellForm::of_2003; }

  bool is_2003() const {
    if (raw_.form != SaidForm::unsaid) return raw_.form == SaidForm::of_2003;
    const auto has = [&](Means means) {
      return std::any_of(raw_.values.begin(), raw_.values.end(),
                         [&](const RawValue& one) { return meaning_of(one.name) == means; });
    };
    for (const Means means : {Means::C, Means::k, Means::vr, Means::vt})
      if (has(means)) return false;
    for (const Means means : {Means::a, Means::b, Means::c, Means::d})
      if (!has(means)) return false;
    return std::none_of(raw_.values.begin(), raw_.values.end(), [&](const RawValue& one) {
      const Means means = meaning_of(one.name);
      if (means != Means::b && means != Means::d) return false;
      const ReadQuantity ours = quantity_from(one.text, one.unit, means == Means::b ? "nS" : "pA", mark_);
      return !*ours.code && !ours.unit.empty();
    });
  }

  const Field* field_of(Means means) const {
    if (means == Means::threshold) means = of_2003() ? Means::vpeak : Means::vt;
    for (const Field& field : fields_read)
      if (field.means == means && unit_of(field)) return &field;
    return nullptr;
  }
  const char* unit_of(const Field& field) const { return of_2003() ? field.unit_2003 : field.unit; }

  /// Out of line: it is called in many places.
  [[gnu::noinline]] void leave_out(std::string_view path, std::string_view code, std::string_view value,
                                   std::optional<double> low = {}, std::optional<double> high = {},
                                   std::string_view unit = "") {
    if (result_.left_out.size() == most_left_out) return;
    LeftOut& one = result_.left_out.emplace_back();
    one.path = path;
    one.code = code;
    one.value = value;
    one.low = low;
    one.high = high;
    one.unit = unit;
  }

  void leave_out(const Given& given, std::string_view code) {
    leave_out(given.field->path, code, given.raw->text, {}, {}, unit_of(*given.field));
  }

  void read(const RawValue& one) {
    const Means means = meaning_of(one.name);
    if (means == Means::name || means == Means::silent) return;
    const Field* field = field_of(means);
    if (!field) return leave_out(one.name, "unknown_field", one.text);
    const ReadQuantity quantity = quantity_from(one.text, one.unit, unit_of(*field), mark_);
    if (!*quantity.code) return given_.push_back({field, quantity.value, &one, quantity.unit});
    const auto [low, high] = range_of(*field);
    leave_out(field->path, quantity.code, one.text, low, high, unit_of(*field));
  }

  /// The valid values of a field, in the unit of the form.
  hard range_of(const Field& field) const {
    const Shape& all = of_2003() ? shape<Form2003>() : field.means <= Means::d ? shape<Cell>() : shape<At>();
    for (const Entry& entry : all.fields)
      if (std::string_view(entry.name) == field.name) return entry.valid;
    return shape<Step>().fields.front().valid;
  }

  /// Which of several values of one field counts: the one under the field's own name. Where that does not decide, none.
  void decide(const Field& field) {
    const auto own = [&](const Given& one) { return one.raw->name == field.name; };
    const bool has_own =
        std::any_of(given_.begin(), given_.end(), [&](const Given& one) { return one.field == &field && own(one); });
    const Given* first = nullptr;
    bool differ = false;
    for (const Given& one : given_) {
      if (one.field != &field || own(one) != has_own) continue;
      if (first && first->value != one.value) differ = true;
      if (!first) first = &one;
    }
    if (!first) return;
    const double value = first->value;
    bool kept = false;
    const auto taken = [&](const Given& one) {
      if (one.field != &field) return false;
      const bool counts = !differ && own(one) == has_own && !kept;
      if (counts) return kept = true, false;
      if (differ || one.value != value) leave_out(one, "given_twice");
      return true;
    };
    // In order, so that the first of equal values is kept.
    given_.erase(std::remove_if(given_.begin(), given_.end(), taken), given_.end());
  }

  const Given* given(Means means) const {
    for (const Given& one : given_)
      if (one.field->means == means) return &one;
    return nullptr;
  }

  void drop(const Given* one) { given_.erase(given_.begin() + (one - given_.data())); }

  /// Drops the values that problems name, by their paths; if they name none, all values.
  void drop(const Problems& problems) {
    const std::size_t before = given_.size();
    for (const Problem& problem : problems)
      for (const Given& one : given_) {
        if (problem.path != (of_2003() ? one.field->name : one.field->path)) continue;
        leave_out(one.field->path, problem.code, one.raw->text, problem.low, problem.high, problem.unit);
        drop(&one);
        break;
      }
    if (given_.size() < before) return;
    for (const Given& one : given_) leave_out(one, problems.front().code);
    given_.clear();
  }

  void take_2007() {
    for (;;) {
      Resolved resolved = resolve(present_, partial_2007());
      result_.experiment = std::move(resolved.experiment);
      if (resolved.problems.empty()) break;
      drop(resolved.problems);
    }
    Experiment& experiment = result_.experiment;
    if (const At* at = std::get_if<At>(&experiment.initial); at && (given(Means::v) || given(Means::u))) {
      const State rest = rest_state(experiment.cell);
      if (rest.v == at->v && rest.u == at->u) experiment.initial = Rest{};
    }
    list_values();
  }

  Value partial_2007() const {
    Value::Object cell, partial;
    for (const Given& one : given_)
      if (one.field->means <= Means::d) cell.push_back({one.field->name, one.value});
    if (!cell.empty()) partial.push_back({"cell", cell});
    const Given *v = given(Means::v), *u = given(Means::u), *vr = given(Means::vr), *current = given(Means::current);
    if (v || u)
      partial.push_back({"initial", Value::Object{{"kind", "at"},
                                                  {"v", v    ? v->value
                                                        : vr ? vr->value
                                                             : present_.cell.vr},
                                                  {"u", u ? u->value : 0}}});
    if (current)
      partial.push_back(
          {"stimulus", Value::List{Value::Object{{"kind", "step"}, {"amplitude", current->value}, {"onset", 0}}}});
    return partial;
  }

  void take_2003() {
    const auto complete = [&] { return given(Means::a) && given(Means::b) && given(Means::c) && given(Means::d); };
    while (complete()) {
      Value::Object partial;
      for (const Given& one : given_) partial.push_back({one.field->name, one.value});
      Resolved resolved = resolve_2003(present_, partial);
      result_.experiment = std::move(resolved.experiment);
      if (resolved.problems.empty()) break;
      drop(resolved.problems);
    }
    if (!complete()) given_.clear();
    list_values();
  }

  double value_at(const Field& field) const {
    const Experiment& experiment = result_.experiment;
    if (field.means == Means::v) return initial_state(experiment).v;
    if (field.means == Means::u) return initial_state(experiment).u;
    if (field.means == Means::current) return std::get<Step>(experiment.stimulus.front()).amplitude;
    return *static_cast<const double*>(
        shape<Cell>().fields[static_cast<std::size_t>(&field - fields_read)].in(&experiment.cell));
  }

  void list_values() {
    const bool taken = !given_.empty(), form = of_2003() && taken;
    for (const Field& field : fields_read) {
      const Given* one = given(field.means);
      const bool start =
          (field.means == Means::v || field.means == Means::u) && (form || given(Means::v) || given(Means::u));
      const bool offset = field.means == Means::current && form && offset_of({0, given(Means::b)->value}) != 0;
      const bool parameter = field.means <= Means::d;
      if (!one && !start && !offset && !parameter) continue;
      const Origin origin = one ? Origin::text : form || start ? Origin::form : Origin::present;
      Understood& value = result_.values.emplace_back();
      value.path = field.path;
      value.value = value_at(field);
      value.unit = field.unit;
      value.origin = origin;
      if (!one) continue;
      value.text = one->raw->text;
      value.text_unit = one->unit;
    }
  }

  const Experiment& present_;
  const RawCell& raw_;
  char mark_;
  ReadCell result_;
  std::vector<Given> given_;
};

}  // namespace

ReadCell understood(const Experiment& present, const RawCell& raw, char mark) {
  return Understanding(present, raw, mark).cell();
}

}  // namespace izh
