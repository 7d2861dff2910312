// views/spike-view.js: the measures of the selected run, a sentence on what the cell did, and the rule behind it.
import {write} from './dom.js';
import {closeByItself} from './over.js';
import {intervalReader} from './interval-reader.js';
import {typeset} from '../words/format.js';
import {tell} from '../words/tell.js';
import {MEASURES, writtenMeasures} from './measures.js';
import {say} from './prose.js';
import {View} from './view.js';

class SpikeView extends View {
  #line = document.createElement('div');
  #sentence = document.createElement('p');
  #rule = document.createElement('details');
  #reason = document.createElement('p');
  #list = document.createElement('dl');
  /** @type {ReturnType<typeof intervalReader> | undefined} */
  #interval;
  /** @type {Map<string, {label: HTMLElement, value: HTMLElement}>} */
  #cells = new Map();

  connectedCallback() {
    const {words} = this;
    if (this.#cells.size) return;
    this.#interval = intervalReader(this);
    this.#sentence.className = 'sentence';
    this.#list.className = 'measures';
    for (const key of MEASURES) {
      const pair = document.createElement('div');
      const label = document.createElement('dt');
      const value = document.createElement('dd');
      value.dataset.measure = key;
      label.textContent = typeof words.measures[key] === 'string' ? words.measures[key] : '';
      pair.append(label, value);
      this.#list.append(pair);
      this.#cells.set(key, {label, value});
    }
    const name = document.createElement('summary');
    name.textContent = words.rule;
    this.#rule.className = 'rule';
    this.#rule.append(name, this.#reason);
    this.#line.className = 'sentence-line';
    this.#line.append(this.#sentence, this.#rule, this.#interval.element);
    this.append(this.#line, this.#list);
    closeByItself(this.#rule);
  }

  /** Called instead of `results` when only the cursor or the chosen spikes have changed. @param {Results} results */
  set atCursor(results) {
    this.#interval?.show(results);
  }

  /** @param {Results} results */
  set results(results) {
    const {words} = this;
    const {runs, selected} = results;
    this.atCursor = results;
    const run = runs[selected];
    const label = runs.length > 1 ? `${words.runLabel(run)}: ` : '';
    write(this.#sentence, label + typeset(words.sentence(run)));
    say(this.#reason, tell(words, run.response?.text) || tell(words, run.pattern.rule));
    for (const [key, text] of Object.entries(writtenMeasures(words, run.measures))) {
      const cell = this.#cells.get(key);
      if (cell) write(cell.value, text);
    }
    const steady = this.#cells.get('steady_rate');
    if (steady) write(steady.label, words.measures.steady_rate(run.measures));
  }

  get sentence() {
    return this.#sentence.textContent ?? '';
  }
}
customElements.define('spike-view', SpikeView);
