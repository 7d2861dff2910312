// session/zones.js: the band that shows what a cell does along the strength of a step.
import {niceStep, tidy} from './ranges.js';

/** How far beyond the outermost threshold the band reaches, as a part of what lies between them. */
const BEYOND = 0.6;
/** The least that lies between them, as a part of the highest; and what takes its place around a single threshold. */
const LEAST = 0.02;
const ALONE = 0.5;
/** The current of the run is in the band if it lies within so many times that span. */
const NEAR = 4;

/** A stretch shown stays, so that one sees what an edit moves, until what is to be seen takes less than this part of it. */
const SMALLEST = 1 / 4;

/** What lies nearer to an edge than this part of it is the same current, found another way. */
const SAME = 1e-5;
/** A current just above an edge: one of few digits, within this part of it; one within a zone is rounded to this part of its width. */
const ABOVE = 1e-4;
const WITHIN = 1 / 4;

/** A zone, with no end as infinity. @typedef {{id: ZoneKind, from: number, to: number}} Zone */

/** The zones that the core found; none before it has. @param {ProtocolThresholds | undefined} found @returns {Zone[]} */
export const zonesOf = (found) =>
  (found?.zones ?? []).map(({kind, from, to}) => ({id: kind, from: from ?? -Infinity, to: to ?? Infinity}));

/**
 * The stretch of currents that shows the edges of all zones, and the current of the run if it is not far from them.
 * @param {Zone[][]} lanes @param {number | null} current in pA
 */
export function bandRange(lanes, current) {
  const edges = lanes.flat().flatMap(({from}) => (Number.isFinite(from) ? [from] : []));
  if (!edges.length) return {from: 0, to: 1};
  const [low, high] = [Math.min(...edges), Math.max(...edges)];
  const span = Math.max(high - low, (high > low ? LEAST : ALONE) * Math.abs(high), 1e-3);
  const near = current !== null && current > low - NEAR * span && current < high + NEAR * span ? [current] : [];
  const [first, last] = [Math.min(low, ...near), Math.max(high, ...near)];
  return {from: first - BEYOND * span, to: last + BEYOND * span};
}

/**
 * The stretch to show after an edit: the one shown before, widened where what is to be seen leaves it; only what is to be seen if
 * that would be too small in it.
 * @param {Range_ | undefined} before @param {Range_} wanted
 */
export function keptRange(before, wanted) {
  if (!before) return wanted;
  const both = {from: Math.min(before.from, wanted.from), to: Math.max(before.to, wanted.to)};
  return wanted.to - wanted.from < SMALLEST * (both.to - both.from) ? wanted : both;
}

/** A strength to run, and how long the run must be to show what begins there. @typedef {{amplitude: number, duration: number | null}} Showing */

/**
 * A run that shows what a threshold is of. At the threshold itself nothing may happen yet, or only after hours.
 * @param {Sought} sought whose amplitude is known @returns {Showing}
 */
export const showing = ({amplitude, shown, duration}) =>
  shown === null ? {amplitude: Number(amplitude), duration: null} : {amplitude: shown, duration};

/**
 * A run that shows what begins at an edge of the zones, or at a closed form: that of the threshold which is the same current, as long
 * as it stays in the zone that begins there; otherwise one just above, or amid a narrow zone.
 * @param {number} at in pA @param {ProtocolThresholds | undefined} found @returns {Showing}
 */
export function showingFrom(at, found) {
  const same = (/** @type {number | null} */ other) => other !== null && Math.abs(other - at) <= SAME * Math.abs(at);
  const zone = zonesOf(found).find(({from}) => same(from));
  const to = zone?.to ?? Infinity;
  const own = [found?.first, found?.lasting].find((one) => one && same(one.amplitude));
  const shown = own && showing(own);
  if (shown && shown.amplitude < to) return shown;
  const {amplitude: on = null, duration = null} = found?.lasting ?? {};
  const long = {duration: on !== null && on <= at ? duration : null};
  const step = niceStep(Math.max(ABOVE * Math.abs(at), 1e-6));
  const next = tidy((Math.floor(at / step) + 1) * step);
  if (next < to) return {amplitude: next, ...long};
  const grain = niceStep((to - at) * WITHIN);
  return {amplitude: tidy(Math.round((at + to) / 2 / grain) * grain), ...long};
}
