// views/threshold-view.js: the smallest currents that make the cell fire, and how they depend on the length of the step.
import {quantities} from '../engine/quantities.js';
import {focusedBeside, whenGone} from '../plot/place.js';
import {words} from '../words/words.js';
import {formula} from '../words/format.js';
import {protocolChoice} from './protocol-choice.js';
import {say} from './prose.js';
import {questionFields} from './question-fields.js';
import {strengthPlot} from '../plot/strength-plot.js';

const KINDS = ['rheobase', 'strength'];

class ThresholdView extends HTMLElement {
  #plot;
  #protocol;
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
      <div class="found"></div>
      <div class="curve strength"><p class="plot-note" hidden></p></div>
      <div class="reading"><p class="read-out"></p><button type="button" class="small run-this" disabled></button></div>
      <p class="said rheobase-said"></p>
      <p class="said strength-said"></p>
      <div class="asks lengths"><button type="button" class="small quiet table"></button>
        <button type="button" class="small quiet stop" data-idle></button></div>`;
    this.#protocol = protocolChoice(this);
    this.prepend(this.#protocol.element);
    this.#part('.run-this').textContent = words.fi.run(undefined);
    this.#part('.table').textContent = words.fi.table;
    this.#part('.read-out').textContent = words.thresholds.prompt;
    this.#plot = strengthPlot(
      this.#part('.strength'),
      (row) => {
        this.#read = row ?? undefined;
        this.#part('.read-out').textContent = row?.text ?? words.thresholds.prompt;
        this.#fresh(row !== null);
      },
      (read) => this.#runRead(read),
    );
    this.#part('.run-this').addEventListener('click', () => this.#read && this.#runRead(this.#read));
    this.#part('.table').addEventListener('click', () => this.#table());
    this.#part('.stop').addEventListener('click', () => {
      const type = this.#part('.stop').hasAttribute('data-stopped') ? 'resume' : 'stop';
      for (const detail of KINDS) this.#send(type, detail);
    });
    this.#buildFields();
  }

  disconnectedCallback() {
    whenGone(this, () => this.#close());
  }

  #close() {
    this.#plot?.destroy();
    this.#plot = this.#protocol = this.#range = undefined;
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
    const {runs, selected, opening, answers} = results;
    const {rheobase, strength} = answers;
    const {experiment} = runs[selected];
    this.#protocol?.show(answers.protocol, this.#setting, experiment);
    this.#range?.show(strength.question.range, opening);
    this.#found(rheobase, experiment);
    const {found} = rheobase.stale ? {} : (rheobase.part ?? {});
    this.#say('.rheobase-said', rheobase.error || words.thresholds.state(found));
    const curve = strength.part;
    const whole = strength.done && !strength.stale;
    this.#say('.strength-said', whole ? words.thresholds.curve(curve, this.#setting) : '');
    this.#say('.plot-note', strength.error || words.thresholds.note(curve, whole, this.#setting));
    const said = words.thresholds.describe(curve, strength.question.range);
    this.#fresh(false);
    this.#plot.draw(curve, strength.question.range, said, answers.ghosts.strength, whole);
    this.#progress(rheobase, strength);
  }

  /** @param {string} selector */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  /** Whether what was read is of what is on show: only then can it be run. @param {boolean} fresh */
  #fresh(fresh) {
    this.#part('.read-out').toggleAttribute('data-late', !fresh && this.#read !== undefined);
    const button = /** @type {HTMLButtonElement} */ (this.#part('.run-this'));
    button.disabled = !fresh;
    button.textContent = words.fi.run(fresh ? this.#read?.above : undefined);
  }

  /** What the protocol means for the run on show. @returns {ProtocolSetting} */
  get #setting() {
    const {answers, selected} = /** @type {Results & {answers: Record<string, any>}} */ (this.#results);
    return answers.settings[selected];
  }

  /** @param {string} type @param {any} detail */
  #send(type, detail) {
    this.dispatchEvent(new CustomEvent(type, {bubbles: true, detail}));
  }

  #buildFields() {
    if (!this.#questions || this.#range || !this.#plot) return;
    const fields = (/** @type {QuestionSchema} */ one) => /** @type {NumberField[]} */ (one.fields);
    this.#range = questionFields(this, 'duration_range', fields(this.#questions.duration_range));
    this.#part('.lengths').prepend(this.#range.row);
  }

  /** @param {string} selector @param {string} text */
  #say(selector, text) {
    say(this.#part(selector), text);
  }

  /** The thresholds, each with a button that runs what is written on it, and beside them the closed forms. @param {any} answer @param {Experiment} experiment */
  #found({part, stale}, {duration}) {
    const {found, forms = []} = stale ? {} : (part ?? {});
    const key = JSON.stringify([found, forms, stale, duration]);
    const box = this.#part('.found');
    if (box.dataset.shown === key) return;
    box.dataset.shown = key;
    const held = focusedBeside(this)?.closest('.found [data-row]')?.getAttribute('data-row');
    const rows = [];
    if (found) {
      rows.push(this.#row(words.thresholds.single, found.first, found.setting, found.within, duration));
      rows.push(this.#row(words.thresholds.lasting, found.lasting, found.setting, null, duration));
    }
    const closed = words.thresholds.forms(forms);
    if (closed) {
      const compared = document.createElement('div');
      compared.append(`${words.thresholds.compared} `, formula(closed));
      rows.push(compared);
    }
    box.replaceChildren(...rows);
    if (held) /** @type {HTMLElement | null} */ (box.querySelector(`[data-row="${held}"]`))?.focus();
  }

  /** @param {string} name @param {Sought} sought @param {ProtocolSetting} setting @param {number | null} within @param {number} duration */
  #row(name, sought, setting, within, duration) {
    const row = document.createElement('div');
    const value = document.createElement('span');
    row.append(`${name}${sought.amplitude === null ? ':' : ''} `, value);
    if (sought.amplitude === null) {
      value.append(formula(words.thresholds.reason(sought.reason_id, setting, sought.runs_away_from)));
      return row;
    }
    value.className = 'value';
    value.textContent = words.thresholds.value(sought.amplitude);
    if (sought.shown !== null) row.append(' ', this.#button(name, sought, setting, duration));
    const details = words.thresholds.details(sought, within, duration, setting);
    if (details) row.append(` (${details})`);
    return row;
  }

  /** A button that runs the amplitude that is written on it. @param {string} name @param {Sought} sought @param {ProtocolSetting} setting @param {number} lasts of the run on show */
  #button(name, {amplitude, shown, duration}, setting, lasts) {
    const longer = duration !== null && duration > lasts ? duration : null;
    const above = Number(shown) - Number(amplitude);
    const far = above > 2e-3 && above > 0.015 * Math.abs(Number(amplitude)); // just above is a hundredth
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'small quiet show';
    button.dataset.row = name;
    button.dataset.amplitude = String(shown);
    button.textContent = words.thresholds.show(Number(shown), longer);
    button.title = words.thresholds.showHint(name, setting, longer, far);
    button.setAttribute('aria-label', `${button.textContent}: ${button.title}`);
    button.addEventListener('click', () => this.#run({amplitude: shown, duration}));
    return button;
  }

  /** Runs the step that was read along the curve. @param {{above: number, duration: number}} read */
  #runRead({above, duration}) {
    this.#run({amplitude: above, length: duration});
  }

  /** Runs the protocol in force. @param {any} detail */
  #run(detail) {
    const {of, stimulus} = this.#setting;
    this.#send('run-protocol', {protocol: {of, stimulus}, ...detail});
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
    const {part} = answers.strength;
    if (!part) return;
    const {duration, current} = part;
    const {experiment} = runs[selected];
    this.#send('table', {
      heading: words.thresholds.tableTitle,
      notes: [words.asking.said(this.#setting, experiment), words.thresholds.curve(part, this.#setting)],
      quantities: quantities('strength_duration', ['duration', 'current']),
      rows: Array.from(duration, (at, i) => [at, current[i]]),
      file: 'strength-duration.csv',
      experiment,
    });
  }
}
customElements.define('threshold-view', ThresholdView);
