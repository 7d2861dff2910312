// session/history.js: the states that a person can go back to and forth between. What is changed at one stroke, as by dragging a
// slider, is one step.

/** Steps that are kept. */
const MOST = 200;
/** Changes of the same thing that follow one another sooner than this, in ms, are one stroke. */
const STROKE = 1000;

/** @typedef {{state: string, key: string, stroke: string, at: number}} Step_ a state as JSON, and which change led to it */

export class History {
  /** @type {Step_[]} */
  #steps = [];
  #here = -1;
  #now;

  /** @param {() => number} now a clock in ms */
  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  /**
   * Notes the state after a change.
   * @param {any} state @param {string} key what was changed @param {string} [stroke] what it is part of; none: it stands alone
   * @param {boolean} [held] whether a hand still holds what it changes: however long, that is one stroke
   */
  note(state, key, stroke = '', held = false) {
    const text = JSON.stringify(state);
    const last = this.#steps[this.#here];
    if (last?.state === text) return;
    const at = this.#now();
    this.#steps.length = this.#here + 1;
    // Never into the first one: what was there before a stroke stays.
    if (stroke && last?.stroke === stroke && (held || at - last.at < STROKE) && this.#here > 0) this.#steps.pop();
    else if (this.#steps.length > MOST) this.#steps.shift();
    this.#steps.push({state: text, key, stroke, at});
    this.#here = this.#steps.length - 1;
  }

  /** The steps as plain data, as far as so many characters hold them; those around the present one first. @param {number} room */
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
    const steps = this.#steps.slice(first, last + 1).map(({state, key, stroke}) => ({state, key, stroke}));
    return {steps, here: this.#here - first};
  }

  /**
   * Goes on from steps that were kept; undefined where they are none, or do not lead to `state`.
   * @param {any} kept @param {any} state the present one @param {() => number} [now]
   */
  static from(kept, state, now) {
    const {steps, here} = kept ?? {};
    if (!Array.isArray(steps) || steps[here]?.state !== JSON.stringify(state)) return undefined;
    const valid = steps.every((one) => typeof one?.state === 'string' && typeof one.key === 'string');
    if (!valid) return undefined;
    const history = new History(now);
    history.#steps = steps.map(({state, key}) => ({state, key, stroke: '', at: -Infinity}));
    history.#here = here;
    return history;
  }

  /** What going back would undo; '' where there is nothing. */
  get undoes() {
    return this.#here > 0 ? this.#steps[this.#here].key : '';
  }

  /** What going forth would do again. */
  get redoes() {
    return this.#steps[this.#here + 1]?.key ?? '';
  }

  /** The state one step back (-1) or forth (1), which is then the present one; undefined past either end. @param {-1 | 1} way */
  go(way) {
    const step = this.#steps[this.#here + way];
    if (!step) return undefined;
    this.#here += way;
    this.#steps[this.#here].stroke = ''; // what follows is a stroke of its own
    return JSON.parse(step.state);
  }
}
