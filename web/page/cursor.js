// page/cursor.js: one instant for all plots. Views ask for it with intents; all moves within a frame are drawn together in the
// next, without running anything again.

/**
 * @param {import('../plot/place.js').Place} place @param {import('../session/moment.js').Moment} moment
 * @param {() => void} show
 */
export function followCursor(place, moment, show) {
  const soon = place.inNextFrame(show);
  for (const wish of /** @type {const} */ (['backward', 'zoomed'])) {
    const button = place.byId(wish);
    const show = () => button.setAttribute('aria-pressed', String(moment[wish]));
    show();
    place.press(wish, () => {
      moment[wish] = !moment[wish];
      show();
      soon();
    });
  }
  place.listen('keydown', ({key, target}) => {
    // In a dialog, Escape closes the dialog.
    if (key !== 'Escape' || target.closest('dialog')) return;
    const freed = moment.point({time: null});
    if (!freed && !moment.highlight) return;
    moment.highlight = null;
    soon();
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
    /** Whether the axes of the plane stay fixed. @param {boolean} still */
    still: (still) => (moment.still = still),
  };
}
