// session/session.js: holds the runs, one of them selected, and announces whatever changes them.
import {Computed} from './computed.js';
import {differences} from './differences.js';
import {UndoSteps, undoGroup} from './undo.js';
import {Pinned} from './pinned.js';
import {laidOver, startMoved, startedAsPreset} from './runs.js';
import {validPart} from './valid-part.js';
import {restsMoved, stateFrom, stateOf} from './state.js';
import {isWhole, within} from './time-window.js';

/** @typedef {import('./pinned.js').Ghost} Ghost */

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
  #pinned = new Pinned();
  /** The set-up that a lecturer gave with the page, to return to. @type {any} */
  author = null;
  undo = new UndoSteps();
  #computed;
  /** Whether something is held by the pointer: then no axis shrinks under it. */
  #dragging = false;
  /** Counts how often runs were opened that are not an edit of those before: a preset, a link, what was kept, a step back. */
  opening = 0;
  /** Counts the changes of what is run, so that a late answer can be told from one that is wanted. */
  version = 0;

  /** @param {Worded} engine @param {(ghost: Ghost) => string} [nameGhost] what one is called that nobody has named */
  constructor(engine, nameGhost = () => '') {
    super();
    this.#engine = engine;
    this.#computed = new Computed(engine, nameGhost);
    this.presets = engine.presets();
    this.preset = this.presets[0];
    this.open(this.preset.id);
  }

  get cursor() {
    return this.#computed.cursor;
  }

  get recordings() {
    return this.#computed.recordings;
  }

  /** The core's texts may have changed their language: takes in anew those that it holds. */
  relearn() {
    this.presets = this.#engine.presets();
    this.preset = /** @type {WordedPreset} */ (this.presets.find(({id}) => id === this.preset.id));
    this.recordings.forgetGhosts();
  }

  get dragging() {
    return this.#dragging;
  }

  set dragging(dragging) {
    if (dragging && !this.#dragging) this.undo.beginDrag();
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
    const taken = preset.runs.map((run, index) => validPart(this.#engine, run, differing[index] ?? {}));
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
    this.#computed.forget();
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

  /** The stretch of time on show, within the longest of the runs. */
  get shownWindow() {
    const {longest} = this;
    return within(this.window, longest) ?? {from: 0, to: longest};
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
    this.#computed.fit();
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
    const {runs, paths, problems} = laidOver(this.#engine, this.runs, this.selected, partial, alone);
    if (!paths.length) return problems;
    this.runs = runs;
    this.edited = true;
    this.#changed('edited', paths[0], undoGroup(paths));
    return [];
  }

  /** Every run from rest. */
  startFromRest() {
    this.edit({initial: {kind: 'rest'}});
  }

  /** Every run from where its preset starts. */
  startAsPreset() {
    this.runs = startedAsPreset(this.#engine, this.runs, this.preset);
    this.#changed('edited', 'initial');
  }

  /** True when some run starts elsewhere than its preset says. */
  get startMoved() {
    return startMoved(this.runs, this.preset);
  }

  // --- runs to compare with ---

  get ghosts() {
    return this.#pinned.all;
  }

  /** The selected run as one that is pinned. @param {string} name */
  #asGhost(name) {
    const {experiment, selected: index} = this;
    return {name, of: {preset: this.preset.id, index}, experiment};
  }

  /** Pins the selected run as it is now; false when there are as many as there may be. @param {string} name */
  pin(name = '') {
    if (!this.#pinned.add(this.#asGhost(name))) return false;
    this.#changed('pinned', 'pin');
    return true;
  }

  /** @param {number} index */
  unpin(index) {
    this.#pinned.remove(index);
    this.#changed('pinned', 'unpin');
  }

  /** @param {number} index @param {string} name */
  rename(index, name) {
    this.#pinned.rename(index, name);
    this.#changed('pinned', 'rename');
  }

  /** The selected run becomes what the pinned one was, and the pinned one, called `name`, what the run was. @param {number} index @param {string} name */
  swap(index, name = '') {
    const experiment = this.#pinned.swap(index, this.#asGhost(name));
    this.runs = this.runs.map((run, i) => (i === this.selected ? experiment : run));
    this.edited = true;
    this.#changed('restored', 'swap');
  }

  // --- what is kept, and what can be gone back to ---

  /** All that a person would miss, as plain data. */
  get state() {
    return stateOf(this);
  }

  /**
   * Takes a state over; answers what of it had to be left out, in sentences, or null when it is none at all, and then
   * nothing changes. It may come from an older version, or from anywhere.
   * @param {any} state @param {string} [key] what the change is called; none: it is no step to go back from
   * @returns {string[] | null}
   */
  adoptState(state, key) {
    const found = stateFrom(this.#engine, this.presets, state);
    if (!found) return null;
    const {preset, runs, ghosts, selected, edited, window, dropped} = found;
    const same = preset === this.preset;
    this.opening += 1;
    Object.assign(this, {preset, runs, selected, edited});
    this.#pinned.all = ghosts;
    if (!same || key === undefined) {
      this.window = window;
      this.#computed.forget();
    }
    this.#changed(same ? 'restored' : 'opened', key ?? '');
    return dropped;
  }

  /**
   * Where runs that start at rest now begin, of which an earlier version took another point for the rest.
   * @param {any} state that was taken over
   */
  restsMoved(state) {
    return restsMoved(this.#engine, state, [...this.runs, ...this.ghosts.map(({experiment}) => experiment)]);
  }

  /** What can be gone back to begins here, or goes on from what was kept of it. @param {any} [kept] */
  startUndo(kept) {
    this.undo = UndoSteps.from(kept, this.state) ?? new UndoSteps();
    this.undo.note(this.state, '');
  }

  /** One step back (-1) or forth (1); false past either end. @param {-1 | 1} way */
  go(way) {
    const state = this.undo.go(way);
    if (!state) return false;
    // The run on show stays so, unless it is another one that changes.
    if (state.preset === this.preset.id && state.runs.length === this.runs.length) {
      const changes = this.runs.map((run, i) => JSON.stringify(run) !== JSON.stringify(state.runs[i]));
      state.selected = changes[this.selected] || !changes.includes(true) ? this.selected : changes.indexOf(true);
    }
    this.adoptState(state, 'undo');
    return true;
  }

  /** Returns to the set-up that was given with the page. */
  resetToAuthor() {
    if (this.author) this.adoptState(structuredClone(this.author), 'preset');
  }

  // --- what the runs do ---

  /** Runs everything and answers what the views draw. @returns {Results} */
  compute() {
    return this.#computed.results(this);
  }

  /** The same runs as the cursor, or what else the moment asks, has them now; nothing is run anew. @param {Found & Frame} found @returns {Results} */
  atCursor(found) {
    return this.#computed.atCursor(found);
  }

  /** How the stretch on show is to be sampled anew in the worker; null where what there is of the run is fine enough. @param {number} index */
  fineWindow(index) {
    return this.recordings.fineWindow(index, this.runs[index], this.shownWindow);
  }

  /** True when what is shown of the selected run is the worker's. */
  get isLong() {
    return this.recordings.isLong(this.selected);
  }

  /**
   * Takes in what the worker found for a run, whole or (`fine`) between two instants of one that it has done, unless
   * something has changed since.
   * @param {number} index @param {Study} found @param {number} version
   */
  adopt(index, found, version, fine = false) {
    if (version !== this.version) return;
    if (fine) this.recordings.refine(index, found);
    else this.recordings.adopt(index, found);
    this.#announce('finished');
  }

  /** @param {string} why @param {string} key what was changed, for the history @param {string} [group] the undo group that it belongs to */
  #changed(why, key, group) {
    // To pin a run, or to name one, changes nothing of what is run.
    if (why !== 'pinned') {
      this.version += 1;
      this.recordings.forget();
    }
    if (key !== 'undo') this.undo.note(this.state, key, group, this.dragging);
    this.#announce(why);
  }

  /** @param {string} why */
  #announce(why) {
    this.dispatchEvent(new CustomEvent('change', {detail: {why}}));
  }
}
