#include "core/plane/after_spike.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/model/resolve.hpp"
#include "core/schema/require.hpp"
#include "core/solve/passage.hpp"

namespace izh {

namespace {

namespace say = map_texts;

constexpr double finest = 1e-9;  // of the range: how accurately an edge is located

// Solver steps for all points together: a stiff cell takes ten thousand from spike to spike, another about ten.
constexpr double steps_of_all = 1e6, steps_of_fixed = 1e6, steps_of_one = 5e4;

/// One point of the map: undefined where no spike follows, unknown where it takes too long to decide.
struct Place {
  double u, next, interval;
  bool defined, known;
};

class Map {
 public:
  Map(const Cell& cell, double current, const MapRange& range)
      : cell_(cell), current_(current), passages_(cell, current), range_(range) {
    const auto points = static_cast<std::size_t>(range.points);
    const std::vector<Place> coarse = coarsely(points);
    span_ = height(coarse);
    left_ = 8 * points + 2000;
    places_.push_back(coarse.front());
    for (std::size_t i = 1; i < coarse.size(); ++i) {
      between(coarse[i - 1], coarse[i]);
      places_.push_back(coarse[i]);
    }
  }

  AfterSpikeMap found(double current) {
    AfterSpikeMap result;
    result.current = current;
    repeats_ = all_repeat();
    steps_ = steps_of_fixed;
    for (std::size_t i = 0; i < places_.size(); ++i) {
      const Place& place = places_[i];
      const Place* before = i ? &places_[i - 1] : nullptr;
      if (!place.known) {
        if (!before || before->known) unknown_.push_back({place.u, place.u});
        unknown_.back().to = place.u;
        continue;
      }
      if (!place.defined) {
        if (!before || !before->known || before->defined) result.gaps.push_back({place.u, place.u});
        result.gaps.back().to = place.u;
        continue;
      }
      if (!before || !before->defined || broken(*before, place))
        result.pieces.push_back({});
      else if (!repeats_ && above(*before) != above(place))
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
    const Passage passage = passages_.after(u, std::max(0.0, std::min(steps_of_one, steps_)));
    steps_ -= passage.steps;
    return {u, passage.state.u, passage.time, passage.next == Next::spike, passage.next != Next::undecided};
  }

  /// Evenly spaced points, as many as the budget of steps allows: every eighth first, so that the whole range is
  /// covered.
  std::vector<Place> coarsely(std::size_t points) const {
    std::vector<std::optional<Place>> found(points);
    for (std::size_t stride = 8; stride > 0; stride /= 2)
      for (std::size_t i = 0; i < points; i += i + stride < points || i + 1 == points ? stride : points - 1 - i) {
        if (found[i] || (stride < 8 && !(steps_ > 0))) continue;
        found[i] =
            at(i + 1 == points ? range_.to : range_.from + width() * static_cast<double>(i) / (range_.points - 1));
        if (stride < 8 && !found[i]->known && !(steps_ > 0)) found[i].reset();
      }
    std::vector<Place> places;
    for (const std::optional<Place>& place : found)
      if (place) places.push_back(*place);
    return places;
  }

  /// The scale for u besides u itself: the current and the depth of the v-nullcline.
  double scale() const {
    const double p = cell_.vt - cell_.vr;
    return std::fabs(current_) + cell_.k * p * p / 4;
  }

  /// Whether the map is the diagonal itself, up to rounding.
  bool all_repeat() const {
    bool some = false;
    for (const Place& place : places_) {
      if (!place.known || !place.defined) continue;
      if (std::fabs(place.next - place.u) > 1e-12 * (std::fabs(place.u) + scale())) return false;
      some = true;
    }
    return some;
  }

  /// The height from the lowest value of the map to the highest [pA].
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

  /// A jump that remains when the points on either side of it are as close as they get.
  bool broken(const Place& left, const Place& right) const {
    return narrow(left, right) && std::fabs(right.next - left.next) > 0.01 * span_;
  }

  /// Adds points between two if an edge lies between them or the map changes a lot: halving approaches an edge or a
  /// jump, so that a curve through the points reaches it.
  void between(const Place& left, const Place& right) {
    if (!left.known || !right.known || !(steps_ > 0)) return;
    const bool edge = left.defined != right.defined;
    const bool steep = left.defined && right.defined && std::fabs(right.next - left.next) > 0.02 * span_;
    if (!(edge || steep) || narrow(left, right) || left_ == 0) return;
    --left_;
    const Place middle = at(left.u + (right.u - left.u) / 2);
    if (!(middle.u > left.u && middle.u < right.u) || !(middle.known || steps_ > 0)) return;
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
    const std::optional<double> slope = passages_.slope(low.u, steps_of_one);
    if (!slope || !std::isfinite(*slope)) return;
    result.fixed_u.push_back(low.u);
    result.fixed_slope.push_back(*slope);
    result.fixed_attracts.push_back(std::fabs(*slope) < 1 ? 1 : 0);
    intervals_.push_back(low.interval);
  }

  Text text(const AfterSpikeMap& map) const;
  std::vector<Text> parts(const std::vector<Gap>& gaps) const;

  Cell cell_;
  double current_;
  Passages passages_;
  MapRange range_;
  double span_ = 0.0;
  std::size_t left_ = 0;  // points that may still be added
  mutable double steps_ = steps_of_all;
  std::vector<Place> places_;
  std::vector<Gap> unknown_;
  bool repeats_ = false;
  mutable std::vector<double> intervals_;
};

/// What the slope at a fixed point means.
Text meaning(double slope, double interval) {
  const double size = std::fabs(slope);
  if (size >= 1) return slope < 0 ? say::leaves_alternating() : say::leaves();
  if (size < 0.01) return say::at_once(interval);
  return slope < 0 ? say::settles_alternating(interval) : say::settles(interval);
}

std::vector<Text> Map::parts(const std::vector<Gap>& gaps) const {
  std::vector<Text> all;
  for (const Gap& gap : gaps)
    all.push_back(gap.to == range_.to       ? say::from_on(gap.from)
                  : gap.from == range_.from ? say::up_to(gap.to)
                                            : say::between(gap.from, gap.to));
  return all;
}

Text Map::text(const AfterSpikeMap& map) const {
  const double from = range_.from, to = range_.to;
  if (map.pieces.empty() && unknown_.empty()) return say::silent(from, to);
  std::vector<Text> all;
  if (repeats_)
    all.push_back(say::diagonal());
  else if (map.fixed_u.empty() && unknown_.empty())
    all.push_back(say::apart(from, to));
  else if (map.pieces.empty())
    all.push_back(say::none_found(from, to));
  else if (map.fixed_u.empty())
    all.push_back(say::apart_known(from, to));
  for (std::size_t i = 0; i < map.fixed_u.size(); ++i) {
    const double u = map.fixed_u[i], slope = map.fixed_slope[i];
    if (std::fabs(slope) < 1e-3)
      all.push_back(i ? say::level_again(u) : say::level(u));
    else
      all.push_back(i ? say::meets_again(u, slope) : say::meets(u, slope));
    all.push_back(meaning(slope, intervals_[i]));
  }
  if (!map.gaps.empty()) all.push_back(say::gaps(parts(map.gaps)));
  if (!unknown_.empty()) all.push_back(say::unknown(parts(unknown_)));
  if (map.gaps.empty() && unknown_.empty()) all.push_back(say::everywhere());
  return sentences(all);
}

}  // namespace

AfterSpikeMap after_spike_map(const Cell& cell, double current, const MapRange& range) {
  require("after_spike_map", cell);
  require("after_spike_map", "current", current, valid_current, "pA");
  require_described("after_spike_map", range);
  require_ascending("after_spike_map", "from", range.from, "to", range.to);
  return Map(cell, current, range).found(current);
}

}  // namespace izh
