// views/analysis-panel.js: what the panels of the analyses have in common: a curve that is read and run, the numbers it is asked
// with, its table, and a button that stops and resumes the work. A view adds its plot and its sentences.
import {emit} from '../plot/door.js';
import {whenGone} from '../plot/place.js';
import {say} from './prose.js';
import {protocolChoice} from './protocol-choice.js';
import {questionFields} from './question-fields.js';
import {View} from './view.js';

/** What was read of the curve, beside the button that runs it. */
export const READING =
  '<div class="reading"><p class="read-out"></p><button type="button" class="small run-this" disabled></button></div>';
export const TABLE = '<button type="button" class="small quiet table"></button>';
export const STOP = '<button type="button" class="small quiet stop" data-idle></button>';

/** @typedef {Results & {answers: Record<string, any>}} Answered */

export class AnalysisPanel extends View {
  /** The parts of the panel. */
  parts = '';
  /** What was read last. @type {any} */
  read;
  /** @type {Schema | undefined} */
  itsSchema;
  #built = false;
  /** @type {Answered | undefined} */
  #results;
  /** @type {{destroy: () => void}[] | undefined} */
  #plots;
  /** @type {ReturnType<typeof protocolChoice> | undefined} */
  #protocol;

  // --- what each view has of its own ---

  /** What stands for the reading before there is one. */
  get prompt() {
    return '';
  }

  /** Makes the plots, in the parts that are there now. @returns {{destroy: () => void}[]} */
  make() {
    return [];
  }

  /** Adds the fields that the analysis is asked with, once its schema is known. @param {Schema} _schema */
  build(_schema) {}

  /** Draws what is known. @param {Answered} _results */
  draw(_results) {}

  /** How far the work is, beside Stop; '' once it is done. */
  progress() {
    return '';
  }

  /** What the button that runs the reading says. @param {boolean} _fresh */
  runText(_fresh) {
    return '';
  }

  /** Runs what was read. */
  run() {}

  /** The table of what was found, but for its experiment; undefined where there is nothing yet. @returns {any} */
  table() {}

  // --- what they share ---

  connectedCallback() {
    if (this.#plots) return;
    this.innerHTML = this.parts;
    this.at('.table').textContent = this.words.fi.table;
    this.at('.read-out').textContent = this.prompt;
    this.at('.run-this').textContent = this.runText(false);
    this.at('.run-this').addEventListener('click', () => this.run());
    this.at('.table').addEventListener('click', () => this.#table());
    this.at('.stop')?.addEventListener('click', () => this.#stopOrResume());
    this.#plots = this.make();
    this.#build();
  }

  disconnectedCallback() {
    whenGone(this, () => this.close());
  }

  /** Takes the panel apart; it is made anew where it is put next. */
  close() {
    for (const plot of this.#plots ?? []) plot.destroy();
    this.#plots = this.#protocol = undefined;
    this.#built = false;
    this.replaceChildren();
  }

  /** What it may be asked with, and the parameters' units. @param {Schema} schema */
  set schema(schema) {
    this.itsSchema = schema;
    this.#build();
  }

  #build() {
    if (!this.itsSchema || this.#built || !this.#plots) return;
    this.#built = true;
    this.build(this.itsSchema);
  }

  /** @param {Answered} results */
  set results(results) {
    this.#results = results;
    this.redraw();
  }

  /** The results on show; only what happens once there are some may ask for them. @returns {Answered} */
  get shown() {
    return /** @type {Answered} */ (this.#results);
  }

  /** Draws what is on show once more, in another way. */
  redraw() {
    if (!this.#results || !this.#plots) return;
    const {answers} = this.#results;
    this.#protocol?.show(answers.protocol, this.setting, this.runShown.experiment);
    this.fresh(false);
    this.draw(this.#results);
    this.#progress();
  }

  /** The run on show. @returns {Result} */
  get runShown() {
    return this.shown.runs[this.shown.selected];
  }

  /** What the protocol means for the run on show. @returns {ProtocolSetting} */
  get setting() {
    return this.shown.answers.settings[this.shown.selected];
  }

  /** Puts the choice of the protocol on top. */
  chooseProtocol() {
    this.#protocol = protocolChoice(this);
    this.prepend(this.#protocol.element);
    return this.#protocol;
  }

  /** @param {string} selector */
  at(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  /** @param {string} selector @param {string} text */
  say(selector, text) {
    say(this.at(selector), text);
  }

  /** A row of fields for one of the core's questions. @param {keyof Asked} name @param {NumberField[]} [fields] */
  fields(name, fields) {
    const all = /** @type {any} */ (this.itsSchema?.questions)[name].fields;
    return questionFields(this, name, fields ?? all);
  }

  /** Shows what was read, undefined for nothing; `fresh` tells whether it is of what is on show. @param {any} read @param {string | undefined} text */
  readOut(read, text, fresh = read !== undefined) {
    this.read = read;
    this.at('.read-out').textContent = text || this.prompt;
    this.fresh(fresh);
  }

  /** Whether what was read is of what is on show: only then can it be run. @param {boolean} fresh */
  fresh(fresh) {
    this.at('.read-out').toggleAttribute('data-late', !fresh && this.read !== undefined);
    const button = /** @type {HTMLButtonElement} */ (this.at('.run-this'));
    button.disabled = !fresh;
    button.textContent = this.runText(fresh);
  }

  /** What is worked on for it. @returns {any[]} */
  get #work() {
    const {kinds, ...answers} = this.shown.answers;
    return kinds.map((/** @type {string} */ kind) => answers[kind]);
  }

  #progress() {
    const {words} = this;
    const button = this.at('.stop');
    if (!button) return;
    const stopped = this.#work.some((one) => one.stopped);
    button.toggleAttribute('data-idle', !stopped && this.#work.every((one) => one.done));
    button.toggleAttribute('data-stopped', stopped);
    button.textContent = `${stopped ? words.resume : words.stop} ${this.progress()}`;
  }

  #stopOrResume() {
    const type = this.at('.stop').hasAttribute('data-stopped') ? 'resume' : 'stop';
    for (const kind of this.shown.answers.kinds) emit(this, type, kind);
  }

  #table() {
    const table = this.#results && this.table();
    if (table) emit(this, 'table', {...table, experiment: this.runShown.experiment});
  }
}
