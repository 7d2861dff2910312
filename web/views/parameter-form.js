// views/parameter-form.js: the controls of an experiment, drawn from the schema; every edit leaves as a partial.
import {emit} from '../plot/door.js';
import {kindPart} from './kind-part.js';
import {law} from './law.js';
import {numberField} from './number-field.js';
import {draggedNumber} from './dragged-number.js';
import {setting} from './setting.js';
import {stimulusPart} from './stimulus-part.js';
import {View} from './view.js';

/** {a: {b: value}} from 'a.b'. @param {string} path @param {any} value */
const nest = (path, value) => path.split('.').reduceRight((inner, key) => ({[key]: inner}), value);

/** What is at 'a.b'. @param {string} path @param {any} whole */
const at = (path, whole) => path.split('.').reduce((part, key) => part?.[key], whole);

/** @typedef {ReturnType<typeof kindPart> | ReturnType<typeof stimulusPart>} Part */

class ParameterForm extends View {
  /** The experiment as it is now, which may be newer than what is shown. @type {() => Experiment} */
  current = () => /** @type {any} */ ({});
  /** Where that experiment starts. @type {() => {v: number, u: number}} */
  initialState = () => ({v: 0, u: 0});
  /** What a method of fixed steps is chosen with. @type {() => object} */
  fixedSteps = () => ({});
  #retrying = false;
  /** The run of the preset that the one on show began as. @type {Experiment | undefined} */
  #preset;
  /** @type {ReturnType<typeof numberField>[]} */
  #fields = [];
  /** The parts that have kinds. @type {Part[]} */
  #parts = [];
  /** @type {ReturnType<typeof stimulusPart> | undefined} */
  #stimulus;
  /** The experiment to which something was refused that no field stands for. @type {Experiment | undefined} */
  #refusedFor;
  #help = document.createElement('p');
  /** The path of the field that it explains. */
  #helped = '';

  /** @type {ReturnType<typeof setting>[]} */
  #settings = [];
  /** The values of the cell, one of which is explained. */
  #hints = document.createElement('div');
  #foot = document.createElement('div');

  /** @param {Schema} schema */
  set schema(schema) {
    if (this.#fields.length) return;
    this.#help.className = 'help';
    this.#help.textContent = this.words.helpPrompt;
    this.#hints.className = 'law-hints';
    this.#hints.append(this.#help);
    this.#foot.className = 'law-foot';
    for (const field of schema.fields) this.#build(field);
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
    this.#foot.append(made.element);
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
      term.append(made.number, made.unit);
      draggedNumber(made);
      this.#hints.append(row);
    }
    this.prepend(element);
  }

  /** @param {PartField} field */
  #buildKinds(field) {
    /** @type {(kind: string) => object} */
    const startOf = {
      // A given start begins where the run starts now, so that choosing it changes nothing yet.
      initial: (/** @type {string} */ kind) => (kind === 'at' ? this.initialState() : {}),
      // In a figure of the note a method of fixed steps sees a current when the note's own script does.
      solver: (/** @type {string} */ kind) => (kind === 'exact' ? {} : this.fixedSteps()),
    }[/** @type {'initial' | 'solver'} */ (field.name)];
    const hint = (/** @type {string} */ kind) => (kind === 'rest' ? this.#restsElsewhere() : '');
    this.#part((sends) => kindPart(this.words, field, {...sends, current: () => this.current(), startOf, hint}));
  }

  /** Where the cell rests, if that is not where its vr says. */
  #restsElsewhere() {
    const {cell} = this.current();
    const rest = this.initialState();
    return rest.v === cell.vr ? '' : this.words.restsElsewhere(rest, cell);
  }

  /** @param {ListField} field */
  #buildStimulus(field) {
    const current = () => this.current().stimulus;
    const choose = (/** @type {string} */ path) => this.choose(path);
    this.#stimulus = this.#part((sends) => stimulusPart(this.words, field, {...sends, current, choose}));
  }

  /**
   * Adds a part, which is made with what sends its edits.
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
   * Sends an edit; what is still wrong elsewhere is tried again after it, since the edit may have put it right.
   * @param {Partial_} partial
   */
  #send(partial) {
    const problems = emit(this, 'edit', partial) ?? [];
    if (problems.length || this.#retrying) return problems;
    for (const field of this.#all()) field.forgive();
    this.#retrying = true;
    for (const field of this.#all()) field.retry();
    this.#retrying = false;
    return problems;
  }

  /** Sends an edit that no field stands for; what is wrong with it is said with the part. @param {Part} part @param {Partial_} partial */
  #sendPart(part, partial) {
    const problems = this.#send(partial);
    this.#clearParts();
    if (!problems.length) return problems;
    this.#refusedFor = this.current();
    part.say(problems);
    return problems;
  }

  /** Whatever was said with a part has been put right. */
  #clearParts() {
    for (const part of this.#parts) part.say([]);
    this.#refusedFor = undefined;
  }

  /** Says beside its field what is wrong with a value that came from a plot. @param {WordedProblem[]} problems */
  refuse(problems) {
    for (const field of this.#all()) {
      if (!problems.length) field.forgive();
      const its = problems.filter(({path}) => path === field.row.dataset.path);
      if (its.length) field.refuse(its);
    }
  }

  #all() {
    return [...this.#fields, ...this.#parts.flatMap(({fields}) => fields)];
  }

  /**
   * Shows an experiment beside the preset's; with `fresh`, whatever was being typed gives way to it.
   * @param {Experiment} experiment @param {boolean} [fresh] @param {Experiment} [preset]
   */
  show(experiment, fresh = false, preset = this.#preset) {
    this.#preset = preset;
    if (this.#refusedFor && this.#refusedFor !== experiment) this.#clearParts();
    this.#forgetHelp();
    for (const {field, show} of this.#fields) show(at(field.id, experiment), fresh, at(field.id, preset));
    for (const part of this.#parts) part.show(experiment, fresh, preset);
    for (const one of this.#settings) one.show(experiment);
  }

  /** @param {string} path @returns {HTMLElement | null} */
  #row(path) {
    return this.querySelector(`[data-path="${path}"]`);
  }

  /** What is explained may have gone. */
  #forgetHelp() {
    if (!this.#helped || this.#row(this.#helped)) return;
    this.#helped = '';
    this.#help.textContent = this.words.helpPrompt;
  }

  /** The path of the active field, or '': its row is highlighted, and its description shown. */
  set activeField(/** @type {string} */ path) {
    for (const row of this.querySelectorAll('.field.active-field')) row.classList.remove('active-field');
    const row = path ? this.#row(path) : null;
    row?.classList.add('active-field');
    if (path.startsWith('cell.')) this.#explain(row);
    for (const term of this.querySelectorAll('.term'))
      term.classList.toggle('active-field', term.getAttribute('data-moves') === path);
    const text = row?.querySelector('.description')?.textContent;
    if (text) this.#help.textContent = text;
    if (text) this.#helped = path;
  }

  /** Shows the slider and the meaning of a value of the cell, until another one is touched. @param {HTMLElement | null} row */
  #explain(row) {
    for (const one of this.#hints.children) one.classList.toggle('explained', one === row);
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
