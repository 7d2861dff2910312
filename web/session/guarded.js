// session/guarded.js: the runs of a lab and the preset that they come from. Nothing replaces them but `take`, which refuses whatever
// would change what is locked.
import {differs} from './differences.js';
import {Locks} from './locks.js';
import {startMoved} from './runs.js';

export class Guarded extends EventTarget {
  #locked;
  /** @type {WordedPreset} */
  #preset;
  /** @type {Experiment[]} */
  #runs = [];
  #locks = new Locks();

  /** @param {WordedPreset} preset @param {(path: string) => WordedProblem} locked says that a path is locked */
  constructor(preset, locked) {
    super();
    this.#preset = preset;
    this.#locked = locked;
  }

  /** What may not be changed, for the views. @type {Pick<Locks, 'any' | 'has' | 'heldOf'>} */
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
   * Locks these paths, and if `only` is given, all that is not under one of those, as they are now. Nothing unlocks them.
   * @param {string[]} paths @param {string[] | null} [only]
   */
  lock(paths, only) {
    this.#locks.lock({preset: this.#preset.id, runs: this.#runs}, paths, only);
  }

  /** What is locked and would be otherwise in these runs. @param {Experiment[]} runs @param {string} [preset] its id @returns {WordedProblem[]} */
  problemsOf(runs, preset = this.#preset.id) {
    return this.#locks.against(preset, runs).map(this.#locked);
  }

  /** Takes these runs of a preset. Returns the problems; if there are any, nothing has changed. @param {Experiment[]} runs @param {WordedPreset} [preset] */
  take(runs, preset = this.#preset) {
    const problems = this.problemsOf(runs, preset.id);
    if (!problems.length) [this.#runs, this.#preset] = [runs, preset];
    return problems;
  }

  /** The same preset with other texts. @param {WordedPreset} preset */
  reread(preset) {
    this.#preset = preset;
  }
}
