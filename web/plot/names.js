// plot/names.js: the labels of a plot, each beside what it names, over no curve, no mark and no other label.
import {placeLabels} from './label-placer.js';
import {widthOf, write} from './letters.js';
import {paletteOf} from './palette.js';

/** @typedef {import('./label-placer.js').Box} Box */
/** @typedef {import('./label-placer.js').Pixel} Pixel */
/**
 * A label, in the colour of a token, or in an ink; `anchors`, the other parts as for `placeLabels`.
 * @typedef {{id: string, text: string, token?: string, ink?: string, anchors: Pixel[], formula?: boolean, weight?: string, toLeft?: boolean, after?: string, others?: Pixel[][], rivals?: Pixel[], level?: boolean, instead?: Name[]}} Name
 */

/** Where the labels of a plot were, for the last sets of labels that it has had; the latest comes last. @typedef {Map<string, Map<string, number[]>>} Kept */

/** How many places along a curve are tried. */
const PLACES = 40;
/** For so many sets of labels their places are kept: enough for those that a drag goes through and back. */
const MOST_SETS = 12;

/** Some of the points of a curve, those nearest to a share of it first. @param {Pixel[]} curve @param {number} share */
export function along(curve, share) {
  const stride = Math.max(1, Math.floor(curve.length / PLACES));
  const from = share * (curve.length - 1);
  return curve
    .map((point, i) => ({point, off: Math.abs(i - from)}))
    .filter((_, i) => i % stride === 0)
    .sort((one, other) => one.off - other.off)
    .map(({point}) => point);
}

/** The square around a point. @param {Pixel} point @param {number} half @returns {Box} */
export const squareAround = ([x, y], half) => ({left: x - half, right: x + half, top: y - half, bottom: y + half});

/** A dot, as a curve. @param {number} x @param {number} y @returns {Pixel[]} */
export const dotAt = (x, y) => [
  [x, y],
  [x, y],
];

/** The points of a chart's curves in px, and the boxes of their markers. @param {import('chart.js').Chart} chart */
function shownIn({data, scales}) {
  /** @type {Pixel[][]} */
  const curves = [];
  /** @type {Box[]} */
  const boxes = [];
  for (const one of /** @type {any[]} */ (data.datasets)) {
    const y = scales[one.yAxisID ?? 'y'];
    if (!y) continue;
    const points = one.data.map((/** @type {{x: number, y: number}} */ at) => [
      scales.x.getPixelForValue(at.x),
      y.getPixelForValue(at.y),
    ]);
    const marked = points.filter((/** @type {Pixel} */ [x, y]) => Number.isFinite(x + y));
    if (one.showLine !== false) curves.push(points);
    else if (marked.length > PLACES) curves.push(...marked.map((/** @type {Pixel} */ at) => dotAt(...at)));
    if (one.pointRadius > 0 && marked.length <= PLACES)
      boxes.push(...marked.map((/** @type {Pixel} */ at) => squareAround(at, one.pointRadius + 1)));
  }
  return {curves, boxes};
}

/**
 * Where these labels were before; if they are shown together for the first time, where each was last. So none jumps when another one
 * comes, and when that goes again, the plot is as it was.
 * @param {{id: string}[]} names @param {Kept} kept
 */
export function keptFor(names, kept) {
  const set = names.map(({id}) => id).join('\n');
  const places = kept.get(set) ?? new Map([...kept.values()].pop());
  kept.delete(set);
  kept.set(set, places);
  const [oldest] = kept.keys();
  if (kept.size > MOST_SETS) kept.delete(oldest);
  return places;
}

/**
 * Places the labels of a plot and writes them; returns where they stand.
 * @param {CanvasRenderingContext2D} ctx @param {Name[]} names the most important first
 * @param {{area: Box, boxes?: Box[], curves?: ArrayLike<Pixel>[]}} around as for `placeLabels`
 * @param {Kept} kept
 */
export function writeNames(ctx, names, around, kept) {
  const {colour, size} = paletteOf(ctx.canvas);
  /** @param {Name} name @returns {import('./label-placer.js').Wanted} */
  const wanted = ({text, formula, weight, instead, ...name}) => ({
    ...name,
    width: widthOf(ctx, text, {formula, weight}) + 4,
    height: 1.25 * size(),
    instead: instead?.map(wanted),
  });
  const placed = placeLabels(names.map(wanted), around, keptFor(names, kept));
  ctx.save();
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.lineJoin = 'round';
  ctx.setLineDash([]);
  for (const {id, text, token = 'ink', ink = colour(token), formula, weight} of names.flatMap((name) => [
    name,
    ...(name.instead ?? []),
  ])) {
    const box = placed.get(id);
    if (!box) continue;
    ctx.strokeStyle = ctx.fillStyle = ink;
    if (box.leader) {
      ctx.lineWidth = 1.2;
      ctx.beginPath();
      ctx.moveTo(...box.leader[0]);
      ctx.lineTo(...box.leader[1]);
      ctx.stroke();
    }
    const [x, y] = [box.left + 2, (box.top + box.bottom) / 2];
    ctx.lineWidth = 3;
    ctx.strokeStyle = colour('panel');
    write(ctx, text, x, y, {formula, weight, stroke: true});
    write(ctx, text, x, y, {formula, weight});
  }
  ctx.restore();
  return placed;
}

/**
 * Names what a chart shows.
 * @param {import('chart.js').Chart} chart @param {Name[]} names the most important first
 * @param {Kept} kept @param {ArrayLike<Pixel>[]} [lines] what else is drawn in it
 */
export function nameCurves(chart, names, kept, lines = []) {
  const {curves, boxes} = shownIn(chart);
  writeNames(chart.ctx, names, {area: chart.chartArea, boxes, curves: [...curves, ...lines]}, kept);
}
