// plot/chart.js: Chart.js as the lab uses it: lines through given points on linear axes, redrawn without animation.
import {Chart} from './orderless.js';
import {widthOf, write} from './letters.js';
import {paletteOf} from './palette.js';
import {describe, placeOf, wordsOf} from './place.js';
import {powerMarks, ticksOf} from '../session/ranges.js';

export {extent, niceStep, roundRange} from '../session/ranges.js';

/** Curves with fewer points than this are drawn as finely as the canvas can. */
const FINE = 4000;

const DIGIT = 0.65; // width of a digit relative to its height, a little more than in most system fonts
/** The room between tick labels, in heights of a letter: across, up, and up where fewer than three ticks would be left. */
const BETWEEN = {x: 0.85, y: 3.3, tight: 1.7};
/** Across, there are at most so many intervals between ticks. */
const MOST = 9;
/** The width of a vertical axis with a title, and of one without, in heights of a letter. */
export const AXIS = 52 / 11;
const UNTITLED = 36 / 11;
/** How far the title of an axis may shrink, as a fraction of its size, to fit. */
const SMALLEST = 0.8;

// --- sharpness ----------------------------------------------------------------------------------------------------------

/** All existing charts. @type {Set<Chart>} */
const charts = new Set();
/** Canvas pixels per CSS pixel in print, at least: about 300 dpi. */
const PRINTED = 3;

/** Redraws every plot with this many canvas pixels per CSS pixel; without an argument, with the screen's ratio. @param {number} [dots] */
function sharpen(dots) {
  for (const one of charts) {
    one.options.devicePixelRatio = dots;
    // A hidden one is redrawn when it is shown.
    if (one.canvas.clientWidth > 0) one.resize();
  }
}

/** How often the screen's pixel ratio is checked, in ms. */
const LOOK = 300;
const SELDOM = 2000;

/**
 * Watches the pixel ratio, which changes when the page is zoomed or moves to another screen. Chart.js checks it only when the
 * window's size changes. A media query reports the change, but in Chromium not until something else makes it evaluate its
 * queries, so the ratio is also checked at intervals: long ones in a frame, of which a page may have a dozen, and whenever somebody
 * comes to it.
 * @param {AbortSignal} signal ends it
 */
function watchDots(signal) {
  let dots = window.devicePixelRatio;
  const ask = () => matchMedia(`(resolution: ${dots}dppx)`).addEventListener('change', look, {once: true, signal});
  function look() {
    if (window.devicePixelRatio === dots) return;
    dots = window.devicePixelRatio;
    sharpen();
    ask();
  }
  ask();
  const looking = setInterval(look, window.parent === window ? LOOK : SELDOM);
  signal.addEventListener('abort', () => clearInterval(looking));
  for (const type of ['resize', 'pointerover', 'focus']) window.addEventListener(type, look, {signal});
  window.addEventListener('beforeprint', () => sharpen(Math.max(PRINTED, window.devicePixelRatio)), {signal});
  window.addEventListener('afterprint', () => sharpen(), {signal});
}

/** Ends the watch, which lasts as long as there are charts. @type {AbortController | undefined} */
let watch;

/** @param {Chart} chart */
function keepSharp(chart) {
  charts.add(chart);
  if (watch) return;
  watch = new AbortController();
  watchDots(watch.signal);
}

/** @param {Chart} chart about to be destroyed */
function leave(chart) {
  charts.delete(chart);
  if (charts.size) return;
  watch?.abort();
  watch = undefined;
}

/** @typedef {ReturnType<typeof linePlot>} Plot */

/**
 * A plot inside `host`: a canvas with an accessible name.
 * @param {HTMLElement} host
 * @param {(chart: Chart) => void} [paint] draws over the curves
 * @param {(chart: Chart) => void} [prime] draws beneath the curves
 */
export function linePlot(host, paint, prime) {
  const frame = document.createElement('div');
  frame.className = 'plot-frame';
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  frame.append(canvas);
  host.append(frame);
  const palette = () => paletteOf(host);
  const words = wordsOf(host);
  const {picture} = placeOf(host);
  const {mark, markOfPower} = words.numbers;
  /** The width of a tick label, in px. @param {number} value @param {number} size of the font */
  const markWidth = (value, size) => DIGIT * size * mark(value).length;
  /** Created when first drawn or asked for: a plot on a hidden tab may never be needed. @type {Chart | undefined} */
  let made;
  const chart = () => made ?? make();
  /** @param {any} [axes] as from `axesOf` @param {any[]} [datasets] */
  function make(axes = {scales: {}}, datasets = []) {
    picture?.prepare(canvas);
    const first = new Chart(canvas, {
      type: /** @type {any} */ ('curves'),
      data: {datasets},
      plugins: [
        {
          id: 'overlay',
          // Chart.js draws once while `new Chart` is still running.
          beforeInit: (drawn) => void (made = /** @type {any} */ (drawn)),
          beforeDraw: (drawn) => fitTitles(/** @type {any} */ (drawn)),
          beforeDatasetsDraw: (drawn) => prime?.(/** @type {any} */ (drawn)),
          afterDatasetsDraw: (drawn) => paint?.(/** @type {any} */ (drawn)),
        },
        ...(picture ? [{...picture.plugin, afterDraw: paintTitles}] : []),
      ],
      options: {
        devicePixelRatio: picture?.dots,
        animation: false,
        parsing: false,
        normalized: true,
        maintainAspectRatio: false,
        events: [],
        elements: {point: {radius: 0, hitRadius: 0}, line: {borderWidth: 1.5, borderJoinStyle: 'round', tension: 0}},
        ...axes,
      },
    });
    keepSharp(first);
    return first;
  }

  /** The full titles of the vertical axes, by id. @type {Map<string, string>} */
  const titles = new Map();
  /**
   * Fits each title to the length of its axis: with smaller letters, or by showing only the unit.
   * @param {Chart} drawn
   */
  function fitTitles(drawn) {
    const {colour, font, size} = palette();
    const {ctx} = drawn;
    for (const [id, full] of titles) {
      const scale = drawn.scales[id];
      if (!scale) continue;
      const share = (scale.bottom - scale.top) / titleWidth(ctx, full, font());
      const title = /** @type {any} */ (scale.options).title;
      const unit = /\[[^\]]*\]$/.exec(full)?.[0];
      title.text = share < SMALLEST && unit ? unit : full;
      title.font = {
        family: colour('sans'),
        size: size() * (title.text === full ? Math.min(1, Math.max(share, SMALLEST)) : 1),
      };
    }
  }
  /** The widths of titles, by their fonts and texts. @type {Map<string, number>} */
  const titleWidths = new Map();
  /** @param {CanvasRenderingContext2D} ctx @param {string} title @param {string} font */
  function titleWidth(ctx, title, font) {
    const key = `${font} ${title}`;
    const known = titleWidths.get(key);
    if (known !== undefined) return known;
    ctx.save();
    ctx.font = font;
    const {width} = ctx.measureText(title);
    ctx.restore();
    titleWidths.set(key, width);
    return width;
  }

  /** Writes the titles of the axes in a picture, with their variables in italics; Chart.js has only kept their room. @param {any} drawn */
  function paintTitles({ctx, scales}) {
    for (const {axis, left, right, top, bottom, options} of Object.values(scales)) {
      const {display, text, ink, font} = options.title;
      if (!display) continue;
      const [x, y] =
        axis === 'x' ? [(left + right) / 2, bottom - 0.6 * font.size] : [left + 0.9 * font.size, (top + bottom) / 2];
      ctx.save();
      Object.assign(ctx, {fillStyle: ink, textAlign: 'left', textBaseline: 'middle'});
      ctx.translate(x, y);
      if (axis === 'y') ctx.rotate(-Math.PI / 2);
      const name = text.replace(/^v(?=[a-z]+ \[)/, 'v_');
      write(ctx, name, -widthOf(ctx, name, {formula: true}) / 2, 0, {formula: true});
      ctx.restore();
    }
  }

  let shown = '';
  /** The properties each curve was last given. @type {WeakMap<object, string>} */
  const forms = new WeakMap();

  /** @param {any} x @param {any[]} y @param {number} margin @param {number} top */
  function axesOf(x, y, margin, top) {
    const {colour, size: sizeOf} = palette();
    const size = sizeOf();
    const text = colour('ink-soft');
    const font = {family: colour('sans'), size};
    const grid = {color: colour('grid'), drawTicks: false, tickLength: 0};
    const marks = (/** @type {any} */ one, /** @type {number} */ gap) => ({
      color: one.ink ?? text,
      font,
      padding: picture ? gap * size : 4,
      maxRotation: 0,
      autoSkip: false,
      display: !one.bare,
      callback: one.log ? markOfPower : mark,
    });
    /** The ticks of a linear axis: as many round ones as have room. @param {any} scale @param {any} one */
    function ticks({axis, width, height}, {min, max, stack, clear = 0}) {
      // Chart.js asks for the ticks of lanes when it has given them only half of the height.
      const room = axis === 'x' ? width : (stack ? 1.7 : 1) * height;
      const half = (/** @type {number} */ value) => (axis === 'x' ? markWidth(value, size) : size) / 2;
      const seen = (/** @type {number} */ value) =>
        !clear || ((max - value) / (max - min)) * room > clear + half(value);
      const apart = (/** @type {number} */ times) => () => times * size;
      const across = (/** @type {number[]} */ all) =>
        Math.max(room / MOST, ...all.map((value) => markWidth(value, size) + BETWEEN.x * size));
      const wide = ticksOf(min, max, room, axis === 'x' ? across : apart(BETWEEN.y));
      return (axis === 'x' || wide.length > 2 ? wide : ticksOf(min, max, room, apart(BETWEEN.tight))).filter(seen);
    }
    /** The same while its size is the same: Chart.js asks several times a drawing. @param {any} one */
    const linearTicks = (one) => {
      let last = {width: 0, height: 0, found: /** @type {number[]} */ ([])};
      return (/** @type {any} */ scale) => {
        const {width, height} = scale;
        if (last.width !== width || last.height !== height) last = {width, height, found: ticks(scale, one)};
        return last.found.map((value) => ({value}));
      };
    };
    const axis = (/** @type {any} */ one, ticksOn = linearTicks(one)) => ({
      type: 'linear',
      afterBuildTicks: (/** @type {any} */ scale) => {
        if (!one.log) scale.ticks = ticksOn(scale);
        // The top tick of a lane would overlap the bottom tick of the lane above.
        if (one.stack) scale.ticks = scale.ticks.filter((/** @type {any} */ {value}) => value < one.max);
        if (one.log) scale.ticks = powerMarks(scale.min, scale.max).map((value) => ({value}));
      },
      min: one.min,
      max: one.max,
      border: {color: colour('line')},
      grid,
      title: {
        display: Boolean(one.title),
        text: one.title,
        color: picture ? 'transparent' : (one.ink ?? text),
        ink: one.ink ?? text,
        font,
        padding: 0,
      },
    });
    /** @type {any} */
    const scales = {
      x: {
        ...axis(x),
        position: 'bottom',
        ticks: marks(x, 0.45),
      },
    };
    titles.clear();
    for (const [index, one] of y.entries()) {
      if (one.title) titles.set(one.id, one.title);
      scales[one.id] = {
        ...axis(one),
        position: 'left',
        ticks: marks(one, 0.3),
        // All time plots give the vertical axis the same width, so that an instant is on one vertical line in all of them.
        afterFit: (/** @type {any} */ scale) => {
          scale.width = (one.title ? AXIS : UNTITLED) * size;
        },
      };
      // Chart.js stacks from the bottom up.
      if (one.stack) Object.assign(scales[one.id], {stack: 'lanes', stackWeight: one.stack, weight: -index});
    }
    // With autoPadding, the room for half a line, which Chart.js knows only after the first draw, would move the curves then.
    // In a picture, nothing beside the plot takes in the ends of the labels of its ticks.
    const over = picture ? 0.6 * size : 0;
    const padding = {top: Math.max(top, over), right: Math.max(margin, 2.5 * over), bottom: x.bare ? over : 0};
    return {scales, layout: {autoPadding: false, padding}};
  }

  return {
    canvas,
    frame,
    /** Those of its lab. */
    words,
    get chart() {
      return chart();
    },
    get palette() {
      return palette();
    },
    /**
     * @param {object} what
     * @param {any[]} what.datasets each {data: [{x, y}], borderColor, ...}
     * @param {{min: number, max: number, step?: number, title?: string, ink?: string, log?: boolean, bare?: boolean, clear?: number}} what.x
     *   `log`: the values are powers of ten, and labelled as such; `clear`: px at its end without ticks, for a name
     * @param {{id: string, min: number, max: number, step?: number, title?: string, ink?: string, stack?: number, log?: boolean, bare?: boolean, clear?: number}[]} what.y from top to bottom
     *   `bare`: without labels; `stack`: lanes above one another, with these relative heights
     * @param {string} what.label what a screen reader says
     * @param {number} [what.margin] room to the right of the plot, for labels @param {number} [what.top] and above it
     */
    draw({datasets, x, y, label, margin = 10, top = 4}) {
      // Chart.js recomputes its options whenever they are set, although usually only the points have changed.
      const {colour, size, widthOf} = palette();
      const asked = JSON.stringify([x, y, margin, top, colour('ink-soft'), size()]);
      const axes = asked === shown ? {} : axesOf(x, y, margin, top);
      shown = asked;
      // Without _decimated, Chart.js draws only to whole pixels, and an upstroke turns into a staircase; but a solid band of
      // thousands of points needs nothing finer.
      /** @type {any[]} */
      const existing = made?.data.datasets ?? [];
      existing.length = Math.min(existing.length, datasets.length);
      for (const [index, one] of datasets.entries()) {
        // Chart.js recognises a curve by its object, but properties of another kind of curve must not stay behind.
        const form = Object.keys(one).join();
        const same = existing[index] && forms.get(existing[index]) === form ? existing[index] : {};
        forms.set(same, form);
        existing[index] = Object.assign(same, {_decimated: one.data.length < FINE}, one, {
          borderWidth: widthOf(one.borderWidth ?? 1.5),
        });
      }
      if (made) {
        Object.assign(made.options, axes);
        made.update('none');
      } else make(axes, existing);
      describe(canvas, label);
    },
    destroy() {
      if (made) leave(made);
      made?.destroy();
    },
  };
}
