// cursor.js: one instant for all plots. Views ask for it by events that bubble; whatever moves it within a frame is drawn
// together in the next, without running anything anew.

/**
 * @param {import('./moment.js').Moment} moment
 * @param {() => void} show
 */
export function followCursor(moment, show) {
  let asked = 0;
  const soon = () => {
    asked ||= requestAnimationFrame(() => {
      asked = 0;
      show();
    });
  };
  // {time, how}: see Moment.point.
  document.addEventListener('cursor', (event) => {
    if (moment.point(/** @type {CustomEvent} */ (event).detail)) soon();
  });
  // {from, to}: see Moment.choose.
  document.addEventListener('choose-spike', (event) => {
    moment.choose(/** @type {CustomEvent} */ (event).detail);
    soon();
  });
  // A mark of the closed forms that is to be seen in the plots.
  document.addEventListener('highlight', (event) => {
    moment.highlight = /** @type {CustomEvent} */ (event).detail;
    soon();
  });
  // While the start is dragged, what it is dragged in stays.
  document.addEventListener('drag-start', (event) => {
    const start = /** @type {Element} */ (event.target).matches('.start-handle');
    moment.still = start && /** @type {CustomEvent} */ (event).detail;
  });
  for (const wish of /** @type {const} */ (['backward', 'zoomed'])) {
    const button = document.getElementById(wish);
    button?.addEventListener('click', () => {
      moment[wish] = !moment[wish];
      button.setAttribute('aria-pressed', String(moment[wish]));
      soon();
    });
  }
  document.addEventListener('keydown', ({key, target}) => {
    // Within a dialog Escape closes that.
    if (key !== 'Escape' || /** @type {Element} */ (target).closest?.('dialog')) return;
    const freed = moment.point({time: null});
    if (!freed && !moment.highlight) return;
    moment.highlight = null;
    soon();
  });
}
