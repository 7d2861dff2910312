// engine/swept.js: reads the results of a sweep: its values, and what the cell does at one of them.
import {stabilityOf} from './quantities.js';

/** All values of one direction, ascending. @param {SweepPart} part */
export const sweptValues = ({value, runs_away, slow, undecided}) =>
  [...value, ...runs_away, ...slow, ...undecided].sort((one, other) => one - other);

/** The ranges of neighbouring values at which the train runs away. @param {SweepPart} part */
export function runawayStretches(part) {
  const away = new Set(part.runs_away);
  /** @type {{from: number, to: number}[]} */
  const ranges = [];
  let open = false;
  for (const value of away.size ? sweptValues(part) : []) {
    if (away.has(value) && open) ranges[ranges.length - 1].to = value;
    else if (away.has(value)) ranges.push({from: value, to: value});
    open = away.has(value);
  }
  return ranges;
}

/**
 * Why one direction has no rate at a value; null if it has one, or has not got there yet.
 * @param {SweepPart} part @param {number} value @returns {{why: 'runs away' | 'slow' | 'undecided', below: number} | null}
 */
export function withoutRate({runs_away, slow, slow_below, undecided}, value) {
  const at = (/** @type {Float64Array} */ list) => Array.from(list).indexOf(value);
  if (at(runs_away) >= 0) return {why: 'runs away', below: 0};
  if (at(slow) >= 0) return {why: 'slow', below: slow_below[at(slow)]};
  return at(undecided) >= 0 ? {why: 'undecided', below: 0} : null;
}

/** What one direction does at a value: its rate (0 at rest) and its bursts, or why it has no rate. @param {SweepPart} part @param {number} value */
function doneAt(part, value) {
  const i = Array.from(part.value).indexOf(value);
  if (i < 0) return {rate: null, bursts: null, without: withoutRate(part, value)};
  const spikes = part.burst_spikes[i];
  return {rate: part.rate[i], bursts: spikes > 0 ? {spikes, gap: part.burst_gap[i]} : null, without: null};
}

/** Everything the diagram shows at one value. @param {any} found @param {number} value */
export function sweptAt({skeleton, up, down, cycle}, value) {
  const [low, high, ring] = [skeleton.lower, skeleton.upper, cycle].map((part) =>
    Array.from(part.value).indexOf(value),
  );
  return {
    rest: low < 0 ? null : {v: skeleton.lower.v[low], kind: stabilityOf(skeleton.lower.kind[low])},
    saddle: high < 0 ? null : skeleton.upper.v[high],
    cycle: ring < 0 ? null : {low: cycle.v_low[ring], high: cycle.v_high[ring]},
    up: doneAt(up, value),
    down: doneAt(down, value),
  };
}

/** The shortest and longest gap between bursts in both directions, and the fewest and most spikes in one; null without bursts. @param {SweepPart} up @param {SweepPart} down */
export function burstExtents(up, down) {
  const extent = (/** @type {'burst_gap' | 'burst_spikes'} */ name) => {
    const all = [...up[name], ...down[name]].filter((x) => x > 0);
    return [Math.min(...all), Math.max(...all)];
  };
  const gap = extent('burst_gap');
  return Number.isFinite(gap[0]) ? {gap, spikes: extent('burst_spikes')} : null;
}
