// session/zones.js: what a cell does along the strength of a step, as zones between the currents where something begins.

/** Thresholds within this [pA] cannot be told apart. */
const SAME = 2e-6;
/** How far beyond the outermost threshold the band reaches, as a part of what lies between them. */
const BEYOND = 0.6;
/** The least that lies between them, as a part of the highest; and what takes its place around a single threshold. */
const LEAST = 0.02;
const ALONE = 0.5;
/** The current of the run is in the band if it lies within so many times that span. */
const NEAR = 4;

/**
 * A zone: 'silent'; 'fires' at least once; 'stops' after some spikes; 'either', where the start decides between rest and firing;
 * 'always' fires.
 * @typedef {{id: 'silent' | 'fires' | 'stops' | 'either' | 'always', from: number, to: number}} Zone
 */

/** The form with this symbol, if the cell has it. @param {OnsetForm[]} forms @param {string} symbol */
export const formOf = (forms, symbol) => forms.find((one) => one.symbol === symbol);

/** The form from which on no rest holds: the Hopf point if there is one, else where the fixed points meet. @param {OnsetForm[]} forms */
export const restLost = (forms) => formOf(forms, 'I_H') ?? formOf(forms, 'I_SN');

/**
 * The zones in order of the current, from minus to plus infinity; none if no current makes the cell fire, or any does.
 * @param {ProtocolThresholds | undefined} found @param {OnsetForm[]} forms @returns {Zone[]}
 */
export function zonesOf(found, forms) {
  const first = found?.first.amplitude ?? null;
  if (!found || first === null) return [];
  const {lasting, together} = found;
  const on = lasting.amplitude;
  const lost = restLost(forms)?.amplitude ?? null;
  /** @type {[Zone['id'], number][]} */
  const begins = [['silent', -Infinity]];
  if (on === null) begins.push(['fires', first]);
  else {
    if (!together) begins.push(['stops', first]);
    if (lost !== null && lost > on + SAME) begins.push(['either', on]);
    begins.push(['always', Math.max(on, lost ?? on)]);
  }
  return begins.map(([id, from], i) => ({id, from, to: begins[i + 1]?.[1] ?? Infinity}));
}

/**
 * The stretch of currents that shows the edges of all zones, and the current of the run if it is not far from them.
 * @param {Zone[][]} lanes @param {number | null} current in pA
 */
export function bandRange(lanes, current) {
  const edges = lanes.flat().flatMap(({from}) => (Number.isFinite(from) ? [from] : []));
  if (!edges.length) return {from: 0, to: 1};
  const [low, high] = [Math.min(...edges), Math.max(...edges)];
  const span = Math.max(high - low, (high - low > SAME ? LEAST : ALONE) * Math.abs(high), 1e-3);
  const near = current !== null && current > low - NEAR * span && current < high + NEAR * span ? [current] : [];
  const [first, last] = [Math.min(low, ...near), Math.max(high, ...near)];
  return {from: first - BEYOND * span, to: last + BEYOND * span};
}
