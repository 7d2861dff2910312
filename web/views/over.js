// views/over.js: lists that open over the page.
import {placeOf} from '../plot/place.js';

/** How far the arrow keys move in a list. @type {Record<string, 1 | -1>} */
const WAYS = {ArrowDown: 1, ArrowUp: -1};
/** What they go to: what has arrow keys of its own would keep them, and be changed by the next press. */
const ENTRIES = 'summary, a[href], button:not([role=tab])';

/** The entries of an open list, from its summary on. @param {HTMLDetailsElement} list */
const within = (list) =>
  [.../** @type {NodeListOf<HTMLElement>} */ (list.querySelectorAll(ENTRIES))].filter(
    (one) => one.checkVisibility?.({visibilityProperty: true}) ?? one.getClientRects().length > 0,
  );

/**
 * Closes the list on a press outside it, when the focus leaves it, and on Escape; the arrow keys move through it.
 * @param {HTMLDetailsElement} list
 */
export function closeByItself(list) {
  placeOf(list).listen('pointerdown', (event) => event.composedPath().includes(list) || (list.open = false), {
    target: window,
  });
  list.addEventListener('focusout', ({relatedTarget}) => {
    if (relatedTarget && !list.contains(/** @type {Node} */ (relatedTarget))) list.open = false;
  });
  list.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !list.open) return;
    list.open = false;
    list.querySelector('summary')?.focus();
    event.stopPropagation();
  });
  list.addEventListener('keydown', (event) => {
    const way = WAYS[event.key];
    const {target} = event;
    if (!way || !list.open || !(target instanceof HTMLElement) || !target.matches(ENTRIES)) return;
    const all = within(list);
    const next = all[all.indexOf(target) + way];
    if (!next || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation(); // the summary may be one of a row of buttons, which has arrow keys, too
    next.focus();
  });
}
