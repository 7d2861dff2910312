// plot/marks.js: labelled vertical lines in a plot.
import {widthOf, write} from './letters.js';
import {paletteOf} from './palette.js';

/** @typedef {import('./label-placer.js').Pixel} Pixel */
/** @typedef {{at: number, text: string, token?: string, dash?: number[]}} Mark */

/** The height of a row of labels, in heights of a letter. */
const ROW = 1.25;

/** Marks whose lines coincide share one label. @param {{x: number, mark: Mark}[]} placed */
function grouped(placed) {
  /** @type {{x: number, marks: Mark[]}[]} */
  const groups = [];
  for (const {x, mark} of placed) {
    const last = groups[groups.length - 1];
    if (last && x - last.x < 3) last.marks.push(mark);
    else groups.push({x, marks: [mark]});
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
  const {colour, size} = paletteOf(ctx.canvas);
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  const width = widthOf(ctx, text);
  ctx.globalAlpha = 0.85;
  ctx.fillStyle = colour('panel');
  ctx.fillRect(x - 1, y - (ROW / 2) * size(), width + 2, ROW * size());
  ctx.globalAlpha = 1;
  ctx.fillStyle = colour(token);
  write(ctx, text, x, y);
}

/**
 * Draws the lines of marks; returns them in px, and their labels, each beside its line and as far up as there is room.
 * @param {import('chart.js').Chart} chart @param {Mark[]} marks
 */
export function paintMarks({ctx, chartArea: {left, right, top, bottom}, scales}, marks) {
  const placed = marks
    .map((mark) => ({x: scales.x.getPixelForValue(mark.at), mark}))
    .filter(({x}) => x >= left && x <= right)
    .sort((one, other) => one.x - other.x);
  const {colour, size} = paletteOf(ctx.canvas);
  const high = ROW * size();
  ctx.save();
  for (const {x, mark} of placed) {
    ctx.strokeStyle = colour(mark.token ?? 'ink-soft');
    ctx.setLineDash(mark.dash ?? [4, 3]);
    ctx.beginPath();
    ctx.moveTo(x, top);
    ctx.lineTo(x, bottom);
    ctx.stroke();
  }
  ctx.restore();
  const heights = Array.from({length: Math.floor((2 * (bottom - top)) / high)}, (_, i) => top + ((i + 1) * high) / 2);
  const lineAt = (/** @type {number} */ x) => /** @type {Pixel[]} */ ([top, bottom].map((y) => [x, y]));
  const groups = grouped(placed);
  return {
    lines: placed.map(({x}) => lineAt(x)),
    names: groups.map(({x, marks}) => {
      const beside = {
        anchors: heights.map((y) => /** @type {Pixel} */ ([x, y])),
        level: true,
        others: groups.filter((other) => other.x !== x).map((other) => lineAt(other.x)),
      };
      const named = (/** @type {string} */ text, token = marks[0].token) => ({
        id: `mark ${text}`,
        text,
        token,
        ...beside,
      });
      const [all, ...each] = [marks.map(({text}) => text).join(', '), ...marks];
      return {...named(all), instead: each.length > 1 ? each.map(({text, token}) => named(text, token)) : undefined};
    }),
  };
}
