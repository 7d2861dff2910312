// views/quick-bar.js: the strength of the stimulus on its f-I curve, below the trace; on a narrow page at the bottom, with Play, within
// reach of the thumb.
import {emit} from '../plot/door.js';
import {paletteOf} from '../plot/palette.js';
import {STEADY, STIMULI} from '../session/stimulus-kinds.js';
import {driveCurve} from './drive-curve.js';
import {isLocked} from './locked.js';
import {numberField} from './number-field.js';
import {playButton} from './play-button.js';
import {View} from './view.js';

class QuickBar extends View {
  #place = document.createElement('div');
  /** Asks for what the preset leaves to be found. @type {HTMLElement | null} */
  #reveal = null;
  /** @type {ReturnType<typeof playButton> | undefined} */
  #play;
  /** @type {ListField | undefined} */
  #list;
  /** @type {{key: string, field: ReturnType<typeof numberField>, curve: ReturnType<typeof driveCurve>} | undefined} */
  #shown;
  /** What is known of the rates. @type {any} */
  #answer;
  /** The currents of all runs, if there are several. @type {{at: number, ink: string}[]} */
  #runs = [];
  /** Whether it may be shown. */
  #revealed = true;
  /** @type {Experiment | undefined} */
  #experiment;

  /** @param {Schema} schema */
  set schema({fields}) {
    const {words} = this;
    this.#list = /** @type {ListField} */ (fields.find(({name}) => name === 'stimulus'));
    this.#reveal = this.querySelector('#reveal');
    this.#place.className = 'quick-field';
    this.#play = playButton(words, () => emit(this, 'play'));
    this.append(this.#place, this.#play.element);
  }

  set playing(/** @type {boolean} */ playing) {
    this.#play?.show(playing);
  }

  /** Steps of the current. */
  get step() {
    return this.#shown?.field.step;
  }

  /** @param {Experiment} experiment @param {boolean} fresh @param {Experiment} [preset] */
  show(experiment, fresh, preset) {
    this.#experiment = experiment;
    const [first] = experiment.stimulus;
    // Without a stimulus, moving the slider adds a step.
    const kind = first?.kind ?? STEADY;
    const name = STIMULI[kind].strength;
    if (this.#shown?.key !== kind) this.#build(kind, name);
    const before = preset?.stimulus[0]?.kind === first?.kind ? preset?.stimulus[0] : undefined;
    const value = /** @type {any} */ (first)?.[name] ?? 0;
    this.#shown?.field.show(value, fresh, /** @type {any} */ (before)?.[name]);
    this.#shown?.curve.mark(isLocked(this, `stimulus.0.${name}`) ? value : null);
  }

  /** The rates over the range of the slider, and where firing begins. @param {Results & {answers: {drive?: any}}} results */
  set results({runs, revealed, answers: {drive}}) {
    this.#answer = drive;
    const {runInk} = paletteOf(this);
    const marks = runs.flatMap(({experiment: {stimulus}}, index) => {
      const [first] = runs.length > 1 ? stimulus : [];
      return first?.kind === STEADY ? [{at: first.amplitude, ink: runInk(index)}] : [];
    });
    // Of runs with the same current, in fixed steps for instance, the first.
    this.#runs = marks.filter(({at}, index) => marks.findIndex((one) => one.at === at) === index);
    this.#revealed = revealed;
    this.#draw();
  }

  #draw() {
    if (!this.#shown) return;
    const {field, curve, key} = this.#shown;
    const {question, part, stale} = this.#answer ?? {};
    if (question) field.spanOver({low: Math.min(0, question.range.from), high: question.range.to});
    curve.show(
      field.span,
      key === STEADY && this.#experiment?.stimulus.length && !stale && this.#revealed ? part : undefined,
      this.#runs,
    );
  }

  /** @param {string} kind @param {string} name */
  #build(kind, name) {
    const {words} = this;
    const schema = this.#list?.kinds.find((one) => one.kind === kind)?.fields.find((one) => one.name === name);
    if (!schema) return;
    const symbol = words.axisNames.current;
    const field = numberField(
      words,
      schema,
      (value) => {
        const [first = {kind}, ...others] = /** @type {Experiment} */ (this.#experiment).stimulus;
        return emit(this, 'edit', {stimulus: [{...first, [name]: value}, ...others]}) ?? [];
      },
      (label) => `${symbol}, ${label}`,
    );
    const label = /** @type {HTMLElement} */ (field.row.querySelector('label'));
    label.textContent = symbol;
    field.row.dataset.path = 'quick';
    field.row.dataset.moves = `stimulus.0.${name}`;
    const curve = driveCurve(field.track, words, (amplitude) => field.put(amplitude));
    this.#shown = {key: kind, field, curve};
    if (this.#reveal) field.track.append(this.#reveal);
    this.#place.replaceChildren(field.row);
    this.#draw();
  }
}
customElements.define('quick-bar', QuickBar);
