// page/drawing.js: draws what a lab shows of its runs, part by part, in the frame after they have changed.
import {breathIfDue, shown} from '../engine/breath.js';

/** About two samples per pixel of a time plot. @param {number} width in px */
export const pointsAcross = (width) => Math.min(4000, Math.max(400, Math.round((width * 2) / 100) * 100));

/**
 * @param {import('../plot/place.js').Place} place @param {import('../session/session.js').Session} session
 * @param {number} first how many of the parts are to be seen before the others are drawn for the first time
 * @param {((results: Results) => void)[]} parts the drawing functions, in order
 */
export function drawing(place, session, first, parts) {
  /** @type {Results} */
  let results;
  function now() {
    results = session.compute();
    for (const draw of parts) draw(results);
  }
  const soon = place.inNextFrame(now);

  return {
    /** The results shown. */
    results: () => results,
    now,
    /** Draws in the next frame, so that all edits of one frame are drawn together. */
    soon,
    /** The first drawing also creates everything, which on a phone takes longer than a page should block. */
    async atFirst() {
      soon.cancel();
      session.recordings.points = pointsAcross(place.one('trace-view').clientWidth);
      await breathIfDue();
      results = session.compute();
      for (const [index, draw] of parts.entries()) {
        await (index === first ? shown() : breathIfDue());
        if (place.signal.aborted) return;
        draw(results);
      }
    },
    /** Moves the cursor in the same results; returns the previous results. */
    atCursor() {
      const before = results;
      results = session.atCursor(results);
      return before;
    },
  };
}
