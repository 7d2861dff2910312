// views/parameter-form.js: the controls of an experiment, built from the schema; every edit is sent as a partial experiment.
import {html, render} from 'lit-html';
import {tell} from '../words/tell.js';
import {emit} from '../plot/door.js';
import {kindPart} from './kind-part.js';
import {isLocked} from './locked.js';
import {law} from './law.js';
import {numberField} from './number-field.js';
import {draggedNumber} from './dragged-number.js';
import {headingOf, setting} from './setting.js';
import {sliderScale} from './slider-scale.js';
import {stimulusPart} from './stimulus-part.js';
import {showInRow} from './value-in-row.js';
import {View} from './view.js';
import {STEADY} from '../session/stimulus-kinds.js';
import {unitOf} from '../engine/quantities.js';

/** {a: {b: value}} from 'a.b'. @param {string} path @param {any} value */
const nest = (path, value) => path.split('.').reduceRight((inner, key) => ({[key]: inner}), value);

/** The value at a path such as 'a.b'. @param {string} path @param {any} whole */
const at = (path, whole) => path.split('.').reduce((part, key) => part?.[key], whole);

/** @typedef {ReturnType<typeof numberField>} Field */
/** @typedef {ReturnType<typeof kindPart> | ReturnType<typeof stimulusPart>} Part */

class ParameterForm extends View {
  /** The latest experiment, which may not be drawn yet. @type {() => Experiment} */
  current = () => /** @type {any} */ ({});
  /** Where that experiment starts. @type {() => {v: number, u: number}} */
  initialState = () => ({v: 0, u: 0});
  /** Where its cell rests, if that is not at its vr. @type {() => Said | null} */
  resting = () => null;
  /** The values of the cell's parameters at which something changes. @type {(cell: Cell) => CriticalParameter[]} */
  critical = () => [];
  /** The settings that a fixed-step method starts with when it is chosen. @type {() => object} */
  fixedSteps = () => ({});
  #retrying = false;
  /** The preset's run from which the run on show was made. @type {Experiment | undefined} */
  #preset;
  /** @type {ReturnType<typeof numberField>[]} */
  #fields = [];
  /** The parts that come in kinds. @type {Part[]} */
  #parts = [];
  /** @type {ReturnType<typeof stimulusPart> | undefined} */
  #stimulus;
  /** The experiment for which an edit that belongs to no single field was rejected. @type {Experiment | undefined} */
  #refusedFor;
  #help = document.createElement('p');
  /** The path of the field whose help is shown. */
  #helped = '';
  /** Whether the sheet of a value is open. */
  #editing = false;

  /** @type {ReturnType<typeof setting>[]} */
  #settings = [];
  /** The values of the cell, one of which is explained. */
  #hints = document.createElement('div');
  /** The current of a single step, in the equation; its field is the slider's. */
  #current = document.createElement('span');
  #foot = document.createElement('div');
  /** The values of the cell: each with its place in the equations, and the button that shows it there on a phone. @type {{made: Field, term: HTMLElement, value: HTMLElement, scale: ReturnType<typeof sliderScale>}[]} */
  #values = [];
  /** On a phone, how wide the place of a value is in the row of all nine, in px; otherwise 0. */
  #compact = 0;
  /** What the sheet of a phone has beside a field. */
  #tools = document.createElement('div');

  /** @param {Schema} schema */
  set schema(schema) {
    if (this.#fields.length) return;
    this.#help.className = 'help';
    this.#help.textContent = this.words.helpPrompt;
    this.#hints.className = 'law-hints';
    const effect = document.createElement('p');
    Object.assign(effect, {className: 'effect-here', hidden: true, ariaHidden: 'true'}); // it is announced
    this.#hints.append(this.#help, effect);
    this.#foot.className = 'law-foot';
    for (const field of schema.fields) this.#build(field);
    this.#buildTools();
    this.#foot.prepend(this.#hints);
    this.append(this.#foot);
    for (const one of this.#settings) one.closeByItself();
  }

  /** @param {NumberField | PartField | ListField} field */
  #build(field) {
    if (field.type === 'number') this.#setting(field.name, this.#number(field));
    else if (field.type === 'list') this.#buildStimulus(field);
    else if (field.name !== 'cell') this.#buildKinds(field);
    else this.#buildLaw(field);
  }

  /** A setting that is folded away behind its value. @param {string} name @param {HTMLElement} content */
  #setting(name, content) {
    const made = setting(this.words, name, content);
    this.#settings.push(made);
    this.#foot.append(made.heading, made.element);
  }

  /** The controls of a number. @param {NumberField} field */
  #number(field) {
    const made = numberField(this.words, field, (value) => this.#send(nest(field.id, value)));
    this.#fields.push(made);
    return made.row;
  }

  /** The equations of the cell, each value under its symbol. @param {PartField} part */
  #buildLaw(part) {
    const {element, terms} = law(this.words);
    for (const field of part.fields ?? []) {
      const row = this.#number(field);
      const made = this.#fields[this.#fields.length - 1];
      const term = terms.get(field.name);
      if (!term) continue;
      term.dataset.variable = row.dataset.variable;
      const value = document.createElement('button');
      Object.assign(value, {type: 'button', className: 'value', hidden: true});
      value.setAttribute('aria-expanded', 'false');
      value.addEventListener('click', () => this.#edit(row));
      term.append(value, made.number, made.unit);
      term.querySelector('var')?.addEventListener('click', () => made.number.focus());
      this.#values.push({made, term, value, scale: sliderScale(made, this.words)});
      /** @type {HTMLElement} */ (row.querySelector('.description')).hidden = false;
      draggedNumber(made);
      made.number.addEventListener('input', () => this.#explain(row, true));
      this.#hints.append(row);
    }
    this.#current.className = 'amount';
    const unit = document.createElement('span');
    Object.assign(unit, {className: 'unit', textContent: unitOf('current')});
    for (const part of [this.#current, unit]) part.setAttribute('aria-hidden', 'true');
    terms.get('I')?.append(this.#current, unit);
    this.prepend(headingOf(this.words.heads.law), element);
  }

  /** @param {PartField} field */
  #buildKinds(field) {
    /** @type {(kind: string) => object} */
    const startOf = {
      // A given start takes the state where the run starts now, so choosing it changes nothing yet.
      initial: (/** @type {string} */ kind) => (kind === 'at' ? this.initialState() : {}),
      // In a figure of the note, a fixed-step method switches the current on at the same step as the note's own script.
      solver: (/** @type {string} */ kind) => (kind === 'exact' ? {} : this.fixedSteps()),
    }[/** @type {'initial' | 'solver'} */ (field.name)];
    // How exact it is, of the exact method; of rest, where it is.
    const hint = (/** @type {string} */ kind) =>
      kind === 'rest' ? tell(this.words, this.resting()) : kind === 'exact' ? this.words.kindMeans['solver.exact'] : '';
    this.#part((sends) => kindPart(this.words, field, {...sends, current: () => this.current(), startOf, hint}));
  }

  /** @param {ListField} field */
  #buildStimulus(field) {
    const current = () => this.current().stimulus;
    const choose = (/** @type {string} */ path) => this.choose(path);
    this.#stimulus = this.#part((sends) => stimulusPart(this.words, field, {...sends, current, choose}));
  }

  /**
   * Makes a part, giving it the functions that send its edits, and adds it to the form.
   * @template {Part} P
   * @param {(sends: {send: (partial: Partial_) => WordedProblem[], sendPart: (partial: Partial_) => WordedProblem[]}) => P} make
   */
  #part(make) {
    const send = (/** @type {Partial_} */ partial) => this.#send(partial);
    /** @type {P} */
    const part = make({send, sendPart: (partial) => this.#sendPart(part, partial)});
    this.#parts.push(part);
    this.#setting(part.box.classList[1], part.box);
    return part;
  }

  /**
   * Sends an edit and returns its problems. If it is accepted, values rejected earlier are tried again, since the edit may
   * have made them valid.
   * @param {Partial_} partial
   */
  #send(partial) {
    const problems = emit(this, 'edit', partial) ?? [];
    if (problems.length || this.#retrying) return problems;
    for (const field of this.#all()) field.clearProblems();
    this.#retrying = true;
    for (const field of this.#all()) field.retry();
    this.#retrying = false;
    return problems;
  }

  /** Sends an edit that belongs to no single field; its problems are shown with the part. @param {Part} part @param {Partial_} partial */
  #sendPart(part, partial) {
    const problems = this.#send(partial);
    this.#clearParts();
    if (!problems.length) return problems;
    this.#refusedFor = this.current();
    part.say(problems);
    return problems;
  }

  /** Clears the problems shown with the parts. */
  #clearParts() {
    for (const part of this.#parts) part.say([]);
    this.#refusedFor = undefined;
  }

  /** Shows beside their fields the problems of values that came from a plot; an empty list clears them. @param {WordedProblem[]} problems */
  showProblems(problems) {
    for (const field of this.#all()) {
      if (!problems.length) field.clearProblems();
      const its = problems.filter(({path}) => path === field.row.dataset.path);
      if (its.length) field.showProblems(its);
    }
  }

  #all() {
    return [...this.#fields, ...this.#parts.flatMap(({fields}) => fields)];
  }

  /**
   * Shows an experiment beside the preset's; with `fresh`, any text being typed is replaced.
   * @param {Experiment} experiment @param {boolean} [fresh] @param {Experiment} [preset]
   */
  show(experiment, fresh = false, preset = this.#preset) {
    this.#preset = preset;
    if (this.#refusedFor && this.#refusedFor !== experiment) this.#clearParts();
    this.#forgetHelp();
    for (const {field, show} of this.#fields) show(at(field.id, experiment), fresh, at(field.id, preset));
    for (const part of this.#parts) part.show(experiment, fresh, preset);
    for (const one of this.#settings) one.show(experiment);
    // Any other current has no one value.
    const [only, ...others] = experiment.stimulus;
    const steady = !only || (only.kind === STEADY && !others.length);
    this.#current.textContent = steady ? this.words.numbers.inField(only?.amplitude ?? 0) : '';
    const critical = this.critical(experiment.cell);
    for (const {made, term, value, scale} of this.#values) {
      scale(made.span, critical);
      this.#place({made, term, value}, isLocked(made.row, made.field.id));
    }
  }

  /** With a width, each value of the cell is a button in a place of that width, which opens its editor, for a finger; with 0, a field in the equation. */
  set compact(/** @type {number} */ width) {
    this.#compact = width;
    for (const one of this.#values) this.#place(one, isLocked(one.made.row, one.made.field.id));
  }

  /** Puts a value where it belongs: into the equation or, behind a button, into its editor. One that is locked is text in the equation. @param {{made: Field, term: HTMLElement, value: HTMLElement}} one @param {boolean} locked */
  #place({made, term, value}, locked) {
    const folded = this.#compact > 0 && !locked;
    if (folded) showInRow(this.words, value, made, this.#compact);
    if (value.hidden === !folded) return;
    value.hidden = !folded;
    if (folded) made.row.append(made.number, made.unit);
    else term.append(made.number, made.unit);
  }

  /** Opens the editor of a value. @param {HTMLElement} row */
  #edit(row) {
    this.#explain(row);
    emit(this, 'sheet', true);
  }

  /** Called when the sheet has opened, also for another value, or closed. @param {boolean} open */
  sheet(open) {
    this.#editing = open;
    const shown = this.#values.find(({made}) => made.row.matches('.explained'));
    const next = open ? shown?.made.row.querySelector('.slider') : shown?.value;
    if (next instanceof HTMLElement) next.focus({preventScroll: true});
    for (const {value} of this.#values) value.setAttribute('aria-expanded', String(open && value === shown?.value));
    this.#reachMeaning();
  }

  /** Makes a meaning that scrolls in its place a stop of the keyboard. */
  #reachMeaning() {
    for (const text of this.#hints.querySelectorAll('.description')) {
      const scrolls = getComputedStyle(text).overflowY === 'auto' && text.scrollHeight > text.clientHeight;
      for (const [name, value] of Object.entries({tabindex: '0', role: 'region', 'aria-label': this.words.meaning}))
        if (scrolls) text.setAttribute(name, value);
        else text.removeAttribute(name);
    }
  }

  /** The buttons of the sheet: one step less and more, and the end of the editing. */
  #buildTools() {
    const {words} = this;
    const press = (/** @type {number} */ steps) => () => {
      const {step} = this.#values.find(({made}) => made.row.matches('.explained'))?.made ?? {};
      step?.put(step.value() ?? 0, steps);
    };
    const buttons = html`
      <button type="button" class="quiet less" aria-label=${words.editor.less} @click=${press(-1)}>−</button>
      <button type="button" class="quiet more" aria-label=${words.editor.more} @click=${press(1)}>+</button>
      <button type="button" class="bare done" @click=${() => emit(this, 'sheet', false)}>${words.editor.done}</button>`;
    this.#tools.className = 'editor-tools';
    render(buttons, this.#tools);
    this.#hints.append(this.#tools);
  }

  /** @param {string} path @returns {HTMLElement | null} */
  #row(path) {
    return this.querySelector(`[data-path="${path}"]`);
  }

  /** Clears the help if its field no longer exists. */
  #forgetHelp() {
    if (!this.#helped || this.#row(this.#helped)) return;
    this.#helped = '';
    this.#help.textContent = this.words.helpPrompt;
  }

  /** Highlights the active field, given by its path, and shows its help; '' for none, which leaves the help. */
  set activeField(/** @type {string} */ path) {
    for (const row of this.querySelectorAll('.field.active-field')) row.classList.remove('active-field');
    const row = path ? this.#row(path) : null;
    row?.classList.add('active-field');
    // An open sheet stays that of its value while the focus passes over the others.
    if (path && !this.#editing) this.#explain(path.startsWith('cell.') ? row : null);
    for (const term of this.querySelectorAll('.term'))
      term.classList.toggle('active-field', term.getAttribute('data-moves') === path);
    const text = row?.querySelector('.description')?.textContent;
    if (text) this.#help.textContent = text;
    if (text) this.#helped = path;
  }

  /** Shows the slider and the meaning of a value of the cell, until another one is touched. @param {HTMLElement | null} row */
  #explain(row, typed = false) {
    if (row?.matches('.explained')) return;
    // What is wrong stays in sight until it is mended or something else is typed, whatever is pointed at meanwhile.
    const wrong = (/** @type {Element | null} */ one) => one?.querySelector('.problem:not([hidden])');
    if (!this.#compact && !typed && !wrong(row) && wrong(this.#hints.querySelector('.explained'))) return;
    for (const one of this.#hints.children) one.classList.toggle('explained', one === row);
    this.#hints.setAttribute('role', 'group');
    this.#hints.setAttribute('aria-label', row?.querySelector('label')?.textContent ?? '');
    this.#reachMeaning();
  }

  /** Moves the focus to the number of a field. @param {string} path */
  choose(path) {
    const [part, index] = path.split('.');
    if (part === 'stimulus') this.#stimulus?.open(Number(index));
    const field = this.#all().find(({row}) => row.dataset.path === path);
    const setting = field?.row.closest('details');
    if (setting) setting.open = true;
    if (field && 'number' in field) field.number.focus();
    else field?.row.querySelector('select')?.focus();
  }
}
customElements.define('parameter-form', ParameterForm);
