// session.js: holds the runs, one of them selected; runs them; announces results.
import {differences} from './differences.js';
import {History} from './history.js';
import {Moment} from './moment.js';
import {salvage} from './salvage.js';
import {Scales} from './scales.js';
import {isWhole, within} from './time-window.js';

/** Solver steps that all runs of one edit share, so that an edit never holds the page. */
export const BUDGET = {exact: 6e4, fixed: 6e5};
/** Solver steps of a run that was sent to the worker. */
const LONG_BUDGET = 1e8;

/** @param {Experiment} experiment */
const stepBudget = (experiment) => (experiment.solver.kind === 'exact' ? BUDGET.exact : BUDGET.fixed);

/** Runs that may be kept to compare. */
export const MOST_GHOSTS = 4;
/** Of the form of what `state` gives. */
const VERSION = 1;

/**
 * What a change of some values is a stroke of: a number, the start, or one stimulus. To add or remove a stimulus stands alone.
 * @param {string[]} paths
 */
function strokeOf(paths) {
  const roots = new Set(
    paths.map((path) =>
      path
        .split('.')
        .slice(0, path.startsWith('initial') ? 1 : 2)
        .join('.'),
    ),
  );
  const [root] = roots;
  return roots.size === 1 && root !== 'stimulus' ? root : '';
}

/** @typedef {{name: string, experiment: Experiment}} Ghost a run that was pinned, to be compared with */

/** Samples of a run in the worker: enough to zoom into. */
const LONG_POINTS = 20000;
/** Spikes that an orbit shows at either end of a long train, and the steps up to which a run is sampled once more. */
const ORBIT = {spikes: 6, exact: 2e4, fixed: 2e5};

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

export class Session extends EventTarget {
  #engine;
  /** @type {Preset[]} */
  presets;
  /** @type {Preset} */
  preset;
  /** @type {Experiment[]} */
  runs = [];
  selected = 0;
  /** @type {{from: number, to: number | null}} */
  window = {from: 0, to: null};
  points = 1200;
  edited = false;
  /** @type {Ghost[]} */
  ghosts = [];
  /** What a run was called while it was pinned. @type {WeakMap<Experiment, string>} */
  #given = new WeakMap();
  /** What the ghosts were found to do, in which window. @type {WeakMap<Ghost, {key: string, result: Result}>} */
  #ghostly = new WeakMap();
  /** The set-up that a lecturer gave with the page, to return to. @type {any} */
  author = null;
  history = new History();
  /** Recordings that the worker finished, by run; valid until anything changes. @type {Map<number, Recording>} */
  #long = new Map();
  /** The same, with samples of the stretch on show alone, where those of the whole run lie too far apart. @type {Map<number, Recording>} */
  #fine = new Map();
  /** The instant that all plots mark. @type {Moment} */
  moment;
  #scales = new Scales();
  /** Whether something is held by the pointer: then no axis shrinks under it. */
  #dragging = false;
  /** What the hand that drags has changed last. @type {string | undefined} */
  #stroking;
  /** The edits and the stretch that were drawn last. @type {[number, string]} */
  #drawn = [-1, ''];

  /** @param {Engine} engine */
  constructor(engine) {
    super();
    this.#engine = engine;
    this.moment = new Moment(engine);
    this.presets = engine.presets();
    this.preset = this.presets[0];
    this.open(this.preset.id);
  }

  /** The core's texts may have changed their language: takes in anew those that it holds. */
  relearn() {
    this.presets = this.#engine.presets();
    this.preset = /** @type {Preset} */ (this.presets.find(({id}) => id === this.preset.id));
    this.#ghostly = new WeakMap();
  }

  get dragging() {
    return this.#dragging;
  }

  set dragging(dragging) {
    if (dragging && !this.#dragging) this.#stroking = undefined;
    this.#dragging = dragging;
  }

  get experiment() {
    return this.runs[this.selected];
  }

  /**
   * Opens the preset called `id`; false, and nothing changes, when there is none.
   * @param {string} id
   */
  open(id) {
    const preset = this.presets.find((one) => one.id === id);
    if (!preset) return false;
    this.preset = preset;
    this.reset();
    return true;
  }

  /** Returns to the preset. */
  reset() {
    this.runs = this.preset.runs.map((run) => structuredClone(run));
    this.selected = 0;
    this.edited = false;
    const {from, to} = this.preset.view.stretches[0];
    this.window = {from, to};
    this.moment.forget();
    this.#scales.forget();
    this.#changed('opened', 'preset');
  }

  /** @param {number} index */
  select(index) {
    if (index < 0 || index >= this.runs.length || index === this.selected) return;
    this.selected = index;
    this.#announce('selected');
  }

  /** How long the longest of the runs is, in ms. */
  get longest() {
    return Math.max(...this.runs.map((run) => run.duration));
  }

  /** Shows another stretch of time, as near to the one asked for as there is one; false, and nothing changes, for nonsense. @param {{from: number, to: number | null}} asked */
  look(asked) {
    const window = within(asked, this.longest);
    if (!window) return false;
    this.window = isWhole(window, this.longest) ? {from: 0, to: null} : window;
    this.#announce('looked');
    return true;
  }

  /** Fits the axes to what is on show. */
  fit() {
    this.#scales.forget();
    this.moment.fit();
    this.#announce('looked');
  }

  /**
   * Lays `partial` over the runs: what it says of the stimulus over the selected one, all else over every run.
   * Answers the problems; when there are any, no run has changed.
   * @param {Partial_} partial
   * @returns {Problem[]}
   */
  edit(partial) {
    const {stimulus, ...shared} = partial;
    const resolved = this.runs.map((run, index) => {
      const mine = index === this.selected && stimulus !== undefined ? {...shared, stimulus} : shared;
      return this.#engine.resolve(run, mine);
    });
    // The selected run speaks first: it is the one whose numbers the controls show.
    const wrong = [resolved[this.selected], ...resolved].find(({problems}) => problems.length);
    if (wrong) return wrong.problems;
    const runs = resolved.map(({experiment}) => experiment);
    const found = runs.flatMap((run, index) => differences(this.runs[index], run));
    const paths = [...new Set(found.map(({path}) => path))];
    if (!paths.length) return [];
    this.runs = runs;
    this.edited = true;
    this.#changed('edited', paths[0], strokeOf(paths));
    return [];
  }

  // --- runs to compare with ---

  /** Keeps the selected run as it is now; false when there are as many as there may be. @param {string} name */
  pin(name) {
    if (this.ghosts.length >= MOST_GHOSTS) return false;
    this.ghosts = [...this.ghosts, {name: this.#given.get(this.experiment) ?? name, experiment: this.experiment}];
    this.#changed('pinned', 'pin');
    return true;
  }

  /** @param {number} index */
  unpin(index) {
    this.ghosts = this.ghosts.filter((_, i) => i !== index);
    this.#changed('pinned', 'unpin');
  }

  /** @param {number} index @param {string} name */
  rename(index, name) {
    this.ghosts = this.ghosts.map((ghost, i) => (i === index ? {...ghost, name} : ghost));
    this.#changed('pinned', 'rename');
  }

  /** The selected run becomes what the ghost was, and the ghost, called `name`, what the run was. @param {number} index @param {string} name */
  swap(index, name) {
    const {experiment, name: its} = this.ghosts[index];
    const own = this.#given.get(this.experiment) ?? name;
    this.#given.set(experiment, its);
    this.ghosts = this.ghosts.map((ghost, i) => (i === index ? {name: own, experiment: this.experiment} : ghost));
    this.runs = this.runs.map((run, i) => (i === this.selected ? experiment : run));
    this.edited = true;
    this.#changed('restored', 'swap');
  }

  // --- what is kept, and what can be gone back to ---

  /** All that a person would miss, as plain data. */
  get state() {
    const {runs, selected, edited, window, ghosts} = this;
    return {version: VERSION, preset: this.preset.id, runs, selected, edited, window, ghosts};
  }

  /**
   * Takes a state over; answers what of it had to be left out, in sentences, or null when it is none at all, and then
   * nothing changes. It may come from an older version, or from anywhere.
   * @param {any} state @param {string} [key] what the change is called; none: it is no step to go back from
   * @returns {string[] | null}
   */
  adoptState(state, key) {
    const preset = this.presets.find(({id}) => id === state?.preset);
    if (!preset || state.version !== VERSION || !Array.isArray(state.runs) || !state.runs.length) return null;
    /** @type {string[]} */
    const dropped = [];
    const taken = (/** @type {any} */ partial, /** @type {number} */ index) => {
      const found = salvage(this.#engine, preset.runs[index] ?? preset.runs[0], partial);
      dropped.push(...found.dropped);
      return found.experiment;
    };
    const same = preset === this.preset;
    this.preset = preset;
    // As many runs as the figure has: its names and what its source prints belong to them.
    this.runs = preset.runs.map((run, index) => (state.runs[index] ? taken(state.runs[index], index) : run));
    const ghosts = Array.isArray(state.ghosts) ? state.ghosts.slice(0, MOST_GHOSTS) : [];
    this.ghosts = ghosts.map((/** @type {any} */ one) => ({
      name: String(one?.name ?? '').slice(0, 60),
      experiment: taken(one?.experiment ?? {}, 0),
    }));
    this.selected = Number.isInteger(state.selected) && state.selected in this.runs ? state.selected : 0;
    this.edited = Boolean(state.edited);
    if (!same || key === undefined) {
      this.window = this.#windowFrom(state.window);
      this.moment.forget();
      this.#scales.forget();
    }
    this.#changed(same ? 'restored' : 'opened', key ?? '');
    return dropped;
  }

  /** @param {any} window */
  #windowFrom(window) {
    const {from, to} = window ?? {};
    const valid = Number.isFinite(from) && from >= 0 && (to === null || (Number.isFinite(to) && to > from));
    return valid ? {from, to} : {from: 0, to: null};
  }

  /** What can be gone back to begins here. */
  startHistory() {
    this.history = new History();
    this.history.note(this.state, '');
  }

  /** One step back (-1) or forth (1); false past either end. @param {-1 | 1} way */
  go(way) {
    const state = this.history.go(way);
    if (!state) return false;
    // The run on show stays so, unless it is another one that changes.
    if (state.preset === this.preset.id && state.runs.length === this.runs.length) {
      const changes = this.runs.map((run, i) => JSON.stringify(run) !== JSON.stringify(state.runs[i]));
      state.selected = changes[this.selected] || !changes.includes(true) ? this.selected : changes.indexOf(true);
    }
    this.adoptState(state, 'history');
    return true;
  }

  /** Returns to the set-up that was given with the page. */
  resetToAuthor() {
    if (this.author) this.adoptState(structuredClone(this.author), 'preset');
  }

  /** Every run from rest. */
  startFromRest() {
    this.edit({initial: {kind: 'rest'}});
  }

  /** Every run from where its preset starts. */
  startAsPreset() {
    this.runs = this.runs.map(
      (run, index) => this.#engine.resolve(run, {initial: this.preset.runs[index].initial}).experiment,
    );
    this.#changed('edited', 'initial');
  }

  /** True when some run starts elsewhere than its preset says. */
  get startMoved() {
    const start = (/** @type {Experiment} */ run) => JSON.stringify(run.initial);
    return this.runs.some((run, index) => start(run) !== start(this.preset.runs[index]));
  }

  /** The stretch of time on show, within the longest of the runs. */
  get shownWindow() {
    const {longest} = this;
    return within(this.window, longest) ?? {from: 0, to: longest};
  }

  /** @param {number} index @param {number} budget @returns {{from: number, to: number, points: number, budget: number}} */
  sampleWindow(index, budget) {
    const {from, to} = this.shownWindow;
    const {duration} = this.runs[index];
    // A run that ends before the window does gets its share of the points, so that every run is sampled alike.
    const share = Math.max(0, Math.min(to, duration) - from) / (to - from);
    const points = Math.max(2, Math.round(this.points * share));
    return {from: Math.min(from, duration), to: Math.min(to, duration), points, budget};
  }

  /** Runs everything and answers what the views draw. @returns {Results} */
  compute() {
    const runs = this.runs.map((experiment, index) => {
      const budget = Math.max(1, Math.floor(stepBudget(experiment) / this.runs.length));
      const long = this.#long.get(index);
      const recording = long
        ? cut(this.#covered(index) ?? long, this.shownWindow, this.points)
        : this.#engine.simulate(experiment, this.sampleWindow(index, budget));
      return this.#found(experiment, recording, this.#nameOf(index), !long);
    });
    const ghosts = this.ghosts.map((ghost) => this.#ghostResult(ghost));
    const {preset, edited, selected} = this;
    const window = this.shownWindow;
    // A look at another stretch, or at the same things again, leaves the axes as they are.
    const stretch = `${window.from} ${window.to}`;
    const [version, before] = this.#drawn;
    const mayShrink = !this.dragging && version !== this.version && stretch === before;
    this.#drawn = [this.version, stretch];
    const scales = this.#scales.of(runs, ghosts, mayShrink);
    const found = {preset, edited, runs, ghosts, selected, window, longest: this.longest, scales};
    return this.atCursor({...found, ...this.moment.frame(found, mayShrink)});
  }

  /** What a ghost does in the window on show: run anew only when that changes. @param {Ghost} ghost */
  #ghostResult(ghost) {
    const {experiment, name} = ghost;
    const {from, to} = this.shownWindow;
    const end = Math.min(to, experiment.duration);
    const budget = Math.floor(stepBudget(experiment) / MOST_GHOSTS);
    const window = {from: Math.min(from, end), to: end, points: this.points, budget};
    const key = JSON.stringify(window);
    const known = this.#ghostly.get(ghost);
    if (known?.key === key) return known.result;
    const result = this.#found(experiment, this.#engine.simulate(experiment, window), name, true);
    this.#ghostly.set(ghost, {key, result});
    return result;
  }

  /** The same runs as the cursor, or what else the moment asks, has them now; nothing is run anew. @param {Found & Frame} found @returns {Results} */
  atCursor(found) {
    return {...found, ...this.moment.at(found, stepBudget(found.runs[found.selected].experiment))};
  }

  /** The preset's name of a run, as long as its cell is still the one that was named. @param {number} index */
  #nameOf(index) {
    const same = JSON.stringify(this.runs[index].cell) === JSON.stringify(this.preset.runs[index].cell);
    return (same && this.preset.names[index]?.text) || '';
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
      recording,
      orbit: again ? this.#orbit(experiment, recording) : [recording],
      measures: this.#engine.measures(recording.spikes, span),
      pattern: this.#engine.pattern(recording.spikes, span),
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

  /** The window and budget of a run in the worker. @param {number} index @returns {SampleWindow} */
  longWindow(index) {
    return {from: 0, to: this.runs[index].duration, points: LONG_POINTS, budget: LONG_BUDGET};
  }

  /** What was sampled anew of a run of the worker's, if that spans the stretch on show. @param {number} index */
  #covered(index) {
    const {from, to} = this.sampleWindow(index, 1);
    const fine = this.#fine.get(index);
    return fine && fine.time[0] <= from && fine.time[fine.time.length - 1] >= to ? fine : undefined;
  }

  /** How the stretch on show is to be sampled anew in the worker; null where what there is of the run is fine enough. @param {number} index */
  fineWindow(index) {
    const window = this.sampleWindow(index, LONG_BUDGET);
    const long = this.#long.get(index);
    if (!long || this.#covered(index) || window.from >= window.to) return null;
    const inside = long.time.filter((time) => time >= window.from && time <= window.to).length;
    return inside < window.points ? window : null;
  }

  /** Takes in what the worker found between two instants of a run that it has done, unless something has changed since. */
  refine(/** @type {number} */ index, /** @type {Recording} */ {time, v, u, current}, /** @type {number} */ version) {
    const long = this.#long.get(index);
    if (version !== this.version || !long) return;
    this.#fine.set(index, {...long, time, v, u, current});
    this.#announce('finished');
  }

  /** True when what is shown of the selected run is the worker's. */
  get isLong() {
    return this.#long.has(this.selected);
  }

  /** Takes in what the worker found for a run, unless something has changed since. */
  adopt(/** @type {number} */ index, /** @type {Recording} */ recording, /** @type {number} */ version) {
    if (version !== this.version) return;
    this.#long.set(index, recording);
    this.#announce('finished');
  }

  /** Counts the changes of what is run, so that a late answer can be told from one that is wanted. */
  version = 0;

  /** @param {string} why @param {string} key what was changed, for the history @param {string} [stroke] what that is part of */
  #changed(why, key, stroke) {
    this.version += 1;
    this.#long.clear();
    this.#fine.clear();
    if (key !== 'history') this.history.note(this.state, key, stroke, this.dragging && this.#stroking === stroke);
    this.#stroking = this.dragging ? stroke : undefined;
    this.#announce(why);
  }

  /** @param {string} why */
  #announce(why) {
    this.dispatchEvent(new CustomEvent('change', {detail: {why}}));
  }
}
