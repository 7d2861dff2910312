// views/instant-view.js: the read-out at the cursor: the state, its rate of change, and the balance of currents.
import {html, render} from 'lit-html';
import {unitOf} from '../engine/quantities.js';
import {withUnit} from '../words/format.js';
import {stateAt} from './state-at.js';
import {timeBar} from './time-bar.js';
import {View} from './view.js';

/** The quantities read out, by their names in the core. */
const STATE = ['time', 'v', 'u', 'current', 'dv_dt', 'du_dt'];
/** The balance of currents, term by term. */
const BALANCE = /** @type {const} */ ([
  ['capacitive', ''],
  ['membrane', 'v'],
  ['recovery', 'u'],
  ['current', 'i'],
]);

/** A quantity with its name, which may contain markup. @param {string} name @param {string} variable @param {string} key @param {string} value */
const pair = (name, variable, key, value) => html`
  <div><dt class=${variable && `var-${variable}`} .innerHTML=${name}></dt><dd data-instant=${key}>${value}</dd></div>`;

class InstantView extends View {
  /** @type {ReturnType<typeof timeBar> | undefined} */
  #bar;

  connectedCallback() {
    this.#bar ??= timeBar(this);
  }

  /** Toggles between Play and Pause. */
  play() {
    this.#bar?.press();
  }

  /** @param {Results} results */
  set results(results) {
    const {words} = this;
    const {readOut, term} = words.numbers;
    const {instant, cursor, runs, selected} = results;
    this.#bar?.show(results);
    const state = (/** @type {string} */ key) => {
      const {name, variable, text} = stateAt(words, results, key);
      return pair(name, variable, key, text);
    };
    const balance = (/** @type {typeof BALANCE[number]} */ [name, variable], /** @type {number} */ at) => {
      const value = instant?.[name] ?? null;
      const text = value === null ? words.none : at < 2 ? readOut(value, unitOf(name)) : term(value, unitOf(name));
      const whole = at || value === null ? text : `${withUnit(text, unitOf(name))} =`;
      return pair(words.cursor.terms[name], variable, `balance-${name}`, whole);
    };
    render(
      html`
        ${this.#bar?.element}
        <dl class="measures state">${STATE.map(state)}</dl>
        <dl class="measures balance" ?hidden=${!instant}>${BALANCE.map(balance)}</dl>
        <p class="hint" ?hidden=${instant}>${instant ? '' : words.cursor.missing(runs[selected], cursor)}</p>`,
      this,
    );
  }
}
customElements.define('instant-view', InstantView);
