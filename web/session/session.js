// session/session.js: the runs of a lab, one of them selected. Whatever changes them goes through here and fires 'change'.
import {Computed} from './computed.js';
import {Guarded} from './guarded.js';
import {UndoSteps, undoGroup} from './undo.js';
import {merged, startedAsPreset} from './runs.js';
import {beside, comparedAfter, selectedAfter} from './selection.js';
import {restsMoved, runsOfLink, stateFrom, stateOf} from './state.js';
import {isWhole, within} from './time-window.js';
import {validPart} from './valid-part.js';

/** @typedef {import('./pinned.js').Ghost} Ghost */

export class Session extends Guarded {
  #engine;
  /** @type {WordedPreset[]} */
  presets;
  selected = 0;
  /** The run drawn together with the selected one, by its index; null with a single run. @type {number | null} */
  compared = null;
  /** @type {{from: number, to: number | null}} */
  window = {from: 0, to: null};
  /** Whether answers may be shown at all, and whether the user asked for those that the preset leaves to be found. */
  reveal = {answers: true, asked: false};
  /** The state that a lecturer supplied with the page, for the button that returns to it. @type {any} */
  author = null;
  undo = new UndoSteps();
  #computed;
  #dragging = false; // meanwhile no axis shrinks
  /** How often other runs were opened (a preset, a link, a stored state, an undo step), rather than the same ones edited. */
  opening = 0;
  /** How often the experiments have changed, so that the worker's answer to an older one can be recognized. */
  version = 0;

  /** @param {Worded} engine @param {(ghost: Ghost) => string} [nameGhost] names a pinned run that the user has not named */
  constructor(engine, nameGhost = () => '') {
    const presets = engine.presets();
    super(presets[0], (path) => engine.locked(path));
    this.#engine = engine;
    this.#computed = new Computed(engine, nameGhost);
    this.presets = presets;
    this.open(this.preset.id);
  }

  get cursor() {
    return this.#computed.cursor;
  }
  get recordings() {
    return this.#computed.recordings;
  }

  /** Reads the texts of the presets again, after a change of language. */
  rereadTexts() {
    this.presets = this.#engine.presets();
    this.reread(/** @type {WordedPreset} */ (this.presets.find(({id}) => id === this.preset.id)));
    this.recordings.forgetGhosts();
  }

  get dragging() {
    return this.#dragging;
  }

  set dragging(dragging) {
    if (dragging === this.#dragging) return;
    this.#dragging = dragging;
    if (dragging) this.undo.beginDrag();
    else if (this.#computed.unfitted) this.dispatchEvent(new Event('released')); // the axes are to be fitted
  }

  get experiment() {
    return this.runs[this.selected];
  }

  /** Locks more (see Guarded.lock), after which nothing is undone that was done before. @param {string[]} paths @param {string[] | null} [only] */
  lock(paths, only) {
    const more = super.lock(paths, only);
    if (!more) return false;
    if (this.undo.undoes || this.undo.redoes) this.startUndo();
    this.#announce('locked');
    return true;
  }

  /** Opens a preset. Returns false, and changes nothing, if there is none with this id or if something is locked. @param {string} id */
  open(id) {
    const preset = this.presets.find((one) => one.id === id);
    return preset !== undefined && this.reset(preset);
  }

  /**
   * Opens a preset with the differences that a link contains. Returns a sentence about each value that had to be left out, or that is
   * locked, when nothing is opened (see `opening`); null if there is no such preset.
   * @param {string} id @param {Partial_[]} differing how each run differs from the preset's @param {number} selected index of a run
   * @param {{labels?: Partial<import('./labels.js').Labels>, pins?: import('./pinned.js').LinkedPin[] | null}} [beside] without `pins`, pinned runs stay
   * @returns {string[] | null}
   */
  openWith(id, differing, selected, {labels = {}, pins = null} = {}) {
    const found = runsOfLink(this.#engine, this.presets, id, differing, pins);
    if (!found) return null;
    const {ghosts, dropped} = found;
    const problems = this.#begin(found.preset, found.runs, selected, this.labelled(found.preset, labels), ghosts);
    return problems.length ? problems.map(({message}) => message) : dropped;
  }

  /** Names the cell or the experiment, or adds a note to it; `edits` if an edit follows, of which it is a part. @param {Partial<import('./labels.js').Labels>} labels */
  label(labels, edits = false) {
    if (!this.relabel(labels)) return;
    if (!edits) this.#changed('pinned', 'name', 'name');
  }

  /** Undoes all edits of the preset; where something is locked, those of the author's set-up. False if what is locked is in the way. */
  reset(preset = this.preset) {
    const its = this.locks.heldOf(preset) ?? preset.runs;
    const runs = preset.runs.map((run, index) => validPart(this.#engine, run, its[index]).experiment);
    // In an exercise the author's labels are part of the set-up.
    const held = (this.locks.any || !this.reveal.answers) && !this.locks.has('labels');
    return !this.#begin(preset, runs, 0, held ? this.locks.labelsOf(preset.id) : {}).length;
  }

  /**
   * Shows a preset with these runs. Returns the problems.
   * @param {WordedPreset} preset @param {Experiment[]} runs @param {number} selected @param {Partial<import('./labels.js').Labels>} [labels] @param {Ghost[]} [ghosts]
   */
  #begin(preset, runs, selected, labels = {}, ghosts = this.pinned.all) {
    const problems = this.take(runs, preset, {labels, ghosts});
    if (problems.length) return problems;
    this.opening += 1;
    this.selected = selected;
    this.compared = beside(runs.length, selected);
    const {from, to} = this.preset.view.stretches[0];
    this.window = {from, to};
    this.#computed.forget();
    this.#changed('opened', 'preset');
    return problems;
  }

  /** @param {number} index */
  select(index) {
    if (index < 0 || index >= this.runs.length || index === this.selected) return;
    this.compared = this.selected;
    this.selected = index;
    this.#announce('selected');
  }

  /** The stretch of time shown, within the longest run. */
  get shownWindow() {
    const {longest} = this;
    return within(this.window, longest) ?? {from: 0, to: longest};
  }

  /**
   * Shows the stretch of time nearest to the one asked for. Returns false, and changes nothing, if that is not a stretch or lies
   * outside the runs.
   * @param {{from: number, to: number | null}} asked in ms; `to`: null means the end
   */
  look(asked) {
    const window = within(asked, this.longest);
    if (!window) return false;
    this.window = isWhole(window, this.longest) ? {from: 0, to: null} : window;
    this.#announce('looked');
    return true;
  }

  /** Fits the axes to what is shown. */
  fit() {
    this.#computed.fit();
    this.#announce('looked');
  }

  /**
   * Merges `partial` into the runs: its stimulus into the selected one, everything else into all of them, or, if `alone`, into
   * the selected one as well. Returns the problems; if there are any, nothing has changed.
   * @param {Partial_} partial
   * @returns {WordedProblem[]}
   */
  edit(partial, alone = false) {
    const {runs, paths, problems} = merged(this.#engine, this.runs, this.selected, partial, alone);
    const wrong = paths.length ? this.take(runs) : problems;
    if (paths.length && !wrong.length) this.#changed('edited', paths[0], undoGroup(paths));
    return wrong;
  }

  /** Makes every run start where the preset has it start. */
  startAsPreset() {
    if (!this.take(startedAsPreset(this.#engine, this.runs, this.preset)).length) this.#changed('edited', 'initial');
  }

  // --- pinned runs ---

  get ghosts() {
    return this.pinned.shown;
  }

  /** Shows the run as it is now beside what becomes of it. @param {boolean} aside false to end that */
  setAside(aside) {
    this.pinned.before = aside ? this.#asGhost('') : null;
    this.#announce('looked');
  }

  /** The selected run in the form of a pinned one. @param {string} name @param {Experiment} [experiment] as it is now if omitted */
  #asGhost(name, experiment = this.experiment) {
    return {name, of: {preset: this.preset.id, index: this.selected}, experiment};
  }

  /**
   * Pins the selected run; false if no more may be pinned.
   * @param {string} name '' unless the user has named it @param {Experiment} [experiment] as it is now if omitted
   */
  pin(name = '', experiment) {
    if (this.locks.has('pinned') || !this.pinned.add(this.#asGhost(name, experiment))) return false;
    this.#changed('pinned', 'pin');
    return true;
  }

  /** @param {number} index */
  unpin(index) {
    this.pinned.remove(index);
    this.#changed('pinned', 'unpin');
  }

  /** @param {number} index @param {string} name */
  rename(index, name) {
    this.pinned.rename(index, name);
    this.#changed('pinned', 'rename');
  }

  /** Exchanges the selected run and a pinned one. @param {number} index of the pinned one @param {string} name of the newly pinned one */
  swap(index, name = '') {
    const {experiment} = this.pinned.all[index];
    const ghost = this.#asGhost(name);
    if (this.take(this.runs.map((run, i) => (i === this.selected ? experiment : run))).length) return;
    this.pinned.swap(index, ghost);
    this.#changed('restored', 'swap');
  }

  // --- stored state and undo ---

  /** Everything the user would not want to lose, as plain data. */
  get state() {
    return stateOf(this, this.pinned.all);
  }

  /**
   * Replaces everything by a state, which may be from an older version, or invalid. Returns a sentence about each value that had to be
   * left out, or that is locked, when nothing changes (see `opening`); null, and changes nothing, if it is not a state of this page.
   * @param {any} state @param {string} [key] names the undo step; without one, the state is opened as if for the first time
   * @returns {string[] | null}
   */
  adoptState(state, key) {
    const found = stateFrom(this.#engine, this.presets, state);
    if (!found) return null;
    const {preset, runs, ghosts, selected, window, dropped} = found;
    const labels = key === 'undo' ? found.labels : this.labelled(preset, found.labels);
    const same = preset === this.preset;
    const problems = this.take(runs, preset, {labels, ghosts});
    if (problems.length) return problems.map(({message}) => message);
    this.opening += 1;
    this.selected = selected;
    this.compared = comparedAfter(this.compared, runs.length, selected);
    if (!same || key !== 'undo') {
      this.window = window;
      this.#computed.forget();
    }
    this.#changed(same ? 'restored' : 'opened', key ?? '');
    return dropped;
  }

  /** Whether a state could be adopted without changing what is locked. @param {any} state */
  mayAdopt(state) {
    const found = stateFrom(this.#engine, this.presets, state);
    return found !== null && !this.problemsOf(found.runs, found.preset.id, found).length;
  }

  /** Where runs start now that start from rest, if the version that stored the state took another point for rest. @param {any} state the one adopted */
  restsMoved(state) {
    return restsMoved(this.#engine, state, [...this.runs, ...this.ghosts.map(({experiment}) => experiment)]);
  }

  /** Continues a stored undo history, or starts a new one. @param {any} [stored] */
  startUndo(stored) {
    this.undo = UndoSteps.from(stored, this.state) ?? new UndoSteps();
    this.undo.note(this.state, '');
  }

  /** Undoes (-1) or redoes (1) a step; false if there is none, or if it would change what is locked. @param {-1 | 1} way */
  go(way) {
    const next = this.undo.beside(way);
    if (!next || this.problemsOf(next.runs, next.preset).length) return false;
    const state = this.undo.go(way);
    if (state.preset === this.preset.id && state.runs.length === this.runs.length)
      state.selected = selectedAfter(this, state.runs);
    this.adoptState(state, 'undo');
    return true;
  }

  /** Returns to the state that was supplied with the page. */
  resetToAuthor() {
    if (this.author) this.adoptState(structuredClone(this.author), 'preset');
  }

  // --- results ---

  /** Runs everything; returns what the views draw. @returns {Results} */
  compute() {
    return this.#computed.results(this);
  }

  /** The same results with the cursor where it is now; nothing is run again. @param {Found & Frame} found @returns {Results} */
  atCursor(found) {
    return this.#computed.atCursor(found);
  }

  /** The window in which the worker should sample a run again; null if its samples are fine enough. @param {number} index */
  fineWindow(index) {
    return this.recordings.fineWindow(index, this.runs[index], this.shownWindow);
  }

  /** Whether the results shown of the selected run are from the worker. */
  get isLong() {
    return this.recordings.isLong(this.selected);
  }

  /**
   * Stores the worker's results of a run, unless something has changed since.
   * @param {number} index of the run @param {Study} found @param {number} version when it was asked for
   * @param {boolean} fine whether it is only a stretch, sampled more finely, of a run that the worker has done
   */
  adopt(index, found, version, fine = false) {
    if (version !== this.version) return;
    if (fine) this.recordings.refine(index, found);
    else this.recordings.adopt(index, found);
    this.#announce('finished');
  }

  /** @param {string} why @param {string} key what was changed, for undo @param {string} [group] its undo group */
  #changed(why, key, group) {
    // Pinning or naming a run changes no experiment.
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
