// page/focus.js: where the focus goes when what had it is hidden: a button that has done its work, an entry of a list that has closed.

/** Stops that may take it over; the words of a text do something else. */
const STOPS = ':is(a[href], button, input, select, summary, [tabindex]):not(.skip, .link, .term)';
/** How long after an event a part may still be hidden by what follows from it, in ms. */
const REST = 100;

/** @param {Element} element */
const isShown = (element) =>
  element.getClientRects().length > 0 &&
  !element.closest('details:not([open]) > :not(summary)') &&
  getComputedStyle(element).visibility === 'visible';

/** Moves the focus to an element or, where it is hidden, to the first stop in the smallest part around it that has one. @param {HTMLElement} element */
export function focusNear(element) {
  /** @type {HTMLElement | undefined} */
  let found = isShown(element) ? element : undefined;
  for (let box = element.parentElement; box && !found; box = box.parentElement)
    found = /** @type {HTMLElement[]} */ ([...box.querySelectorAll(STOPS)]).find(isShown);
  found?.focus({preventScroll: true});
}

/** Keeps the focus in the lab. @param {import('../plot/place.js').Place} place */
export function keepFocus(place) {
  /** What had the focus last; not what is in a dialog, from which it returns. @type {HTMLElement | undefined} */
  let last;
  const look = place.afterRest(() => {
    const {focused} = place;
    const elsewhere = focused && focused !== last && focused !== document.body;
    if (last?.isConnected && !elsewhere && !isShown(last)) focusNear(last);
  }, REST);
  place.listen('focusin', ({target}) => target.closest('dialog') || (last = target));
  place.listen(['click', 'change', 'close', 'keydown'], look, {capture: true});
}
