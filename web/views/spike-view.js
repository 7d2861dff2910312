// views/spike-view.js: the measures of the selected run, a sentence on what the cell did, and the rule behind it.
import {html, render} from 'lit-html';
import {write} from './dom.js';
import {closeByItself} from './over.js';
import {intervalReader} from './interval-reader.js';
import {tell} from '../words/tell.js';
import {MEASURES, writtenMeasures} from './measures.js';
import {say} from './prose.js';
import {View} from './view.js';

class SpikeView extends View {
  /** @type {ReturnType<typeof intervalReader> | undefined} */
  #interval;

  connectedCallback() {
    if (this.#interval) return;
    this.#interval = intervalReader(this);
    render(
      html`
        <div class="sentence-line">
          <p class="sentence"></p>
          <details class="rule"><summary>${this.words.rule}</summary><p></p></details>
          ${this.#interval.element}
        </div>
        <dl class="measures"></dl>`,
      this,
    );
    closeByItself(this.#one('.rule'));
  }

  /** @param {string} selector @returns {any} */
  #one(selector) {
    return this.querySelector(selector);
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
    write(this.#one('.sentence'), label + tell(words, run.headline));
    say(this.#one('.rule > p'), tell(words, run.response?.text) || tell(words, run.pattern.rule));
    const written = writtenMeasures(words, run.measures);
    const name = (/** @type {typeof MEASURES[number]} */ key) =>
      key === 'steady_rate' ? words.measures.steady_rate(run.measures) : words.measures[key];
    render(
      MEASURES.map((key) => html`<div><dt>${name(key)}</dt><dd data-measure=${key}>${written[key]}</dd></div>`),
      this.#one('.measures'),
    );
  }
}
customElements.define('spike-view', SpikeView);
