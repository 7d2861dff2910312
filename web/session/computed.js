// session/computed.js: what the runs of a session do, with the axes and the instant that the plots share, as the views draw it.
import {Cursor} from './cursor.js';
import {Recordings, stepBudget} from './recordings.js';
import {nameOf} from './runs.js';
import {Scales} from './scales.js';

export class Computed {
  #nameGhost;
  #scales = new Scales();
  /** The version and the stretch that were drawn last. @type {[number, string]} */
  #drawn = [-1, ''];

  /** @param {Worded} engine @param {(ghost: import('./pinned.js').Ghost) => string} nameGhost what one is called that nobody has named */
  constructor(engine, nameGhost) {
    this.#nameGhost = nameGhost;
    this.recordings = new Recordings(engine);
    /** The instant that all plots mark. */
    this.cursor = new Cursor(engine);
  }

  /** Other runs are on show: the cursor and the axes begin anew. */
  forget() {
    this.cursor.forget();
    this.#scales.forget();
  }

  /** The axes are to fit what comes next. */
  fit() {
    this.cursor.fit();
    this.#scales.forget();
  }

  /** Runs everything and answers what the views draw. @param {import('./session.js').Session} session @returns {Results} */
  results(session) {
    const {preset, edited, selected, opening, version, longest, shownWindow: window} = session;
    const {recordings} = this;
    const runs = recordings
      .of(session.runs, window)
      .map((found, index) => ({...found, name: nameOf(preset, session.runs[index], index)}));
    const ghosts = session.ghosts.map((ghost) =>
      recordings.ofGhost(ghost, ghost.name || this.#nameGhost(ghost), window),
    );
    // A look at another stretch, or at the same things again, leaves the axes as they are.
    const stretch = `${window.from} ${window.to}`;
    const [before, stretchBefore] = this.#drawn;
    const mayShrink = !session.dragging && before !== version && stretch === stretchBefore;
    this.#drawn = [version, stretch];
    const scales = this.#scales.of(runs, ghosts, mayShrink);
    const found = {preset, edited, opening, runs, ghosts, selected, window, longest, scales};
    return this.atCursor({...found, ...this.cursor.frame(found, mayShrink)});
  }

  /** The same runs as the cursor, or what else the moment asks, has them now; nothing is run anew. @param {Found & Frame} found @returns {Results} */
  atCursor(found) {
    return {...found, ...this.cursor.at(found, stepBudget(found.runs[found.selected].experiment))};
  }
}
