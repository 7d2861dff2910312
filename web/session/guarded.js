// session/guarded.js: the runs of a lab, the preset that they come from, and what is beside them: labels and pinned runs. Nothing
// replaces them but `take`, which refuses whatever would change what is locked.
import {differs} from './differences.js';
import {NO_LABELS, given, labelsIn} from './labels.js';
import {Locks} from './locks.js';
import {Pinned} from './pinned.js';
import {startMoved} from './runs.js';

/** What is beside the runs; what it does not say stays as it is. @typedef {{labels?: Partial<import('./labels.js').Labels>, ghosts?: import('./pinned.js').Ghost[]}} Beside */

export class Guarded extends EventTarget {
  #locked;
  /** @type {WordedPreset} */
  #preset;
  /** @type {Experiment[]} */
  #runs = [];
  #locks = new Locks();
  labels = NO_LABELS;
  pinned = new Pinned();

  /** @param {WordedPreset} preset @param {(path: string) => WordedProblem} locked says that a path is locked */
  constructor(preset, locked) {
    super();
    this.#preset = preset;
    this.#locked = locked;
  }

  /** What may not be changed, for the views. @type {Pick<Locks, 'any' | 'has' | 'heldOf' | 'labelsOf'>} */
  get locks() {
    return this.#locks;
  }
  get preset() {
    return this.#preset;
  }
  get runs() {
    return this.#runs;
  }

  /** Whether any run differs from the preset's: not if what was changed is again as it was. */
  get edited() {
    return this.#runs.some((run, index) => differs(this.#preset.runs[index], run));
  }

  /** Whether any run starts elsewhere than in the preset. */
  get startMoved() {
    return startMoved(this.#runs, this.#preset);
  }

  /** The duration of the longest run, in ms. */
  get longest() {
    return Math.max(...this.#runs.map((run) => run.duration));
  }

  /**
   * Takes a set-up, or the one that is open, for the author's, to which Reset returns where something is locked: not once something is.
   * @param {import('./locks.js').HeldSetUp} [setUp]
   */
  hold(setUp = {preset: this.#preset.id, runs: this.#runs, labels: this.labels}) {
    this.#locks.hold(setUp);
  }

  /**
   * Locks these paths, and if `only` is given, all that is not under one of those, as they are now, and with it labels and pinned runs.
   * Nothing unlocks them. False if all of it was locked already.
   * @param {string[]} paths @param {string[] | null} [only]
   */
  lock(paths, only) {
    return this.#locks.lock({preset: this.#preset.id, runs: this.#runs, labels: this.labels}, paths, only);
  }

  /** The labels that something opened brings: where anything is locked, it takes none away from the preset on show by leaving it out. @param {WordedPreset} preset @param {Partial<import('./labels.js').Labels>} labels */
  labelled(preset, labels) {
    return this.locks.any && preset === this.preset ? {...this.labels, ...given(labelsIn(labels))} : labels;
  }

  /** Labels as they would be: where they are locked, none is taken away that is not mentioned. @param {Partial<import('./labels.js').Labels>} labels */
  #labelled(labels) {
    return labelsIn(this.#locks.has('labels') ? {...this.labels, ...given(labelsIn(labels))} : labels);
  }

  /**
   * What is locked and would be otherwise in these runs, and in what is beside them.
   * @param {Experiment[]} runs @param {string} [preset] its id @param {Beside} [beside] @returns {WordedProblem[]}
   */
  problemsOf(runs, preset = this.#preset.id, {labels, ghosts} = {}) {
    const paths = this.#locks.against(preset, runs);
    if (labels && this.#locks.has('labels') && differs(this.labels, this.#labelled(labels))) paths.push('labels');
    if (ghosts && this.#locks.has('pinned') && differs(this.pinned.all, ghosts)) paths.push('pinned');
    return paths.map(this.#locked);
  }

  /**
   * Takes these runs of a preset, and what is beside them. Returns the problems; if there are any, nothing has changed.
   * @param {Experiment[]} runs @param {WordedPreset} [preset] @param {Beside} [beside]
   */
  take(runs, preset = this.#preset, beside = {}) {
    const problems = this.problemsOf(runs, preset.id, beside);
    if (problems.length) return problems;
    [this.#runs, this.#preset] = [runs, preset];
    if (beside.labels) this.labels = this.#labelled(beside.labels);
    if (beside.ghosts) this.pinned.all = beside.ghosts;
    return problems;
  }

  /** Changes some labels; false if they are locked. @param {Partial<import('./labels.js').Labels>} labels */
  relabel(labels) {
    if (this.#locks.has('labels')) return false;
    this.labels = labelsIn({...this.labels, ...labels});
    return true;
  }

  /** The same preset with other texts. @param {WordedPreset} preset */
  reread(preset) {
    this.#preset = preset;
  }
}
