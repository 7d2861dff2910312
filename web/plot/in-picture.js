// plot/in-picture.js: what a picture of a plot draws that on the screen is an element above it: the names of voltages, the instant.
import {wordOf} from '../words/word-of.js';
import {LEVELS} from './level-handles.js';
import {write} from './letters.js';
import {paletteOf} from './palette.js';
import {wordsOf} from './place.js';
import {spread} from './spread.js';

/** The distance of lines, and from the plot to a name, in heights of a letter. */
const LINE = 1.15;
const ASIDE = 0.9;

/** Names the cell's voltages beside the plot of v, each with its value. @param {import('chart.js').Chart} chart @param {Cell} cell */
export function nameLevels({ctx, chartArea: {right, top, bottom}, scales: {y}}, cell) {
  const {colour, size} = paletteOf(ctx.canvas);
  const {numbers, symbols} = wordsOf(ctx.canvas);
  const at = LEVELS.map((name) => ({name, wanted: y.getPixelForValue(cell[name])}))
    .filter(({wanted}) => wanted >= top - 1 && wanted <= bottom + 1)
    .sort((one, other) => one.wanted - other.wanted);
  const places = spread(
    at.map(({wanted}) => wanted),
    LINE * size(),
    top,
    bottom,
  );
  ctx.save();
  Object.assign(ctx, {fillStyle: colour('v'), strokeStyle: colour('v'), textAlign: 'left', textBaseline: 'middle'});
  for (const [i, {name, wanted}] of at.entries()) {
    ctx.beginPath();
    ctx.moveTo(right + 2, wanted);
    ctx.lineTo(right + (ASIDE - 0.2) * size(), places[i]);
    ctx.stroke();
    const symbol = (wordOf(symbols, name) ?? name).replace(/<sub>(.*)<\/sub>/, '_$1');
    write(ctx, `${symbol} ${numbers.prose(cell[name])}`, right + ASIDE * size(), places[i], {formula: true});
  }
  ctx.restore();
}

/**
 * A dot at the instant, if that is in the plot.
 * @param {import('chart.js').Chart} chart @param {number[]} place in px @param {string} token its colour
 */
export function paintDot({ctx, chartArea: {left, right, top, bottom}}, [x, y], token) {
  if (!(x >= left && x <= right && y >= top && y <= bottom)) return;
  const {colour} = paletteOf(ctx.canvas);
  Object.assign(ctx, {fillStyle: colour(token), strokeStyle: colour('ink'), lineWidth: 1.5});
  ctx.beginPath();
  ctx.arc(x, y, 4.5, 0, 2 * Math.PI);
  ctx.fill();
  ctx.stroke();
}

/**
 * Marks an instant in a plot over time.
 * @param {import('chart.js').Chart} chart @param {number} time @param {number | null} value of the curve there @param {string} token its colour
 */
export function paintInstant(chart, time, value, token) {
  const {ctx, chartArea, scales} = chart;
  const {left, right, top, bottom} = chartArea;
  const x = scales.x.getPixelForValue(time);
  if (x < left || x > right) return;
  ctx.save();
  ctx.strokeStyle = paletteOf(ctx.canvas).colour('ink');
  ctx.beginPath();
  ctx.moveTo(x, top);
  ctx.lineTo(x, bottom);
  ctx.stroke();
  if (value !== null) paintDot(chart, [x, scales.y.getPixelForValue(value)], token);
  ctx.restore();
}
