// views/figure-controls.js: the numbers that the author of a figure left free, besides the strength of the stimulus, each with its slider.
import {emit} from '../plot/door.js';
import {numberField} from './number-field.js';
import {View} from './view.js';

/** A path of which '*' stands for any index. @param {string} path */
const pattern = (path) => new RegExp(`^${path.replaceAll('.', '\\.').replaceAll('*', '\\d+')}(\\.|$)`);

/** The value at a path. @param {string} path @param {any} whole */
const at = (path, whole) => path.split('.').reduce((part, key) => part?.[key], whole);

/** The same experiment with another value at a path, as an edit: a list is given whole, an object with a kind too. @param {Experiment} experiment @param {string} path @param {any} value */
function editOf(experiment, path, value) {
  const [part, ...keys] = path.split('.');
  if (!keys.length) return {[part]: value};
  if (part !== 'stimulus') return {[part]: {.../** @type {any} */ (experiment)[part], [keys[0]]: value}};
  const [index, name] = keys;
  return {stimulus: experiment.stimulus.map((one, i) => (i === Number(index) ? {...one, [name]: value} : one))};
}

class FigureControls extends View {
  /** The paths that are free. @type {string[]} */
  paths = [];
  /** @type {Schema | undefined} */
  #schema;
  /** @type {Experiment | undefined} */
  #experiment;
  /** The fields shown, by the paths of their values. @type {Map<string, ReturnType<typeof numberField>>} */
  #fields = new Map();

  /** @param {Schema} schema */
  set schema(schema) {
    this.#schema = schema;
  }

  /** The numbers of an experiment, with their paths. @param {Experiment} experiment @returns {[string, NumberField][]} */
  #numbersOf({initial, stimulus, solver}) {
    const {fields = []} = this.#schema ?? {};
    return fields.flatMap((/** @type {any} */ field) => {
      if (field.type === 'number') return [[field.name, field]];
      if (field.name === 'cell') return field.fields.map((/** @type {any} */ one) => [`cell.${one.name}`, one]);
      const parts =
        field.name === 'stimulus'
          ? stimulus.map((one, i) => [`stimulus.${i}`, one])
          : [[field.name, {initial, solver}[/** @type {'initial'} */ (field.name)]]];
      return parts.flatMap(([path, part]) => {
        const its = field.kinds.find((/** @type {any} */ one) => one.kind === /** @type {any} */ (part).kind);
        return (its?.fields ?? [])
          .filter((/** @type {any} */ one) => one.type === 'number')
          .map((/** @type {any} */ one) => [`${path}.${one.name}`, one]);
      });
    });
  }

  /** @param {Experiment} experiment @param {boolean} fresh @param {Experiment} [preset] */
  show(experiment, fresh, preset) {
    this.#experiment = experiment;
    const free = this.paths.map(pattern);
    const shown = this.#numbersOf(experiment).filter(([path]) => free.some((one) => one.test(path)));
    if (shown.map(([path]) => path).join() !== [...this.#fields.keys()].join()) {
      this.#fields = new Map(shown.map(([path, field]) => [path, this.#field(path, field)]));
      this.replaceChildren(...[...this.#fields.values()].map(({row}) => row));
    }
    for (const [path, field] of this.#fields) field.show(at(path, experiment), fresh, at(path, preset));
  }

  /** @param {string} path @param {NumberField} schema */
  #field(path, schema) {
    const field = numberField(
      this.words,
      schema,
      (value) => emit(this, 'edit', editOf(/** @type {Experiment} */ (this.#experiment), path, value)) ?? [],
    );
    field.row.dataset.moves = path;
    return field;
  }
}
customElements.define('figure-controls', FigureControls);
