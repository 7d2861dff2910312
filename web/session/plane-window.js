// session/plane-window.js: the part of the phase plane that is shown: the orbits, the fixed points, and some room.
import {extent, roundRange} from './ranges.js';

/** How far from the orbits, as a multiple of their size, something may lie and still be included. */
const REACH = 3;
/** The window shrinks when less than this share of it is used, except during a drag; otherwise it only grows. */
const LEAST_USE = 0.5;

/** The widest plane that the core accepts; a run that diverges goes beyond it. */
const WIDEST = {v: 1e6, u: 1e9};

/** @typedef {{low: number, high: number}} Extent */

/**
 * The previous range as long as it fits, otherwise a round range around `need` and, if that leaves enough in use, around the
 * previous one too.
 * @param {{min: number, max: number} | undefined} previous @param {Extent} need
 */
function settle(previous, need, leastUse = LEAST_USE) {
  const room = 0.04 * (need.high - need.low);
  const fitting = roundRange(need.low - room, need.high + room, 8);
  if (!previous) return fitting;
  const low = Math.min(fitting.min, previous.min);
  const high = Math.max(fitting.max, previous.max);
  if (need.high - need.low < leastUse * (high - low)) return fitting;
  return need.low >= previous.min && need.high <= previous.max ? previous : roundRange(low, high, 8);
}

/** `core`, extended to those of `others` that lie within reach. @param {Extent} core @param {number} size @param {number[]} others */
function within({low, high}, size, others) {
  const reach = REACH * Math.max(high - low, size);
  return extent([[low, high], others.filter((x) => x > low - reach && x < high + reach)]);
}

/** Clamps to half of what the core accepts, to leave room for rounding. @param {Extent} extent @param {number} most */
const clamped = ({low, high}, most) => ({low: Math.max(low, -most / 2), high: Math.min(high, most / 2)});

/** @param {{min: number, max: number}} one @param {{min: number, max: number}} other */
const same = (one, other) => one.min === other.min && one.max === other.max;

/** @typedef {{v: {min: number, max: number}, u: {min: number, max: number}}} Axes */

export class PlaneWindow {
  /** The last axes, of the whole, of the close-up and of the plane drawn straight. @type {{whole?: Axes, close?: Axes, straight?: Axes}} */
  #axes = {};
  /** @type {{whole?: PlaneBounds, close?: PlaneBounds, straight?: PlaneBounds}} */
  #windows = {};

  /** While the start is dragged the axes stay fixed, or it would slip from under the pointer. */
  still = false;
  /** Whether the window may shrink: not during a drag, nor when only the stretch of time changes. */
  mayShrink = true;
  /** Whether a close-up is made anew, so that one state has one window; during a drag it changes as the whole plane does. */
  settled = true;

  /** To be called when other runs are shown. */
  forget() {
    this.#axes = {};
    this.#windows = {};
  }

  /** @param {'whole' | 'close' | 'straight'} kind @param {Extent} v @param {Extent} u */
  #settle(kind, v, u) {
    const axes = this.#axes[kind];
    const window = this.#windows[kind];
    if (this.still && window) return window;
    const least = this.mayShrink ? LEAST_USE : 0;
    const before = kind !== 'whole' && this.settled ? undefined : axes;
    const next = {v: settle(before?.v, clamped(v, WIDEST.v), least), u: settle(before?.u, clamped(u, WIDEST.u), least)};
    if (window && axes && same(next.v, axes.v) && same(next.u, axes.u)) return window;
    this.#axes[kind] = next;
    return (this.#windows[kind] = {
      v_low: next.v.min,
      v_high: next.v.max,
      u_low: next.u.min,
      u_high: next.u.max,
      straight: Number(kind === 'straight'),
    });
  }

  /**
   * The window that the runs need.
   * @param {Result[]} runs @param {Result} selected the run whose landmarks are included if they are near
   */
  whole(runs, {experiment: {cell}, start, landmarks}) {
    const column = (/** @type {'v' | 'u'} */ name) =>
      extent([
        ...runs.flatMap(({recording: one}) => [one[name], one[`spike_${name}`], one[`reset_${name}`]]),
        ...runs.flatMap(({orbit}) => orbit.flatMap(({curves}) => curves.map((curve) => curve[name]))),
        [start[name]],
      ]);
    const v = within(column('v'), Math.abs(cell.vt - cell.vr), [...landmarks.v]);
    const u = within(column('u'), landmarks.depth, [...landmarks.u]);
    return this.#settle('whole', v, u);
  }

  /** The close-up, or the plane drawn straight. @param {PlaneBounds} wanted @param {'close' | 'straight'} [kind] */
  close({v_low, v_high, u_low, u_high}, kind = 'close') {
    return this.#settle(kind, {low: v_low, high: v_high}, {low: u_low, high: u_high});
  }
}
