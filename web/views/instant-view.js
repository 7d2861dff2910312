// views/instant-view.js: the read-out at the cursor: the state, its rate of change, and the balance of currents.
import {write} from './dom.js';
import {unitOf} from '../engine/quantities.js';
import {withUnit} from '../words/format.js';
import {timeBar} from './time-bar.js';
import {View} from './view.js';

/** The quantities read out, by their names in the core, each with the variable that gives it its colour. */
const STATE = /** @type {const} */ ([
  ['time', ''],
  ['v', 'v'],
  ['u', 'u'],
  ['current', 'i'],
  ['dv_dt', ''],
  ['du_dt', ''],
]);
/** The balance of currents, term by term. */
const BALANCE = /** @type {const} */ ([
  ['capacitive', ''],
  ['membrane', 'v'],
  ['recovery', 'u'],
  ['current', 'i'],
]);

class InstantView extends View {
  /** @type {ReturnType<typeof timeBar> | undefined} */
  #bar;
  /** @type {Map<string, HTMLElement>} */
  #values = new Map();
  #missing = document.createElement('p');
  #balance = document.createElement('dl');

  connectedCallback() {
    const {words} = this;
    if (this.#bar) return;
    this.#bar = timeBar(this);
    this.#missing.className = 'hint';
    this.#balance = this.#list('measures balance', BALANCE, words.cursor.terms);
    this.append(
      this.#bar.element,
      this.#list('measures state', STATE, words.cursor.names),
      this.#balance,
      this.#missing,
    );
  }

  /** @param {string} className @param {typeof STATE | typeof BALANCE} parts @param {Record<string, string>} names */
  #list(className, parts, names) {
    const list = document.createElement('dl');
    list.className = className;
    for (const [name, variable] of parts) {
      const pair = document.createElement('div');
      const label = document.createElement('dt');
      const value = document.createElement('dd');
      label.innerHTML = names[name];
      label.className = variable && `var-${variable}`;
      const key = parts === STATE ? name : `balance-${name}`;
      value.dataset.instant = key;
      pair.append(label, value);
      list.append(pair);
      this.#values.set(key, value);
    }
    return list;
  }

  /** Toggles between Play and Pause. */
  play() {
    this.#bar?.press();
  }

  /** @param {Results} results */
  set results(results) {
    const {words} = this;
    const {located, readOut, term, timeIn} = words.numbers;
    const {instant, cursor, window, runs, selected} = results;
    this.#bar?.show(results);
    for (const [name] of STATE) {
      const value = name === 'time' ? cursor : (instant?.[name] ?? null);
      const unit = unitOf(name);
      const number =
        name === 'time' ? timeIn(window) : name === 'current' ? located : (/** @type {number} */ x) => readOut(x, unit);
      this.#write(name, value === null ? words.none : withUnit(number(value), unit));
    }
    for (const [at, [name]] of BALANCE.entries()) {
      const value = instant?.[name] ?? null;
      const text = value === null ? words.none : at < 2 ? readOut(value, unitOf(name)) : term(value, unitOf(name));
      this.#write(`balance-${name}`, at || value === null ? text : `${withUnit(text, unitOf(name))} =`);
    }
    this.#missing.hidden = instant !== null;
    this.#balance.hidden = instant === null;
    write(this.#missing, instant ? '' : words.cursor.missing(runs[selected], cursor));
  }

  /** @param {string} key @param {string} text */
  #write(key, text) {
    const cell = this.#values.get(key);
    if (cell) write(cell, text);
  }
}
customElements.define('instant-view', InstantView);
