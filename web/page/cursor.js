// page/cursor.js: one instant for all plots. Views ask for it with intents; all moves within a frame are drawn together in the
// next, without running anything again.
import {emit} from '../plot/door.js';

/**
 * @param {import('../plot/place.js').Place} place @param {import('../session/cursor.js').Cursor} cursor
 * @param {() => void} show
 */
export function followCursor(place, cursor, show) {
  const soon = place.inNextFrame(show);
  /** @type {('backward' | 'zoomed' | 'straight')[]} */
  const wishes = ['backward', 'zoomed', 'straight'];
  for (const name of wishes) place.byId(name)?.setAttribute('aria-pressed', String(cursor[name]));
  place.listen('keydown', (event) => {
    // In a dialog, Escape closes the dialog.
    if (event.key !== 'Escape' || event.target.closest('dialog')) return;
    // One press does one thing: only the next one leaves the slides or the projector.
    if (cursor.fixed || cursor.highlight) event.stopImmediatePropagation();
    emit(place.body, 'cursor', {time: null});
    if (cursor.highlight) emit(place.body, 'highlight', null);
  });

  return {
    /** @param {Payload<'cursor'>} asked see Cursor.point */
    point(asked) {
      if (cursor.point(asked)) soon();
    },
    /** @param {Payload<'choose-spike'>} spikes see Cursor.choose */
    choose(spikes) {
      cursor.choose(spikes);
      soon();
    },
    /** Shows in the plots what a closed form marks. @param {Marked | null} mark */
    mark(mark) {
      cursor.highlight = mark;
      soon();
    },
    /** What else the plane shows, or from how near. @param {'backward' | 'zoomed' | 'straight'} name @param {boolean} on */
    wish(name, on) {
      cursor[name] = on;
      soon();
    },
    /** Whether the axes of the plane stay fixed. @param {boolean} still */
    still: (still) => (cursor.still = still),
  };
}
