// page/drawing.js: what a lab shows of its runs, part after part, in the frame after they have changed.
import {breathIfDue} from '../engine/breath.js';

/** About two samples a pixel of a time plot. @param {number} width in px */
export const pointsAcross = (width) => Math.min(4000, Math.max(400, Math.round((width * 2) / 100) * 100));

/**
 * @param {import('../plot/place.js').Place} place @param {import('../session/session.js').Session} session
 * @param {((results: Results) => void)[]} parts what draws, in order
 */
export function drawing(place, session, parts) {
  /** @type {Results} */
  let results;
  function now() {
    results = session.compute();
    for (const draw of parts) draw(results);
  }
  const soon = place.inNextFrame(now);

  return {
    /** What is on show. */
    results: () => results,
    now,
    /** Edits of one frame are drawn together in the next. */
    soon,
    /** The first time everything is made as it is drawn, and on a phone that is longer than a page may hold still. */
    async atFirst() {
      soon.cancel();
      session.points = pointsAcross(place.one('trace-view').clientWidth);
      await breathIfDue();
      results = session.compute();
      for (const draw of parts) {
        await breathIfDue();
        if (place.signal.aborted) return;
        draw(results);
      }
    },
    /** The same runs with the cursor elsewhere; answers what was on show before. */
    atCursor() {
      const before = results;
      results = session.atCursor(results);
      return before;
    },
  };
}
