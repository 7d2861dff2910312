// session/computed.js: everything the views draw: the results of a session's runs, the axes, and the instant under the cursor.
import {Cursor} from './cursor.js';
import {Recordings, stepBudget} from './recordings.js';
import {TO_FIND} from './attempts.js';
import {nameOf} from './runs.js';
import {Scales} from './scales.js';

/** What of a run is compared. @param {Result} run */
const asCompared = ({measures: {count, last_isi}, pattern: {kind: pattern}, recording: {ended}}) => ({
  count,
  last_isi,
  pattern,
  ended,
});

export class Computed {
  #engine;
  #nameGhost;
  #scales = new Scales();
  /** What results were last computed for: the experiments with the pinned runs, and the stretch of time. */
  #drawn = ['', ''];
  /** Whether anything was edited for which the axes were not fitted yet. */
  unfitted = true;

  /** @param {Worded} engine @param {(ghost: import('./pinned.js').Ghost) => string} nameGhost names a pinned run that the user has not named */
  constructor(engine, nameGhost) {
    this.#engine = engine;
    this.#nameGhost = nameGhost;
    this.recordings = new Recordings(engine);
    /** The instant that all plots mark. */
    this.cursor = new Cursor(engine);
  }

  /** To be called when other runs are shown: resets the cursor and the axes. */
  forget() {
    this.cursor.forget();
    this.#scales.forget();
  }

  /** Makes the axes fit the next runs. */
  fit() {
    this.cursor.fit();
    this.#scales.forget();
  }

  /** Runs everything; returns what the views draw. @param {import('./session.js').Session} session @returns {Results} */
  results(session) {
    const {
      preset,
      edited,
      labels,
      reveal,
      selected,
      compared,
      opening,
      version,
      longest,
      shownWindow: window,
    } = session;
    const {recordings} = this;
    const withheld = !reveal.answers;
    const revealed = !withheld && (reveal.asked || !TO_FIND.has(preset.id));
    const runs = recordings
      .of(session.runs, window)
      .map((found, index) => ({...found, name: nameOf(preset, session.runs, index)}));
    const ghosts = session.ghosts.map((ghost) =>
      recordings.ofGhost(ghost, ghost.name || this.#nameGhost(ghost), window),
    );
    // If nothing was edited, or another stretch of time is shown, the axes stay; during a drag they wait for its end.
    const stretch = `${window.from} ${window.to}`;
    const edits = `${version} ${ghosts.length}`;
    const [before, stretchBefore] = this.#drawn;
    this.unfitted ||= before !== edits;
    const mayShrink = !session.dragging && this.unfitted && stretch === stretchBefore;
    this.unfitted &&= session.dragging;
    this.#drawn = [edits, stretch];
    const comparisons = ghosts.map(
      (ghost) => this.#engine.comparison(asCompared(runs[selected]), asCompared(ghost)).text,
    );
    const scales = this.#scales.of(runs, ghosts, mayShrink);
    const found = {
      preset,
      edited,
      labels,
      revealed,
      withheld,
      opening,
      runs,
      ghosts,
      aside: session.pinned.aside,
      kept: session.pinned.all.length,
      comparisons,
      selected,
      compared,
      window,
      longest,
      scales,
    };
    return this.atCursor({...found, ...this.cursor.frame(found, mayShrink, !session.dragging)});
  }

  /** The same results with the cursor where it is now; nothing is run again. @param {Found & Frame} found @returns {Results} */
  atCursor(found) {
    return {...found, ...this.cursor.at(found, stepBudget(found.runs[found.selected].experiment))};
  }
}
