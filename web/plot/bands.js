// plot/bands.js: marks the ranges of the axis in which a plot has no curve, and says why.
import {faint, paletteOf} from './palette.js';
import {widthOf} from './letters.js';
import {label} from './marks.js';

/**
 * Hatches each range from top to bottom and labels the widest, just above `bottom`; a single value gets the width of a cross.
 * @param {import('chart.js').Chart} chart @param {{from: number, to: number}[]} ranges @param {string} text
 * @param {{top: number, bottom: number}} [lane] if the plot has several
 */
export function paintBands({ctx, chartArea, scales}, ranges, text, lane = chartArea) {
  if (!scales.x || !ranges.length) return;
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
    if (high - low > widest.width) widest = {width: high - low, middle: (low + high) / 2};
  }
  const width = widthOf(ctx, text);
  const across = Math.min(chartArea.right - width - 3, Math.max(chartArea.left + 3, widest.middle - width / 2));
  if (widest.width >= 0) label(ctx, text, across, lane.bottom - 19, 'threshold');
  ctx.restore();
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
