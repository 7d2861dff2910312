// views/threshold-view.js: the smallest currents that make the cell fire, and how they depend on the length of the step.
import {quantities} from '../quantities.js';
import {words} from '../words/words.js';
import {formula} from '../words/format.js';
import {questionFields} from './question-fields.js';
import {strengthPlot} from './strength-plot.js';

const KINDS = ['rheobase', 'strength'];
/** How far above a threshold a run shows what it does: there, the wait for the spike is no longer than the run. */
const ABOVE = 0.01;
/** What a run leaves after its step, and the least that a step without end is run for [ms]. */
const AFTER = 300;
const LONG = 2000;
const ONSET = 100;

/** Thresholds nearer than this [pA] are one: a search goes no further. */
const SAME = 2e-6;

/** A current a little above `threshold`, and below `next`, where something else begins; few digits. @param {number} threshold @param {number} next */
function justAbove(threshold, next) {
  const above = Math.min(Math.max(ABOVE * Math.abs(threshold), 1e-3), (next - threshold) / 2);
  const unit = 10 ** Math.floor(Math.log10(above) - 1);
  return Number((Math.ceil((threshold + above) / unit) * unit).toPrecision(12));
}

class ThresholdView extends HTMLElement {
  #plot;
  #search;
  #range;
  /** @type {Schema['questions'] | undefined} */
  #questions;
  /** @type {(Results & {answers: Record<string, any>}) | undefined} */
  #results;
  /** @type {{duration: number, current: number} | undefined} */
  #read;

  connectedCallback() {
    if (this.#plot) return;
    this.innerHTML = `
      <div class="asks search"><p class="from"></p></div>
      <div class="found"></div>
      <div class="curve strength"><p class="plot-note" hidden></p></div>
      <div class="reading"><p class="read-out"></p><button type="button" class="small run-this" disabled></button></div>
      <p class="said rheobase-said"></p>
      <p class="said strength-said"></p>
      <div class="asks lengths"><button type="button" class="small quiet table"></button>
        <button type="button" class="small quiet stop" data-idle></button></div>`;
    this.#part('.run-this').textContent = words.fi.run;
    this.#part('.table').textContent = words.fi.table;
    this.#part('.read-out').textContent = words.thresholds.prompt;
    this.#plot = strengthPlot(
      this.#part('.strength'),
      ({text, ...read}) => {
        this.#read = read;
        this.#part('.read-out').textContent = text;
        /** @type {HTMLButtonElement} */ (this.#part('.run-this')).disabled = false;
      },
      (read) => this.#brief(read),
    );
    this.#part('.run-this').addEventListener('click', () => this.#read && this.#brief(this.#read));
    this.#part('.table').addEventListener('click', () => this.#table());
    this.#part('.stop').addEventListener('click', () => {
      const type = this.#part('.stop').hasAttribute('data-stopped') ? 'resume' : 'stop';
      for (const detail of KINDS) this.#send(type, detail);
    });
    this.#buildFields();
  }

  disconnectedCallback() {
    this.#plot?.destroy();
    this.#plot = this.#search = this.#range = undefined;
    this.replaceChildren();
  }

  /** What it may be asked with. @param {Schema['questions']} questions */
  set questions(questions) {
    this.#questions = questions;
    this.#buildFields();
  }

  /** @param {Results & {answers: Record<string, any>}} results */
  set results(results) {
    this.#results = results;
    if (!this.#plot) return;
    const {runs, selected, preset, answers} = results;
    const {rheobase, strength} = answers;
    this.#search?.show(rheobase.question.search, preset.id);
    this.#range?.show(strength.question.range, preset.id);
    this.#part('.from').textContent = words.thresholds.from(runs[selected].experiment);
    this.#found(rheobase);
    const {found} = rheobase.stale ? {} : (rheobase.part ?? {});
    this.#say('.rheobase-said', rheobase.error || found?.text || '');
    const curve = strength.part;
    this.#say('.strength-said', strength.done && !strength.stale ? (curve?.text ?? '') : '');
    this.#say('.plot-note', strength.error || words.thresholds.note(curve, strength.done && !strength.stale));
    const said = words.thresholds.describe(curve, strength.question.range);
    this.#plot.draw(curve, strength.question.range, said);
    this.#progress(rheobase, strength);
  }

  /** @param {string} selector */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  /** @param {string} type @param {any} detail */
  #send(type, detail) {
    this.dispatchEvent(new CustomEvent(type, {bubbles: true, detail}));
  }

  #buildFields() {
    if (!this.#questions || this.#search || !this.#plot) return;
    const fields = (/** @type {QuestionSchema} */ one) => /** @type {NumberField[]} */ (one.fields);
    this.#search = questionFields(this, 'search', fields(this.#questions.search));
    this.#range = questionFields(this, 'duration_range', fields(this.#questions.duration_range));
    this.#part('.search').prepend(this.#search.row);
    this.#part('.lengths').prepend(this.#range.row);
  }

  /** @param {string} selector @param {string} text */
  #say(selector, text) {
    const place = this.#part(selector);
    if (place.dataset.said === text) return;
    place.dataset.said = text;
    place.replaceChildren(formula(text));
    place.hidden = !text;
  }

  /** The thresholds, and beside them the closed forms, each with a button that runs it. @param {any} answer */
  #found({part, question, stale}) {
    const {found, forms = []} = part ?? {};
    const key = JSON.stringify([found, forms, question, stale]);
    const box = this.#part('.found');
    if (box.dataset.shown === key) return;
    box.dataset.shown = key;
    const [single, lasting] = found && !stale ? [found.single, found.lasting] : [];
    const closed = words.thresholds.forms(forms);
    const all = [single?.current, lasting?.current, ...closed.map(({current}) => current)].filter((x) => x != null);
    const next = (/** @type {number} */ current) => Math.min(...all.filter((one) => one > current + SAME));
    const held = document.activeElement?.closest('.found [data-row]')?.getAttribute('data-row');
    const rows = [];
    if (single) rows.push(this.#row(words.thresholds.single, single, next));
    if (lasting && question.search.duration === null) rows.push(this.#row(words.thresholds.lasting, lasting, next));
    const compared = document.createElement('div');
    compared.append(words.thresholds.compared);
    for (const {symbol, name, current} of closed) {
      const button = this.#button(`${symbol} ${words.thresholds.value(current)}`, name, current, next(current));
      compared.append(' ', button);
    }
    if (closed.length) rows.push(compared);
    box.replaceChildren(...rows);
    if (held) /** @type {HTMLElement | null} */ (box.querySelector(`[data-row="${held}"]`))?.focus();
  }

  /** @param {string} name @param {Threshold} threshold @param {(current: number) => number} next */
  #row(name, {current, reason}, next) {
    const row = document.createElement('div');
    const value = document.createElement('span');
    row.append(`${name} `, value);
    if (current === null) {
      value.append(formula(reason));
      return row;
    }
    value.className = 'value';
    value.textContent = words.thresholds.value(current);
    row.append(' ', this.#button(words.thresholds.show, name, current, next(current)));
    return row;
  }

  /** A button that runs a step just above a threshold. @param {string} text @param {string} name @param {number} current @param {number} next */
  #button(text, name, current, next) {
    const button = document.createElement('button');
    const above = justAbove(current, next);
    const hint = words.thresholds.showHint(above);
    button.type = 'button';
    button.className = 'small quiet show';
    button.dataset.row = name;
    button.append(formula(text));
    button.title = `${name}. ${hint}`;
    button.setAttribute('aria-label', `${text}: ${button.title}`);
    button.addEventListener('click', () => this.#show(above));
    return button;
  }

  /** Runs a step of the searched length at `amplitude`, from the same start. @param {number} amplitude */
  #show(amplitude) {
    const {runs, selected, answers} = /** @type {Results & {answers: Record<string, any>}} */ (this.#results);
    const {experiment} = runs[selected];
    const {duration} = answers.rheobase.question.search;
    this.#step(experiment, amplitude, duration, duration === null ? Math.max(experiment.duration, LONG) : AFTER);
  }

  /** @param {{duration: number, current: number}} read */
  #brief({duration, current}) {
    const {runs, selected} = /** @type {Results} */ (this.#results);
    this.#step(runs[selected].experiment, justAbove(current, Infinity), duration, AFTER);
  }

  /** @param {Experiment} experiment @param {number} amplitude @param {number | null} duration @param {number} after */
  #step({initial}, amplitude, duration, after) {
    // From rest it stays at rest until the step; from elsewhere the step has to begin at once.
    const onset = initial.kind === 'rest' ? ONSET : 0;
    const whole = Number((onset + (duration ?? 0) + after).toPrecision(6));
    this.#send('edit', {stimulus: [{kind: 'step', amplitude, onset, duration}], duration: whole});
  }

  /** @param {any} rheobase @param {any} strength */
  #progress(rheobase, strength) {
    const stopped = rheobase.stopped || strength.stopped;
    const button = this.#part('.stop');
    button.toggleAttribute('data-idle', rheobase.done && strength.done && !stopped);
    button.toggleAttribute('data-stopped', stopped);
    const count = strength.stale ? 0 : (strength.part?.duration.length ?? 0);
    const found = words.fi.progress(count, strength.question.range.points);
    button.textContent = `${stopped ? words.resume : words.stop} ${strength.done ? '' : found}`;
  }

  #table() {
    const {runs, selected, answers} = /** @type {Results & {answers: Record<string, any>}} */ (this.#results);
    const {duration, current, text} = answers.strength.part ?? {};
    if (!duration) return;
    const {experiment} = runs[selected];
    this.#send('table', {
      heading: words.thresholds.tableTitle,
      notes: [words.thresholds.from(experiment), text],
      quantities: quantities('strength_duration', ['duration', 'current']),
      rows: Array.from(duration, (at, i) => [at, current[i]]),
      file: 'strength-duration.csv',
      experiment,
    });
  }
}
customElements.define('threshold-view', ThresholdView);
