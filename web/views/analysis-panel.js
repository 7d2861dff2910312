// views/analysis-panel.js: what all panels of analyses share: the read-out of a curve with a button that runs the point read,
// the fields of the analysis, its table, and a button that stops and resumes the computation. A view adds its plot and its
// sentences.
import {emit} from '../plot/door.js';
import {whenGone} from '../plot/place.js';
import {say} from './prose.js';
import {protocolChoice} from './protocol-choice.js';
import {questionFields} from './question-fields.js';
import {View} from './view.js';

/** The point read off the curve, beside the button that runs it. */
export const READING =
  '<div class="reading"><p class="read-out"></p><button type="button" class="small run-this" disabled></button></div>';
export const TABLE = '<button type="button" class="small quiet table"></button>';
export const STOP = '<button type="button" class="small quiet stop" data-idle></button>';

/** @typedef {Results & {answers: Record<string, any>}} Answered */

export class AnalysisPanel extends View {
  /** The HTML of the panel. */
  parts = '';
  /** What was last read off the plot, in whatever form the view uses; undefined for nothing. @type {any} */
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

  // --- what each view overrides ---

  /** The text shown in the read-out until something has been read. */
  get prompt() {
    return '';
  }

  /** Makes the plots once the panel's HTML is in place. @returns {{destroy: () => void}[]} */
  make() {
    return [];
  }

  /** Adds the fields of the analysis; called once, when the schema is known. @param {Schema} _schema */
  build(_schema) {}

  /** Draws the answers that have arrived so far. @param {Answered} _results */
  draw(_results) {}

  /** The progress of the computation, as shown beside Stop; '' once it is done. */
  progress() {
    return '';
  }

  /** The label of the button that runs the point read. @param {boolean} _fresh whether that point belongs to the curve on show */
  runText(_fresh) {
    return '';
  }

  /** Runs the point read. */
  run() {}

  /** The results as a table, without the experiment; undefined if there are none yet. @returns {any} */
  table() {}

  // --- what all views share ---

  /**
   * Further tables for the pinned runs that have an answer of their own, each with its run's name in its title.
   * @param {string} kind of the answers @param {{title: string, file: string}} own of the run on show
   * @param {(part: any) => {quantities: any[], rows: any[][]}} tableOf
   */
  ofPinned(kind, {title, file}, tableOf) {
    const {answers, ghosts} = this.shown;
    return answers.ghosts[kind].flatMap((/** @type {any} */ part, /** @type {number} */ index) => {
      if (!part) return [];
      const run = ghosts[index];
      return [
        {title: `${title}: ${run.name}`, file: file.replace('.csv', `-pinned-${index + 1}.csv`), run, ...tableOf(part)},
      ];
    });
  }

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

  /** Takes the panel apart; it is built again when it is next connected. */
  close() {
    for (const plot of this.#plots ?? []) plot.destroy();
    this.#plots = this.#protocol = undefined;
    this.#built = false;
    this.replaceChildren();
  }

  /** The fields of all analyses, and the units of the parameters. @param {Schema} schema */
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

  /** @returns {Answered} */
  get shown() {
    return /** @type {Answered} */ (this.#results);
  }

  /** @param {AnalysisPanel} view @param {object} changed */
  drawAs(view, changed) {
    if (view.itsSchema) this.schema = view.itsSchema;
    super.drawAs(view, changed);
  }

  /** Draws the results on show again, after a change of how they are to be shown. */
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

  /** What the chosen protocol amounts to for the run on show. @returns {ProtocolSetting} */
  get setting() {
    return this.shown.answers.settings[this.shown.selected];
  }

  /** Adds the choice of protocol at the top of the panel, and returns it. */
  chooseProtocol() {
    this.#protocol = protocolChoice(this);
    this.prepend(this.#protocol.element);
    return this.#protocol;
  }

  /** @param {string} selector */
  at(selector) {
    return /** @type {HTMLElement} */ (this.querySelector(selector));
  }

  /**
   * Hides the axes of a plot that has nothing to show yet, and answers what stands there instead.
   * @param {string} selector @param {boolean} nothing
   */
  waiting(selector, nothing) {
    this.at(selector).toggleAttribute('data-empty', nothing);
    return nothing ? `${this.words.fi.working} ${this.progress()}` : '';
  }

  /** @param {string} selector @param {string} text */
  say(selector, text) {
    say(this.at(selector), text);
  }

  /** A row of fields for one of the core's questions; by default all that the schema lists. @param {keyof Asked} name @param {NumberField[]} [fields] */
  fields(name, fields) {
    const all = /** @type {any} */ (this.itsSchema?.questions)[name].fields;
    return questionFields(this, name, fields ?? all);
  }

  /** Shows the point read, undefined for none; `fresh` says whether it belongs to the curve on show. @param {any} read @param {string | undefined} text */
  readOut(read, text, fresh = read !== undefined) {
    this.read = read;
    this.at('.read-out').textContent = text || this.prompt;
    this.fresh(fresh);
  }

  /** Sets whether the point read belongs to the curve on show; only then can it be run. @param {boolean} fresh */
  fresh(fresh) {
    this.at('.read-out').toggleAttribute('data-late', !fresh && this.read !== undefined);
    const button = /** @type {HTMLButtonElement} */ (this.at('.run-this'));
    button.disabled = !fresh;
    button.textContent = this.runText(fresh);
  }

  /** The answers being computed for this panel. @returns {any[]} */
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

  /** The results on show as tables; undefined if there are none yet, or only those of an earlier question. */
  get tables() {
    return this.#results && this.#work.every(({stale}) => !stale) ? this.table() : undefined;
  }

  #table() {
    const table = this.#results && this.table();
    if (table) emit(this, 'table', table);
  }
}
