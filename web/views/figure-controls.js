// views/figure-controls.js: the controls that the author of a figure left free, besides the slider of the stimulus: those of single
// numbers, and of whole parts that come in kinds.
import {emit} from '../plot/door.js';
import {covers} from '../session/locks.js';
import {kindPart} from './kind-part.js';
import {numberField} from './number-field.js';
import {stimulusPart} from './stimulus-part.js';
import {View} from './view.js';

/** @typedef {{row: HTMLElement, show: (experiment: Experiment, fresh: boolean, preset?: Experiment) => void}} Control */

/** The value at a path. @param {string} path @param {any} whole */
const at = (path, whole) => path.split('.').reduce((part, key) => part?.[key], whole);

/** The edit that sets the value at a path: of a list, all of it. @param {Experiment} experiment @param {string} path @param {any} value @returns {Partial_} */
function editOf({stimulus}, path, value) {
  const [part, key, name] = path.split('.');
  if (part === 'stimulus')
    return {stimulus: stimulus.map((one, i) => (i === Number(key) ? {...one, [name]: value} : one))};
  return {[part]: key ? {[key]: value} : value};
}

class FigureControls extends View {
  /** The paths that are free. @type {string[]} */
  free = [];
  /** The latest experiment, which may not be drawn yet. @type {() => Experiment} */
  current = () => /** @type {any} */ ({});
  /** Where it starts. @type {() => {v: number, u: number}} */
  initialState = () => ({v: 0, u: 0});
  /** The settings that a fixed-step method starts with. @type {() => object} */
  fixedSteps = () => ({});
  /** @type {Schema | undefined} */
  #schema;
  /** What is shown, by the paths. @type {Map<string, Control>} */
  #controls = new Map();

  /** @param {Schema} schema */
  set schema(schema) {
    this.#schema = schema;
  }

  /** The numbers of an experiment, with their paths. @param {Experiment} experiment @returns {[string, NumberField][]} */
  #numbersOf(experiment) {
    const of = (/** @type {string} */ path, /** @type {readonly any[]} */ fields) =>
      fields
        .filter(({type}) => type === 'number')
        .map((field) => /** @type {[string, NumberField]} */ ([`${path}.${field.name}`, field]));
    return (this.#schema?.fields ?? []).flatMap((field) => {
      if (field.type === 'number') return [/** @type {[string, NumberField]} */ ([field.name, field])];
      if (field.name === 'cell') return of('cell', field.fields ?? []);
      const parts = [at(field.name, experiment)].flat();
      return parts.flatMap(({kind}, i) => {
        const its = field.kinds?.find((one) => one.kind === kind);
        return of(field.type === 'list' ? `${field.name}.${i}` : field.name, its?.fields ?? []);
      });
    });
  }

  /** The parts that are free as a whole. @returns {(PartField | ListField)[]} */
  get #parts() {
    const all = /** @type {(PartField | ListField)[]} */ (
      this.#schema?.fields.filter(({name, type}) => type !== 'number' && name !== 'cell') ?? []
    );
    return all.filter(({name}) => this.free.includes(name));
  }

  /** @param {Experiment} experiment @param {boolean} fresh @param {Experiment} [preset] */
  show(experiment, fresh, preset) {
    const parts = this.#parts;
    const numbers = this.#numbersOf(experiment).filter(
      ([path]) => this.free.some((one) => covers(one, path)) && !parts.some(({name}) => covers(name, path)),
    );
    const paths = [...numbers.map(([path]) => path), ...parts.map(({name}) => name)];
    if (paths.join() !== [...this.#controls.keys()].join()) {
      this.#controls = new Map([
        ...numbers.map(([path, field]) => /** @type {[string, Control]} */ ([path, this.#number(path, field)])),
        ...parts.map((field) => /** @type {[string, Control]} */ ([field.name, this.#part(field)])),
      ]);
      this.replaceChildren(...[...this.#controls.values()].map(({row}) => row));
    }
    this.hidden = !paths.length;
    for (const control of this.#controls.values()) control.show(experiment, fresh, preset);
  }

  #send(/** @type {Partial_} */ partial) {
    return emit(this, 'edit', partial) ?? [];
  }

  /** @param {string} path @param {NumberField} schema @returns {Control} */
  #number(path, schema) {
    const field = numberField(this.words, schema, (value) => this.#send(editOf(this.current(), path, value)));
    field.row.dataset.path = field.row.dataset.moves = path;
    return {
      row: field.row,
      show: (experiment, fresh, preset) => field.show(at(path, experiment), fresh, preset && at(path, preset)),
    };
  }

  /** @param {PartField | ListField} field @returns {Control} */
  #part(field) {
    /** @type {ReturnType<typeof kindPart> | ReturnType<typeof stimulusPart>} */
    const part = field.type === 'list' ? this.#stimulus(field, () => part) : this.#kinds(field, () => part);
    return {row: part.box, show: (...shown) => part.show(...shown)};
  }

  /** The functions that send the edits of a part. @param {() => {say: (problems: WordedProblem[]) => void}} part */
  #sends(part) {
    const send = (/** @type {Partial_} */ partial) => this.#send(partial);
    const sendPart = (/** @type {Partial_} */ partial) => {
      const problems = send(partial);
      part().say(problems);
      return problems;
    };
    return {send, sendPart};
  }

  /** @param {PartField} field @param {() => {say: (problems: WordedProblem[]) => void}} part */
  #kinds(field, part) {
    /** @param {string} kind */
    const startOf = (kind) =>
      kind === 'at' ? this.initialState() : kind === 'exact' || kind === 'rest' ? {} : this.fixedSteps();
    const current = () => this.current();
    return kindPart(this.words, field, {...this.#sends(part), current, startOf, hint: () => ''});
  }

  /** @param {ListField} field @param {() => {say: (problems: WordedProblem[]) => void}} part */
  #stimulus(field, part) {
    const choose = (/** @type {string} */ path) =>
      /** @type {HTMLElement | null} */ (this.querySelector(`[data-path="${path}"] .number`))?.focus();
    return stimulusPart(this.words, field, {...this.#sends(part), current: () => this.current().stimulus, choose});
  }
}
customElements.define('figure-controls', FigureControls);
