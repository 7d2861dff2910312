// plane-window.js: which part of the phase plane is on show: the orbits, where the cell can rest, and some room.
import {extent, roundRange} from './ranges.js';

/** How far beyond the orbits, in their own size, something may lie and still be brought into view. */
const REACH = 3;
/** Below this share of use the window gives way, unless something is dragged; before, it only grows. */
const LEAST_USE = 0.4;

/** What the core takes of a plane. A run that diverges goes beyond. */
const WIDEST = {v: 1e6, u: 1e9};

/** @typedef {{low: number, high: number}} Extent */
/** @typedef {{v_low: number, v_high: number, u_low: number, u_high: number}} PlaneWindow_ */

/**
 * `held` as long as it serves, else a round range around `need` and what is worth keeping of `held`.
 * @param {{min: number, max: number} | undefined} held @param {Extent} need
 */
function settle(held, need, leastUse = LEAST_USE) {
  const room = 0.04 * (need.high - need.low);
  const anew = roundRange(need.low - room, need.high + room, 8);
  if (!held) return anew;
  const low = Math.min(anew.min, held.min);
  const high = Math.max(anew.max, held.max);
  if (need.high - need.low < leastUse * (high - low)) return anew;
  return need.low >= held.min && need.high <= held.max ? held : roundRange(low, high, 8);
}

/** `core`, and of `others` what lies within reach of it. @param {Extent} core @param {number} size @param {number[]} others */
function within({low, high}, size, others) {
  const reach = REACH * Math.max(high - low, size);
  return extent([[low, high], others.filter((x) => x > low - reach && x < high + reach)]);
}

/** Leaves room for rounding. @param {Extent} extent @param {number} most */
const clamped = ({low, high}, most) => ({low: Math.max(low, -most / 2), high: Math.min(high, most / 2)});

/** Below this share of vt - vr a closer look goes no closer. */
const CLOSEST = 0.15;

/**
 * What is worth a closer look: the fixed points, or where there is none, the place where the nullclines come nearest.
 * @param {Cell} cell @param {PhasePlane} plane
 */
function closeUp({vr, vt}, {fixed_points, v, v_nullcline, u_nullcline}) {
  const gap = v_nullcline.map((u, i) => u - u_nullcline[i]);
  const nearest = gap.indexOf(Math.min(...gap));
  const ghost = [v_nullcline, u_nullcline].map((column) => ({v: v[nearest], u: column[nearest]}));
  const places = fixed_points.length ? fixed_points : ghost;
  const across = extent([places.map((place) => place.v)]);
  const up = extent([places.map((place) => place.u)]);
  const size = (fixed_points.length > 1 ? 1 : 3) * CLOSEST * Math.abs(vt - vr);
  const half = 0.75 * Math.max(across.high - across.low, size);
  // As much of u as the parabola spans in that much of v.
  const inside = v_nullcline.filter((_, i) => v[i] >= across.low - half && v[i] <= across.high + half);
  const tall = extent([inside, [up.low, up.high]]);
  const room = Math.max(0.75 * (up.high - up.low), 0.3 * (tall.high - tall.low), 1e-3);
  return {
    v: {low: across.low - half, high: across.high + half},
    u: {low: up.low - room, high: up.high + room},
  };
}

/** @typedef {{v: {min: number, max: number}, u: {min: number, max: number}}} Axes */

export class PlaneWindow {
  #engine;
  /** The axes as they were last, of the whole and of the closer look. @type {{whole?: Axes, close?: Axes}} */
  #held = {};
  /** @type {{whole?: PlaneWindow_, close?: PlaneWindow_}} */
  #windows = {};

  /** While the start is dragged the axes stay, or it would slip from under the pointer. */
  still = false;
  /** Whether it may give way to less: not while something is dragged, nor when only another stretch is looked at. */
  mayShrink = true;

  /** @param {Engine} engine */
  constructor(engine) {
    this.#engine = engine;
  }

  /** Starts anew: other runs are on show. */
  forget() {
    this.#held = {};
    this.#windows = {};
  }

  /** @param {'whole' | 'close'} kind @param {Extent} v @param {Extent} u */
  #settle(kind, v, u) {
    const held = this.#held[kind];
    const kept = this.#windows[kind];
    if (this.still && kept) return kept;
    const least = this.mayShrink ? LEAST_USE : 0;
    const next = {v: settle(held?.v, clamped(v, WIDEST.v), least), u: settle(held?.u, clamped(u, WIDEST.u), least)};
    if (kept && next.v === held?.v && next.u === held.u) return kept;
    this.#held[kind] = next;
    return (this.#windows[kind] = {v_low: next.v.min, v_high: next.v.max, u_low: next.u.min, u_high: next.u.max});
  }

  /**
   * What the runs need.
   * @param {Result[]} runs @param {Cell} cell of the selected run @param {{v: number, u: number}} start
   * @param {Extent} currents those of the selected run
   */
  whole(runs, cell, start, currents) {
    const column = (/** @type {'v' | 'u'} */ name) =>
      extent([
        ...runs.flatMap(({recording: one}) => [one[name], one[`spike_${name}`], one[`reset_${name}`]]),
        ...runs.flatMap(({orbit}) => orbit.flatMap(({curves}) => curves.map((curve) => curve[name]))),
        [start[name]],
      ]);
    const between = {v_low: Math.min(cell.vr, cell.vt), v_high: Math.max(cell.vr, cell.vt), points: 3, arrows: 0};
    if (!(between.v_high > between.v_low)) between.v_high = between.v_low + 1;
    // Of three points between vr and vt the middle one is the parabola's lowest.
    const planes = [currents.low, currents.high].map((current) =>
      this.#engine.phase_plane(cell, current, {...between, u_low: -1, u_high: 1}),
    );
    const points = planes.flatMap(({fixed_points}) => fixed_points);
    const lowest = planes.map(({v_nullcline}) => v_nullcline[1]);
    const depth = Math.abs(planes[0].v_nullcline[0] - lowest[0]);
    const v = within(column('v'), Math.abs(cell.vt - cell.vr), [cell.vr, cell.vt, cell.c, ...points.map(({v}) => v)]);
    const u = within(column('u'), depth, [...lowest, ...points.map(({u}) => u)]);
    return this.#settle('whole', v, u);
  }

  /** A closer look at where the cell can rest. @param {Cell} cell @param {number} current @param {PlaneWindow_} whole */
  close(cell, current, whole) {
    const {v, u} = closeUp(cell, this.#engine.phase_plane(cell, current, {...whole, points: 400, arrows: 0}));
    return this.#settle('close', v, u);
  }
}
