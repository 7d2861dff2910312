// views/spike-view.js: the measures of the selected run, a sentence on what the cell did, and the tables.
import {words} from '../words/en.js';
import {unitOf} from '../quantities.js';
import {milliseconds, significant, withUnit} from '../words/format.js';

/** @type {[string, (x: number) => string][]} each measure and how it is written */
const SHOWN = [
  ['count', String],
  ['latency', milliseconds],
  ['first_isi', milliseconds],
  ['last_isi', milliseconds],
  ['isi_ratio', (x) => significant(x, 4)],
  ['mean_rate', (x) => significant(x, 4)],
  ['steady_rate', (x) => significant(x, 5)],
];

class SpikeView extends HTMLElement {
  #sentence = document.createElement('p');
  #list = document.createElement('dl');
  /** @type {Map<string, {label: HTMLElement, value: HTMLElement}>} */
  #cells = new Map();

  connectedCallback() {
    if (this.#cells.size) return;
    this.#sentence.className = 'sentence';
    this.#list.className = 'measures';
    for (const [key] of SHOWN) {
      const pair = document.createElement('div');
      const label = document.createElement('dt');
      const value = document.createElement('dd');
      value.dataset.measure = key;
      label.textContent = typeof words.measures[key] === 'string' ? words.measures[key] : '';
      pair.append(label, value);
      this.#list.append(pair);
      this.#cells.set(key, {label, value});
    }
    this.append(this.#sentence, this.#list);
  }

  /** @param {Results} results */
  set results({runs, selected}) {
    const run = runs[selected];
    const label = runs.length > 1 ? `${words.runLabel(run)}: ` : '';
    this.#sentence.textContent = label + words.sentence(run);
    for (const [key, write] of SHOWN) {
      const cell = this.#cells.get(key);
      const value = run.measures[key];
      if (cell) cell.value.textContent = value === null ? words.none : withUnit(write(value), unitOf(key));
    }
    const steady = this.#cells.get('steady_rate');
    if (steady) steady.label.textContent = words.measures.steady_rate(run.measures.steady_k);
  }

  get sentence() {
    return this.#sentence.textContent ?? '';
  }
}
customElements.define('spike-view', SpikeView);
