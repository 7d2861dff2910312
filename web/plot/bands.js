// plot/bands.js: marks the ranges of the axis in which a plot has no curve, and says why.
import {faint, paletteOf} from './palette.js';

/** @typedef {import('./label-placer.js').Pixel} Pixel */

/**
 * Hatches each range from top to bottom; a single value gets the width of a cross. Returns the crosses' line, and the label of the
 * widest, which stands just above `bottom` if there is room.
 * @param {import('chart.js').Chart} chart @param {{from: number, to: number}[]} ranges @param {string} text
 * @param {{top: number, bottom: number}} [lane] if the plot has several
 */
export function paintBands({ctx, chartArea, scales}, ranges, text, lane = chartArea) {
  /** @type {Pixel[][]} */
  const lines = [];
  const {colour} = paletteOf(ctx.canvas);
  ctx.save();
  let widest = {width: -1, middle: 0};
  for (const {from, to} of ranges) {
    const [left, right] = [scales.x.getPixelForValue(from), scales.x.getPixelForValue(to)];
    const [low, high] = [Math.max(chartArea.left, left - 3), Math.min(chartArea.right, right + 3)];
    if (!(low < high)) continue;
    ctx.fillStyle = faint(colour('threshold'), 0.12);
    ctx.fillRect(low, lane.top, high - low, lane.bottom - lane.top);
    // A row of crosses along the bottom, so that colour is not the only sign.
    ctx.strokeStyle = colour('threshold');
    ctx.lineWidth = 1.2;
    for (let x = (low + high) / 2; x - low >= 3; x -= 14) cross(ctx, x, lane.bottom - 6);
    for (let x = (low + high) / 2 + 14; high - x >= 3; x += 14) cross(ctx, x, lane.bottom - 6);
    lines.push([low, high].map((x) => [x, lane.bottom - 6]));
    if (high - low > widest.width) widest = {width: high - low, middle: (low + high) / 2};
  }
  ctx.restore();
  const {size} = paletteOf(ctx.canvas);
  const heights = Array.from({length: 8}, (_, i) => lane.bottom - 6 - i * size());
  const anchors = heights.map((y) => /** @type {Pixel} */ ([widest.middle, y])).filter(([, y]) => y > lane.top);
  return {lines, names: widest.width < 0 ? [] : [{id: 'band', text, token: 'threshold', anchors}]};
}

/** @param {CanvasRenderingContext2D} ctx @param {number} x @param {number} y */
function cross(ctx, x, y) {
  ctx.beginPath();
  ctx.moveTo(x - 3, y - 3);
  ctx.lineTo(x + 3, y + 3);
  ctx.moveTo(x - 3, y + 3);
  ctx.lineTo(x + 3, y - 3);
  ctx.stroke();
}
