// plot/phase-axes.js: the axes of the phase plane: their names, and u counted from the u-nullcline where it is drawn straight.
import {unitOf} from '../engine/quantities.js';
import {paletteOf} from './palette.js';
import {placeOf, wordsOf} from './place.js';

/** The u-nullcline as a function, if the plane is drawn straight along it. @param {Results} results */
export function lineUnder({plane: {v, u_nullcline: u, slope}, planeWindow}) {
  if (planeWindow.straight !== 1) return null;
  return (/** @type {number} */ at) => u[0] + slope * (at - v[0]);
}

/** Whether there is a manifold but none of its points lies within the window. @param {Boundary} boundary @param {PlaneBounds} window @param {(v: number) => number} line */
export const isOutside = ({manifold}, {v_low, v_high, u_low, u_high}, line) =>
  manifold.some(({v}) => v.length > 0) &&
  !manifold.some(({v, u}) =>
    Array.from(v).some((at, i) => at >= v_low && at <= v_high && u[i] - line(at) >= u_low && u[i] - line(at) <= u_high),
  );

/** The room for the name of the axis across, in heights of a letter. */
const NAME_ACROSS = 3.4;

/**
 * The axes as `linePlot` takes them.
 * @param {HTMLElement} host @param {PlaneBounds} window @param {boolean} swapped @param {boolean} straight u is counted from the u-nullcline
 */
export function planeAxes(host, {v_low, v_high, u_low, u_high}, swapped, straight) {
  const {colour, size} = paletteOf(host);
  const {picture, words} = placeOf(host);
  const axis = (/** @type {'v' | 'u'} */ name, /** @type {number} */ min, /** @type {number} */ max) => ({
    min,
    max,
    ink: colour(picture ? 'ink' : 'ink-soft'),
    title: picture && (straight && name === 'u' ? 'Δ' : '') + words.axes(name),
  });
  const both = [axis('v', v_low, v_high), axis('u', u_low, u_high)];
  const [across, up] = swapped ? both.reverse() : both;
  const clear = picture ? 0 : size();
  return {x: {...across, clear: NAME_ACROSS * clear}, y: [{id: 'y', ...up, clear}]};
}

/** The names of the axes at their ends, the one across with its unit. @param {import('chart.js').Chart} chart @param {boolean} swapped @param {boolean} straight u is counted from the u-nullcline */
export function nameAxes({ctx, chartArea: {left, right, top}, scales}, swapped, straight) {
  if (placeOf(ctx.canvas).picture) return; // with titles
  const {colour, font, serif} = paletteOf(ctx.canvas);
  const {axisNames} = wordsOf(ctx.canvas);
  const nameOf = (/** @type {'v' | 'u'} */ name) => (straight && name === 'u' ? 'Δu' : axisNames[name]);
  const [across, up] = swapped ? /** @type {const} */ (['u', 'v']) : /** @type {const} */ (['v', 'u']);
  const middle = (scales.x.top + scales.x.bottom) / 2 + 1;
  ctx.save();
  ctx.textAlign = 'right';
  ctx.textBaseline = 'middle';
  ctx.font = font();
  ctx.fillStyle = colour('ink-soft');
  const unit = ` ${unitOf(across)}`;
  ctx.fillText(unit, right, middle);
  const wide = ctx.measureText(unit).width;
  ctx.font = serif();
  ctx.fillStyle = colour(across);
  ctx.fillText(nameOf(across), right - wide, middle);
  ctx.fillStyle = colour(up);
  ctx.fillText(nameOf(up), left - 8, top + 5);
  ctx.restore();
}

/**
 * The clip of a mark, so that at the edge of the plot it covers no number of an axis; what it says may reach beyond.
 * @param {{left: number, right: number, top: number, bottom: number}} area @param {[number, number]} place @param {number} half of the mark's size
 */
export function clipWithin({left, right, top, bottom}, [x, y], half) {
  const over = [y - top, right - x, bottom - y, x - left].map((room) => (room < half ? half - room : -300));
  return over.some((one) => one > 0) ? `inset(${over.map((one) => `${one.toFixed(1)}px`).join(' ')})` : 'none';
}
