// plot/spike-marks.js: annotates the trace of v: numbers for its spikes, brackets over its bursts, and the interval between the
// two chosen spikes.
import {faint, paletteOf} from './palette.js';
import {widthOf} from './letters.js';
import {label} from './marks.js';
import {wordsOf} from './place.js';

/** With more spikes than this in view, there is no room for numbers. */
const MOST = 400;
/** Length of the hooks at the ends of a bracket, in px. */
const HOOK = 4;

/** A line with both ends bent down. @param {CanvasRenderingContext2D} ctx @param {number} from @param {number} to @param {number} y */
function bracket(ctx, from, to, y) {
  ctx.beginPath();
  ctx.moveTo(from, y + HOOK);
  ctx.lineTo(from, y);
  ctx.lineTo(to, y);
  ctx.lineTo(to, y + HOOK);
  ctx.stroke();
}

/** Brackets over those bursts of one run that are in view. @param {import('chart.js').Chart} chart @param {Result} run @param {number} y */
function paintBursts({ctx, chartArea: {left, right}, scales}, {pattern, recording: {spikes}}, y) {
  ctx.strokeStyle = paletteOf(ctx.canvas).colour('ink-soft');
  ctx.lineWidth = 1.5;
  pattern.burst_first.forEach((first, index) => {
    const [from, to] = [first, pattern.burst_last[index]].map((spike) => scales.x.getPixelForValue(spikes[spike]));
    // A burst that continues beyond the window has its hook outside.
    if (to >= left && from <= right) bracket(ctx, Math.max(from - 1, left - 2), Math.min(to + 1, right + 2), y);
  });
}

/** Where not all numbers have room, one of so many spikes has one. */
const STRIDES = [2, 5, 10, 20, 50, 100];

/**
 * Which spikes have their numbers: those that the next spike leaves room for; but where it is only the longer numbers that lack
 * it, as in an even train, evenly spaced ones instead, over the curve if need be, so that the numbering does not stop halfway.
 * @param {{room: number, width: number, text: string, x: number, index: number}[]} all
 */
export function numbered(all) {
  const fits = (/** @type {typeof all[number]} */ {room, width}) => room >= width + 2;
  const fitting = all.filter(fits);
  // Beside the last there is room anyway.
  const longest = Math.max(
    ...all
      .slice(0, -1)
      .filter(fits)
      .map(({text}) => text.length),
  );
  const lacking = all.filter((one) => !fits(one));
  if (!(longest > 0) || lacking.length < 2 || lacking.some(({text}) => text.length <= longest)) return fitting;
  const every = (/** @type {number} */ stride) => all.filter(({index}) => (index + 1) % stride === 0);
  const apart = (/** @type {typeof all} */ some) =>
    some.every(({x, width}, i) => !i || x - some[i - 1].x >= 1.5 * width);
  return STRIDES.map(every).find(apart) ?? fitting;
}

/**
 * Bursts without room for the numbers of all their spikes: one that has only the last number, which counts on from the beginning
 * of the run, seems to have so many spikes. They are told by how many they have.
 * @param {{burst_first: ArrayLike<number>, burst_last: ArrayLike<number>}} pattern @param {{index: number}[]} all @param {Set<{index: number}>} shown
 * @returns {Map<number, {first: number, count: number}>} by the index of a burst's last spike
 */
export function crowded({burst_first, burst_last}, all, shown) {
  const found = new Map();
  Array.from(burst_first, (first, burst) => {
    const last = burst_last[burst];
    const within = all.filter(({index}) => index >= first && index <= last);
    if (within.some((one) => !shown.has(one))) found.set(last, {first, count: last - first + 1});
  });
  return found;
}

/** The numbers of the spikes beside their peaks. */
function paintNumbers(
  /** @type {import('chart.js').Chart} */ {ctx, chartArea: {left, right}, scales},
  /** @type {Results} */ {runs, selected, window, chosen},
  /** @type {number} */ y,
) {
  const {pattern, recording} = runs[selected];
  const {spikes} = recording;
  const first = spikes.findIndex((time) => time >= window.from);
  if (first < 0) return;
  let last = first;
  while (last < spikes.length && spikes[last] <= window.to) last += 1;
  if (last - first > MOST) return;
  const {colour, font} = paletteOf(ctx.canvas);
  const {interval} = wordsOf(ctx.canvas);
  const all = [];
  for (let index = first; index < last; index += 1) {
    const text = interval.number(index);
    const x = scales.x.getPixelForValue(spikes[index]) + 4;
    const room = (index + 1 < last ? scales.x.getPixelForValue(spikes[index + 1]) : right) - x;
    if (x >= left) all.push({index, text, x, room, width: widthOf(ctx, text)});
  }
  const isChosen = (/** @type {number} */ index) => index === chosen?.from || index === chosen?.to;
  const shown = new Set(numbered(all));
  const bursts = crowded(pattern, all, shown);
  const inBurst = (/** @type {number} */ index) =>
    [...bursts].some(([last, {first}]) => index >= first && index <= last);
  Object.assign(ctx, {textBaseline: 'middle', textAlign: 'left', lineWidth: 4, strokeStyle: colour('page')});
  for (const one of all) {
    const {index, x} = one;
    const burst = isChosen(index) ? undefined : bursts.get(index);
    if (!burst && !isChosen(index) && (!shown.has(one) || inBurst(index))) continue;
    const text = burst ? `×${burst.count}` : one.text;
    const width = burst ? widthOf(ctx, text) : one.width;
    if (burst && one.room < width + 2) continue;
    ctx.font = font(isChosen(index) ? '700' : '');
    ctx.fillStyle = isChosen(index) ? colour('accent') : faint(colour('ink-soft'), 0.7);
    if (one.room < width + 2) ctx.strokeText(text, x, y);
    ctx.fillText(text, x, y);
  }
}

/** The chosen interval, as a line with arrowheads from spike to spike. */
function paintInterval(
  /** @type {import('chart.js').Chart} */ {ctx, chartArea: {left, right}, scales},
  /** @type {Results} */ {runs, selected, chosen},
  /** @type {number} */ y,
) {
  if (!chosen || chosen.to === null) return;
  const {spikes} = runs[selected].recording;
  const [from, to] = [spikes[chosen.from], spikes[chosen.to]];
  const [start, end] = [from, to].map((time) => scales.x.getPixelForValue(time));
  const [low, high] = [Math.max(start, left), Math.min(end, right)];
  if (high < left || low > right) return;
  ctx.strokeStyle = paletteOf(ctx.canvas).colour('accent');
  ctx.lineWidth = 1.5;
  ctx.beginPath();
  ctx.moveTo(low, y);
  ctx.lineTo(high, y);
  for (const [at, way] of [
    [start, 5],
    [end, -5],
  ]) {
    if (at < left || at > right) continue;
    ctx.moveTo(at + way, y - 3);
    ctx.lineTo(at, y);
    ctx.lineTo(at + way, y + 3);
  }
  ctx.stroke();
  const text = wordsOf(ctx.canvas).interval.brief(chosen.from, chosen.to, to - from);
  const width = widthOf(ctx, text);
  const middle = Math.min(Math.max((low + high - width) / 2, left + 2), right - width - 2);
  label(ctx, text, middle, high - low > width + 24 ? y : y + 14, 'accent');
}

/** Draws all annotations over the curves; none where a class is to count the spikes and bursts itself. @param {import('chart.js').Chart} chart the plot of v @param {Results} results */
export function paintSpikes(chart, results) {
  const {ctx, chartArea, scales} = chart;
  const {runs, selected, withheld} = results;
  if (!scales.x || !scales.y || withheld) return;
  ctx.save();
  const peak = scales.y.getPixelForValue(runs[selected].experiment.cell.vpeak);
  const below = Math.max(peak + 4, scales.y.top + 5);
  // In a low plot, a number would cover the curve below it.
  if (scales.y.height > 30) paintNumbers(chart, results, below);
  paintBursts(chart, runs[selected], Math.max(peak - 8, chartArea.top - 3));
  paintInterval(chart, results, below + (scales.y.height > 60 ? 16 : 8));
  ctx.restore();
}
