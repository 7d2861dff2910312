// core/model/form_2003.hpp: the simple model in its form of 2003, which has no physical units, and the way between it
// and ours.
//
//   v' = 0.04 v² + 5 v + 140 - u + I,   u' = a (b v - u);   at vpeak, v becomes c and u gains d.
//
// Times 100, with C = 100 pF, so that 1 mV/ms of the form is 100 pA:
//
//   C v' = 4 v² + 500 v + 14000 - 100 u + 100 I.
//
// In our form u counts from its value at vr: u_ours = 100 (u - b vr). Its equation follows for any vr,
// u_ours' = 100 a (b v - u) = a (100 b (v - vr) - u_ours), and that of v becomes
//
//   C v' = 4 v² + 500 v + 14000 - 100 b vr - u_ours + 100 I.
//
// This is 4 (v - vr)(v - vt) - u_ours + 100 I if vr + vt = -125 and 4 vr vt = 14000 - 100 b vr, so if vr is a root of
//
//   0.04 x² + (5 - b) x + 140 = 0:
//
// a point of rest of the form at I = 0; of two, the one with the smaller v. If there
// is none, which is so for |5 - b| < sqrt(22.4), vr = vt = -62.5 has the right sum, and 4 vr vt = 15625 exceeds what it
// should be by 1625 - 6250 b, which the current makes up for: an offset of 100 (62.5 b - 16.25).
//
// Times and v are the same in both forms. So are the spike times, exactly; rounding aside.
// Source: Izhikevich (2003), Simple model of spiking neurons, IEEE Trans. Neural Netw. 14:1569.
#pragma once

#include <optional>

#include "core/model/experiment.hpp"
#include "core/model/resolve.hpp"
#include "core/schema/field.hpp"

namespace izh {

/// A cell in the form of 2003 with its constant current and its start. The default is the regular spiking cell.
struct Form2003 {
  double a = 0.02, b = 0.2, c = -65.0, d = 8.0;
  std::optional<double> I = {};  // none: whatever flows in the experiment
  double vpeak = 30.0, v = -65.0;
  std::optional<double> u = {};  // none: b v
};

// Every form within these ranges is a valid experiment in our form, if c < vpeak.
template <>
inline constexpr auto fields<Form2003> = std::tuple{
    number(&Form2003::a, "a", "1/ms", hard{0, 100}, usual{0, 0.2}, "Recovery rate."),
    number(&Form2003::b, "b", "", hard{-10, 10}, usual{-0.1, 0.3}, "Coupling of u to v."),
    number(&Form2003::c, "c", "mV", hard{-500, 500}, usual{-80, -40}, "v just after a spike."),
    number(&Form2003::d, "d", "", hard{-1e4, 1e4}, usual{0, 10}, "Jump of u at each spike."),
    number(&Form2003::I, "I", "", hard{-5e3, 5e3}, usual{-10, 50}, "Current; none: as in the experiment."),
    number(&Form2003::vpeak, "vpeak", "mV", hard{-500, 500}, usual{20, 40}, "Peak of the spike."),
    number(&Form2003::v, "v", "mV", hard{-500, 500}, usual{-90, 30}, "Membrane potential at time 0."),
    number(&Form2003::u, "u", "", hard{-5e3, 5e3}, usual{-20, 20}, "Recovery variable at time 0; none: b v."),
};

/// Our cell for a valid `form`.
Cell cell_of(const Form2003& form);

/// Where our cell for `form` starts.
At start_of(const Form2003& form);

/// The current [pA] that our cell for `form` needs beside 100 I; 0 unless the form has no point of rest at I = 0.
double offset_of(const Form2003& form);

/// Merges `partial`, in the units of the form, into the default form, and puts that into a copy of `current`: its cell,
/// its start, and as stimulus the constant current. Without I, the stimulus stays, after a step for the offset if the
/// cell needs one. If anything is wrong, `current` comes back with the problems, by the paths of the form ("b").
Resolved resolve_2003(const Experiment& current, const Value& partial);

/// The form of 2003 that `experiment` is: its numbers per C. None unless k / C = 0.04 and vr + vt = -125, which no
/// shift of u or of the current can make up for. `I` is none unless the current is constant. Throws
/// std::invalid_argument unless `experiment` is valid.
std::optional<Form2003> form_2003(const Experiment& experiment);

}  // namespace izh
