// session/scales.js: the axes of v, u and I over time: during a drag they grow when they must; afterwards they are fitted again where
// they are mostly unused.
import {STIMULI} from './stimulus-kinds.js';
import {extent, roundRange} from './ranges.js';

/** If an edit leaves less than this share of an axis in use, the axis is fitted again: otherwise one slip would leave the curve flat for good. */
const LEAST_USE = 0.5;

/** @param {Stimulus} one */
const pullsDown = (one) => STIMULI[one.kind].levels.some((name) => /** @type {any} */ (one)[name] < 0);
/** Whether a negative current acts on every run and none fires: the response is small, so no room is kept for peaks. @param {Result[]} runs */
const onlyBelow = (runs) =>
  runs.every(({recording, experiment}) => recording.spikes.length === 0 && experiment.stimulus.some(pullsDown));

/** @typedef {{low: number, high: number, kind: string}} Need */

/**
 * What each axis must show, of the runs and of all runs including the pinned ones.
 * @type {Record<'v' | 'u' | 'current', (all: Result[], runs: Result[]) => Need>}
 */
const NEED = {
  v(all, runs) {
    const {low, high} = extent(all.map(({recording}) => recording.v));
    if (onlyBelow(runs)) return {low, high, kind: 'below'};
    // The whole spike fits, so that the scale does not jump when the first one appears.
    const peak = Math.max(high, ...all.map(({experiment}) => experiment.cell.vpeak));
    const least = Math.min(low, ...all.map(({experiment: {cell}, rest}) => Math.min(rest.v, cell.c)));
    return {low: least, high: peak, kind: runs.length === 1 ? 'one' : 'rows'};
  },
  u(all) {
    const columns = all.flatMap(({recording}) => [recording.u, recording.spike_u, recording.reset_u]);
    return {...extent(columns), kind: ''};
  },
  current: (all) => ({...extent([[0], ...all.map(({corners}) => corners.current)]), kind: ''}),
};

/** How much of the axis of v is left free above the peak and below the lowest value, as a share of what lies between. */
const ROOM = 0.06;

/** Of v the ends are not round, so that the trace fills the plot; its marks are. @param {Need} need @returns {Scale} */
function scaleOf({low, high, kind}) {
  if (!kind) return {...roundRange(low, high, 4), kind};
  const room = ROOM * (high - low || 1);
  const [min, max] = [low - room, high + room];
  return {min, max, kind};
}

export class Scales {
  /** The last axes, and for how many runs. @type {Record<string, {scale: Scale, count: number}>} */
  #last = {};

  /** Makes the axes fit the next runs. */
  forget() {
    this.#last = {};
  }

  /**
   * @param {Result[]} runs @param {Result[]} ghosts
   * @param {boolean} mayShrink false during a drag, and if nothing was edited
   * @returns {Record<'v' | 'u' | 'current', Scale>}
   */
  of(runs, ghosts, mayShrink) {
    const all = [...runs, ...ghosts];
    const axis = (/** @type {'v' | 'u' | 'current'} */ name) =>
      this.#of(NEED[name](all, runs), name, runs.length, mayShrink);
    return {v: axis('v'), u: axis('u'), current: axis('current')};
  }

  /** @param {Need} need @param {string} name @param {number} count @param {boolean} mayShrink */
  #of(need, name, count, mayShrink) {
    const last = this.#last[name];
    const scale = last && last.count === count && this.#adapted(last.scale, need, mayShrink || count > 1, mayShrink);
    this.#last[name] = {scale: scale || scaleOf(need), count};
    return this.#last[name].scale;
  }

  /**
   * The axis unchanged or grown; undefined if a new one is needed.
   * @param {Scale} scale @param {Need} need
   * @param {boolean} mayTurn whether its kind may change; with one run, that waits until the drag ends
   * @param {boolean} mayShrink
   */
  #adapted(scale, need, mayTurn, mayShrink) {
    const {min, max, kind = ''} = scale;
    if (mayTurn && kind !== need.kind) return undefined;
    if (mayShrink && need.high - need.low < LEAST_USE * (max - min)) return undefined;
    if (need.low >= min && need.high <= max) return scale;
    return scaleOf({low: Math.min(min, need.low), high: Math.max(max, need.high), kind});
  }
}
