// recordings.js: what the runs do in a stretch of time: run in the page as far as an edit may take, or sampled by the worker.

/** Solver steps that all runs of one edit share, so that an edit never holds the page. */
export const BUDGET = {exact: 6e4, fixed: 6e5};
/** Solver steps of a run that was sent to the worker. */
const LONG_BUDGET = 1e8;
/** Samples of such a run: enough to zoom into. */
const LONG_POINTS = 20000;
/** Spikes that an orbit shows at either end of a long train, and the steps up to which a run is sampled once more. */
const ORBIT = {spikes: 6, exact: 2e4, fixed: 2e5};

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
      return this.#found(experiment, recording, '', !long);
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
    const result = this.#found(experiment, this.#engine.simulate(experiment, window), name, true);
    this.#ghostly.set(ghost, {key, result});
    return result;
  }

  /**
   * @param {Experiment} experiment @param {Recording} recording @param {string} name
   * @param {boolean} again whether the run may be sampled once more
   * @returns {Result}
   */
  #found(experiment, recording, name, again) {
    const {stimulus, duration} = experiment;
    // A run that stopped early has seen no more of its stimulus than that.
    const seen = recording.ended.time > 0 ? Math.min(duration, recording.ended.time) : duration;
    const span = this.#engine.stimulus_span(stimulus, seen);
    return {
      name,
      experiment,
      rest: this.#engine.rest_state(experiment.cell),
      recording,
      orbit: again ? this.#orbit(experiment, recording) : [recording],
      measures: this.#engine.measures(recording.spikes, span),
      pattern: this.#engine.pattern(recording.spikes, span, recording.ended),
      response: recording.spikes.length ? null : this.#engine.step_response(experiment),
      rates: this.#engine.rate_against_current(recording.spikes, stimulus),
      corners: this.#engine.corners(stimulus, duration),
      clipped: this.#engine.clipped(stimulus, duration),
    };
  }

  /**
   * The samples of a long train lie too far apart for a curve: then its first and its last spikes, sampled anew.
   * @param {Experiment} experiment @param {Recording} recording
   */
  #orbit(experiment, recording) {
    const {time, spikes, ended} = recording;
    if (time.length < 2) return [recording];
    const end = time[time.length - 1];
    let first = 0;
    while (first < spikes.length && spikes[first] < time[0]) first += 1;
    let last = spikes.length - 1;
    while (last > first && spikes[last] > end) last -= 1;
    if (last - first <= 2 * ORBIT.spikes) return [recording];
    const window = {points: Math.round(this.points / 2), budget: BUDGET.fixed};
    const start = {...experiment, duration: spikes[first + ORBIT.spikes]};
    const parts = [this.#engine.simulate(start, {...window, from: time[0]})];
    if (ended.steps > (experiment.solver.kind === 'exact' ? ORBIT.exact : ORBIT.fixed)) return parts;
    return [...parts, this.#engine.simulate(experiment, {...window, from: spikes[last - ORBIT.spikes], to: end})];
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
