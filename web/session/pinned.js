// session/pinned.js: the runs that were pinned, to be compared with the one on show.

/** Runs that may be pinned. */
export const MOST_GHOSTS = 4;

/**
 * A pinned run: its name, '' while nobody has named it, and of which run of which preset it came.
 * @typedef {{name: string, of: {preset: string, index: number}, experiment: Experiment}} Ghost
 */

export class Pinned {
  /** @type {Ghost[]} */
  all = [];
  /** What a run was while it was pinned. @type {WeakMap<Experiment, Ghost>} */
  #former = new WeakMap();

  /** A run as it is pinned: as it was before, if it has been pinned. @param {Ghost} run */
  #asPinned(run) {
    return this.#former.get(run.experiment) ?? run;
  }

  /** Pins a run; false when there are as many as there may be. @param {Ghost} run */
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
    this.all = this.all.map((one, i) => (i === index ? {...one, name} : one));
  }

  /** Puts a run in the place of a pinned one, whose experiment it answers. @param {number} index @param {Ghost} run */
  swap(index, run) {
    const [out, own] = [this.all[index], this.#asPinned(run)];
    this.#former.set(out.experiment, out);
    this.all = this.all.map((one, i) => (i === index ? own : one));
    return out.experiment;
  }
}
