// views/trace-view.js: v, u or I against time. Of several runs, the selected one and the one it is compared with.
import {describe, placeOf, whenGone, wordsOf} from '../plot/place.js';
import {unitOf} from '../engine/quantities.js';
import {COMPARED_DASH, FAINT, faint, paletteOf} from '../plot/palette.js';
import {linePlot} from '../plot/chart.js';
import {nameLevels, paintInstant} from '../plot/in-picture.js';
import {clipped} from '../plot/phase-paint.js';
import {pointsOfStimulus, pointsOverTime} from '../plot/points.js';
import {overview} from './overview.js';
import {paintSpikes} from '../plot/spike-marks.js';
import {paintEffectOverTime} from '../plot/effects.js';
import {levelHandles, levelRoom, paintLevels} from '../plot/level-handles.js';
import {stimulusHandles} from '../plot/stimulus-handles.js';
import {timeCursor} from '../plot/time-cursor.js';
import {numbersBelow} from './state-at.js';
import {View} from './view.js';

/** Each variable's colour. */
const TOKENS = {v: 'v', u: 'u', current: 'i'};

/** The height of the name of a plot, in px. */
const NAME = 14;

/** The unit of time, at the end of its axis, after the last tick label if that is there. @param {import('chart.js').Chart} chart */
function nameTime({ctx, chartArea, scales}) {
  if (!scales.x) return; // nothing has been drawn yet
  const {colour, font} = paletteOf(ctx.canvas);
  ctx.save();
  ctx.font = font();
  ctx.fillStyle = colour('ink-soft');
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  const {ticks} = scales.x;
  const last = ticks[ticks.length - 1];
  const end = last ? scales.x.getPixelForValue(last.value) + ctx.measureText(String(last.label)).width / 2 : 0;
  ctx.fillText(unitOf('time'), Math.max(chartArea.right, end) + 3, (scales.x.top + scales.x.bottom) / 2 + 1);
  ctx.restore();
}

/**
 * Draws the current of a highlighted formula as a line across the plot of the stimulus; if it is off the axis, names it at
 * the edge with an arrow.
 * @param {import('chart.js').Chart} chart @param {Marked | null} highlight
 */
function markCurrent({ctx, chartArea: {left, right, top, bottom}, scales}, highlight) {
  if (highlight?.mark !== 'current' || !scales.y) return;
  const y = scales.y.getPixelForValue(highlight.value);
  const {colour, font} = paletteOf(ctx.canvas);
  const [above, below] = [y < top, y > bottom];
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = colour('accent');
  ctx.font = font('600');
  ctx.textAlign = 'right';
  ctx.textBaseline = above || y < top + 14 ? 'top' : 'bottom';
  const text = wordsOf(ctx.canvas).highlighted(highlight);
  ctx.fillText(`${text}${above ? ' ↑' : below ? ' ↓' : ''}`, right - 4, Math.min(Math.max(y, top), bottom));
  if (!above && !below) {
    ctx.setLineDash([6, 3]);
    ctx.beginPath();
    ctx.moveTo(left, y);
    ctx.lineTo(right, y);
    ctx.stroke();
  }
  ctx.restore();
}

/** How much wider than the curve its halo is, and how opaque. */
const HALO = {times: 4, alpha: 0.1};

/** A pale band along the curve of the selected run, which makes it the first thing seen. @param {import('chart.js').Chart} chart */
function paintHalo(chart) {
  const {ctx, chartArea, data} = chart;
  const index = data.datasets.findIndex((one) => /** @type {any} */ (one).order === 0);
  // Chart.js keeps the path that it has just drawn.
  const path = /** @type {any} */ (chart.getDatasetMeta(index)?.dataset)?._path;
  if (!path) return;
  const {borderColor, borderWidth} = /** @type {any} */ (data.datasets[index]);
  clipped({ctx, area: chartArea}, () => {
    Object.assign(ctx, {strokeStyle: borderColor, lineWidth: HALO.times * borderWidth, lineJoin: 'round'});
    ctx.globalAlpha = HALO.alpha;
    ctx.stroke(path);
  });
}

/** Fills the space between the stimulus and 0. @param {import('chart.js').Chart} chart @param {Result} run */
function paintArea({ctx, chartArea, scales: {x, y}}, {corners: {time, current}}) {
  if (!x || !y || !time.length) return;
  clipped({ctx, area: chartArea}, () => {
    ctx.fillStyle = paletteOf(ctx.canvas).colour('i-tint');
    ctx.beginPath();
    const [zero, last] = [y.getPixelForValue(0), time.length - 1];
    ctx.moveTo(x.getPixelForValue(time[0]), zero);
    for (let i = 0; i <= last; i += 1) ctx.lineTo(x.getPixelForValue(time[i]), y.getPixelForValue(current[i]));
    ctx.lineTo(x.getPixelForValue(time[last]), zero);
    ctx.fill();
  });
}

class TraceView extends View {
  /** @type {ReturnType<typeof linePlot> | undefined} */
  #plot;
  /** @type {ReturnType<typeof timeCursor> | undefined} */
  #cursor;
  /** Only for v: the strip below it. @type {ReturnType<typeof overview> | undefined} */
  #overview;
  /** Only for v: the numbers at the cursor. @type {ReturnType<typeof numbersBelow> | undefined} */
  #numbers;
  /** Only for v: the handles of the cell's voltages. @type {ReturnType<typeof levelHandles> | undefined} */
  #levels;
  /** Only for the current: the handles of the stimulus. @type {ReturnType<typeof stimulusHandles> | undefined} */
  #handles;
  /** @type {Results | undefined} */
  #results;
  /** @type {'v' | 'u' | 'current'} */
  #name = 'v';
  /** The names written beside the curves, and the value of v they stand at. @type {{text: string, at: number, ink: string, selected: boolean}[]} */
  #names = [];
  /** Whether it is a low strip without labels. */
  #folded = false;
  /** Whether its name stands beside the top of its axis, where there are no ticks then. */
  #nameAtAxis = false;
  /** What the plot of the stimulus was last drawn from, as JSON; '' in other plots. */
  #shown = '';
  /** @type {import('../plot/effects.js').Moved} */
  #moved = {};

  connectedCallback() {
    if (this.#plot) return;
    this.#name = /** @type {any} */ (this.getAttribute('name'));
    const over = (/** @type {import('chart.js').Chart} */ chart) => {
      const {picture} = placeOf(this);
      if (this.#name === 'v' && !picture) paintHalo(chart);
      if (this.#results) paintEffectOverTime(chart, this.#results, this.#name, TOKENS[this.#name], this.#moved, 'y');
      if (this.#timed && !picture) nameTime(chart);
      if (picture && this.#results) this.#drawPicture(chart, this.#results);
      this.#nameRuns(chart);
      if (this.#name === 'current' && this.#results) markCurrent(chart, this.#results.highlight);
      if (this.#name === 'v' && this.#results && !placeOf(this).figure) paintSpikes(chart, this.#results);
      if (this.#results && chart.scales.x) this.#overview?.show(this.#results, chart.chartArea);
      this.#cursor?.place();
      this.#numbers?.place(chart.chartArea);
      this.#levels?.place();
      this.#handles?.place();
    };
    const under = (/** @type {import('chart.js').Chart} */ chart) => {
      const run = this.#results?.runs[this.#results.selected];
      if (run && this.#name === 'v' && !placeOf(this).figure) paintLevels(chart, run.experiment.cell);
      if (run && this.#name === 'current') paintArea(chart, run);
    };
    this.#plot = linePlot(this, over, under);
    if (this.#name === 'v') this.#overview = overview(this);
    this.#cursor = timeCursor(this.#plot, this.words.plots[this.#name], TOKENS[this.#name]);
    if (this.#name === 'v') {
      this.#levels = levelHandles(this.#plot);
      this.#numbers = numbersBelow(this);
    }
    if (this.#name === 'current') this.#handles = stimulusHandles(this.#plot);
  }

  disconnectedCallback() {
    whenGone(this, () => this.#close());
  }

  #close() {
    this.#plot?.destroy();
    this.#plot = undefined;
    this.#shown = '';
    this.#cursor = undefined;
    this.#numbers = undefined;
    this.#overview = undefined;
    this.#levels = undefined;
    this.#handles = undefined;
    this.replaceChildren();
  }

  /** Whether the axis of time stands below it: of several plots, below the last. */
  get #timed() {
    return this.#name === 'current' || this.hasAttribute('timed');
  }

  get shown() {
    return this.#results;
  }

  /** Called instead of `results` when only the cursor has moved. @param {Results} results */
  set atCursor(results) {
    const {instant, highlight, chosen} = results;
    const last = this.#results;
    this.#results = results;
    const other = JSON.stringify(chosen) !== JSON.stringify(last?.chosen);
    if (this.#name === 'v' ? other : this.#name === 'current' && highlight !== last?.highlight)
      this.#plot?.chart.draw();
    this.#cursor?.mark(results, instant && instant[this.#name], 'y');
    this.#numbers?.show(results);
  }

  /** Whether it is a low strip without labels. @param {boolean} folded */
  set folded(folded) {
    if (folded === this.#folded) return;
    this.#folded = folded;
    if (this.#results) this.results = this.#results;
  }

  /** Whether its name stands beside the top of its axis. @param {boolean} beside */
  set nameAtAxis(beside) {
    if (beside === this.#nameAtAxis) return;
    this.#nameAtAxis = beside;
    if (this.#results) this.results = this.#results;
  }

  /** Highlights what the active parameter moves. */
  set moved(/** @type {import('../plot/effects.js').Moved} */ moved) {
    if (moved === this.#moved) return;
    this.#moved = moved;
    this.#plot?.chart.draw();
  }

  /** Highlights the handle of the active field, given by its path. */
  set field(/** @type {string} */ path) {
    this.#handles?.activate(path);
  }

  /** @param {Results} results */
  set results(results) {
    const {words} = this;
    this.#results = results;
    const {runs, ghosts, selected, compared, window, scales} = results;
    const name = this.#name;
    if (!this.#plot) return;
    const {colour, ghostLook, runInk} = this.#plot.palette;
    const inkOf = (/** @type {number} */ index) => (runs.length > 1 ? runInk(index) : colour(TOKENS[name]));
    const {picture} = placeOf(this);
    const timed = this.#timed || picture?.alone;
    const titled = (/** @type {string} */ axis) => picture && {title: words.axes(axis), ink: colour('ink')};
    const {kind, ...range} = scales[name];
    // Of several runs the selected one is drawn, with the one it is compared with; responses below rest are drawn together.
    const together = kind === 'below' || runs.length === 1;
    const shown = runs
      .map((run, index) => ({run, index}))
      .filter(({index}) => together || index === selected || index === compared);
    const points = (/** @type {Result} */ run) =>
      name === 'current' ? pointsOfStimulus(run) : pointsOverTime(run.recording, name);
    const behind = ghosts.map((ghost, index) => ({data: points(ghost), yAxisID: 'y', ...ghostLook(index)}));
    const datasets = shown.map(({run, index}) => ({
      data: points(run),
      yAxisID: 'y',
      borderDash: index === compared && !together ? COMPARED_DASH : [],
      borderColor: together && index !== selected ? faint(inkOf(index), FAINT) : inkOf(index),
      borderWidth: this.#folded ? 1.4 : index === selected ? 1.9 : 1.4,
      order: index === selected ? 0 : 1,
    }));
    this.#names =
      kind === 'below' && runs.length > 1
        ? runs.map((run, index) => ({
            text: words.runLabel(run),
            at: run.recording.v[run.recording.v.length - 1],
            ink: inkOf(index),
            selected: index === selected,
          }))
        : [];
    const what = {
      datasets: [...datasets, ...behind],
      x: {min: window.from, max: window.to, bare: !timed, ...(timed && titled('time'))},
      y: [{id: 'y', bare: this.#folded, clear: this.#nameAtAxis ? NAME : 0, ...range, ...titled(name)}],
      margin: picture?.alone && name !== 'v' ? 0 : levelRoom(this.#plot),
      label: words.describe.trace(
        words.plots[name],
        `${words.describe.time(window.from, window.to)}, ${words.describe.range(range.min, range.max, unitOf(name))}`,
        [
          ...runs.map((run) => `${words.runLabel(run)}: ${words.spikeCount(run.measures.count)}.`),
          ...ghosts.map(({name: its, measures}, i) => words.compare.behind(i, its, measures.count)),
        ].join(' '),
      ),
    };
    // Most edits leave the stimulus as it is, and comparing its few corners is cheaper than drawing them.
    const {label, ...drawn} = what;
    const key = name === 'current' ? JSON.stringify([drawn, colour('ink-soft')]) : '';
    if (key && key === this.#shown) describe(this.#plot.canvas, label);
    else this.#plot.draw(what);
    this.#shown = key;
    this.#levels?.show(runs[selected].experiment.cell);
    this.#handles?.show(results);
    this.atCursor = results;
  }

  /** What stands over the plot on the screen, in a picture of it. @param {import('chart.js').Chart} chart @param {Results} results */
  #drawPicture(chart, {runs, selected, fixed, cursor, instant}) {
    if (this.#name === 'v') nameLevels(chart, runs[selected].experiment.cell);
    if (fixed) paintInstant(chart, cursor, instant && instant[this.#name], TOKENS[this.#name]);
  }

  /** @param {import('chart.js').Chart} chart */
  #nameRuns(chart) {
    const {ctx, chartArea, scales} = chart;
    if (!scales.y) return;
    ctx.save();
    ctx.textBaseline = 'bottom';
    ctx.textAlign = 'right';
    for (const {text, at, ink, selected} of this.#names) {
      ctx.font = paletteOf(ctx.canvas).font(selected ? '600' : '');
      ctx.fillStyle = ink;
      ctx.fillText(text, chartArea.right - 4, scales.y.getPixelForValue(at) - 2);
    }
    ctx.restore();
  }
}
customElements.define('trace-view', TraceView);
