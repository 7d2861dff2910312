// views/run-rows.js: the runs of a figure as rows, each with its trace on a scale of voltage; pressing one selects it.
import {html, nothing, render, svg} from 'lit-html';
import {emit} from '../plot/door.js';
import {paletteOf} from '../plot/palette.js';
import {View} from './view.js';

/** The drawing's own units across; it is stretched to its place. */
const ACROSS = 200;
const DOWN = 40;

/**
 * The trace as a path: the highest and the lowest sample of each unit, so that no spike is lost.
 * @param {Recording} recording @param {{from: number, to: number}} window in ms @param {Scale} scale
 */
function pathOf({time, v}, {from, to}, {min, max}) {
  const y = (/** @type {number} */ value) => (((max - value) / (max - min)) * DOWN).toFixed(1);
  let path = '';
  let [column, low, high] = [-1, Infinity, -Infinity];
  const flush = () => {
    if (column >= 0 && low <= high) path += `${path ? 'L' : 'M'}${column} ${y(high)}L${column} ${y(low)}`;
  };
  for (let i = 0; i < time.length; i += 1) {
    if (time[i] < from || time[i] > to) continue;
    const here = Math.round(((time[i] - from) / (to - from)) * ACROSS);
    if (here !== column) {
      flush();
      [column, low, high] = [here, Infinity, -Infinity];
    }
    low = Math.min(low, v[i]);
    high = Math.max(high, v[i]);
  }
  flush();
  return path;
}

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
    if (this.hidden) {
      render(nothing, this);
      return;
    }
    const {words} = this;
    this.setAttribute('role', 'group');
    this.setAttribute('aria-label', words.runs);
    const {runInk} = paletteOf(this);
    const {mark} = words.numbers;
    const row = (/** @type {Result} */ run, /** @type {number} */ index) => html`
      <button type="button" class="run-row ${index === compared ? 'compared' : ''}" aria-pressed=${index === selected}
        .style=${`--run: ${runInk(index)}`} @click=${() => emit(this, 'select-run', index)}>
        <b>${words.runLabel(run)}</b>
        <span class="run-scale" aria-hidden="true"><i>${mark(Math.round(scales.v.max))}</i><i>${mark(Math.round(scales.v.min))}</i></span>
        ${svg`<svg viewBox="0 0 ${ACROSS} ${DOWN}" preserveAspectRatio="none" aria-hidden="true"><path d=${pathOf(run.recording, window, scales.v)} /></svg>`}
        <span class="run-count">${words.spikeCount(run.measures.count)}</span>
      </button>`;
    const some = runs.some(inSteps) && !runs.every(inSteps);
    const all = this.#all || inSteps(runs[selected]);
    const rows = runs.map((run, index) => (some && !all && inSteps(run) ? nothing : row(run, index)));
    const turn = () => {
      this.#all = !all;
      if (this.#results) this.results = this.#results;
    };
    const more = html`<button type="button" class="quiet small run-more" aria-pressed=${all} @click=${turn}>
      ${words.stepRuns}
    </button>`;
    render(html`${rows}${some ? more : nothing}`, this);
  }
}
customElements.define('run-rows', RunRows);
