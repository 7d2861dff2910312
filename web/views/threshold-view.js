// views/threshold-view.js: the smallest currents that make the cell fire, and how they depend on the length of the step.
import {quantities} from '../quantities.js';
import {words} from '../words/words.js';
import {formula} from '../words/format.js';
import {say} from './prose.js';
import {questionFields} from './question-fields.js';
import {strengthPlot} from './strength-plot.js';

const KINDS = ['rheobase', 'strength'];

class ThresholdView extends HTMLElement {
  #plot;
  #search;
  #range;
  /** @type {Schema['questions'] | undefined} */
  #questions;
  /** @type {(Results & {answers: Record<string, any>}) | undefined} */
  #results;
  /** What was last read of the curve. @type {{duration: number, above: number} | undefined} */
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
      (row) => {
        this.#read = row ?? undefined;
        this.#part('.read-out').textContent = row?.text ?? words.thresholds.prompt;
        this.#fresh(row !== null);
      },
      ({above, duration}) => this.#run(above, duration),
    );
    this.#part('.run-this').addEventListener(
      'click',
      () => this.#read && this.#run(this.#read.above, this.#read.duration),
    );
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
    this.#fresh(false);
    this.#plot.draw(curve, strength.question.range, said, answers.ghosts.strength, strength.done && !strength.stale);
    this.#progress(rheobase, strength);
  }

  /** @param {string} selector */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  /** Whether what was read is of what is on show: only then can it be run. @param {boolean} fresh */
  #fresh(fresh) {
    this.#part('.read-out').toggleAttribute('data-late', !fresh && this.#read !== undefined);
    /** @type {HTMLButtonElement} */ (this.#part('.run-this')).disabled = !fresh;
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
    say(this.#part(selector), text);
  }

  /** The thresholds, and beside them the closed forms, each with a button that runs it. @param {any} answer */
  #found({part, question, stale}) {
    const {found, forms = [], runs = []} = part ?? {};
    const key = JSON.stringify([found, forms, question, stale]);
    const box = this.#part('.found');
    if (box.dataset.shown === key) return;
    box.dataset.shown = key;
    const [single, lasting] = found && !stale ? [found.single, found.lasting] : [];
    const closed = words.thresholds.forms(forms);
    const above = (/** @type {number} */ current) =>
      runs.find((/** @type {any} */ one) => one.current === current)?.above;
    const held = document.activeElement?.closest('.found [data-row]')?.getAttribute('data-row');
    const rows = [];
    if (single) rows.push(this.#row(words.thresholds.single, single, above));
    if (lasting && question.search.duration === null) rows.push(this.#row(words.thresholds.lasting, lasting, above));
    const compared = document.createElement('div');
    compared.append(words.thresholds.compared);
    for (const {symbol, name, current} of closed) {
      const button = this.#button(`${symbol} ${words.thresholds.value(current)}`, name, above(current));
      compared.append(' ', button);
    }
    if (closed.length) rows.push(compared);
    box.replaceChildren(...rows);
    if (held) /** @type {HTMLElement | null} */ (box.querySelector(`[data-row="${held}"]`))?.focus();
  }

  /** @param {string} name @param {Threshold} threshold @param {(current: number) => number} above */
  #row(name, {current, reason}, above) {
    const row = document.createElement('div');
    const value = document.createElement('span');
    row.append(`${name} `, value);
    if (current === null) {
      value.append(formula(reason));
      return row;
    }
    value.className = 'value';
    value.textContent = words.thresholds.value(current);
    row.append(' ', this.#button(words.thresholds.show, name, above(current)));
    return row;
  }

  /** A button that runs a step of the searched length just above a threshold. @param {string} text @param {string} name @param {number} above */
  #button(text, name, above) {
    const button = document.createElement('button');
    const hint = words.thresholds.showHint(above);
    button.type = 'button';
    button.className = 'small quiet show';
    button.dataset.row = name;
    button.append(formula(text));
    button.title = `${name}. ${hint}`;
    button.setAttribute('aria-label', `${button.textContent}: ${button.title}`);
    button.addEventListener('click', () => {
      const {answers} = /** @type {Results & {answers: Record<string, any>}} */ (this.#results);
      this.#run(above, answers.rheobase.question.search.duration);
    });
    return button;
  }

  /** Runs a step from the same start; what else the run needs the core knows. @param {number} amplitude @param {number | null} duration */
  #run(amplitude, duration) {
    this.#send('run-step', {amplitude, search: {duration}});
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
