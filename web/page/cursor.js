// page/cursor.js: one instant for all plots. Views ask for it by events that bubble; whatever moves it within a frame is drawn
// together in the next, without running anything anew.

/**
 * @param {import('../plot/place.js').Place} place @param {import('../session/moment.js').Moment} moment
 * @param {() => void} show
 */
export function followCursor(place, moment, show) {
  const soon = place.inNextFrame(show);
  // {time, how}: see Moment.point.
  place.listen('cursor', ({detail}) => moment.point(detail) && soon());
  // {from, to}: see Moment.choose.
  place.listen('choose-spike', ({detail}) => {
    moment.choose(detail);
    soon();
  });
  // A mark of the closed forms that is to be seen in the plots.
  place.listen('highlight', ({detail}) => {
    moment.highlight = detail;
    soon();
  });
  // While the start is dragged, what it is dragged in stays.
  place.listen('drag-start', ({target, detail}) => (moment.still = target.matches('.start-handle') && detail));
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
}
