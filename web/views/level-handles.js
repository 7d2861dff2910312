// views/level-handles.js: the voltages of the cell beside the v axis, to be dragged up and down.
import {rounded} from '../ranges.js';
import {words} from '../words/words.js';
import {colour} from './chart.js';
import {gradeOf, handle, plus, reach} from './handle.js';
import {spread} from './spread.js';

/** The one that gives way where there is no room, last. */
const NAMES = /** @type {const} */ (['vr', 'vt', 'c', 'vpeak']);

/** From the axis to a label, in px. */
const LEADER = 11;

/** The room beside the plot that they need, in px. */
export const levelRoom = () => reach() + 2.2 * parseFloat(colour('text-xs'));

/** @param {{frame: HTMLElement, chart: import('chart.js').Chart}} plot of v */
export function levelHandles({frame, chart}) {
  /** @type {Cell | undefined} */
  let cell;
  const all = NAMES.map((name) => {
    const made = handle(frame, 'level', {
      begin({clientY: from}) {
        const value = cell?.[name] ?? 0;
        // As the axis is when it is taken, so that one that grows does not carry it on.
        const {pixel} = gradeOf(chart.scales.y);
        return ({clientY}) => (clientY === from ? value : rounded(value - (clientY - from) * pixel, pixel));
      },
      key: (right, up) => plus(cell?.[name] ?? 0, (right + up) * gradeOf(chart.scales.y).step),
      move: (value) => frame.dispatchEvent(new CustomEvent('edit', {bubbles: true, detail: {cell: {[name]: value}}})),
    });
    const label = words.hands.level(name);
    made.name(label, words.hands.hint(label));
    const {element} = made;
    element.dataset.moves = `cell.${name}`;
    element.setAttribute('aria-orientation', 'vertical');
    element.insertAdjacentHTML('beforeend', `<i></i><b>${words.symbols[name] ?? name}</b>`);
    return {name, element, say: made.say, leader: /** @type {HTMLElement} */ (element.querySelector('i'))};
  });

  let placed = '';
  /** Puts everything where the plot has it now: each label beside its place, or as near as the others allow. */
  function place() {
    const {chartArea, scales} = chart;
    const {y} = scales;
    if (!y || !cell) {
      for (const {element} of all) element.hidden = true;
      placed = '';
      return;
    }
    const at = (/** @type {typeof NAMES[number]} */ name) => y.getPixelForValue(/** @type {Cell} */ (cell)[name]);
    const [low, high] = [12, chartArea.bottom - 4];
    const size = reach();
    // Whatever is moved makes the browser settle its styles before it draws the next plot.
    const now = [size, chartArea.right, high, ...NAMES.map(at)].join();
    if (now === placed) return;
    placed = now;
    const on = all.filter(({name}) => at(name) >= chartArea.top - 1 && at(name) <= chartArea.bottom + 1);
    const fitting = on.slice(0, Math.max(3, 1 + Math.floor((high - low) / size)));
    const gap = Math.min(size, (high - low) / Math.max(1, fitting.length - 1));
    const sorted = [...fitting].sort((one, other) => at(one.name) - at(other.name));
    const places = spread(
      sorted.map(({name}) => at(name)),
      gap,
      low,
      high,
    );
    for (const one of all) one.element.hidden = !fitting.includes(one);
    for (const [i, {name, element, leader}] of sorted.entries()) {
      const off = at(name) - places[i];
      element.style.height = `${gap.toFixed(1)}px`;
      element.style.transform = `translate(${chartArea.right.toFixed(1)}px, ${(places[i] - gap / 2).toFixed(1)}px)`;
      leader.style.width = `${Math.hypot(LEADER, off).toFixed(1)}px`;
      leader.style.transform = `translateY(${off.toFixed(1)}px) rotate(${Math.atan2(-off, LEADER).toFixed(3)}rad)`;
    }
  }

  return {
    place,
    /** @param {Results} results */
    show({runs, selected}) {
      // The lanes of several runs are too low for it.
      cell = runs.length === 1 ? runs[selected].experiment.cell : undefined;
      for (const {name, say} of cell ? all : []) {
        const {min, max} = gradeOf(chart.scales.y);
        say(min, max, /** @type {Cell} */ (cell)[name], words.hands.volts(/** @type {Cell} */ (cell)[name]));
      }
      place();
    },
  };
}
