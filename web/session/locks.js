// session/locks.js: what of a set-up may not be changed, by paths such as 'cell.b', 'stimulus', 'stimulus.*.amplitude' or 'preset'.
import {differences} from './differences.js';

/** The parts that a whole set-up consists of. */
export const PARTS = ['preset', 'cell', 'initial', 'stimulus', 'duration', 'solver'];

/** Whether a path is that of a pattern, or under it. @param {string} pattern @param {string} path */
export const covers = (pattern, path) => agree(pattern, path).covers;

/** How far two paths agree: to the end of the first, of the second, or of neither. @param {string} pattern @param {string} path */
function agree(pattern, path) {
  const [wanted, given] = [pattern.split('.'), path.split('.')];
  const same = wanted.every((one, i) => i >= given.length || one === '*' || one === given[i]);
  return {covers: same && wanted.length <= given.length, within: same && wanted.length > given.length};
}

/** The value at a path becomes another, or none. @param {any} whole @param {string} path @param {any} value */
function put(whole, path, value) {
  const keys = path.split('.');
  const last = /** @type {string} */ (keys.pop());
  const part = keys.reduce((inner, key) => inner[key], whole);
  if (value === undefined) delete part[last];
  else part[last] = value;
}

/** @typedef {{preset: string, runs: Experiment[], labels?: Partial<import('./labels.js').Labels>}} HeldSetUp */

export class Locks {
  /** @type {Set<string>} */
  #locked = new Set();
  /** If there are such: the only paths that may change. @type {Set<string> | null} */
  #free = null;
  /** The set-up to which everything locked is held. @type {HeldSetUp} */
  #held = {preset: '', runs: []};
  /** The set-up that the author gave, to which Reset returns whatever is locked later. @type {HeldSetUp | undefined} */
  #author;

  /** Whether anything is locked. */
  get any() {
    return this.#locked.size > 0 || this.#free !== null;
  }

  /** Whether a change at a path, of all that is under it, would change something that is locked. @param {string} path */
  has(path) {
    if (this.#free && ![...this.#free].some((free) => agree(free, path).covers)) return true;
    return [...this.#locked].some((locked) => {
      const {covers, within} = agree(locked, path);
      return covers || within;
    });
  }

  /** Takes a set-up for the author's, unless something is locked already. @param {HeldSetUp} setUp */
  hold(setUp) {
    if (!this.any) this.#author = setUp;
  }

  /** Whether all that is at a path and under it is locked. @param {string} path */
  #whole(path) {
    const free = [...(this.#free ?? [])].map((one) => agree(one, path));
    if (this.#free && !free.some(({covers, within}) => covers || within)) return true;
    return [...this.#locked].some((locked) => covers(locked, path));
  }

  /**
   * Locks more, as it is in a set-up; nothing is ever unlocked. False if all of it was locked already.
   * @param {HeldSetUp} setUp @param {string[]} paths @param {string[] | null} [only] what alone stays free
   */
  lock(setUp, paths, only = null) {
    if (!only && paths.every((path) => this.#whole(path))) return false;
    if (!this.#author) this.hold(setUp);
    for (const path of paths) this.#locked.add(path);
    if (only) this.#free = new Set(only.filter((path) => !this.#free || !this.has(path)));
    this.#held = setUp;
    return true;
  }

  /**
   * The runs to return to in place of a preset's own: the author's, with all that was locked later as it was then. Undefined if there
   * are none.
   * @param {{id: string, runs: Experiment[]}} preset
   */
  heldOf({id, runs}) {
    if (!this.any) return undefined;
    if (this.#author?.preset === id) runs = this.#author.runs;
    else if (this.#held.preset !== id) return undefined;
    return runs.map((run, index) => {
      const held = differences(run, this.#heldRun(index)).filter(({path}) => this.has(path));
      if (!held.length) return run;
      const made = structuredClone(run);
      for (const {path, after} of held) put(made, path, structuredClone(after));
      return made;
    });
  }

  /** The author's labels, if this is the preset of that set-up. @param {string} preset its id */
  labelsOf(preset) {
    return [this.#author, this.#held].find((one) => one?.preset === preset)?.labels;
  }

  /** The run to which another is held: where there are more runs than in the set-up, that means its last one. @param {number} index */
  #heldRun(index) {
    const {runs} = this.#held;
    return runs[index] ?? runs[runs.length - 1];
  }

  /**
   * What is locked and would be otherwise in these runs of a preset, as paths.
   * @param {string} preset @param {Experiment[]} runs
   */
  against(preset, runs) {
    if (!this.any) return [];
    if (preset !== this.#held.preset && this.has('preset')) return ['preset'];
    const changed = runs.flatMap((run, index) => differences(this.#heldRun(index), run));
    return [...new Set(changed.map(({path}) => path))].filter((path) => this.has(path));
  }
}
