#include "wasm/read.hpp"

#include <algorithm>
#include <stdexcept>

#include "core/schema/merge.hpp"

namespace izh::border {

namespace {

/// Lists keep their length up to this, so that an error can state it.
constexpr std::size_t counted = 100000;
constexpr std::size_t most_numbers = 10000000;

}  // namespace

std::string Reader::text(std::size_t size) {
  const std::string found(reinterpret_cast<const char*>(at_), size);
  at_ += (size + sizeof(double) - 1) / sizeof(double);
  return found;
}

Value Reader::list(std::size_t count) {
  const auto [numbers, others] = next();
  Value::List items(std::min(count, counted));
  for (std::size_t i = 0; i < std::min<std::size_t>(numbers, items.size()); ++i) items[i] = at_[i];
  at_ += numbers;
  for (std::size_t i = numbers; i < numbers + others; ++i) {
    Value item = value();
    if (i < items.size()) items[i] = std::move(item);
  }
  return items;
}

Value Reader::value() {
  const auto [what, count] = next();
  switch (static_cast<Sent>(what)) {
    case Sent::no:
      return false;
    case Sent::yes:
      return true;
    case Sent::number:
      return *at_++;
    case Sent::text:
      return text(count);
    case Sent::list:
      return list(count);
    case Sent::object: {
      Value::Object members;
      members.reserve(count);
      for (std::size_t i = 0; i < count; ++i) {
        std::string key = text(next().count);
        members.push_back({std::move(key), value()});
      }
      return members;
    }
    case Sent::experiment:
      return to_value(given_in(count).experiment);
    case Sent::stimulus: {
      const auto [place, number] = next();
      return value_of(&given_in(place).experiment.stimulus.at(number), shape<Stimulus>());
    }
    case Sent::stimuli:
      return *to_value(given_in(count).experiment).find("stimulus");
    default:
      return nullptr;
  }
}

const Value& Reader::held_value() {
  static Value held;
  return held = value();
}

template <>
Experiment Reader::argument<Experiment>(const std::string& what) {
  const Head first = head();
  if (first.what == static_cast<std::uint32_t>(Sent::experiment)) return given_in(first.count).experiment;
  return border::argument<Experiment>(held_value(), what);
}

template <>
std::vector<Stimulus> Reader::argument<std::vector<Stimulus>>(const std::string& what) {
  const Head first = head();
  if (first.what == static_cast<std::uint32_t>(Sent::stimuli)) return given_in(first.count).experiment.stimulus;
  return border::argument<std::vector<Stimulus>>(held_value(), what);
}

template <>
std::vector<double> Reader::argument<std::vector<double>>(const std::string& what) {
  const Head first = head();
  if (first.what != static_cast<std::uint32_t>(Sent::list))
    return border::argument<std::vector<double>>(held_value(), what);
  if (first.count > most_numbers)
    throw std::invalid_argument(what + " is too long (allowed: at most 10000000 numbers).");
  ++at_;
  const auto [numbers, others] = next();
  std::vector<double> found(at_, at_ + numbers);
  at_ += numbers;
  // What follows is not a number.
  for (std::size_t i = numbers; i < numbers + others; ++i)
    border::argument<double>(held_value(), what + "[" + std::to_string(i) + "]");
  return found;
}

}  // namespace izh::border
