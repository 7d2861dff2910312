// session/time-window.js: which stretch of time is on show: zoomed and moved, and always within the run.
import {rounded} from './ranges.js';

/** The narrowest stretch, in ms: a solver's time is exact to about 1e-12 ms, and a thousandth of this is still read. */
export const NARROWEST = 1e-3;
/** How much one press of a key or a button takes away or adds. */
export const ZOOM = 2;
/** The part of a stretch by which one press moves it. */
export const PAN = 0.2;
/** The ends are as round as a thousandth of the stretch allows. */
const FINE = 1e-3;

/** @typedef {{from: number, to: number}} Window */

/**
 * The stretch nearest to the one asked for that lies within 0 to `end` and is no narrower than the narrowest: moved, not
 * cut, where it reaches beyond. Null when what is asked for is no stretch, or lies wholly outside.
 * @param {{from: number, to: number | null}} asked `to`: null for the end
 * @param {number} end in ms
 * @returns {Window | null}
 */
export function within({from, to: until}, end) {
  const to = until ?? end;
  if (!Number.isFinite(from) || !Number.isFinite(to) || !(from < to) || from >= end || to <= 0) return null;
  const narrowest = Math.min(NARROWEST, end);
  const span = Math.min(Math.max(to - from, narrowest), end);
  const start = Math.min(Math.max((from + to - span) / 2, 0), end - span);
  // Asked for as it can be had, it comes back to the digit.
  return from >= 0 && to <= end && to - from >= narrowest ? {from, to} : {from: start, to: start + span};
}

/** @param {Window} window @param {number} end @returns {Window} */
function rounder(window, end) {
  const fine = FINE * (window.to - window.from);
  return within({from: rounded(window.from, fine), to: rounded(window.to, fine)}, end) ?? window;
}

/** The same within the run, its ends as round as they may be. @param {Window} window @param {number} end */
export const fitted = (window, end) => rounder(within(window, end) ?? {from: 0, to: end}, end);

/**
 * `by` times as long, with `at` where it was; `by` below 1 looks closer.
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

/** Moved by so many ms, as far as the run goes. @param {Window} window @param {number} by @param {number} end */
export function panned({from, to}, by, end) {
  const step = Math.min(Math.max(by, -from), end - to);
  return rounder({from: from + step, to: to + step}, end);
}

/** With one edge at `at`, as near as the other one allows. @param {Window} window @param {'from' | 'to'} edge @param {number} at @param {number} end */
export function resized({from, to}, edge, at, end) {
  return edge === 'from'
    ? rounder({from: Math.min(Math.max(at, 0), to - NARROWEST), to}, end)
    : rounder({from, to: Math.max(Math.min(at, end), from + NARROWEST)}, end);
}

/** The stretch that moves on with the cursor once that has left it. @param {Window} window @param {number} cursor @param {number} end */
export function following(window, cursor, end) {
  const {from, to} = window;
  if (cursor >= from && (cursor < to || to >= end)) return window;
  return panned(window, cursor - from - 0.1 * (to - from), end);
}

/** Whether it is all there is. @param {Window} window @param {number} end */
export const isWhole = ({from, to}, end) => from <= 0 && to >= end;
