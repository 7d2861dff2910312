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

export class Locks {
  /** @type {Set<string>} */
  #locked = new Set();
  /** If there are such: the only paths that may change. @type {Set<string> | null} */
  #free = null;
  /** The set-up to which everything locked is held. @type {{preset: string, runs: Experiment[]}} */
  #held = {preset: '', runs: []};

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

  /**
   * Locks more, as it is in a set-up; nothing is ever unlocked.
   * @param {{preset: string, runs: Experiment[]}} setUp @param {string[]} paths @param {string[] | null} [only] what alone stays free
   */
  lock({preset, runs}, paths, only = null) {
    for (const path of paths) this.#locked.add(path);
    if (only) this.#free = new Set(only.filter((path) => !this.#free || !this.has(path)));
    this.#held = {preset, runs};
  }

  /** The runs to return to in place of a preset's own; undefined if there are none. @param {string} preset */
  heldOf(preset) {
    return this.any && this.#held.preset === preset ? this.#held.runs : undefined;
  }

  /**
   * What is locked and would be otherwise in these runs of a preset, as paths. Where there are more runs than in the set-up that it
   * is held to, that means its last one.
   * @param {string} preset @param {Experiment[]} runs
   */
  against(preset, runs) {
    if (!this.any) return [];
    const {preset: id, runs: held} = this.#held;
    if (preset !== id && this.has('preset')) return ['preset'];
    const changed = runs.flatMap((run, index) => differences(held[index] ?? held[held.length - 1], run));
    return [...new Set(changed.map(({path}) => path))].filter((path) => this.has(path));
  }
}
