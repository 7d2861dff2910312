// history.js: the states that a person can go back to and forth between. What is changed at one stroke, as by dragging a
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
