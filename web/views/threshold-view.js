// views/threshold-view.js: the smallest currents that make the cell fire, and how they depend on the length of the step.
import {quantities} from '../quantities.js';
import {words} from '../words/en.js';
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

/** A current a little above `threshold`, and below `next`, where something else begins; few digits. @param {number} threshold @param {number | null} next */
function justAbove(threshold, next) {
  const room = Math.max(ABOVE * Math.abs(threshold), 1e-3);
  const above = next !== null && next > threshold ? Math.min(room, (next - threshold) / 2) : room;
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

  /** The thresholds and what they are compared with, each with a button that runs it. @param {any} answer */
  #found({part, question, stale}) {
    const {found, forms = []} = part ?? {};
    const key = JSON.stringify([found, forms, question, stale]);
    const box = this.#part('.found');
    if (box.dataset.shown === key) return;
    box.dataset.shown = key;
    /** @type {{name: string, current: number | null, next: number | null, why: string, beside?: string}[]} */
    const rows = [];
    if (found && !stale) {
      const {single, lasting} = found;
      rows.push({name: words.thresholds.single, current: single.current, next: lasting.current, why: single.reason});
      if (question.search.duration === null)
        rows.push({name: words.thresholds.lasting, current: lasting.current, next: null, why: lasting.reason});
    }
    const held = document.activeElement?.closest('.found [data-row]')?.getAttribute('data-row');
    box.replaceChildren(
      ...rows.flatMap((row) => this.#row(row)),
      ...words.thresholds.forms(forms).flatMap((row) => this.#row({...row, next: null, why: ''})),
    );
    if (held) /** @type {HTMLElement | null} */ (box.querySelector(`[data-row="${held}"]`))?.focus();
  }

  /** @param {{name: string, current: number | null, next: number | null, why: string, beside?: string}} row */
  #row({name, current, next, why, beside = ''}) {
    const cell = (/** @type {string} */ text, className = '') => {
      const made = document.createElement('span');
      made.className = className;
      made.append(formula(text));
      return made;
    };
    if (current === null) {
      const said = cell(why, 'beside');
      said.style.gridColumn = '2 / -1';
      return [cell(name), said];
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'small quiet show';
    button.dataset.row = name;
    button.textContent = words.thresholds.show;
    const above = justAbove(current, next);
    button.title = words.thresholds.showHint(above);
    button.setAttribute('aria-label', `${words.thresholds.show}: ${name}. ${words.thresholds.showHint(above)}`);
    button.addEventListener('click', () => this.#show(above));
    return [cell(name), cell(words.thresholds.value(current), 'value'), cell(beside, 'beside'), button];
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
    this.#step(runs[selected].experiment, justAbove(current, null), duration, AFTER);
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
