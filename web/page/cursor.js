// page/cursor.js: one instant for all plots. Views ask for it with intents; all moves within a frame are drawn together in the
// next, without running anything again.
import {emit} from '../plot/door.js';

/**
 * @param {import('../plot/place.js').Place} place @param {import('../session/moment.js').Moment} moment
 * @param {() => void} show
 */
export function followCursor(place, moment, show) {
  const soon = place.inNextFrame(show);
  /** @type {('backward' | 'zoomed')[]} */
  const wishes = ['backward', 'zoomed'];
  for (const name of wishes) place.byId(name).setAttribute('aria-pressed', String(moment[name]));
  place.listen('keydown', ({key, target}) => {
    // In a dialog, Escape closes the dialog.
    if (key !== 'Escape' || target.closest('dialog')) return;
    emit(place.body, 'cursor', {time: null});
    if (moment.highlight) emit(place.body, 'highlight', null);
  });

  return {
    /** @param {Payload<'cursor'>} asked see Moment.point */
    point(asked) {
      if (moment.point(asked)) soon();
    },
    /** @param {Payload<'choose-spike'>} spikes see Moment.choose */
    choose(spikes) {
      moment.choose(spikes);
      soon();
    },
    /** Shows in the plots what a closed form marks. @param {Marked | null} mark */
    mark(mark) {
      moment.highlight = mark;
      soon();
    },
    /** What else the plane shows, or from how near. @param {'backward' | 'zoomed'} name @param {boolean} on */
    wish(name, on) {
      moment[name] = on;
      soon();
    },
    /** Whether the axes of the plane stay fixed. @param {boolean} still */
    still: (still) => (moment.still = still),
  };
}
