// session/zones.js: the band that shows what a cell does along the strength of a step.

/** How far beyond the outermost threshold the band reaches, as a part of what lies between them. */
const BEYOND = 0.6;
/** The least that lies between them, as a part of the highest; and what takes its place around a single threshold. */
const LEAST = 0.02;
const ALONE = 0.5;
/** The current of the run is in the band if it lies within so many times that span. */
const NEAR = 4;

/** A stretch shown stays, so that one sees what an edit moves, until what is to be seen takes less than this part of it. */
const SMALLEST = 1 / 4;

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
