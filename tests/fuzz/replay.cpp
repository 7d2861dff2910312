// tests/fuzz/replay.cpp: gives each door every case of its corpus, and changes of it that are always the same, and
// checks how long each takes.
//
//   izh_replay tests/fuzz/corpus
#include <algorithm>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

#include "tests/chance.hpp"
#include "tests/fuzz/doors.hpp"

namespace izh::fuzz {
namespace {

using Case = std::vector<std::uint8_t>;

constexpr double longest = 0.1;  // seconds of processor time
constexpr int changes = 1000;    // of each case

std::vector<Case> cases_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<Case> all;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    all.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return all;
}

/// A case with some bytes changed, taken out, repeated, or followed by some of another.
Case changed(Chance& chance, Case one, const Case& other) {
  for (std::size_t i = 1 + chance.below(4); i > 0 && !one.empty(); --i) {
    const auto at = one.begin() + static_cast<std::ptrdiff_t>(chance.below(one.size()));
    const auto end = at + static_cast<std::ptrdiff_t>(
                              chance.below(std::min<std::size_t>(32, static_cast<std::size_t>(one.end() - at)) + 1));
    switch (chance.below(5)) {
      case 0:
        *at = static_cast<std::uint8_t>(chance.bits());
        break;
      case 1:
        *at = static_cast<std::uint8_t>("=:,;{}()[]<>\"'\n\t 0.e-/"[chance.below(23)]);
        break;
      case 2:
        one.erase(at, end);
        break;
      case 3:
        one.insert(one.end(), at, end);
        break;
      default: {
        const std::size_t from = other.empty() ? 0 : chance.below(other.size());
        one.insert(one.end(), other.begin() + static_cast<std::ptrdiff_t>(from), other.end());
      }
    }
  }
  return one;
}

double seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// Gives a case to a door; false, with a message, if it takes too long three times.
bool in_time(const Door& door, const Case& one) {
  double took = 0;
  for (int i = 0; i < 3; ++i) {
    const double began = seconds();
    door.attempt(one);
    took = seconds() - began;
    if (took <= longest) return true;
  }
  std::fprintf(stderr, "%s takes %g s for %zu bytes\n", door.name, took, one.size());
  return false;
}

int replay(const std::filesystem::path& corpus) {
  bool good = true;
  for (const Door& door : doors) {
    const std::vector<Case> cases = cases_in(corpus / door.name);
    hold(cases.size() >= 10, "the corpus is missing");
    Chance chance(1);
    std::size_t count = 0;
    for (const Case& one : cases) {
      good = in_time(door, one) && good;
      for (int i = 0; i < changes; ++i, ++count)
        good = in_time(door, changed(chance, one, cases[chance.below(cases.size())])) && good;
    }
    std::printf("%s: %zu cases and %zu changes of them\n", door.name, cases.size(), count);
  }
  // What is longest for its kind, up to the limit of length.
  for (const char* part : {"{",       "[",
                           "(",       "C=",
                           "C:1 ",    "a ",
                           "\t",      " ",
                           "\n",      "<",
                           "<a b='",  "<izhikevich2007Cell ",
                           "'",       "setNeuronParameters(",
                           "/*",      "C\tk\tvr\n",
                           "1,",      "{C:1}",
                           "&amp;",   "\xe2\x88\x92",
                           "1e",      "C (",
                           "RS: C=1 "}) {
    Case one{0};
    while (one.size() < 65000) one.insert(one.end(), part, part + std::strlen(part));
    good = in_time(doors[0], one) && good;
  }
  Case huge(5 << 20, 'C');
  return in_time(doors[0], huge) && good ? 0 : 1;
}

}  // namespace
}  // namespace izh::fuzz

int main(int count, char** arguments) { return count == 2 ? izh::fuzz::replay(arguments[1]) : 2; }
