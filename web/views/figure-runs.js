// views/figure-runs.js: the runs that a figure compares, by name and ink; pressing one selects it.
import {html, nothing, render} from 'lit-html';
import {emit} from '../plot/door.js';
import {paletteOf} from '../plot/palette.js';
import {View} from './view.js';

class FigureRuns extends View {
  /** @param {Results} results */
  set results({runs, selected, compared}) {
    const {words} = this;
    this.hidden = runs.length < 2;
    this.setAttribute('role', 'group');
    this.setAttribute('aria-label', words.runs);
    const {runInk} = paletteOf(this);
    const button = (/** @type {Result} */ run, /** @type {number} */ index) => html`
      <button type="button" class="bare" aria-pressed=${index === selected} ?data-compared=${index === compared}
        .style=${`--ink-of: ${runInk(index)}`} @click=${() => emit(this, 'select-run', index)}>${words.runLabel(run)}</button>`;
    render(runs.length < 2 ? nothing : runs.map(button), this);
  }
}
customElements.define('figure-runs', FigureRuns);
