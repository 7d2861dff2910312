// plot/legend.js: which line is which run, above a picture of a plot.
import {AXIS} from './chart.js';
import {COMPARED_DASH, paletteOf} from './palette.js';
import {placeOf} from './place.js';

/** How wide letters may be in the fonts in which an SVG is opened, as a multiple of those measured. */
const SPARE = 1.06;
/** The size of a point, in px. */
const POINT = 6;

/**
 * Which run is which, where a plot has several.
 * @param {Results} results @param {HTMLElement} paper @param {'lines' | 'points' | 'pinned' | ''} kind which runs it has: the two compared, as
 *   lines; all, as points; pinned ones alone; or none but the selected one
 */
export function legendOf({runs, ghosts, selected, compared}, paper, kind) {
  const {runInk, ghostLook} = paletteOf(paper);
  const {words} = placeOf(paper);
  const points = kind === 'points';
  const named = runs.map((run, index) => ({
    text: words.runLabel(run),
    borderColor: runInk(index),
    borderDash: index === compared ? COMPARED_DASH : [],
    borderWidth: 2,
    points,
  }));
  const pair =
    runs.length > 1 && kind === 'lines' ? [named[selected], ...(compared === null ? [] : [named[compared]])] : [];
  const pinned = ghosts.map(({name}, index) => ({text: name, ...ghostLook(index), points: false}));
  return kind ? [...(points && runs.length > 1 ? named : pair), ...pinned] : [];
}

/** Draws a legend in as many rows as it needs; returns its height in px. @param {HTMLCanvasElement} canvas @param {ReturnType<typeof legendOf>} entries @param {number} width */
export function paintLegend(canvas, entries, width) {
  const {prepare, dots} = /** @type {import('./place.js').Picture} */ (placeOf(canvas).picture);
  prepare(canvas);
  const ctx = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  const {colour, font, size, widthOf} = paletteOf(canvas);
  const [left, row, line, between] = [AXIS, 1.4, 1.8, 1.4].map((times) => times * size());
  ctx.font = font();
  let [x, y] = [left, row / 2];
  const placed = entries.map(({text: whole, ...entry}) => {
    const sample = (entry.points ? POINT : line) + size() / 2;
    let text = whole;
    const wideOf = () => sample + SPARE * ctx.measureText(text).width;
    for (let end = whole.length; left + wideOf() > width; end -= 1) text = `${whole.slice(0, end)}…`;
    const wide = wideOf();
    if (x > left && x + wide > width) [x, y] = [left, y + row];
    x += wide + between;
    return {...entry, text, sample, at: x - wide - between, y};
  });
  const height = y + row / 2;
  Object.assign(canvas, {width: dots * width, height: dots * height});
  ctx.setTransform(dots, 0, 0, dots, 0, 0);
  Object.assign(ctx, {font: font(), textBaseline: 'middle'});
  for (const {text, sample, borderColor, borderDash, borderWidth, points, at, y: middle} of placed) {
    Object.assign(ctx, {fillStyle: borderColor, strokeStyle: borderColor, lineWidth: widthOf(borderWidth)});
    ctx.setLineDash(borderDash);
    ctx.beginPath();
    ctx.moveTo(at, middle);
    ctx.lineTo(at + line, middle);
    if (points) ctx.fillRect(at, middle - POINT / 2, POINT, POINT);
    else ctx.stroke();
    ctx.fillStyle = colour('ink');
    ctx.fillText(text, at + sample, middle);
  }
  return height;
}
