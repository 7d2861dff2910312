// views/run-rows.js: the runs of a figure as rows, each with its trace on a scale of voltage; pressing one selects it.
import {html, nothing, render, svg} from 'lit-html';
import {emit} from '../plot/door.js';
import {unitOf} from '../engine/quantities.js';
import {paletteOf} from '../plot/palette.js';
import {pointsOverTime} from '../plot/points.js';
import {niceStep} from '../session/ranges.js';
import {withUnit} from '../words/format.js';
import {View} from './view.js';

/** The drawing's own units across; it is stretched to its place. */
const ACROSS = 200;
const DOWN = 40;

/**
 * The trace as a path: the highest and the lowest point of each unit, so that no spike is lost.
 * @param {Recording} recording @param {{from: number, to: number}} window in ms @param {Scale} scale
 */
function pathOf(recording, {from, to}, {min, max}) {
  const down = (/** @type {number} */ value) => (((max - value) / (max - min)) * DOWN).toFixed(1);
  let path = '';
  let [column, low, high] = [-1, Infinity, -Infinity];
  const flush = () => {
    if (column >= 0 && low <= high) path += `${path ? 'L' : 'M'}${column} ${down(high)}L${column} ${down(low)}`;
  };
  for (const {x, y} of pointsOverTime(recording, 'v')) {
    if (x < from || x > to) continue;
    const here = Math.round(((x - from) / (to - from)) * ACROSS);
    if (here !== column) {
      flush();
      [column, low, high] = [here, Infinity, -Infinity];
    }
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  flush();
  return path;
}

/** The highest and the lowest round value on a scale. @param {Scale} scale */
function marksOf({min, max}) {
  const step = niceStep((max - min) / 3);
  return [Math.floor(max / step) * step, Math.ceil(min / step) * step];
}

/** The width of a letter of a run's name, at most, in em. */
const NAME = 0.6;
/** A name of more letters than this takes two lines. */
const LONG = 14;

/** In how many columns so many rows stand. @param {number} count */
const columnsOf = (count) => (count === 4 ? 2 : Math.min(count, 3));

/** Whether a run is computed in fixed steps. @param {Result} run */
const inSteps = ({experiment}) => experiment.solver.kind !== 'exact';

class RunRows extends View {
  /** Whether the runs in fixed steps are listed beside exact ones. */
  #all = false;
  /** @type {Results | undefined} */
  #results;

  /** @param {Results} results */
  set results(results) {
    this.#results = results;
    const {runs, selected, compared, window, scales} = results;
    this.hidden = runs.length < 2;
    // Rather than :has(.run-row), with which browsers recompute the style of everything in main when anything in it changes.
    this.closest('main')?.toggleAttribute('data-rows', !this.hidden);
    if (this.hidden) {
      render(nothing, this);
      return;
    }
    const {words} = this;
    this.setAttribute('role', 'group');
    this.setAttribute('aria-label', words.runs);
    const {runInk} = paletteOf(this);
    const marks = marksOf(scales.v);
    const downTo = (/** @type {number} */ v) => ((scales.v.max - v) / (scales.v.max - scales.v.min)) * DOWN;
    const lines = marks.map((v) => `M0 ${downTo(v)}H${ACROSS}`).join('');
    const written = marks.map(words.numbers.mark);
    written[0] = withUnit(written[0], unitOf('v'));
    const row = (/** @type {Result} */ run, /** @type {number} */ index) => html`
      <button type="button" class="run-row ${index === compared ? 'compared' : ''}" aria-pressed=${index === selected}
        .style=${`--run: ${runInk(index)}`} @click=${() => emit(this, 'select-run', index)}>
        <span class="run-name"><b>${words.runLabel(run)}</b>
          <span class="run-count">${words.spikeCount(run.measures.count)}</span></span>
        <span class="run-scale" aria-hidden="true">${written.map((text, i) => html`<i .style=${`top: ${downTo(marks[i])}px`}>${text}</i>`)}</span>
        ${svg`<svg viewBox="0 0 ${ACROSS} ${DOWN}" preserveAspectRatio="none" aria-hidden="true">
          <path class="scale-lines" d=${lines} /><path d=${pathOf(run.recording, window, scales.v)} /></svg>`}
      </button>`;
    const some = runs.some(inSteps) && !runs.every(inSteps);
    const all = this.#all || inSteps(runs[selected]);
    const shown = runs.flatMap((run, index) => (some && !all && inSteps(run) ? [] : [row(run, index)]));
    this.style.setProperty('--columns', String(columnsOf(shown.length)));
    const letters = Math.max(...runs.map((run) => words.runLabel(run).length));
    this.style.setProperty('--name', `${NAME * Math.min(letters, LONG)}em`);
    this.toggleAttribute('data-long', letters > LONG);
    const turn = () => {
      this.#all = !all;
      if (this.#results) this.results = this.#results;
    };
    const more = html`<button type="button" class="quiet small run-more" aria-pressed=${all} @click=${turn}>
      ${words.stepRuns}
    </button>`;
    render(html`${shown}${some ? more : nothing}`, this);
  }
}
customElements.define('run-rows', RunRows);
