// page/drawing.js: draws what a lab shows of its runs, part by part, in the frame after they have changed.
import {breathIfDue, shown} from '../engine/breath.js';

/** About two samples per pixel of a time plot. @param {number} width in px */
const pointsAcross = (width) => Math.min(4000, Math.max(400, Math.round((width * 2) / 100) * 100));

/** @typedef {(results: Results) => void} Draw */

/**
 * @param {import('../plot/place.js').Place} place @param {import('../session/session.js').Session} session
 * @param {{around: Draw, v: Draw, texts: Draw, others: Draw[]}} parts `around`: what the place of v(t) depends on; `texts`:
 *   what else the places of the plots depend on; `others`: everything else, in order
 */
export function drawing(place, session, {around, v, texts, others}) {
  /** @type {Results} */
  let results;
  /** Whether all views are there, and whether something has changed before. */
  let [whole, changed] = [false, false];
  function now() {
    if (!whole) return void (changed = true);
    results = session.compute();
    for (const draw of [around, texts, v]) draw(results);
    reveal('all');
    for (const draw of others) draw(results);
  }
  const soon = place.inNextFrame(now);
  /** Shows v(t) alone, or all of the lab: nothing that would still move, and nothing that cannot act yet. @param {'v' | 'all'} what */
  const reveal = (what) => place.element.setAttribute('data-drawn', what);

  /**
   * Draws everything for the first time, v(t) before the other views are there. Creating everything takes longer than a page should
   * block on a phone, so this yields in between.
   * @param {() => Promise<void>} load @param {() => void} fillViews
   */
  async function atFirst(load, fillViews) {
    soon.cancel();
    session.recordings.points = pointsAcross(place.one('trace-view')?.clientWidth ?? 0);
    results = session.compute();
    around(results);
    reveal('v');
    v(results);
    await shown();
    await load();
    if (place.signal.aborted) return;
    fillViews();
    whole = true;
    if (changed) return now();
    texts(results);
    reveal('all');
    for (const draw of others) {
      await breathIfDue();
      if (place.signal.aborted) return;
      await draw(results);
    }
  }

  return {
    /** The results shown. */
    results: () => results,
    /** The same, once all views can take them. */
    forAll: () => (whole ? results : undefined),
    /** Draws in the next frame, so that all edits of one frame are drawn together. */
    soon,
    /**
     * Draws everything for the first time, and from then on follows the width of the time plots.
     * @param {() => void} fillViews called once all views are there
     * @param {() => Promise<void>} [load] loads the views that are not there yet; without it, nothing yields to the browser
     */
    async begin(fillViews, load) {
      if (load) await atFirst(load, fillViews);
      else {
        fillViews();
        whole = true;
        now();
      }
      const trace = place.one('trace-view');
      if (place.signal.aborted || !trace) return;
      place.watchWidth(trace, (width) => {
        const points = pointsAcross(width);
        if (points === session.recordings.points) return;
        session.recordings.points = points;
        soon();
      });
    },
    /** Moves the cursor in the same results; returns the previous results. */
    atCursor() {
      const before = results;
      results = session.atCursor(results);
      return before;
    },
  };
}
