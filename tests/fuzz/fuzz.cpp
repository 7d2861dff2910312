// tests/fuzz/fuzz.cpp: calls every function that JavaScript may call with arguments of every shape, and checks that
// what it refuses is refused at once, in words; that what it accepts comes to an end; and that no number returned is
// infinite or NaN.
//
//   izh_fuzz                 for as many seconds as IZH_FUZZ_SECONDS says (12)
//   izh_fuzz 5               with another seed
//   izh_fuzz 1 4711          only call number 4711 of seed 1
//
// The calls are made in a process of their own, which is ended if one takes too long; since machines are busy, that
// counts only if it takes too long three times. Time is processor time.
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <map>
#include <tuple>

#include "tests/fuzz/make.hpp"
#include "tests/told.hpp"
#include "wasm/arguments.hpp"
#include "wasm/bound.hpp"

namespace izh::fuzz {
namespace {

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IZH_SANITIZED
#endif
#endif
#ifdef IZH_SANITIZED
constexpr double slowed = 30;  // times, at most, by clang's sanitizers
#else
constexpr double slowed = 1;
#endif

constexpr double refused_within = slowed * 0.1, answered_within = slowed * 1.0;  // seconds
constexpr double hangs = slowed * 20;  // seconds of wall-clock time, for one call
constexpr int repeats = 3;

double processor() {
  timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

double clock_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// --- valid arguments, by type and by name ---------------------------------------------------------------------------

double number_called(Chance& chance, const std::string& name) {
  const auto one_of = [&](std::initializer_list<double> all) { return all.begin()[chance.below(all.size())]; };
  if (name == "length") return one_of({1e-3, 0.5, 5, 500, 1e5});
  if (name == "hold") return one_of({100, 1000, 5000, 1e5});
  if (name == "budget") return one_of({1, 100, 1e4, 2e5});
  if (name == "down") return one_of({0, 1});
  if (name == "at") return one_of({0, 0, 1, 7});
  if (name == "first") return one_of({0, 0, 1, 7, 100});
  if (name == "count") return one_of({0, 1, 2, 5});
  if (name == "time" || name == "duration") return one_of({0, 1, 100, 500, 1000, 1e5});
  if (chance.below(4) == 0) return chance.magnitude(1e-9, 1e9) * (chance.below(3) ? 1 : -1);
  return one_of({0, 1e-6, 51.428571, 52, 70, 160.2, 346.5, 350.3, 600, 1e4, 1e5, 1e6, -100, -1e6});
}

/// The items of a list called `name`: only a few where each takes long.
Value::List list_called(Chance& chance, const std::string& name) {
  Value::List list;
  const bool slow = name == "currents" || name == "amplitudes" || name == "durations" || name == "values";
  const std::size_t count = slow ? chance.below(4) : chance.below(30) == 0 ? 3000 : chance.below(40);
  const bool ascending = name == "spikes" || name.find("value") != std::string::npos;
  double at = name == "spikes" ? 100 : 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (ascending)
      list.push_back(at += chance.below(10) ? chance.magnitude(1e-3, 100) : 0.0);
    else if (name == "durations")
      list.push_back(chance.magnitude(1e-3, 1e5));
    else
      list.push_back(number_called(chance, name));
  }
  return list;
}

/// A cell as text, in one of several notations.
std::string cell_text(Chance& chance) {
  const Value experiment = valid_experiment(chance);
  const bool table = chance.below(4) == 0, quotes = chance.below(2) == 0;
  std::string text = quotes ? "{" : "", row;
  for (const Member& member : *experiment.find("cell")->object()) {
    const std::string number = readable(*member.value.number());
    if (table) {
      text += member.key + "\t";
      row += number + "\t";
    } else {
      text += quotes ? "'" + member.key + "': " + number + ", " : member.key + "=" + number + " ";
    }
  }
  return table ? text + "\n" + row : text;
}

template <class T>
Value valid_argument(Chance& chance, const std::string& name) {
  if constexpr (std::is_same_v<T, double>)
    return number_called(chance, name);
  else if constexpr (std::is_same_v<T, std::vector<double>>)
    return list_called(chance, name);
  else if constexpr (std::is_same_v<T, Experiment>)
    return valid_experiment(chance);
  else if constexpr (std::is_same_v<T, Cell>)
    return *valid_experiment(chance).find("cell");
  else if constexpr (std::is_same_v<T, std::vector<Stimulus>>)
    return *valid_experiment(chance).find("stimulus");
  else if constexpr (std::is_same_v<T, Value>)
    return name == "partial_2003" ? valid(chance, shape<Form2003>())
           : chance.below(3)      ? valid(chance, chance.below(2) ? shape<Experiment>() : shape<Sweep>())
                                  : Value(nullptr);
  else if constexpr (std::is_same_v<T, std::string>) {
    if (name == "mark") return chance.below(2) ? "." : ",";
    if (name == "text") return cell_text(chance);
    const char* const all[] = {"current", "C", "k", "b", "sweep", "map_range", "protocol", "current_range"};
    return all[chance.below(std::size(all))];
  } else if constexpr (std::is_same_v<T, Span>) {
    const double start = number_called(chance, "time");
    return Value::Object{{"start", start}, {"end", start + chance.magnitude(1e-3, 1e5)}};
  } else
    return valid(chance, shape<T>());
}

// --- a typed argument with one of its numbers spoilt: what C++ may pass, where no value has been read
// -----------------

void collect(void* object, const Shape& shape, std::vector<double*>& numbers) {
  const bool variant = shape.is_variant();
  const Shape& fields = variant ? *shape.kinds[shape.index(object)].shape : shape;
  void* active = variant ? const_cast<void*>(shape.active(object)) : object;
  for (const Entry& entry : fields.fields) {
    void* member = entry.in(active);
    if (entry.type == Entry::Type::number) numbers.push_back(static_cast<double*>(member));
    if (entry.type == Entry::Type::optional_number) {
      auto& maybe = *static_cast<std::optional<double>*>(member);
      if (!maybe) maybe = 1.0;
      numbers.push_back(&*maybe);
    }
    if (entry.type == Entry::Type::part) collect(member, *entry.shape, numbers);
    if (entry.type == Entry::Type::list)
      for (std::size_t i = 0; i < entry.list->size(member); ++i)
        collect(const_cast<void*>(entry.list->at(member, i)), *entry.shape, numbers);
  }
}

template <class T>
void numbers_of(T& argument, std::vector<double*>& numbers) {
  if constexpr (std::is_same_v<T, double>)
    numbers.push_back(&argument);
  else if constexpr (std::is_same_v<T, std::vector<double>>)
    for (double& one : argument) numbers.push_back(&one);
  else if constexpr (std::is_same_v<T, std::vector<Stimulus>>)
    for (Stimulus& one : argument) collect(&one, shape<Stimulus>(), numbers);
  else if constexpr (!std::is_same_v<T, Value> && !std::is_same_v<T, std::string>)
    collect(&argument, shape<T>(), numbers);
}

// --- what comes back ------------------------------------------------------------------------------------------------

/// Where a result contains a number that is not finite; empty if all is well.
std::string strange(double number) { return std::isfinite(number) ? "" : " is " + readable(number); }
std::string strange(const std::string& words) {
  for (const char* bad : {"NaN", "nan ", "infinity", " inf "})
    if (words.find(bad) != std::string::npos) return " says \"" + words.substr(0, 300) + "\"";
  return "";
}

std::string strange(const Text& text) {
  std::string found;
  for (const Argument& one : text.arguments) {
    if (found.empty()) found = strange(one.number);
    for (const Text& inner : one.texts)
      if (found.empty()) found = strange(inner);
  }
  if (!text.empty()) declaration_of(text);  // throws if it is not listed
  return found.empty() ? "" : std::string(" says ") + text.id + found;
}

std::string strange(const void* object, const Shape& shape) {
  const bool variant = shape.is_variant();
  const Shape& fields = variant ? *shape.kinds[shape.index(object)].shape : shape;
  const void* active = variant ? shape.active(object) : object;
  for (const Entry& entry : fields.fields) {
    const void* member = entry.in(active);
    std::string found;
    if (entry.type == Entry::Type::number) found = strange(*static_cast<const double*>(member));
    if (entry.type == Entry::Type::optional_number)
      if (const auto& maybe = *static_cast<const std::optional<double>*>(member)) found = strange(*maybe);
    if (entry.type == Entry::Type::text) found = strange(*static_cast<const std::string*>(member));
    if (entry.type == Entry::Type::said) found = strange(*static_cast<const Text*>(member));
    if (entry.type == Entry::Type::samples) {
      const auto& samples = *static_cast<const std::vector<double>*>(member);
      for (std::size_t i = 0; i < samples.size() && found.empty(); ++i)
        if (!std::isfinite(samples[i])) found = "[" + std::to_string(i) + "]" + strange(samples[i]);
    }
    if (entry.type == Entry::Type::part) found = strange(member, *entry.shape);
    if (entry.type == Entry::Type::list)
      for (std::size_t i = 0; i < entry.list->size(member) && found.empty(); ++i)
        found = strange(entry.list->at(member, i), *entry.shape);
    if (!found.empty()) return std::string(".") + entry.name + found;
  }
  return "";
}

std::string strange(const Value& value) {
  std::string found;
  if (const double* number = value.number()) return strange(*number);
  if (const Value::List* list = value.list())
    for (std::size_t i = 0; i < list->size() && found.empty(); ++i) found = strange((*list)[i]);
  if (const Value::Object* object = value.object())
    for (const Member& member : *object)
      if (found.empty()) found = strange(member.value);
  return found;
}

std::string strange(const std::vector<Problem>& problems) {
  for (const Problem& problem : problems) {
    if (std::string found = strange(problem.value); !found.empty()) return ".problems.value" + found;
    for (const auto& end : {problem.low, problem.high})
      if (end && !std::isfinite(*end)) return ".problems: its range" + strange(*end);
    if (in_english(problem).size() < 4) return ".problems: without words";
  }
  return "";
}

template <class R>
std::string walked(const R& result) {
  if constexpr (std::is_same_v<R, double> || std::is_same_v<R, std::string> || std::is_same_v<R, Value>)
    return strange(result);
  else if constexpr (std::is_same_v<R, Resolved>)
    return strange(&result.experiment, shape<Experiment>()) + strange(result.problems);
  else if constexpr (std::is_same_v<R, Question>)
    return strange(result.value) + strange(result.problems);
  else if constexpr (requires { result.has_value(); })
    return result ? walked(*result) : "";
  else if constexpr (requires { result.begin(); }) {
    std::string found;
    for (const auto& one : result)
      if (found.empty()) found = walked(one);
    return found;
  } else
    return strange(&result, shape<R>());
}

// --- one call -------------------------------------------------------------------------------------------------------

struct Verdict_ {
  bool refused = false;
  std::string fault;   // what is wrong with it
  double seconds = 0;  // processor time
  std::string call;    // as text
  std::size_t length = 0;
};

template <auto function, class R, class... A, std::size_t... i>
Verdict_ called(const Bound<function>& bound, R (*)(A...), Chance& chance, std::index_sequence<i...>) {
  Verdict_ verdict;
  const border::Called as{bound.name, bound.arguments};
  [[maybe_unused]] const auto name = [&](std::size_t index) {
    const std::string whole = as.of(index);
    return whole.substr(whole.find(": ") + 2);
  };
  std::vector<Value> values{valid_argument<std::decay_t<A>>(chance, name(i))...};
  const std::size_t kind = values.empty() ? 0 : chance.below(10);
  if (kind >= 6 && kind <= 7) spoil(chance, values[chance.below(values.size())]);
  if (kind == 8)
    for (Value& value : values) value = junk(chance);
  verdict.call = bound.name + std::string("(");
  for (std::size_t at = 0; at < values.size(); ++at) verdict.call += (at ? ", " : "") + text(values[at]);
  verdict.call += ")";
  for (const Value& value : values)
    if (value.list()) verdict.length += value.list()->size();

  const double began = processor();
  const auto finish = [&] { verdict.seconds = processor() - began; };
  try {
    std::tuple<std::decay_t<A>...> typed{border::argument<std::decay_t<A>>(values[i], as.of(i))...};
    // These three check nothing: everything comes in through `resolve`, and the others are called within every search,
    // with what has come through it.
    const std::string called_name = bound.name;
    const bool unchecked = called_name == "resolve" || called_name == "initial_state" || called_name == "rest_state";
    if (kind == 9 && !unchecked) {
      std::vector<double*> numbers;
      (numbers_of(std::get<i>(typed), numbers), ...);
      if (!numbers.empty()) {
        double& one = *numbers[chance.below(numbers.size())];
        one = odd_number(chance);
        verdict.call += ", number " + std::to_string(&one - *numbers.begin()) + " made " + readable(one);
      }
    }
    if constexpr (std::is_same_v<R, void>) {
      function(std::get<i>(typed)...);
      finish();
    } else {
      const auto& result = function(std::get<i>(typed)...);
      finish();
      verdict.fault = walked(result);
      if (!verdict.fault.empty()) verdict.fault = "comes back with a number that is none: result" + verdict.fault;
    }
  } catch (const std::invalid_argument& error) {
    finish();
    verdict.refused = true;
    const std::string message = error.what();
    if (message.find(": ") == std::string::npos || message.size() < 12 || message.size() > 3000)
      verdict.fault = "refuses in unclear words: " + message.substr(0, 300);
    if (message.find("-infinity to") != std::string::npos) verdict.fault = "prints a range to infinity: " + message;
  } catch (const std::exception& error) {
    finish();
    verdict.fault = std::string("throws what is no refusal: ") + error.what();
  }
  return verdict;
}

using Call = std::function<Verdict_(Chance&)>;
struct Named {
  const char* name;
  Call call;
};

std::vector<Named> all_calls() {
  std::vector<Named> all;
  each_bound([&]<auto function>(const Bound<function>& bound) {
    const auto run = [bound]<class R, class... A>(R (*pointer)(A...), Chance& chance) {
      return called(bound, pointer, chance, std::index_sequence_for<A...>());
    };
    all.push_back({bound.name, [run](Chance& chance) { return run(function, chance); }});
  });
  return all;
}

/// How long a call may take; for calls that work through a list, per item.
double allowed(const Verdict_& verdict) {
  return verdict.refused ? refused_within
                         : answered_within *
                               static_cast<double>(std::max<std::size_t>(1, std::min<std::size_t>(verdict.length, 4)));
}

// --- many calls, watched --------------------------------------------------------------------------------------------

struct Shared {
  std::atomic<long> call;
  std::atomic<double> began;
  std::atomic<long> made, refused, faults;
  std::array<std::atomic<double>, 200> longest;
};

Verdict_ make(const std::vector<Named>& all, std::uint64_t seed, long index) {
  Chance chance(seed * 0x9E3779B97F4A7C15u + static_cast<std::uint64_t>(index) * 0xD1B54A32D192ED03u);
  chance.bits();
  return all[static_cast<std::size_t>(index) % all.size()].call(chance);
}

void report(std::uint64_t seed, long index, const std::string& what, const std::string& call) {
  std::printf("izh_fuzz %llu %ld: %s\n    %s\n", static_cast<unsigned long long>(seed), index, what.c_str(),
              call.substr(0, 3000).c_str());
  std::fflush(stdout);
}

/// The number of calls made however busy the machine is.
long least(const std::vector<Named>& all) { return 6 * static_cast<long>(all.size()); }

/// Makes calls from `first` on until the time is up; in the child process.
void work(const std::vector<Named>& all, Shared& shared, std::uint64_t seed, long first, long last, double until) {
  for (long index = first; index < last && (clock_now() < until || index < least(all)); ++index) {
    shared.began = clock_now();
    shared.call = index;
    Verdict_ verdict = make(all, seed, index);
    for (int again = 1; again < repeats && verdict.fault.empty() && verdict.seconds > allowed(verdict); ++again) {
      shared.began = clock_now();
      verdict = make(all, seed, index);
    }
    if (verdict.fault.empty() && verdict.seconds > allowed(verdict))
      verdict.fault = (verdict.refused ? "is refused after " : "takes ") + rounded(verdict.seconds, 3) + " s";
    if (!verdict.fault.empty()) {
      report(seed, index, verdict.fault, verdict.call);
      shared.faults += 1;
    }
    shared.made += 1;
    if (verdict.refused) shared.refused += 1;
    auto& longest = shared.longest[static_cast<std::size_t>(index) % all.size()];
    if (verdict.seconds > longest) longest = verdict.seconds;
  }
  shared.call = -1;
}

/// Runs `work` in a process of its own; the number of the call that hung or broke it, or -1.
long watched(const std::vector<Named>& all, Shared& shared, std::uint64_t seed, long first, long last, double until,
             bool& hung) {
  shared.call = first;
  shared.began = clock_now();
  std::fflush(stdout);
  const pid_t child = fork();
  if (child == 0) {
    work(all, shared, seed, first, last, until);
    std::fflush(stdout);
    _exit(0);
  }
  for (;;) {
    int status = 0;
    if (waitpid(child, &status, WNOHANG) == child) {
      hung = false;
      return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? -1 : shared.call.load();
    }
    if (clock_now() - shared.began > hangs) {
      kill(child, SIGKILL);
      waitpid(child, &status, 0);
      hung = true;
      return shared.call;
    }
    usleep(5000);
  }
}

int everything(std::uint64_t seed, double seconds) {
  const std::vector<Named> all = all_calls();
  auto* shared =
      new (mmap(nullptr, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0)) Shared{};
  const double until = clock_now() + seconds;
  bool hung = false;
  for (long first = 0; clock_now() < until || first < least(all);) {
    const long tripped = watched(all, *shared, seed, first, 2000000000, until, hung);
    if (tripped < 0) break;
    int trips = 1;
    for (bool again = true; again && trips < repeats; trips += again)
      again = watched(all, *shared, seed, tripped, tripped + 1, clock_now() + 60, hung) >= 0;
    if (trips == repeats) {
      report(seed, tripped,
             std::string(hung ? "hangs: " : "breaks the process: ") +
                 all[static_cast<std::size_t>(tripped) % all.size()].name,
             "(izh_fuzz with these two numbers makes the call alone)");
      shared->faults += 1;
    }
    first = tripped + 1;
  }
  std::printf("%ld calls of %zu functions, %ld refused, %ld faults; the longest:", shared->made.load(), all.size(),
              shared->refused.load(), shared->faults.load());
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < all.size(); ++i) order.push_back(i);
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return shared->longest[a] > shared->longest[b]; });
  for (std::size_t i = 0; i < 8; ++i) std::printf(" %s %.3f s", all[order[i]].name, shared->longest[order[i]].load());
  std::printf("\n");
  // Every function must have had its turn, with some calls of both sorts; otherwise this tests nothing.
  const bool enough =
      shared->made >= least(all) / 2 && shared->refused > shared->made / 10 && shared->refused < shared->made * 9 / 10;
  if (!enough) std::printf("too few calls to tell\n");
  return shared->faults == 0 && enough ? 0 : 1;
}

}  // namespace
}  // namespace izh::fuzz

int main(int count, char** arguments) {
  using namespace izh::fuzz;
  const std::uint64_t seed = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 1;
  if (count > 2) {
    const Verdict_ verdict = make(all_calls(), seed, std::atol(arguments[2]));
    std::printf("%s\n%s in %.3f s%s%s\n", verdict.call.c_str(), verdict.refused ? "refused" : "answered",
                verdict.seconds, verdict.fault.empty() ? "" : "; ", verdict.fault.c_str());
    return verdict.fault.empty() ? 0 : 1;
  }
  const char* given = std::getenv("IZH_FUZZ_SECONDS");
  return everything(seed, given ? std::atof(given) : 12);
}
