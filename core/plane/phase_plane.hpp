// core/plane/phase_plane.hpp: the fixed points, the nullclines and the flow of a cell at one steady current. With w = v
// - vr and p = vt - vr the nullclines are u = k w (w - p) + I and u = b w.
#pragma once

#include <optional>
#include <tuple>
#include <vector>

#include "core/model/cell.hpp"
#include "core/schema/text.hpp"

namespace izh {

enum class Stability { stable_node, stable_focus, unstable_node, unstable_focus, saddle, degenerate };

inline const char* names(Stability kind) {
  constexpr const char* all[] = {"stable node",    "stable focus", "unstable node",
                                 "unstable focus", "saddle",       "degenerate"};
  return all[static_cast<std::size_t>(kind)];
}

inline constexpr std::size_t stabilities = 6;

/// A fixed point, and the eigenvalues of the flow around it [1/ms]: real_1 ± i imaginary for a focus, real_1 and real_2
/// (the larger in magnitude first) otherwise.
struct FixedPoint {
  double v = 0.0, u = 0.0;
  Stability kind = Stability::stable_node;
  double trace = 0.0, determinant = 0.0;  // 1/ms, 1/ms²
  double real_1 = 0.0, real_2 = 0.0, imaginary = 0.0;
  std::optional<double> frequency;  // Hz, of a focus
  Text text;
};

template <>
inline constexpr auto fields<FixedPoint> = std::tuple{
    result(&FixedPoint::v, "v", "mV", "Membrane potential."),
    result(&FixedPoint::u, "u", "pA", "Recovery current."),
    choice(&FixedPoint::kind, "kind", "How the flow around it moves."),
    result(&FixedPoint::trace, "trace", "1/ms", "Sum of the eigenvalues."),
    result(&FixedPoint::determinant, "determinant", "1/ms²", "Product of the eigenvalues."),
    result(&FixedPoint::real_1, "real_1", "1/ms", "Real part of the first eigenvalue."),
    result(&FixedPoint::real_2, "real_2", "1/ms", "Real part of the second eigenvalue."),
    result(&FixedPoint::imaginary, "imaginary", "1/ms", "Imaginary part of the first eigenvalue, 0 or more."),
    result(&FixedPoint::frequency, "frequency", "Hz", "Frequency at which it rings, of a focus."),
    said(&FixedPoint::text, "text", "What it is, in words."),
};

/// What a fixed point is, as part of a sentence.
namespace point_texts {

inline constexpr Says time{"point.time", slot::measured("time", "ms")};
inline constexpr Says long_time{"point.long_time"};  // more than 1e15 ms
inline constexpr Says stable_focus{"point.stable_focus", slot::measured("frequency", "Hz"), slot::text("time")};
inline constexpr Says unstable_focus{"point.unstable_focus", slot::measured("frequency", "Hz"), slot::text("time")};
inline constexpr Says stable_node{"point.stable_node", slot::text("first"), slot::text("second")};
inline constexpr Says unstable_node{"point.unstable_node", slot::text("first"), slot::text("second")};
inline constexpr Says saddle{"point.saddle", slot::text("attracts"), slot::text("repels")};
inline constexpr Says still{"point.still"};  // a = 0
inline constexpr Says met{"point.met"};      // rest and saddle coincide
inline constexpr Says turns{"point.turns"};  // nearby orbits circle it

inline constexpr std::tuple all{time,   long_time, stable_focus, unstable_focus, stable_node, unstable_node,
                                saddle, still,     met,          turns};

}  // namespace point_texts

/// Fixed points of `cell` under the steady current I [pA], lowest v first: two, one (at I_SN itself) or none. They are
/// the crossings of the nullclines, the roots of a quadratic in v, so exact up to rounding; so are the eigenvalues.
/// With a = 0, u is constant and every point of the v-nullcline is a fixed point; those on the u-nullcline are
/// returned, as degenerate. Throws std::invalid_argument when I is not finite. Source: Izhikevich (2007), Dynamical
/// Systems in Neuroscience, ch. 4.
std::vector<FixedPoint> fixed_points(const Cell& cell, double current);

/// A point on the stable manifold of the saddle, the second of two `points`, on the side of higher (`side` = 1) or
/// lower v (-1). It lies along the eigenvector, at 1e-6 of the distance between the fixed points, and so is off the
/// manifold by a relative 1e-12, which decays in backward time.
State beside_saddle(const Cell& cell, const std::vector<FixedPoint>& points, double side);

/// The part of the plane to compute, and how finely.
struct PlaneWindow {
  double v_low = -80.0, v_high = 40.0, u_low = -100.0, u_high = 200.0;
  double points = 200.0;  // along a nullcline
  double arrows = 12.0;   // along each side
  double straight = 0.0;  // 1: u_low and u_high are heights above the u-nullcline, which is drawn as the axis
};

template <>
inline constexpr auto fields<PlaneWindow> = std::tuple{
    number(&PlaneWindow::v_low, "v_low", "mV", hard{-1e6, 1e6}, usual{-90, 40}, "Lowest v."),
    number(&PlaneWindow::v_high, "v_high", "mV", hard{-1e6, 1e6}, usual{-90, 60}, "Highest v."),
    number(&PlaneWindow::u_low, "u_low", "pA", hard{-1e9, 1e9}, usual{-400, 400}, "Lowest u."),
    number(&PlaneWindow::u_high, "u_high", "pA", hard{-1e9, 1e9}, usual{-400, 800}, "Highest u."),
    number(&PlaneWindow::points, "points", "", hard{2, 2000}, usual{50, 500}, "Points along a nullcline."),
    number(&PlaneWindow::arrows, "arrows", "", hard{0, 60}, usual{0, 30}, "Arrows along each side."),
    number(&PlaneWindow::straight, "straight", "", hard{0, 1}, usual{0, 1}, "1: u is counted from the u-nullcline."),
};

/// The least window in v and u that contains `window`, which may be straight.
PlaneWindow enclosing(const Cell& cell, const PlaneWindow& window);

/// Throws std::invalid_argument when the window is empty or reversed, or a number is not finite or out of its range.
void check(const PlaneWindow& window, double current);

/// The flow at one steady current. All closed forms: exact up to rounding.
/// With w = v - vr, the parabola stands k w² - (k p + b) w + I over the line: k (v - v*)² + I - I_SN, with the least
/// value at v* = (b/k + vr + vt)/2. That says something of firing unless u is constant (a = 0) or v* is beyond vpeak:
/// then `above` is none.
struct PhasePlane {
  double current = 0.0;
  std::vector<double> v;            // evenly spaced over the window
  std::vector<double> v_nullcline;  // u at which dv/dt = 0, at each v: a parabola
  std::vector<double> u_nullcline;  // u at which du/dt = 0, at each v: a line
  double slope = 0.0;               // nS: of that line, b
  std::vector<FixedPoint> fixed_points;
  std::vector<double> arrow_v, arrow_u;     // the centres of a grid of cells, row by row from the lowest u
  std::vector<double> arrow_dv, arrow_du;   // dv/dt and du/dt there
  std::optional<double> invariant_current;  // pA: I* of closed_forms.hpp, where the parabola is invariant
  double touch_v = 0.0,
         touch_u = 0.0;  // where the nullclines touch at I_SN, at any other current the place on the line
  std::optional<double>
      above;               // pA: I - I_SN, the height of the parabola over the line there, if positive the smallest
  double invariant = 0.0;  // 1: the current is I* to six digits, as closely as a plot can show
};

template <>
inline constexpr auto fields<PhasePlane> = std::tuple{
    result(&PhasePlane::current, "current", "pA", "The steady current."),
    samples(&PhasePlane::v, "v", "mV", "Membrane potential along the nullclines."),
    samples(&PhasePlane::v_nullcline, "v_nullcline", "pA", "u at which v stands still."),
    samples(&PhasePlane::u_nullcline, "u_nullcline", "pA", "u at which u stands still."),
    result(&PhasePlane::slope, "slope", "nS", "Slope of the u-nullcline."),
    list(&PhasePlane::fixed_points, "fixed_points", 2, "Where both stand still, lowest v first."),
    samples(&PhasePlane::arrow_v, "arrow_v", "mV", "Where an arrow stands."),
    samples(&PhasePlane::arrow_u, "arrow_u", "pA", "Where an arrow stands."),
    samples(&PhasePlane::arrow_dv, "arrow_dv", "mV/ms", "dv/dt there."),
    samples(&PhasePlane::arrow_du, "arrow_du", "pA/ms", "du/dt there."),
    result(&PhasePlane::invariant_current, "invariant_current", "pA", "I*, where a parabola is invariant."),
    result(&PhasePlane::touch_v, "touch_v", "mV", "Where the nullclines come closest."),
    result(&PhasePlane::touch_u, "touch_u", "pA", "u on the u-nullcline there."),
    result(&PhasePlane::above, "above", "pA", "I - I_SN: the gap between the nullclines there."),
    result(&PhasePlane::invariant, "invariant", "", "1 where the current is I*, as far as a picture can tell."),
};

/// The phase plane of `cell` under a steady `current` [pA]. Throws std::invalid_argument when the cell is not valid,
/// and as `check` does.
PhasePlane phase_plane(const Cell& cell, double current, const PlaneWindow& window);

/// A curve in the plane.
struct Curve {
  std::vector<double> v, u;
};

template <>
inline constexpr auto fields<Curve> = std::tuple{
    samples(&Curve::v, "v", "mV", "Membrane potential."),
    samples(&Curve::u, "u", "pA", "Recovery current."),
};

/// The invariant parabola u = alpha + beta w + k w², beta = a C/2 - k p, alpha = -beta (b - beta/2)/(2 k): an orbit at
/// the current I* of `closed_forms`, and only there. Over the window's v; exact up to rounding. Throws
/// std::invalid_argument when the cell or the window is not valid.
Curve invariant_parabola(const Cell& cell, const PlaneWindow& window);

}  // namespace izh
