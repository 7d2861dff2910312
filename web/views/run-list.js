// views/run-list.js: the runs of a figure, one of them selected, with their measures and the values printed in the source.
import {html, nothing, render} from 'lit-html';
import {emit} from '../plot/door.js';
import {unitOf} from '../engine/quantities.js';
import {focusedBeside, hasFocus} from '../plot/place.js';
import {tell} from '../words/tell.js';
import {tableOf} from './table.js';
import {View} from './view.js';

class RunList extends View {
  /** @param {Results} results */
  set results({preset, runs, selected}) {
    this.hidden = runs.length < 2;
    const {run, spikes, isi, rate, printed} = this.words.columns();
    const head = [run, spikes, isi, rate, ...(preset.printed.length ? [printed] : [])];
    const focused = hasFocus(this) ? focusedBeside(this) : null;
    const lines = runs.map((run, index) => this.#line(run, index, index === selected, preset));
    render(this.hidden ? nothing : tableOf(head, lines), this);
    if (focused && !focused.isConnected) this.querySelector('button')?.focus();
  }

  /** @param {Result} run @param {number} index @param {boolean} selected @param {Preset} preset */
  #line({name, experiment, measures, pattern}, index, selected, {printed, runs}) {
    const {words} = this;
    const {fixed, measured, prose} = words.numbers;
    const found = (/** @type {'mean_isi' | 'mean_instantaneous_rate'} */ key) =>
      measures[key] === null ? words.none : measured(measures[key], unitOf(key));
    // The note prints one pair of numbers for each current, whatever the method of the run.
    const source = printed[index % Math.max(1, printed.length)];
    const same = JSON.stringify(experiment) === JSON.stringify(runs[index]);
    const select = () => emit(this, 'select-run', index);
    return html`
      <tr class=${selected ? 'selected' : ''} data-count=${measures.count}>
        <td><button type="button" class="run" title=${tell(words, pattern.text)} aria-pressed=${selected}
          @click=${select}>${words.runLabel({name, experiment})}</button></td>
        <td>${measures.count}</td><td>${found('mean_isi')}</td><td>${found('mean_instantaneous_rate')}</td>
        ${source && html`<td>${same ? `${prose(source.isi)}; ${fixed(source.rate, 2)}` : words.none}</td>`}
      </tr>`;
  }
}
customElements.define('run-list', RunList);
