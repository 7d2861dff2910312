// page/focus.js: where the focus goes when what had it is hidden or gone: a button that has done its work, an entry of a list that
// has closed.

/** Stops that may take it over; the words of a text do something else. */
const STOPS = ':is(a[href], button, input, select, summary, [tabindex]):not(.skip, .link, .term)';
/** How long after an event a part may still be hidden by what follows from it, in ms. */
const REST = 100;

/** @param {Element} element */
const isShown = (element) =>
  element.getClientRects().length > 0 &&
  !element.closest('details:not([open]) > :not(summary)') &&
  getComputedStyle(element).visibility === 'visible';

/**
 * Moves the focus to an element or, where it is hidden or takes none, to the first stop in the smallest part around it that has one.
 * @param {HTMLElement} element
 */
export function focusNear(element) {
  const takes = element.tabIndex >= 0 || element.hasAttribute('tabindex');
  /** @type {HTMLElement | undefined} */
  let found = takes && isShown(element) ? element : undefined;
  for (let box = /** @type {HTMLElement | null} */ (element); box && !found; box = box.parentElement)
    found = /** @type {HTMLElement[]} */ ([...box.querySelectorAll(STOPS)]).find(isShown);
  found?.focus({preventScroll: true});
}

/** Keeps the focus in the lab. @param {import('../plot/place.js').Place} place */
export function keepFocus(place) {
  /** What had the focus last, and what it is in; nothing of a dialog, from which the focus returns. @type {HTMLElement[]} */
  let last = [];
  const look = place.afterRest(() => {
    const {focused} = place;
    const [one] = last;
    const left = last.find((each) => each.isConnected);
    const elsewhere = focused && focused !== one && focused !== document.body;
    if (left && !elsewhere && (left !== one || !isShown(one))) focusNear(left);
  }, REST);
  place.listen('focusin', ({target}) => {
    if (target.closest('dialog')) return;
    last = [];
    for (let one = target; one && one !== place.body; one = one.parentElement) last.push(one);
  });
  place.listen(['click', 'change', 'close', 'keydown'], look, {capture: true});
}
