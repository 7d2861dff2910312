// plot/current-handle.js: a grip on the lowest point of the v-nullcline, which the current lifts by as much as it grows. For the
// pointer alone: the slider of the current does the same from the keyboard. It stands aside, at the end of a stem: at the vertex it
// would cover the fixed points, the gap between the nullclines, and the state that passes through it.
import {emit} from './door.js';
import {placeOf} from './place.js';
import {gradeOf, handle, nearPlot} from './handle.js';
import {rounded} from '../session/ranges.js';
import {STIMULI} from '../session/stimulus-kinds.js';

/** How far it stands from the vertex, in px: along the axis of v, away from where the nullclines come closest, and down the axis of u. */
const ASIDE = {v: 28, u: 17};

/** The lowest point of a parabola through even samples. @param {{v: ArrayLike<number>, v_nullcline: ArrayLike<number>}} plane */
function lowest({v, v_nullcline: u}) {
  let i = 1;
  while (i < u.length - 2 && u[i + 1] < u[i]) i += 1;
  const bend = u[i - 1] - 2 * u[i] + u[i + 1];
  const off = (u[i - 1] - u[i + 1]) / (2 * bend);
  return {v: v[i] + off * (v[i + 1] - v[i]), u: u[i] - (bend * off * off) / 2};
}

/** @param {import('./chart.js').Plot} plot of the plane */
export function currentHandle(plot) {
  const {frame, words} = plot;
  const chart = () => plot.chart;
  /** @type {{results: Results, swapped: boolean, value: number} | undefined} */
  let shown;
  const value = () => shown?.value ?? 0;
  const made = handle(frame, 'grip', {
    begin(from) {
      const [before, across] = [value(), shown?.swapped];
      const {pixel} = gradeOf(chart().scales[across ? 'x' : 'y']);
      return (at) => {
        const {clientX, clientY} = nearPlot(plot, at);
        const moved = across ? clientX - from.clientX : from.clientY - clientY;
        return moved ? rounded(before + moved * pixel, pixel) : before;
      };
    },
    key: value,
    end: value,
    move(to) {
      if (!shown) return;
      const {runs, selected} = shown.results;
      const [first, ...others] = runs[selected].experiment.stimulus;
      emit(frame, 'edit', {stimulus: [{...first, [STIMULI[first.kind].strength]: to}, ...others]});
    },
  });
  const {element} = made;
  made.leaveToPointer();
  element.classList.add('aside');
  element.hidden = true;
  return {
    element,
    /** How far it stands from the vertex, in px: always the same for one cell, so that it does not jump in a drag. @param {Cell} cell @returns {[number, number]} */
    aside: ({b}) => {
      const away = b < 0 ? ASIDE.v : -ASIDE.v;
      return shown?.swapped ? [-ASIDE.u, -away] : [away, ASIDE.u];
    },
    /**
     * The vertex that it moves; null if the current of the plane is not the strength of the first stimulus.
     * @param {Results} results @param {boolean} swapped
     */
    show(results, swapped) {
      const {runs, selected, plane, planeWindow} = results;
      const [first] = runs[selected].experiment.stimulus;
      if (first && placeOf(frame).locks.has(`stimulus.0.${STIMULI[first.kind].strength}`)) return null;
      const strength = first && /** @type {any} */ (first)[STIMULI[first.kind].strength];
      if (strength !== plane.current) return null;
      shown = {results, swapped, value: strength};
      element.classList.toggle('height', !swapped);
      element.classList.toggle('edge', swapped);
      const label = words.plane.current;
      made.name(label, label);
      element.setAttribute('aria-orientation', swapped ? 'horizontal' : 'vertical');
      const {min, max} = gradeOf(chart().scales[swapped ? 'x' : 'y']);
      made.say(min, max, strength, words.handles.value('height', 0, strength, false));
      const {touch_v: v, touch_u: u, above} = plane;
      return planeWindow.straight === 1 ? {v, u: u + (above ?? 0)} : lowest(plane);
    },
  };
}
