// session/undo.js: the states for undo and redo. Changes in one undo group, such as all those of one slider drag, are one step.

/** How many steps are kept. */
const MOST = 200;
/** Changes of the same thing less than this apart, in ms, form one undo group. */
const GROUP = 1000;

/**
 * The undo group of a change of some values: one number, the start, or one stimulus; '' when a stimulus is added or removed.
 * @param {string[]} paths of the values
 */
export function undoGroup(paths) {
  const depth = (/** @type {string} */ path) => (path.startsWith('initial') ? 1 : 2);
  const roots = new Set(paths.map((path) => path.split('.').slice(0, depth(path)).join('.')));
  const [root] = roots;
  return roots.size === 1 && root !== 'stimulus' ? root : '';
}

/** @typedef {{state: string, key: string, group: string, at: number}} Step_ a state as JSON, and the change that led to it */

export class UndoSteps {
  /** @type {Step_[]} */
  #steps = [];
  #here = -1;
  /** The undo group of the last change of a drag. @type {string | undefined} */
  #dragged;
  #now;

  /** @param {() => number} now a clock in ms */
  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  /** A new drag begins, and with it a new undo group. */
  beginDrag() {
    this.#dragged = undefined;
  }

  /**
   * Records the state after a change.
   * @param {any} state @param {string} key what was changed @param {string} [group] its undo group; without one, a step of its own
   * @param {boolean} [dragging] whether the user is dragging: however long that lasts, it is one undo group
   */
  note(state, key, group = '', dragging = false) {
    const sameDrag = dragging && this.#dragged === group;
    this.#dragged = dragging ? group : undefined;
    const text = JSON.stringify(state);
    const last = this.#steps[this.#here];
    if (last?.state === text) return;
    const at = this.#now();
    this.#steps.length = this.#here + 1;
    // Never replaces the first step, which is the state before the group began.
    if (group && last?.group === group && (sameDrag || at - last.at < GROUP) && this.#here > 0) this.#steps.pop();
    else if (this.#steps.length > MOST) this.#steps.shift();
    this.#steps.push({state: text, key, group, at});
    this.#here = this.#steps.length - 1;
  }

  /** Forgets what has been noted since a state: a drag that was cancelled. @param {any} state */
  cancel(state) {
    const text = JSON.stringify(state);
    const [before, last] = [this.#steps[this.#here - 1], this.#steps[this.#here]];
    this.#dragged = undefined;
    if (!last || last.state === text) return;
    if (before?.state === text) this.#here -= 1;
    else last.state = text;
    this.#steps.length = this.#here + 1;
  }

  /** The steps as plain data, in about `room` characters; those nearest to the current one take precedence. @param {number} room */
  kept(room) {
    let [first, last] = [this.#here, this.#here];
    const size = (/** @type {number} */ at) => (this.#steps[at]?.state.length ?? Infinity) + 60;
    for (let left = room - size(this.#here); ;) {
      const at = this.#here - first <= last - this.#here && first > 0 ? first - 1 : last + 1;
      const next = at in this.#steps ? at : first - 1;
      if (!(size(next) <= left)) break;
      left -= size(next);
      [first, last] = [Math.min(first, next), Math.max(last, next)];
    }
    const steps = this.#steps.slice(first, last + 1).map(({state, key, group}) => ({state, key, group}));
    return {steps, here: this.#here - first};
  }

  /**
   * Continues from stored steps; returns undefined if they are not valid or do not lead to `state`.
   * @param {any} stored @param {any} state the current one @param {() => number} [now]
   */
  static from(stored, state, now) {
    const {steps, here} = stored ?? {};
    if (!Array.isArray(steps) || steps[here]?.state !== JSON.stringify(state)) return undefined;
    const valid = steps.every((one) => typeof one?.state === 'string' && typeof one.key === 'string');
    if (!valid) return undefined;
    const undo = new UndoSteps(now);
    undo.#steps = steps.map(({state, key}) => ({state, key, group: '', at: -Infinity}));
    undo.#here = here;
    return undo;
  }

  /** The key of the change that undo would undo; '' if there is none. */
  get undoes() {
    return this.#here > 0 ? this.#steps[this.#here].key : '';
  }

  /** The key of the change that redo would redo; '' if there is none. */
  get redoes() {
    return this.#steps[this.#here + 1]?.key ?? '';
  }

  /** The state one step back (-1) or forward (1); undefined past either end. @param {-1 | 1} way */
  beside(way) {
    const step = this.#steps[this.#here + way];
    return step && JSON.parse(step.state);
  }

  /** Moves one step back (-1) or forward (1) and returns the state there; undefined past either end. @param {-1 | 1} way */
  go(way) {
    const state = this.beside(way);
    if (!state) return undefined;
    this.#here += way;
    this.#dragged = undefined;
    this.#steps[this.#here].group = ''; // the next change starts a new undo group
    return state;
  }
}
