// page/cursor.js: one instant for all plots. Views ask for it by events that bubble; whatever moves it within a frame is drawn
// together in the next, without running anything anew.

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
    // Within a dialog Escape closes that.
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
    /** A mark of the closed forms that is to be seen in the plots. @param {Marked | null} mark */
    mark(mark) {
      moment.highlight = mark;
      soon();
    },
    /** Whether the plane stays as it is. @param {boolean} still */
    still: (still) => (moment.still = still),
  };
}
