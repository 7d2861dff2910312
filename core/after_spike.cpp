#include "core/after_spike.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/passage.hpp"

namespace izh {

namespace {

constexpr double finest = 1e-9;  // of the range: how closely an edge is found

/// One place of the map. Where it is not defined, no spike follows, or none is found.
struct Place {
  double u, next, interval;
  bool defined;
};

std::string about(double x) { return rounded(x, 3); }

class Map {
 public:
  Map(const Cell& cell, double current, const MapRange& range) : passages_(cell, current), range_(range) {
    const auto points = static_cast<std::size_t>(range.points);
    std::vector<Place> coarse;
    for (std::size_t i = 0; i < points; ++i)
      coarse.push_back(
          at(i + 1 == points ? range.to : range.from + width() * static_cast<double>(i) / (range.points - 1)));
    span_ = height(coarse);
    left_ = 8 * points + 2000;
    places_.push_back(coarse.front());
    for (std::size_t i = 1; i < points; ++i) {
      between(coarse[i - 1], coarse[i]);
      places_.push_back(coarse[i]);
    }
  }

  AfterSpikeMap found(double current) {
    AfterSpikeMap result;
    result.current = current;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const Place& place = places_[i];
      const Place* before = i ? &places_[i - 1] : nullptr;
      if (!place.defined) {
        if (!before || before->defined) result.gaps.push_back({place.u, place.u});
        result.gaps.back().to = place.u;
        continue;
      }
      if (!before || !before->defined || broken(*before, place))
        result.pieces.push_back({});
      else if (above(*before) != above(place))
        note_fixed(result, *before, place);
      MapPiece& piece = result.pieces.back();
      piece.u.push_back(place.u);
      piece.next.push_back(place.next);
      piece.interval.push_back(place.interval);
    }
    result.text = text(result);
    return result;
  }

 private:
  double width() const { return range_.to - range_.from; }

  Place at(double u) const {
    const Passage passage = passages_.after(u);
    return {u, passage.state.u, passage.time, passage.next == Next::spike};
  }

  /// From the lowest value of the map to the highest.
  double height(const std::vector<Place>& places) const {
    double low = unbounded, high = -unbounded;
    for (const Place& place : places)
      if (place.defined) {
        low = std::min(low, place.next);
        high = std::max(high, place.next);
      }
    return high > low ? high - low : width();
  }

  bool narrow(const Place& left, const Place& right) const { return right.u - left.u <= finest * width(); }

  /// A jump that is still there when the places next to it cannot be told apart.
  bool broken(const Place& left, const Place& right) const {
    return narrow(left, right) && std::fabs(right.next - left.next) > 0.01 * span_;
  }

  /// Puts places between two where one of them is an edge, or the map changes much: those found while halving come
  /// ever closer to an edge or a jump, so that a curve through them reaches it.
  void between(const Place& left, const Place& right) {
    const bool edge = left.defined != right.defined;
    const bool steep = left.defined && right.defined && std::fabs(right.next - left.next) > 0.02 * span_;
    if (!(edge || steep) || narrow(left, right) || left_ == 0) return;
    --left_;
    const Place middle = at(left.u + (right.u - left.u) / 2);
    if (!(middle.u > left.u && middle.u < right.u)) return;
    between(left, middle);
    places_.push_back(middle);
    between(middle, right);
  }

  static bool above(const Place& place) { return place.next > place.u; }

  void note_fixed(AfterSpikeMap& result, Place low, Place high) const {
    for (int round = 0; round < 80; ++round) {
      const Place middle = at(low.u + (high.u - low.u) / 2);
      if (!(middle.u > low.u && middle.u < high.u) || !middle.defined) break;
      (above(middle) == above(low) ? low : high) = middle;
    }
    const double h = 1e-6 * width();
    const Place left = at(low.u - h), right = at(low.u + h);
    const Place& from = left.defined ? left : low;
    const Place& to = right.defined ? right : low;
    if (!(to.u > from.u)) return;
    result.fixed_u.push_back(low.u);
    result.fixed_slope.push_back((to.next - from.next) / (to.u - from.u));
    intervals_.push_back(low.interval);
  }

  std::string text(const AfterSpikeMap& map) const;

  Passages passages_;
  MapRange range_;
  double span_ = 0.0;
  std::size_t left_ = 0;  // places that may still be added
  std::vector<Place> places_;
  mutable std::vector<double> intervals_;
};

/// What the slope at a meeting with the diagonal means.
std::string meaning(double slope, double interval) {
  const double size = std::fabs(slope);
  const std::string sides = slope < 0 ? "alternating from side to side" : "from one side";
  const std::string with = size < 1e-3 ? "almost level" : "with slope " + about(slope);
  if (size < 1)
    return with + ": trains nearby settle to tonic firing, a spike every " + about(interval) + " ms" +
           (size < 0.01 ? ", at once." : ", " + sides + ".");
  return with + ", steeper than the diagonal: tonic firing does not last there, and trains move away from it, " +
         sides + ".";
}

std::string Map::text(const AfterSpikeMap& map) const {
  const std::string from = about(range_.from), to = about(range_.to) + " pA";
  if (map.pieces.empty()) return "From no u between " + from + " and " + to + " does a spike follow.";
  std::string result;
  if (map.fixed_u.empty())
    result = "Between u = " + from + " and " + to + " the map does not meet the diagonal, so no tonic firing is there.";
  for (std::size_t i = 0; i < map.fixed_u.size(); ++i)
    result += (i ? " Again at u = " : "The map meets the diagonal at u = ") + about(map.fixed_u[i]) + " pA, " +
              meaning(map.fixed_slope[i], intervals_[i]);
  if (map.gaps.empty()) return result + " From every u shown a spike follows.";
  result += " No spike follows from u";
  for (std::size_t i = 0; i < map.gaps.size(); ++i) {
    const Gap& gap = map.gaps[i];
    const std::string low = about(gap.from) + " pA", high = about(gap.to) + " pA";
    result += i ? ", or " : " ";
    result += gap.to == range_.to       ? "= " + low + " on"
              : gap.from == range_.from ? "up to " + high
                                        : low + " to " + high;
  }
  return result + ": a train that comes there ends.";
}

}  // namespace

AfterSpikeMap after_spike_map(const Cell& cell, double current, const MapRange& range) {
  if (!(std::isfinite(current) && std::isfinite(range.from) && std::isfinite(range.to) && range.from < range.to))
    throw std::invalid_argument("after_spike_map: needs a finite current and a range from low to high");
  if (!(range.points >= 2 && range.points <= 2000))
    throw std::invalid_argument("after_spike_map: needs 2 to 2000 points");
  return Map(cell, current, range).found(current);
}

}  // namespace izh
