// plot/level-handles.js: the cell's voltages with their values as handles beside an axis of v, along which they can be dragged.
import {wordOf} from '../words/word-of.js';
import {emit} from './door.js';
import {rounded} from '../session/ranges.js';
import {gradeOf, handle, nearPlot, plus} from './handle.js';
import {faint, paletteOf} from './palette.js';
import {placeOf} from './place.js';
import {spread} from './spread.js';

/** Where space runs out, the last ones are hidden first. */
export const LEVELS = /** @type {const} */ (['vr', 'vt', 'c', 'vpeak']);

/** From the axis to a label and from its triangle, in px. */
const LABEL = 13;
const TRIANGLE = 9;
/** The greatest distance between two of them, in px: farther apart, they would stand beside other values. */
const APART = 28;

/** How much room they need beside the plot, in px; in a figure without them, that of the last tick and the unit of time. @param {import('./chart.js').Plot} plot */
export const levelRoom = ({frame, palette: {size}}) => {
  const {figure, locks} = placeOf(frame);
  return (figure && LEVELS.every((name) => locks.has(`cell.${name}`)) ? 2.9 : 5.4) * size();
};

/** Draws each voltage as a quiet line across the plot. @param {import('chart.js').Chart} chart @param {Cell} cell */
export function paintLevels({ctx, chartArea: {left, right}, scales: {y}}, cell) {
  if (!y) return;
  ctx.save();
  ctx.strokeStyle = faint(paletteOf(ctx.canvas).colour('v'), 0.55);
  ctx.setLineDash([1.5, 3.5]);
  ctx.beginPath();
  for (const name of LEVELS) {
    if (cell[name] < y.min || cell[name] > y.max) continue;
    const at = Math.round(y.getPixelForValue(cell[name])) + 0.5;
    ctx.moveTo(left, at);
    ctx.lineTo(right, at);
  }
  ctx.stroke();
  ctx.restore();
}

/** @param {import('./chart.js').Plot} plot of v, with room to its right */
export function levelHandles(plot) {
  const {frame, words} = plot;
  /** @type {Cell | undefined} */
  let cell;
  const axis = () => plot.chart.scales.y;
  const all = LEVELS.map((name) => {
    const made = handle(frame, 'level', {
      begin(from) {
        const value = cell?.[name] ?? 0;
        // Uses the scale at the start of the drag, so that a growing axis does not carry the handle away.
        const {pixel} = gradeOf(axis());
        return (at) => {
          const moved = from.clientY - nearPlot(plot, at).clientY;
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
    element.setAttribute('aria-orientation', 'vertical');
    made.leaveToPointer(); // the values of the equation are the same
    element.dataset.moves = `cell.${name}`;
    element.hidden = true; // until it has a position
    element.insertAdjacentHTML(
      'beforeend',
      `<i></i><b><var>${wordOf(words.symbols, name) ?? name}</var> <span></span></b>`,
    );
    return {
      name,
      element,
      say: made.say,
      leader: /** @type {HTMLElement} */ (element.querySelector('i')),
      value: element.querySelector('b span'),
    };
  });

  let placed = '';
  /** Moves every label to its position in the plot, or as near to it as the others allow. */
  function place() {
    const {chartArea} = plot.chart;
    const scale = axis();
    if (!scale || !cell) {
      if (placed) for (const {element} of all) element.hidden = true;
      placed = '';
      return;
    }
    const at = (/** @type {typeof LEVELS[number]} */ name) => scale.getPixelForValue(/** @type {Cell} */ (cell)[name]);
    const size = Math.min(plot.palette.reach(), APART);
    const {top, bottom, right} = chartArea;
    const [low, high] = [12, bottom - 4];
    // Moving elements makes the browser recompute styles before it draws the next plot, so do it only if something changed.
    const {locks, figure} = placeOf(plot.frame);
    const locked = (/** @type {string} */ name) => locks.has(`cell.${name}`);
    const now = [size, top, right, high, ...LEVELS.map(at), ...LEVELS.map(locked)].join();
    if (now === placed) return;
    placed = now;
    // What is locked is still named beside its line, but cannot be taken hold of; in a figure it is not there.
    for (const {name, element} of all) element.inert = locked(name);
    const wanted = figure ? all.filter(({name}) => !locked(name)) : all;
    const on = wanted.filter(({name}) => at(name) >= top - 1 && at(name) <= bottom + 1);
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
      element.style.transform = `translate(${right}px, ${(places[i] - gap / 2).toFixed(1)}px)`;
      element.style.setProperty('--off', `${off.toFixed(1)}px`);
      leader.style.width = `${Math.hypot(LABEL - TRIANGLE, off).toFixed(1)}px`;
      leader.style.transform = `translateY(${off.toFixed(1)}px) rotate(${Math.atan2(-off, LABEL - TRIANGLE).toFixed(3)}rad)`;
    }
  }

  return {
    place,
    /** @param {Cell | undefined} shown the cell to show; without one there are no handles */
    show(shown) {
      cell = shown;
      for (const {name, say, value} of cell ? all : []) {
        const text = words.numbers.prose(/** @type {Cell} */ (cell)[name]);
        if (value && value.textContent !== text) value.textContent = text;
        const {min, max} = gradeOf(axis());
        say(min, max, /** @type {Cell} */ (cell)[name], words.handles.volts(/** @type {Cell} */ (cell)[name]));
      }
      place();
    },
  };
}
