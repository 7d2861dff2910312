// views/trace-view.js: one variable against time, v, u or I; of several runs each v has a lane of its own.
import {words} from '../words/words.js';
import {unitOf} from '../quantities.js';
import {FAINT, colour, extent, faint, font, ghostLook, linePlot, roundRange} from './chart.js';
import {pointsOfStimulus, pointsOverTime} from './points.js';
import {glowOverTime} from './glow.js';
import {levelHandles, levelRoom} from './level-handles.js';
import {stimulusHandles} from './stimulus-handles.js';
import {timeCursor} from './time-cursor.js';

/** Each variable's colour. */
const TOKENS = {v: 'v', u: 'u', current: 'i'};

/** Room for the names of the lanes, the same in every time plot, so that their time axes agree. @param {Result[]} runs */
const laneNames = (runs) => 12 + 6.6 * Math.max(...runs.map((run) => Math.max(9, words.runLabel(run).length)));

/** The time axis says what it is to the left of its first mark, where there is room. @param {import('chart.js').Chart} chart */
function nameTime({ctx, chartArea, scales}) {
  if (!scales.x) return; // nothing has been drawn yet
  ctx.save();
  ctx.font = font();
  ctx.fillStyle = colour('ink-soft');
  ctx.textAlign = 'right';
  ctx.textBaseline = 'middle';
  ctx.fillText(words.axes('time'), chartArea.left - 8, (scales.x.top + scales.x.bottom) / 2 + 1);
  ctx.restore();
}

/**
 * The current that a formula speaks of, across the plot of the stimulus; off its axis it is named at the edge.
 * @param {import('chart.js').Chart} chart @param {Marked | null} highlight
 */
function markCurrent({ctx, chartArea: {left, right, top, bottom}, scales}, highlight) {
  if (highlight?.mark !== 'current' || !scales.y) return;
  const y = scales.y.getPixelForValue(highlight.value);
  const [above, below] = [y < top, y > bottom];
  ctx.save();
  ctx.strokeStyle = ctx.fillStyle = colour('accent');
  ctx.font = font('600');
  ctx.textAlign = 'right';
  ctx.textBaseline = above || y < top + 14 ? 'top' : 'bottom';
  const text = words.highlighted(highlight);
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

/** @param {Stimulus} one */
const pullsDown = (one) => (one.kind === 'step' ? one.amplitude < 0 : Math.min(one.from, one.to) < 0);
/** Runs that a current pulls down and none of which fires: what there is to see is small, and no peak is worth its room. @param {Result[]} runs */
const onlyBelow = (runs) =>
  runs.every(({recording, experiment}) => recording.spikes.length === 0 && experiment.stimulus.some(pullsDown));

class TraceView extends HTMLElement {
  #plot;
  /** @type {ReturnType<typeof timeCursor> | undefined} */
  #cursor;
  /** What can be dragged here. @type {ReturnType<typeof levelHandles | typeof stimulusHandles> | undefined} */
  #handles;
  /** @type {Results | undefined} */
  #results;
  /** @type {'v' | 'u' | 'current'} */
  #name = 'v';
  /** What is written beside the curves; `at`: the value beside which, or the middle of a lane. @type {{text: string, count: string, y: string, at: number | null, selected: boolean}[]} */
  #names = [];
  #inLanes = false;
  /** @type {import('./glow.js').Moved} */
  #touched = {};

  connectedCallback() {
    if (this.#plot) return;
    this.#name = /** @type {any} */ (this.getAttribute('name'));
    this.#plot = linePlot(this, (chart) => {
      if (this.#results) glowOverTime(chart, this.#results, this.#name, TOKENS[this.#name], this.#touched, this.#axis);
      nameTime(chart);
      this.#nameLanes(chart);
      if (this.#name === 'current' && this.#results) markCurrent(chart, this.#results.highlight);
      this.#cursor?.place();
      this.#handles?.place();
    });
    this.#cursor = timeCursor(this.#plot, words.plots[this.#name], TOKENS[this.#name]);
    if (this.#name === 'v') this.#handles = levelHandles(this.#plot);
    if (this.#name === 'current') this.#handles = stimulusHandles(this.#plot);
  }

  disconnectedCallback() {
    this.#plot?.destroy();
    this.#plot = undefined;
    this.#cursor = undefined;
    this.#handles = undefined;
    this.replaceChildren();
  }

  /** The same runs with the cursor elsewhere. @param {Results} results */
  set moment(results) {
    const {instant, highlight} = results;
    const marked = this.#results?.highlight;
    this.#results = results;
    if (this.#name === 'current' && highlight !== marked) this.#plot?.chart.draw();
    this.#cursor?.mark(results, instant && instant[this.#name], this.#axis);
  }

  /** The scale of the selected run. */
  get #axis() {
    return this.#inLanes ? `y${this.#results?.selected}` : 'y';
  }

  /** What a parameter moves that somebody touches. */
  set touched(/** @type {import('./glow.js').Moved} */ touched) {
    if (touched === this.#touched) return;
    this.#touched = touched;
    this.#plot?.chart.draw();
  }

  /** @param {Results} results */
  set results(results) {
    this.#results = results;
    const {runs, ghosts, selected, window} = results;
    const name = this.#name;
    const ink = colour(TOKENS[name]);
    const below = name === 'v' && onlyBelow(runs);
    const lanes = name === 'v' && runs.length > 1 && !below;
    const range = this.#range([...runs, ...ghosts], below, lanes);
    const points = (/** @type {Result} */ run) =>
      name === 'current' ? pointsOfStimulus(run) : pointsOverTime(run.recording, name);
    const lane = (/** @type {number} */ index) => (lanes ? `y${index}` : 'y');
    // A pinned run lies behind the only run there is, or beside several in a lane of its own.
    const behind = ghosts.map((ghost, index) => ({
      data: points(ghost),
      yAxisID: lane(runs.length + index),
      ...ghostLook(index),
    }));
    const datasets = runs.map((run, index) => ({
      data: points(run),
      yAxisID: lane(index),
      borderDash: [],
      borderColor: index === selected || lanes ? ink : faint(ink, FAINT),
      borderWidth: index === selected && runs.length > 1 ? 2 : lanes ? 1.2 : 1.5,
      order: index === selected ? 0 : 1,
    }));
    this.#inLanes = lanes;
    this.#names =
      lanes || (below && runs.length > 1)
        ? [...runs, ...(lanes ? ghosts : [])].map((run, index) => ({
            text: index < runs.length ? words.runLabel(run) : words.compare.numbered(index - runs.length, run.name),
            count: lanes ? words.spikeCount(run.measures.count) : '',
            y: lane(index),
            at: lanes ? null : run.recording.v[run.recording.v.length - 1],
            selected: index === selected,
          }))
        : [];
    this.#plot?.draw({
      datasets: [...datasets, ...behind],
      x: {min: window.from, max: window.to},
      y: lanes
        ? [...datasets, ...behind].map(({yAxisID}) => ({id: yAxisID, lane: true, ink, ...range}))
        : [{id: 'y', ink, ...range}],
      margin: runs.length > 1 ? laneNames(runs) : levelRoom(),
      label: words.describe.trace(
        words.plots[name],
        `${words.describe.time(window.from, window.to)}, ${words.describe.range(range.min, range.max, unitOf(name))}`,
        [
          ...runs.map((run) => `${words.runLabel(run)}: ${words.spikeCount(run.measures.count)}.`),
          ...ghosts.map(({name: its, measures}, i) => words.compare.behind(i, its, measures.count)),
        ].join(' '),
      ),
    });
    this.#handles?.show(results);
    this.moment = results;
  }

  /** @param {Result[]} runs @param {boolean} below @param {boolean} lanes */
  #range(runs, below, lanes) {
    const name = this.#name;
    if (name === 'current') {
      const {low, high} = extent([[0], ...runs.map(({corners}) => corners.current)]);
      return roundRange(low, high);
    }
    const {low, high} = extent(runs.map(({recording}) => recording[name]));
    if (name === 'u') {
      const ends = runs.flatMap(({recording}) => [recording.spike_u, recording.reset_u]);
      const {low: least, high: most} = extent([[low, high], ...ends]);
      return roundRange(least, most);
    }
    if (below) return roundRange(low, high, 5);
    // The whole spike stays in view, so that the scale does not leap when the first one appears.
    const peak = Math.max(high, ...runs.map(({experiment}) => experiment.cell.vpeak));
    const rest = Math.min(...runs.map(({experiment: {cell}}) => Math.min(cell.vr, cell.c)));
    const least = Math.min(low, rest);
    if (!lanes) return roundRange(least, peak + 0.02 * (peak - least), 5);
    // Lanes are low, and show no marks but zero: they waste nothing on round ends, only a gap between two of them.
    const gap = 0.12 * (peak - least);
    return {min: least - gap, max: peak + gap};
  }

  /** @param {import('chart.js').Chart} chart */
  #nameLanes(chart) {
    const {ctx, chartArea} = chart;
    ctx.save();
    ctx.textBaseline = 'middle';
    for (const {text, count, y, at, selected} of this.#names) {
      const scale = chart.scales[y];
      if (!scale) continue;
      const x = chartArea.right + 6;
      const middle = at === null ? (scale.top + scale.bottom) / 2 : scale.getPixelForValue(at);
      const line = count && scale.height > 26 ? 7 : 0;
      ctx.font = font(selected ? '600' : '');
      ctx.fillStyle = colour(selected ? 'ink' : 'ink-soft');
      ctx.fillText(text, x, middle - line);
      if (line) ctx.fillText(count, x, middle + line);
    }
    ctx.restore();
  }
}
customElements.define('trace-view', TraceView);
