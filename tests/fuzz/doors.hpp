// tests/fuzz/doors.hpp: the ways by which what people wrote comes into the core, each given any bytes. A case fails
// with a message and an abort, so that libFuzzer keeps it.
#pragma once

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <span>
#include <string>

#include "core/content/presets.hpp"
#include "core/model/form_2003.hpp"
#include "core/model/resolve.hpp"
#include "core/read/read_cells.hpp"
#include "core/schema/merge.hpp"

namespace izh::fuzz {

using Bytes = std::span<const std::uint8_t>;

inline void hold(bool good, const char* what) {
  if (good) return;
  std::fprintf(stderr, "fuzz: %s\n", what);
  std::abort();
}

/// Everything in it is valid, and stays what it is when resolved once more.
inline void check_accepted(const Experiment& experiment) {
  require("fuzz", experiment);  // throws, and so ends the program
  const Value value = to_value(experiment);
  const Resolved again = resolve(Experiment{}, value);
  hold(again.problems.empty(), "an accepted experiment is refused");
  hold(to_value(again.experiment) == value, "an accepted experiment changes when it is resolved again");
}

inline void check_end(const std::optional<double>& end) { hold(!end || std::isfinite(*end), "a range has no end"); }

inline bool is_code(const std::string& code) {
  for (const char* one : problem_codes)
    if (code == one) return true;
  return false;
}

// --- read_cells -----------------------------------------------------------------------------------------------------

/// The first byte chooses the decimal mark and the present experiment; the rest is the text.
inline void try_read(Bytes bytes) {
  if (bytes.empty()) return;
  const std::vector<Preset>& all = presets();
  const Experiment& present = all[(bytes[0] >> 1) % all.size()].runs[0];
  const std::string text(bytes.begin() + 1, bytes.end());
  const CellsRead read = read_cells(present, text, bytes[0] & 1 ? "," : ".");

  hold(read.cells.size() <= 200 && read.problems.size() <= 2, "there are too many cells");
  hold(read.cells.empty() == (read.notation == Notation::none), "a notation without cells");
  hold(!read.cells.empty() || !read.problems.empty(), "neither a cell nor a problem");
  std::size_t size = 0;
  const auto add = [&](const std::string& one) {
    hold(one.size() <= 80, "a text is too long");
    size += one.size();
  };
  const auto check_left_out = [&](const LeftOut& one) {
    hold(is_code(one.code), "something is left out with an unknown code");
    check_end(one.low);
    check_end(one.high);
    add(one.path);
    add(one.value);
  };
  for (const LeftOut& one : read.problems) check_left_out(one);
  for (const ReadCell& cell : read.cells) {
    check_accepted(cell.experiment);
    hold(cell.values.size() >= 9 && cell.values.size() <= 12, "a cell does not have its fields");
    hold(cell.left_out.size() <= 60, "too much is left out");
    add(cell.name);
    const Value value = to_value(cell.experiment), was = to_value(present);
    for (const Understood& one : cell.values) {
      hold(std::isfinite(one.value), "a value is not finite");
      add(one.text);
      add(one.text_unit);
      hold(one.text.empty() == (one.origin != Origin::text), "a value does not say where it is from");
      if (one.path.rfind("cell.", 0) != 0) continue;
      const double* taken = value.find("cell")->find(one.path.substr(5))->number();
      hold(*taken == one.value, "a value is not that of the experiment");
      const double* before = was.find("cell")->find(one.path.substr(5))->number();
      hold(one.origin != Origin::present || *before == one.value, "a value changed though the text has none");
    }
    for (const LeftOut& one : cell.left_out) check_left_out(one);
  }
  // Every value or name is in the text, and is told once, or twice if it names a cell.
  hold(size <= 4 * text.size() + 200, "the answer is larger than the text");
}

// --- resolve --------------------------------------------------------------------------------------------------------

/// Plain values from bytes: any bytes are some value, and small changes of them are small changes of it.
class Values {
 public:
  explicit Values(Bytes bytes) : bytes_(bytes) {}

  bool done() const { return at_ >= bytes_.size(); }

  std::uint8_t byte() { return done() ? std::uint8_t{0} : bytes_[at_++]; }

  Value value(int depth = 0) {
    switch (byte() % (depth > 6 ? 6 : 9)) {
      case 0:
        return nullptr;
      case 1:
        return byte() % 2 == 0;
      case 2:
        return static_cast<double>(byte()) - 128;
      case 3: {
        double number = 0;
        std::uint8_t raw[sizeof number];
        for (std::uint8_t& one : raw) one = byte();
        std::memcpy(&number, raw, sizeof number);
        return number;
      }
      case 4:
        return text();
      case 5:
        return name();
      case 6: {
        Value::List list;
        for (std::size_t count = byte(); count > 0 && !done(); --count) list.push_back(value(depth + 1));
        return list;
      }
      default: {
        Value::Object object;
        for (std::size_t count = byte() % 16; count > 0 && !done(); --count) {
          std::string key = byte() % 8 ? name() : text();
          object.push_back({std::move(key), value(depth + 1)});
        }
        return object;
      }
    }
  }

 private:
  std::string text() {
    std::string found;
    for (std::size_t count = byte(); count > 0 && !done(); --count) found += static_cast<char>(byte());
    return found;
  }

  /// One of the names that the schema knows.
  std::string name() {
    static const char* const all[] = {
        "cell", "C",       "k",     "vr",  "vt",    "vpeak",    "a",    "b",    "c",         "d",     "kind",
        "rest", "initial", "at",    "v",   "u",     "stimulus", "step", "ramp", "amplitude", "onset", "duration",
        "from", "to",      "exact", "rk4", "euler", "solver",   "dt",   "edge", "after",     "I",     "__proto__"};
    return all[byte() % std::size(all)];
  }

  Bytes bytes_;
  std::size_t at_ = 0;
};

inline void check_resolved(const Experiment& current, const Resolved& resolved) {
  check_accepted(resolved.experiment);
  if (!resolved.problems.empty())
    hold(to_value(resolved.experiment) == to_value(current), "a refused edit changes the experiment");
  for (const Problem& problem : resolved.problems) {
    hold(is_code(problem.code), "a problem has an unknown code");
    check_end(problem.low);
    check_end(problem.high);
    hold(std::isfinite(problem.steps) && std::isfinite(problem.most_steps), "a number of steps is not finite");
    hold(in_english(problem).size() > 4, "a problem has no words");
    if (const double* number = problem.value.number()) hold(std::isfinite(*number), "a problem tells no number");
  }
}

/// Edits, one after the other; the form of 2003 after each.
inline void try_resolve(Bytes bytes) {
  Values values(bytes);
  Experiment current = presets()[values.byte() % presets().size()].runs[0];
  for (int edits = 0; edits < 4 && !values.done(); ++edits) {
    const Value partial = values.value();
    const Resolved resolved = resolve(current, partial);
    check_resolved(current, resolved);
    check_resolved(current, resolve_2003(current, partial));
    current = resolved.experiment;
    if (const auto form = form_2003(current))
      for (const double number : {form->a, form->b, form->c, form->d, form->v, form->u.value(), form->I.value_or(0)})
        hold(std::isfinite(number), "a form of 2003 has a number that is none");
  }
}

struct Door {
  const char* name;
  void (*attempt)(Bytes);
};
inline constexpr Door doors[] = {{"read", try_read}, {"resolve", try_resolve}};

}  // namespace izh::fuzz
