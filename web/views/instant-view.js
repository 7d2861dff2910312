// views/instant-view.js: what is to be read at the cursor: the state, how fast it changes, and the balance of currents.
import {words} from '../words/words.js';
import {unitOf} from '../quantities.js';
import {brief, readOut, term, withUnit} from '../words/format.js';
import {keyStep} from './time-cursor.js';

/** What is read out, by its name in the core, and the variable whose colour it wears. @type {[string, string][]} */
const STATE = [
  ['time', ''],
  ['v', 'v'],
  ['u', 'u'],
  ['current', 'i'],
  ['dv_dt', ''],
  ['du_dt', ''],
];
/** The balance of currents, term by term. @type {[string, string][]} */
const BALANCE = [
  ['capacitive', ''],
  ['membrane', 'v'],
  ['recovery', 'u'],
  ['current', 'i'],
];

/** Spikes of the selected run that are on show, in time. @param {Results} results */
function spikesOnShow({runs, selected, window: {from, to}}) {
  return runs[selected].recording.spikes.filter((time) => time >= from && time <= to);
}

class InstantView extends HTMLElement {
  /** @type {Results | undefined} */
  #results;
  /** @type {Map<string, HTMLElement>} */
  #values = new Map();
  #range = document.createElement('input');
  #back = this.#button(words.cursor.back, words.cursor.backHint, () => this.#toSpike(-1));
  #on = this.#button(words.cursor.on, words.cursor.onHint, () => this.#toSpike(1));
  #hold = this.#button(words.cursor.hold, words.cursor.holdHint, () =>
    this.#ask(this.#results?.cursor ?? null, 'press'),
  );
  #clear = this.#button('×', words.cursor.clear, () => this.#ask(null));
  #missing = document.createElement('p');
  #balance = document.createElement('dl');

  connectedCallback() {
    if (this.#values.size) return;
    const tools = document.createElement('div');
    tools.className = 'time-tools';
    Object.assign(this.#range, {type: 'range', className: 'slider'});
    this.#range.setAttribute('aria-label', words.cursor.range);
    this.#range.addEventListener('input', () => this.#ask(Number(this.#range.value)));
    this.#hold.setAttribute('aria-pressed', 'false');
    tools.append(this.#back, this.#range, this.#on, this.#hold, this.#clear);
    this.#missing.className = 'hint';
    this.#balance = this.#list('measures balance', BALANCE, words.cursor.terms);
    this.append(tools, this.#list('measures state', STATE, words.cursor.names), this.#balance, this.#missing);
  }

  /** @param {string} className @param {[string, string][]} parts @param {Record<string, string>} names */
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

  /** @param {string} text @param {string} hint @param {() => void} act */
  #button(text, hint, act) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet small';
    button.textContent = text;
    button.title = hint;
    if (text !== words.cursor.hold) button.setAttribute('aria-label', hint);
    button.addEventListener('click', act);
    return button;
  }

  /** @param {number | null} time @param {string} [how] */
  #ask(time, how) {
    this.dispatchEvent(new CustomEvent('cursor', {bubbles: true, detail: {time, how}}));
  }

  /** The spike before or after the cursor; where nothing is marked yet, the last or the first. @param {number} way */
  #spike(way) {
    if (!this.#results) return undefined;
    const {cursor, marked} = this.#results;
    const spikes = spikesOnShow(this.#results);
    if (!marked) return way < 0 ? spikes[spikes.length - 1] : spikes[0];
    return way < 0 ? spikes.filter((time) => time < cursor).at(-1) : spikes.find((time) => time > cursor);
  }

  /** @param {number} way */
  #toSpike(way) {
    const time = this.#spike(way);
    if (time !== undefined) this.#ask(time);
  }

  /** @param {Results} results */
  set results(results) {
    this.#results = results;
    const {instant, cursor, marked, held, window, runs, selected} = results;
    const step = keyStep(window.to - window.from);
    const {min, max} = this.#range;
    if (min !== String(window.from) || max !== String(window.to))
      Object.assign(this.#range, {min: window.from, max: window.to, step});
    this.#range.value = String(cursor);
    this.#range.setAttribute('aria-valuetext', words.cursor.short(results));
    for (const [name] of STATE) {
      const value = name === 'time' ? cursor : (instant?.[name] ?? null);
      const write = name === 'time' || name === 'current' ? brief : readOut;
      this.#write(name, value === null ? words.none : withUnit(write(value), unitOf(name)));
    }
    for (const [at, [name]] of BALANCE.entries()) {
      const value = instant?.[name] ?? null;
      const text = value === null ? words.none : at < 2 ? readOut(value) : term(value);
      this.#write(`balance-${name}`, at || value === null ? text : `${withUnit(text, unitOf(name))} =`);
    }
    this.#missing.hidden = instant !== null;
    this.#balance.hidden = instant === null;
    this.#missing.textContent = instant ? '' : words.cursor.missing(runs[selected], cursor);
    this.#hold.setAttribute('aria-pressed', String(held));
    for (const [button, way] of /** @type {[HTMLButtonElement, number][]} */ ([
      [this.#back, -1],
      [this.#on, 1],
    ]))
      button.setAttribute('aria-disabled', String(this.#spike(way) === undefined));
    this.#clear.setAttribute('aria-disabled', String(!marked));
  }

  /** @param {string} key @param {string} text */
  #write(key, text) {
    const cell = this.#values.get(key);
    if (cell && cell.textContent !== text) cell.textContent = text;
  }
}
customElements.define('instant-view', InstantView);
