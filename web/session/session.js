// session/session.js: holds the runs, one of them selected; runs them; announces results.
import {differences} from './differences.js';
import {History} from './history.js';
import {Moment} from './moment.js';
import {Recordings, stepBudget} from './recordings.js';
import {salvage} from './salvage.js';
import {Scales} from './scales.js';
import {isWhole, within} from './time-window.js';
import {REST_IS_LOWER_POINT, VERSION, upgraded} from './upgrade.js';

/** Runs that may be kept to compare. */
export const MOST_GHOSTS = 4;

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

/**
 * A run that was pinned, to be compared with: as it was called, '' while nobody has named it, and of which run of which
 * preset it came.
 * @typedef {{name: string, of: {preset: string, index: number}, experiment: Experiment}} Ghost
 */

export class Session extends EventTarget {
  #engine;
  /** @type {WordedPreset[]} */
  presets;
  /** @type {WordedPreset} */
  preset;
  /** @type {Experiment[]} */
  runs = [];
  selected = 0;
  /** @type {{from: number, to: number | null}} */
  window = {from: 0, to: null};
  edited = false;
  /** @type {Ghost[]} */
  ghosts = [];
  /** What a run was while it was pinned. @type {WeakMap<Experiment, Ghost>} */
  #given = new WeakMap();
  /** The set-up that a lecturer gave with the page, to return to. @type {any} */
  author = null;
  history = new History();
  /** What the runs do in the stretch on show. @type {Recordings} */
  #recordings;
  /** The instant that all plots mark. @type {Moment} */
  moment;
  #scales = new Scales();
  /** Whether something is held by the pointer: then no axis shrinks under it. */
  #dragging = false;
  /** What the hand that drags has changed last. @type {string | undefined} */
  #stroking;
  /** The edits and the stretch that were drawn last. @type {[number, string]} */
  #drawn = [-1, ''];

  #nameGhost;

  /** @param {Speaking} engine @param {(ghost: Ghost) => string} [nameGhost] what one is called that nobody has named */
  constructor(engine, nameGhost = () => '') {
    super();
    this.#nameGhost = nameGhost;
    this.#engine = engine;
    this.moment = new Moment(engine);
    this.#recordings = new Recordings(engine);
    this.presets = engine.presets();
    this.preset = this.presets[0];
    this.open(this.preset.id);
  }

  /** The core's texts may have changed their language: takes in anew those that it holds. */
  relearn() {
    this.presets = this.#engine.presets();
    this.preset = /** @type {WordedPreset} */ (this.presets.find(({id}) => id === this.preset.id));
    this.#recordings.forgetGhosts();
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

  /**
   * Opens a preset with what differs from its runs, as a link has it; answers what of that had to be left out, in
   * sentences, or null when there is no such preset.
   * @param {string} id @param {Partial_[]} differing of each run @param {number} selected
   * @returns {string[] | null}
   */
  openWith(id, differing, selected) {
    const preset = this.presets.find((one) => one.id === id);
    if (!preset) return null;
    const taken = preset.runs.map((run, index) => salvage(this.#engine, run, differing[index] ?? {}));
    this.preset = preset;
    this.#begin(
      taken.map(({experiment}) => experiment),
      selected,
    );
    return [...new Set(taken.flatMap(({dropped}) => dropped))];
  }

  /** What a method of fixed steps is chosen with: in a figure of the note, as the note's script switches a current. */
  get fixedSteps() {
    return this.preset.group === 'note' ? {edge: 'after'} : {};
  }

  /** Returns to the preset. */
  reset() {
    this.#begin(
      this.preset.runs.map((run) => this.#engine.resolve(run, {}).experiment),
      0,
    );
  }

  /** @param {Experiment[]} runs of the preset, as they are to be shown @param {number} selected */
  #begin(runs, selected) {
    this.opening += 1;
    this.runs = runs;
    this.selected = selected;
    this.edited = runs.some((run, index) => differences(this.preset.runs[index], run).length > 0);
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
   * Lays `partial` over the runs: what it says of the stimulus over the selected one, all else over every run, or
   * (`alone`) over the selected one, too.
   * Answers the problems; when there are any, no run has changed.
   * @param {Partial_} partial
   * @returns {WordedProblem[]}
   */
  edit(partial, alone = false) {
    const {stimulus, ...rest} = partial;
    const shared = alone ? {} : rest;
    const resolved = this.runs.map((run, index) => {
      const mine = stimulus === undefined ? rest : {...rest, stimulus};
      return this.#engine.resolve(run, index === this.selected ? mine : shared);
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
  pin(name = '') {
    if (this.ghosts.length >= MOST_GHOSTS) return false;
    this.ghosts = [...this.ghosts, this.#ghostOf(name)];
    this.#changed('pinned', 'pin');
    return true;
  }

  /** The selected run as it is pinned: as it was before, if it has been a ghost. @param {string} name @returns {Ghost} */
  #ghostOf(name) {
    const {experiment, selected: index} = this;
    return this.#given.get(experiment) ?? {name, of: {preset: this.preset.id, index}, experiment};
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
  swap(index, name = '') {
    const ghost = this.ghosts[index];
    const {experiment} = ghost;
    const own = this.#ghostOf(name);
    this.#given.set(experiment, ghost);
    this.ghosts = this.ghosts.map((one, i) => (i === index ? own : one));
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
    state = upgraded(state);
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
    this.opening += 1;
    this.preset = preset;
    // As many runs as the figure has: its names and what its source prints belong to them.
    this.runs = preset.runs.map((run, index) => (state.runs[index] ? taken(state.runs[index], index) : run));
    const ghosts = Array.isArray(state.ghosts) ? state.ghosts.slice(0, MOST_GHOSTS) : [];
    this.ghosts = ghosts.map((/** @type {any} */ one) => ({
      name: String(one?.name ?? '').slice(0, 60),
      of: this.#origin(one?.of),
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

  /** @param {any} of @returns {Ghost['of']} */
  #origin(of) {
    const preset = this.presets.find(({id}) => id === of?.preset);
    return preset && of.index in preset.runs
      ? {preset: preset.id, index: Number(of.index)}
      : {preset: this.preset.id, index: 0};
  }

  /** @param {any} window */
  #windowFrom(window) {
    const {from, to} = window ?? {};
    const valid = Number.isFinite(from) && from >= 0 && (to === null || (Number.isFinite(to) && to > from));
    return valid ? {from, to} : {from: 0, to: null};
  }

  /**
   * Where runs that start at rest now begin, of which an earlier version took another point for the rest.
   * @param {any} state that was taken over
   */
  restsMoved(state) {
    if (!(state?.version < REST_IS_LOWER_POINT)) return [];
    const cells = [...this.runs, ...this.ghosts.map(({experiment}) => experiment)]
      .filter(({initial}) => initial.kind === 'rest')
      .map(({cell}) => cell);
    const starts = cells.map((cell) => ({cell, rest: this.#engine.rest_state(cell)}));
    const moved = starts.filter(({cell, rest}) => rest.v !== cell.vr).map(({rest}) => JSON.stringify(rest));
    return [...new Set(moved)].map((rest) => JSON.parse(rest));
  }

  /** What can be gone back to begins here, or goes on from what was kept of it. @param {any} [kept] */
  startHistory(kept) {
    this.history = History.from(kept, this.state) ?? new History();
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

  /** About how many samples a run has in the stretch on show. */
  get points() {
    return this.#recordings.points;
  }

  set points(points) {
    this.#recordings.points = points;
  }

  /** @param {number} index @param {number} budget */
  sampleWindow(index, budget) {
    return this.#recordings.window(this.runs[index], this.shownWindow, budget);
  }

  /** Runs everything and answers what the views draw. @returns {Results} */
  compute() {
    const window = this.shownWindow;
    const runs = this.#recordings.of(this.runs, window).map((found, index) => ({...found, name: this.#nameOf(index)}));
    const ghosts = this.ghosts.map((ghost) =>
      this.#recordings.ofGhost(ghost, ghost.name || this.#nameGhost(ghost), window),
    );
    const {preset, edited, selected, opening} = this;
    // A look at another stretch, or at the same things again, leaves the axes as they are.
    const stretch = `${window.from} ${window.to}`;
    const [version, before] = this.#drawn;
    const mayShrink = !this.dragging && version !== this.version && stretch === before;
    this.#drawn = [this.version, stretch];
    const scales = this.#scales.of(runs, ghosts, mayShrink);
    const found = {preset, edited, opening, runs, ghosts, selected, window, longest: this.longest, scales};
    return this.atCursor({...found, ...this.moment.frame(found, mayShrink)});
  }

  /** The same runs as the cursor, or what else the moment asks, has them now; nothing is run anew. @param {Found & Frame} found @returns {Results} */
  atCursor(found) {
    return {...found, ...this.moment.at(found, stepBudget(found.runs[found.selected].experiment))};
  }

  /** The preset's name of a run, as long as its cell is still the one that was named. @param {number} index */
  #nameOf(index) {
    const same = JSON.stringify(this.runs[index].cell) === JSON.stringify(this.preset.runs[index].cell);
    return (same && this.preset.names?.[index]) || '';
  }

  /** The window and budget of a run in the worker. @param {number} index */
  longWindow(index) {
    return this.#recordings.longWindow(this.runs[index]);
  }

  /** How the stretch on show is to be sampled anew in the worker; null where what there is of the run is fine enough. @param {number} index */
  fineWindow(index) {
    return this.#recordings.fineWindow(index, this.runs[index], this.shownWindow);
  }

  /** True when what is shown of the selected run is the worker's. */
  get isLong() {
    return this.#recordings.isLong(this.selected);
  }

  /**
   * Takes in what the worker found for a run, whole or (`fine`) between two instants of one that it has done, unless
   * something has changed since.
   * @param {number} index @param {Study} found @param {number} version
   */
  adopt(index, found, version, fine = false) {
    if (version !== this.version) return;
    if (fine) this.#recordings.refine(index, found);
    else this.#recordings.adopt(index, found);
    this.#announce('finished');
  }

  /** Counts how often runs were opened that are not an edit of those before: a preset, a link, what was kept, a step back. */
  opening = 0;

  /** Counts the changes of what is run, so that a late answer can be told from one that is wanted. */
  version = 0;

  /** @param {string} why @param {string} key what was changed, for the history @param {string} [stroke] what that is part of */
  #changed(why, key, stroke) {
    // To pin a run, or to name one, changes nothing of what is run.
    if (why !== 'pinned') {
      this.version += 1;
      this.#recordings.forget();
    }
    if (key !== 'history') this.history.note(this.state, key, stroke, this.dragging && this.#stroking === stroke);
    this.#stroking = this.dragging ? stroke : undefined;
    this.#announce(why);
  }

  /** @param {string} why */
  #announce(why) {
    this.dispatchEvent(new CustomEvent('change', {detail: {why}}));
  }
}
