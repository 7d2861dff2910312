// plot/chart.js: Chart.js as the lab uses it: lines through given points on linear axes, redrawn at once.
import {Chart, LineController, LineElement, LinearScale, PointElement} from 'chart.js';
import {paletteOf} from './palette.js';
import {wordsOf} from './place.js';
import {marksOf, powerMarks} from '../session/ranges.js';

export {extent, niceStep, roundRange} from '../session/ranges.js';

Chart.register(LineController, LineElement, LinearScale, PointElement);

/** Points up to which a curve is drawn as finely as the canvas can. */
const FINE = 4000;

/** How wide the letters of a mark are, and what lies between two of them. */
const DIGIT = 0.65; // of its height, a little more than in the fonts of most systems
const BETWEEN = 5; // px
/** How small the title of an axis may become, of its size, to fit its length. */
const SMALLEST = 0.8;

// --- as sharp as the screen ---------------------------------------------------------------------------------------------

/** All charts there are. @type {Set<Chart>} */
const charts = new Set();
/** How many dots of paper a pixel of the page is at least: some 300 to an inch. */
const PRINTED = 3;

/** Draws every plot with so many dots to a pixel of the page; none given: with those of the screen. @param {number} [dots] */
function sharpen(dots) {
  for (const one of charts) {
    one.options.devicePixelRatio = dots;
    // One behind a tab is drawn anew when it comes to light.
    if (one.canvas.clientWidth > 0) one.resize();
  }
}

/** How often the dots of the screen are looked at, in ms. */
const LOOK = 300;

/**
 * Watches the dots of the screen, which change when the page is zoomed or goes to another screen. Chart.js asks for them
 * only when the window's size changes. Browsers tell of them by a media query, but Chromium not before it has another
 * reason to look at its queries; so the number itself is looked at now and then.
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
  const looking = setInterval(look, LOOK);
  signal.addEventListener('abort', () => clearInterval(looking));
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

/** @param {Chart} chart that is about to go */
function leave(chart) {
  charts.delete(chart);
  if (charts.size) return;
  watch?.abort();
  watch = undefined;
}

/** @typedef {ReturnType<typeof linePlot>} Plot */

/**
 * A plot within `host`, which keeps a canvas with a name for those who cannot see it.
 * @param {HTMLElement} host
 * @param {(chart: Chart) => void} [paint] draws on top of the curves
 * @param {(chart: Chart) => void} [prime] draws beneath them
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
  const {mark, markOfPower} = words.numbers;
  /** How wide a mark is, in px. @param {number} value @param {number} size of its letters */
  const markWidth = (value, size) => DIGIT * size * mark(value).length;
  /** Made when it is first drawn, or asked for: a plot behind a tab may never be. @type {Chart | undefined} */
  let made;
  const chart = () => made ?? make();
  function make() {
    made = new Chart(canvas, {
      type: 'line',
      data: {datasets: []},
      plugins: [
        {
          id: 'overlay',
          // It draws itself while it is being made, when there is nothing to be drawn upon.
          beforeDraw: (drawn) => fitTitles(/** @type {any} */ (drawn)),
          beforeDatasetsDraw: (drawn) => made && prime?.(/** @type {any} */ (drawn)),
          afterDatasetsDraw: (drawn) => made && paint?.(/** @type {any} */ (drawn)),
        },
      ],
      options: {
        animation: false,
        parsing: false,
        normalized: true,
        maintainAspectRatio: false,
        events: [],
        elements: {point: {radius: 0, hitRadius: 0}, line: {borderWidth: 1.5, borderJoinStyle: 'round', tension: 0}},
        scales: {},
      },
    });
    keepSharp(made);
    return made;
  }

  /** The titles of the axes upwards, as they are given. @type {Map<string, string>} */
  const titles = new Map();
  /**
   * Fits each title into the length of its axis: in smaller letters, or only its unit.
   * @param {Chart} drawn
   */
  function fitTitles(drawn) {
    const {font, size} = palette();
    const {ctx} = drawn;
    ctx.save();
    ctx.font = font();
    for (const [id, full] of titles) {
      const scale = drawn.scales[id];
      if (!scale) continue;
      const share = (scale.bottom - scale.top) / ctx.measureText(full).width;
      const title = /** @type {any} */ (scale.options).title;
      const unit = /\[[^\]]*\]$/.exec(full)?.[0];
      title.text = share < SMALLEST && unit ? unit : full;
      title.font = {size: size() * (title.text === full ? Math.min(1, Math.max(share, SMALLEST)) : 1)};
    }
    ctx.restore();
  }

  let shown = '';
  /** What each curve is given. @type {WeakMap<object, string>} */
  const forms = new WeakMap();

  /** @param {any} x @param {any[]} y @param {number} margin @param {number} top */
  function setAxes(x, y, margin, top) {
    const {colour, size: sizeOf} = palette();
    const size = sizeOf();
    const text = colour('ink-soft');
    const grid = {color: colour('grid'), drawTicks: false, tickLength: 0};
    const ticks = {
      color: text,
      font: {size},
      padding: 4,
      maxRotation: 0,
      callback: mark,
    };
    const marks = (/** @type {any} */ one) => ({
      ...ticks,
      includeBounds: !one.inner,
      ...(one.log ? {callback: markOfPower} : {}),
    });
    const axis = (/** @type {any} */ one) => ({
      type: 'linear',
      afterBuildTicks: (/** @type {any} */ scale) => {
        // Chart.js would spread its own over whatever is left, and those are no round numbers.
        if (one.step && !one.log && (one.inner || one.id))
          scale.ticks = marksOf(one.min, one.max, one.step, 6).map((value) => ({value}));
        // A lane is low: its zero is mark enough.
        if (one.lane) scale.ticks = [{value: 0}];
        // The highest mark of a lane would lie on the lowest of the one above.
        if (one.stack) scale.ticks = scale.ticks.filter((/** @type {any} */ {value}) => value < one.max);
        // The marks of the ends lie within: their neighbours make room.
        if (one.within) {
          const room = (/** @type {number} */ end, /** @type {number} */ value) =>
            (Math.abs(value - end) / (one.max - one.min)) * scale.width >
            markWidth(end, size) + BETWEEN + markWidth(value, size) / 2;
          scale.ticks = scale.ticks.filter(
            (/** @type {any} */ {value}, /** @type {number} */ i, /** @type {any[]} */ all) =>
              i === 0 || i === all.length - 1 || (room(one.min, value) && room(one.max, value)),
          );
        }
        if (one.log) scale.ticks = powerMarks(scale.min, scale.max).map((value) => ({value}));
      },
      min: one.min,
      max: one.max,
      border: {color: colour('line')},
      grid,
      title: {
        display: Boolean(one.title),
        text: one.title,
        color: one.ink ?? text,
        font: {size},
        padding: 0,
      },
    });
    /** @type {any} */
    const scales = {
      x: {
        ...axis(x),
        position: 'bottom',
        ticks: {
          stepSize: x.step,
          ...marks(x),
          color: x.ink ?? text,
          maxTicksLimit: 9,
          align: x.within ? 'inner' : 'center',
        },
      },
    };
    titles.clear();
    for (const [index, one] of y.entries()) {
      if (one.title) titles.set(one.id, one.title);
      scales[one.id] = {
        ...axis(one),
        position: 'left',
        ticks: {stepSize: one.step, ...marks(one), color: one.ink ?? text, maxTicksLimit: 6},
        // All time plots give their axis the same width, so that one instant lies on one vertical line.
        afterFit: (/** @type {any} */ scale) => {
          scale.width = ((one.title ? 56 : 46) * size) / 11;
        },
      };
      // Chart.js stacks from the bottom up.
      if (one.lane || one.stack)
        Object.assign(scales[one.id], {stack: 'lanes', stackWeight: one.stack ?? 1, weight: -index});
    }
    Object.assign(chart().options, {scales, layout: {padding: {top, right: margin}}});
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
     * @param {{min: number, max: number, step?: number, title?: string, ink?: string, log?: boolean, inner?: boolean, within?: boolean}} what.x
     *   `log`: the values are powers of ten, and are marked as such; `inner`: its ends have no marks unless they are round;
     * `within`: the marks of its ends lie within the plot, which so keeps its width whatever they are
     * @param {{id: string, min: number, max: number, step?: number, title?: string, ink?: string, lane?: boolean, stack?: number, log?: boolean}[]} what.y from top to bottom
     *   `stack`: lanes above one another, by their shares of the height
     * @param {string} what.label what a screen reader says
     * @param {number} [what.margin] room to the right of the plot, for names @param {number} [what.top] and above it
     */
    draw({datasets, x, y, label, margin = 10, top = 4}) {
      // Chart.js works its options out anew whenever they are set, and mostly only the points have changed.
      const {colour, size, thickness} = palette();
      const asked = JSON.stringify([x, y, margin, top, colour('ink-soft'), size()]);
      if (asked !== shown) {
        shown = asked;
        setAxes(x, y, margin, top);
      }
      // Without _decimated Chart.js draws no finer than whole pixels, and an upstroke becomes a stair; but a solid band of
      // many thousand points needs no better.
      const thick = thickness();
      const held = chart().data.datasets;
      held.length = Math.min(held.length, datasets.length);
      for (const [index, one] of datasets.entries()) {
        // Chart.js knows a curve by its object; but what another kind of curve had there must not stay.
        const form = Object.keys(one).join();
        const same = held[index] && forms.get(held[index]) === form ? held[index] : {};
        forms.set(same, form);
        held[index] = Object.assign(same, {_decimated: one.data.length < FINE}, one, {
          borderWidth: (one.borderWidth ?? 1.5) * thick,
        });
      }
      chart().update('none');
      canvas.setAttribute('aria-label', label);
    },
    destroy() {
      if (made) leave(made);
      made?.destroy();
    },
  };
}
