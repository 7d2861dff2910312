// plot/marks.js: labelled vertical lines in a plot; labels that would overlap go into separate rows.
import {paletteOf} from './palette.js';

/** @typedef {{at: number, text: string, token?: string, dash?: number[]}} Mark */

const ROW = 13;
/** Between a line and its label, in px. */
const GAP = 4;

/** Splits a label such as 'I_SN' into plain and subscript parts. @param {string} text */
const letters = (text) =>
  text
    .split(/(_[A-Za-z]+)/)
    .filter(Boolean)
    .map((part) => (part.startsWith('_') ? {text: part.slice(1), low: true} : {text: part, low: false}));

/** Draws a text at x, or only measures it; returns its width. @param {CanvasRenderingContext2D} ctx @param {string} text */
function write(ctx, text, x = 0, y = 0, draw = true) {
  const {font} = paletteOf(ctx.canvas);
  let end = x;
  for (const part of letters(text)) {
    ctx.font = part.low ? font().replace(/[\d.]+/, (size) => String(0.82 * Number(size))) : font();
    if (draw) ctx.fillText(part.text, end, y + (part.low ? 3 : 0));
    end += ctx.measureText(part.text).width;
  }
  return end - x;
}

/** Marks whose lines coincide share one label. @param {{x: number, mark: Mark}[]} placed */
function merged(placed) {
  /** @type {{x: number, text: string, token?: string}[]} */
  const groups = [];
  for (const {x, mark} of placed) {
    const last = groups[groups.length - 1];
    if (last && x - last.x < 3) last.text += `, ${mark.text}`;
    else groups.push({x, text: mark.text, token: mark.token});
  }
  return groups;
}

/** Draws a text on a background of its own, so that no curve runs through it. @param {CanvasRenderingContext2D} ctx */
export function label(
  ctx,
  /** @type {string} */ text,
  /** @type {number} */ x,
  /** @type {number} */ y,
  token = 'ink',
) {
  const {colour} = paletteOf(ctx.canvas);
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  const width = write(ctx, text, 0, 0, false);
  ctx.globalAlpha = 0.85;
  ctx.fillStyle = colour('panel');
  ctx.fillRect(x - 1, y - 6, width + 2, ROW);
  ctx.globalAlpha = 1;
  ctx.fillStyle = colour(token);
  write(ctx, text, x, y);
}

/** @param {CanvasRenderingContext2D} ctx @param {string} text */
export const widthOf = (ctx, text) => write(ctx, text, 0, 0, false);

/**
 * Where a label of a mark begins, in px: to the right of its line if it fits there, else to the left, and if it fits on neither side,
 * across the line; always within the plot, unless it is wider than that.
 * @param {number} x of the line @param {number} width of the label @param {{left: number, right: number}} area the plot
 */
export function besideLine(x, width, {left, right}) {
  if (x + GAP + width <= right) return x + GAP;
  const before = x - GAP - width;
  return before >= left ? before : Math.max(left, right - width);
}

/** Draws the marks; returns how far down from the top their labels reach. @param {import('chart.js').Chart} chart @param {Mark[]} marks */
export function paintMarks(chart, marks) {
  const {ctx, chartArea, scales} = chart;
  if (!scales.x) return 0;
  const placed = marks
    .map((mark) => ({x: scales.x.getPixelForValue(mark.at), mark}))
    .filter(({x}) => x >= chartArea.left && x <= chartArea.right)
    .sort((one, other) => one.x - other.x);
  const {colour} = paletteOf(ctx.canvas);
  ctx.save();
  for (const {x, mark} of placed) {
    ctx.strokeStyle = colour(mark.token ?? 'ink-soft');
    ctx.setLineDash(mark.dash ?? [4, 3]);
    ctx.beginPath();
    ctx.moveTo(x, chartArea.top);
    ctx.lineTo(x, chartArea.bottom);
    ctx.stroke();
  }
  /** The right end of the labels in each row. @type {number[]} */
  const taken = [];
  for (const {x, text, token} of merged(placed)) {
    const width = widthOf(ctx, text);
    const left = besideLine(x, width, chartArea);
    let row = taken.findIndex((end) => end < left);
    if (row < 0) row = taken.push(0) - 1;
    taken[row] = left + width + GAP;
    label(ctx, text, left, chartArea.top + 7 + row * ROW, token ?? 'ink');
  }
  ctx.restore();
  return taken.length * ROW;
}
