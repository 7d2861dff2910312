#include "wasm/write.hpp"

#include <cstring>
#include <type_traits>
#include <variant>

#include "wasm/given.hpp"

namespace izh::border {

namespace {

std::size_t address(const void* at) { return reinterpret_cast<std::uintptr_t>(at); }

/// A member of an object that has no table.
template <class T>
void member(Writer& to, const char* name, const T& value) {
  to.name(name);
  write(to, value);
}

void write_problems(Writer& to, const Problems& problems) {
  to.list(problems.size());
  for (const Problem& one : problems) {
    to.object(9);
    to.name("path");
    to.text(one.path);
    to.name("code");
    to.text(one.code);
    member(to, "value", one.value);
    member(to, "low", one.low);
    member(to, "high", one.high);
    to.name("unit");
    to.text(one.unit);
    to.name("options");
    to.list(one.options.size());
    for (const std::string& option : one.options) to.text(option);
    member(to, "steps", one.steps);
    member(to, "most_steps", one.most_steps);
  }
}

}  // namespace

void Writer::words(std::size_t one, std::size_t other) {
  const std::uint32_t both[2] = {static_cast<std::uint32_t>(one), static_cast<std::uint32_t>(other)};
  double slot;
  std::memcpy(&slot, both, sizeof slot);
  slots_.push_back(slot);
}

void Writer::number(double number) {
  head(Told::number);
  slots_.push_back(number);
}

void Writer::text(const std::string& text) {
  head(Told::text, text.size());
  const std::size_t at = slots_.size();
  slots_.resize(at + (text.size() + sizeof(double) - 1) / sizeof(double));
  std::memcpy(slots_.data() + at, text.data(), text.size());
}

void Writer::name(const char* name) { head(Told::name, address(name)); }

void Writer::samples(const std::vector<double>& samples) {
  head(Told::samples, samples.size());
  words(address(samples.data()), 0);
}

void Writer::member(const void* member, const Entry& entry) {
  switch (entry.type) {
    case Entry::Type::number:
      return number(*static_cast<const double*>(member));
    case Entry::Type::optional_number:
      return write(*this, *static_cast<const std::optional<double>*>(member));
    case Entry::Type::choice:
      return name(entry.chosen(member));
    case Entry::Type::text:
      return text(*static_cast<const std::string*>(member));
    case Entry::Type::said:
      return write(*this, *static_cast<const Text*>(member));
    case Entry::Type::samples:
      return samples(*static_cast<const std::vector<double>*>(member));
    case Entry::Type::part:
      return described(member, *entry.shape);
    case Entry::Type::list:
      break;
  }
  const std::size_t count = entry.list->size(member);
  list(count);
  for (std::size_t i = 0; i < count; ++i) described(entry.list->at(member, i), *entry.shape);
}

void Writer::described(const void* source, const Shape& shape) {
  const Shape* fields = &shape;
  if (shape.is_variant()) {
    const Alternative& one = shape.kinds[shape.index(source)];
    fields = one.shape;
    source = shape.active(source);
    head(Told::kind, address(fields));
    name(one.kind.name);
  } else {
    head(Told::shaped, address(fields));
  }
  for (const Entry& entry : fields->fields) member(entry.in(source), entry);
}

void Writer::experiment(const Experiment& experiment) {
  const Given* last = given_last();
  const std::size_t before = last ? last->place + 1 : 0;
  const std::size_t at = slots_.size();
  head(Told::experiment);  // the place is not known yet
  const Given* same = given_with(experiment.stimulus);
  words(same ? same->place + 1 : 0, before);
  if (!same) {
    const std::vector<Stimulus>& stimulus = experiment.stimulus;
    list(stimulus.size());
    for (std::size_t i = 0; i < stimulus.size(); ++i) {
      const bool known = last && i < last->experiment.stimulus.size() && last->experiment.stimulus[i] == stimulus[i];
      known ? null() : described(&stimulus[i], shape<Stimulus>());
    }
  }
  const Shape& all = shape<Experiment>();
  head(Told::shaped, address(&all));
  for (const Entry& entry : all.fields) entry.type == Entry::Type::list ? null() : member(entry.in(&experiment), entry);
  const auto place = static_cast<std::uint32_t>(keep_given(experiment));
  std::memcpy(reinterpret_cast<char*>(&slots_[at]) + sizeof place, &place, sizeof place);
}

void write(Writer& to, double number) { to.number(number); }

void write(Writer& to, const std::vector<double>& samples) { to.samples(samples); }

void write(Writer& to, const std::optional<double>& maybe) { maybe ? to.number(*maybe) : to.null(); }

void write(Writer& to, const void* first, std::size_t count, std::size_t stride, const Shape& shape) {
  to.list(count);
  for (std::size_t i = 0; i < count; ++i) to.described(static_cast<const char*>(first) + i * stride, shape);
}

void write(Writer& to, const Text& said) {
  if (said.empty()) return to.null();
  to.object(2);
  to.name("id");
  to.name(said.id);
  to.name("args");
  to.list(said.arguments.size());
  for (const Argument& one : said.arguments) {
    if (one.kind == Argument::Kind::number) {
      to.number(one.number);
    } else if (one.kind == Argument::Kind::quantity) {
      to.object(2);
      member(to, "number", one.number);
      to.name("unit");
      to.text(one.name);
    } else if (one.kind == Argument::Kind::name) {
      to.text(one.name);
    } else {
      to.list(one.texts.size());
      for (const Text& text : one.texts) write(to, text);
    }
  }
}

void write(Writer& to, const Value& value) {
  if (const double* number = value.number()) return to.number(*number);
  if (const std::string* words = value.text()) return to.text(*words);
  if (const bool* truth = std::get_if<bool>(&value.data)) return to.truth(*truth);
  if (const Value::List* list = value.list()) {
    to.list(list->size());
    for (const Value& item : *list) write(to, item);
    return;
  }
  if (!value.object()) return to.null();
  to.object(value.object()->size());
  for (const Member& one : *value.object()) {
    to.text(one.key);
    write(to, one.value);
  }
}

void write(Writer& to, const Resolved& resolved) {
  to.object(2);
  to.name("experiment");
  to.experiment(resolved.experiment);
  to.name("problems");
  write_problems(to, resolved.problems);
}

void write(Writer& to, const Question& question) {
  to.object(2);
  member(to, "value", question.value);
  to.name("problems");
  write_problems(to, question.problems);
}

void write(Writer& to, const Experiment& experiment) { to.experiment(experiment); }

}  // namespace izh::border
