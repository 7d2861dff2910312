// recordings.js: what the runs do in a stretch of time: run in the page as far as an edit may take, or sampled by the worker.
import {extent} from './ranges.js';

/** Solver steps that all runs of one edit share, so that an edit never holds the page. */
export const BUDGET = {exact: 6e4, fixed: 6e5};
/** Solver steps of a run that was sent to the worker. */
const LONG_BUDGET = 1e8;
/** Samples of such a run: enough to zoom into. */
const LONG_POINTS = 20000;
/** Spikes that an orbit shows at either end of a long train, and at the most in its last cycle. */
const ORBIT = {spikes: 6, cycle: 24};
/** The patterns in which nothing comes round. */
const PASSING = new Set([
  'silent',
  'single',
  'few',
  'onset burst',
  'onset burst then silent',
  'firing that stops',
  'runaway',
]);
/** Into how many parts an orbit's lines are finer than what it spans: less than a pixel of a plane on a large screen. */
const FINENESS = 4000;

/** @param {Experiment} experiment */
export const stepBudget = (experiment) => (experiment.solver.kind === 'exact' ? BUDGET.exact : BUDGET.fixed);

/**
 * The part of a finely sampled recording that lies in a window, thinned to about so many samples.
 * @param {Recording} recording @param {{from: number, to: number}} window @param {number} points
 */
function cut(recording, {from, to}, points) {
  let inside = [...recording.time.keys()].filter((i) => recording.time[i] >= from && recording.time[i] <= to);
  if (inside.length < 2) {
    // Between two samples: those two, for a line from the one to the other.
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

/** How near to the solution an orbit is drawn that spans so much. @param {Span} v @param {Span} u */
export const nearness = (v, u) => ({
  near_v: Math.max((v.high - v.low) / FINENESS, 1e-9),
  near_u: Math.max((u.high - u.low) / FINENESS, 1e-9),
});

/**
 * The curves of a run in `stretch`, which begins after spike number `after` (-1: before the first) and, but for its end,
 * before the next; so it need not be run from its start again.
 * @param {Engine} engine @param {Experiment} experiment @param {Recording} recording @param {number} after
 * @param {Stretch & {near_v: number, near_u: number}} stretch @param {number} budget
 */
export function orbitAfter(engine, experiment, {spikes, reset_v, reset_u}, after, stretch, budget) {
  const known =
    after < 0
      ? {time: 0, ...engine.initial_state(experiment)}
      : {time: spikes[after], v: reset_v[after], u: reset_u[after]};
  return engine.orbit(experiment, {...known, ...stretch, budget});
}

/** @typedef {{low: number, high: number}} Span */
/** @typedef {{from: number, to: number}} Stretch */

export class Recordings {
  #engine;
  /** About how many samples a run has in the stretch on show. */
  points = 1200;
  /** Recordings that the worker finished, by run; valid until anything changes. @type {Map<number, Recording>} */
  #long = new Map();
  /** The same, with samples of the stretch on show alone, where those of the whole run lie too far apart. @type {Map<number, Recording>} */
  #fine = new Map();
  /** What the ghosts were found to do, in which window. @type {WeakMap<object, {key: string, result: Result}>} */
  #ghostly = new WeakMap();

  /** @param {Engine} engine */
  constructor(engine) {
    this.#engine = engine;
  }

  /** What is run has changed. */
  forget() {
    this.#long.clear();
    this.#fine.clear();
  }

  /** The words for what ghosts do have changed. */
  forgetGhosts() {
    this.#ghostly = new WeakMap();
  }

  /** @param {Experiment} experiment @param {Stretch} shown @param {number} budget @returns {Stretch & {points: number, budget: number}} */
  window({duration}, {from, to}, budget) {
    // A run that ends before the window does gets its share of the points, so that every run is sampled alike.
    const share = Math.max(0, Math.min(to, duration) - from) / (to - from);
    const points = Math.max(2, Math.round(this.points * share));
    return {from: Math.min(from, duration), to: Math.min(to, duration), points, budget};
  }

  /** What all runs do; they share the budget of an edit. @param {Experiment[]} runs @param {Stretch} shown */
  of(runs, shown) {
    return runs.map((experiment, index) => {
      const budget = Math.max(1, Math.floor(stepBudget(experiment) / runs.length));
      const long = this.#long.get(index);
      const recording = long
        ? cut(this.#covered(index, experiment, shown) ?? long, shown, this.points)
        : this.#engine.simulate(experiment, this.window(experiment, shown, budget));
      return this.#found(experiment, recording, '');
    });
  }

  /**
   * What a ghost does in the window on show: run anew only when that changes, so as far as if it were alone.
   * @param {{experiment: Experiment}} ghost @param {string} name what it is called @param {Stretch} shown
   */
  ofGhost(ghost, name, {from, to}) {
    const {experiment} = ghost;
    const end = Math.min(to, experiment.duration);
    const window = {from: Math.min(from, end), to: end, points: this.points, budget: stepBudget(experiment)};
    const key = JSON.stringify([window, name]);
    const known = this.#ghostly.get(ghost);
    if (known?.key === key) return known.result;
    const result = this.#found(experiment, this.#engine.simulate(experiment, window), name);
    this.#ghostly.set(ghost, {key, result});
    return result;
  }

  /**
   * @param {Experiment} experiment @param {Recording} recording @param {string} name
   * @returns {Result}
   */
  #found(experiment, recording, name) {
    const {stimulus, duration} = experiment;
    const {spikes, reset_u, ended} = recording;
    const pattern = this.#engine.run_pattern(experiment, spikes, reset_u, ended);
    return {
      name,
      experiment,
      rest: this.#engine.rest_state(experiment.cell),
      recording,
      orbit: this.#orbit(experiment, recording, pattern),
      measures: this.#engine.run_measures(experiment, spikes, reset_u, ended),
      pattern,
      response: recording.spikes.length ? null : this.#engine.step_response(experiment),
      rates: this.#engine.rate_against_current(recording.spikes, stimulus),
      corners: this.#engine.corners(stimulus, duration),
      clipped: this.#engine.clipped(stimulus, duration),
    };
  }

  /**
   * The way of a run through the plane in the stretch on show, which is where it was sampled: all of it, or of a long
   * train the first spikes, the last cycle, and what follows that.
   * @param {Experiment} experiment @param {Recording} recording @param {Pattern} pattern @returns {Orbit[]}
   */
  #orbit(experiment, recording, pattern) {
    const {time, v, u, spikes, spike_v, spike_u, reset_v, reset_u} = recording;
    if (!time.length) return [];
    const [from, to] = [time[0], time[time.length - 1]];
    let first = 0;
    while (first < spikes.length && spikes[first] <= from) first += 1;
    let last = spikes.length - 1;
    while (last >= first && spikes[last] > to) last -= 1;
    const count = last - first + 1;
    const spans = [extent([v, spike_v, reset_v]), extent([u, spike_u, reset_u])];
    const near = nearness(spans[0], spans[1]);
    const part = (/** @type {number} */ after, /** @type {number} */ begin, /** @type {number} */ end) =>
      orbitAfter(this.#engine, experiment, recording, after, {from: begin, to: end, ...near}, stepBudget(experiment));
    const cycle = this.#cycle(experiment, recording, pattern, last, count);
    if (count <= 2 * ORBIT.spikes || count <= ORBIT.spikes + cycle)
      return [{curves: part(first - 1, from, to), cycle: cycle ? {from: count - cycle, to: count} : null}];
    const start = part(first - 1, from, spikes[first + ORBIT.spikes - 1]).slice(0, ORBIT.spikes);
    const since = last - (cycle || ORBIT.spikes);
    return [
      {curves: start, cycle: null},
      {curves: part(since, spikes[since], to), cycle: cycle ? {from: 0, to: cycle} : null},
    ];
  }

  /**
   * The spikes of the last cycle on show, which ends with spike number `last` of the run and `count` of the stretch: those
   * after which the train repeats, or of a train that does not (yet), from burst to burst or from spike to spike; 0 where
   * nothing comes round.
   * @param {Experiment} experiment @param {Recording} recording @param {Pattern} pattern @param {number} last @param {number} count
   */
  #cycle(experiment, {time, current, spikes, reset_u}, {kind, burst_last}, last, count) {
    if (count < 2 || PASSING.has(kind)) return 0;
    let sample = time.length - 1;
    while (sample > 0 && time[sample] > spikes[last]) sample -= 1;
    const train = [spikes, reset_u].map((column) => column.slice(0, last + 1));
    const repeats = this.#engine.steady_train(experiment, train[0], train[1], current[sample]).cycle;
    const ends = burst_last.filter((spike) => spike <= last);
    const burst = kind === 'bursting' && ends.length > 1 ? ends[ends.length - 1] - ends[ends.length - 2] : 1;
    const cycle = repeats || burst;
    return cycle < count && cycle <= ORBIT.cycle ? cycle : 1;
  }

  // --- what the worker finds ---

  /** The window and budget of a run in the worker. @param {Experiment} experiment @returns {SampleWindow} */
  longWindow({duration}) {
    return {from: 0, to: duration, points: LONG_POINTS, budget: LONG_BUDGET};
  }

  /** @param {number} index */
  isLong(index) {
    return this.#long.has(index);
  }

  /** @param {number} index @param {Recording} recording */
  adopt(index, recording) {
    this.#long.set(index, recording);
  }

  /** What was sampled anew of a run of the worker's, if that spans the stretch on show. @param {number} index @param {Experiment} experiment @param {Stretch} shown */
  #covered(index, experiment, shown) {
    const {from, to} = this.window(experiment, shown, 1);
    const fine = this.#fine.get(index);
    return fine && fine.time[0] <= from && fine.time[fine.time.length - 1] >= to ? fine : undefined;
  }

  /** @param {number} index @param {Experiment} experiment @param {Stretch} shown */
  fineWindow(index, experiment, shown) {
    const window = this.window(experiment, shown, LONG_BUDGET);
    const long = this.#long.get(index);
    if (!long || this.#covered(index, experiment, shown) || window.from >= window.to) return null;
    const inside = long.time.filter((time) => time >= window.from && time <= window.to).length;
    return inside < window.points ? window : null;
  }

  /** Samples between two instants of a run that the worker has done. @param {number} index @param {Recording} recording */
  refine(index, {time, v, u, current}) {
    const long = this.#long.get(index);
    if (long) this.#fine.set(index, {...long, time, v, u, current});
  }
}
