// plane-window.js: which part of the phase plane is on show: the orbits, where the cell can rest, and some room.
import {extent, roundRange} from './ranges.js';

/** How far beyond the orbits, in their own size, something may lie and still be brought into view. */
const REACH = 3;
/** Below this share of use the window gives way; before, it only grows, so that a drag does not make it jump. */
const LEAST_USE = 0.4;

/** What the core takes of a plane. A run that diverges goes beyond. */
const WIDEST = {v: 1e6, u: 1e9};

/** @typedef {{low: number, high: number}} Extent */

/**
 * `held` as long as it serves, else a round range around `need` and what is worth keeping of `held`.
 * @param {{min: number, max: number} | undefined} held @param {Extent} need
 */
function settle(held, need) {
  const room = 0.04 * (need.high - need.low);
  const anew = roundRange(need.low - room, need.high + room, 8);
  if (!held) return anew;
  const low = Math.min(anew.min, held.min);
  const high = Math.max(anew.max, held.max);
  if (need.high - need.low < LEAST_USE * (high - low)) return anew;
  return need.low >= held.min && need.high <= held.max ? held : roundRange(low, high, 8);
}

/** `core`, and of `others` what lies within reach of it. @param {Extent} core @param {number} size @param {number[]} others */
function within({low, high}, size, others) {
  const reach = REACH * Math.max(high - low, size);
  return extent([[low, high], others.filter((x) => x > low - reach && x < high + reach)]);
}

/** Leaves room for rounding. @param {Extent} extent @param {number} most */
const clamped = ({low, high}, most) => ({low: Math.max(low, -most / 2), high: Math.min(high, most / 2)});

export class PlaneWindow {
  #engine;
  /** @type {{v: {min: number, max: number}, u: {min: number, max: number}} | undefined} */
  #held;

  /** @param {Engine} engine */
  constructor(engine) {
    this.#engine = engine;
  }

  /** Starts anew: other runs are on show. */
  forget() {
    this.#held = undefined;
  }

  /**
   * @param {Result[]} runs @param {Cell} cell of the selected run @param {{v: number, u: number}} start
   * @param {Extent} currents those of the selected run
   */
  of(runs, cell, start, currents) {
    const recordings = runs.flatMap(({orbit}) => orbit);
    const column = (/** @type {'v' | 'u'} */ name) =>
      extent([...recordings.flatMap((one) => [one[name], one[`spike_${name}`], one[`reset_${name}`]]), [start[name]]]);
    const between = {v_low: Math.min(cell.vr, cell.vt), v_high: Math.max(cell.vr, cell.vt), points: 3, arrows: 0};
    if (!(between.v_high > between.v_low)) between.v_high = between.v_low + 1;
    // Of three points between vr and vt the middle one is the parabola's lowest.
    const planes = [currents.low, currents.high].map((current) =>
      this.#engine.phase_plane(cell, current, {...between, u_low: -1, u_high: 1}),
    );
    const points = planes.flatMap(({fixed_points}) => fixed_points);
    const depths = planes.flatMap(({v_nullcline}) => [v_nullcline[0], v_nullcline[1]]);
    const v = within(column('v'), Math.abs(cell.vt - cell.vr), [cell.vr, cell.vt, cell.c, ...points.map(({v}) => v)]);
    const u = within(column('u'), Math.abs(depths[0] - depths[1]), [...depths, ...points.map(({u}) => u)]);
    this.#held = {v: settle(this.#held?.v, clamped(v, WIDEST.v)), u: settle(this.#held?.u, clamped(u, WIDEST.u))};
    return {v_low: this.#held.v.min, v_high: this.#held.v.max, u_low: this.#held.u.min, u_high: this.#held.u.max};
  }
}
