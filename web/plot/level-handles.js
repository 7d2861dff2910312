// plot/level-handles.js: the cell's voltages as handles beside an axis of v, along which they can be dragged.
import {wordOf} from '../words/word-of.js';
import {emit} from './door.js';
import {rounded} from '../session/ranges.js';
import {gradeOf, handle, plus} from './handle.js';
import {spread} from './spread.js';

/** Where space runs out, the last ones are hidden first. */
const NAMES = /** @type {const} */ (['vr', 'vt', 'c', 'vpeak']);

/** From the axis to a label, in px. */
const LEADER = 11;

/** How much room they need beside the plot, in px. @param {import('./chart.js').Plot} plot */
export const levelRoom = ({palette: {reach, size}}) => reach() + 2.8 * size();

/**
 * @param {import('./chart.js').Plot} plot has an axis of v: vertical, with the labels to the right of the plot, or horizontal,
 *   with the labels above it
 */
export function levelHandles(plot) {
  const {frame, words} = plot;
  /** @type {Cell | undefined} */
  let cell;
  let across = false;
  const axis = () => plot.chart.scales[across ? 'x' : 'y'];
  const all = NAMES.map((name) => {
    const made = handle(frame, 'level', {
      begin(from) {
        const value = cell?.[name] ?? 0;
        // Uses the scale at the start of the drag, so that a growing axis does not carry the handle away.
        const {pixel} = gradeOf(axis());
        const way = across;
        return ({clientX, clientY}) => {
          const moved = way ? clientX - from.clientX : from.clientY - clientY;
          return moved ? rounded(value + moved * pixel, pixel) : value;
        };
      },
      key: (right, up) => plus(cell?.[name] ?? 0, (right + up) * gradeOf(axis()).step),
      end: (last) => gradeOf(axis())[last ? 'max' : 'min'],
      move: (value) => emit(frame, 'edit', {cell: {[name]: value}}),
    });
    const label = words.handles.level(name);
    made.name(label, words.handles.hint(label));
    const {element} = made;
    element.dataset.moves = `cell.${name}`;
    element.hidden = true; // until it has a position
    element.insertAdjacentHTML('beforeend', `<i></i><b>${wordOf(words.symbols, name) ?? name}</b>`);
    return {name, element, say: made.say, leader: /** @type {HTMLElement} */ (element.querySelector('i'))};
  });

  let placed = '';
  /** Moves every label to its position in the plot, or as near to it as the others allow. */
  function place() {
    const {chartArea, width} = plot.chart;
    const scale = axis();
    if (!scale || !cell) {
      if (placed) for (const {element} of all) element.hidden = true;
      placed = '';
      return;
    }
    const at = (/** @type {typeof NAMES[number]} */ name) => scale.getPixelForValue(/** @type {Cell} */ (cell)[name]);
    const size = plot.palette.reach();
    const {top, bottom, left, right} = chartArea;
    const [first, last] = across ? [left, right] : [top, bottom];
    const [low, high] = across ? [size / 2, width - size / 2] : [12, bottom - 4];
    // Moving elements makes the browser recompute styles before it draws the next plot, so do it only if something changed.
    const now = [size, across, top, right, high, ...NAMES.map(at)].join();
    if (now === placed) return;
    placed = now;
    const on = all.filter(({name}) => at(name) >= first - 1 && at(name) <= last + 1);
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
      const [x, y] = across ? [places[i] - gap / 2, top - size] : [right, places[i] - gap / 2];
      const [dx, dy] = across ? [-off, -LEADER] : [LEADER, -off];
      element.classList.toggle('across', across);
      element.classList.toggle('to-left', x > 0.7 * width);
      element.style[across ? 'width' : 'height'] = `${gap.toFixed(1)}px`;
      element.style[across ? 'height' : 'width'] = '';
      element.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
      leader.style.width = `${Math.hypot(dx, dy).toFixed(1)}px`;
      leader.style.transform = `translate${across ? 'X' : 'Y'}(${off.toFixed(1)}px) rotate(${Math.atan2(dy, dx).toFixed(3)}rad)`;
    }
  }

  return {
    place,
    /** @param {Cell | undefined} shown the cell to show; without one there are no handles @param {boolean} [lying] whether the axis of v is horizontal */
    show(shown, lying = false) {
      cell = shown;
      across = lying;
      for (const {name, element, say} of cell ? all : []) {
        const {min, max} = gradeOf(axis());
        element.setAttribute('aria-orientation', across ? 'horizontal' : 'vertical');
        say(min, max, /** @type {Cell} */ (cell)[name], words.handles.volts(/** @type {Cell} */ (cell)[name]));
      }
      place();
    },
  };
}
