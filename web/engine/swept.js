// engine/swept.js: the rows of a bifurcation diagram, read one by one.
import {stabilityOf, sweptOf} from './quantities.js';

/** The rows that have been swept in one direction. @param {ArrayLike<number>} does of that direction @returns {number[]} */
export const reached = (does) => Array.from(does, (_, i) => i).filter((i) => does[i] > 0);

/** The rows that can be read: those swept up, and before there are any those of the lower fixed point. @param {DiagramRows} rows */
export function places({rest_known, up}) {
  const swept = reached(up.does);
  return swept.length ? swept : Array.from(rest_known, (_, i) => i).filter((i) => rest_known[i] > 0);
}

/** Whether one direction has a rate in a row: at rest it is 0. @param {SweptColumn} column @param {number} i */
export const hasRate = ({does}, i) => ['rests', 'fires'].includes(sweptOf(does[i]));

/** What one direction does in a row. @param {SweptColumn} column @param {number} i */
const doing = ({does, rate, below, burst_spikes, burst_gap}, i) => ({
  does: sweptOf(does[i]),
  rate: rate[i],
  below: below[i],
  bursts: burst_spikes[i] > 0 ? {spikes: burst_spikes[i], gap: burst_gap[i]} : null,
});

/** What there is in one row. @param {DiagramRows} rows @param {number} i */
export const rowAt = (rows, i) => ({
  rest: rows.rest_known[i] > 0 ? {v: rows.rest_v[i], kind: stabilityOf(rows.rest_kind[i])} : null,
  saddle: rows.saddle_known[i] > 0 ? rows.saddle_v[i] : null,
  cycle: rows.cycle_known[i] > 0 ? {low: rows.v_low[i], high: rows.v_high[i]} : null,
  up: doing(rows.up, i),
  down: doing(rows.down, i),
});
