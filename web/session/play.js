// session/play.js: the clock of Play: moves an instant along a finished run, and schedules nothing while it is stopped.

/** Speeds as slowdown factors, slowest first. */
export const SPEEDS = [1000, 300, 100, 30, 10, 3, 1];
/** The longest time between two frames that counts, in ms: after a stall nothing is skipped. */
const LONGEST = 100;
/** With reduced motion, the time between jumps, in ms. */
const JUMP = 1000;

/**
 * The functions of the browser that it needs, so that tests can replace them.
 * @typedef {{
 *   frame: (call: (now: number) => void) => number, cancel: (id: number) => void,
 *   wait: (call: () => void, ms: number) => number, forget: (id: number) => void,
 * }} Clock
 */

/** @type {Clock} */
const browser = {
  frame: (call) => requestAnimationFrame(call),
  cancel: (id) => cancelAnimationFrame(id),
  wait: (call, ms) => /** @type {any} */ (setTimeout(call, ms)),
  forget: (id) => clearTimeout(id),
};

export class Play {
  #clock;
  #move;
  #ended;
  #frame = 0;
  #wait = 0;
  /** Real ms per ms of model time. */
  slowness = 10;
  playing = false;

  /** @param {(time: number) => void} move @param {() => void} ended called at the end, but not by `stop` */
  constructor(move, ended, clock = browser) {
    this.#clock = clock;
    this.#move = move;
    this.#ended = ended;
  }

  /**
   * Moves smoothly from one instant to another, or jumps from spike to spike.
   * @param {{from: number, to: number, stops?: ArrayLike<number>}} way times in ms; `stops`, ascending, are where to jump
   */
  start({from, to, stops}) {
    this.stop();
    this.playing = true;
    if (stops) this.#jump(from, to, stops);
    else this.#glide(from, to);
  }

  stop() {
    this.playing = false;
    this.#clock.cancel(this.#frame);
    this.#clock.forget(this.#wait);
  }

  /** @param {number} time @param {number} end @param {number} [last] the previous frame, in real ms */
  #glide(time, end, last) {
    this.#frame = this.#clock.frame((now) => {
      const passed = last === undefined ? 0 : Math.min(Math.max(now - last, 0), LONGEST);
      const next = Math.min(time + passed / this.slowness, end);
      this.#arrive(next, end, () => this.#glide(next, end, now));
    });
  }

  /** @param {number} time @param {number} end @param {ArrayLike<number>} stops @param {number} [delay] none for the first */
  #jump(time, end, stops, delay = 0) {
    this.#wait = this.#clock.wait(() => {
      const next = Math.min(Array.from(stops).find((stop) => stop > time) ?? end, end);
      this.#arrive(next, end, () => this.#jump(next, end, stops, JUMP));
    }, delay);
  }

  /** @param {number} time @param {number} end @param {() => void} goOn */
  #arrive(time, end, goOn) {
    this.#move(time);
    if (!this.playing) return; // `move` has called `stop`
    if (time < end) return goOn();
    this.playing = false;
    this.#ended();
  }
}
