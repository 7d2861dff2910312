// session/recordings.js: the results of the runs over a stretch of time, computed in the page within an edit's budget, or by the worker.

/** Solver steps shared by all runs of one edit, so that no edit blocks the page. */
export const BUDGET = {exact: 6e4, fixed: 6e5};
/** Solver steps of a run in the worker. */
const LONG_BUDGET = 1e8;
/** Samples of such a run, enough to zoom in on. */
const LONG_POINTS = 20000;
/** @param {Experiment} experiment */
export const stepBudget = (experiment) => (experiment.solver.kind === 'exact' ? BUDGET.exact : BUDGET.fixed);

/**
 * The part of a finely sampled recording inside a window, thinned to about twice `points` samples.
 * @param {Recording} recording @param {{from: number, to: number}} window @param {number} points
 */
function cut(recording, {from, to}, points) {
  let inside = [...recording.time.keys()].filter((i) => recording.time[i] >= from && recording.time[i] <= to);
  if (inside.length < 2) {
    // A window between two samples gets these two, and the line that joins them.
    const next = recording.time.findIndex((time) => time > from);
    const at = Math.max(next < 0 ? recording.time.length - 1 : next, 1);
    inside = [at - 1, at];
  }
  const stride = Math.ceil(inside.length / (2 * points)) || 1;
  const kept = inside.filter((_, i) => i % stride === 0);
  const pick = (/** @type {Float64Array} */ column) => Float64Array.from(kept, (i) => column[i]);
  const {time, v, u, current} = recording;
  return {...recording, time: pick(time), v: pick(v), u: pick(u), current: pick(current)};
}

/** @typedef {{from: number, to: number}} Stretch */

export class Recordings {
  #engine;
  /** About how many samples a run has in the stretch shown. */
  points = 1200;
  /** The worker's results, by run; valid until anything changes. @type {Map<number, Study>} */
  #long = new Map();
  /** The same runs, sampled in the stretch shown only. @type {Map<number, Study>} */
  #fine = new Map();
  /** The results of pinned runs, and the window they are for. @type {WeakMap<object, {key: string, result: Result}>} */
  #pinned = new WeakMap();

  /** @param {Engine} engine */
  constructor(engine) {
    this.#engine = engine;
  }

  /** To be called when the runs have changed. */
  forget() {
    this.#long.clear();
    this.#fine.clear();
  }

  /** To be called when the language has changed. */
  forgetGhosts() {
    this.#pinned = new WeakMap();
  }

  /** The stretch as far as a run goes, with its number of samples. @param {Experiment} experiment @param {Stretch} shown @param {number} budget solver steps @returns {Stretch & {points: number, budget: number}} */
  window({duration}, {from, to}, budget) {
    // A run that ends before the window does gets fewer points, so that all runs are sampled at the same interval.
    const share = Math.max(0, Math.min(to, duration) - from) / (to - from);
    const points = Math.max(2, Math.round(this.points * share));
    return {from: Math.min(from, duration), to: Math.min(to, duration), points, budget};
  }

  /** The results of all runs, which share the budget of an edit. @param {Experiment[]} runs @param {Stretch} shown */
  of(runs, shown) {
    return runs.map((experiment, index) => {
      const budget = Math.max(1, Math.floor(stepBudget(experiment) / runs.length));
      const long = this.#long.get(index);
      const found = long
        ? this.#stretchOf(long, this.#covered(index, experiment, shown), shown)
        : this.#engine.study(experiment, this.window(experiment, shown, budget));
      return this.#result(experiment, found, '');
    });
  }

  /**
   * The result of a pinned run in the window shown. It runs again only if that changes, so it gets a whole budget.
   * @param {{experiment: Experiment}} ghost @param {string} name its name @param {Stretch} shown
   */
  ofGhost(ghost, name, {from, to}) {
    const {experiment} = ghost;
    const end = Math.min(to, experiment.duration);
    const window = {from: Math.min(from, end), to: end, points: this.points, budget: stepBudget(experiment)};
    const key = JSON.stringify([window, name]);
    const known = this.#pinned.get(ghost);
    if (known?.key === key) return known.result;
    const result = this.#result(experiment, this.#engine.study(experiment, window), name);
    this.#pinned.set(ghost, {key, result});
    return result;
  }

  /** Runs and pinned runs with about this many samples in a stretch. @param {{runs: Result[], ghosts: Result[], window: Stretch}} found @param {number} points */
  sampled({runs, ghosts, window}, points) {
    const usual = this.points;
    this.points = points;
    const again = this.of(
      runs.map(({experiment}) => experiment),
      window,
    );
    const sampled = {
      runs: runs.map((run, index) => ({...run, recording: again[index].recording})),
      ghosts: ghosts.map((ghost) => ({...ghost, recording: this.ofGhost({...ghost}, '', window).recording})),
    };
    this.points = usual;
    return sampled;
  }

  /** @param {Experiment} experiment @param {Study} found @param {string} name @returns {Result} */
  #result(experiment, found, name) {
    return {name, experiment, ...found, response: found.response[0] ?? null};
  }

  /** The stretch shown of a run that the worker has done. @param {Study} long @param {Study | undefined} fine the same run sampled in that stretch @param {Stretch} shown @returns {Study} */
  #stretchOf(long, fine, shown) {
    const {time, v, u, current} = (fine ?? long).recording;
    const recording = cut({...long.recording, time, v, u, current}, shown, this.points);
    return {...long, orbit: (fine ?? long).orbit, recording};
  }

  // --- the worker's results ---

  /** The window and budget for a whole run in the worker. @param {Experiment} experiment @returns {SampleWindow} */
  longWindow({duration}) {
    return {from: 0, to: duration, points: LONG_POINTS, budget: LONG_BUDGET};
  }

  /** @param {number} index */
  isLong(index) {
    return this.#long.has(index);
  }

  /** @param {number} index @param {Study} found */
  adopt(index, found) {
    this.#long.set(index, found);
  }

  /** The finer sampling of a run of the worker's, if it covers the stretch shown. @param {number} index @param {Experiment} experiment @param {Stretch} shown */
  #covered(index, experiment, shown) {
    const {from, to} = this.window(experiment, shown, 1);
    const time = this.#fine.get(index)?.recording.time;
    return time && time[0] <= from && time[time.length - 1] >= to ? this.#fine.get(index) : undefined;
  }

  /** The window in which the worker should sample a run again; null if its samples are fine enough. @param {number} index @param {Experiment} experiment @param {Stretch} shown */
  fineWindow(index, experiment, shown) {
    const window = this.window(experiment, shown, LONG_BUDGET);
    const {time} = this.#long.get(index)?.recording ?? {};
    if (!time || this.#covered(index, experiment, shown) || window.from >= window.to) return null;
    return window.from <= time[0] && window.to >= time[time.length - 1] && time.length >= window.points ? null : window;
  }

  /** Stores the finer samples and orbit of a stretch of a run that the worker has done. @param {number} index @param {Study} found */
  refine(index, found) {
    if (this.#long.has(index)) this.#fine.set(index, found);
  }
}
