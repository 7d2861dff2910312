// session/pinned.js: the pinned runs, for comparison with those shown.
import {asName} from './labels.js';

/** How many runs may be pinned. */
export const MOST_GHOSTS = 4;
/**
 * A pinned run: its name ('' unless the user has named it), and the run of a preset that it was made from.
 * @typedef {{name: string, of: {preset: string, index: number}, experiment: Experiment}} Ghost
 */

/** A pinned run in a link; `differs` is how it differs from its preset's. @typedef {{name: string, of: Ghost['of'], differs: Partial_}} LinkedPin */

export class Pinned {
  /** @type {Ghost[]} */
  all = [];
  /** A run as it was before what is being edited now; shown like a pinned one, but not kept. @type {Ghost | null} */
  before = null;
  /** Runs that used to be pinned, by experiment: pinned again, they get their name back. @type {WeakMap<Experiment, Ghost>} */
  #former = new WeakMap();

  /** The pinned runs, and the run as it was unless the same one is pinned. */
  get shown() {
    return this.before && this.aside === this.all.length ? [...this.all, this.before] : this.all;
  }

  /** Which of those shown is the run as it was; -1 for none. */
  get aside() {
    if (!this.before) return -1;
    const same = JSON.stringify(this.before.experiment);
    const pinned = this.all.findIndex(({experiment}) => JSON.stringify(experiment) === same);
    return pinned < 0 ? this.all.length : pinned;
  }

  /** @param {Ghost} run */
  #asPinned(run) {
    return this.#former.get(run.experiment) ?? run;
  }

  /** Pins a run; false if no more may be pinned. @param {Ghost} run */
  add(run) {
    if (this.all.length >= MOST_GHOSTS) return false;
    this.all = [...this.all, this.#asPinned(run)];
    return true;
  }

  /** @param {number} index */
  remove(index) {
    this.all = this.all.filter((_, i) => i !== index);
  }

  /** @param {number} index @param {string} name */
  rename(index, name) {
    this.all = this.all.map((one, i) => (i === index ? {...one, name: asName(name)} : one));
  }

  /** Replaces a pinned run; returns the experiment of the one replaced. @param {number} index @param {Ghost} run */
  swap(index, run) {
    const [out, own] = [this.all[index], this.#asPinned(run)];
    this.#former.set(out.experiment, out);
    this.all = this.all.map((one, i) => (i === index ? own : one));
    return out.experiment;
  }
}
