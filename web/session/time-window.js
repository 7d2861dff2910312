// session/time-window.js: the stretch of time shown: zoomed and panned, always within the run.
import {rounded} from './ranges.js';

/** The narrowest stretch, in ms: the solver's times are exact to about 1e-12 ms, so even a thousandth of it can be read. */
export const NARROWEST = 1e-3;
/** The factor by which one press of a key or button zooms. */
export const ZOOM = 2;
/** The share of the stretch by which one press pans. */
export const PAN = 0.2;
/** The ends are rounded to about this share of the stretch. */
const FINE = 1e-3;

/** @typedef {{from: number, to: number}} Window */

/**
 * The stretch nearest to the one asked for that lies within 0 to `end` and is not too narrow; one that extends beyond is moved,
 * not cut. Null if what is asked for is not a stretch or lies wholly outside.
 * @param {{from: number, to: number | null}} asked `to`: null means the end
 * @param {number} end in ms
 * @returns {Window | null}
 */
export function within({from, to: until}, end) {
  const to = until ?? end;
  if (!Number.isFinite(from) || !Number.isFinite(to) || !(from < to) || from >= end || to <= 0) return null;
  const narrowest = Math.min(NARROWEST, end);
  const span = Math.min(Math.max(to - from, narrowest), end);
  const start = Math.min(Math.max((from + to - span) / 2, 0), end - span);
  // A valid stretch is returned unchanged, to the last digit.
  return from >= 0 && to <= end && to - from >= narrowest ? {from, to} : {from: start, to: start + span};
}

/** @param {Window} window @param {number} end @returns {Window} */
function rounder(window, end) {
  const fine = FINE * (window.to - window.from);
  return within({from: rounded(window.from, fine), to: rounded(window.to, fine)}, end) ?? window;
}

/** The stretch within the run, with rounded ends. @param {Window} window @param {number} end */
export const fitted = (window, end) => rounder(within(window, end) ?? {from: 0, to: end}, end);

/**
 * The stretch scaled by `by`, with `at` in the same place; `by` below 1 zooms in.
 * @param {Window} window @param {number} at in ms @param {number} by @param {number} end
 */
export function zoomed({from, to}, at, by, end) {
  const span = Math.min(Math.max((to - from) * by, NARROWEST), end);
  const start = at - ((at - from) * span) / (to - from);
  return rounder(
    {from: Math.min(Math.max(start, 0), end - span), to: Math.min(Math.max(start + span, span), end)},
    end,
  );
}

/** A stretch of this many of its shortest intervals, of which so many come before them, tells the spikes of a burst apart. */
const APART = {all: 40, before: 6};

/**
 * The stretch around the closest spikes of a train, the middle ones if several are as close; null where those of the whole run are
 * apart already.
 * @param {ArrayLike<number>} spikes in ms @param {number} end @returns {Window | null}
 */
export function apart(spikes, end) {
  const intervals = Array.from(spikes)
    .slice(1)
    .map((time, i) => time - spikes[i]);
  const shortest = Math.min(...intervals);
  if (!(2 * APART.all * shortest < end)) return null;
  const close = [...intervals.keys()].filter((i) => intervals[i] <= 1.2 * shortest);
  const first = spikes[close[close.length >> 1]];
  const from = Math.max(first - APART.before * shortest, 0);
  return fitted({from, to: from + APART.all * shortest}, end);
}

/** The stretch moved by so many ms, as far as the run goes. @param {Window} window @param {number} by @param {number} end */
export function panned({from, to}, by, end) {
  const step = Math.min(Math.max(by, -from), end - to);
  return rounder({from: from + step, to: to + step}, end);
}

/** The stretch with one edge moved to `at`, as near as the other edge allows. @param {Window} window @param {'from' | 'to'} edge @param {number} at @param {number} end */
export function resized({from, to}, edge, at, end) {
  return edge === 'from'
    ? rounder({from: Math.min(Math.max(at, 0), to - NARROWEST), to}, end)
    : rounder({from, to: Math.max(Math.min(at, end), from + NARROWEST)}, end);
}

/** The stretch, moved on if the cursor has left it. @param {Window} window @param {number} cursor @param {number} end */
export function following(window, cursor, end) {
  const {from, to} = window;
  if (cursor >= from && (cursor < to || to >= end)) return window;
  return panned(window, cursor - from - 0.1 * (to - from), end);
}

/** Whether the stretch is the whole run. @param {Window} window @param {number} end */
export const isWhole = ({from, to}, end) => from <= 0 && to >= end;
